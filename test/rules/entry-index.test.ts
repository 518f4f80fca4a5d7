/** 分录索引: its sums are the ledger's own sums, whatever is selected, overlapping codes included. */
import { type Account, type Selection, foldLedger } from "@juesuan/domain"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { EntryIndex } from "../../packages/rules/src/EntryIndex.ts"
import { yearOfAUnit } from "./year-arbitrary.ts"
import { runs } from "../runs.ts"

const some = (...values: ReadonlyArray<string>) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 2 })

const accounts: ReadonlyArray<Account> = ["opening-carryover", "revenue", "payment", "budget-approved", "surplus-used"]

const selection: fc.Arbitrary<Selection> = fc
  .record({
    account: fc.oneof(fc.constantFrom(...accounts), fc.subarray([...accounts], { minLength: 1 })),
    fund: some("general-public-budget", "government-fund", "state-capital", "non-fiscal"),
    functional: some("", "2", "201", "20103", "2010306", "208", "2080505", "999"),
    economic: some("301", "30101", "302", "30201", "310"),
    kind: some("basic", "project", "operating"),
    project: some("", "P01", "P02", "P0"),
    item: some("general-public-budget", "operating", "")
  })
  .map((one) => Object.fromEntries(Object.entries(one).filter(([, values]) => values !== undefined)) as never)

it("任何选取的合计与笔数都等于账册自己的合计", () => {
  let counted = 0
  fc.assert(
    fc.property(yearOfAUnit, fc.array(selection, { minLength: 20, maxLength: 20 }), (events, selections) => {
      const { entries } = foldLedger(events)
      const index = new EntryIndex(entries)
      for (const one of selections) {
        const expected = entries.sum(one)
        if (expected.count > 0) counted += 1
        expect(index.sumOf(one)).toEqual(expected)
      }
    }),
    { numRuns: runs(1_000) }
  )
  expect(counted).toBeGreaterThan(1_000)
}, 60_000)
