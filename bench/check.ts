/** Checking one department-year in process, after replay: deriving its disclosure and judging it by every rule. Aim: 50 ms. */
import { deepStrictEqual } from "node:assert/strict"
import { foldLedger } from "@juesuan/domain"
import { checkRulesFor, derive, judgeDisclosure, publishedOf } from "@juesuan/rules"
import * as Result from "effect/Result"
import { sampleEvents, sampleScope } from "../test/rules/sample-year.ts"

const rounds = 41

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] as number

const ledger = foldLedger(sampleEvents())

const checked = () => {
  const started = performance.now()
  const { disclosure, ruleSet } = Result.getOrThrow(derive(ledger, sampleScope))
  const published = publishedOf(disclosure)
  const derived = performance.now()
  const judged = judgeDisclosure(published, checkRulesFor(ruleSet.jurisdiction, sampleScope.year))
  return { judged, derive: derived - started, judge: performance.now() - derived }
}

const first = checked()
const runs = Array.from({ length: rounds }, checked)
for (const { judged } of runs) deepStrictEqual(judged, first.judged, "the same books were judged in two ways")

const { cells } = first.judged.coverage
console.log(
  `${first.judged.receipts.length} rules, ${cells.judged} of ${cells.read} cells judged, ${first.judged.findings.length} findings`
)
console.log(`first check in the process: derive ${first.derive.toFixed(0)} ms, judge ${first.judge.toFixed(0)} ms`)
console.log(
  `median of ${rounds}: derive ${median(runs.map((run) => run.derive)).toFixed(1)} ms, judge ${median(runs.map((run) => run.judge)).toFixed(1)} ms, both ${median(runs.map((run) => run.derive + run.judge)).toFixed(1)} ms (aim: 50 ms)`
)
