/**
 * 分录: the columns of facts that every figure is summed from. Each event that moves money (or a budget, or a contract)
 * leaves one or more entries; equal dimensions share one cell with a running total, so a sum over a million payments
 * looks at a few thousand cells, and the events behind a cell are listed only when somebody asks.
 */
import { type Fen, plusFen, zeroFen } from "./Quantity.ts"
import { RowHeap } from "./RowHeap.ts"

/** What an entry counts as. Returns and reversals are entries of the same account with the opposite sign. */
export const accounts = [
  "opening-carryover",
  "revenue",
  "payment",
  "surplus-used",
  "surplus-distributed",
  "budget-applied",
  "budget-approved",
  "budget-adjustment",
  "three-public-budget",
  "three-public-adjustment",
  "procurement"
] as const
export type Account = (typeof accounts)[number]

/** 维度: the analysis of an entry; a dimension that does not apply is `""`. */
export interface Dimensions {
  readonly account: Account
  readonly fund: string
  readonly functional: string
  readonly economic: string
  readonly kind: string
  readonly project: string
  /** Revenue source, 三公 item, procurement category: what the account is divided by beside the budget line. */
  readonly item: string
  /** Supplier size of a procurement contract, purpose of a distribution, kind of a budget adjustment. */
  readonly detail: string
}

/** 选择: which entries a figure counts. A list matches any of its values; codes match by prefix. */
export interface Selection {
  readonly account: Account | ReadonlyArray<Account>
  readonly fund?: ReadonlyArray<string>
  readonly functional?: ReadonlyArray<string>
  readonly economic?: ReadonlyArray<string>
  readonly kind?: ReadonlyArray<string>
  readonly project?: ReadonlyArray<string>
  readonly item?: ReadonlyArray<string>
  readonly detail?: ReadonlyArray<string>
}

/** One cell: all entries with the same dimensions, chained from the first row to the last. */
interface EntryCell {
  readonly dimensions: Dimensions
  total: Fen
  count: number
  first: number
  last: number
}

/** 一笔分录, as listed to a reader: which event, how much, on which business day. */
export interface Entry {
  readonly stream: string
  readonly version: number
  readonly position: number
  readonly occurredOn: string
  readonly amount: Fen
  readonly dimensions: Dimensions
}

/** What a selection adds up to. */
export interface Sum {
  readonly total: Fen
  readonly count: number
}

/** 汇总数 of all entries with the same dimensions. */
export interface SummedEntries extends Sum {
  readonly dimensions: Dimensions
}

/** Where an entry comes from. */
export interface EntrySource {
  readonly stream: string
  readonly version: number
  readonly position: number
  readonly occurredOn: string
}

const includes = (allowed: ReadonlyArray<string> | undefined, value: string): boolean =>
  allowed === undefined || allowed.includes(value)

const startsWithOne = (prefixes: ReadonlyArray<string> | undefined, code: string): boolean =>
  prefixes === undefined || prefixes.some((prefix) => code.startsWith(prefix))

/** Whether entries with these dimensions are selected. */
export const selects = (selection: Selection, dimensions: Dimensions): boolean =>
  (typeof selection.account === "string"
    ? selection.account === dimensions.account
    : selection.account.includes(dimensions.account)) &&
  startsWithOne(selection.functional, dimensions.functional) &&
  includes(selection.kind, dimensions.kind) &&
  includes(selection.fund, dimensions.fund) &&
  startsWithOne(selection.economic, dimensions.economic) &&
  includes(selection.project, dimensions.project) &&
  includes(selection.item, dimensions.item) &&
  includes(selection.detail, dimensions.detail)

const growth = 2

/** How many values a dimension may take in one year; their product stays below 2^53, so that a key is exact. */
const radixes: ReadonlyArray<readonly [name: keyof Dimensions, radix: number]> = [
  ["account", 16],
  ["fund", 8],
  ["kind", 8],
  ["item", 16],
  ["detail", 16],
  ["economic", 256],
  ["functional", 4096],
  ["project", 8192]
]

const indexAmong = (indexes: Map<string, number>, value: string): number => {
  const known = indexes.get(value)
  if (known !== undefined) return known
  indexes.set(value, indexes.size)
  return indexes.size - 1
}

