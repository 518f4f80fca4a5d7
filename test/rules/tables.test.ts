/**
 * 十张表的性质: laws that hold after any valid year, each over a thousand random years. The tables are held against a second
 * bookkeeping that shares no code with them.
 */
import {
  type DataOf,
  type FoldedEvent,
  type Ledger,
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
import { inEveryCase } from "../laws.ts"
import { runs } from "../runs.ts"
import { amountOf, eventsOf, movementsOf, partsOf, printedOf, yuanOf } from "./bookkeeping.ts"
import { anyPayment, scope, withPaymentAndReturn, yearOfAUnit } from "./year-arbitrary.ts"

type Cells = Table["rows"][number]["cells"]

/** The tables of a year, their rows by key. */
class Books {
  readonly derivation: Derivation
  readonly ledger: Ledger
  readonly #rows = new Map<string, ReadonlyMap<string, Cells>>()

  constructor(events: ReadonlyArray<FoldedEvent>) {
    this.ledger = foldLedger(events)
    this.derivation = Result.getOrThrow(derive(this.ledger, scope))
  }

  get tables(): ReadonlyArray<Table> {
    return this.derivation.disclosure.tables
  }
  table(id: string): Table {
    const table = this.tables.find((one) => one.id === id)
    if (table === undefined) throw new Error(`no table ${id}`)
    return table
  }
  keys(table: string): ReadonlyArray<string> {
    return this.table(table).rows.map(({ key }) => key)
  }
  columns(table: string): ReadonlyArray<string> {
    return this.table(table).columns.map(({ label }) => label)
  }
  /** Rows are worked out where they are first asked for. */
  #row(table: string, row: string): Cells | undefined {
    const known = this.#rows.get(table) ?? new Map(this.table(table).rows.map(({ cells, key }) => [key, cells]))
    this.#rows.set(table, known)
    return known.get(row)
  }
  /** The exact amount of a cell in 分; zero where the table has no such row. */
  fen(table: string, row: string, column: string): bigint {
    const figure = this.#row(table, row)?.[column]?.figure
    const quantity = figure === undefined ? undefined : quantityOf(figure)
    return quantity === undefined ? 0n : BigInt(Quantities.text(quantity, 2).replace(".", ""))
  }
  printed(table: string, row: string, column: string): string | null | undefined {
    return this.#row(table, row)?.[column]?.printed
  }
  /** Every cell of every table. */
  cells() {
    return this.tables.flatMap(({ id, rows }) =>
      rows.flatMap(({ cells, key }) => Object.entries(cells).map(([column, cell]) => ({ id, row: key, column, cell })))
    )
  }
}

const hierarchical = ["公开02", "公开03", "公开05", "公开07", "公开08"]

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

/** Whether two things are the same, said with the place. Asked of every cell of every year: `expect` would be most of the time. */
const same = (found: unknown, expected: unknown, place = "here"): void => {
  if (found !== expected) throw new Error(`${place}: ${String(found)}, expected ${String(expected)}`)
}
const holds = (isTrue: boolean, place = "here"): void => same(isTrue, true, place)
const listed = (items: ReadonlyArray<string>): string => items.join(" ")

interface Drawn {
  readonly year: ReadonlyArray<FoldedEvent>
  readonly category: UnitCategory
  readonly payment: DataOf<"PaymentMade">
  readonly at: number
  readonly of: number
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  year: yearOfAUnit,
  category: fc.constantFrom(...UnitCategory.ids),
  payment: anyPayment,
  at: fc.nat(),
  of: fc.nat()
})

const made = ({ category, year, ...others }: Drawn) => {
  const events = ofCategory(year, category)
  return { events, category, books: new Books(events), movements: movementsOf(events), ...others }
}
type Year = ReturnType<typeof made>

const asSecondBookkeeping = ({ books, movements }: Year): void => {
  for (const { cell, column, id, row } of books.cells()) {
    const parts = partsOf(id, row, column)
    if (parts === undefined) continue
    const expected = amountOf(parts, movements)
    const quantity = quantityOf(cell.figure)
    same(quantity === undefined ? undefined : Quantities.text(quantity, 2), yuanOf(expected), `${id}/${row}/${column}`)
    same(cell.printed, printedOf(expected), `${id}/${row}/${column} printed`)
  }
}

const seen = { empty: 0, full: 0 }
const saysWhereEmpty = ({ books }: Year): void => {
  for (const id of ["公开07", "公开08"]) {
    const { notes, rows } = books.table(id)
    const isEmpty = rows.every(({ cells }) => Object.values(cells).every(({ printed }) => printed === null))
    seen[isEmpty ? "empty" : "full"] += 1
    same(notes.includes("说明：本表无数据"), isEmpty, id)
    if (isEmpty) same(listed(books.keys(id)), "合计", id)
  }
}

