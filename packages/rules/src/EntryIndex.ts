/**
 * 分录索引: sums of selections over a ledger's entries. Tables ask for thousands of sums, nearly all of one code or one
 * project; each is answered from the cells of that code or project instead of from all of them.
 */
import {
  type Account,
  type Dimensions,
  type Entries,
  Quantities,
  type Selection,
  type Sum,
  selects
} from "@juesuan/domain"

type EntryCell = { readonly dimensions: Dimensions } & Sum
type Cells = ReadonlyArray<EntryCell>

/** The dimensions that a look-up goes by, the most telling first. */
const looked = ["functional", "economic", "project"] as const
type Looked = (typeof looked)[number]

/** The cells of one account, also by code, with those of the codes below it, and by project. */
type AccountCells = { readonly all: Cells } & { readonly [Dimension in Looked]: ReadonlyMap<string, Cells> }

const codeLengths = [3, 5, 7]
const itself = (value: string): ReadonlyArray<string> => [value]
const withPrefixes = (code: string): ReadonlyArray<string> =>
  codeLengths.filter((length) => length <= code.length).map((length) => code.slice(0, length))

const groupedBy = (
  cells: Cells,
  dimension: Looked,
  keysOf: (value: string) => ReadonlyArray<string>
): ReadonlyMap<string, Cells> => {
  const keys = new Map<string, ReadonlyArray<string>>()
  const found = new Map<string, Array<EntryCell>>()
  for (const cell of cells) {
    const value = cell.dimensions[dimension]
    const known = keys.get(value) ?? keysOf(value)
    keys.set(value, known)
    for (const key of known) {
      const group = found.get(key)
      if (group === undefined) found.set(key, [cell])
      else group.push(cell)
    }
  }
  return found
}

const isKey: Readonly<Record<Looked, (value: string) => boolean>> = {
  functional: (prefix) => codeLengths.includes(prefix.length),
  economic: (prefix) => codeLengths.includes(prefix.length),
  project: () => true
}

/** Values that overlap (a code and one below it) would count cells twice. */
const areApart = (dimension: Looked, values: ReadonlyArray<string>): boolean =>
  values.length === 1 ||
  values.every((value, index) =>
    values.every((other, at) => at === index || (dimension === "project" ? value !== other : !value.startsWith(other)))
  )

/** Reads the entries as they are when an account is first asked for; the ledger must not grow while the index is in use. */
export class EntryIndex {
  readonly #entries: Entries
  readonly #accounts = new Map<Account, AccountCells>()

  constructor(entries: Entries) {
    this.#entries = entries
  }

  /** 合计 of a selection. */
  sumOf(selection: Selection): Sum {
    const { account } = selection
    const sum = { total: Quantities.zeroFen, count: 0 }
    if (typeof account === "string") this.#add(sum, account, selection)
    else for (const one of account) this.#add(sum, one, selection)
    return sum
  }

  /** The distinct values of a dimension among the selected entries, sorted. */
  valuesOf(dimension: Exclude<keyof Dimensions, "account">, selection: Selection): ReadonlyArray<string> {
    const values = this.#entries.cells(selection).map(({ dimensions }) => dimensions[dimension])
    return [...new Set(values)].toSorted()
  }

  #add(sum: { total: Sum["total"]; count: number }, account: Account, selection: Selection): void {
    const cells = this.#cellsOf(account)
    for (const dimension of looked) {
      const values = selection[dimension]
      if (values === undefined || !values.every(isKey[dimension]) || !areApart(dimension, values)) continue
      for (const value of values) addSelected(sum, cells[dimension].get(value) ?? [], selection)
      return
    }
    addSelected(sum, cells.all, selection)
  }

  #cellsOf(account: Account): AccountCells {
    const known = this.#accounts.get(account)
    if (known !== undefined) return known
    const all = this.#entries.cells({ account })
    const cells = {
      all,
      functional: groupedBy(all, "functional", withPrefixes),
      economic: groupedBy(all, "economic", withPrefixes),
      project: groupedBy(all, "project", itself)
    }
    this.#accounts.set(account, cells)
    return cells
  }
}

const addSelected = (sum: { total: Sum["total"]; count: number }, cells: Cells, selection: Selection): void => {
  for (const { count, dimensions, total } of cells) {
    if (!selects(selection, dimensions)) continue
    sum.total = Quantities.plusFen(sum.total, total)
    sum.count += count
  }
}
