/**
 * 诊断: what is wrong with a store file that does not open or does not verify, and what of it can be saved. The file itself
 * is only read, byte by byte; SQLite gets a copy in a temporary folder, where a lost first page is put back from a new
 * store (tables stand at the same pages in every one). What is saved is the log from its beginning, as far as every event
 * is there and has the hash it was stored with.
 */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { SealedRow } from "../EventLog.ts"
import { canonicalText } from "../proof/canonical.ts"
import { leafHash } from "../proof/MerkleTree.ts"
import { createStore } from "./connecting.ts"
import { examined } from "./examining.ts"
import { applicationId, layoutVersion } from "./layout.ts"
import { hasLeaves, sealedRows } from "./proving.ts"
import { walState } from "./wal.ts"

/**
 * 病征. `missing` there is no file; `empty` it has no bytes; `not-a-database` it is something else, or its head was
 * overwritten; `other-program`; `newer`; `cut` it is shorter than it says; `zeroed` pages of zeros; `wal` what is beside it
 * is not whole; `inside` SQLite finds pages or indexes wrong; `events` the log cannot be read, or is not what was stored,
 * from a position on.
 */
export interface Ailment {
  readonly kind:
    | "missing"
    | "empty"
    | "not-a-database"
    | "other-program"
    | "newer"
    | "cut"
    | "zeroed"
    | "wal"
    | "inside"
    | "events"
  /** Where: a byte of the file, a page, a log position. */
  readonly byte?: number
  readonly page?: number
  readonly position?: number
  readonly detail: string
}

export interface Diagnosis {
  readonly ailments: ReadonlyArray<Ailment>
  /** How many events from the beginning on are intact. */
  readonly intact: number
}

const magic = "SQLite format 3\u0000"
const usualPageSize = 4096

const pageSizeOf = (bytes: Buffer): number => {
  const size = bytes.length >= 18 ? bytes.readUInt16BE(16) : 0
  return size === 1 ? 65_536 : size >= 512 && (size & (size - 1)) === 0 ? size : usualPageSize
}

const hasHead = (bytes: Buffer): boolean => bytes.subarray(0, 16).toString("latin1") === magic

/** What the head and the size of a file say. */
const ofHead = (bytes: Buffer): ReadonlyArray<Ailment> => {
  if (!hasHead(bytes)) return [{ kind: "not-a-database", byte: 0, detail: bytes.subarray(0, 16).toString("hex") }]
  const found: Array<Ailment> = []
  const pageSize = pageSizeOf(bytes)
  if (bytes.length < 100) return [{ kind: "cut", byte: bytes.length, detail: "the head is cut off" }]
  const program = bytes.readUInt32BE(68)
  if (program !== applicationId) found.push({ kind: "other-program", byte: 68, detail: program.toString(16) })
  const layout = bytes.readUInt32BE(60)
  if (layout > layoutVersion) found.push({ kind: "newer", byte: 60, detail: `${layout} > ${layoutVersion}` })
  const pages = bytes.readUInt32BE(24) === bytes.readUInt32BE(92) ? bytes.readUInt32BE(28) : 0
  if (bytes.length < pages * pageSize || bytes.length % pageSize !== 0) {
    found.push({ kind: "cut", byte: bytes.length, detail: `${bytes.length} < ${pages * pageSize}` })
  }
  return found
}

/** Pages of zeros: none of a store is one. */
const ofPages = (bytes: Buffer): ReadonlyArray<Ailment> => {
  const pageSize = pageSizeOf(bytes)
  const zeros = Buffer.alloc(pageSize)
  const found: Array<Ailment> = []
  for (let at = 0; at + pageSize <= bytes.length; at += pageSize) {
    if (!bytes.subarray(at, at + pageSize).equals(zeros)) continue
    found.push({ kind: "zeroed", byte: at, page: at / pageSize + 1, detail: `${pageSize} zeros` })
  }
  return found
}

const ofWal = (path: string): ReadonlyArray<Ailment> => {
  if (!existsSync(path)) return []
  const { brokenAt, committed } = walState(readFileSync(path))
  return brokenAt === undefined ? [] : [{ kind: "wal", byte: brokenAt, detail: `${committed} frames are whole` }]
}

