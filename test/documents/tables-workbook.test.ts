/**
 * 公开表工作簿: what is printed is what is read back, cell by cell; a formula is there only where it gives exactly what the
 * cell prints; nothing that the books call something is computed.
 */
import { readDisclosure, tablesPage, tablesWorkbook } from "@juesuan/documents"
import {
  type Disclosure,
  type Figure,
  type FoldedEvent,
  foldLedger,
  Quantities,
  quantityOf,
  type Table
} from "@juesuan/domain"
import { type Definition, derive, derived, type Formula, Formulas, printedFigureOf, publishedOf } from "@juesuan/rules"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sampleBooks } from "../rules/sample-year.ts"
import { scope, yearOfAUnit } from "../rules/year-arbitrary.ts"
import { runs } from "../runs.ts"
import { printedCells } from "./printed-cells.ts"
import { computed, partsOf, type ReadCell, type ReadSheets, readSheets } from "./spreadsheet.ts"

const { disclosure } = sampleBooks()

const workbookOf = ({ tables, unit, year }: Disclosure): Uint8Array => tablesWorkbook(tables, { name: unit.name, year })

const pageOf = ({ tables, unit, year }: Disclosure): string => tablesPage(tables, { name: unit.name, year })

const derivedFrom = (events: ReadonlyArray<FoldedEvent>): Disclosure =>
  Result.getOrThrow(derive(foldLedger(events), scope)).disclosure

/** Every cell that holds a number, with its sheet and address. */
const numbersOf = (sheets: ReadSheets): ReadonlyArray<readonly [string, string, ReadCell]> =>
  [...sheets].flatMap(([sheet, cells]) =>
    [...cells].flatMap(([address, cell]) => (cell.number === undefined ? [] : [[sheet, address, cell] as const]))
  )

/** Every formula gives the number that is stored with it; a cell with a remark has none. */
const expectFormulasToGiveTheirNumbers = (sheets: ReadSheets): void => {
  for (const [sheet, address, { formula, number, remark }] of numbersOf(sheets)) {
    expect(formula === undefined || remark === undefined).toBe(true)
    if (formula !== undefined)
      expect([sheet, address, computed(formula, sheet, sheets).toNumber()]).toEqual([sheet, address, number])
  }
}

/** How many printed cells were derived from figures that were derived themselves or stand on a table. */
const cellsFromCells = ({ tables }: Disclosure): number => {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  const refs = new Set(cells.map(({ figure }) => figure.ref))
  return cells.filter(
    ({ figure: { because }, printed }) =>
      printed !== null &&
      because._tag === "Derived" &&
      because.inputs.some((input) => refs.has(input.ref) || input.because._tag === "Derived")
  ).length
}

