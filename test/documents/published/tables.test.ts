/**
 * 读表: each layout of a table as it is found in the files of some place or year, and what it must be read as. Figures are
 * made up.
 */
import { readPublished } from "@juesuan/documents"
import type { Printed, PublishedTable } from "@juesuan/domain"
import { describe, expect, it } from "vitest"
import { file, grid, line } from "./drawing.ts"

const shown = (printed: Printed | undefined): string => {
  if (printed === undefined) return "无"
  return printed._tag === "Blank" ? "空" : printed.text
}

const only = (tables: ReadonlyArray<PublishedTable>): PublishedTable => {
  const [table] = tables
  if (table === undefined || tables.length !== 1) throw new Error(`表数：${tables.length}`)
  return table
}

/** What stands at a row and column, by their meanings. */
const at = (table: PublishedTable, row: string, column: string): string => {
  const key = table.columns.find(({ meaning }) => meaning === column)?.key
  if (key === undefined) return "没有这一栏"
  const found = table.rows.find(({ meaning }) => meaning === row)
  return found === undefined ? "没有这一行" : shown(found.cells[key]?.printed)
}

const read = (title: string, drawn: string, ...notes: ReadonlyArray<string>): PublishedTable =>
  only(readPublished([file(line(title), line("金额单位：万元"), grid(drawn), ...notes.map(line))]).tables)

