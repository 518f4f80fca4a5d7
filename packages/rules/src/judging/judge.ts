/**
 * 审核: a document and rules → one receipt per rule, every finding, and how much of the document was judged. No rule is
 * silent: one that judged nothing says why.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import { isAdjusted } from "./adjusted.ts"
import type { Coverage } from "./AuditReport.ts"
import { lastYearOf } from "./causes/last-year.ts"
import { diagnose } from "./causes/diagnose.ts"
import type { CheckRule, JudgingContext } from "./CheckRule.ts"
import { cellsOf } from "./DocumentCells.ts"
import type { EquationCell, EquationSystem } from "./Equation.ts"
import type { Finding, Judgement, Outcome, Receipt } from "./Finding.ts"
import { equationsOfRule, type IdentityRule } from "./identity.ts"

/** What judging a document gives. */
export interface Judged {
  readonly receipts: ReadonlyArray<Receipt>
  readonly findings: ReadonlyArray<Finding>
  readonly coverage: Coverage
}

/** From the least to the worst; what could not be judged is worse than what holds. */
const ranking: ReadonlyArray<Outcome> = ["not-applicable", "pass", "rounding", "insufficient-data", "fail"]

const isJudged = (outcome: Outcome): boolean => outcome !== "not-applicable" && outcome !== "insufficient-data"

const countsOf = (outcomes: ReadonlyArray<Outcome>): Receipt["counts"] => {
  const counts = { pass: 0, rounding: 0, fail: 0, "not-applicable": 0, "insufficient-data": 0 }
  for (const outcome of outcomes) counts[outcome] += 1
  return counts
}

/** 回执 of one rule. */
export const receiptOf = (rule: CheckRule, judgements: ReadonlyArray<Judgement>): Receipt => {
  if (judgements.length === 0) throw new Error(`a rule without a judgement: ${rule.id}`)
  const outcomes = judgements.map(({ outcome }) => outcome)
  const outcome = outcomes.reduce((sofar, next) => (ranking.indexOf(next) > ranking.indexOf(sofar) ? next : sofar))
  const reason = judgements.find((judgement) => judgement.outcome === outcome)?.reason
  const isUndecided = judgements.some(({ undecided }) => undecided)
  return {
    rule: rule.id,
    outcome,
    counts: countsOf(outcomes),
    ...(reason === undefined ? {} : { reason }),
    ...(isUndecided ? { undecided: true as const } : {})
  }
}

const numbersIn = (document: PublishedDisclosure): number =>
  document.tables
    .flatMap(({ rows }) => rows.filter(({ arranged }) => arranged !== true))
    .flatMap(({ cells }) => Object.values(cells))
    .filter(({ printed }) => printed._tag === "Number").length

type JudgedRule = readonly [CheckRule, ReadonlyArray<Judgement>]

const coverageOf = (
  document: PublishedDisclosure,
  judged: ReadonlyArray<JudgedRule>,
  receipts: ReadonlyArray<Receipt>
): Coverage => {
  const cells = cellsOf(document)
  const printed = new Set(cells.tables.flatMap((table) => table.numbers()))
  const touched = new Set(
    judged.flatMap(([, judgements]) =>
      judgements.flatMap(({ outcome, touched: addresses = [] }) => (isJudged(outcome) ? addresses : []))
    )
  )
  const claims = judged
    .filter(([{ kind }]) => kind === "claim")
    .flatMap(([, judgements]) => judgements.filter(({ outcome }) => outcome !== "not-applicable"))
  return {
    cells: { read: numbersIn(document), judged: [...printed].filter((address) => touched.has(address)).length },
    claims: { read: claims.length, judged: claims.filter(({ outcome }) => isJudged(outcome)).length },
    rules: countsOf(receipts.map(({ outcome }) => outcome))
  }
}

const isHarmless = ({ severity }: Finding): boolean => severity === "rounding" || severity === "note"

/**
 * Judges a document by rules, beside the year before where it is at hand; findings that share a cause become one.
 *
 * @example judgeDisclosure(document, checkRulesFor("shanxi", 2024)).receipts[0] // { rule: "01.1", outcome: "pass", … }
 */
export const judgeDisclosure = (
  document: PublishedDisclosure,
  rules: ReadonlyArray<CheckRule>,
  context: JudgingContext = {}
): Judged => {
  const judged = rules.map((rule): JudgedRule => [rule, rule.judge(document, context)])
  const receipts = judged.map(([rule, judgements]) => receiptOf(rule, judgements))
  const findings = judged.flatMap(([, judgements]) => judgements.flatMap(({ finding }) => finding ?? []))
  return {
    receipts,
    findings: findings.every(isHarmless)
      ? findings
      : diagnose({ ...equationSystemOf(document, rules), lastYear: lastYearOf(document, rules, context) }, findings),
    coverage: coverageOf(document, judged, receipts)
  }
}

const isIdentity = (rule: CheckRule): rule is IdentityRule => "source" in rule

/** What the identities among the rules say of a document, written out: what the joint check judges. */
export const equationSystemOf = (document: PublishedDisclosure, rules: ReadonlyArray<CheckRule>): EquationSystem => {
  const cells = new Map<string, EquationCell>()
  const equations = rules.filter(isIdentity).flatMap((rule) => {
    const of = equationsOfRule(rule, document)
    for (const [address, cell] of of.cells) cells.set(address, cell)
    return of.equations
  })
  const named = new Set(equations.flatMap(({ terms }) => terms.map(({ address }) => address)))
  return {
    document,
    equations,
    cells: new Map([...cells].filter(([address]) => named.has(address))),
    adjusted: isAdjusted(cellsOf(document))
  }
}
