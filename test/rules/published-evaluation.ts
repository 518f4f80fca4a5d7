/** Published self-evaluations for the tests of their rules, written as a form prints them. */
import {
  type Printed,
  printedCellText,
  type PublishedDisclosure,
  type PublishedEvaluation,
  type PublishedFunds,
  type PublishedIndicator
} from "@juesuan/domain"
import { evaluationRules, type Finding, type Judgement, scoringRuleSetOf } from "@juesuan/rules"

export interface FundsText {
  readonly source?: string
  readonly applied?: string
  readonly initial?: string
  readonly fullYear?: string
  readonly executed?: string
  readonly unspent?: string
  readonly weight?: string
  readonly rate?: string
  readonly score?: string
  readonly reason?: string
}

/** A row of funds in 元, or in the unit given; a column that is not named is one that the form lacks. */
export const funds = ({ reason = "", source = "合计", ...texts }: FundsText, unit = "元"): PublishedFunds => {
  const amount = (text: string | undefined): Printed | undefined =>
    text === undefined ? undefined : printedCellText(text, unit)
  const points = (text: string | undefined): Printed | undefined =>
    text === undefined ? undefined : printedCellText(text, "分")
  return {
    source,
    applied: amount(texts.applied),
    initial: amount(texts.initial),
    fullYear: amount(texts.fullYear),
    executed: amount(texts.executed),
    unspent: amount(texts.unspent),
    weight: points(texts.weight),
    rate: texts.rate === undefined ? undefined : printedCellText(texts.rate, "%"),
    score: points(texts.score),
    reason,
    place: {}
  }
}

/** `产出指标/数量指标/修路 ≥10公里 12 20 20 原因`: level 1, level 2 and name, then target, actual, weight, score and reason by |. */
export const indicator = (line: string, more: Partial<PublishedIndicator> = {}): PublishedIndicator => {
  const [path = "", target = "", actual = "", weight = "", score = "", reason = ""] = line
    .split("|")
    .map((cell) => cell.trim())
  const [level1 = "", level2 = "", name = ""] = path.split("/")
  return {
    level1,
    level2,
    name,
    initialTarget: undefined,
    target,
    actual,
    weight: printedCellText(weight, "分"),
    score: printedCellText(score, "分"),
    explanation: "",
    reason,
    place: {},
    ...more
  }
}

export const evaluation = (about: Partial<PublishedEvaluation>): PublishedEvaluation => ({
  form: "table",
  legibility: "clean",
  project: "修路",
  unit: undefined,
  year: 2024,
  funds: [],
  indicators: [],
  total: undefined,
  grade: undefined,
  paragraphs: [],
  unread: [],
  place: {},
  ...about
})

export const points = (text: string): Printed => printedCellText(text, "分")

export const says = (text: string, heading = "预算执行情况"): PublishedEvaluation["paragraphs"][number] => ({
  headings: [heading],
  text,
  place: {}
})

export const disclosure = (
  evaluations: ReadonlyArray<PublishedEvaluation>,
  narrative: ReadonlyArray<string> = []
): PublishedDisclosure => ({
  files: [],
  unit: undefined,
  year: 2024,
  tables: [],
  narrative: narrative.map((text) => ({ headings: [], text, place: {} })),
  evaluations,
  unread: []
})

/** What one rule makes of a document; `place` is the id of the scoring rule set, none where the place is unknown. */
export const judged = (rule: string, document: PublishedDisclosure, place?: string): ReadonlyArray<Judgement> => {
  const found = evaluationRules(place === undefined ? undefined : scoringRuleSetOf(place)).find(
    ({ id }) => id === `evaluation.${rule}`
  )
  if (found === undefined) throw new Error(`no rule ${rule}`)
  return found.judge(document)
}

/** Every finding of all rules. */
export const findingsOf = (document: PublishedDisclosure, place?: string): ReadonlyArray<Finding> =>
  evaluationRules(place === undefined ? undefined : scoringRuleSetOf(place))
    .flatMap(({ judge }) => judge(document))
    .flatMap(({ finding }) => finding ?? [])

/** `error execution-rate` …: what was found, in short. */
export const inShort = ({ rule, severity }: Finding): string => `${severity} ${rule.replace("evaluation.", "")}`
