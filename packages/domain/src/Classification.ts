/**
 * 支出分类科目: the dated lists of codes, by kind, year and revision: 支出功能分类科目 (类, 款, 项) and 部门预算支出经济分类科目
 * (类, 款). Codes change every year, so a code is looked up in the classification of its year. A code that the list does
 * not hold is *unknown*, never wrong: the answer names the nearest codes, and a unit can adopt the code by an event.
 * The lists themselves are content, in `classification/`; the machine here checks them when it builds them.
 */
import * as Result from "effect/Result"
import { carriedForward, carriedForwardYears } from "./classification/carried-forward.ts"
import { economic2024 } from "./classification/economic-2024.ts"
import { functional2024 } from "./classification/functional-2024.ts"
import type { Citation } from "./Figure.ts"
import { type EconomicCode, type FunctionalCode, isEconomicCode, isFunctionalCode } from "./ItemCode.ts"
import { BasicExpenditurePart, ItemLevel, normalizedLabel } from "./Terms.ts"

/** 分类种类. */
export type ClassificationKind = "functional" | "economic"

/** The type of the codes of a kind: an economic code does not compile where a functional one is asked for. */
export type CodeOf<Kind extends ClassificationKind> = Kind extends "functional" ? FunctionalCode : EconomicCode

/**
 * How sure an item is: `published` = an official or published text shows this code with this name (`source`);
 * `general` = general knowledge, still to be checked; `adopted` = a unit adopted it by an event (`source`).
 */
export type Sureness = "published" | "general" | "adopted"

/** 科目. */
export interface ClassificationItem<Kind extends ClassificationKind = ClassificationKind> {
  readonly code: CodeOf<Kind>
  readonly name: string
  readonly level: ItemLevel
  readonly sure: Sureness
  /** The text that shows the code with this name; absent where it is general knowledge. */
  readonly source?: string
  /** Only on functional classes: it has no line in departmental tables (社会保险基金支出, 预备费 …). */
  readonly outsideTables?: true
  /** Only on economic classes: 人员经费 or 公用经费. */
  readonly part?: BasicExpenditurePart
}

/** 一个年度的分类科目. `items` stand in the order of the official form. */
export interface Classification<Kind extends ClassificationKind = ClassificationKind> {
  readonly kind: Kind
  readonly year: number
  /** 1 = as first issued for the year; mid-year revisions count on. */
  readonly revision: number
  /** Whether the list claims to hold all that the official form prints. */
  readonly complete: boolean
  readonly citation: Citation
  readonly items: ReadonlyMap<string, ClassificationItem<Kind>>
}

/** A classification as content: `items` has one item a line, code, name, marks; see the files in `classification/`. */
export interface ClassificationSource<Kind extends ClassificationKind> extends Omit<Classification<Kind>, "items"> {
  /** What the letters at the end of a line stand for. */
  readonly sources: Readonly<Record<string, string>>
  readonly items: string
}

/** A code with its name and the document that introduced it, as `ClassificationItemAdopted` records it. */
export interface AdoptedItem<Kind extends ClassificationKind = ClassificationKind> {
  readonly code: CodeOf<Kind>
  readonly name: string
  readonly source: string
}

/** No classification of that year is held here. */
export interface ClassificationNotHeld {
  readonly _tag: "ClassificationNotHeld"
  readonly kind: ClassificationKind
  readonly year: number
  readonly held: ReadonlyArray<number>
}

/** The classification does not hold the code; `nearest` are known codes it may have been meant for, best first. */
export interface UnknownCode<Kind extends ClassificationKind = ClassificationKind> {
  readonly _tag: "UnknownCode"
  readonly kind: Kind
  readonly year: number
  readonly code: CodeOf<Kind>
  readonly nearest: ReadonlyArray<ClassificationItem<Kind>>
}

/** Why an item cannot be adopted: its parent is unknown (adopt that first), or the code is held under another name. */
export type AdoptionRefusal =
  | { readonly _tag: "ParentUnknown"; readonly code: string; readonly parent: string }
  | { readonly _tag: "CodeHasAnotherName"; readonly code: string; readonly name: string; readonly known: string }

const levels = new Map(ItemLevel.ids.map((id) => [ItemLevel.entries[id].digits, id]))

/** 级次 of a code, by its length: 类 3, 款 5, 项 7. */
export const levelOf = (code: FunctionalCode | EconomicCode): ItemLevel => {
  const level = levels.get(code.length)
  if (level === undefined) throw new Error(`not a code of 3, 5 or 7 digits: ${code}`)
  return level
}

/** 上级科目代码: `parentOf("2010306")` is `"20103"`; a class has none. */
export const parentOf = <Code extends FunctionalCode | EconomicCode>(code: Code): Code | undefined =>
  code.length > 3 ? (code.slice(0, -2) as Code) : undefined

