/** What was noted of properties that were tried: see `properties.ts`. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** One try of one property. */
export interface Note {
  /** Where it stands: the file, the test, and which of the test's properties it is. */
  readonly file: string
  readonly test: string
  readonly property: number
  readonly outcome: "held" | "failed" | "untried"
  readonly runs: number
  readonly seconds: number
  /** With this seed (and path) fast-check tries the same again. */
  readonly seed: number
  readonly path?: string
}

export const notesFile =
  process.env["PROPERTY_NOTES"] ?? join(import.meta.dirname, "..", "..", ".cache", "properties.jsonl")

/** Every note, in the order of the tries. */
export const noted = (file = notesFile): ReadonlyArray<Note> =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Note)
    : []

/** A property with all its tries added up. */
export interface Tally extends Pick<Note, "file" | "test" | "property" | "runs" | "seconds"> {
  readonly failed: number
}

/** The notes of one property, added to what was noted of it before. */
const added = (before: Tally | undefined, { file, outcome, property, runs, seconds, test }: Note): Tally => ({
  file,
  test,
  property,
  runs: (before?.runs ?? 0) + runs,
  seconds: (before?.seconds ?? 0) + seconds,
  failed: (before?.failed ?? 0) + (outcome === "failed" ? 1 : 0)
})

export const tallied = (notes: ReadonlyArray<Note>): ReadonlyArray<Tally> => {
  const tallies = new Map<string, Tally>()
  for (const note of notes) {
    const key = JSON.stringify([note.file, note.test, note.property])
    tallies.set(key, added(tallies.get(key), note))
  }
  return [...tallies.values()]
}