describe("公开表工作簿", () => {
  test("样例年度：读回来的每一格与所列一致，十张表都认出", async () => {
    const read = Result.getOrThrow(await readDisclosure([{ name: "公开表.xlsx", bytes: workbookOf(disclosure) }]))
    expect(printedCells(read)).toEqual(printedCells(publishedOf(disclosure)))
    expect(printedCells(read).size).toBe(195)
    expect(read.unread).toEqual([])
    expect([read.unit, read.year]).toEqual([disclosure.unit.name, disclosure.year])
    expect(read.tables.map(({ id, title }) => `${id} ${title}`)).toEqual(
      disclosure.tables.map(({ id, title }) => `${id} ${title}`)
    )
  })

  test("样例年度：公式照定义写；合计与表列数不等的格子写数，批注说明尾差", async () => {
    const sheets = await readSheets(workbookOf(disclosure))
    const at = (sheet: string, address: string): ReadCell | undefined => sheets.get(sheet)?.get(address)
    expect(at("公开01", "C34")).toEqual({ number: 1564.71, formula: "ROUND(SUM(C8:C15),2)" })
    expect(at("公开01", "F34")).toEqual({
      number: 1564.71,
      remark: "按元计算后四舍五入。按表列各数计算为 1564.70，与本格相差 0.01，是金额单位转换的尾差。"
    })
    expect(at("公开03", "C9")).toEqual({ number: 1297.04, remark: expect.stringContaining("计算为 1297.05") })
    expect(at("公开10", "C15")).toEqual({ number: 2, formula: "ROUND(SUM(C16:C23),0)" })
    expect(at("公开02", "D9")?.formula).toBe("ROUND(SUM(D10,D12,D14),2)")
    expect(at("公开07", "C9")).toBeUndefined()
    expectFormulasToGiveTheirNumbers(sheets)
  })

  test("任意一年：工作簿和网页读回来都是所印的数；公式算得所存；由别的数得出而没有公式的，批注说明；空白仍是空白", async () => {
    await fc.assert(
      fc.asyncProperty(yearOfAUnit, async (events) => {
        const ofYear = derivedFrom(events)
        const bytes = workbookOf(ofYear)
        const read = Result.getOrThrow(await readDisclosure([{ name: "公开表.xlsx", bytes }]))
        expect(printedCells(read)).toEqual(printedCells(publishedOf(ofYear)))
        const page = new TextEncoder().encode(pageOf(ofYear))
        const fromPage = Result.getOrThrow(await readDisclosure([{ name: "公开表.html", bytes: page }]))
        expect(printedCells(fromPage)).toEqual(printedCells(publishedOf(ofYear)))
        const sheets = await readSheets(bytes)
        expectFormulasToGiveTheirNumbers(sheets)
        const sources = numbersOf(sheets).filter(
          ([, , { formula, remark }]) => formula !== undefined || remark !== undefined
        )
        expect(sources).toHaveLength(cellsFromCells(ofYear))
      }),
      { numRuns: runs(8) }
    )
  })

  test("相等的账得到相等的文件", () => {
    expect(workbookOf(sampleBooks().disclosure)).toEqual(workbookOf(disclosure))
  })
})

