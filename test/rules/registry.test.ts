/** 规则登记的通则: laws over every rule and every form that is held, whatever its content. */
import { type FoldedEvent, type Jurisdiction, foldLedger } from "@juesuan/domain"
import {
  type Derivation,
  amountPrinting,
  countPrinting,
  derive,
  derivedReasonOf,
  describe as inChinese,
  inputsOf,
  ruleSetFor,
  ruleSetOf,
  ruleSets,
  rulesOf,
  rulesOfTable
} from "@juesuan/rules"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const duplicates = (items: ReadonlyArray<string>): ReadonlyArray<string> =>
  items.filter((item, index) => items.indexOf(item) !== index)

const withTables = ruleSets.filter(({ tables }) => tables.length > 0)

/** The books of a unit that has recorded nothing but itself. */
const emptyBooks = (ruleSet: string): Derivation =>
  Result.getOrThrow(derive(foldLedger([]), { unit: "001", year: 2024, ruleSet }))

describe("规则集", () => {
  it("编号不重复，同一地区同一年度至多一个有效", () => {
    expect(duplicates(ruleSets.map(({ id }) => id))).toEqual([])
    for (let year = 2015; year <= 2030; year += 1) {
      const inForce = ruleSets.filter(
        ({ firstYear, lastYear }) => firstYear <= year && (lastYear === undefined || year <= lastYear)
      )
      expect(duplicates(inForce.map(({ jurisdiction }) => jurisdiction))).toEqual([])
    }
  })

  it.each<[Jurisdiction, number, string]>([
    ["shanxi", 2024, "shanxi-2024"],
    ["shanxi", 2025, "shanxi-2024"],
    ["shanxi", 2023, "national-2020"],
    ["hunan", 2024, "national-2020"],
    ["national", 2020, "national-2020"],
    ["zhejiang", 2024, "zhejiang-2020"],
    ["hubei", 2022, "hubei-2020"],
    ["sichuan", 2023, "sichuan-2021"],
    ["sichuan", 2020, "national-2020"],
    ["shanghai", 2024, "shanghai-2020"],
    ["guangxi", 2023, "guangxi-2020"],
    ["yunnan", 2024, "national-2020"]
  ])("%s %i 年度适用 %s", (jurisdiction, year, id) => {
    expect(Result.getOrThrow(ruleSetFor(jurisdiction, year)).id).toBe(id)
    expect(ruleSetOf(id)?.id).toBe(id)
  })

  it("没有适用的规则集时说明现有哪些", () => {
    expect(Result.getFailure(ruleSetFor("shanxi", 2019))).toMatchObject({
      value: { _tag: "NoRuleSet", year: 2019, held: ruleSets.map(({ id }) => id) }
    })
    expect(Result.isFailure(derive(foldLedger([]), { unit: "001", year: 2019 }))).toBe(true)
  })

  it("没有这一年的分类科目时说明现有哪些", () => {
    expect(Result.getFailure(derive(foldLedger([]), { unit: "001", year: 2030 }))).toMatchObject({
      value: { _tag: "ClassificationNotHeld", held: [2024, 2025, 2026] }
    })
  })
})

describe.each(ruleSets)("规则集 $id 的规则", (ruleSet) => {
  const rules = rulesOf(ruleSet)

  it("有规则，依据写全：文件名，未核对的明确标注", () => {
    expect(rules.length).toBeGreaterThan(0)
    for (const { citation, id, inForceFrom, jurisdiction, label } of rules) {
      expect(citation.document, id).not.toBe("")
      expect(typeof citation.verified, id).toBe("boolean")
      expect(label, id).toMatch(/\p{Script=Han}/u)
      expect(inForceFrom, id).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
      expect(["national", ruleSet.jurisdiction], id).toContain(jurisdiction)
    }
  })

  it("表的规则编号不重复", () => {
    expect(duplicates(ruleSet.tables.flatMap(rulesOfTable).map(({ id }) => id))).toEqual([])
  })
})

describe("有输入的规则", () => {
  it.each([amountPrinting, countPrinting])("$label：用到的输入都声明过，声明的都用到", ({ formula, inputs }) => {
    const used = inputsOf(formula).map((input) => (input._tag === "Reference" ? input.ref : input._tag))
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(inputs).toSorted())
  })

  it("列示规则读作四舍五入到万元两位", () => {
    expect(inChinese(amountPrinting.formula)).toBe("四舍五入(金额 ÷ 10000, 2 位小数)")
  })
})

