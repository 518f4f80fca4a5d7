/**
 * 归因: findings that share a cause become one, with all the cells it touches. Which side is wrong is said only where the
 * other equations show it; what went wrong only where it reproduces what is printed.
 */
import type { EquationSystem } from "../Equation.ts"
import type { Cause, CauseCandidate, Finding, Severity, Where } from "../Finding.ts"
import { type DocumentSystem, documentSystem } from "../joint/DocumentSystem.ts"
import { type Diagnosis, diagnosesOf } from "./Diagnosis.ts"
import { type Explanation, failingConstraints } from "./Explanation.ts"
import { causeLabels } from "./kinds.ts"
import { diagnoseNarrative, speaksFor } from "./narrative.ts"
import { culpritWording, tieWording } from "./wording.ts"

/** Candidates beside the first that are named. */
const mostAlternatives = 50

const severities: ReadonlyArray<Severity> = ["note", "rounding", "warning", "error"]

const worst = (findings: ReadonlyArray<Finding>): Severity =>
  findings.reduce<Severity>(
    (sofar, { severity }) => (severities.indexOf(severity) > severities.indexOf(sofar) ? severity : sofar),
    "note"
  )

const addressesOf = ({ where }: Finding): ReadonlySet<string> =>
  new Set(where.flatMap(({ address }) => (address === undefined ? [] : [address])))

/** Whether a finding says that this equation does not hold. */
const isAbout = (system: DocumentSystem, index: number, finding: Finding): boolean => {
  const equation = system.equations[index]
  if (equation === undefined || finding.rule !== equation.rule || finding.severity === "rounding") return false
  const addresses = addressesOf(finding)
  return addresses.size > 0 && equation.terms.every(({ address }) => addresses.has(address))
}

const whereOf = (system: DocumentSystem, { changes, elsewhere, source }: Explanation): ReadonlyArray<Where> => [
  ...[...changes.map(({ variable }) => variable), ...(source === undefined ? [] : [source])].flatMap(
    (variable) => system.cells[variable]?.where ?? []
  ),
  ...(elsewhere === undefined ? [] : [elsewhere])
]

/** Places once each: by address where there is one. */
const onceEach = (places: ReadonlyArray<Where>): ReadonlyArray<Where> => {
  const seen = new Set<string>()
  return places.filter(({ address }) => address === undefined || (seen.has(address) ? false : seen.add(address)))
}

const candidateOf = (system: DocumentSystem, explanation: Explanation): ReadonlyArray<CauseCandidate> =>
  explanation.kind === undefined
    ? []
    : [{ kind: explanation.kind, label: causeLabels[explanation.kind], where: whereOf(system, explanation) }]

const causeOf = (system: DocumentSystem, { candidates, certain }: Diagnosis): Cause | undefined => {
  const [first, ...others] = candidates.flatMap((explanation) => candidateOf(system, explanation))
  if (first === undefined) return undefined
  const alternatives = others.slice(0, mostAlternatives)
  return {
    kind: first.kind,
    label: first.label,
    certainty: certain ? "certain" : "possible",
    ...(alternatives.length === 0 ? {} : { alternatives })
  }
}

const sameCells = ({ candidates: [first, ...others] }: Diagnosis): boolean => {
  const cells = (explanation: Explanation | undefined): string =>
    (explanation?.changes ?? [])
      .map(({ variable }) => variable)
      .toSorted((left, right) => left - right)
      .join(" ")
  return others.every((other) => cells(other) === cells(first))
}

/** The one finding that stands for all that a mistake makes fail. */
const mergedFinding = (
  system: DocumentSystem,
  diagnosis: Diagnosis,
  findings: readonly [Finding, ...ReadonlyArray<Finding>]
): Finding => {
  const [first] = findings
  const { candidates } = diagnosis
  const cause = causeOf(system, diagnosis)
  const rules = [...new Set(findings.flatMap((finding) => finding.rules ?? [finding.rule]))]
  const suspects = sameCells(diagnosis) ? candidates.slice(0, 1) : candidates
  const where = onceEach([
    ...suspects.flatMap((explanation) => whereOf(system, explanation)),
    ...findings.flatMap((finding) => finding.where)
  ])
  const said = sameCells(diagnosis)
    ? culpritWording(system, diagnosis, { cause, rules })
    : tieWording(system, diagnosis, { cause, finding: first })
  return {
    ...first,
    ...said,
    severity: worst(findings),
    where,
    rules,
    ...(cause === undefined ? {} : { cause })
  }
}

