/** 措辞: what a diagnosis says, as data and as sentences in both languages: the cell, what is printed, what it should be, why. */
import type { Cause, Finding, Wording } from "../Finding.ts"
import { type DocumentSystem, textInUnit } from "../joint/DocumentSystem.ts"
import { counted, listed, placeName, ruleNames } from "../naming.ts"
import type { Diagnosis } from "./Diagnosis.ts"
import type { Change } from "./Explanation.ts"
import { causeLabels } from "./kinds.ts"

type Said = Pick<Finding, "message"> &
  Partial<Pick<Finding, "expected" | "found" | "difference" | "tolerance" | "basis">>

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** A cell that is added up with one that shows nothing itself. */
const neighbourOf = (system: DocumentSystem, variable: number): number | undefined =>
  (system.touching[variable] ?? [])
    .flatMap((index) => system.constraints[index]?.terms ?? [])
    .find(({ variable: other }) => system.cells[other]?.printed._tag === "Number")?.variable

const unitOf = (system: DocumentSystem, variable: number): string => {
  const printed = system.cells[variable]?.printed
  if (printed?._tag === "Number") return printed.shown
  const neighbour = neighbourOf(system, variable)
  return neighbour === undefined ? "元" : unitOf(system, neighbour)
}

/** The last printed digit of a cell in the scale of the system. */
const digitOf = (system: DocumentSystem, variable: number): bigint => {
  const { high, low } = system.variables[variable] ?? { high: 0n, low: 0n }
  return high === undefined || low === undefined ? 0n : high - low
}

/** What a cell should read: the best single figure, and what can be said for sure. */
interface Right {
  readonly expected: string
  readonly said: Wording
}

const rightOf = (
  system: DocumentSystem,
  { right: { high, low }, variable }: Change,
  text?: string
): Right | undefined => {
  if (low === undefined || high === undefined) return undefined
  const shown = unitOf(system, variable)
  const show = (value: bigint): string => textInUnit(value, system.decimals, shown)
  const isNumber = system.cells[variable]?.printed._tag === "Number"
  const digit = digitOf(system, isNumber ? variable : (neighbourOf(system, variable) ?? variable))
  const nearest = (value: bigint): bigint =>
    digit === 0n ? value : ((value + (value < 0n ? -digit : digit) / 2n) / digit) * digit
  const expected = `${text ?? show(nearest((low + high) / 2n))}${shown}`
  const isNarrow = text !== undefined || high - low <= digit || low === high
  const [from, to] = [show(nearest(low)), show(nearest(high))]
  return isNarrow
    ? { expected, said: { zh: `应为 ${expected}`, en: `should be ${expected}` } }
    : { expected, said: { zh: `应在 ${from}～${to}${shown} 之间`, en: `should lie within ${from}–${to}${shown}` } }
}

const printedText = (system: DocumentSystem, variable: number): Wording => {
  const printed = system.cells[variable]?.printed
  if (printed === undefined || printed._tag === "Blank") return { zh: "空白", en: "blank" }
  const text = printed._tag === "Number" ? `${printed.text}${printed.shown}` : printed.text
  return { zh: text, en: text }
}

/** A cell with what stands in it. */
const printedAt = (system: DocumentSystem, variable: number): Wording => {
  const name = placeName(system.cells[variable]?.where ?? {})
  const text = printedText(system, variable)
  const isBlank = text.en === "blank"
  return {
    zh: `${name.zh}${isBlank ? "是空白" : `印作 ${text.zh}`}`,
    en: `${name.en} ${isBlank ? "is" : "reads"} ${text.en}`
  }
}

/** 2 条等式：收支总表：本年收入合计、…; the text of the narrative may say the same. */
const evidenceOf = (system: DocumentSystem, count: number, rules: ReadonlyArray<string>): Wording => {
  const inText = rules.includes("narrative.amount")
  const names = ruleNames(
    system.equations,
    rules.filter((rule) => rule !== "narrative.amount")
  )
  return {
    zh: `${count} 条等式：${names.zh}${inText ? "；情况说明所写的金额也是如此" : ""}`,
    en: `${counted(count, "equation")}: ${names.en}${inText ? "; the narrative says so too" : ""}`
  }
}

