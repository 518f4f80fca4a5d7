/** 空格分栏的文本: cells that one blank parts, names broken over lines, and columns that are not sure. */
import { type RawGrid, readPublished } from "@juesuan/documents"
import { describe, expect, test } from "vitest"
import { bytesOf, documentOf, gridsOf, rowsOf } from "./reading.ts"

const gridOf = async (...lines: ReadonlyArray<string>): Promise<RawGrid | undefined> =>
  gridsOf(await documentOf(bytesOf(lines.join("\n"))))[0]

describe("空格分栏", () => {
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