describe("按内容认表", () => {
  it("收入支出决算总表：左收入、右支出，各有行次", () => {
    const table = read(
      "收入支出决算总表",
      `收入 | < | < | 支出 | < | <
      项目 | 行次 | 金额 | 项目 | 行次 | 金额
      栏次 | | 1 | 栏次 | | 2
      一、一般公共预算财政拨款收入 | 1 | 30.50 | 一、一般公共服务支出 | 32 | 20.00
      二、政府性基金预算财政拨款收入 | 2 | | 七、文化体育与传媒支出 | 38 | 10.50
       | 9 | | 九、医疗卫生与计划生育支出 | 40 |
      本年收入合计 | 27 | 30.50 | 本年支出合计 | 58 | 30.50
      用事业基金弥补收支差额 | 28 | | 结余分配 | 59 | 0.00
       | | | 其中：交纳所得税 | 60 | 1.00
      年初结转和结余 | 29 | — | 年末结转和结余 | 60 |
      总计 | 31 | 30.50 | 总计 | 62 | 30.50`
    )
    expect(table.meaning).toBe("income-expenditure-summary")
    expect(table.unit?.shown).toBe("万元")
    expect(at(table, "revenue.general-public-budget", "income")).toBe("30.50")
    expect(at(table, "expenditure.207", "expenditure")).toBe("10.50")
    expect(at(table, "expenditure.210", "expenditure")).toBe("空")
    expect(at(table, "surplus-used", "income")).toBe("空")
    expect(at(table, "surplus-distributed", "expenditure")).toBe("0.00")
    expect(at(table, "opening-carryover", "income")).toBe("—")
    expect([at(table, "total", "income"), at(table, "total", "expenditure")]).toEqual(["30.50", "30.50"])
    expect(table.rows.find(({ label }) => label.includes("所得税"))?.meaning).toBeUndefined()
  })

  it("支出决算表：科目编码分类、款、项三栏，类款项与栏次、合计并排", () => {
    const table = read(
      "支出决算表",
      `项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
      功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^
      类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6
      ^ | ^ | ^ | 合计 | 8.00 | 5.00 | 3.00 | | |
      205 | | | 教育支出 | 8.00 | 5.00 | 3.00 | | |
      205 | 02 | | 普通教育 | 8.00 | 5.00 | 3.00 | | |
      205 | 02 | 01 | 学前教育 | 8.00 | 5.00 | 3.00 | | |`
    )
    expect(table.meaning).toBe("expenditure")
    expect(table.rows.map(({ meaning }) => meaning)).toEqual(["total", "205", "20502", "2050201"])
    expect(at(table, "total", "expenditure-of-year")).toBe("8.00")
    expect(at(table, "2050201", "expenditure.project")).toBe("3.00")
  })

  it("没有画线、只有合计一行的表：栏目挤到左边，金额的上面是“项”，仍是金额，按表式认栏", () => {
    const drawn = grid(`功能分类科目编码款 | 项目 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余 |
      类 | 功能分类科目名称 | | 合计 | 基本支出 | 项目支出 |
       | 项 | | | | |
      合计 | 1.00 | 2.00 | 3.00 | 2.00 | 1.00 | 0.00`)
    const table = only(
      readPublished([
        file(line("政府性基金预算财政拨款收入支出决算表"), line("单位：万元"), { ...drawn, bounded: false })
      ]).tables
    )
    expect(table.unread).toEqual([])
    expect(at(table, "total", "opening-carryover")).toBe("1.00")
    expect(at(table, "total", "expenditure.project")).toBe("1.00")
    expect(at(table, "total", "closing-carryover")).toBe("0.00")
  })

  it("没有画线、三层的表头，“支出功能分类科目编码”折成几截：按表式认栏", () => {
    const drawn = grid(`项目 | < | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | 年末结转和结余 | < | <
      支出功能分 | < | 基本 | < | 项目支 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | 项目支出 | 基本 | < | 项目支
      类科目编码 | 科目名称 | 合计 | 支出 | 出结转 | | | | | | | 合计 | 支出 | 出结转
      类款项 | | | 结转 | 和结余 | | | | | | | | 结转 | 和结余
       | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
      合计 | | 18.29 | 0.00 | 18.29 | 8.00 | 5.00 | 3.00 | 7.00 | 5.00 | 2.00 | 19.29 | 0.00 | 19.29
      201 | 一般公共服务支出 | 18.29 | 0.00 | 18.29 | 8.00 | 5.00 | 3.00 | 7.00 | 5.00 | 2.00 | 19.29 | 0.00 | 19.29`)
    const table = only(
      readPublished([
        file(line("一般公共预算财政拨款收入支出决算表"), line("单位：万元"), {
          ...drawn,
          bounded: false,
          doubt: "head"
        })
      ]).tables
    )
    expect(table.unread).toEqual([])
    expect(table.columns.map(({ headings }) => headings.join("·"))).toContain("年末结转和结余·项目支出结转和结余")
    expect(at(table, "201", "expenditure.project")).toBe("2.00")
  })

  it("基本支出明细表：四组并列，人员与公用合计在末行", () => {
    const table = read(
      "一般公共预算财政拨款基本支出决算明细表",
      `人员经费 | < | < | 公用经费 | < | < | < | < | <
      科目代码 | 科目名称 | 决算数 | 科目代码 | 科目名称 | 决算数 | 科目代码 | 科目名称 | 决算数
      301 | 工资福利支出 | 12.00 | 302 | 商品和服务支出 | 3.00 | 310 | 资本性支出 |
      30101 | 基本工资 | 12.00 | 30201 | 办公费 | 3.00 | 31002 | 办公设备购置 |
      人员经费合计 | < | 12.00 | 公用经费合计 | < | < | < | < | 3.00`
    )
    expect(table.meaning).toBe("general-public-budget-basic-expenditure")
    expect(table.columns.map(({ label, meaning }) => [label, meaning])).toEqual([["决算数", "amount"]])
    expect(at(table, "30201", "amount")).toBe("3.00")
    expect([at(table, "personnel", "amount"), at(table, "public-use", "amount")]).toEqual(["12.00", "3.00"])
  })

  it("行末有一栏全空（文字处理软件留下的格）：不算一栏，并列的组照样认得", () => {
    const table = read(
      "一般公共预算财政拨款基本支出决算明细表",
      `人员经费 | < | < | 公用经费 | < | < |
      科目代码 | 科目名称 | 决算数 | 科目代码 | 科目名称 | 决算数 |
      301 | 工资福利支出 | 12.00 | 302 | 商品和服务支出 | 3.00 |
      30101 | 基本工资 | 12.00 | 30201 | 办公费 | 3.00 |
      人员经费合计 | | 12.00 | 公用经费合计 | | 3.00 | `
    )
    expect(table.columns.map(({ label, meaning }) => [label, meaning])).toEqual([["决算数", "amount"]])
    expect([at(table, "30201", "amount"), at(table, "public-use", "amount")]).toEqual(["3.00", "3.00"])
  })

  it("三公经费：项目竖排，预算数、决算数两栏；引用时仍是原来的行与栏", () => {
    const table = read(
      "财政拨款“三公”经费支出决算表",
      `项目 | 行次 | 预算数 | 决算数
      合计 | 1 | 5.00 | 4.00
      1.因公出国（境）费 | 2 | |
      2.公务用车购置及运行维护费 | 3 | 4.00 | 3.50
      其中：（1）公务用车购置费 | 4 | |
      （2）公务用车运行维护费 | 5 | 4.00 | 3.50
      3.公务接待费 | 6 | 1.00 | 0.50`
    )
    expect(table.meaning).toBe("three-public")
    expect(at(table, "three-public", "actual.vehicle-operation")).toBe("3.50")
    expect(at(table, "three-public", "budget.total")).toBe("5.00")
    expect(at(table, "three-public", "budget.overseas-travel")).toBe("空")
    const key = table.columns.find(({ meaning }) => meaning === "actual.official-reception")?.key ?? ""
    const row = table.rows.find(({ meaning }) => meaning === "three-public")
    expect(row?.cells[key]?.printedAt).toEqual({ row: "3.公务接待费", column: "决算数" })
    expect(table.rows.filter(({ arranged }) => arranged !== true)).toHaveLength(6)
  })
})

