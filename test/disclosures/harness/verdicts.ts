/** 判得对不对: made disclosures through the audit: what it says of a clean one, and whether it finds what was planted. */
import { Audits, auditing, type Audited } from "@juesuan/app"
import type { Finding } from "@juesuan/rules"
import * as Effect from "effect/Effect"
import { chanceOf } from "../Chance.ts"
import type { Draft } from "../Draft.ts"
import type { DepartmentYear } from "../DepartmentYear.ts"
import { drafted, draftedBefore, formats, type File, type FormatName, type LayoutName } from "../Made.ts"
import { harmlessChanges } from "../planting/harmless.ts"
import type { PlantAcrossYears } from "../planting/across-years.ts"
import type { Plant, Truth } from "../planting/Plant.ts"
import { bare } from "./cells.ts"

/** The report of files and what was read of them, beside those of the year before where there are any. */
export const audited = (files: ReadonlyArray<File>, before?: ReadonlyArray<File>): Promise<Audited> => {
  const asked = Effect.gen(function* () {
    const { audit, read } = yield* Audits
    return yield* audit(files, before === undefined ? {} : { previous: yield* read(before) })
  })
  return Effect.runPromise(Effect.provide(asked, auditing))
}

const isSerious = ({ severity }: Finding) => severity === "error" || severity === "warning"

const namesRow = (place: Finding["where"][number], { rows = [], columns = [] }: Truth): boolean => {
  // A table of one line is named by its columns alone.
  if (rows.includes("official")) return true
  const row = bare(place.row ?? "")
  const column = bare(place.column ?? "")
  return (
    rows.some((one) => one !== "" && (row === bare(one) || (bare(one).length > 3 && row.includes(bare(one))))) ||
    (row === "" && columns.some((one) => one !== "" && column.includes(bare(one))))
  )
}

const namesTable = (place: Finding["where"][number], truth: Truth, ids: ReadonlyMap<string, string>): boolean => {
  if (truth.table === undefined || place.table === undefined) return false
  const named = bare(ids.get(place.table) ?? place.table)
  return named !== "" && (bare(truth.table).includes(named) || named.includes(bare(truth.table)))
}

/** Whether a finding speaks of what was planted: the table and row, the sentence, or the form of the project. */
const speaksOf = (finding: Finding, truth: Truth, ids: ReadonlyMap<string, string>): boolean =>
  finding.where.some((place) => {
    const quote = bare(place.quote ?? "")
    const here = [place.section, place.table, place.row, place.quote].map((text) => bare(text ?? "")).join("/")
    return (
      (namesTable(place, truth, ids) && namesRow(place, truth)) ||
      (truth.quote !== undefined &&
        quote !== "" &&
        (bare(truth.quote).includes(quote) || quote.includes(bare(truth.quote)))) ||
      (truth.project !== undefined && here.includes(bare(truth.project)))
    )
  })

export interface CleanResult {
  /** What was printed. */
  readonly draft: Draft
  readonly errors: ReadonlyArray<Finding>
  readonly warnings: ReadonlyArray<Finding>
  readonly verdict: string
  readonly audited: Audited
}

/** A clean draft with one or two things that happen to real files. */
const withHarmless = (draft: Draft, seed: number): Draft => {
  const chance = chanceOf(seed + 77)
  return chance
    .some(harmlessChanges, chance.whole(0, 2))
    .reduce((changed, { change }) => change(changed, chance), draft)
}

export const judgeClean = async (seed: number, layout: LayoutName, format: FormatName): Promise<CleanResult> => {
  const draft = withHarmless(drafted(seed, layout).draft, seed)
  const result = await audited(await formats[format](draft))
  const of = (severity: Finding["severity"]) =>
    result.report.findings.filter((finding) => finding.severity === severity)
  return { draft, errors: of("error"), warnings: of("warning"), verdict: result.report.verdict, audited: result }
}

const seriousOf = ({ report }: Audited): ReadonlyArray<Finding> => report.findings.filter(isSerious)

/** Errors, and all that is said of the year before, on a clean draft beside it; `undefined` where there is none. */
export const judgeCleanBeside = async (
  seed: number,
  layout: LayoutName,
  format: FormatName
): Promise<ReadonlyArray<Finding> | undefined> => {
  const before = draftedBefore(seed, layout)
  if (before === undefined) return undefined
  const { draft } = drafted(seed, layout)
  const findings = seriousOf(await audited(await formats[format](draft), await formats[format](before)))
  return findings.filter(({ rule, severity }) => severity === "error" || rule.includes("previous-year"))
}

/** Whether an error across two years is found; `undefined` where the disclosure has no place for it. */
export const judgePlantedBeside = async (
  seed: number,
  layout: LayoutName,
  format: FormatName,
  { plant }: PlantAcrossYears
): Promise<PlantedResult | undefined> => {
  const made = drafted(seed, layout)
  const beside = (year?: DepartmentYear) => draftedBefore(seed, layout, year)
  const planted = beside() === undefined ? undefined : plant(made, beside, chanceOf(seed + 991))
  if (planted === undefined) return undefined
  const { before, draft, isFoundBy, truth } = planted
  const result = await audited(await formats[format](draft), await formats[format](before))
  const ids = new Map(result.disclosure.tables.map(({ id, title }) => [id, title]))
  const findings = seriousOf(result)
  return { truth, findings, found: findings.some((one) => isFoundBy(one) && speaksOf(one, truth, ids)) }
}

export interface PlantedResult {
  readonly truth: Truth
  readonly found: boolean
  readonly findings: ReadonlyArray<Finding>
}

const serious = ({ report }: Audited) => report.findings.filter(isSerious)

/** Whether a finding of severity error or warning speaks of what was planted. */
export const isFound = (result: Audited, truth: Truth): boolean => {
  const ids = new Map(result.disclosure.tables.map(({ id, title }) => [id, title]))
  return serious(result).some((finding) => speaksOf(finding, truth, ids))
}

/** `undefined` where the disclosure has no place for this kind of error. */
export const judgePlanted = async (
  seed: number,
  layout: LayoutName,
  format: FormatName,
  { plant }: Plant
): Promise<PlantedResult | undefined> => {
  const planted = plant(drafted(seed, layout).draft, chanceOf(seed + 991))
  if (planted === undefined) return undefined
  const result = await audited(await formats[format](planted.draft))
  return { truth: planted.truth, found: isFound(result, planted.truth), findings: serious(result) }
}
