/**
 * 比较的对象: what a change is measured against: the final amount of the year before, this year's budget, or something else
 * (last year's budget, a year long gone), as the words of the comparison say it.
 */
import { comparison, yearOnYear } from "../content/narrative/phrases.ts"
import type { ChangeClaim } from "./Claim.ts"

export interface Comparison {
  readonly against: ChangeClaim["against"]
  /** The year before, where it is named. */
  readonly year: number | undefined
}

const comparisonOf = (base: string, words: string, ofDisclosure: number | undefined): Comparison => {
  const found = /^20\d\d/u.exec(base)?.[0]
  const year = found === undefined ? undefined : Number(found)
  const ofThisYear = year === undefined ? !/^[上去]/u.test(base) : year === ofDisclosure
  const ofBudget = /预算/u.test(words.replaceAll(/一般公共预算|基金预算|经营预算/gu, "")) && !words.includes("决算")
  if (ofBudget) return { against: ofThisYear ? "budget" : "other", year: undefined }
  return ofThisYear ? { against: "other", year: undefined } : { against: "last-year", year }
}

/** The comparison of a clause, or nothing. */
export const comparisonIn = (clause: string, year: number | undefined): Comparison | undefined => {
  const { base, rest = "" } = comparison.exec(clause)?.groups ?? {}
  if (base !== undefined) return comparisonOf(base, `${base}${rest}`, year)
  return yearOnYear.test(clause) ? { against: "last-year", year: undefined } : undefined
}

/** 比2023年度本年收入1,999.38万元: words that end before the amount that is compared with. */
export interface ComparedWords extends Comparison {
  /** What stands before the comparison. */
  readonly before: string
  /** The words of the comparison. */
  readonly words: string
}

export const comparedWords = (raw: string, year: number | undefined): ComparedWords | undefined => {
  const found = comparison.exec(raw)
  if (found === null || found.groups?.["alone"] !== undefined) return undefined
  const { base = "" } = found.groups ?? {}
  const words = raw.slice(raw.indexOf(base, found.index))
  return { ...comparisonOf(base, words, year), before: raw.slice(0, found.index), words }
}

/** What the words before a number say about it. */
export interface Lead {
  readonly raw: string
  /** Without what it is compared with. */
  readonly words: string
}

export const leadOf = (gap: string, compared: boolean): Lead => {
  const raw = gap.replaceAll(/^[()、]+/gu, "")
  return { raw, words: compared ? raw.replace(comparison, "").replace(yearOnYear, "") : raw }
}
