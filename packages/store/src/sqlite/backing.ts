/**
 * 备份账库文件: a copy of a store while others write to it. The copy is of one moment: a reading transaction holds it from the
 * first page to the last. It appears under its name when it is complete and on the disk, and as one file.
 */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from "node:fs"
import { resolve } from "node:path"
import { backup, DatabaseSync } from "node:sqlite"
import { StoreUnavailable } from "../StoreError.ts"
import { connectForReading, storeExists } from "./connecting.ts"
import { faultOf } from "./faults.ts"

/** Pages copied at once; in between the program goes on with other things. */
const pagesAtOnce = 1000

const copied = async (source: DatabaseSync, draft: string): Promise<void> => {
  source.exec("BEGIN")
  source.prepare("SELECT max(position) FROM events").get()
  try {
    await backup(source, draft, { rate: pagesAtOnce })
  } finally {
    source.exec("ROLLBACK")
  }
  // Without a write-ahead log the copy is one file, also while it is read.
  const copy = new DatabaseSync(draft)
  copy.exec("PRAGMA journal_mode = DELETE")
  copy.close()
  const handle = openSync(draft, "r")
  fsyncSync(handle)
  closeSync(handle)
}

/** Copies the store in a file to another one, which must not exist. Rejects with a `StoreError`. */
export const backUpFile = async (from: string, to: string): Promise<void> => {
  const [path, target] = [resolve(from), resolve(to)]
  if (!storeExists(path)) throw new StoreUnavailable({ path, reason: "FileMissing", detail: path })
  if (existsSync(target)) throw new StoreUnavailable({ path: target, reason: "FileExists", detail: target })
  const draft = `${target}.new-${process.pid}`
  const source = connectForReading(path, 10_000)
  try {
    await copied(source, draft)
    linkSync(draft, target)
  } catch (thrown) {
    throw faultOf(path, thrown)
  } finally {
    source.close()
    rmSync(draft, { force: true })
  }
}