describe("各地的版式", () => {
  it("表头字段比表身少：栏目按顺序对上", () => {
    const table = read(
      "政府性基金预算财政拨款收入支出决算表",
      `项目 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余
      科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出
      合计 | | 1.00 | 9.00 | 8.00 | | 8.00 | 2.00
      212 | 城乡社区支出 | 1.00 | 9.00 | 8.00 | | 8.00 | 2.00`
    )
    expect(at(table, "212", "opening-carryover")).toBe("1.00")
    expect(at(table, "212", "expenditure-of-year")).toBe("8.00")
    expect(at(table, "212", "expenditure.project")).toBe("8.00")
    expect(at(table, "212", "closing-carryover")).toBe("2.00")
  })

  it("并排的科目折成几行：接到自己那一栏上，起头的接到下面", () => {
    const table = read(
      "一般公共预算财政拨款基本支出决算表",
      `编码 | 名称 | 决算数 | 编码 | 名称 | 决算数
       | 工资福 | | | |
      301 | 利支出 | 3.00 | 302 | 商品和服 | 2.00
       | | | | 务支出 |
       | 基本 | | | |
      30101 | 工资 | 3.00 | 30201 | 办公费 | 2.00`
    )
    expect(table.rows.map(({ label }) => label)).toEqual(["工资福利支出", "商品和服务支出", "基本工资", "办公费"])
  })

  it("每页重复的页眉不断开表，只写续表的表头接着上面", () => {
    const part = (row: string) => [
      line("某局2024年度部门决算"),
      line("- 1 -"),
      line("续表"),
      grid(`科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n${row}`)
    ]
    const head = [
      line("支出决算表"),
      line("金额单位：万元"),
      grid("科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n合计 | | 6.00 | 6.00 |")
    ]
    const rows = [
      "205 | 教育支出 | 1.00 | 1.00 |",
      "208 | 社会保障和就业支出 | 2.00 | 2.00 |",
      "210 | 卫生健康支出 | 3.00 | 3.00 |"
    ]
    const table = only(readPublished([file(...head, ...rows.flatMap(part))]).tables)
    expect(table.rows.map(({ label }) => label)).toEqual(["合计", "教育支出", "社会保障和就业支出", "卫生健康支出"])
  })

  it("科目名称折成几行：还是一个名称", () => {
    const table = read(
      "支出决算表",
      `科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
      208 | 社会保障和就业支出 | 7.00 | 7.00 |
       | 机关事业单位基本养老保 | | |
      2080505 | | 7.00 | 7.00 |
       | 险缴费支出 | | |
      2080506 | 机关事业单位职业年金缴 | 0.00 | |
       | 费支出 | | |`
    )
    expect(table.rows.map(({ key, label }) => `${key} ${label}`)).toEqual([
      "208 社会保障和就业支出",
      "2080505 机关事业单位基本养老保险缴费支出",
      "2080506 机关事业单位职业年金缴费支出"
    ])
  })

  it("名称的上半截印在编码行上面，并排的表里也是：按正式的名称接；名称不是正式的，照表里别的名称接", () => {
    const labels = (drawn: string) => read("一般公共预算财政拨款基本支出决算表", drawn).rows.map(({ label }) => label)
    const above = `编码 | 名称 | 决算数 | 编码 | 名称 | 决算数
      301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 2.00
      30107 | 绩效工资 | 1.00 | 30201 | 办公费 | 2.00
      机关事业单位基 | | | | |
      30108 | 本养老保险缴费 | 5.00 | 30202 | 印刷费 |
      本单位自设的 | | | | |
      30198 | 福利支出 | 3.00 | 30203 | 咨询费 | `
    expect(labels(above)).toEqual([
      "工资福利支出",
      "商品和服务支出",
      "绩效工资",
      "办公费",
      "机关事业单位基本养老保险缴费",
      "印刷费",
      "本单位自设的福利支出",
      "咨询费"
    ])
    const around = `编码 | 名称 | 决算数
      其他工资 | |
      30199 | | 1.00
      福利支出 | |
      职工基本医 | |
      30110 | | 2.00
      疗保险缴费 | |
      住房 | |
      30113 | | 3.00
      公积金 | | `
    expect(labels(around)).toEqual(["其他工资福利支出", "职工基本医疗保险缴费", "住房公积金"])
  })

  it("表名折成两行：按整个表名认表，前一行不进说明文字", () => {
    const fund = (...lines: ReadonlyArray<string>) =>
      readPublished([
        file(
          ...lines.map(line),
          line("公开07表"),
          line("金额单位：万元"),
          grid(`科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
            ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
            212 | 城乡社区支出 | | 5.00 | 5.00 | | 5.00 |`)
        )
      ])
    const whole = fund("政府性基金预算财政拨款", "收入支出决算表")
    expect(only(whole.tables)).toMatchObject({
      meaning: "government-fund",
      title: "政府性基金预算财政拨款收入支出决算表"
    })
    expect(whole.narrative).toEqual([])
    const apart = fund("本年没有政府性基金预算财政拨款。", "收入支出决算表")
    expect(apart.narrative.map(({ text }) => text)).toEqual(["本年没有政府性基金预算财政拨款。"])
  })

  it("支出按功能、按性质与经济分类并列三组：只有功能分类的行是类级支出", () => {
    const table = read(
      "收入支出决算总表",
      `收入 | < | < | 支出 | < | < | < | < | <
      项目 | 行次 | 决算数 | 项目（按功能分类） | 行次 | 决算数 | 项目（按支出性质和经济分类） | 行次 | 决算数
      一、财政拨款收入 | 1 | 50.00 | 一、一般公共服务支出 | 31 | 50.00 | 一、基本支出 | 60 | 30.00
      其中：政府性基金预算财政拨款 | 2 | 5.00 | 二、外交支出 | 32 | | 二、项目支出 | 61 | 20.00
      二、上级补助收入 | 3 | | 三、国防支出 | 33 | | 工资福利支出 | 62 | 25.00
      三、事业收入 | 4 | | 四、教育支出 | 34 | | 其他支出 | 63 | 25.00
      本年收入合计 | 27 | 50.00 | 本年支出合计 | < | < | < | 84 | 50.00
      总计 | 30 | 50.00 | 总计 | < | < | < | 87 | 50.00`
    )
    expect(table.meaning).toBe("income-expenditure-summary")
    expect(at(table, "revenue.fiscal", "income")).toBe("50.00")
    expect(table.rows.filter(({ meaning }) => meaning === "revenue.government-fund")).toEqual([])
    expect(at(table, "expenditure.201", "expenditure")).toBe("50.00")
    expect(at(table, "expenditure-of-year", "expenditure")).toBe("50.00")
    expect(at(table, "expenditure.229", "expenditure")).toBe("没有这一行")
    expect(table.rows.find(({ label }) => label === "工资福利支出")?.meaning).toBeUndefined()
  })

  it("财政拨款总表：年初、年末结转分预算的行随上一行取义", () => {
    const table = read(
      "财政拨款收入支出决算总表",
      `收入 | < | 支出 | < | < | <
      项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款
      一、一般公共预算财政拨款 | 6.00 | 一、一般公共服务支出 | 5.00 | 5.00 |
      二、政府性基金预算财政拨款 | 2.00 | 二、城乡社区支出 | 2.00 | | 2.00
      本年收入合计 | 8.00 | 本年支出合计 | 7.00 | 5.00 | 2.00
      年初财政拨款结转和结余 | 1.00 | 年末财政拨款结转和结余 | 2.00 | 2.00 |
      一般公共预算财政拨款 | 1.00 | | | |
      总计 | 9.00 | 总计 | 9.00 | 7.00 | 2.00`
    )
    expect(at(table, "revenue.general-public-budget", "income")).toBe("6.00")
    expect(at(table, "opening-carryover.general-public-budget", "income")).toBe("1.00")
    expect(at(table, "expenditure.212", "expenditure.government-fund")).toBe("2.00")
    expect(at(table, "total", "expenditure.fiscal")).toBe("9.00")
  })

  it("基本支出表为一列清单，分合计、人员经费、公用经费三栏，合计在末行", () => {
    const table = read(
      "一般公共预算财政拨款基本支出决算表",
      `经济分类科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
      301 | 工资福利支出 | 6.00 | 6.00 |
      30101 | 基本工资 | 6.00 | 6.00 |
      302 | 商品和服务支出 | 1.50 | | 1.50
      30201 | 办公费 | 1.50 | | 1.50
      合计 | | 7.50 | 6.00 | 1.50`
    )
    expect(at(table, "total", "amount")).toBe("7.50")
    expect(at(table, "30201", "public-use")).toBe("1.50")
  })

  it("支出决算表：制表符分栏的文本，类、款、项三栏而编码只印在第一栏", () => {
    const table = read(
      "支出决算表",
      `项目 | | | | 本年支出合计 | 基本支出 | 项目支出
      支出功能分类科目编码 | | | 科目名称 | | |
      类 | 款 | 项 | 栏次 | 1 | 2 | 3
       | | | 合计 | 9.00 | 6.00 | 3.00
      204 | | | 公共安全支出 | 9.00 | 6.00 | 3.00
      20405 | | | 法院 | 9.00 | 6.00 | 3.00
      2040501 | | | 行政运行 | 6.00 | 6.00 | —
      2040504 | | | 案件审判 | 3.00 | — | 3.00`
    )
    expect(table.meaning).toBe("expenditure")
    expect(at(table, "2040501", "expenditure.basic")).toBe("6.00")
    expect(at(table, "204", "expenditure-of-year")).toBe("9.00")
    expect(table.columns.map(({ meaning }) => meaning)).not.toContain(undefined)
  })

  it("科目编码与金额印在不同的行：说没有读入，不当作读到", () => {
    const table = read(
      "支出决算表",
      `科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
       | 合计 | 9.00 | 6.00 | 3.00
      204 | 公共安全支出 | | |
       | 市本级 | 9.00 | 6.00 | 3.00
      20405 | 法院 | | |
       | 市本级 | 9.00 | 6.00 | 3.00
      2040501 | 行政运行 | | |
       | 市本级 | 9.00 | 6.00 | 3.00`
    )
    expect(table.meaning).toBeUndefined()
    expect(table.unread.map(({ reason }) => reason.zh)).toEqual(["科目编码与金额没有读成一行，表中各数没有读入"])
  })

  it("有金额的行没有名称也没有编码：说没有读入，不当作读到", () => {
    const table = read(
      "支出决算表",
      `科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
       | | 9.00 | 6.00 | 3.00
       | | 9.00 | |
       | | 6.00 | |
       | 合计 | 9.00 | 6.00 | 3.00`
    )
    expect(table.meaning).toBeUndefined()
    expect(table.unread.map(({ reason }) => reason.zh)).toEqual(["金额没有与名称、编码读成一行，表中各数没有读入"])
  })

  it("三公表项目横排、预算数与决算数竖排，会议费、培训费在旁；表号在标题下一行", () => {
    const drawn = `项目 | 一般公共预算财政拨款安排的“三公”经费 | < | < | < | < | < | 会议费 | 培训费
      ^ | 小计 | 因公出国（境）费用 | 公务用车购置及运行维护费 | < | < | 公务接待费 | ^ | ^
      ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^
      栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
      预算数 | 9.00 | | 6.00 | | 6.00 | 3.00 | 1.20 | 0.80
      决算数 | 7.50 | | 5.40 | | 5.40 | 2.10 | 1.10 | 0.70`
    const title = "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"
    const table = only(readPublished([file(line(title), line("附表9"), line("金额单位：万元"), grid(drawn))]).tables)
    expect(table.meaning).toBe("three-public")
    expect(at(table, "three-public", "budget.total")).toBe("9.00")
    expect(at(table, "three-public", "actual.vehicles")).toBe("5.40")
    expect(at(table, "three-public", "actual.overseas-travel")).toBe("空")
    expect(at(table, "three-public", "actual.official-reception")).toBe("2.10")
  })

  it("三公表预算、决算两两并排", () => {
    const table = read(
      "一般公共预算财政拨款“三公”经费支出决算表",
      `合计 | < | 因公出国(境)费 | < | 公务用车购置及运行费 | < | < | < | < | < | 公务接待费 | <
      预算数 | 决算数 | 预算数 | 决算数 | 小计 | < | 购置费 | < | 运行费 | < | 预算数 | 决算数
      ^ | ^ | ^ | ^ | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | ^ | ^
      9.00 | 8.00 | 1.00 | 0.90 | 6.00 | 5.60 | 0.00 | 0.00 | 6.00 | 5.60 | 2.00 | 1.50`
    )
    expect(at(table, "three-public", "budget.vehicles")).toBe("6.00")
    expect(at(table, "three-public", "actual.vehicle-operation")).toBe("5.60")
    expect(at(table, "three-public", "actual.official-reception")).toBe("1.50")
  })

  it("三公表的栏目名称折在两行表头里：接起来还是一个名称", () => {
    const table = read(
      "一般公共预算财政拨款“三公”经费支出决算表",
      `预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
      合计 | 因公出国 | 公务用车购置及运行维护费 | < | < | 公务接待 | 合计 | 因公出国 | 公务用车购置及运行维护费 | < | < | 公务接待
       | （境）费 | 小计 | 公务用车购置费 | 公务用车运行维护费 | 费 | | （境）费 | 小计 | 公务用车购置费 | 公务用车运行维护费 | 费
      9.00 | 1.00 | 6.00 | | 6.00 | 2.00 | 8.00 | 0.90 | 5.60 | | 5.60 | 1.50`
    )
    expect(at(table, "three-public", "budget.overseas-travel")).toBe("1.00")
    expect(at(table, "three-public", "actual.official-reception")).toBe("1.50")
  })

  it("项目支出表、资产表等各地自加的表：照读，不冒充统一的表", () => {
    const table = read(
      "一般公共预算财政拨款项目支出决算表",
      `科目编码 | 科目名称 | 合计 | 工资福利支出 | 商品和服务支出
      合计 | | 5.00 | 1.00 | 4.00
      2010306 | 政务公开审批 | 5.00 | 1.00 | 4.00`
    )
    expect(table.meaning).toBeUndefined()
    expect(table.rows.map(({ code }) => code)).toEqual([undefined, "2010306"])
    expect(table.columns.map(({ label }) => label)).toEqual(["合计", "工资福利支出", "商品和服务支出"])
  })
})

