/**
 * 上下文中的主语: which figure the words before a number name, given the section they stand in and what the sentences before
 * spoke of.
 */
import { allExpenditure } from "../content/narrative/phrases.ts"
import type { SectionKind } from "../content/narrative/sections.ts"
import type { Cells } from "./Cells.ts"
import type { Subject } from "./Claim.ts"
import type { Memory } from "./Memory.ts"
import { itemOfPart } from "./Items.ts"
import { expenditureOfOpening, ofSection, subjectNamed, unknownSubject } from "./Naming.ts"

const basicOrProject = /^[,:、其中]*(?:基本|项目)支出/u

/**
 * 基本支出 after an item means the item's basic expenditure, and 项目支出 after that the same item's; the name of another item
 * means that item.
 */
const itemSpokenOf = (raw: string, { subject }: Memory): string | undefined =>
  subject === undefined || !basicOrProject.test(raw) ? undefined : (subject.code ?? itemOfPart(subject))

const usedFor = /^[,、]*用于(?:基本|项目)支出/u
const partName = /的(?:基本|项目)支出$/u

/** 用于基本支出 of an item that is not known is not the whole 基本支出, nor is the 项目支出 that follows it. */
const partOfUnknown = (raw: string, { subject }: Memory): Subject | undefined => {
  const kind = /(?:基本|项目)支出/u.exec(raw)?.[0]
  if (subject?.bound !== false || kind === undefined) return undefined
  const isPart = usedFor.test(raw) || (partName.test(subject.name) && basicOrProject.test(raw))
  return isPart ? unknownSubject(`${subject.name.replace(partName, "")}的${kind}`) : undefined
}

export class Subjects {
  readonly #cells: Cells
  readonly #unit: string | undefined

  constructor(cells: Cells, unit: string | undefined) {
    this.#cells = cells
    this.#unit = unit
  }

  named(raw: string, section: SectionKind, memory: Memory): Subject | undefined {
    const part = partOfUnknown(raw, memory)
    if (part !== undefined) return part
    const ofOpening = expenditureOfOpening(raw, memory.wholes.opening)
    if (ofOpening !== undefined) return ofOpening
    return subjectNamed(raw, {
      section,
      cells: this.#cells,
      unit: this.#unit,
      column: memory.wholes.column,
      within: memory.used?.code ?? itemSpokenOf(raw, memory)
    })
  }

  /** What a share is said to be of; nothing is a share of itself: 占本年支出合计的 is of all expenditure then. */
  whole(name: string, section: SectionKind, part: Subject | undefined): Subject | undefined {
    const context = { cells: this.#cells, unit: this.#unit, column: undefined, within: undefined }
    const named = subjectNamed(name, { ...context, section })
    if ((named !== undefined && named.id !== part?.id) || !allExpenditure.test(name)) return named
    // 占总支出决算的, of an item of “三公”经费: of all of it.
    if (section === "three-public" && !/[本全]年|部门|单位/u.test(name)) return ofSection(section)
    return subjectNamed("本年支出合计", { ...context, section: "other" })
  }

  /** “三公”经费财政拨款支出预算: the words of the budget may have swallowed 支出, which belongs to the name. */
  budgetName(words: string, at: number, section: SectionKind, memory: Memory): string {
    const name = words.slice(0, at)
    const withExpenditure = `${name}${/^(?:财政拨款)?(?:支出|收入)/u.exec(words.slice(at))?.[0] ?? ""}`
    return this.named(withExpenditure, section, memory) === undefined ? name : withExpenditure
  }

  /** Whether a name is that of an item of the economic classification that the tables print. */
  readonly isItem = (name: string): boolean => this.#cells.economic.some(({ label }) => label === name)
}
