/** 说法: lists and reasons that the texts of several provinces share. */
import { unusedItems } from "../DepartmentYear.ts"
import type { Part } from "../Draft.ts"
import type { Facts } from "../Facts.ts"
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

/** What was procured, and what of it went to small and medium enterprises; `microOf`: what the share of the small and micro is of. */
export const procurementText = (
  { procurement: total }: Facts,
  { year: { procurement } }: LayoutInput,
  { amount, percent }: Words,
  microOf: "total" | "small-and-medium"
): ReadonlyArray<Part> => {
  const { goods, services, smallAndMedium, smallAndMicro, works } = procurement
  const sums = [
    amount(total),
    "万元，其中：政府采购货物支出",
    amount(goods),
    "万元、政府采购工程支出",
    amount(works),
    "万元、政府采购服务支出",
    amount(services),
    "万元。"
  ]
  if (total === 0) return sums
  const micro =
    microOf === "total"
      ? (["政府采购支出总额", percent(smallAndMicro, total, "share", [smallAndMedium])] as const)
      : (["授予中小企业合同金额", percent(smallAndMicro, smallAndMedium, "share", [total])] as const)
  return [
    ...sums,
    "授予中小企业合同金额",
    amount(smallAndMedium),
    "万元，占政府采购支出总额的",
    percent(smallAndMedium, total, "share"),
    "，其中：授予小微企业合同金额",
    amount(smallAndMicro),
    `万元，占${micro[0]}的`,
    micro[1],
    "。"
  ]
}
