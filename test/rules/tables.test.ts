/**
 * 十张表的性质: laws that hold after any valid year, each over a thousand random years. The tables are held against a second
 * bookkeeping that shares no code with them.
 */
import {
  type DataOf,
  type FoldedEvent,
  Quantities,
  type Table,
  UnitCategory,
  foldLedger,
  leavesOf,
  quantityOf
} from "@juesuan/domain"
import { type Derivation, derive } from "@juesuan/rules"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { amountOf, eventsOf, movementsOf, partsOf, printedOf, yuanOf } from "./bookkeeping.ts"
import { anyPayment, scope, withPaymentAndReturn, yearOfAUnit } from "./year-arbitrary.ts"
import { runs } from "../runs.ts"

const cases = { numRuns: runs(1_000) }
/** A machine that does much else takes longer. */
const patience = 60_000

const booksOf = (events: ReadonlyArray<FoldedEvent>): Derivation => Result.getOrThrow(derive(foldLedger(events), scope))

const tableOf = ({ disclosure }: Derivation, id: string): Table => {
  const table = disclosure.tables.find((one) => one.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  return table
}

/** Every cell of every table. */
const cellsOf = ({ disclosure }: Derivation) =>
  disclosure.tables.flatMap(({ id, rows }) =>
    rows.flatMap(({ cells, key }) => Object.entries(cells).map(([column, cell]) => ({ id, row: key, column, cell })))
  )

/** The exact amount of a cell in 分; zero where the table has no such row. */
const fenAt = (books: Derivation, table: string, row: string, column: string): bigint => {
  const figure = tableOf(books, table).rows.find(({ key }) => key === row)?.cells[column]?.figure
  const quantity = figure === undefined ? undefined : quantityOf(figure)
  return quantity === undefined ? 0n : BigInt(Quantities.text(quantity, 2).replace(".", ""))
}

const hierarchical = ["公开02", "公开03", "公开05", "公开07", "公开08"]
const columnsOf = (books: Derivation, table: string) => tableOf(books, table).columns.map(({ label }) => label)

/** The year of a unit of this category. */
const ofCategory = (events: ReadonlyArray<FoldedEvent>, category: UnitCategory): ReadonlyArray<FoldedEvent> =>
  events.map((event) => (event.type === "UnitClassified" ? { ...event, data: { ...event.data, category } } : event))

/** The year without payments from other funds, their returns and reversals; paying less is valid too. */
const paidOnlyFrom = (events: ReadonlyArray<FoldedEvent>, isKept: (fund: string) => boolean) =>
  events.filter(({ data, type }) => {
    const paid = type === "EventReversed" ? (data as DataOf<"EventReversed">).original : { type, data }
    if (paid.type !== "PaymentMade" && paid.type !== "PaymentReturned") return true
    return isKept((paid.data as DataOf<"PaymentMade">).fund)
  })

/** A printed amount in cents of 万元; a blank counts as none. */
const centsOf = (printed: string | null | undefined): bigint | undefined =>
  printed === null || printed === undefined ? undefined : BigInt(printed.replace(".", ""))

/** Whether a printed sum is within 0.005 × (n + 1) of its n printed terms; in thousandths of 万元, so 5 × (n + 1). */
const isWithinRounding = (
  total: string | null | undefined,
  terms: ReadonlyArray<string | null | undefined>
): boolean => {
  const printed = terms.flatMap((term) => centsOf(term) ?? [])
  const difference = ((centsOf(total) ?? 0n) - printed.reduce((sum, term) => sum + term, 0n)) * 10n
  const bound = 5n * BigInt(printed.length + 1)
  return difference <= bound && -difference <= bound
}

describe("十张表，任何有效的一年", () => {
  it(
    "每一格的准确数与印出的数都等于另一套账",
    () => {
      fc.assert(
        fc.property(yearOfAUnit, (events) => {
          const books = booksOf(events)
          const movements = movementsOf(events)
          for (const { cell, column, id, row } of cellsOf(books)) {
            const parts = partsOf(id, row, column)
            if (parts === undefined) continue
            const expected = amountOf(parts, movements)
            const quantity = quantityOf(cell.figure)
            const exact = quantity === undefined ? undefined : Quantities.text(quantity, 2)
            if (exact !== yuanOf(expected) || cell.printed !== printedOf(expected)) {
              throw new Error(`${id}/${row}/${column}: ${exact} ${cell.printed}, expected ${yuanOf(expected)}`)
            }
          }
        }),
        cases
      )
    },
    patience
  )

  it(
    "07、08 每格空白时注明本表无数据，有数时不注",
    () => {
      const seen = { empty: 0, full: 0 }
      fc.assert(
        fc.property(yearOfAUnit, (events) => {
          const books = booksOf(events)
          for (const id of ["公开07", "公开08"]) {
            const { notes, rows } = tableOf(books, id)
            const isEmpty = rows.every(({ cells }) => Object.values(cells).every(({ printed }) => printed === null))
            seen[isEmpty ? "empty" : "full"] += 1
            expect(notes.includes("说明：本表无数据"), id).toBe(isEmpty)
            if (isEmpty) expect(rows.map(({ key }) => key)).toEqual(["合计"])
          }
        }),
        cases
      )
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100)
    },
    patience
  )

  it(
    "收入总计等于支出总计，财政拨款收支总计相等，各自分别加出",
    () => {
      fc.assert(
        fc.property(yearOfAUnit, (events) => {
          const books = booksOf(events)
          expect(fenAt(books, "公开01", "总计", "收入")).toBe(fenAt(books, "公开01", "总计", "支出"))
          expect(fenAt(books, "公开04", "总计", "收入")).toBe(fenAt(books, "公开04", "总计", "合计"))
          const carried = fenAt(books, "公开01", "年初结转和结余", "收入")
          const income = fenAt(books, "公开01", "本年收入合计", "收入")
          const used = fenAt(books, "公开01", "使用非财政拨款结余(含专用结余)", "收入")
          const spent = fenAt(books, "公开01", "本年支出合计", "支出") + fenAt(books, "公开01", "结余分配", "支出")
          expect(fenAt(books, "公开01", "年末结转和结余", "支出")).toBe(carried + income + used - spent)
        }),
        cases
      )
    },
    patience
  )

  it(
    "类等于各款之和，款等于各项之和，合计等于各类之和，每表每栏；行与科目一一对应",
    () => {
      fc.assert(
        fc.property(yearOfAUnit, (events) => {
          const books = booksOf(events)
          for (const id of hierarchical) {
            const { rows } = tableOf(books, id)
            const codes = rows.map(({ key }) => key).filter((key) => key !== "合计")
            for (const code of codes) if (code.length > 3) expect(codes).toContain(code.slice(0, -2))
            for (const column of columnsOf(books, id)) {
              const sumOf = (keys: ReadonlyArray<string>) =>
                keys.reduce((sum, key) => sum + fenAt(books, id, key, column), 0n)
              for (const key of ["合计", ...codes.filter((code) => code.length < 7)]) {
                const prefix = key === "合计" ? "" : key
                const length = prefix === "" ? 3 : prefix.length + 2
                const below = codes.filter((code) => code.length === length && code.startsWith(prefix))
                expect(fenAt(books, id, key, column), `${id}/${key}/${column}`).toBe(sumOf(below))
                const items = codes.filter((code) => code.length === 7 && code.startsWith(prefix))
                expect(sumOf(items), `${id}/${key}/${column}`).toBe(sumOf(below))
              }
            }
          }
        }),
        cases
      )
    },
    patience
  )

  it(
    "印出的合计与印出的各项相差不超过 0.005×(n+1)",
    () => {
      fc.assert(
        fc.property(yearOfAUnit, (events) => {
          const books = booksOf(events)
          const printed = (id: string, row: string, column: string) =>
            tableOf(books, id).rows.find(({ key }) => key === row)?.cells[column]?.printed
          const classes = tableOf(books, "公开01").rows.flatMap(({ key }) => (/^\d+$/u.test(key) ? key : []))
          expect(
            isWithinRounding(
              printed("公开01", "本年支出合计", "支出"),
              classes.map((row) => printed("公开01", row, "支出"))
            )
          ).toBe(true)
          const totals = ["本年支出合计", "结余分配", "年末结转和结余"].map((row) => printed("公开01", row, "支出"))
          expect(isWithinRounding(printed("公开01", "总计", "支出"), totals)).toBe(true)
          for (const id of ["公开03", "公开05"]) {
            const columns = columnsOf(books, id)
            for (const { cells, key } of tableOf(books, id).rows) {
              const [first, ...rest] = columns.map((column) => cells[column]?.printed)
              expect(isWithinRounding(first, rest), `${id}/${key}`).toBe(true)
              const below = tableOf(books, id).rows.filter(
                (row) => row.key.length === key.length + 2 && row.key.startsWith(key)
              )
              if (below.length === 0) continue
              for (const column of columns) {
                const terms = below.map((row) => row.cells[column]?.printed)
                expect(isWithinRounding(cells[column]?.printed, terms), `${id}/${key}/${column}`).toBe(true)
              }
            }
          }
        }),
        cases
      )
    },
    patience
  )

  it(
    "表间相符：01 与 02、03、04，04 与 05、07、08，05 与 06、03，10 与 06",
    () => {
      fc.assert(
        fc.property(yearOfAUnit, fc.constantFrom(...UnitCategory.ids), (year, category) => {
          const events = ofCategory(year, category)
          const books = booksOf(events)
          const at = (table: string, row: string, column: string) => fenAt(books, table, row, column)
          const [general, fund, capital] = [
            "一般公共预算财政拨款",
            "政府性基金预算财政拨款",
            "国有资本经营预算财政拨款"
          ] as const
          // X1
          expect(at("公开02", "合计", "本年收入合计")).toBe(at("公开01", "本年收入合计", "收入"))
          const fiscal = [general, fund, capital].map((label) => at("公开01", `${label}收入`, "收入"))
          expect(at("公开02", "合计", "财政拨款收入")).toBe(fiscal.reduce((sum, one) => sum + one, 0n))
          for (const source of ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]) {
            expect(at("公开02", "合计", source)).toBe(at("公开01", source, "收入"))
          }
          // X2, X3
          expect(at("公开03", "合计", "本年支出合计")).toBe(at("公开01", "本年支出合计", "支出"))
          for (const label of [general, fund, capital]) {
            expect(at("公开04", label, "收入")).toBe(at("公开01", `${label}收入`, "收入"))
          }
          const classes = tableOf(books, "公开01").rows.flatMap(({ key }) => (/^\d+$/u.test(key) ? key : []))
          for (const code of classes) {
            expect(at("公开03", code, "本年支出合计")).toBe(at("公开01", code, "支出"))
            expect(at("公开05", code, "小计")).toBe(at("公开04", code, general))
          }
          // X4, X7, X8
          expect(at("公开05", "合计", "小计")).toBe(at("公开04", "本年支出合计", general))
          expect(at("公开07", "合计", "小计")).toBe(at("公开04", "本年支出合计", fund))
          expect(at("公开07", "合计", "年初结转和结余")).toBe(at("公开04", `年初财政拨款结转和结余·${fund}`, "收入"))
          expect(at("公开07", "合计", "本年收入")).toBe(at("公开04", fund, "收入"))
          expect(at("公开07", "合计", "年末结转和结余")).toBe(at("公开04", "年末财政拨款结转和结余", fund))
          expect(at("公开08", "合计", "合计")).toBe(at("公开04", "本年支出合计", capital))
          // X6, X10
          const publicUse = at("公开06", "公用经费合计", "决算数")
          expect(at("公开06", "人员经费合计", "决算数") + publicUse).toBe(at("公开05", "合计", "基本支出"))
          const operating = at("公开10", "行政单位", "统计数") + at("公开10", "参照公务员法管理事业单位", "统计数")
          expect(operating).toBe(category === "public-institution" ? 0n : publicUse)
        }),
        cases
      )
    },
    patience
  )

  it(
    "支出全来自财政拨款时，04 的各类等于 01；全来自一般公共预算时，05 的各行等于 03",
    () => {
      fc.assert(
        fc.property(yearOfAUnit, (events) => {
          const fiscal = booksOf(paidOnlyFrom(events, (fund) => fund !== "non-fiscal"))
          for (const { key } of tableOf(fiscal, "公开01").rows) {
            if (!/^\d+$/u.test(key)) continue
            expect(fenAt(fiscal, "公开04", key, "合计")).toBe(fenAt(fiscal, "公开01", key, "支出"))
          }
          const general = booksOf(paidOnlyFrom(events, (fund) => fund === "general-public-budget"))
          const rows = tableOf(general, "公开03").rows.map(({ key }) => key)
          expect(tableOf(general, "公开05").rows.map(({ key }) => key)).toEqual(rows)
          for (const key of rows) {
            expect(fenAt(general, "公开05", key, "小计")).toBe(fenAt(general, "公开03", key, "本年支出合计"))
            for (const kind of ["基本支出", "项目支出"]) {
              expect(fenAt(general, "公开05", key, kind)).toBe(fenAt(general, "公开03", key, kind))
            }
          }
        }),
        cases
      )
    },
    patience
  )

  it(
    "支付与其全部退回在任何一张表里都不留痕迹",
    () => {
      const shown = (books: Derivation) =>
        JSON.stringify(
          books.disclosure.tables.map(({ id, notes, rows }) => [
            id,
            notes,
            rows.map(({ cells, key }) => [key, Object.values(cells).map(({ printed }) => printed)])
          ])
        )
      fc.assert(
        fc.property(yearOfAUnit, anyPayment, (events, payment) => {
          expect(shown(booksOf(withPaymentAndReturn(events, payment)))).toBe(shown(booksOf(events)))
        }),
        cases
      )
    },
    patience
  )

  it(
    "推导的末端恰是应当计入的事件，反过来问也一致",
    () => {
      fc.assert(
        fc.property(yearOfAUnit, fc.nat(), fc.nat(), (events, at, of) => {
          const ledger = foldLedger(events)
          const books = Result.getOrThrow(derive(ledger, scope))
          const movements = movementsOf(events)
          const places = cellsOf(books).map(({ cell: { figure }, column, id, row }) => ({
            figure,
            parts: partsOf(id, row, column)
          }))
          const eventsBelow = (place: (typeof places)[number]): ReadonlyArray<string> => {
            const ids = leavesOf(place.figure).flatMap(({ because }) => {
              if (because._tag !== "Entries") return []
              return [...ledger.entries.list(because.selection)].map(({ stream, version }) => `${stream}@${version}`)
            })
            return [...new Set(ids)].toSorted()
          }
          const place = places[at % places.length]
          if (place?.parts !== undefined) expect(eventsBelow(place)).toEqual(eventsOf(place.parts, movements))
          const event = events[of % events.length] as FoldedEvent
          const id = `${event.stream}@${event.version}`
          const fed = new Set(books.figuresFedBy(event).map(({ ref }) => ref))
          for (const { figure, parts } of [place, ...places.slice(0, 40)].flatMap((one) => one ?? [])) {
            if (parts === undefined) continue
            expect(fed.has(figure.ref), figure.ref).toBe(eventsOf(parts, movements).includes(id))
          }
        }),
        cases
      )
    },
    patience
  )
})