describe.each(withTables)("规则集 $id 的表样", ({ id, tables }) => {
  const books = emptyBooks(id)

  it("表号、含义不重复，栏次从 1 连续，栏名不重复", () => {
    expect(duplicates(tables.map((table) => table.id))).toEqual([])
    expect(duplicates(tables.map(({ meaning }) => meaning))).toEqual([])
    for (const { columns, id: table } of tables) {
      expect(duplicates(columns.map(({ label }) => label)), table).toEqual([])
      const numbers = columns.flatMap(({ number }) => (number === null ? [] : [number]))
      expect(numbers, table).toEqual(numbers.map((_, index) => index + 1))
      for (const { headings, label } of columns) expect(headings.length, label).toBeGreaterThan(0)
    }
  })

  it("行次不重复，成对的行都在表内", () => {
    for (const { arrangement, id: table, rows } of books.disclosure.tables) {
      const lines = rows.flatMap((row) => Object.entries(row.lines).map(([side, line]) => `${side} ${line}`))
      expect(duplicates(lines), table).toEqual([])
      if (arrangement._tag === "List") continue
      const placed = arrangement.lines.flatMap(({ sides }) => sides.flatMap(({ row }) => row ?? []))
      expect([...new Set(placed)].toSorted(), table).toEqual(rows.map(({ key }) => key).toSorted())
      const columns = arrangement.sides.flatMap((side) => side.columns)
      expect([...new Set(columns)], table).toEqual(
        books.disclosure.tables.find((one) => one.id === table)?.columns.map(({ label }) => label)
      )
    }
  })

  it("每个数的公式只引用存在的数，规则都已登记", () => {
    const registered = new Set(rulesOf(books.ruleSet).map((rule) => rule.id))
    const spaces = books.spaces.filter(({ head }) => head !== "自评")
    const figures = spaces.flatMap((space) =>
      space.rows.flatMap(({ columns, key }) => columns.flatMap(({ label }) => space.figureAt(key, label) ?? []))
    )
    const reasons = figures.flatMap((figure) => derivedReasonOf(figure) ?? [])
    for (const { definition, figureOf } of reasons) {
      expect(registered).toContain(definition.rule.id)
      for (const input of inputsOf(definition.formula)) {
        // 上年数、预算数没有记录就没有，公式照样说得出缺什么。
        const mayBeUnrecorded = input._tag === "Reference" && /^(?:上年\/.*)?$/u.test(input.ref)
        if (input._tag === "Reference" && !mayBeUnrecorded) expect(figureOf(input), input.label).toBeDefined()
      }
    }
    expect(reasons.length).toBeGreaterThan(300)
  })

  it("没有账目时每格空白，空表注明无数据", () => {
    const rows = books.disclosure.tables.flatMap((table) => table.rows)
    expect(rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ printed }) => printed ?? []))).toEqual([])
    for (const { notes } of books.disclosure.tables) expect(notes.length).toBeGreaterThan(0)
    const empty = books.disclosure.tables.filter(({ notes }) => notes.includes("说明：本表无数据"))
    expect(empty.map((table) => table.id)).toEqual(["公开07", "公开08"])
  })

  it("表样未列的类级科目附在表后，合计不漏", () => {
    const paid: FoldedEvent = {
      position: 1,
      stream: "year-001-2024",
      version: 1,
      recordedAt: "2024-01-01T00:00:00.000Z",
      type: "PaymentMade",
      data: {
        occurredOn: "2024-03-01",
        fund: "general-public-budget",
        functional: "2330101",
        kind: "basic",
        economic: "30201",
        amount: "12345.00",
        payee: "供应商",
        summary: "费用"
      }
    }
    const further = Result.getOrThrow(derive(foldLedger([paid]), { unit: "001", year: 2024, ruleSet: id }))
    for (const table of ["公开01", "公开04"]) {
      const found = further.disclosure.tables.find((one) => one.id === table)
      const row = found?.rows.find(({ key }) => key === "233")
      expect(row?.lines, table).toEqual({})
      expect(Object.values(row?.cells ?? {})[0]?.printed, table).toBe("1.23")
      const total = found?.rows.find(({ key }) => key === "本年支出合计")
      expect(Object.values(total?.cells ?? {})[0]?.printed, table).toBe("1.23")
    }
  })
})
