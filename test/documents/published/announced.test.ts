/** 只见表名: a table that is named and shown as a picture, or not at all, was not read; one that says it is empty was. */
import { type RawBlock, readPublished } from "@juesuan/documents"
import { expect, it } from "vitest"
import { file, grid, line } from "./drawing.ts"

const drawn = `项目 | 本年收入合计 | 财政拨款收入
栏次 | 1 | 2
合计 | 30.50 | 30.50`

const unreadOf = (...blocks: ReadonlyArray<RawBlock>): ReadonlyArray<string> =>
  readPublished([file(...blocks)]).unread.map(({ text }) => text)

it("目录里有名、正文里有表：没有什么没读", () => {
  expect(
    unreadOf(line("目录"), line("二、收入决算表"), line("2024年度部门决算表"), line("收入决算表"), grid(drawn))
  ).toEqual([])
})

it("有名无表：按最后一次写出的表名说明一次", () => {
  expect(
    unreadOf(
      line("目录"),
      line("三、支出决算表"),
      line("收入决算表"),
      grid(drawn),
      line("一、说明"),
      line("支出决算表"),
      line("完。")
    )
  ).toEqual(["支出决算表"])
})

it("有名无表而写明无数据：读到了", () => {
  expect(
    unreadOf(
      line("收入决算表"),
      grid(drawn),
      line("一、说明。"),
      line("一般公共预算财政拨款支出决算表"),
      line("本部门没有一般公共预算财政拨款支出，故本表无数据。")
    )
  ).toEqual([])
})

it("可以没有的表，只见其名不算没读", () => {
  expect(
    unreadOf(line("收入决算表"), grid(drawn), line("一、说明。"), line("国有资本经营预算财政拨款支出决算表"))
  ).toEqual([])
})