/** 分录簿: append-only columns; read by `sum`, `cells` and `list`. */
export class Entries {
  #cells: Array<EntryCell> = []
  #cellOf = new Map<number, number>()
  #values: { readonly [Name in keyof Dimensions]: Map<string, number> } = {
    account: new Map(),
    fund: new Map(),
    kind: new Map(),
    item: new Map(),
    detail: new Map(),
    economic: new Map(),
    functional: new Map(),
    project: new Map()
  }
  #streams: Array<string> = []
  #streamOf = new Map<string, number>()
  #days: Array<string> = []
  #dayOf = new Map<string, number>()
  #size = 0
  #closed = false
  /** Whether only sums are known, not the entries behind them. */
  #summed = false
  #cell = new Int32Array(1024)
  /** The next row of the same cell; 0 where there is none. */
  #next = new Int32Array(1024)
  #amount = new Float64Array(1024)
  #stream = new Int32Array(1024)
  #version = new Int32Array(1024)
  #position = new Float64Array(1024)
  #day = new Int32Array(1024)

  /** Number of entries. */
  get size(): number {
    return this.#size
  }

  /**
   * 过次页: entries that go on from these. These are closed: they stay as they are and take no more, so whoever reads them
   * may take their time. Columns are shared, only running totals are copied.
   */
  successor(): Entries {
    this.#closed = true
    const next = new Entries()
    next.#cells = this.#cells.map((cell) => ({ ...cell }))
    next.#cellOf = this.#cellOf
    next.#values = this.#values
    next.#streams = this.#streams
    next.#streamOf = this.#streamOf
    next.#days = this.#days
    next.#dayOf = this.#dayOf
    next.#size = this.#size
    next.#cell = this.#cell
    next.#next = this.#next
    next.#amount = this.#amount
    next.#stream = this.#stream
    next.#version = this.#version
    next.#position = this.#position
    next.#day = this.#day
    return next
  }

  /** 汇总数: entries of which only the sums are known, each of its own dimensions. They take no more and cannot be listed. */
  static ofSums(sums: Iterable<SummedEntries>): Entries {
    const entries = new Entries()
    for (const { count, dimensions, total } of sums) {
      const cell = entries.#cells[entries.#cellIndex(dimensions)] as EntryCell
      cell.total = plusFen(cell.total, total)
      cell.count += count
      entries.#size += count
    }
    entries.#closed = true
    entries.#summed = true
    return entries
  }

  add(dimensions: Dimensions, amount: Fen, source: EntrySource): void {
    if (this.#closed) throw new Error("these entries are closed: their successor goes on")
    const cell = this.#cellIndex(dimensions)
    const kept = this.#cells[cell] as EntryCell
    if (this.#size === this.#cell.length) this.#grow()
    const row = this.#size
    kept.total = plusFen(kept.total, amount)
    if (kept.count === 0) kept.first = row
    else this.#next[kept.last] = row
    kept.last = row
    kept.count += 1
    this.#cell[row] = cell
    this.#amount[row] = amount
    this.#stream[row] = indexIn(this.#streams, this.#streamOf, source.stream)
    this.#version[row] = source.version
    this.#position[row] = source.position
    this.#day[row] = indexIn(this.#days, this.#dayOf, source.occurredOn)
    this.#size += 1
  }

  /** 合计 of a selection. */
  sum(selection: Selection): Sum {
    let total = zeroFen
    let count = 0
    for (const cell of this.#cells) {
      if (selects(selection, cell.dimensions)) {
        total = plusFen(total, cell.total)
        count += cell.count
      }
    }
    return { total, count }
  }

  /** The distinct dimensions that were selected, in order of first appearance. */
  cells(selection: Selection): ReadonlyArray<{ readonly dimensions: Dimensions } & Sum> {
    return this.#cells.filter((cell) => selects(selection, cell.dimensions))
  }

  /** 明细: every entry of a selection, in the order of the log. The first few cost a few, however many there are. */
  *list(selection: Selection): Generator<Entry> {
    if (this.#summed) throw new Error("these entries are sums: what is behind them is listed from the log")
    const rows = new RowHeap(
      this.#cells.filter((cell) => selects(selection, cell.dimensions)).map(({ first }) => first)
    )
    for (let row = rows.least; row !== undefined; row = rows.least) {
      yield this.#entry(row)
      const next = this.#next[row] as number
      // A successor may have chained on; what it added is not part of these entries.
      rows.replaceLeast(next > 0 && next < this.#size ? next : undefined)
    }
  }

  #entry(row: number): Entry {
    return {
      stream: this.#streams[this.#stream[row] as number] as string,
      version: this.#version[row] as number,
      position: this.#position[row] as number,
      occurredOn: this.#days[this.#day[row] as number] as string,
      amount: this.#amount[row] as Fen,
      dimensions: (this.#cells[this.#cell[row] as number] as EntryCell).dimensions
    }
  }

  #cellIndex(dimensions: Dimensions): number {
    const key = this.#key(dimensions)
    const known = this.#cellOf.get(key)
    if (known !== undefined) return known
    const index = this.#cells.length
    this.#cells.push({ dimensions, total: zeroFen, count: 0, first: 0, last: 0 })
    this.#cellOf.set(key, index)
    return index
  }

  /** One exact number for equal dimensions: each value's index, side by side in the digits of a mixed radix. */
  #key(dimensions: Dimensions): number {
    let key = 0
    for (const [name, radix] of radixes) {
      const index = indexAmong(this.#values[name], dimensions[name])
      if (index >= radix) throw new Error(`more than ${radix} values of ${name} in one year`)
      key = key * radix + index
    }
    return key
  }

  #grow(): void {
    const length = this.#cell.length * growth
    this.#cell = grown(this.#cell, new Int32Array(length))
    this.#next = grown(this.#next, new Int32Array(length))
    this.#amount = grown(this.#amount, new Float64Array(length))
    this.#stream = grown(this.#stream, new Int32Array(length))
    this.#version = grown(this.#version, new Int32Array(length))
    this.#position = grown(this.#position, new Float64Array(length))
    this.#day = grown(this.#day, new Int32Array(length))
  }
}

const indexIn = (values: Array<string>, indexes: Map<string, number>, value: string): number => {
  const known = indexes.get(value)
  if (known !== undefined) return known
  indexes.set(value, values.length)
  return values.push(value) - 1
}

const grown = <Column extends Int32Array | Float64Array>(from: Column, to: Column): Column => {
  to.set(from)
  return to
}
