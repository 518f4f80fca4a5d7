/**
 * 分开的部分: columns of a table that were printed on a sheet of their own, as programs print workbooks that are too wide: amounts
 * without anything that says what their rows are. Which rows they belong to is not known, and the table above is not whole.
 */
import type { RawParagraph } from "../RawDocument.ts"
import { type Matrix, ownTexts } from "./Matrix.ts"
import { isAmount, isWords } from "./words.ts"

/** Whether all rows of a grid that have amounts have nothing else. */
export const isNameless = ({ rows }: Matrix): boolean => {
  const amounts = rows.map((row) => ownTexts(row)).filter((texts) => texts.some(isAmount))
  return amounts.length > 0 && amounts.every((texts) => !texts.some(isWords))
}

/** Amounts that stand alone on their lines, and the paragraphs that are text. */
export const amountsApart = (
  paragraphs: ReadonlyArray<RawParagraph>
): { readonly amounts: ReadonlyArray<RawParagraph>; readonly text: ReadonlyArray<RawParagraph> } => ({
  amounts: paragraphs.filter(({ text }) => isAmount(text)),
  text: paragraphs.filter(({ text }) => !isAmount(text))
})
