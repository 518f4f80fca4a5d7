/**
 * 发现与回执: what judging a document gives. Every rule yields exactly one receipt; a finding is data (rule, cause, places,
 * both ends, tolerance with its basis) and its sentences are made last, in both languages.
 */
import type { SourcePlace } from "@juesuan/domain"

export interface Wording {
  readonly zh: string
  readonly en: string
}

/** How a rule came out at one place, worst last but for the two that say that nothing was judged. */
export type Outcome = "pass" | "rounding" | "fail" | "not-applicable" | "insufficient-data"

/** `error`: cannot be right. `warning`: to be explained. `rounding`: within what rounding allows. `note`: worth a look. */
export type Severity = "error" | "warning" | "rounding" | "note"

/** 所在: a cell by what is printed (table, row, column), or a place in the text (section, quote); with the place in the file. */
export interface Where extends SourcePlace {
  /** In a report the printed number (公开03), with the printed title beside it. */
  readonly table?: string
  readonly title?: string
  readonly row?: string
  readonly column?: string
  readonly section?: string
  readonly quote?: string
  /** Address by meaning, where the cell has one. */
  readonly address?: string
}

/** 原因: what went wrong, stated only where putting it right reproduces the printed figures. */
export interface Cause {
  /** `shifted-column`, `dropped-digit`, `swapped-digits`, `budget-for-actual`, `figure-of-another-table`, `wrong-denominator`, `unit-slip`, `sign` … */
  readonly kind: string
  readonly label: Wording
  /** `certain` where no other explanation reproduces the figures, else `possible`. */
  readonly certainty: "certain" | "possible"
  /** What else would reproduce the figures, the likelier first. */
  readonly alternatives?: ReadonlyArray<CauseCandidate>
}

/** Another explanation, and the cells that would be wrong by it. */
export interface CauseCandidate {
  readonly kind: string
  readonly label: Wording
  readonly where: ReadonlyArray<Where>
}

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: Wording
  readonly cause?: Cause
  /** Every place concerned, the one to look at first first. */
  readonly where: ReadonlyArray<Where>
  /** As decimal text with the unit as printed, with enough digits to see the difference. */
  readonly expected?: string
  readonly found?: string
  readonly difference?: string
  readonly tolerance?: string
  /** What the tolerance follows from: 四舍五入, 3 项相加. */
  readonly basis?: Wording
  /** Every rule whose finding this one stands for, where findings that share a cause became one. */
  readonly rules?: ReadonlyArray<string>
}

/** One rule at one place. */
export interface Judgement {
  readonly outcome: Outcome
  readonly finding?: Finding
  /** Why nothing was judged, for the two outcomes that say so. */
  readonly reason?: Wording
  /** 未决: nothing was judged because of content that stands there and was not understood, not because it is not there. */
  readonly undecided?: true
  /** The cells that were judged, by address: what coverage counts. */
  readonly touched?: ReadonlyArray<string>
}

/** 回执: one rule over the whole document: the worst outcome, and how many places came out how. */
export interface Receipt {
  readonly rule: string
  readonly outcome: Outcome
  readonly counts: Readonly<Record<Outcome, number>>
  readonly reason?: Wording
  /** 未决: at some place content that stands there was not understood, so that the rule could not judge. */
  readonly undecided?: true
}
