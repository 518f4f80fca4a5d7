/** 情况说明 of a year's books: written from the tables as they print, with last year's figures and reasons as recorded. */
import { publishedOf, recordedFacts, writeNarrative, type WrittenSection } from "@juesuan/rules"
import type { Asked } from "./Asking.ts"

export const narrativeOf = ({ derivation, ledger, scope }: Asked): ReadonlyArray<WrittenSection> =>
  writeNarrative(publishedOf(derivation.disclosure), recordedFacts(ledger, derivation.ruleSet, scope.year))
