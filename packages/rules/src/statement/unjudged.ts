/** 未判: why nothing was judged at a place: the rule does not apply there, or the document does not say enough. */
import type { Wording } from "../judging/Finding.ts"

export interface Unjudged {
  readonly outcome: "not-applicable" | "insufficient-data"
  readonly reason: Wording
  /** What is needed stands in the document and was not understood. */
  readonly undecided?: true
}

export const insufficient = (zh: string, en: string): Unjudged => ({ outcome: "insufficient-data", reason: { zh, en } })
export const undecided = (zh: string, en: string): Unjudged => ({ ...insufficient(zh, en), undecided: true })
export const notApplicable = (zh: string, en: string): Unjudged => ({ outcome: "not-applicable", reason: { zh, en } })
