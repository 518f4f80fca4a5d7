/**
 * 单元格公式: the formula by which a figure was derived, over the cells of the workbook. It is written only where, over the
 * figures as they are printed, it gives exactly what the cell prints; where it does not, the cell says why.
 */
import { type Cell, type Figure, Quantities, type Quantity, printedNumber, quantityOf } from "@juesuan/domain"
import {
  derivedReasonOf,
  evaluate,
  type Formula,
  Formulas,
  printedFigureOf,
  printingOf,
  selectionsOf,
  type SheetPlaces,
  spreadsheetFormula
} from "@juesuan/rules"
import * as Result from "effect/Result"
import { sheetPrefix } from "./xlsx/Workbook.ts"

/** Where a cell of a table stands in the workbook. */
export interface PlacedCell {
  readonly sheet: string
  readonly address: string
  readonly cell: Cell
}

/** Cells by the address of their figure: `公开03/2010306/项目支出`. */
export type PlacedCells = ReadonlyMap<string, PlacedCell>

/** What a cell holds beside its number: the formula that gives it, or why there is none; neither where it was added up from entries. */
export interface CellSource {
  readonly formula?: string
  readonly remark?: string
}

const isAmount = ({ unit }: Cell): boolean => unit.kind === "tenThousandYuan"

const nothing = Quantities.quantity("0", Quantities.yuan)

/** What a cell prints, as a quantity; a blank counts as nothing. */
const printedQuantity = (cell: Cell): Quantity => {
  const printed = cell.printed === null ? undefined : printedNumber(cell.printed, cell.unit.label)
  return printed?.value ?? (isAmount(cell) ? nothing : Quantities.quantity("0", cell.unit))
}

const placesOn = (sheet: string, placed: PlacedCells): SheetPlaces => ({
  cellsOf: (input) => {
    const found = input._tag === "Reference" ? placed.get(input.ref) : undefined
    if (found === undefined) return []
    return [found.sheet === sheet ? found.address : `${sheetPrefix(found.sheet)}${found.address}`]
  },
  numberOf: (quantity) =>
    Quantities.text(quantity.unit.kind === "yuan" ? Quantities.inTenThousandYuan(quantity) : quantity)
})

/** The formula as the sheet computes it: rounded as the cell is, since a sum of binary fractions is not exact. */
const roundedAsPrinted = (formula: Formula, { unit }: Cell): Formula => {
  const printing = printingOf(unit).formula
  return printing._tag === "Rounded" ? Formulas.rounded(formula, printing.digits, printing.mode) : formula
}

const noEntries = (): never => {
  throw new Error("a formula over the cells of a workbook selects entries")
}

/** What the formula gives over the figures as they are printed, printed as the cell is; `undefined` where it gives none. */
const overPrinted = (formula: Formula, cell: Cell, placed: PlacedCells): Quantity | undefined => {
  const figureAt = (ref: string): Figure | undefined => {
    const found = placed.get(ref)?.cell
    if (found === undefined) return undefined
    return { ...reason(found.figure), value: { _tag: "Quantity", quantity: printedQuantity(found) } }
  }
  const { value } = evaluate(formula, { figureAt, sumOf: noEntries })
  return quantityOf(printedFigureOf({ figure: { ...reason(cell.figure), value }, unit: cell.unit }))
}

const reason = ({ because, label, ref }: Figure): Omit<Figure, "value"> => ({ ref, label, because })

const offSheet = (input: string): string => `由表外的“${input}”等数计算得出，本格只列结果。`

const differs = (given: Quantity, printed: Quantity): string => {
  const digits = given.unit.kind === "tenThousandYuan" ? 2 : 0
  const off = Quantities.text(Quantities.minus(printed, given), digits)
  return `按元计算后四舍五入。按表列各数计算为 ${Quantities.text(given, digits)}，与本格相差 ${off}，是金额单位转换的尾差。`
}

/** The source of a cell that prints a number. */
export const sourceOf = ({ cell, sheet }: PlacedCell, placed: PlacedCells): CellSource => {
  const reason = derivedReasonOf(cell.figure)
  if (reason === undefined || cell.printed === null) return {}
  const { formula } = reason.definition
  if (selectionsOf(formula).length > 0) return {}
  const written = spreadsheetFormula(roundedAsPrinted(formula, cell), placesOn(sheet, placed))
  if (Result.isFailure(written)) {
    const isDerivedFromOthers = reason.inputs.some(({ because }) => because._tag === "Derived")
    return isDerivedFromOthers ? { remark: offSheet(written.failure.input) } : {}
  }
  const given = overPrinted(formula, cell, placed)
  const printed = Quantities.quantity(cell.printed, cell.unit)
  if (given === undefined) return {}
  return Quantities.equals(given, printed) ? { formula: written.success } : { remark: differs(given, printed) }
}
