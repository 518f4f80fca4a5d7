/** R6: eight programs write to one store at once. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { openFile } from "./opening.ts"
import { allEvents, temporaryFolder } from "./places.ts"
import { answerOf, start } from "./programs.ts"
import { storedByWriters } from "./writers.ts"

/** What the program `founder` answers. */
interface FounderAnswer {
  readonly acknowledged: ReadonlyArray<string>
}

const [writers, count] = [8, 50]
const folder = temporaryFolder()
afterAll(folder.remove)

describe("八个程序同时写同一个账库", () => {
  it.each([
    ["一个流", 1],
    ["五十个流", 50]
  ])("%s：写入的就是确认的，版本连续，败者都得到冲突", { timeout: 60_000 }, async (_, streams) => {
    const { events } = await storedByWriters(join(folder.path, `streams-${streams}.db`), {
      writers,
      each: count,
      streams
    })
    expect(events).toBe(writers * count)
  })

  it("同时新建：先建成的大家共用，谁的写入都不丢", { timeout: 60_000 }, async () => {
    const stores = 20
    const [startAt, pause] = [String(Date.now() + 1000), "40"]
    const answers = await Promise.all(
      ["甲", "乙", "丙"].map((name) =>
        answerOf<FounderAnswer>(start("founder", folder.path, name, String(stores), startAt, pause))
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
