/** 提问: what every question of the command line has in common: scope, point in time, form of the answer. */
import type { Question } from "@juesuan/app"
import * as Options from "../Options.ts"
import type { Wording } from "../Language.ts"
import { asOfOf } from "../Session.ts"

/** The options of a question; by default it answers as text or JSON. */
export const questionOptions = (t: Wording, formats: ReadonlyArray<string> = ["text", "json"]) => ({
  ...Options.general(t),
  ...Options.scope(t),
  ...Options.asOf(t),
  ...Options.format(t, formats)
})

export const questionOf = (options: {
  readonly unit: string | undefined
  readonly year: number | undefined
  readonly at: number | undefined
  readonly knownAt: string | undefined
  readonly until: string | undefined
}): Question => ({ scope: { unit: options.unit, year: options.year }, asOf: asOfOf(options) })
