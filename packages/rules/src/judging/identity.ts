/**
 * 勾稽规则: an identity as content writes it (a head and 勾稽式), the equations it makes of a document, and its judgement
 * place by place.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { RuleHeader } from "../Rule.ts"
import { Binder, type BoundStatement } from "../statement/bind.ts"
import { describeStatement } from "../statement/describe.ts"
import { type Comparing, comparing, type Estimate, estimateDifference } from "../statement/estimate.ts"
import { statementInWords, tableLabel } from "../statement/in-words.ts"
import { linearTerms } from "../statement/linear.ts"
import type { Statement } from "../statement/Statement.ts"
import type { Unjudged } from "../statement/unjudged.ts"
import { adjustedCell, isAdjusted } from "./adjusted.ts"
import type { CheckRule } from "./CheckRule.ts"
import { cellsOf, type DocumentCells } from "./DocumentCells.ts"
import type { EquationCell, LinearEquation } from "./Equation.ts"
import type { Judgement } from "./Finding.ts"
import { isExplainedByUnknown } from "./unknown-cells.ts"
import { cellsIn, unequalFinding } from "./wording.ts"

/** An identity as it is written in content. */
export interface IdentitySource extends RuleHeader, Pick<CheckRule, "labelEn"> {
  readonly kind: "identity" | "plausibility"
  readonly strength: CheckRule["strength"]
  readonly severity: CheckRule["severity"]
  /** What it says in English; in Chinese the statements print themselves. */
  readonly english: string
  readonly statements: readonly [Statement, ...ReadonlyArray<Statement>]
  /** Two printed copies of one figure. */
  readonly copies?: true
  /** Its places are told as one finding: together they say what is worth a look. */
  readonly together?: true
  /** A table that not every place has: without it the rule does not apply, instead of finding data missing. */
  readonly ofLocalTable?: string
}

/** A check rule whose statements are data: beside its judgement it gives its equations. */
export interface IdentityRule extends CheckRule {
  readonly source: IdentitySource
}

/** A statement bound at one place, with the cells that it met. */
interface Place {
  readonly statement: Statement
  readonly bound: BoundStatement
  readonly cells: ReadonlyMap<string, EquationCell>
}

type Places = ReadonlyArray<Result.Result<Place, Unjudged>>

const bindAll = ({ statements }: IdentitySource, cells: DocumentCells): Places =>
  statements.flatMap((statement) => {
    const binder = new Binder(cells)
    return binder
      .statement(statement)
      .map((result) => Result.map(result, (bound) => ({ statement, bound, cells: binder.met })))
  })

/** Bound once: the rule itself, the joint check and the diagnosis ask for the same places of a document. */
const boundOf = new WeakMap<DocumentCells, Map<IdentitySource, Places>>()

const placesOf = (source: IdentitySource, cells: DocumentCells): Places => {
  const known = boundOf.get(cells) ?? new Map<IdentitySource, Places>()
  boundOf.set(cells, known)
  const places = known.get(source) ?? bindAll(source, cells)
  known.set(source, places)
  return places
}

const equationOf = (source: IdentitySource, { bound, statement }: Place): LinearEquation | undefined => {
  const terms = linearTerms(bound.left, bound.right)
  if (terms === undefined || terms.length === 0) return undefined
  return {
    rule: source.id,
    label: source.label,
    terms,
    comparison: statement.comparison,
    copies: source.copies ?? false,
    strength: source.strength
  }
}

/** What an identity says of a document: its equations, and every cell that they may name. */
export const equationsOfRule = (
  { source }: IdentityRule,
  document: PublishedDisclosure
): { readonly equations: ReadonlyArray<LinearEquation>; readonly cells: ReadonlyMap<string, EquationCell> } => {
  const places = placesOf(source, cellsOf(document)).filter(Result.isSuccess)
  return {
    equations: places.flatMap(({ success }) => equationOf(source, success) ?? []),
    cells: new Map(places.flatMap(({ success }) => [...success.cells]))
  }
}

/** The difference of a place, in a document that adjusts last digits with every cell wider. */
const estimateOf = (place: Place, widen: boolean): Result.Result<Estimate, Unjudged> => {
  const { bound, cells } = place
  const taken = widen ? new Map([...cells].map(([address, cell]) => [address, adjustedCell(cell)])) : cells
  return estimateDifference(bound.left, bound.right, taken)
}