/** All codes above a code, from the class down: `ancestorsOf("2010306")` is `["201", "20103"]`. */
export const ancestorsOf = <Code extends FunctionalCode | EconomicCode>(code: Code): ReadonlyArray<Code> => {
  const parent = parentOf(code)
  return parent === undefined ? [] : [...ancestorsOf(parent), parent]
}

/** Whether the classification holds the code. */
export const isKnown = <Kind extends ClassificationKind>(
  classification: Classification<Kind>,
  code: CodeOf<Kind>
): boolean => classification.items.has(code)

/**
 * 查科目: the item of a code (name, level, how sure), or the named answer that the code is unknown.
 *
 * @example
 * const functional = Result.getOrThrow(classificationOf("functional", 2024))
 * lookup(functional, "2010306") // Result.succeed({ code: "2010306", name: "政务公开审批", level: "item", … })
 */
export const lookup = <Kind extends ClassificationKind>(
  classification: Classification<Kind>,
  code: CodeOf<Kind>
): Result.Result<ClassificationItem<Kind>, UnknownCode<Kind>> => {
  const item = classification.items.get(code)
  if (item !== undefined) return Result.succeed(item)
  const { kind, year } = classification
  return Result.fail({ _tag: "UnknownCode", kind, year, code, nearest: nearestTo(classification, code) })
}

/** 下级科目 of a code, by code: the 款 of a class, the 项 of a 款. */
export const childrenOf = <Kind extends ClassificationKind>(
  classification: Classification<Kind>,
  code: CodeOf<Kind>
): ReadonlyArray<ClassificationItem<Kind>> =>
  [...classification.items.values()].filter((item) => parentOf(item.code) === code).toSorted(byCode)

/** 类, in the order of the official form. */
export const classesOf = <Kind extends ClassificationKind>(
  classification: Classification<Kind>
): ReadonlyArray<ClassificationItem<Kind>> =>
  [...classification.items.values()].filter((item) => item.level === "class")

/** The classes with a line of their own in departmental tables, in the order of 公开01 (functional: lines 32–57). */
export const tableClassesOf = <Kind extends ClassificationKind>(
  classification: Classification<Kind>
): ReadonlyArray<ClassificationItem<Kind>> =>
  classesOf(classification).filter((item) => item.outsideTables === undefined)

/** 人员经费 or 公用经费, by the class of an economic code; `undefined` where the class is unknown or was adopted. */
export const partOf = (
  classification: Classification<"economic">,
  code: EconomicCode
): BasicExpenditurePart | undefined => classification.items.get(code.slice(0, 3))?.part

/**
 * 增设科目: the classification with items that a unit adopted. The order of `adopted` does not matter; adopting an item
 * twice changes nothing. A documented name replaces one that was general knowledge; it does not replace a published one.
 */
export const withItems = <Kind extends ClassificationKind>(
  classification: Classification<Kind>,
  adopted: ReadonlyArray<AdoptedItem<Kind>>
): Result.Result<Classification<Kind>, AdoptionRefusal> => {
  if (adopted.length === 0) return Result.succeed(classification)
  const items = new Map(classification.items)
  for (const { code, name, source } of adopted.toSorted(byCode)) {
    const known = items.get(code)
    const parent = parentOf(code)
    if (parent !== undefined && !items.has(parent)) return Result.fail({ _tag: "ParentUnknown", code, parent })
    if (known === undefined) items.set(code, { code, name, level: levelOf(code), sure: "adopted", source })
    else if (known.sure === "general") items.set(code, { ...known, name, sure: "adopted", source })
    else if (normalizedLabel(known.name) !== normalizedLabel(name)) {
      return Result.fail({ _tag: "CodeHasAnotherName", code, name, known: known.name })
    }
  }
  return Result.succeed({ ...classification, items })
}

const byCode = (left: { readonly code: string }, right: { readonly code: string }): number =>
  left.code < right.code ? -1 : left.code > right.code ? 1 : 0

const nearestShown = 5

/** How far apart two codes are: length of what they share from the left, digits that differ, numeric distance. */
const distance = (left: string, right: string): readonly [number, number, number, number] => {
  const digits = [...left]
  const different = digits.filter((digit, index) => digit !== right[index]).length
  const shared = digits.findIndex((digit, index) => digit !== right[index])
  const lengths = Math.abs(left.length - right.length)
  return [lengths, shared === -1 ? -left.length : -shared, different, Math.abs(Number(left) - Number(right))]
}

/** Known codes near an unknown one: children of its parent first, then codes of its length that share most of it. */
const nearestTo = <Kind extends ClassificationKind>(
  { items }: Classification<Kind>,
  code: CodeOf<Kind>
): ReadonlyArray<ClassificationItem<Kind>> => {
  const parent = parentOf(code)
  const ranked = [...items.values()].map((item) => {
    const sibling = parent !== undefined && parentOf(item.code) === parent
    const [lengths, shared, different, numeric] = distance(code, item.code)
    return { item, rank: sibling ? [0, 0, 0, different, numeric] : [1, lengths, shared, different, numeric] }
  })
  return ranked
    .toSorted((left, right) => compareRanks(left.rank, right.rank))
    .slice(0, nearestShown)
    .map(({ item }) => item)
}

