/** 采纳: a disclosure that somebody published becomes the opening facts of the next year, or nothing is stored. */
import { Books } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { newBooks } from "./books.ts"

const published = (closing: string) => `2024年度某县某局部门决算公开

收入支出决算总表
公开01表
部门名称：某县某局
2024年度
金额单位：万元
收入\t\t\t支出\t\t
项目\t行次\t金额\t项目\t行次\t金额
栏次\t\t1\t栏次\t\t2
一、一般公共预算财政拨款收入\t1\t1,564.71\t一、一般公共服务支出\t32\t1,${closing === "" ? "564.71" : "552.37"}
本年收入合计\t27\t1,564.71\t本年支出合计\t58\t1,${closing === "" ? "564.71" : "552.37"}
年初结转和结余\t29\t\t年末结转和结余\t60\t${closing}
总计\t31\t1,564.71\t总计\t62\t1,564.71

支出决算表
公开03表
部门名称：某县某局
金额单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出
科目代码\t科目名称\t\t\t
栏次\t\t1\t2\t3
合计\t\t1552.37\t1096.83\t455.54
201\t一般公共服务支出\t1552.37\t1096.83\t455.54
20103\t政府办公厅（室）及相关机构事务\t1552.37\t1096.83\t455.54
2010306\t政务公开审批\t1552.37\t1096.83\t455.54
`

const file = (text: string) => ({ name: "决算公开.txt", bytes: new TextEncoder().encode(text) })
const request = {
  unit: "001",
  jurisdiction: "山西",
  department: { code: "001", name: "某县某局" },
  actor: "会计岗"
}
const adopt = (more: object) =>
  Effect.flatMap(Books, (books) => books.adopt({ ...request, files: [file(published(""))], ...more }))

const carryover = (rows: string) => ({
  name: "结转.csv",
  bytes: new TextEncoder().encode(`资金性质,功能科目,支出类型,项目代码,金额\n${rows}`)
})
const eventsOf = Effect.flatMap(Books, (books) => books.log({}, { limit: 1000 }))

describe("采纳公开的决算", () => {
  it("没有结转：登记单位、开账、记下每个上年数及其出处；再采纳一次什么也不变", async () => {
    const books = newBooks()
    const first = await books.run(adopt({}))
    expect(first).toMatchObject({ unit: "001", year: 2025, stored: first.comparatives + 2, dryRun: false })
    const { events } = await books.run(eventsOf)
    expect(events.slice(0, 2).map(({ data, type }) => [type, data])).toEqual([
      [
        "UnitRegistered",
        { occurredOn: "2025-01-01", name: "某县某局", department: request.department, jurisdiction: "shanxi" }
      ],
      ["YearOpened", { occurredOn: "2025-01-01", carryovers: [] }]
    ])
    const figures = new Map(events.slice(2).map(({ data }) => [data["figure"], data]))
    expect(figures.get("公开01/总计/收入")).toEqual({
      occurredOn: "2025-01-01",
      figure: "公开01/总计/收入",
      value: "1564.71",
      unit: "万元",
      source: "决算公开.txt 公开01 第14行"
    })
    expect(figures.get("公开03/2010306/项目支出")).toMatchObject({ value: "455.54", unit: "万元" })
    expect(await books.run(adopt({}))).toMatchObject({ stored: 0, present: first.comparatives })
  })

  it("有结转而没有给出各行：拒绝，说明缺什么；一个事件也不存", async () => {
    const books = newBooks()
    const error = await books.refused(adopt({ files: [file(published("12.34"))] }))
    expect(error).toMatchObject({ code: "AdoptionIncomplete", category: "usage" })
    expect(error.issues[0]?.says.zh).toContain("12.34万元")
    expect(error.issues[0]?.says.zh).toContain("--carryover")
    expect(await books.length()).toBe(0)
  })

  it("各行合计与公开数在印出的位数之内相符才采纳", async () => {
    const line = "一般公共预算财政拨款,2010306,基本支出,,"
    const files = [file(published("12.34"))]
    const books = newBooks()
    const wrong = await books.refused(adopt({ files, carryovers: carryover(`${line}123450.01`) }))
    expect(wrong.issues[0]?.says.zh).toContain("对不上")
    expect(await books.length()).toBe(0)
    const adopted = await books.run(adopt({ files, carryovers: carryover(`${line}123449.99`) }))
    const { events } = await books.run(eventsOf)
    expect(adopted.stored).toBe(events.length)
    expect(events[1]?.data["carryovers"]).toEqual([
      { fund: "general-public-budget", functional: "2010306", kind: "basic", amount: "123449.99" }
    ])
  })

  it("不认识的单位、没有年度、读不懂的文件、只试不存：各有说法，都不存", async () => {
    const books = newBooks()
    expect(await books.refused(adopt({ jurisdiction: undefined }))).toMatchObject({ code: "UnitNotRegistered" })
    const undated = file("某局部门决算公开\n\n没有表。\n")
    expect(await books.refused(adopt({ files: [undated] }))).toMatchObject({ code: "YearMissing" })
    expect(await books.refused(adopt({ files: [undated], year: 2025 }))).toMatchObject({ code: "AdoptionIncomplete" })
    expect(await books.refused(adopt({ year: 2010 }))).toMatchObject({ code: "YearNotHeld" })
    expect(await books.run(adopt({ dryRun: true }))).toMatchObject({ stored: 0, dryRun: true })
    expect(await books.length()).toBe(0)
  })
})
