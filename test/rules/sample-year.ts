/** The sample year as tests read it: its events, its published tables, its derivation. */
import { readFileSync } from "node:fs"
import { type FoldedEvent, type StoredEvent, foldLedger } from "@juesuan/domain"
import { type Derivation, derive } from "@juesuan/rules"
import { sample } from "@juesuan/sample"
import * as Result from "effect/Result"

export const sampleEvents = (): ReadonlyArray<FoldedEvent> =>
  readFileSync(sample.events, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const { metadata, ...event } = JSON.parse(line) as StoredEvent
      return { ...event, recordedAt: metadata.recordedAt }
    })

/** Whose year it is. */
export const sampleScope = { unit: sample.unit, year: sample.year }

export const sampleBooks = (): Derivation => Result.getOrThrow(derive(foldLedger(sampleEvents()), sampleScope))

/** A published table as data: every cell as printed, `null` where it is blank. */
export interface PublishedTable {
  readonly table: string
  readonly title: string
  readonly unit: string
  readonly columns: ReadonlyArray<{ readonly number: number | null; readonly label: string }>
  readonly notes: ReadonlyArray<string>
  readonly blankLines?: Readonly<Record<string, ReadonlyArray<number>>>
  readonly rows: ReadonlyArray<{
    readonly key: string
    readonly label: string | null
    readonly section?: string
    readonly lines?: Readonly<Record<string, number>>
    readonly cells: Readonly<Record<string, string | null>>
  }>
}

export const publishedTables: ReadonlyArray<PublishedTable> = sample.published.tables.map(
  (file) => JSON.parse(readFileSync(file, "utf8")) as PublishedTable
)
