/**
 * 自评审核规则: how a rule over published self-evaluations is made. Scores are given by people and forms vary, so a rule is an
 * error only where the printed digits alone make it one; where the place is unknown, what places score differently is not
 * judged by the law of one of them.
 */
import type { PublishedDisclosure, PublishedEvaluation, SourcePlace } from "@juesuan/domain"
import type { CheckRule } from "../../judging/CheckRule.ts"
import type { Finding, Judgement, Severity, Where, Wording } from "../../judging/Finding.ts"
import { capitalised } from "../../judging/naming.ts"
import type { ScoringPolicy } from "../scores/ScoringPolicy.ts"
import type { ScoringRuleSet } from "../scores/ScoringRuleSet.ts"

/** Whose scoring applies: the place's own, or, where the place is unknown, the national one beside all others that are held. */
export interface ScoringPlace {
  readonly own: ScoringRuleSet
  readonly others: ReadonlyArray<ScoringRuleSet>
}

export interface EvaluationRuleSource {
  /** The last part of the id: `evaluation.<name>`. */
  readonly name: string
  readonly label: string
  readonly labelEn: string
  readonly kind: "score" | "plausibility"
  readonly strength: CheckRule["strength"]
  readonly severity: Severity
  readonly statement: Wording
  readonly citation?: CheckRule["citation"]
  /** One judgement per place looked at in one evaluation; none where it has no such place. */
  readonly judge: (evaluation: PublishedEvaluation, about: Judging) => ReadonlyArray<Judgement>
}

export interface Judging {
  readonly rule: string
  readonly place: ScoringPlace
  readonly document: PublishedDisclosure
}

/** What a rule found, before it is a finding of that rule. */
export type Found = Omit<Finding, "rule" | "rules">

export const pass: Judgement = { outcome: "pass" }

export const failed = ({ rule }: Pick<Judging, "rule">, found: Found): Judgement => ({
  outcome: found.severity === "rounding" ? "rounding" : "fail",
  finding: { rule, ...found, message: { zh: found.message.zh, en: capitalised(found.message.en) } } satisfies Finding
})

export const notApplicable = (zh: string, en: string): Judgement => ({
  outcome: "not-applicable",
  reason: { zh, en }
})

export const insufficient = (zh: string, en: string): Judgement => ({
  outcome: "insufficient-data",
  reason: { zh, en }
})

/** 未决: what is needed stands there and was not read. */
export const undecided = (zh: string, en: string): Judgement => ({ ...insufficient(zh, en), undecided: true })

/** 所在: a row and column of an evaluation, with its place in the file. */
export const whereIn = (
  { project }: PublishedEvaluation,
  at: { readonly row?: string; readonly column?: string; readonly section?: string; readonly quote?: string },
  place: SourcePlace
): Where => ({
  ...place,
  table: `自评/${project}`,
  ...at,
  ...(at.row === undefined || at.column === undefined ? {} : { address: `自评/${project}/${at.row}/${at.column}` })
})

const noEvaluations = notApplicable("文件中没有读到项目支出绩效自评", "no self-evaluation was read in the document")

const illegible = ({ project }: PublishedEvaluation): Judgement =>
  undecided(
    `“${project}”的自评表识别不清，不据以判断`,
    `the form of “${project}” cannot be read for sure and is not judged`
  )

/** The rule of that source, for a place. */
export const evaluationRule = (
  { citation, judge, name, ...about }: EvaluationRuleSource,
  place: ScoringPlace
): CheckRule => {
  const { policy } = place.own
  const id = `evaluation.${name}`
  return {
    id,
    ...about,
    statement: { zh: about.statement.zh, en: capitalised(about.statement.en) },
    citation: citation ?? policy.citation,
    jurisdiction: policy.jurisdiction,
    inForceFrom: policy.inForceFrom,
    judge: (document) => {
      if (document.evaluations.length === 0) return [noEvaluations]
      const judged = document.evaluations.flatMap((evaluation) =>
        evaluation.legibility === "noisy" ? [illegible(evaluation)] : judge(evaluation, { rule: id, place, document })
      )
      return judged.length > 0
        ? judged
        : [notApplicable("各份自评都没有这条规则所看的内容", "no evaluation has what this rule looks at")]
    }
  }
}

/** The policies a score is held against, the one that applies first. */
export const policiesOf = ({ others, own }: ScoringPlace): ReadonlyArray<ScoringPolicy> =>
  [own, ...others].map(({ policy }) => policy)
