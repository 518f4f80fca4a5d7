/** R6: programs that write to one store at once, and whether what they leave is what they were told. */
import { expect } from "vitest"
import { openPlace } from "./opening.ts"
import { allEvents } from "./places.ts"
import { answerOf, start } from "./programs.ts"

interface WriterAnswer {
  readonly acknowledged: ReadonlyArray<string>
  readonly conflicts: number
  readonly errors: ReadonlyArray<string>
}

/** How many programs, how many events of each, over how many streams. */
export interface Writers {
  readonly writers: number
  readonly each: number
  readonly streams: number
}

/**
 * Lets programs write at once and holds the store against their answers: stored is what was acknowledged, positions and
 * versions have no gaps, times do not decrease, nobody met anything but conflicts, and everybody finished.
 */
export const storedByWriters = async (
  location: string,
  { each, streams, writers }: Writers
): Promise<{ readonly events: number; readonly conflicts: number }> => {
  const names = streams === 1 ? ["a"] : Array.from({ length: streams }, (_, index) => `s${index}`)
  const startAt = String(Date.now() + 1500)
  // The store does not exist yet: the first thing they do at once is to make it.
  const answers = await Promise.all(
    Array.from({ length: writers }, (_, index) =>
      answerOf<WriterAnswer>(start("writer", location, `w${index}`, String(each), names.join(","), startAt))
    )
  )
  expect(answers.flatMap(({ errors }) => errors)).toEqual([])
  for (const { acknowledged } of answers) expect(acknowledged).toHaveLength(each)

  const log = openPlace(location)
  const events = await allEvents(log)
  const stored = events.map(({ id, data }) => `${id} ${"note" in data ? data.note : ""}`)
  expect(stored.toSorted()).toEqual(answers.flatMap(({ acknowledged }) => acknowledged).toSorted())
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1))
  for (const { stream, version } of await log.streams()) {
    const versions = events.filter((event) => event.stream === stream).map((event) => event.version)
    expect(versions).toEqual(Array.from({ length: version }, (_, index) => index + 1))
  }
  const times = events.map(({ metadata }) => metadata.recordedAt)
  expect(times).toEqual(times.toSorted())
  await log.close()
  const conflicts = answers.reduce((sum, answer) => sum + answer.conflicts, 0)
  // They did meet: somebody lost, and nobody was shut out.
  if (streams === 1) expect(conflicts).toBeGreaterThan(0)
  return { events: events.length, conflicts }
}
