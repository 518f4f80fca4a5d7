/**
 * 上年数: figures of the year before as they were recorded (`ComparativeRecorded`), by the address of this year's figure:
 * `上年/公开01/总计/收入`. The last statement of a figure holds; what nobody recorded is not there.
 */
import { type Figure, isMoneyUnit, type Ledger, printedNumber, Quantities, type Quantity } from "@juesuan/domain"
import { addressOf, type FigureSpace, type StatedRow, statedSpace } from "../../FigureSpace.ts"
import { type Reference, reference } from "../../formula/Formula.ts"

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

export const lastYearSpace = (ledger: Ledger): FigureSpace =>
  statedSpace({ head, names: ["上年数", "上年决算数"] }, rowsOf(ledger))

/** The rows of a table of which last year's figure in a column is known: the codes that were spent on then. */
export const rowsLastYear = (ledger: Ledger, table: string, column: string): ReadonlyArray<string> =>
  ledger.facts("ComparativeRecorded").flatMap(({ data }) => {
    const [of, row, ofColumn] = data.figure.split("/")
    return of === table && row !== undefined && ofColumn === column ? [row] : []
  })
