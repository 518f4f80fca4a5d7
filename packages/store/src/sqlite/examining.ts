/** 检查账库文件: whether its pages, indexes, tables, triggers and commands are what they should be; takes as long as the file is large. */
import type { DatabaseSync } from "node:sqlite"
import type { StructuralDamage } from "../EventLog.ts"
import { layoutNames } from "./layout.ts"

const mostReported = 100

const column = (database: DatabaseSync, sql: string): ReadonlyArray<unknown> =>
  database
    .prepare(sql)
    .all()
    .map((row) => Object.values(row)[0])

/** What SQLite itself finds wrong with pages and indexes. */
const ofFile = (database: DatabaseSync): ReadonlyArray<StructuralDamage> =>
  column(database, `PRAGMA integrity_check(${mostReported})`)
    .map(String)
    .filter((line) => line !== "ok")
    .map((detail) => ({ kind: "file", position: undefined, detail }))

/** What is missing or does not belong: a trigger that was taken away is a trace of somebody who wanted to edit. */
const ofLayout = (database: DatabaseSync): ReadonlyArray<StructuralDamage> => {
  const found = column(
    database,
    "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
  ).map(String)
  const missing = layoutNames.filter((name) => !found.includes(name)).map((name) => `${name} is missing`)
  const foreign = found.filter((name) => !layoutNames.includes(name)).map((name) => `${name} does not belong here`)
  return [...missing, ...foreign].map((detail) => ({ kind: "layout", position: undefined, detail }))
}

/** Commands whose events are not there, or are those of another command. */
const ofCommands = (database: DatabaseSync): ReadonlyArray<StructuralDamage> => {
  const statement = database.prepare(
    `SELECT command_id, first_position FROM commands LEFT JOIN events ON position = first_position
     WHERE first_position <= last_position
       AND (data IS NULL OR json_valid(metadata) AND metadata ->> '$.commandId' IS NOT command_id)
     LIMIT ${mostReported}`
  )
  return statement.all().map((row) => ({
    kind: "command",
    position: Number(row["first_position"]),
    detail: String(row["command_id"])
  }))
}

/** Everything that is wrong with a file, as one connection sees it. */
export const examined = (database: DatabaseSync): ReadonlyArray<StructuralDamage> => [
  ...ofFile(database),
  ...ofLayout(database),
  ...ofCommands(database)
]
