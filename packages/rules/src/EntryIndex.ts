/**
 * 分录索引: sums of selections over a ledger's entries. Tables ask for thousands of sums, nearly all of one code or one
 * project. Entries are first added up over what a selection does not ask about (a table by functional code asks for no
 * project), then looked up by code or project, so that a sum looks at a handful of cells.
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

interface EntryCell {
  readonly dimensions: Dimensions
  total: Sum["total"]
  count: number
}
type Cells = ReadonlyArray<EntryCell>

/** The dimensions with many values: a view drops those that a selection does not ask about, and is looked up by the first it does. */
const looked = ["functional", "economic", "project"] as const
type Looked = (typeof looked)[number]

/** The cells of one account, added up over the dimensions that were not asked about. */
interface View {
  readonly cells: Cells
  /** By the values of the first dimension that was asked about; by code with the codes below it. */
  readonly by: ReadonlyMap<string, Cells>
}

const codeLengths = [3, 5, 7]
const withPrefixes = (code: string): ReadonlyArray<string> =>
  codeLengths.filter((length) => length <= code.length).map((length) => code.slice(0, length))

const keysOf = (dimension: Looked, value: string): ReadonlyArray<string> =>
  dimension === "project" ? [value] : withPrefixes(value)

const isKey = (dimension: Looked, value: string): boolean =>
  dimension === "project" || codeLengths.includes(value.length)

const groupedBy = (cells: Cells, dimension: Looked): ReadonlyMap<string, Cells> => {
  const found = new Map<string, Array<EntryCell>>()
  for (const cell of cells) {
    for (const key of keysOf(dimension, cell.dimensions[dimension])) {
      const group = found.get(key)
      if (group === undefined) found.set(key, [cell])
      else group.push(cell)
    }
  }
  return found
}

const plus = (cell: EntryCell, { count, total }: Sum): void => {
  cell.total = Quantities.plusFen(cell.total, total)
  cell.count += count
}

/** Adds cells up that differ only in dimensions that were not asked about. */
const addedUp = (
  cells: Iterable<{ readonly dimensions: Dimensions } & Sum>,
  asked: ReadonlyArray<Looked>
): Array<EntryCell> => {
  const found = new Map<string, EntryCell>()
  const keeps = {
    functional: asked.includes("functional"),
    economic: asked.includes("economic"),
    project: asked.includes("project")
  }
  for (const cell of cells) {
    const { dimensions } = cell
    const { detail, fund, item, kind } = dimensions
    const functional = keeps.functional ? dimensions.functional : ""
    const economic = keeps.economic ? dimensions.economic : ""
    const project = keeps.project ? dimensions.project : ""
    const key = `${functional}|${economic}|${project}|${fund}|${kind}|${item}|${detail}`
    const known = found.get(key)
    if (known !== undefined) plus(known, cell)
    else
      found.set(key, {
        dimensions: { ...dimensions, functional, economic, project },
        total: cell.total,
        count: cell.count
      })
  }
  return [...found.values()]
}

/** Values that overlap (a code and one below it) would count cells twice. */
const areApart = (values: ReadonlyArray<string>): boolean =>
  values.every((value, index) => values.every((other, at) => at === index || !value.startsWith(other)))

const addSelected = (sum: { total: Sum["total"]; count: number }, cells: Cells, selection: Selection): void => {
  for (const { count, dimensions, total } of cells) {
    if (!selects(selection, dimensions)) continue
    sum.total = Quantities.plusFen(sum.total, total)
    sum.count += count
  }
}

/** Reads the entries as they are when an account is first asked for; the ledger must not grow while the index is in use. */
export class EntryIndex {
  readonly #entries: Entries
  readonly #views = new Map<string, View>()

  constructor(entries: Entries) {
    this.#entries = entries
  }

  /** 合计 of a selection. */
  sumOf(selection: Selection): Sum {
    const { account } = selection
    const asked = looked.filter((dimension) => selection[dimension] !== undefined)
    const sum = { total: Quantities.zeroFen, count: 0 }
    for (const one of typeof account === "string" ? [account] : account) {
      for (const cells of candidates(this.#viewOf(one, asked), selection, asked[0])) addSelected(sum, cells, selection)
    }
    return sum
  }

  /** The distinct values of a dimension among the selected entries, sorted. */
  valuesOf(dimension: Exclude<keyof Dimensions, "account">, selection: Selection): ReadonlyArray<string> {
    const values = this.#entries.cells(selection).map(({ dimensions }) => dimensions[dimension])
    return [...new Set(values)].toSorted()
  }

  #viewOf(account: Account, asked: ReadonlyArray<Looked>): View {
    const key = `${account}|${asked.join("|")}`
    const known = this.#views.get(key)
    if (known !== undefined) return known
    const cells = addedUp(this.#entries.cells({ account }), asked)
    const [first] = asked
    const view = { cells, by: first === undefined ? new Map<string, Cells>() : groupedBy(cells, first) }
    this.#views.set(key, view)
    return view
  }
}

/** The groups of a view that hold everything a selection counts, each cell once. */
const candidates = ({ by, cells }: View, selection: Selection, first: Looked | undefined): ReadonlyArray<Cells> => {
  const values = first === undefined ? undefined : selection[first]
  if (first === undefined || values === undefined) return [cells]
  const direct = values.every((value) => isKey(first, value)) && areApart(values)
  return direct ? values.map((value) => by.get(value) ?? []) : [cells]
}
