/**
 * 审核: a document and rules → one receipt per rule, every finding, and how much of the document was judged. No rule is
 * silent: one that judged nothing says why.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import { isAdjusted } from "./adjusted.ts"
import type { CheckRule } from "./CheckRule.ts"
import { cellsOf } from "./DocumentCells.ts"
import type { EquationCell, EquationSystem } from "./Equation.ts"
import type { Finding, Judgement, Outcome, Receipt } from "./Finding.ts"
import { equationsOfRule, type IdentityRule } from "./identity.ts"

/** 覆盖: what was read, and how much of it some rule judged. */
export interface Coverage {
  /** Numbers in tables. */
  readonly cells: { readonly read: number; readonly judged: number }
  /** Claims of the narrative that a rule recognised. */
  readonly claims: { readonly read: number; readonly judged: number }
  readonly rules: { readonly read: number; readonly judged: number }
}

/** What judging a document gives. */
export interface Judged {
  readonly receipts: ReadonlyArray<Receipt>
  readonly findings: ReadonlyArray<Finding>
  readonly coverage: Coverage
}

/** From the least to the worst; what could not be judged is worse than what holds. */
const ranking: ReadonlyArray<Outcome> = ["not-applicable", "pass", "rounding", "insufficient-data", "fail"]

const isJudged = (outcome: Outcome): boolean => outcome !== "not-applicable" && outcome !== "insufficient-data"

/** 回执 of one rule. */
export const receiptOf = (rule: CheckRule, judgements: ReadonlyArray<Judgement>): Receipt => {
  if (judgements.length === 0) throw new Error(`a rule without a judgement: ${rule.id}`)
  const count = (outcome: Outcome): number => judgements.filter((judgement) => judgement.outcome === outcome).length
  const worst = judgements.reduce<Outcome>(
    (sofar, { outcome }) => (ranking.indexOf(outcome) > ranking.indexOf(sofar) ? outcome : sofar),
    "not-applicable"
  )
  const reason = judgements.find(({ outcome }) => outcome === worst)?.reason
  return {
    rule: rule.id,
    outcome: worst,
    counts: {
      pass: count("pass"),
      rounding: count("rounding"),
      fail: count("fail"),
      "not-applicable": count("not-applicable"),
      "insufficient-data": count("insufficient-data")
    },
    ...(reason === undefined ? {} : { reason })
  }
}

const numbersIn = (document: PublishedDisclosure): number =>
  document.tables
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))
    .filter(({ printed }) => printed._tag === "Number").length

const coverageOf = (
  document: PublishedDisclosure,
  judged: ReadonlyArray<readonly [CheckRule, ReadonlyArray<Judgement>]>
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
    rules: {
      read: judged.length,
      judged: judged.filter(([, judgements]) => judgements.some(({ outcome }) => isJudged(outcome))).length
    }
  }
}

/**
 * Judges a document by rules.
 *
 * @example judgeDisclosure(document, checkRulesFor("shanxi", 2024)).receipts[0] // { rule: "01.1", outcome: "pass", … }
 */
export const judgeDisclosure = (document: PublishedDisclosure, rules: ReadonlyArray<CheckRule>): Judged => {
  const judged = rules.map((rule) => [rule, rule.judge(document)] as const)
  return {
    receipts: judged.map(([rule, judgements]) => receiptOf(rule, judgements)),
    findings: judged.flatMap(([, judgements]) => judgements.flatMap(({ finding }) => finding ?? [])),
    coverage: coverageOf(document, judged)
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