/** Equations that fail although no finding says so were not judged: numbers that nobody understood may explain them. */
const judgedEquations = (equations: EquationSystem, findings: ReadonlyArray<Finding>): EquationSystem => {
  const system = documentSystem(equations)
  const failing = failingConstraints(system)
  const unjudged = new Set(
    [...failing]
      .filter((index) => !findings.some((finding) => isAbout(system, index, finding)))
      .flatMap((index) => system.equations[index] ?? [])
  )
  return { ...equations, equations: equations.equations.filter((equation) => !unjudged.has(equation)) }
}

/** The candidates that an amount of the narrative speaks for, where it does for any. */
const heldAgainstText = (
  system: DocumentSystem,
  diagnosis: Diagnosis,
  findings: ReadonlyArray<Finding>
): { readonly diagnosis: Diagnosis; readonly texts: ReadonlyArray<Finding> } => {
  const textsFor = ({ changes }: Explanation): ReadonlyArray<Finding> =>
    findings.filter((finding) => changes.some((change) => speaksFor(system, change, finding)))
  const spoken = diagnosis.candidates.filter((explanation) => textsFor(explanation).length > 0)
  const [first] = spoken
  if (first === undefined) return { diagnosis, texts: [] }
  const certain = spoken.length === 1 && first.kind !== undefined
  return { diagnosis: { ...diagnosis, candidates: spoken, certain }, texts: textsFor(first) }
}

/** Equations whose condition is met count like those that always hold. */
const withConditions = (equations: EquationSystem): EquationSystem => ({
  ...equations,
  equations: equations.equations.map((equation) =>
    equation.strength === "conditional" ? { ...equation, strength: "hard" } : equation
  )
})

/** The findings that equations explain, merged by cause; those that were merged already stay as they are. */
const merged = (
  equations: EquationSystem,
  findings: ReadonlyArray<Finding>,
  done: ReadonlySet<Finding>
): ReadonlyArray<Finding> => {
  const system = documentSystem(judgedEquations(equations, findings))
  const standing = new Map<Finding, Finding | undefined>(findings.map((finding) => [finding, finding]))
  for (const found of diagnosesOf(system, equations.document)) {
    const { diagnosis, texts } = heldAgainstText(system, found, findings)
    const about = findings.filter(
      (finding) =>
        !done.has(finding) &&
        standing.get(finding) === finding &&
        (texts.includes(finding) || [...diagnosis.repaired].some((index) => isAbout(system, index, finding)))
    )
    const [first, ...others] = about
    if (first === undefined) continue
    standing.set(first, mergedFinding(system, diagnosis, [first, ...others]))
    for (const other of others) standing.set(other, undefined)
  }
  return findings.flatMap((finding) => standing.get(finding) ?? [])
}

/**
 * The findings of a document with those that share a cause as one, where the first of them stood: first by the equations that
 * always hold, then by those whose condition is met, then those of the narrative. Receipts stay as they are.
 */
export const diagnose = (equations: EquationSystem, findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  const hard = merged(equations, findings, new Set())
  const before = new Set(findings)
  const done = new Set(hard.filter((finding) => !before.has(finding)))
  const conditional = new Set(
    equations.equations.filter(({ strength }) => strength === "conditional").map(({ rule }) => rule)
  )
  const isLeft = hard.some((finding) => !done.has(finding) && conditional.has(finding.rule))
  const all = isLeft ? merged(withConditions(equations), hard, done) : hard
  return diagnoseNarrative(equations, all)
}
