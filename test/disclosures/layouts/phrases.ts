/** 说法: lists and reasons that the texts of several provinces share. */
import { unusedItems } from "../DepartmentYear.ts"
import type { Part } from "../Draft.ts"
import { reasonFor, type LayoutInput } from "./Layout.ts"
import type { Words } from "./Words.ts"

export const itemList = (
  { year, chance }: LayoutInput,
  items: ReadonlyArray<string>,
  personnel: boolean,
  isOpen = false
): Part => ({
  part: "list",
  items: chance.happens(0.5) ? items : chance.shuffled(items),
  others: unusedItems(year, personnel),
  isOpen
})

/** A reason where something changed, nothing where it did not. */
export const because = (
  { chance }: LayoutInput,
  words: Words,
  [now, before]: readonly [number, number],
  lead = "，主要原因是"
): string => (words.isUnchanged(now, before) ? "" : `${lead}${reasonFor(chance, now, before)}`)

/** Parts one after the other with marks between them and one at the end. */
export const joined = (groups: ReadonlyArray<ReadonlyArray<Part>>, between = "；", end = "。"): ReadonlyArray<Part> =>
  groups.flatMap((group, index) => [...group, index === groups.length - 1 ? end : between])
