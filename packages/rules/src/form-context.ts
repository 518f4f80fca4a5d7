/**
 * 表样所依的科目: the year's classifications with what the unit adopted and what is in use, as forms print them. Codes that a
 * form has no line for are appended, never dropped: a total must not lose money because nobody foresaw its code.
 */
import {
  type AdoptedItem,
  type AdoptionRefusal,
  type Classification,
  type ClassificationKind,
  type ClassificationNotHeld,
  Classifications,
  type CodeOf,
  type Ledger,
  isEconomicCode,
  isFunctionalCode
} from "@juesuan/domain"
import * as Result from "effect/Result"
import { closingOf } from "./content/national/carryover.ts"
import type { EntryIndex } from "./EntryIndex.ts"
import type { EconomicRow, FormContext } from "./TableTemplate.ts"

/** The two classifications of a year as a unit uses them. */
export interface YearClassifications {
  readonly functional: Classification<"functional">
  readonly economic: Classification<"economic">
}

/** Why the books of a year cannot be arranged by code. */
export type ClassificationProblem = ClassificationNotHeld | AdoptionRefusal

const adoptedIn = <Kind extends ClassificationKind>(
  ledger: Ledger,
  year: number,
  kind: Kind
): ReadonlyArray<AdoptedItem<Kind>> =>
  ledger
    .facts("ClassificationItemAdopted")
    .flatMap(({ data: { item, name, source, year: of } }) =>
      of === year && item.classification === kind ? [{ code: item.code as CodeOf<Kind>, name, source }] : []
    )

const withAdopted = <Kind extends ClassificationKind>(
  ledger: Ledger,
  year: number,
  kind: Kind
): Result.Result<Classification<Kind>, ClassificationProblem> =>
  Result.flatMap(Classifications.classificationOf(kind, year), (classification) =>
    Classifications.withItems(classification, adoptedIn(ledger, year, kind))
  )

/** The classifications of a year with what the unit adopted. */
export const classificationsOf = (
  ledger: Ledger,
  year: number
): Result.Result<YearClassifications, ClassificationProblem> =>
  Result.flatMap(withAdopted(ledger, year, "functional"), (functional) =>
    Result.map(withAdopted(ledger, year, "economic"), (economic) => ({ functional, economic }))
  )

const unknownName = "（科目名称未知）"

/** 科目名称 of a functional code. */
export const functionalName = ({ functional }: YearClassifications, code: string): string =>
  (isFunctionalCode(code) ? functional.items.get(code)?.name : undefined) ?? unknownName

const economicName = ({ economic }: YearClassifications, code: string): string =>
  (isEconomicCode(code) ? economic.items.get(code)?.name : undefined) ?? unknownName

const partOf = ({ economic }: YearClassifications, code: string): EconomicRow["part"] =>
  (isEconomicCode(code) ? Classifications.partOf(economic, code) : undefined) ?? "public-use"

/** Every class and 款 of the form and in use, 款 by code under its class, classes in the order of the form. */
const economicRows = (classifications: YearClassifications, index: EntryIndex): ReadonlyArray<EconomicRow> => {
  const inUse = index.valuesOf("economic", { account: "payment", fund: ["general-public-budget"], kind: ["basic"] })
  const used = new Set(inUse.filter((code) => code !== ""))
  const codes = new Set([
    ...classifications.economic.items.keys(),
    ...[...used].map((code) => code.slice(0, 3)),
    ...used
  ])
  const classes = [...codes].filter((code) => code.length === 3)
  return classes.flatMap((of) => {
    const below = [...codes].filter((code) => code.length > 3 && code.startsWith(of)).toSorted()
    return [of, ...below].map((code) => ({
      code,
      name: economicName(classifications, code),
      part: partOf(classifications, code),
      used: used.has(code)
    }))
  })
}

/** What the forms of a year depend on beside themselves. */
export const formContextOf = (ledger: Ledger, classifications: YearClassifications, index: EntryIndex): FormContext => {
  const { functional } = classifications
  const printed = Classifications.tableClassesOf(functional).filter(({ sure }) => sure !== "adopted")
  const known = new Set<string>(printed.map(({ code }) => code))
  const inUse = index.valuesOf("functional", { account: "payment" }).map((code) => code.slice(0, 3))
  const further = [...new Set(inUse)].filter((code) => !known.has(code)).toSorted()
  return {
    functionalClasses: printed,
    furtherClasses: further.map((code) => ({ code, name: functionalName(classifications, code) })),
    economicItems: economicRows(classifications, index),
    closing: closingOf(ledger)
  }
}
