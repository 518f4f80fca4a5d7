/** 资金: the rows of a form that state budgets, execution, its rate and its score. */
import { type Printed, printedCellText, printedNumber, type PublishedFunds, Quantities } from "@juesuan/domain"
import { type Building, leaveUnread } from "./Building.ts"
import { columnOfCell, hasNumbers, readColumns, type ReadColumns, unitOfCell, widthOf } from "./columns.ts"
import { filled, type GridRow, plain, type RowCell } from "./grid-rows.ts"
import { type FundsColumn, fundsColumn, isFundsLabel, isProjectLabel, isSectionLabel, moneyUnitIn } from "./labels.ts"
import { settled } from "./settled-rows.ts"

const columnsIn = (rows: ReadonlyArray<GridRow>): ReadColumns<FundsColumn> =>
  readColumns(rows, {
    columnOf: fundsColumn,
    unitOf: moneyUnitIn,
    isHead: (text) => isSectionLabel(text) || isFundsLabel(text) || /预算|经费|金额/u.test(text)
  })

/**
 * Whether a row heads the part of the funds: it names a budget, what was spent of it, and the points for it. Tables of a
 * disclosure name budgets and what was spent as well, but give no points.
 */
export const headsFunds = (row: GridRow): boolean => {
  const columns = new Set(filled(row).flatMap(({ text }) => fundsColumn(text) ?? []))
  // A list of projects has a column for their names.
  if (filled(row).some(({ text }) => isProjectLabel(text) || plain(text) === "序号")) return false
  const isBudget = columns.has("initial") || columns.has("fullYear") || columns.has("applied")
  const givesPoints = columns.has("score") || columns.has("weight")
  return isBudget && columns.has("executed") && givesPoints && !hasNumbers(row)
}

const headsFurther = (row: GridRow): boolean => {
  const cells = filled(row)
  return (
    cells.length > 0 &&
    !hasNumbers(row) &&
    cells.every(({ text }) => fundsColumn(text) !== undefined && text.length < 20)
  )
}

/** Reads the headings at `index`, one row or two, and says how many they are. */
export const openFunds = (evaluation: Building, rows: ReadonlyArray<GridRow>, index: number): number => {
  const [head, further] = [rows[index], rows[index + 1]]
  if (head === undefined) return 0
  const heads = further !== undefined && headsFurther(further) ? [head, further] : [head]
  const columns = columnsIn(heads)
  evaluation.fundsColumns = columns
  evaluation.part = "funds"
  evaluation.signs.garbled += columns.unknown.length
  for (const { text } of heads.flatMap(filled)) evaluation.moneyUnit ??= moneyUnitIn(text)
  return heads.length
}

/** A number with its sign, as it stands there. */
const asPrinted = (read: Printed, text: string): Printed =>
  read._tag === "Number" ? { ...read, text: text.trim() } : read

/** 执行率 as printed: 100, 100%, 100.00 %; a rate of one or less without a sign, in decimals, is a share of one. */
export const rateOf = (text: string): Printed =>
  /^(?:0\.\d+|1(?:\.0+)?)$/u.test(plain(text)) ? shareOfOne(text) : asPrinted(printedCellText(text, "%"), text)

const shareOfOne = (text: string): Printed => {
  const asPercent = printedNumber(plain(text), "%")
  if (asPercent === undefined) return { _tag: "Unreadable", text }
  const hundred = Quantities.quantity("100", Quantities.ratio)
  const whole = (part: typeof asPercent.value) => Quantities.times(part, hundred, Quantities.ratio)
  return { ...asPercent, value: whole(asPercent.value), half: whole(asPercent.half), shown: "" }
}

/** 分值 and 得分, with or without their sign; a share of 100 counts as points. */
export const pointsOf = (text: string): Printed =>
  asPrinted(printedCellText(text.trim().replace(/[分%％]$/u, ""), "分"), text)

interface ReadRow {
  readonly cells: Map<FundsColumn, RowCell>
  readonly label: string
  readonly strays: ReadonlyArray<RowCell>
}