const outcomeOf = ({ exactly, possibly }: Comparing): "pass" | "rounding" | "fail" => {
  if (exactly) return "pass"
  return possibly ? "rounding" : "fail"
}

const judgePlace = (source: IdentitySource, place: Place, cells: DocumentCells): Judgement => {
  const { bound, statement } = place
  const plain = estimateOf(place, false)
  if (Result.isFailure(plain)) return plain.failure
  const all = cellsIn([bound.left, bound.right], place.cells)
  const touched = all.map(({ address }) => address)
  const first = outcomeOf(comparing(plain.success, statement.comparison))
  if (first === "pass") return { outcome: first, touched }
  const adjusted = first === "fail" && isAdjusted(cells)
  const widened = adjusted ? estimateOf(place, true) : plain
  if (Result.isFailure(widened)) return widened.failure
  const outcome = adjusted ? outcomeOf(comparing(widened.success, statement.comparison)) : first
  if (outcome === "fail" && isExplainedByUnknown(widened.success, all, cells)) {
    const tables = [...new Set(all.map(({ where }) => where.table))].join("、")
    const zh = `${tables}中有未识别的行或栏，其数额可能就是差额`
    return {
      outcome: "insufficient-data",
      reason: { zh, en: `numbers in ${tables} that were not understood may make up the difference` },
      undecided: true
    }
  }
  const finding = unequalFinding(
    {
      ...source,
      rule: source.id,
      ...bound,
      comparison: statement.comparison,
      difference: widened.success,
      cells: place.cells,
      adjusted
    },
    outcome === "rounding"
  )
  return { outcome, finding, touched }
}

const notThere = (table: string): Judgement => ({
  outcome: "not-applicable",
  reason: {
    zh: `文件没有此表：${tableLabel(table)}`,
    en: `the document has no such table: ${tableLabel(table)}`
  }
})

/** The findings of all places as that of the first; the name of the rule is said once. */
const toldTogether = (label: string, judgements: ReadonlyArray<Judgement>): ReadonlyArray<Judgement> => {
  const [first, ...others] = judgements.filter(({ finding, outcome }) => outcome === "fail" && finding !== undefined)
  if (first?.finding === undefined || others.length === 0) return judgements
  const findings = [first, ...others].flatMap(({ finding }) => finding ?? [])
  const said = (language: "zh" | "en", joint: string): string =>
    findings
      .map(({ message }, index) => (index === 0 ? message[language] : message[language].replace(`${label}：`, "")))
      .join(joint)
  const { rule, severity } = first.finding
  const finding = {
    rule,
    severity,
    message: { zh: said("zh", "；"), en: said("en", "; ") },
    where: findings.flatMap(({ where }) => where)
  }
  return judgements.map((judgement) => {
    if (judgement === first) return { ...judgement, finding }
    const { finding: own, ...rest } = judgement
    return own !== undefined && findings.includes(own) ? rest : judgement
  })
}

/** The rule that judges by these statements. */
export const identityRule = (source: IdentitySource): IdentityRule => {
  const judge = (document: PublishedDisclosure): ReadonlyArray<Judgement> => {
    const cells = cellsOf(document)
    const { ofLocalTable } = source
    if (ofLocalTable !== undefined && cells.tableNamed(ofLocalTable) === undefined) return [notThere(ofLocalTable)]
    const judgements = placesOf(source, cells).map((place) =>
      Result.isFailure(place) ? place.failure : judgePlace(source, place.success, cells)
    )
    return source.together === true ? toldTogether(source.label, judgements) : judgements
  }
  const { english, ...head } = source
  return {
    id: head.id,
    label: head.label,
    labelEn: head.labelEn,
    citation: head.citation,
    jurisdiction: head.jurisdiction,
    inForceFrom: head.inForceFrom,
    kind: head.kind,
    strength: head.strength,
    severity: head.severity,
    statement: {
      zh: head.statements.map((statement) => describeStatement(statementInWords(statement))).join("；"),
      en: english
    },
    judge,
    source
  }
}
