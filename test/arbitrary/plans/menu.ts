/** 可选项: the codes, projects and purposes that arbitrary histories choose from. All are held for 2024. */
import type { EconomicCode, FunctionalCode } from "@juesuan/domain"

export const unit = "023001"
export const year = 2024

export const projects = ["P01", "P02", "P03"] as const

/** 项, several of them under one 款 and several 款 under one 类. */
export const items = [
  "2010301",
  "2010302",
  "2010306",
  "2010399",
  "2080505",
  "2080506",
  "2101101",
  "2130599",
  "2210201",
  "2120801",
  "2120899",
  "2296002",
  "2230105"
] as const satisfies ReadonlyArray<FunctionalCode>

export const economics = [
  "30101",
  "30102",
  "30108",
  "30113",
  "30201",
  "30213",
  "30226",
  "30227",
  "30231",
  "30299",
  "30301",
  "30305",
  "30701",
  "31002",
  "31013",
  "31204",
  "39999"
] as const satisfies ReadonlyArray<EconomicCode>

/** A code at one of the levels above an item, or the item itself. */
export const codeOf = (item: FunctionalCode, level: number): FunctionalCode =>
  item.slice(0, [3, 5, 7, 7][level % 4]) as FunctionalCode
