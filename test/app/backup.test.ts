/** R17: copies taken while two writers run are whole, are the beginning of the log, and are restored only as they were sealed. */
import { createHash } from "node:crypto"
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { setImmediate as pause } from "node:timers/promises"
import { AppError, backUp, restore } from "@juesuan/app"
import {
  addKey,
  domainCodec,
  keptKeys,
  readCheckpoint,
  signCheckpoint,
  signingKeys,
  sqliteLog,
  verifyLog
} from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { temporaryFolder } from "../store/places.ts"

const folder = temporaryFolder()
const at = (name: string): string => join(folder.path, name)
const open = (name: string) =>
  sqliteLog(at(name), { codec: domainCodec, now: () => new Date().toISOString(), access: "write" })
const keys = at("keys")
afterAll(folder.remove)
beforeAll(async () => {
  await addKey(keys, "财政局", "ed25519")
})

const refusedWith = async (effect: Effect.Effect<unknown, AppError>): Promise<string> => {
  const outcome = await Effect.runPromise(Effect.result(effect))
  if (Result.isSuccess(outcome)) throw new Error("was not refused")
  return outcome.failure.code
}
const reason = (index: number) => ({
  type: "ReasonStated" as const,
  data: { occurredOn: "2024-12-31", about: "说明/一", text: `原因 ${index} ${"说明".repeat(200)}` }
})

describe("备份与恢复", () => {
  it("两个写入者不停地记，备份三次：每次都完整、都是日志的开头；恢复后逐件相同", async () => {
    const writers = [open("live.db"), open("live.db")]
    const state = { going: true }
    let count = 0
    const writing = writers.map(async (log, writer) => {
      while (state.going) {
        count += 1
        await log.appendToStreams([{ stream: `year-00${writer + 1}-2024`, events: [reason(count)] }], { actor: "会计" })
        await pause()
      }
    })
    for (const name of ["a", "b", "c"]) {
      const done = await Effect.runPromise(backUp(`sqlite:${at("live.db")}`, at(`${name}.db`), signingKeys(keys)))
      expect(done.continuedTo).toBeGreaterThanOrEqual(done.events)
      expect(existsSync(at(`${name}.db-wal`))).toBe(false)
    }
    state.going = false
    await Promise.all(writing)
    const live = await verifyLog(writers[0] as never, { keepLeaves: true })
    const trusted = keptKeys(keys).map(({ key }) => key)
    for (const name of ["a", "b", "c"]) {
      const done = await Effect.runPromise(restore(at(`${name}.db`), `sqlite:${at(`restored-${name}.db`)}`, trusted))
      const restored = open(`restored-${name}.db`)
      const { damages, head } = await verifyLog(restored, { against: undefined, keepLeaves: true })
      expect(damages).toEqual([])
      expect(head.size).toBe(done.events)
      const against = await verifyLog(writers[0] as never, { against: { head } })
      expect(against.damages).toEqual([])
      expect(await restored.readVerbatim({ limit: 5000 })).toEqual(
        await writers[0]?.readVerbatim({ until: head.size, limit: 5000 })
      )
      await restored.close()
    }
    expect(live.head.size).toBe(count)
    await Promise.all(writers.map((log) => log.close()))
  })

  it("改了一位的备份、别人的封签、没有公钥：都不恢复", async () => {
    const trusted = keptKeys(keys).map(({ key }) => key)
    const bytes = readFileSync(at("a.db"))
    for (const place of [30, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const bent = Buffer.from(bytes)
      bent[place] = (bent[place] ?? 0) ^ 4
      writeFileSync(at("bent.db"), bent)
      copyFileSync(at("a.db.seal"), at("bent.db.seal"))
      expect(await refusedWith(restore(at("bent.db"), `sqlite:${at("x.db")}`, trusted))).toBe("BackupChanged")
    }
    expect(await refusedWith(restore(at("a.db"), `sqlite:${at("x.db")}`, []))).toBe("SealNotTrusted")
    writeFileSync(at("a2.db.seal"), readFileSync(at("a.db.seal"), "utf8").replace(/file-sha256 ./u, "file-sha256 x"))
    copyFileSync(at("a.db"), at("a2.db"))
    expect(await refusedWith(restore(at("a2.db"), `sqlite:${at("x.db")}`, trusted))).toBe("SealNotTrusted")
    expect(existsSync(at("x.db"))).toBe(false)
  })

  it("封签成立而日志已损坏的备份：拒绝，不留下文件", async () => {
    copyFileSync(at("a.db"), at("damaged.db"))
    const database = new DatabaseSync(at("damaged.db"))
    database.exec("DROP TRIGGER events_are_never_edited; UPDATE events SET data = '{}' WHERE position = 1")
    database.close()
    const read = await readCheckpoint(readFileSync(at("a.db.seal"), "utf8"), signingKeys(keys))
    if (read === undefined) throw new Error("no seal")
    const hash = createHash("sha256")
      .update(readFileSync(at("damaged.db")))
      .digest("hex")
    const origin = `${read.checkpoint.origin.split(" file-sha256 ")[0]} file-sha256 ${hash}`
    writeFileSync(at("damaged.db.seal"), await signCheckpoint({ ...read.checkpoint, origin }, signingKeys(keys)))
    const trusted = keptKeys(keys).map(({ key }) => key)
    expect(await refusedWith(restore(at("damaged.db"), `sqlite:${at("y.db")}`, trusted))).toBe("LogDamaged")
    expect(existsSync(at("y.db"))).toBe(false)
  })

  it("不覆盖已有的文件；只备份账库文件", async () => {
    const trusted = keptKeys(keys).map(({ key }) => key)
    expect(await refusedWith(backUp(`sqlite:${at("live.db")}`, at("a.db"), signingKeys(keys)))).toBe("StoreUnavailable")
    expect(readFileSync(at("a.db")).length).toBeGreaterThan(0)
    expect(await refusedWith(restore(at("a.db"), `sqlite:${at("live.db")}`, trusted))).toBe("BackupFileFails")
    expect(await refusedWith(backUp("memory:", at("m.db"), signingKeys(keys)))).toBe("StoreNotAFile")
  })
})
