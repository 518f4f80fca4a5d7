/**
 * 上年数: figures of the year before, by the address of this year's figure: `上年/公开01/总计/收入`. Where the books of that year are
 * at hand they say it; else what was recorded of it (`ComparativeRecorded`), the last statement of each. What neither says is
 * not there.
 */
import {
  type Figure,
  isMoneyUnit,
  type Ledger,
  printedNumber,
  Quantities,
  type Quantity,
  quantityOf
} from "@juesuan/domain"
import { addressOf, type FigureSpace, type StatedRow, statedSpace } from "../../FigureSpace.ts"
import { type Reference, reference } from "../../formula/Formula.ts"

/** 上一年度的账, as a derivation of it answers. */
export interface YearBefore {
  readonly disclosure: { readonly year: number }
  readonly spaces: ReadonlyArray<FigureSpace>
}

const head = "上年"

/** 上年数 of the figure at an address, in 元. */
export const lastYear = (ref: string, label: string): Reference =>
  reference(`${head}/${ref}`, `上年${label}`, Quantities.yuan)

/** A recorded amount in 元; what is no amount is none. */
const amountOf = (value: string, unit: string): Quantity | undefined =>
  isMoneyUnit(unit) ? printedNumber(value, unit)?.value : undefined

/** The table of an address, and the place in it. */
const partsOf = (ref: string): readonly [table: string, place: string] => {
  const slash = ref.indexOf("/")
  return slash < 0 ? [ref, ""] : [ref.slice(0, slash), ref.slice(slash + 1)]
}

const rowsOf = (ledger: Ledger): ReadonlyArray<StatedRow> => {
  const tables = new Map<string, Record<string, Figure>>()
  for (const { data, id } of ledger.facts("ComparativeRecorded")) {
    const [table, place] = partsOf(data.figure)
    const quantity = amountOf(data.value, data.unit)
    if (quantity === undefined) continue
    const figure: Figure = {
      ref: addressOf(head, table, place),
      label: `上年·${data.figure}`,
      value: { _tag: "Quantity", quantity },
      because: { _tag: "Stated", events: [id] }
    }
    tables.set(table, { ...tables.get(table), [place]: figure })
  }
  return [...tables].map(([key, figures]) => ({ key, label: key, figures }))
}

const spaceOf = (before: YearBefore, table: string): FigureSpace | undefined =>
  before.spaces.find((space) => space.head === table)

/** The figure of a place in the books of the year before; a code that they have no row for was not spent on. */
const inBooks = (before: YearBefore, table: string, place: string): Figure | undefined => {
  const space = spaceOf(before, table)
  if (space === undefined) return undefined
  const [row = "", column = ""] = place.split("/")
  const found = space.figureAt(row, column)
  const quantity = found === undefined ? Quantities.quantity("0", Quantities.yuan) : quantityOf(found)
  if (quantity === undefined || (found === undefined && !/^\d+$/u.test(row))) return undefined
  const { year } = before.disclosure
  return {
    ref: addressOf(head, table, place),
    label: `${year}年度·${table}/${place}`,
    value: { _tag: "Quantity", quantity },
    because: {
      _tag: "Given",
      citation: { document: `本账库${year}年度的账`, article: `${table}/${place}`, verified: true }
    }
  }
}

/** The year before as a space: from its books where they are at hand, else as far as it was recorded. */
export const lastYearSpace = (ledger: Ledger, before: YearBefore | undefined): FigureSpace => {
  const recorded = statedSpace({ head, names: ["上年数", "上年决算数"] }, rowsOf(ledger))
  if (before === undefined) return recorded
  const known = new Map<string, Figure | undefined>()
  return {
    ...recorded,
    figureAt: (table, place) => {
      const ref = addressOf(head, table, place)
      if (!known.has(ref)) known.set(ref, inBooks(before, table, place) ?? recorded.figureAt(table, place))
      return known.get(ref)
    }
  }
}

/** The rows of a table of which last year's figure in a column is known: the codes that were spent on then. */
export const rowsLastYear = (
  ledger: Ledger,
  before: YearBefore | undefined,
  { column, table }: { readonly table: string; readonly column: string }
): ReadonlyArray<string> => {
  const space = before === undefined ? undefined : spaceOf(before, table)
  if (space !== undefined) return space.rows.map(({ key }) => key)
  return ledger.facts("ComparativeRecorded").flatMap(({ data }) => {
    const [of, row, ofColumn] = data.figure.split("/")
    return of === table && row !== undefined && ofColumn === column ? [row] : []
  })
}
