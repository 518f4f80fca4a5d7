/** R6: eight programs write to one store at once. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { openFile } from "./opening.ts"
import { allEvents, temporaryFolder } from "./places.ts"
import { answerOf, start } from "./programs.ts"

interface WriterAnswer {
  readonly acknowledged: ReadonlyArray<string>
  readonly conflicts: number
  readonly errors: ReadonlyArray<string>
}

const [writers, count] = [8, 50]
const folder = temporaryFolder()
afterAll(folder.remove)

const streamSets: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ["一个流", ["a"]],
  ["五十个流", Array.from({ length: 50 }, (_, index) => `s${index}`)]
]

describe("八个程序同时写同一个账库", () => {
  it.each(streamSets)("%s：写入的就是确认的，版本连续，败者都得到冲突", { timeout: 60_000 }, async (_, streams) => {
    const file = join(folder.path, `streams-${streams.length}.db`)
    const startAt = String(Date.now() + 1500)
    // The store does not exist yet: the first thing they do at once is to make it.
    const answers = await Promise.all(
      Array.from({ length: writers }, (_, index) =>
        answerOf<WriterAnswer>(start("writer", file, `w${index}`, String(count), streams.join(","), startAt))
      )
    )
    expect(answers.flatMap(({ errors }) => errors)).toEqual([])
    for (const { acknowledged } of answers) expect(acknowledged).toHaveLength(count)

    const log = openFile(file, undefined, "read")
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
    if (streams.length === 1) {
      // They did meet: somebody lost, and nobody was shut out.
      expect(answers.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0)
    }
  })

  it("同时新建：先建成的大家共用，谁的写入都不丢", { timeout: 60_000 }, async () => {
    const stores = 20
    const [startAt, pause] = [String(Date.now() + 1000), "40"]
    const answers = await Promise.all(
      ["甲", "乙", "丙"].map((name) =>
        answerOf<WriterAnswer>(start("founder", folder.path, name, String(stores), startAt, pause))
      )
    )
    expect(answers.flatMap(({ acknowledged }) => acknowledged)).toHaveLength(stores * 3)
    for (let index = 0; index < stores; index += 1) {
      const log = openFile(join(folder.path, `${index}.db`), undefined, "read")
      const names = (await allEvents(log)).map(({ data }) => ("note" in data ? data.note : ""))
      expect(names.toSorted()).toEqual(["甲", "乙", "丙"].toSorted())
      await log.close()
    }
    expect(readdirSync(folder.path).filter((name) => name.includes(".new-"))).toEqual([])
  })
})