/** Puts the first page of a new store in the place of one that is lost, in the copy. */
const withNewHead = (copy: string, folder: string, bytes: Buffer): void => {
  const fresh = join(folder, "fresh.db")
  createStore(fresh)
  const page = readFileSync(fresh).subarray(0, usualPageSize)
  const pages = Math.floor(bytes.length / usualPageSize)
  page.writeUInt32BE(pages, 28)
  const file = openSync(copy, "r+")
  try {
    writeSync(file, page, 0, page.length, 0)
  } finally {
    closeSync(file)
  }
}

type Visit = (row: SealedRow) => void

/** At its place, and what was stored: as its hash says, where the file has hashes. Throws for what is no event. */
const isIntact = (row: SealedRow, position: number, hashed: boolean): boolean => {
  const leaf = leafHash("sha256", canonicalText(row))
  return row.position === position && (!hashed || row.leaf === leaf)
}

const pageLength = 500

/** Rows in order, as many at once as can be read. */
function* rowsOf(database: DatabaseSync): Generator<SealedRow> {
  const until = Number.MAX_SAFE_INTEGER
  const next = (after: number): ReadonlyArray<SealedRow> => {
    try {
      return sealedRows(database, { after, until, limit: pageLength })
    } catch {
      return sealedRows(database, { after, until, limit: 1 })
    }
  }
  for (let rows = next(0); rows.length > 0; rows = next(rows.at(-1)?.position ?? until)) yield* rows
}

/** Reads the log from its beginning as far as it is what was stored. */
const readPrefix = (database: DatabaseSync, visit: Visit): Diagnosis => {
  let intact = 0
  const broken = (detail: string): Diagnosis => ({
    ailments: [{ kind: "events", position: intact + 1, detail }],
    intact
  })
  try {
    const hashed = hasLeaves(database)
    for (const row of rowsOf(database)) {
      if (!isIntact(row, intact + 1, hashed)) return broken(`${row.stream}@${row.version}`)
      visit(row)
      intact += 1
    }
    return { ailments: [], intact }
  } catch (thrown) {
    return broken(String(thrown))
  }
}

/** What SQLite says of the copy. */
const ofCopy = (copy: string, visit: Visit): Diagnosis => {
  let database: DatabaseSync
  try {
    database = new DatabaseSync(copy)
  } catch (thrown) {
    return { ailments: [{ kind: "inside", detail: String(thrown) }], intact: 0 }
  }
  try {
    const prefix = readPrefix(database, visit)
    return { ...prefix, ailments: [...prefix.ailments, ...inside(database)] }
  } finally {
    database.close()
  }
}

const inside = (database: DatabaseSync): ReadonlyArray<Ailment> => {
  try {
    return examined(database).map(({ detail }) => ({ kind: "inside", detail }))
  } catch (thrown) {
    return [{ kind: "inside", detail: String(thrown) }]
  }
}

/**
 * Diagnoses the store in a file, without changing it; `visit` gets every intact event, in order.
 *
 * @example
 * diagnose("juesuan.db") // { ailments: [{ kind: "zeroed", byte: 8192, page: 3, detail: "4096 zeros" }, …], intact: 117 }
 */
export const diagnose = (path: string, visit: Visit = () => undefined): Diagnosis => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return { ailments: [{ kind: "missing", detail: path }], intact: 0 }
  const bytes = readFileSync(path)
  if (bytes.length === 0) return { ailments: [{ kind: "empty", byte: 0, detail: path }], intact: 0 }
  const ailments = [...ofHead(bytes), ...ofPages(bytes), ...ofWal(`${path}-wal`)]
  const isForeign = ailments.some(({ kind }) => kind === "other-program" || kind === "newer")
  if (isForeign || bytes.length < usualPageSize) return { ailments, intact: 0 }
  const folder = mkdtempSync(join(tmpdir(), "juesuan-doctor-"))
  try {
    const copy = join(folder, "copy.db")
    copyFileSync(path, copy)
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
    if (!hasHead(bytes)) withNewHead(copy, folder, bytes)
    const seen = ofCopy(copy, visit)
    // A foreign file with a store's first page is no store: nothing in it was ever stored.
    return { ailments: [...ailments, ...(hasHead(bytes) || seen.intact > 0 ? seen.ailments : [])], intact: seen.intact }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