const balances = ({ books }: Year): void => {
  same(books.fen("公开01", "总计", "收入"), books.fen("公开01", "总计", "支出"), "公开01")
  same(books.fen("公开04", "总计", "收入"), books.fen("公开04", "总计", "合计"), "公开04")
  const carried = books.fen("公开01", "年初结转和结余", "收入")
  const income = books.fen("公开01", "本年收入合计", "收入")
  const used = books.fen("公开01", "使用非财政拨款结余(含专用结余)", "收入")
  const spent = books.fen("公开01", "本年支出合计", "支出") + books.fen("公开01", "结余分配", "支出")
  same(books.fen("公开01", "年末结转和结余", "支出"), carried + income + used - spent, "年末结转和结余")
}

const addsUp = ({ books }: Year): void => {
  for (const id of hierarchical) {
    const codes = books.keys(id).filter((key) => key !== "合计")
    for (const code of codes) if (code.length > 3) holds(codes.includes(code.slice(0, -2)), `${id}/${code}`)
    for (const column of books.columns(id)) {
      const sumOf = (keys: ReadonlyArray<string>) => keys.reduce((sum, key) => sum + books.fen(id, key, column), 0n)
      for (const key of ["合计", ...codes.filter((code) => code.length < 7)]) {
        const prefix = key === "合计" ? "" : key
        const length = prefix === "" ? 3 : prefix.length + 2
        const below = sumOf(codes.filter((code) => code.length === length && code.startsWith(prefix)))
        const items = codes.filter((code) => code.length === 7 && code.startsWith(prefix))
        same(books.fen(id, key, column), below, `${id}/${key}/${column}`)
        same(sumOf(items), below, `${id}/${key}/${column}`)
      }
    }
  }
}

const printsWithinRounding = ({ books }: Year): void => {
  const classes = books.keys("公开01").filter((key) => /^\d+$/u.test(key))
  const printedAt = (rows: ReadonlyArray<string>) => rows.map((row) => books.printed("公开01", row, "支出"))
  holds(isWithinRounding(books.printed("公开01", "本年支出合计", "支出"), printedAt(classes)), "公开01/本年支出合计")
  const totals = printedAt(["本年支出合计", "结余分配", "年末结转和结余"])
  holds(isWithinRounding(books.printed("公开01", "总计", "支出"), totals), "公开01/总计")
  for (const id of ["公开03", "公开05"]) {
    const [columns, keys] = [books.columns(id), books.keys(id)]
    for (const key of keys) {
      const [first, ...rest] = columns.map((column) => books.printed(id, key, column))
      holds(isWithinRounding(first, rest), `${id}/${key}`)
      const below = keys.filter((other) => other.length === key.length + 2 && other.startsWith(key))
      if (below.length === 0) continue
      for (const column of columns) {
        const terms = below.map((row) => books.printed(id, row, column))
        holds(isWithinRounding(books.printed(id, key, column), terms), `${id}/${key}/${column}`)
      }
    }
  }
}

const agreesAcrossTables = ({ books, category }: Year): void => {
  const at = (table: string, row: string, column: string) => books.fen(table, row, column)
  const [general, fund, capital] = [
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款"
  ] as const
  // X1
  same(at("公开02", "合计", "本年收入合计"), at("公开01", "本年收入合计", "收入"), "X1")
  const fiscal = [general, fund, capital].map((label) => at("公开01", `${label}收入`, "收入"))
  same(
    at("公开02", "合计", "财政拨款收入"),
    fiscal.reduce((sum, one) => sum + one, 0n),
    "X1"
  )
  for (const source of ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]) {
    same(at("公开02", "合计", source), at("公开01", source, "收入"), `X1 ${source}`)
  }
  // X2, X3
  same(at("公开03", "合计", "本年支出合计"), at("公开01", "本年支出合计", "支出"), "X2")
  for (const label of [general, fund, capital]) {
    same(at("公开04", label, "收入"), at("公开01", `${label}收入`, "收入"), `X3 ${label}`)
  }
  for (const code of books.keys("公开01").filter((key) => /^\d+$/u.test(key))) {
    same(at("公开03", code, "本年支出合计"), at("公开01", code, "支出"), `X2 ${code}`)
    same(at("公开05", code, "小计"), at("公开04", code, general), `X3 ${code}`)
  }
  // X4, X7, X8
  same(at("公开05", "合计", "小计"), at("公开04", "本年支出合计", general), "X4")
  same(at("公开07", "合计", "小计"), at("公开04", "本年支出合计", fund), "X7")
  same(at("公开07", "合计", "年初结转和结余"), at("公开04", `年初财政拨款结转和结余·${fund}`, "收入"), "X7")
  same(at("公开07", "合计", "本年收入"), at("公开04", fund, "收入"), "X7")
  same(at("公开07", "合计", "年末结转和结余"), at("公开04", "年末财政拨款结转和结余", fund), "X7")
  same(at("公开08", "合计", "合计"), at("公开04", "本年支出合计", capital), "X8")
  // X6, X10
  const publicUse = at("公开06", "公用经费合计", "决算数")
  same(at("公开06", "人员经费合计", "决算数") + publicUse, at("公开05", "合计", "基本支出"), "X6")
  const operating = at("公开10", "行政单位", "统计数") + at("公开10", "参照公务员法管理事业单位", "统计数")
  same(operating, category === "public-institution" ? 0n : publicUse, "X10")
}

