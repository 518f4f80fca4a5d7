/**
 * 含义与地址: where a figure of a published table stands among ours, by what it means: so that a figure that somebody
 * published can be kept as last year's, or asked for by address.
 */
import { Ledger } from "@juesuan/domain"
import * as Result from "effect/Result"
import { EntryIndex } from "./EntryIndex.ts"
import { addressOf } from "./FigureSpace.ts"
import { type ClassificationProblem, classificationsOf, formContextOf } from "./form-context.ts"
import type { RuleSet } from "./RuleSet.ts"
import type { FormContext, TableTemplate } from "./TableTemplate.ts"

/** The address of a cell by the meanings of its table, row and column; `undefined` where the rule set has no such cell. */
export type AddressOfMeaning = (table: string, row: string, column: string) => string | undefined

/** Our form of 公开09 says which budget it prints; a published one says it in its notes. */
const columnMeans = (meaning: string, wanted: string): boolean =>
  meaning === wanted || meaning === `full-year-${wanted}`

const isCode = (text: string): boolean => /^\d+$/u.test(text)

/** Addresses in the tables of a rule set whose rows depend on this context. */
export const addressesIn = ({ tables }: RuleSet, context: FormContext): AddressOfMeaning => {
  const keys = new Map<TableTemplate, ReadonlyMap<string, string>>()
  const keysOf = (template: TableTemplate): ReadonlyMap<string, string> => {
    const known = keys.get(template)
    if (known !== undefined) return known
    const rows = template.rows._tag === "Form" ? template.rows.rows(context) : []
    // The first of two rows with one meaning is meant.
    const found = new Map(rows.toReversed().map(({ key, meaning }) => [meaning.replace(/^economic\./u, ""), key]))
    keys.set(template, found)
    return found
  }
  const rowKey = (template: TableTemplate, meaning: string): string | undefined => {
    if (template.rows._tag === "Form") return keysOf(template).get(meaning)
    return meaning === "total" ? "合计" : isCode(meaning) ? meaning : undefined
  }
  return (table, row, column) => {
    const template = tables.find(({ meaning }) => meaning === table)
    const key = template === undefined ? undefined : rowKey(template, row)
    const label = template?.columns.find(({ meaning }) => columnMeans(meaning, column))?.label
    return template === undefined || key === undefined || label === undefined
      ? undefined
      : addressOf(template.id, key, label)
  }
}

/**
 * Addresses in the tables of a rule set for a year.
 *
 * @example addressesByMeaning(shanxi2024, 2024) // ("expenditure", "2010306", "expenditure.project") → "公开03/2010306/项目支出"
 */
export const addressesByMeaning = (
  ruleSet: RuleSet,
  year: number
): Result.Result<AddressOfMeaning, ClassificationProblem> => {
  const empty = new Ledger()
  return Result.map(classificationsOf(empty, year), (classifications) =>
    addressesIn(ruleSet, formContextOf(empty, classifications, new EntryIndex(empty.entries)))
  )
}
