/** 未判: why nothing was judged at a place: the rule does not apply there, or the document does not say enough. */
import type { Wording } from "../judging/Finding.ts"

export interface Unjudged {
  readonly outcome: "not-applicable" | "insufficient-data"
  readonly reason: Wording
}

export const insufficient = (zh: string, en: string): Unjudged => ({ outcome: "insufficient-data", reason: { zh, en } })
export const notApplicable = (zh: string, en: string): Unjudged => ({ outcome: "not-applicable", reason: { zh, en } })