describe("公开表工作簿里的公式与文字", () => {
  const rule: Definition["rule"] = {
    id: "test.sum",
    label: "合计",
    citation: { document: "表样", verified: false },
    jurisdiction: "national",
    inForceFrom: "2024-01-01"
  }
  const { reference, sum, difference } = Formulas

  /** A table of one column whose rows are figures of these amounts in 元, or of these formulas. */
  const tableOf = (id: string, rows: Readonly<Record<string, string | Formula>>, known = new Map<string, Figure>()) => {
    const figures = Object.entries(rows).map(([label, given]): Figure => {
      const ref = `${id}/${label}/金额`
      const figure: Figure =
        typeof given === "string"
          ? {
              ref,
              label,
              value: { _tag: "Quantity", quantity: Quantities.quantity(given, Quantities.yuan) },
              because: { _tag: "Stated", events: [] }
            }
          : derived({ ref, label }, { rule, formula: given }, { figureAt: (at) => known.get(at), sumOf: () => never() })
      known.set(ref, figure)
      return figure
    })
    const table: Table = {
      id,
      meaning: id,
      title: `${id}表`,
      unit: "万元",
      captions: { name: "部门名称", amounts: "金额单位" },
      columns: [{ number: 1, label: "金额", headings: ["金额"], meaning: "amount" }],
      rows: figures.map((figure) => ({
        key: figure.label,
        label: figure.label,
        meaning: figure.label,
        level: 0,
        lines: {},
        cells: {
          金额: {
            printed: Quantities.text(quantityOf(printedFigureOf({ figure, unit })) ?? never(), 2),
            unit,
            figure
          }
        }
      })),
      arrangement: { _tag: "List", stubs: [{ holds: "label", headings: ["项目"] }] },
      notes: []
    }
    return table
  }
  const unit = Quantities.tenThousandYuan
  const never = (): never => {
    throw new Error("not asked for")
  }
  const at = (ref: string) => reference(ref, ref, Quantities.yuan)

  test("别的表上的数带表名；负数是数；差也能写", async () => {
    const known = new Map<string, Figure>()
    const first = tableOf("公开01", { 收入: "100000.00", 退回: "-123400.00" }, known)
    const second = tableOf(
      "公开02",
      {
        相加: sum(at("公开01/收入/金额"), at("公开01/退回/金额")),
        相减: difference(at("公开02/相加/金额"), at("公开01/收入/金额"))
      },
      known
    )
    const sheets = await readSheets(tablesWorkbook([first, second], { name: "某局", year: 2024 }))
    expect(sheets.get("公开01")?.get("B8")).toEqual({ number: -12.34 })
    expect(sheets.get("公开02")?.get("B7")).toEqual({ number: -2.34, formula: "ROUND(SUM('公开01'!B7:B8),2)" })
    expect(sheets.get("公开02")?.get("B8")).toEqual({ number: -12.34, formula: "ROUND((B7-'公开01'!B7),2)" })
    expectFormulasToGiveTheirNumbers(sheets)
  })

  test("由表外的数得出的，写数并说明；由表上的数得不出所印的，也写数并说明", async () => {
    const known = new Map<string, Figure>()
    const off = tableOf("结转", { 基本: "50.00", 合: sum(at("结转/基本/金额")) }, known)
    expect(off.rows).toHaveLength(2)
    const tables = [
      tableOf(
        "公开01",
        {
          甲: "50.00",
          乙: "50.00",
          合计: sum(at("公开01/甲/金额"), at("公开01/乙/金额")),
          年末: sum(at("结转/合/金额"))
        },
        known
      )
    ]
    const cells = (await readSheets(tablesWorkbook(tables, { name: "某局", year: 2024 }))).get("公开01")
    expect(cells?.get("B7")).toEqual({ number: 0.01 })
    expect(cells?.get("B9")).toEqual({ number: 0.01, remark: expect.stringContaining("计算为 0.02，与本格相差 -0.01") })
    expect(cells?.get("B10")).toEqual({
      number: 0.01,
      remark: expect.stringContaining("由表外的“结转/合/金额”等数计算")
    })
  })

  test("全是数字的名称仍是文字；太长的文字截短，说明截短了", async () => {
    const long = "长".repeat(40_000)
    const bytes = tablesWorkbook([tableOf("公开01", { "2024": "10000.00", [long]: "10000.00" })], {
      name: "某局",
      year: 2024
    })
    const cells = (await readSheets(bytes)).get("公开01")
    expect(cells?.get("A7")).toEqual({ text: "2024" })
    expect(cells?.get("A8")?.text).toBe(`${"长".repeat(32_766)}…`)
  })

  test("网页里的名称不会成为标记", () => {
    const hostile = "<script>alert(1)</script>\u202E"
    const page = tablesPage([tableOf("公开01", { [hostile]: "10000.00" })], { name: hostile, year: 2024 })
    expect(page).not.toMatch(/<script|\u202E/u)
    expect(page).toContain("&lt;script&gt;")
  })

  test.each(["=1+1", "+1", "-1+1", "@SUM(A1)", "＝1+1", "\u200b=1", " =cmd|' /C calc'!A0", "_x0041_&<b>"])(
    "名称 %j 是文字，不是公式",
    async (hostile) => {
      const bytes = tablesWorkbook([tableOf("公开01", { [hostile]: "10000.00" })], { name: hostile, year: 2024 })
      const cells = (await readSheets(bytes)).get("公开01")
      expect(cells?.get("A7")).toEqual({ text: hostile })
      expect(cells?.get("A4")).toEqual({ text: `部门名称：${hostile}` })
      const quoted = /<c r="A7" s="(\d+)"/u.exec(partsOf(bytes).get("xl/worksheets/sheet1.xml") ?? "")?.[1]
      const styles = [...(partsOf(bytes).get("xl/styles.xml") ?? "").matchAll(/<xf [^>]*xfId[^>]*>/gu)].map(String)
      expect(styles[Number(quoted)]?.includes('quotePrefix="1"')).toBe(!hostile.startsWith("_"))
    }
  )
})
