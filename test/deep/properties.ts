/**
 * Set-up of the project "properties" (R10): every property is tried with a new seed, for at most PROPERTY_SECONDS, until
 * PROPERTY_RUNS of it are noted. Each try is printed and noted in a file (PROPERTY_NOTES), one line of JSON, so that a later
 * run, or one on another machine with the same file, goes on with what is left: what time did not allow is said, not hidden.
 * `node test/deep/programs/tally.ts` adds the notes up. Whoever wants to count anew after a change removes the file.
 */
import * as fc from "fast-check"
import { appendFileSync, mkdirSync } from "node:fs"
import { dirname } from "node:path"
import { beforeEach, expect } from "vitest"
import { runs } from "../runs.ts"
import { type Note, noted, notesFile, tallied } from "./notes.ts"
import { sizeOf } from "./sizes.ts"

const before = tallied(noted())
const seconds = sizeOf("PROPERTY_SECONDS", 600)
/** When the test began, and how many properties it has tried. */
let current = { started: 0, tried: 0 }

const here = () => {
  const { currentTestName = "", testPath = "" } = expect.getState()
  return { file: testPath.replace(/^.*\/test\//u, "test/"), test: currentTestName }
}

beforeEach((context) => {
  const { file, test } = here()
  const ofTest = before.filter((each) => each.file === file && each.test === test)
  context.skip(ofTest.length > 0 && ofTest.every((each) => each.runs >= runs(100)), `noted ${runs(100)} times`)
  current = { started: performance.now(), tried: 0 }
})

const outcomeOf = ({ failed, interrupted, numRuns }: fc.RunDetails<unknown>): Note["outcome"] => {
  if (!failed) return "held"
  return interrupted && numRuns === 0 ? "untried" : "failed"
}

const tried = (details: fc.RunDetails<unknown>): void => {
  current.tried += 1
  const note: Note = {
    ...here(),
    property: current.tried,
    outcome: outcomeOf(details),
    runs: details.numRuns,
    seconds: Math.round((performance.now() - current.started) / 100) / 10,
    seed: details.seed,
    ...(details.counterexamplePath === null ? {} : { path: details.counterexamplePath })
  }
  console.log("R10", JSON.stringify(note))
  mkdirSync(dirname(notesFile), { recursive: true })
  appendFileSync(notesFile, `${JSON.stringify(note)}\n`)
  current.started = performance.now()
  if (note.outcome === "failed") throw new Error(fc.defaultReportMessage(details) ?? "failed")
}

fc.configureGlobal({ numRuns: runs(100), interruptAfterTimeLimit: seconds * 1000, reporter: tried })