const compareRanks = (left: ReadonlyArray<number>, right: ReadonlyArray<number>): number => {
  const at = left.findIndex((value, index) => value !== right[index])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

const isCodeOf = <Kind extends ClassificationKind>(kind: Kind, text: string): text is CodeOf<Kind> =>
  kind === "functional" ? isFunctionalCode(text) : isEconomicCode(text)

const partNamed = (mark: string): BasicExpenditurePart | undefined =>
  BasicExpenditurePart.ids.find((part) => part === mark)

/** One line of content: code, name, marks. A line that says anything else is a defect of the content. */
const itemOfLine = <Kind extends ClassificationKind>(
  { kind, sources }: ClassificationSource<Kind>,
  line: string
): ClassificationItem<Kind> => {
  const [code = "", name = "", ...marks] = line.split(" ")
  if (!isCodeOf(kind, code) || name === "") throw new Error(`not an item of the ${kind} classification: ${line}`)
  const level = levelOf(code)
  let item: ClassificationItem<Kind> = { code, name, level, sure: "general" }
  for (const mark of marks) {
    const source = sources[mark]
    const part = partNamed(mark)
    if (source !== undefined) item = { ...item, sure: "published", source }
    else if (part !== undefined && level === "class") item = { ...item, part }
    else if (mark === "outside-tables" && level === "class") item = { ...item, outsideTables: true }
    else throw new Error(`unknown mark "${mark}": ${line}`)
  }
  return item
}

/** Builds a classification from content. A code twice, or a code without its parent before it, is a defect: it throws. */
export const classificationFrom = <Kind extends ClassificationKind>(
  source: ClassificationSource<Kind>
): Classification<Kind> => {
  const items = new Map<string, ClassificationItem<Kind>>()
  for (const line of source.items.split("\n")) {
    if (line === "") continue
    const item = itemOfLine(source, line)
    const parent = parentOf(item.code)
    if (items.has(item.code)) throw new Error(`code twice: ${line}`)
    if (parent !== undefined && !items.has(parent)) throw new Error(`parent ${parent} is missing: ${line}`)
    items.set(item.code, item)
  }
  const { citation, complete, kind, revision, year } = source
  return { kind, year, revision, complete, citation, items }
}

/** The classifications held here, built when first asked for. A new year, or a revision within one, is one more entry. */
const sources: { readonly [Kind in ClassificationKind]: ReadonlyArray<ClassificationSource<Kind>> } = {
  functional: [functional2024],
  economic: [economic2024]
}

const built = new Map<object, Classification>()

const heldOf = <Kind extends ClassificationKind>(kind: Kind): ReadonlyArray<Classification<Kind>> =>
  sources[kind].map((source: ClassificationSource<Kind>) => {
    const made = built.get(source) ?? classificationFrom(source)
    built.set(source, made)
    return made as Classification<Kind>
  })

const carried = new Map<string, Classification>()

/** The last list before a year that has none of its own but may be asked for; made when it is first. */
const carriedForwardTo = <Kind extends ClassificationKind>(
  kind: Kind,
  year: number
): Classification<Kind> | undefined => {
  if (!carriedForwardYears.includes(year)) return undefined
  const key = `${kind} ${year}`
  const known = carried.get(key)
  if (known !== undefined) return known as Classification<Kind>
  const ofKind = heldOf(kind)
  const last = ofKind.filter((one) => one.year < year).at(-1)
  if (last === undefined) return undefined
  const made = carriedForward(last, year)
  carried.set(key, made)
  return made
}

/**
 * 一个年度的分类科目, its latest revision; where no classification of that year is held, the years that are.
 *
 * @example classificationOf("economic", 2024) // Result.succeed(…)
 * @example classificationOf("economic", 1999) // Result.fail({ _tag: "ClassificationNotHeld", held: [2024, 2025, 2026], … })
 */
export const classificationOf = <Kind extends ClassificationKind>(
  kind: Kind,
  year: number
): Result.Result<Classification<Kind>, ClassificationNotHeld> => {
  const ofKind = heldOf(kind)
  const found = ofKind.filter((one) => one.year === year).toSorted((left, right) => left.revision - right.revision)
  const latest = found.at(-1) ?? carriedForwardTo(kind, year)
  if (latest !== undefined) return Result.succeed(latest)
  const years = [...new Set([...ofKind.map((one) => one.year), ...carriedForwardYears])].toSorted(
    (left, right) => left - right
  )
  return Result.fail({ _tag: "ClassificationNotHeld", kind, year, held: years })
}
