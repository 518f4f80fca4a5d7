/**
 * 联合检查: all identities of a document at once. Each may hold within what rounding allows and they may still contradict each
 * other; then the cells that cannot stand together are named. What is named cannot hold, whatever the true figures are; what
 * is not named may still be wrong.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import { type Contradiction } from "./certificate.ts"
import { contradictionsAmong } from "./contradictions.ts"
import { type DocumentSystem, documentSystem, textInUnit } from "./DocumentSystem.ts"
import { canHold, printedSum } from "./LinearSystem.ts"
import { type PrintedRatio, withRatios } from "./ratios.ts"
import { withClosingTablesWidened } from "./practice.ts"
import { diagnosesOf, suspectedCells } from "../causes/Diagnosis.ts"
import type { CheckRule } from "../CheckRule.ts"
import type { EquationSystem } from "../Equation.ts"
import type { Finding, Judgement } from "../Finding.ts"
import { equationSystemOf } from "../judge.ts"
import { counted, listed, placeName, ruleNames } from "../naming.ts"

const head: Omit<CheckRule, "judge"> = {
  id: "national.joint.consistency",
  label: "各等式能否同时成立",
  labelEn: "Whether all equations can hold together",
  kind: "identity",
  strength: "hard",
  severity: "error",
  citation: { document: "财政部部门决算公开表样：表内与表间关系", inForceFrom: "2015-01-01", verified: false },
  jurisdiction: "national",
  inForceFrom: "2015-01-01",
  statement: {
    zh: "有一组真数，四舍五入后就是各表印出的数，并使所有等式同时成立",
    en: "There are true figures that round to what is printed and satisfy all equations at once"
  }
}

/** Without the cells that are suspected already: what they say is no evidence against others. */
const withoutSuspects = (system: DocumentSystem, suspects: ReadonlySet<number>): DocumentSystem => ({
  ...system,
  variables: system.variables.map((variable, index) =>
    suspects.has(index) ? { printed: variable.printed, low: undefined, high: undefined } : variable
  )
})

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** How far the weighted sum is from what the equations allow, and how far rounding alone can bring it. */
const apart = (
  system: DocumentSystem,
  { allowed, possible, terms }: Contradiction
): { readonly difference: bigint; readonly tolerance: bigint } => {
  const sum = printedSum(system, terms)
  if (allowed.high !== undefined && possible.low !== undefined && possible.low > allowed.high)
    return { difference: sum - allowed.high, tolerance: sum - possible.low }
  return { difference: (allowed.low ?? 0n) - sum, tolerance: (possible.high ?? sum) - sum }
}

const shownUnit = (system: DocumentSystem, { terms }: Contradiction): string => {
  for (const { variable } of terms) {
    const printed = system.cells[variable]?.printed
    if (printed?._tag === "Number") return printed.shown
  }
  return "元"
}

const findingOf = (system: DocumentSystem, contradiction: Contradiction): Finding => {
  const { constraints, terms } = contradiction
  const shown = shownUnit(system, contradiction)
  const text = (value: bigint): string => `${textInUnit(magnitude(value), system.decimals, shown)}${shown}`
  const { difference, tolerance } = apart(system, contradiction)
  const cells = terms
    .toSorted((left, right) => left.variable - right.variable)
    .flatMap(({ variable }) => system.cells[variable] ?? [])
  const rules = [...new Set(constraints.flatMap(({ index }) => system.equations[index]?.rule ?? []))]
  const names = listed(cells.map(({ where }) => placeName(where)))
  const said = ruleNames(system.equations, rules)
  const basis = {
    zh: `四舍五入，${cells.length} 个印出的数，${constraints.length} 条等式合在一起`,
    en: `rounding of ${counted(cells.length, "printed figure")}, ${counted(constraints.length, "equation")} taken together`
  }
  return {
    rule: head.id,
    severity: head.severity,
    message: {
      zh: `${names.zh}这 ${cells.length} 个数不能同时成立：逐条看，${said.zh}都在尾数容许之内，合在一起却差 ${text(difference)}，超出容许的 ${text(tolerance)}（${basis.zh}）；其中至少有一个数印错了`,
      en: `${names.en}: these ${cells.length} figures cannot all be right. One by one ${said.en} hold within rounding, taken together they are ${text(difference)} apart, beyond ${text(tolerance)} (${basis.en}); at least one of the figures is misprinted`
    },
    where: cells.map(({ where }) => where),
    difference: text(difference),
    tolerance: text(tolerance),
    basis,
    rules
  }
}

const judgeJointly = (equations: EquationSystem, ratios: ReadonlyArray<PrintedRatio>): ReadonlyArray<Judgement> => {
  const plain = documentSystem(equations)
  const system = withRatios(plain, ratios)
  const holding = system.constraints.flatMap((constraint, index) =>
    system.equations[index]?.strength === "hard" && canHold(system, constraint) ? [index] : []
  )
  if (holding.length < 2)
    return [
      {
        outcome: "not-applicable",
        reason: { zh: "没有两条以上可以一起检查的等式", en: "fewer than two equations to be checked together" }
      }
    ]
  const suspects = suspectedCells(plain, diagnosesOf(plain, equations.document))
  const judged = withClosingTablesWidened(withoutSuspects(system, suspects))
  const contradictions = contradictionsAmong(judged, holding)
  if (contradictions.length === 0) return [{ outcome: "pass" }]
  return contradictions.map((contradiction) => ({ outcome: "fail", finding: findingOf(judged, contradiction) }))
}

/** The rule that holds all that some rules, and the ratios of the text, say of a document against each other. */
export const jointConsistency = (
  rules: ReadonlyArray<CheckRule>,
  ratiosOf: (document: PublishedDisclosure) => ReadonlyArray<PrintedRatio>
): CheckRule => ({
  ...head,
  judge: (document) => judgeJointly(equationSystemOf(document, rules), ratiosOf(document))
})
