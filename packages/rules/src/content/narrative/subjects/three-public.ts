/** “三公”经费: the items with their budgets, by 公开09; kinds of reception, which no table holds. */
import { cellAddress, ThreePublicItem } from "@juesuan/domain"
import type { SubjectDefinition } from "./Subject.ts"

const threePublic = (item: string): Pick<SubjectDefinition, "cells" | "budget"> => ({
  cells: [cellAddress("three-public", "three-public", `actual.${item}`)],
  budget: cellAddress("three-public", "three-public", `budget.${item}`)
})

const threePublicNames: Readonly<Record<(typeof ThreePublicItem.ids)[number] | "total" | "vehicles", RegExp>> = {
  total:
    /^(?:(?:一般公共预算)?财政拨款)?(?:安排的)?三公经费(?:(?:一般公共预算)?财政拨款)?总?(?:支出)?(?:决算)?(?:支出)?(?:合计|总额|总计)?$/u,
  "overseas-travel": /^因公出国境?(?:经费|费用?)?(?:支出)?(?:决算)?$/u,
  vehicles: /^公(?:务用?)?车购置费?(?:及|和|、)(?:公(?:务用?)?车)?运行(?:维护)?(?:费用?|经费)?(?:支出)?(?:决算)?$/u,
  "vehicle-purchase": /^公(?:务用?)?车购置(?:费用?|经费)?(?:支出)?(?:决算)?$/u,
  "vehicle-operation":
    /^(?:公(?:务用?)?车)?运行(?:维护)?(?:费用?|经费)(?:支出)?(?:决算)?$|^公(?:务用?)?车运行(?:维护)?(?:支出)?(?:决算)?$/u,
  "official-reception": /^公务接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u
}

/** What 公务用车运行维护费 is spent on. */
const operationNames: ReadonlyArray<readonly [string, string, RegExp]> = [
  ["operation.fuel", "公务用车加油", /^公(?:务用?)?车(?:加油|燃油|燃料)费?(?:支出)?$/u],
  ["operation.repair", "公务用车维修", /^公(?:务用?)?车维修费?(?:支出)?$/u],
  ["operation.insurance", "公务用车保险", /^公(?:务用?)?车保险费?(?:支出)?$/u],
  ["operation.other", "公务用车其他支出", /^公(?:务用?)?车其他(?:费用|支出)?$/u]
]

const receptionNames: ReadonlyArray<readonly [string, string, RegExp]> = [
  ["reception.domestic", "国内接待费", /^(?:其他)?国内(?:公务)?接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u],
  ["reception.foreign-affairs", "外事接待费", /^(?:国内)?外(?:事|宾)接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u],
  ["reception.overseas", "国（境）外接待费", /^国境?外(?:公务)?接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u]
]

export const threePublicSubjects: ReadonlyArray<SubjectDefinition> = [
  {
    id: "three-public.total",
    name: "“三公”经费财政拨款支出",
    read: threePublicNames.total,
    sections: "everywhere",
    ...threePublic("total")
  },
  {
    id: "three-public.vehicles",
    name: "公务用车购置及运行维护费",
    read: threePublicNames.vehicles,
    sections: ["three-public"],
    ...threePublic("vehicles")
  },
  ...ThreePublicItem.ids.map(
    (item): SubjectDefinition => ({
      id: `three-public.${item}`,
      name: ThreePublicItem.labelOf(item),
      read: threePublicNames[item],
      sections: ["three-public"],
      ...threePublic(item)
    })
  ),
  ...[...receptionNames, ...operationNames].map(
    ([id, name, read]): SubjectDefinition => ({
      id: `three-public.${id}`,
      name,
      read,
      sections: ["three-public"],
      cells: []
    })
  )
]