const expenditure = (code: string, amount: string): string =>
  `${code} | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
  合计 | | 8.00 | 5.00 | 3.00
  205 | 教育支出 | 8.00 | ${amount} | 3.00`

describe("单位", () => {
  const drawn = `科目代码 | 科目名称 | 本年支出合计（元） | 基本支出 | 项目支出
      合计 | | 10,000.00 | 1.00 | 0.00`
  const unitsOf = (...lines: ReadonlyArray<string>) =>
    only(readPublished([file(...lines.map(line), grid(drawn))]).tables)
      .rows.flatMap(({ cells }) => Object.values(cells))
      .map(({ printed }) => (printed._tag === "Number" ? printed.shown : printed._tag))

  it("栏目写明的单位先于表头的单位", () => {
    expect(unitsOf("支出决算表", "金额单位：万元")).toEqual(["元", "万元", "万元"])
  })

  it("全文写明的单位用于没有写单位的表；单位名称以元字开头不是金额单位", () => {
    expect(unitsOf("本套报表金额单位均为万元。", "支出决算表", "单位：元水县档案馆")).toEqual(["元", "万元", "万元"])
  })

  it("没有写明单位的金额不猜，并且说出来", () => {
    expect(unitsOf("支出决算表")).toEqual(["元", "", ""])
    const bare = [line("支出决算表"), grid(expenditure("科目代码", "5.00"))]
    expect(only(readPublished([file(...bare)]).tables).unread).toEqual([])
    const table = only(readPublished([file(...bare, line("本年支出合计8.00万元。"))]).tables)
    expect(table.meaning).toBe("expenditure")
    expect(table.unread.map(({ reason }) => reason.zh)).toEqual(["没有写明金额单位，表中各数与文字中的金额没有比较"])
  })

  it("写在第一个栏目名称里的单位用于全表；格里写明的单位是那一格的", () => {
    const shownIn = (head: string, amount: string) => {
      const table = only(readPublished([file(line("支出决算表"), grid(expenditure(head, amount)))]).tables)
      const row = table.rows.find(({ meaning }) => meaning === "205")
      return [table.meaning, ...Object.values(row?.cells ?? {}).map(({ printed }) => printed)]
    }
    const whole = shownIn("科目代码（单位：万元）", "5.00")
    expect(whole).toMatchObject(["expenditure", { shown: "万元" }, { shown: "万元" }, { shown: "万元" }])
    const [, , cell, other] = shownIn("科目代码（单位：万元）", "50,000.00元")
    expect([cell, other]).toMatchObject([{ text: "50,000.00", shown: "元" }, { shown: "万元" }])
  })
})

