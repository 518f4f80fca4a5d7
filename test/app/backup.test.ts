/** R17: copies taken while two writers run are whole, are the beginning of the log, and are restored only as they were sealed. */
import { createHash } from "node:crypto"
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { AppError, backUp, restore } from "@juesuan/app"
import { addKey, keptKeys, readCheckpoint, signCheckpoint, signingKeys } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { temporaryFolder } from "../store/places.ts"
import { copiedWhileWriting } from "./copies.ts"

const folder = temporaryFolder()
const at = (name: string): string => join(folder.path, name)
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
describe("备份与恢复", () => {
  it("两个写入者不停地记，备份三次：每次都完整、都是日志的开头；恢复后逐件相同", async () => {
    await copiedWhileWriting(folder.path, ["a", "b", "c"])
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
    expect(await refusedWith(restore(at("a.db"), `sqlite:${at("live.db")}`, trusted))).toBe("StoreUnavailable")
    expect(await refusedWith(backUp("memory:", at("m.db"), signingKeys(keys)))).toBe("StoreNotAFile")
  })
})
