/**
 * Set-up of the project "properties" (R10): properties that say no number of runs get one too, each is given at most
 * PROPERTY_SECONDS, and how often it was tried is printed: what time did not allow is said, not hidden.
 */
import * as fc from "fast-check"
import { expect } from "vitest"
import { runs } from "../runs.ts"
import { sizeOf } from "./sizes.ts"

const tried = (outcome: fc.RunDetails<unknown>): void => {
  const { currentTestName, testPath } = expect.getState()
  const file = testPath?.replace(/^.*\/test\//u, "test/")
  console.log("R10", outcome.numRuns, outcome.failed ? "FAILED" : "held", file, currentTestName)
  const message = fc.defaultReportMessage(outcome)
  if (message !== undefined) throw new Error(message)
}

fc.configureGlobal({
  numRuns: runs(100),
  interruptAfterTimeLimit: sizeOf("PROPERTY_SECONDS", 600) * 1000,
  reporter: tried
})
