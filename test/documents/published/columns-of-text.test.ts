/** 空格分栏的文本: numbers under headings that stand elsewhere, columns that print nothing, names broken over lines, doubt. */
import { type RawGrid, readPublished } from "@juesuan/documents"
import { describe, expect, test } from "vitest"
import { bytesOf, documentOf, gridsOf, rowsOf } from "./reading.ts"

const gridOf = async (...lines: ReadonlyArray<string>): Promise<RawGrid | undefined> =>
  gridsOf(await documentOf(bytesOf(lines.join("\n"))))[0]

describe("空格分栏", () => {
  test("栏目靠左、数字靠右，没有数的栏也在", async () => {
    const grid = await gridOf(
      "项目                         本年支出合计   基本支出   项目支出   经营支出",
      "科目编码   科目名称",
      "栏次                         1              2          3          4",
      "合计                               912.40     600.15     312.25",
      "205        教育支出                 312.25                312.25",
      "20502      普通教育                 312.25                312.25",
      "208        社会保障和就业支出       600.15     600.15"
    )
    expect(grid?.doubt).not.toBe("body")
    expect(grid && rowsOf(grid).slice(3)).toEqual([
      ["合计", null, "912.40", "600.15", "312.25", null],
      ["205", "教育支出", "312.25", null, "312.25", null],
      ["20502", "普通教育", "312.25", null, "312.25", null],
      ["208", "社会保障和就业支出", "600.15", "600.15", null, null]
    ])
  })

  test("一个空格隔开的也是两格，折行的名称合成一个", async () => {
    const grid = await gridOf(
      "项目            行次 金额     项目            行次 金额",
      "栏次               1        栏次               2",
      "一、财政拨款收入       1   310.25 一、教育支出         4   208.10",
      "二、上级补助收入       2          二、社会保障和就      5   102.15",
      "                            业支出",
      "总计             3   310.25 总计             6   310.25"
    )
    expect(grid && rowsOf(grid).slice(2)).toEqual([
      ["一、财政拨款收入", "1", "310.25", "一、教育支出", "4", "208.10"],
      ["二、上级补助收入", "2", null, "二、社会保障和就业支出", "5", "102.15"],
      ["总计", "3", "310.25", "总计", "6", "310.25"]
    ])
  })

  test("看不准在哪一栏的，整张表说没有读入，不猜", async () => {
    const document = await documentOf(
      bytesOf(
        [
          "支出决算表",
          "单位：万元",
          "项目                 本年支出合计   基本支出   项目支出",
          "栏次                 1              2          3",
          "合计                       20.00            8.00",
          "205   教育支出             20.00            8.00"
        ].join("\n")
      )
    )
    const [table] = readPublished([document]).tables
    expect(gridsOf(document).map(({ doubt }) => doubt)).toEqual(["body"])
    expect(table?.meaning).toBeUndefined()
    expect(table?.unread.map(({ reason }) => reason.zh)).toEqual([expect.stringContaining("看不准")])
  })
})
