/**
 * 空格分栏的自评表: forms whose cells blanks alone part. Lines of such a form that a page broke may be joined to rows that
 * never were: one is read where every row of it is whole, else all of it is said to be unread.
 */
import type { Printed, PublishedFunds, PublishedIndicator, Unread } from "@juesuan/domain"
import type { RawGrid } from "../RawDocument.ts"
import type { Building } from "./Building.ts"
import { filled, type GridRow } from "./grid-rows.ts"

/** Remembers a grid that was told apart by blanks. */
export const noteLoose = (
  { loose }: Building,
  { bounded, doubt, place }: RawGrid,
  rows: ReadonlyArray<GridRow>
): void => {
  if (bounded) return
  const texts = rows.map((row) =>
    filled(row)
      .map(({ text }) => text)
      .join(" ")
  )
  loose.push({ text: texts.join("\n"), place, isSure: doubt !== "body" })
}

const isNumber = (printed: Printed | undefined): boolean => printed === undefined || printed._tag === "Number"

/** Every amount that the form has a column for; a rate and points stand beside the whole, not beside every part of it. */
const isWholeFunds = ({ applied, executed, fullYear, initial, source }: PublishedFunds): boolean =>
  source !== "" && [applied, initial, fullYear, executed].every(isNumber)

const isWholeIndicator = ({ actual, name, score, target, weight }: PublishedIndicator): boolean =>
  name !== "" && target !== "" && actual !== "" && weight._tag === "Number" && score._tag === "Number"

const reason: Unread["reason"] = {
  zh: "自评表各栏靠空格分开，有的行看不准是不是一行，表中各数没有读入",
  en: "blanks alone part the columns of this form and it is not sure which lines are one row; its figures were not read"
}

const isWhole = ({ funds, indicators, loose, unread }: Building): boolean =>
  loose.every(({ isSure }) => isSure) &&
  unread.length === 0 &&
  funds.length + indicators.length > 0 &&
  funds.every(isWholeFunds) &&
  indicators.every(isWholeIndicator)

/** Whether it is not sure which cells make up the rows of a form. */
export const isUnsure = (evaluation: Building): boolean => evaluation.loose.length > 0 && !isWhole(evaluation)

/** What is left of a form whose rows are not sure: which it is, and what was not read. */
export const withoutFigures = (evaluation: Building): Building => ({
  ...evaluation,
  funds: [],
  indicators: [],
  total: undefined,
  totalWeight: undefined,
  grade: undefined,
  unread: evaluation.loose.map(({ place, text }) => ({ text, reason, place }))
})