describe("不丢、不猜", () => {
  it("表说自己没有数据，原话留着", () => {
    const table = read(
      "国有资本经营预算财政拨款支出决算表",
      `项目 | < | 本年支出 | < | <
      科目代码 | 科目名称 | 合计 | 基本支出 | 项目支出
      栏次 | < | 1 | 2 | 3
      合计 | < | | |`,
      "说明：本单位2024年度没有国有资本经营预算财政拨款支出，故本表为空。"
    )
    expect(table.meaning).toBe("state-capital-expenditure")
    expect(table.statedEmpty?.text).toContain("故本表为空")
    expect(at(table, "total", "expenditure-of-year")).toBe("空")
  })

  it("换页断开的表接成一张，重复的表头不算行", () => {
    const [table, ...others] = readPublished([
      file(
        line("收入决算表"),
        grid(`科目代码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入
        合计 | | 9.00 | 7.00 | 2.00
        213 | 农林水支出 | 9.00 | 7.00 | 2.00`),
        line("— 5 —"),
        grid(`科目代码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入
        21301 | 农业农村 | 9.00 | 7.00 | 2.00`),
        grid(`2130101 | 行政运行 | 9.00 | 7.00 | 2.00`)
      )
    ]).tables
    expect(others).toEqual([])
    expect(table?.rows.map(({ key }) => key)).toEqual(["合计", "213", "21301", "2130101"])
  })

  it("页间的话不断开表：转下页、续上表、一两行页眉、注；另有表名的是另一张；被一段文字断开的，说没有读全", () => {
    const rest = grid("213 | 农林水支出 | 5.00 | 5.00 |\n21301 | 农业农村 | 5.00 | 5.00 |")
    const tablesOf = (...between: ReadonlyArray<string>) =>
      readPublished([
        file(
          line("支出决算表"),
          line("金额单位：万元"),
          grid(
            "科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n合计 | | 8.00 | 5.00 | 3.00\n205 | 教育支出 | 3.00 | | 3.00"
          ),
          ...between.map(line),
          rest
        )
      ]).tables.map(({ rows, unread }) => [rows.length, ...unread.map(({ reason }) => reason.zh)])
    expect(tablesOf("（转下页）", "第 12 页 共 30 页", "续上表")).toEqual([[4]])
    expect(tablesOf("注：本表续下页。", "- 12 -", "续上页")).toEqual([[4]])
    expect(tablesOf("某县档案馆决算公开", "Page 12")).toEqual([[4]])
    expect(
      tablesOf(
        "注：1.本表含上年结转资金2.00万元。",
        "2.基本支出5.00万元。",
        "（注：数据取自决算报表）",
        "制表人：王某　　联系电话：0000-0000000",
        "- 12 -"
      )
    ).toEqual([[4]])
    expect(tablesOf("收入决算表").map(([rows]) => rows)).toEqual([2, 2])
    const torn = [[2, "表被文字断开，后面的几行没有表头，没有读入"]]
    expect(tablesOf("二、收入情况")).toEqual(torn)
    expect(tablesOf("本年支出8.00万元，其中基本支出5.00万元。")).toEqual(torn)
  })

  it("每页的注与签名之后再印一次表头：还是一张表", () => {
    const head = "科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出"
    const [table, ...others] = readPublished([
      file(
        line("支出决算表"),
        line("金额单位：万元"),
        grid(`${head}\n合计 | | 8.00 | 5.00 | 3.00\n205 | 教育支出 | 3.00 | | 3.00`),
        line("注：本表反映本年度支出情况。"),
        line("制表人：王某　　日期：2024-08-01"),
        line("- 5 -"),
        grid(`${head}\n213 | 农林水支出 | 5.00 | 5.00 |`)
      )
    ]).tables
    expect(others).toEqual([])
    expect(table?.rows.map(({ key }) => key)).toEqual(["合计", "205", "213"])
  })

  it("表下签名的一行不是数据；表名外面的书名号不是表名", () => {
    const table = read(
      "《支出决算表》",
      `科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
      合计 | | 8.00 | 5.00 | 3.00
      单位负责人：张某 | 财务负责人：李某 | 填表人：王某 | | 填报日期：2024年8月1日`
    )
    expect([table.title, table.meaning, table.rows.length]).toEqual(["支出决算表", "expenditure", 1])
  })

  it("看不清的数字是看不清，不是零", () => {
    const table = read(
      "支出决算表",
      `科目代码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
      合计 | | 8.00 | O.68 | 3.00
      205 | 教育支出 | 8.0 0 | 12.50 3.10 | 3.00`
    )
    const row = table.rows.find(({ meaning }) => meaning === "205")
    expect(table.rows[0]?.cells["基本支出"]?.printed).toEqual({ _tag: "Unreadable", text: "O.68" })
    expect(row?.cells["本年支出合计"]?.printed).toMatchObject({ _tag: "Number", text: "8.00" })
    expect(row?.cells["基本支出"]?.printed._tag).toBe("Unreadable")
  })

  it("认得表名而看不出各栏是什么：说没有判断，没有一栏有意义；空表不必说", () => {
    const statistics = (head: string, amount: string) =>
      read(
        "部门决算公开相关信息统计表",
        `项目 | ${head}
        一、政府采购支出合计 | ${amount}
        1. 政府采购货物支出 | ${amount}
        二、机关运行经费 | ${amount}
        三、公务用车数量 | `
      )
    const unreadable = statistics("▢▢", "8.00")
    expect(unreadable.columns.map(({ meaning }) => meaning)).toEqual([undefined])
    expect(unreadable.unread.map(({ reason }) => reason.zh)).toEqual(["认得表名，但看不出各栏是什么，表中各数没有判断"])
    expect(statistics("决算数", "8.00").unread).toEqual([])
    expect(statistics("▢▢", "").unread).toEqual([])
  })

  it("看不出栏目的一行数被当成了字，也要说", () => {
    const table = read(
      "“三公”经费支出决算表",
      `▢▢▢ | ▢▢ | ▢▢▢▢ | ▢▢
      某甲 | 某乙 | 某丙 | 某丁
      某某 | 某某某 | 某某 | 某某
      1.20 | 0.00 | 0.50 | 0.70`
    )
    expect(table.unread.length).toBe(1)
  })

  it("两栏都像是同一栏而都有数：哪一栏是它，不猜", () => {
    const table = read(
      "收入支出决算总表",
      `收入 | < | < | 支出 | < | <
      ▢▢ | ▢▢ | ▢▢ | ▢▢ | ▢▢ | ▢▢
      一、一般公共预算财政拨款收入 | 11 | 8.00 | 一、一般公共服务支出 | 32 | 8.00
      本年收入合计 | 27 | 8.00 | 本年支出合计 | 58 | 8.00
      总计 | 31 | 8.00 | 总计 | 62 | 8.00`
    )
    expect(table.columns.map(({ meaning }) => meaning)).toEqual([undefined, undefined, undefined, undefined])
    expect(table.unread.length).toBe(1)
  })
})
