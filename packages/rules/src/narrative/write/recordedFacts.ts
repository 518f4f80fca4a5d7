/**
 * 记录的上年数与原因: what a unit recorded of the year before (`ComparativeRecorded`) and of the reasons (`ReasonStated`), by the
 * meaning of the cells that they are about. The last statement of a figure holds.
 */
import { isMoneyUnit, type Ledger, printedNumber, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"
import { addressesByMeaning } from "../../meaning-addresses.ts"
import type { RuleSet } from "../../RuleSet.ts"
import type { NarrativeFacts } from "./writeNarrative.ts"

/** A recorded amount in 元; what is no amount is none. */
const amountOf = (value: string, unit: string): Quantity | undefined =>
  isMoneyUnit(unit) ? printedNumber(value, unit)?.value : undefined

/** The facts of a year's narrative as its ledger holds them; none where the rule set has no tables to speak of. */
export const recordedFacts = (ledger: Ledger, ruleSet: RuleSet, year: number): NarrativeFacts => {
  const addressOf = Result.getOrUndefined(addressesByMeaning(ruleSet, year))
  const address = (cell: string): string | undefined => {
    const [table = "", row = "", column = ""] = cell.split("/")
    return addressOf?.(table, row, column)
  }
  const amounts = new Map(
    ledger.facts("ComparativeRecorded").map(({ data }) => [data.figure, amountOf(data.value, data.unit)])
  )
  const reasons = new Map(ledger.facts("ReasonStated").map(({ data }) => [data.about, data.text]))
  return {
    lastYear: (cell) => amounts.get(address(cell) ?? ""),
    reason: (cell) => reasons.get(address(cell) ?? "")
  }
}