const causeWording = (cause: Cause | undefined): Wording => {
  if (cause === undefined) return { zh: "", en: "" }
  const others = [...new Set((cause.alternatives ?? []).map(({ label }) => label))].filter(
    ({ zh }) => zh !== cause.label.zh
  )
  const certain = cause.certainty === "certain"
  return {
    zh: `。${certain ? "原因" : "可能的原因"}：${cause.label.zh}${others.length === 0 ? "" : `；也可能是：${others.map(({ zh }) => zh).join("、")}`}`,
    en: `. ${certain ? "Cause" : "Possible cause"}: ${cause.label.en}${others.length === 0 ? "" : `; or: ${others.map(({ en }) => en).join(", ")}`}`
  }
}

const basisOf = (count: number): Wording => ({
  zh: `由 ${count} 条等式推得，各数按印出的位数四舍五入`,
  en: `implied by ${counted(count, "equation")}, every figure rounded to its printed digits`
})

/** How far the printed figure is from the middle of what it should be, and how far rounding alone can bring it. */
const distance = (system: DocumentSystem, { right, variable }: Change): Partial<Said> => {
  const printed = system.variables[variable]
  if (printed === undefined || right.low === undefined || right.high === undefined) return {}
  const shown = unitOf(system, variable)
  const text = (twice: bigint): string => {
    const value = magnitude(twice)
    return `${textInUnit(value * 5n, system.decimals + 1, shown)}${shown}`
  }
  return {
    difference: text(2n * printed.printed - right.low - right.high),
    tolerance: text(right.high - right.low + digitOf(system, variable))
  }
}

/** What a cell reads and what it should read. */
const correctionOf = (system: DocumentSystem, change: Change): Wording => {
  const at = printedAt(system, change.variable)
  const right = rightOf(system, change)
  return right === undefined ? at : { zh: `${at.zh}，${right.said.zh}`, en: `${at.en} and ${right.said.en}` }
}

/** One cell, or one set of cells, is wrong. */
export const culpritWording = (
  system: DocumentSystem,
  { candidates, repaired }: Diagnosis,
  { cause, rules }: { readonly cause: Cause | undefined; readonly rules: ReadonlyArray<string> }
): Said => {
  const changes = candidates[0]?.changes ?? []
  const why = causeWording(cause)
  const basis = basisOf(repaired.size)
  const evidence = evidenceOf(system, repaired.size, rules)
  const [only] = changes
  if (only === undefined || changes.length > 1) {
    const corrections = listed(
      changes.map((change) => correctionOf(system, change)),
      "；"
    )
    return {
      message: {
        zh: `${corrections.zh}。这 ${changes.length} 个数改过来，各等式就都成立（${evidence.zh}）${why.zh}`,
        en: `${corrections.en}. With these ${changes.length} figures put right all equations hold (${evidence.en})${why.en}`
      },
      basis
    }
  }
  const right = rightOf(system, only, candidates[0]?.rightText)
  const at = printedAt(system, only.variable)
  return {
    message: {
      zh: `${at.zh}，其余各数表明${right?.said.zh ?? "不是这个数"}（${evidence.zh}）${why.zh}`,
      en: `${at.en}; by the other figures it ${right?.said.en ?? "must be another"} (${evidence.en})${why.en}`
    },
    ...(right === undefined ? {} : { expected: right.expected }),
    found: printedText(system, only.variable).zh,
    ...distance(system, only),
    basis
  }
}

/** One of several cells is wrong, and what is printed does not say which. */
export const tieWording = (
  system: DocumentSystem,
  { candidates }: Diagnosis,
  { cause, finding }: { readonly cause: Cause | undefined; readonly finding: Finding }
): Said => {
  const cells = [...new Set(candidates.flatMap(({ changes }) => changes.map(({ variable }) => variable)))]
  const reproduced = candidates.filter(({ kind }) => kind !== undefined)
  const [likeliest] = reproduced
  const at = listed((likeliest?.changes ?? []).map(({ variable }) => placeName(system.cells[variable]?.where ?? {})))
  const why =
    likeliest?.kind === undefined || cause === undefined
      ? { zh: "", en: "" }
      : {
          zh: `；若${at.zh}有误，可能的原因是：${causeLabels[likeliest.kind].zh}`,
          en: `; if it is ${at.en}, a possible cause: ${causeLabels[likeliest.kind].en}`
        }
  return {
    message: {
      zh: `${finding.message.zh}。所涉 ${cells.length} 个数中哪些有误，只凭这些等式分不清${why.zh}`,
      en: `${finding.message.en}. What is wrong among ${counted(cells.length, "figure")} cannot be told from these equations alone${why.en}`
    }
  }
}
