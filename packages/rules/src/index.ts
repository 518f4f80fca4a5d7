/** 规则: formulas as data, tables, identities and scores of final accounts. The public API. */
export * as Formulas from "./formula/Formula.ts"
export type { Formula } from "./formula/Formula.ts"
export * from "./formula/evaluate.ts"
export * from "./formula/explain.ts"
export * from "./formula/inputs.ts"
export * from "./Rule.ts"
export type { RuleSet } from "./RuleSet.ts"
export * from "./registry.ts"

export type * from "./TableTemplate.ts"
export { rulesOfTable } from "./TableTemplate.ts"
export type { FigureSpace, SpaceColumn, SpaceRow } from "./FigureSpace.ts"
export * from "./Address.ts"
export { amountPrinting, countPrinting, printedFigureOf, printingOf } from "./printing.ts"
export { derive } from "./derive.ts"
export type { YearBefore } from "./content/national/last-year.ts"
export type { Derivation, DerivationProblem, Scope } from "./derive.ts"

export type { ScoringPolicy } from "./content/scores/ScoringPolicy.ts"
export { scoringRuleSet, scoringRuleSetOf, scoringRuleSets, scoringRulesOf } from "./content/scores/ScoringRuleSet.ts"
export type { ScoringRuleSet } from "./content/scores/ScoringRuleSet.ts"
export { deriveEvaluations } from "./evaluation/Evaluations.ts"
export { summarizeEvaluations } from "./evaluation/EvaluationSummary.ts"
export type { EvaluationSummary } from "./evaluation/EvaluationSummary.ts"
export { evaluationFigures } from "./evaluation/addresses.ts"
export type { EvaluationScope } from "./evaluation/ProjectRecord.ts"

export { type TableMeaning, tableMeanings } from "./content/Meanings.ts"
export type {
  Cause,
  CauseCandidate,
  Finding,
  Judgement,
  Outcome,
  Receipt,
  Severity,
  Where,
  Wording
} from "./judging/Finding.ts"
export type { CheckRule, JudgingContext } from "./judging/CheckRule.ts"

// --- 勾稽 equations and intervals -------------------------------------------------------------------------------------
export * as Intervals from "./judging/Interval.ts"
export type { Interval } from "./judging/Interval.ts"
export type { EquationCell, EquationSystem, EquationTerm, LinearEquation } from "./judging/Equation.ts"
export type { AuditReport, Coverage, ReportedReceipt, RulesChosenBy, Verdict } from "./judging/AuditReport.ts"

export { judgeDisclosure, equationSystemOf, receiptOf } from "./judging/judge.ts"
export type { Judged } from "./judging/judge.ts"
export { cellsOf, type DocumentCells, type DocumentTable } from "./judging/DocumentCells.ts"
export { adjustedCell, isAdjusted } from "./judging/adjusted.ts"
export { type IdentityRule, identityRule, type IdentitySource } from "./judging/identity.ts"
export { checkRules, checkRulesFor } from "./checks.ts"
export type { Loop, Statement } from "./statement/Statement.ts"
export { describeStatement } from "./statement/describe.ts"
export { publishedOf } from "./published.ts"
export { addressesByMeaning, type AddressOfMeaning } from "./meaning-addresses.ts"
// --- 情况说明 the narrative -------------------------------------------------------------------------------------------
export { narrativeRules } from "./content/narrative/rules.ts"
export { readNarrative, type Reading } from "./narrative/Reader.ts"
export type { Claim } from "./narrative/Claim.ts"
export {
  narrativeParagraphs,
  type WrittenNarrative,
  type WrittenParagraph,
  type WrittenSection
} from "./narrative/write/writeNarrative.ts"
export type { ToldClaim, Untold } from "./narrative/write/Telling.ts"
export type { Aspect, FigureClaim } from "./narrative/write/FigureClaim.ts"
export { nationalNarrative, shanghaiNarrative, shanxiNarrative } from "./content/narrative/forms/forms.ts"
export type { NarrativeForm } from "./content/narrative/forms/NarrativeForm.ts"
// 自评审核规则 over published self-evaluations.
export { evaluationRules } from "./content/evaluations/evaluation-rules.ts"
export { parseStatement } from "./statement/parse.ts"
export type { StatementFault } from "./statement/TokenStream.ts"
export { checkConditionUnits, describeUnitFault, kindOfFormula, type KindOf, type UnitFault } from "./formula/units.ts"
export { type NoPlace, type SheetPlaces, spreadsheetFormula } from "./formula/spreadsheet.ts"

// --- 自定规则 rules of a user's own file -----------------------------------------------------------------------------
export { type NodePosition, type RuleNode, type TextNode, type UserRuleFault, userRules } from "./user/UserRule.ts"

// --- 原因 causes ------------------------------------------------------------------------------------------------------
export { type CauseKind, causeLabels } from "./judging/causes/kinds.ts"
// 地区 by the name of a unit.
export { jurisdictionNamed } from "./jurisdictionNamed.ts"
