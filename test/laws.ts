/**
 * 一例多条: every case is made once and held against every law, since making it takes far longer than holding it. Each law
 * is a test of its own, with its own counterexample, shrunk.
 *
 * @example
 * inEveryCase({ drawn: yearOfAUnit, made: booksOf, often: runs(1_000) }, {
 *   "收入总计等于支出总计": (books) => totalOf(books, "收入") === totalOf(books, "支出")
 * })
 */
import * as fc from "fast-check"
import { beforeAll, it } from "vitest"
import { patience } from "./runs.ts"

/** What is drawn, what is made of it, and how many of them are tried. */
interface Cases<Drawn, Case> {
  readonly drawn: fc.Arbitrary<Drawn>
  readonly made: (drawn: Drawn) => Case
  readonly often: number
}

/** Broken where it throws or answers false. */
type Law<Case> = (one: Case) => boolean | void

class LawBroken extends Error {
  readonly law: string
  constructor(law: string, cause: unknown) {
    super(`${law}: ${cause instanceof Error ? cause.message : "false"}`, { cause })
    this.law = law
  }
}

const hold = <Case>(law: string, holds: Law<Case>, one: Case): void => {
  let answer: boolean | void
  try {
    answer = holds(one)
  } catch (cause) {
    throw new LawBroken(law, cause)
  }
  if (answer === false) throw new LawBroken(law, undefined)
}

/** The laws that are broken, each with its report; found one after the other, since a run ends at the first. */
const brokenOf = <Drawn, Case>(
  { drawn, made, often }: Cases<Drawn, Case>,
  laws: Readonly<Record<string, Law<Case>>>
): ReadonlyMap<string, string> => {
  const broken = new Map<string, string>()
  for (;;) {
    const left = Object.entries(laws).filter(([law]) => !broken.has(law))
    const property = fc.property(drawn, (each) => {
      const one = made(each)
      for (const [law, holds] of left) hold(law, holds, one)
    })
    const report = fc.check(property, { numRuns: often })
    if (!report.failed) return broken
    const { errorInstance } = report
    const message = fc.defaultReportMessage(report) ?? ""
    if (!(errorInstance instanceof LawBroken)) throw new Error(message, { cause: errorInstance })
    broken.set(errorInstance.law, `${errorInstance.message}\n${message}`)
  }
}

export const inEveryCase = <Drawn, Case>(
  cases: Cases<Drawn, Case>,
  laws: Readonly<Record<string, Law<Case>>>
): void => {
  let broken: ReadonlyMap<string, string> = new Map()
  beforeAll(() => {
    broken = brokenOf(cases, laws)
  }, patience(300_000).timeout)
  it.each(Object.keys(laws))("%s", (law) => {
    const report = broken.get(law)
    if (report !== undefined) throw new Error(report)
  })
}