const equalWherePaidFromOne = ({ events }: Year): void => {
  const fiscal = new Books(paidOnlyFrom(events, (fund) => fund !== "non-fiscal"))
  for (const key of fiscal.keys("公开01").filter((each) => /^\d+$/u.test(each))) {
    same(fiscal.fen("公开04", key, "合计"), fiscal.fen("公开01", key, "支出"), `公开04/${key}`)
  }
  const general = new Books(paidOnlyFrom(events, (fund) => fund === "general-public-budget"))
  const rows = general.keys("公开03")
  same(listed(general.keys("公开05")), listed(rows))
  for (const key of rows) {
    same(general.fen("公开05", key, "小计"), general.fen("公开03", key, "本年支出合计"), `公开05/${key}`)
    for (const kind of ["基本支出", "项目支出"]) {
      same(general.fen("公开05", key, kind), general.fen("公开03", key, kind), `公开05/${key}/${kind}`)
    }
  }
}

const shown = (books: Books): string =>
  JSON.stringify(
    books.tables.map(({ id, notes, rows }) => [
      id,
      notes,
      rows.map(({ cells, key }) => [key, Object.values(cells).map(({ printed }) => printed)])
    ])
  )
const leavesNoTrace = ({ books, events, payment }: Year): void =>
  same(shown(new Books(withPaymentAndReturn(events, payment))), shown(books))

const endsInTheEvents = ({ at, books, events, movements, of }: Year): void => {
  const places = books.cells().map(({ cell: { figure }, column, id, row }) => ({
    figure,
    parts: partsOf(id, row, column)
  }))
  const eventsBelow = (place: (typeof places)[number]): ReadonlyArray<string> => {
    const ids = leavesOf(place.figure).flatMap(({ because }) => {
      if (because._tag !== "Entries") return []
      return [...books.ledger.entries.list(because.selection)].map(({ stream, version }) => `${stream}@${version}`)
    })
    return [...new Set(ids)].toSorted()
  }
  const place = places[at % places.length]
  if (place?.parts !== undefined) {
    same(listed(eventsBelow(place)), listed(eventsOf(place.parts, movements)), place.figure.ref)
  }
  const event = events[of % events.length] as FoldedEvent
  const id = `${event.stream}@${event.version}`
  const fed = new Set(books.derivation.figuresFedBy(event).map(({ ref }) => ref))
  for (const { figure, parts } of [place, ...places.slice(0, 40)].flatMap((one) => one ?? [])) {
    if (parts !== undefined) same(fed.has(figure.ref), eventsOf(parts, movements).includes(id), figure.ref)
  }
}

describe("十张表，任何有效的一年", () => {
  inEveryCase(
    { drawn, made, often: runs(1_000) },
    {
      每一格的准确数与印出的数都等于另一套账: asSecondBookkeeping,
      "07、08 每格空白时注明本表无数据，有数时不注": saysWhereEmpty,
      "收入总计等于支出总计，财政拨款收支总计相等，各自分别加出": balances,
      "类等于各款之和，款等于各项之和，合计等于各类之和，每表每栏；行与科目一一对应": addsUp,
      "印出的合计与印出的各项相差不超过 0.005×(n+1)": printsWithinRounding,
      "表间相符：01 与 02、03、04，04 与 05、07、08，05 与 06、03，10 与 06": agreesAcrossTables,
      "支出全来自财政拨款时，04 的各类等于 01；全来自一般公共预算时，05 的各行等于 03": equalWherePaidFromOne,
      支付与其全部退回在任何一张表里都不留痕迹: leavesNoTrace,
      "推导的末端恰是应当计入的事件，反过来问也一致": endsInTheEvents
    }
  )

  it("07、08 有数的与空白的都试到了", () => {
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100)
  })
})