const readRow = (columns: ReadColumns<FundsColumn>, row: GridRow): ReadRow => {
  const cells = new Map<FundsColumn, RowCell>()
  const strays: Array<RowCell> = []
  let label = ""
  const firstColumn = Math.min(...columns.at.keys())
  for (const cell of row.cells.filter(({ fromAbove, text }) => !fromAbove || text.trim() === "")) {
    const column = columnOfCell(columns, cell)
    if (column === "source" || (cell.to <= firstColumn && cell.text.trim() !== "")) label = cell.text.trim()
    else if (column === undefined) strays.push(cell)
    else if (!cells.has(column)) cells.set(column, cell)
    else if (cell.text.trim() !== "") strays.push(cell)
  }
  return { cells, label, strays: strays.filter(({ text }) => text.trim() !== "") }
}

const amountColumns = ["applied", "initial", "fullYear", "executed", "unspent"] as const

const isAmount = (text: string): boolean =>
  /^[-\d,.\s]+(?:万?元)?$/u.test(plain(text)) && /\d/u.test(text.normalize("NFKC"))

/** Whether a row of funds has its label and nothing but numbers where the columns have them. */
const isInPlace = (columns: ReadColumns<FundsColumn>, row: GridRow): boolean => {
  const { cells, label } = readRow(columns, row)
  const amounts = amountColumns.flatMap((column) => cells.get(column)?.text ?? [])
  return (
    isFundsLabel(label) && amounts.some(isAmount) && amounts.every((text) => isAmount(text) || !/\p{L}/u.test(text))
  )
}

/** Reads a row of funds, or answers that it is none: then the part is over. */
export const readFunds = (evaluation: Building, printedRow: GridRow): boolean => {
  const columns = evaluation.fundsColumns
  if (columns === undefined) return false
  const fits = (row: GridRow): boolean => isInPlace(columns, row)
  const row = evaluation.loose.length > 0 ? printedRow : settled(printedRow, widthOf(columns), fits)
  const { cells, label, strays } = readRow(columns, row)
  const amounts = amountColumns.flatMap((column) => cells.get(column) ?? [])
  if (!amounts.some(({ text }) => isAmount(text)) && (label === "" || !isFundsLabel(label) || isSectionLabel(label)))
    return false
  const has = (column: FundsColumn): boolean => [...columns.at.values()].includes(column)
  const printed = (column: FundsColumn, read: (text: string) => Printed): Printed | undefined =>
    has(column) ? read(cells.get(column)?.text ?? "") : undefined
  const amount = (column: FundsColumn): Printed | undefined => {
    const cell = cells.get(column)
    const unit = (cell && unitOfCell(columns, cell)) ?? evaluation.moneyUnit ?? ""
    return printed(column, (text) => printedCellText(text, unit))
  }
  const funds: PublishedFunds = {
    source: label === "" ? "合计" : label.replace(/[:：]$/u, ""),
    applied: amount("applied"),
    initial: amount("initial"),
    fullYear: amount("fullYear"),
    executed: amount("executed"),
    unspent: amount("unspent"),
    weight: printed("weight", pointsOf),
    rate: printed("rate", rateOf),
    score: printed("score", pointsOf),
    reason: cells.get("reason")?.text.trim() ?? "",
    place: row.place
  }
  evaluation.funds.push(funds)
  notice(evaluation, funds, strays)
  if (label === "" && columns.at.size > 2) evaluation.signs.garbled += 1
  return true
}

/** Counts what does not fit, and keeps what stands in no column. */
const notice = (evaluation: Building, funds: PublishedFunds, strays: ReadonlyArray<RowCell>): void => {
  const read = [...amountColumns.map((column) => funds[column]), funds.weight, funds.rate, funds.score]
  evaluation.signs.rows += 1
  evaluation.signs.misfits += read.filter((each) => each?._tag === "Unreadable").length + strays.length
  for (const { place, text } of strays)
    leaveUnread(
      evaluation,
      text,
      { zh: "资金一行中没有栏目的内容", en: "in a row of funds, under no heading that is understood" },
      place
    )
}
