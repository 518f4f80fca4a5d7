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
import type { TableTemplate } from "./TableTemplate.ts"

/** The address of a cell by the meanings of its table, row and column; `undefined` where the rule set has no such cell. */
export type AddressOfMeaning = (table: string, row: string, column: string) => string | undefined

/** Our form of 公开09 says which budget it prints; a published one says it in its notes. */
const columnMeans = (meaning: string, wanted: string): boolean =>
  meaning === wanted || meaning === `full-year-${wanted}`

const isCode = (text: string): boolean => /^\d+$/u.test(text)

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
  return Result.map(classificationsOf(empty, year), (classifications) => {
    const context = formContextOf(empty, classifications, new EntryIndex(empty.entries))
    const rowKey = ({ rows }: TableTemplate, meaning: string): string | undefined => {
      if (rows._tag === "Hierarchy") return meaning === "total" ? "合计" : isCode(meaning) ? meaning : undefined
      const found = rows.rows(context).find((row) => row.meaning === meaning || row.meaning === `economic.${meaning}`)
      return found?.key
    }
    return (table, row, column) => {
      const template = ruleSet.tables.find(({ meaning }) => meaning === table)
      const key = template === undefined ? undefined : rowKey(template, row)
      const label = template?.columns.find(({ meaning }) => columnMeans(meaning, column))?.label
      return template === undefined || key === undefined || label === undefined
        ? undefined
        : addressOf(template.id, key, label)
    }
  })
}
