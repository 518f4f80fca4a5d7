/** 说明文字: headings, the table of contents, sentences broken by pages, several files. Sentences are made up. */
import { readPublished } from "@juesuan/documents"
import { describe, expect, it } from "vitest"
import { file, grid, line } from "./drawing.ts"

const narrativeOf = (...lines: ReadonlyArray<string>) =>
  readPublished([file(...lines.map(line))]).narrative.map(({ headings, text }) => [headings.join(" > "), text])

describe("说明文字", () => {
  it("标题一级一级排下去，带数字的句子不是标题", () => {
    expect(
      narrativeOf(
        "第三部分 情况说明",
        "九、“三公”经费支出决算情况说明",
        "（一）总体情况",
        "本年支出3.00万元。",
        "（二）具体情况",
        "1.公务接待费支出1.00万元，接待2批次。",
        "十、其他重要事项情况说明",
        "无"
      )
    ).toEqual([
      ["第三部分 情况说明 > 九、“三公”经费支出决算情况说明 > （一）总体情况", "本年支出3.00万元。"],
      ["第三部分 情况说明 > 九、“三公”经费支出决算情况说明 > （二）具体情况", "1.公务接待费支出1.00万元，接待2批次。"],
      ["第三部分 情况说明 > 十、其他重要事项情况说明", "无"]
    ])
  })

  it("目录的行都在目录之下，不当标题", () => {
    expect(
      narrativeOf(
        "目 录",
        "第一部分 概况........1",
        "第二部分 情况说明........3",
        "第一部分 概况",
        "一、主要职责",
        "负责档案的收集。"
      )
    ).toEqual([
      ["目录", "第一部分 概况........1"],
      ["目录", "第二部分 情况说明........3"],
      ["第一部分 概况 > 一、主要职责", "负责档案的收集。"]
    ])
  })

  it("标题后接正文的，分成标题和正文", () => {
    expect(narrativeOf("二、收入决算情况说明。本年收入合计5.00万元。")).toEqual([
      ["二、收入决算情况说明", "本年收入合计5.00万元。"]
    ])
  })

  it("被页码打断的句子接起来，小数点不当编号", () => {
    expect(
      narrativeOf(
        "三、支出决算情况说明",
        "本年支出比上年增加1.00万元，主要原因是人员增加，增长",
        "— 7 —",
        "17.99%，其余不变。"
      )
    ).toEqual([["三、支出决算情况说明", "本年支出比上年增加1.00万元，主要原因是人员增加，增长17.99%，其余不变。"]])
  })

  it("表上方的表名、单位和表下方的注不进说明文字", () => {
    const read = readPublished([
      file(
        line("支出决算表"),
        line("公开03表"),
        line("部门名称：某县档案馆 2023年度 金额单位：万元"),
        grid(`科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
        合计 | | 1.00 | 1.00 | `),
        line("注：本表反映本年度各项支出情况。"),
        line("第三部分 情况说明"),
        line("一、总体情况"),
        line("支出1.00万元。")
      )
    ])
    expect(read.narrative.map(({ text }) => text)).toEqual(["支出1.00万元。"])
    expect(read.tables[0]?.notes).toEqual(["注：本表反映本年度各项支出情况。"])
    expect([read.unit, read.year]).toEqual(["某县档案馆", 2023])
  })

  it("文字与表分在两个文件，合成一份；几个单位的公开混在一起，要说出来", () => {
    const table = (name: string) =>
      file(
        line("支出决算表"),
        line(`部门名称：${name}`),
        line("金额单位：万元"),
        grid(`科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
        合计 | | 1.00 | 1.00 | `)
      )
    const one = readPublished([file(line("一、总体情况"), line("支出1.00万元。")), table("甲县档案馆")])
    expect([one.narrative.length, one.tables.length, one.unread]).toEqual([1, 1, []])
    const sentences = file(line("三、支出决算情况说明"), line("本年支出合计1.00万元。"), line("本年支出合计2.00万元。"))
    const two = readPublished([table("甲县档案馆"), table("乙县档案馆"), sentences])
    expect(two.narrative).toEqual([])
    expect(two.unread.map(({ reason }) => reason.zh).join("")).toContain("不止一个单位")
  })
})
