/** 已公开的数: the published tables and evaluations of this folder, read from their files, and what a printed figure stands for. */
import { readFileSync } from "node:fs"

export interface PublishedTable {
  readonly table: string
  readonly columns: ReadonlyArray<{ readonly number: number | null; readonly label: string }>
  readonly rows: ReadonlyArray<{ readonly key: string; readonly cells: Readonly<Record<string, string | null>> }>
}

export interface PublishedIndicator {
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly target: string
  readonly actual: string
  readonly note: string | null
  readonly weight: string
  readonly score: string
  readonly reason: string | null
}

export interface PublishedEvaluation {
  readonly project: string
  readonly result: {
    readonly executionScore: string
    readonly indicatorScore: string
    readonly total: string
    readonly grade: string
  }
  readonly funds: ReadonlyArray<{
    readonly declared: string
    readonly compiled: string
    readonly fullYear: string
    readonly executed: string
    readonly reason: string | null
  }>
  readonly indicators: ReadonlyArray<PublishedIndicator>
}

export interface PublishedNarrative {
  readonly figures: ReadonlyArray<{ readonly section: string; readonly about: string; readonly value: string }>
  readonly reasons: ReadonlyArray<{ readonly about: string; readonly text: string }>
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../published/${name}`, import.meta.url), "utf8"))

/** The ten tables 公开01–10, in order. */
export const tables = (): ReadonlyArray<PublishedTable> =>
  Array.from({ length: 10 }, (_, index) => read(`table-${String(index + 1).padStart(2, "0")}.json`) as PublishedTable)

/** The eight self-evaluations, in the order of the disclosure. */
export const evaluations = (): ReadonlyArray<PublishedEvaluation> =>
  (read("evaluations.json") as { readonly evaluations: ReadonlyArray<PublishedEvaluation> }).evaluations

/** The figures and reasons of the narrative 情况说明. */
export const narrative = (): PublishedNarrative => read("narrative.json") as PublishedNarrative

/** A printed amount as whole hundredths: `"1,564.71"` is 156471, `"63,422.5"` is 6342250. */
export const hundredths = (printed: string): number => {
  const [whole = "", decimals = ""] = printed.replaceAll(",", "").split(".")
  if (!/^\d+$/u.test(whole) || !/^\d{0,2}$/u.test(decimals)) throw new Error(`not an amount: ${printed}`)
  return Number(whole) * 100 + Number(decimals.padEnd(2, "0"))
}

/** The whole 分 that print as this amount in 万元 when rounded half-up to two decimals. */
export const fenInterval = (printed: string): { readonly low: number; readonly high: number } => {
  const middle = hundredths(printed) * 10_000
  return { low: middle - 5_000, high: middle + 4_999 }
}

/** 分 as printed in 万元, rounded half-up to two decimals; exactly zero is blank. */
export const printedOf = (fen: number): string | null => {
  if (fen === 0) return null
  const text = String(Math.floor((fen + 5_000) / 10_000)).padStart(3, "0")
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
