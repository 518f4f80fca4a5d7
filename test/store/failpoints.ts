/**
 * R2: a program that ends itself at a named point of an append, of making a store, or of bringing one to the current
 * layout. What it had not acknowledged is there whole or not at all, and which of the two is known for every point.
 */
import { DatabaseSync } from "node:sqlite"
import { canonicalText, leafHash } from "@juesuan/store"
import { expect } from "vitest"
import type { Point } from "./interception.ts"
import { wholeCommands } from "./kills.ts"
import { openFile, openPlace, systemClock } from "./opening.ts"
import { died, start } from "./programs.ts"

/** A point in the course of the n-th command of a program; whether that command is stored then. */
export interface AppendPoint {
  readonly name: string
  readonly when: Point["when"]
  readonly statement: string
  /** How many of these statements an append has, and the one that counts, from 1. */
  readonly perAppend: number
  readonly which: number
  readonly isStored: boolean
}

const at = (
  name: string,
  [when, statement]: readonly [Point["when"], string],
  isStored: boolean,
  [which, perAppend]: readonly [number, number] = [1, 1]
): AppendPoint => ({ name, when, statement, isStored, which, perAppend })

export const filePoints: ReadonlyArray<AppendPoint> = [
  at("事务开始前", ["before", "BEGIN IMMEDIATE"], false),
  at("事务开始后", ["after", "BEGIN IMMEDIATE"], false),
  at("写入第一个事件后", ["after", "INSERT INTO events"], false, [1, 3]),
  at("写入第二个事件后", ["after", "INSERT INTO events"], false, [2, 3]),
  at("写入第三个事件后", ["after", "INSERT INTO events"], false, [3, 3]),
  at("写入命令记录后", ["after", "INSERT OR REPLACE INTO commands"], false),
  at("提交前", ["before", "COMMIT"], false),
  at("提交后", ["after", "COMMIT"], true),
  at("确认前", ["before", "acknowledge"], true),
  at("确认后", ["after", "acknowledge"], true)
]

/** The sums are what a server keeps beside the events: its projection. */
export const serverPoints: ReadonlyArray<AppendPoint> = [
  at("事务开始前", ["before", "BEGIN"], false),
  at("取得写锁后", ["after", "SELECT pg_advisory_xact_lock"], false),
  at("写入事件后", ["after", "INSERT INTO events"], false),
  at("写入汇总数后", ["after", "INSERT INTO sums"], false),
  at("写入命令记录后", ["after", "INSERT INTO commands"], false),
  at("提交前", ["before", "COMMIT"], false),
  at("提交后", ["after", "COMMIT"], true),
  at("确认后", ["after", "acknowledge"], true)
]

/**
 * Lets a program append from command `stored + 1` on and end itself at the point in its `round`-th command; answers how many
 * commands are stored then, having compared that with what must be.
 */
export const endedAt = async (
  location: string,
  { isStored, name, perAppend, statement, when, which }: AppendPoint,
  { round, stored }: { readonly round: number; readonly stored: number }
): Promise<number> => {
  // Setting a store up takes locks too; only statements that begin exactly like this are counted, so that these are few.
  const extra = (await preludeOf(location)).get(statement) ?? 0
  const count = String(extra + (round - 1) * perAppend + which)
  const numbers = await died(start("failing", location, String(stored + 1), when, statement, count))
  const before = stored + round - 1
  const isAcknowledged = when === "after" && statement === "acknowledge"
  expect(numbers.length, name).toBe(isAcknowledged ? round : round - 1)
  const log = openPlace(location)
  // Waits until a server has noticed that the program is gone.
  await log.appendToStreams([])
  const commands = await wholeCommands(log)
  await log.close()
  expect(commands, name).toBe(isStored ? before + 1 : before)
  return commands
}

/** How often statements occur while a store that exists is opened. */
const preludeOf = async (location: string): Promise<ReadonlyMap<string, number>> =>
  location.startsWith("postgres:") ? new Map() : new Map([["BEGIN IMMEDIATE", 1]])

/** Points of making a store and of bringing one of layout 1 to the current one. */
export const creationPoints: ReadonlyArray<Point & { readonly name: string }> = [
  { name: "建表前", when: "before", statement: "BEGIN; \nCREATE TABLE", count: 1 },
  { name: "建表后", when: "after", statement: "BEGIN; \nCREATE TABLE", count: 1 },
  { name: "取名前", when: "before", statement: "link", count: 1 },
  { name: "取名后", when: "after", statement: "link", count: 1 }
]

export const migrationPoints: ReadonlyArray<Point & { readonly name: string }> = [
  { name: "升级事务开始前", when: "before", statement: "BEGIN IMMEDIATE", count: 1 },
  { name: "升级事务开始后", when: "after", statement: "BEGIN IMMEDIATE", count: 1 },
  { name: "升级到一半", when: "after", statement: "leaf_of", count: 12 },
  { name: "升级提交前", when: "before", statement: "COMMIT", count: 1 },
  { name: "升级提交后", when: "after", statement: "COMMIT", count: 1 }
]

/** Ends a program at a point while it makes a store; the next program uses what is there, or makes its own. */
export const creationEndedAt = async (file: string, { count, statement, when }: Point): Promise<void> => {
  expect(await died(start("failing", file, "1", when, statement, String(count)))).toEqual([])
  const log = openFile(file)
  expect(await wholeCommands(log)).toBe(0)
  await log.close()
}

/** Ends a program at a point while it brings a store of layout 1 up to date: it is of the old layout or of the new one, its 24 events untouched. */
export const migrationEndedAt = async (file: string, { count, name, statement, when }: Point & { name: string }) => {
  const before = openFile(file, systemClock, "read")
  const events = await before.readVerbatim()
  await before.close()
  expect(await died(start("failing", file, "1", when, statement, String(count)))).toEqual([])
  const database = new DatabaseSync(file, { readOnly: true })
  const layout = database.prepare("PRAGMA user_version").get()?.["user_version"]
  const columns = database.prepare("SELECT count(*) AS n FROM pragma_table_info('events') WHERE name = 'leaf'").get()
  database.close()
  const isDone = when === "after" && statement === "COMMIT"
  expect([layout, columns?.["n"]], name).toEqual(isDone ? [2, 1] : [1, 0])
  const log = openFile(file)
  expect(await log.readVerbatim()).toEqual(events)
  for (const row of await log.readSealed()) expect(row.leaf).toBe(leafHash("sha256", canonicalText(row)))
  await log.close()
}
