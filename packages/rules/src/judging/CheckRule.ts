/**
 * 审核规则: a rule that judges a document: an identity between figures (勾稽), a claim of the narrative, a score, a
 * plausibility. Each kind has its own folder of content; what they share is this: a head, and judgements place by place.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import type { RuleHeader } from "../Rule.ts"
import type { Judgement, Severity, Where, Wording } from "./Finding.ts"
import type { Interval } from "./Interval.ts"

/** 对照: what a document may be held against beside itself. */
export interface JudgingContext {
  /** 上年: what the same unit published for the year before, or what the books hold of it. */
  readonly previous?: PublishedDisclosure | undefined
}

/** 上年数: what a cell held last year, as the disclosure of that year prints it, or as this year's text tells it. */
export interface FigureOfLastYear {
  readonly address: string
  readonly range: Interval
  readonly where: Where
}

export interface CheckRule extends RuleHeader {
  /** The label in English. */
  readonly labelEn: string
  readonly kind: "identity" | "claim" | "score" | "plausibility"
  /** hard: must hold; conditional: must hold where its condition does; soft: worth a look, never an error. */
  readonly strength: "hard" | "conditional" | "soft"
  readonly severity: Severity
  /** What the rule says, as its formula prints or in one sentence. */
  readonly statement: Wording
  /**
   * One judgement for every place the rule looks at. No place at all is `not-applicable` or `insufficient-data`, as one
   * judgement that says why: a rule never answers with an empty list.
   */
  readonly judge: (document: PublishedDisclosure, context?: JudgingContext) => ReadonlyArray<Judgement>
  /** The figures of last year that the rule reads in the document itself: a cell may hold one by mistake. */
  readonly lastYearIn?: (document: PublishedDisclosure) => ReadonlyArray<FigureOfLastYear>
}
