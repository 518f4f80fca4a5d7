/**
 * 认主语: from the words before a number to the figure they name. A name counts only where it is the whole of what stands
 * there, after years, “本部门” and list numbers; anything else is a subject that is not known, never a guess.
 */
import { bareWords, levelMark, noItemName, opening, prefixNoise, suffixNoise } from "../content/narrative/phrases.ts"
import type { SectionKind } from "../content/narrative/sections.ts"
import { subjectDefinitions, subjectOf, wholeOfSection } from "../content/narrative/subjects.ts"
import { expenditureOfBudget } from "../content/narrative/subjects/fiscal.ts"
import { vehicleCounts } from "../content/narrative/subjects/further.ts"
import type { SubjectDefinition } from "../content/narrative/subjects/Subject.ts"
import { canonicalName } from "./Cells.ts"
import { columnSubject, economicSubject, functionalSubject, type NamingContext } from "./Items.ts"
import type { Subject } from "./Claim.ts"

const inSection = ({ sections }: SubjectDefinition, section: SectionKind): boolean =>
  sections === "everywhere" || sections.includes(section)

const ofDefinition = (definition: SubjectDefinition): Subject => ({
  id: definition.id,
  name: definition.name,
  bound: true,
  cells: [definition.cells, ...(definition.otherwise ?? [])].filter((cells) => cells.length > 0),
  loosely: definition.loosely ?? [],
  budget: definition.budget,
  code: undefined
})

/** A subject that no table is known for; sentences about the same words speak of the same thing. */
export const unknownSubject = (name: string): Subject => ({
  id: `unknown:${name}`,
  name,
  bound: false,
  cells: [],
  loosely: [],
  budget: undefined,
  code: undefined
})

/** The year that stands before a subject: 2024年度收入总计. */
export const yearBefore = (raw: string): number | undefined => {
  const found = /^[^,;:\d]*(?:其中:)?(?:截至|截止)?(20\d\d)年(?!至|-|—)/u.exec(raw)
  return found === null ? undefined : Number(found[1])
}

/** The name of an item that opens a paragraph as a clause of its own or with its number in a list; no heading. */
export const itemThatOpens = (text: string): string | undefined => {
  const { mark, name = "", number } = opening.exec(text)?.groups ?? {}
  const isItem = mark === "。" || mark === ":" || number !== undefined || levelMark.test(name)
  const statesAmount = /\d[万亿]?元/u.test(name)
  return name !== "" && isItem && !statesAmount && !noItemName.test(name) ? name : undefined
}

/** A name with one piece of noise less. */
const shorter = (name: string, unit: string | undefined): ReadonlyArray<string> => [
  ...(unit !== undefined && unit !== "" && name.startsWith(unit) ? [name.slice(unit.length)] : []),
  ...prefixNoise.filter((noise) => noise.test(name)).map((noise) => name.replace(noise, "")),
  ...(suffixNoise.test(name) ? [name.replace(suffixNoise, "")] : [])
]

/** More noise than this stands before no name. */
const mostVariants = 60

/** The name with less and less around it, the fullest first. */
const variants = (raw: string, unit: string | undefined): ReadonlyArray<string> => {
  // A set visits what is added to it while it is walked through.
  const found = new Set([raw])
  for (const name of found) {
    if (found.size > mostVariants) break
    for (const next of shorter(name, unit)) found.add(next)
  }
  return [...found].toSorted((left, right) => right.length - left.length)
}

/** Whether the words name nothing by themselves: 支出决算为. What 本年支出 or 支出合计 mean depends on the section. */
export const isBare = (raw: string): boolean =>
  bareWords.test(canonicalName(raw).replaceAll(/^[,:、]+|(?:为|是|共|约)+$/gu, ""))

/** Whether nothing but words without a name stands there. */
export const namesNothing = (raw: string, unit: string | undefined): boolean =>
  variants(raw, unit).some((name) => bareWords.test(canonicalName(name)))

const definedSubject = (name: string, { section }: NamingContext): Subject | undefined => {
  const plain = canonicalName(name)
  const fitting = subjectDefinitions.filter((one) => inSection(one, section) && one.read.test(plain))
  const found = fitting.find(({ sections }) => sections !== "everywhere") ?? fitting[0]
  return found === undefined ? undefined : ofDefinition(found)
}

/** 整体 of a section: what a bare 占比 is a share of. */
export const ofSection = (section: SectionKind): Subject | undefined => {
  const whole = subjectOf(wholeOfSection[section] ?? "")
  return whole === undefined ? undefined : ofDefinition(whole)
}

const bareExpenditure = /^[,;、]*(?:本年)?支出(?:合计)?(?:为|共)?$/u

/** 本年支出 in a paragraph that opens with one budget. */
export const expenditureOfOpening = (raw: string, opening: Subject | undefined): Subject | undefined => {
  const id = bareExpenditure.test(raw) ? expenditureOfBudget.get(opening?.id ?? "") : undefined
  const definition = subjectOf(id ?? "")
  return definition === undefined ? undefined : ofDefinition(definition)
}

/** The figure that the words name, or `undefined`. */
export const subjectNamed = (raw: string, context: NamingContext): Subject | undefined => {
  for (const name of variants(raw, context.unit)) {
    // 国有资本经营预算支出（类） is the item, 国有资本经营预算支出 the budget's expenditure.
    const ofItem = levelMark.test(name) ? functionalSubject(name, context) : undefined
    const subject =
      ofItem ??
      columnSubject(name, context) ??
      definedSubject(name, context) ??
      functionalSubject(name, context) ??
      economicSubject(name, context)
    if (subject !== undefined) return subject
  }
  return undefined
}

/** Kinds of the forms up to 2019. */
const formerKinds: ReadonlyMap<string, string> = new Map([
  ["一般公务用车", "general"],
  ["领导干部用车", "leaders"],
  ["部级领导干部用车", "leaders"],
  ["省部级领导干部用车", "leaders"],
  ["一般执法执勤用车", "general-law-enforcement"]
])
const otherKind = /^(?!公务用车$|车辆$)(?!.*(?:[共现实还]有|合计|总数|购置|更新|保有))\p{Script=Han}{2,12}车辆?$/u

/** A kind that no table counts. */
export const vehicleKindNamed = (
  raw: string
): { readonly id: string; readonly name: string; readonly cell: undefined } | undefined => {
  const name = canonicalName(raw).replace(/^[、;和及]+/u, "")
  const former = formerKinds.get(name)
  if (former === undefined && !otherKind.test(name)) return undefined
  return { id: `vehicles.${former ?? `named-${name}`}`, name, cell: undefined }
}

/** Kinds of vehicles that are counted by name. */
export const vehicleCountNamed = (
  raw: string,
  unit: string | undefined
): (typeof vehicleCounts)[number] | undefined => {
  const names = variants(raw, unit).map(canonicalName)
  return vehicleCounts.find(({ read }) => names.some((name) => read.test(name)))
}
