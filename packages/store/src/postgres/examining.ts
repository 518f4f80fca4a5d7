/**
 * 检查账库: whether tables, indexes, triggers, records of commands and the rows of sums of a store in PostgreSQL are what they
 * should be. The server's files are the server's to look after; what the sums come to, `summing.ts` compares with the events.
 */
import type { StructuralDamage } from "../EventLog.ts"
import type { Ask } from "./connecting.ts"

const mostReported = 100

/** What stands in a store's schema beside its rows, by kind; a trigger that is switched off counts as taken away. */
const layoutNames: ReadonlyArray<string> = [
  "function events_are_final",
  "index commands_pkey",
  "index events_by_stream",
  "index events_pkey",
  "index facts_by_position",
  "index sums_pkey",
  "table commands",
  "table events",
  "table juesuan_store",
  "table sums",
  "trigger events_are_never_edited",
  "trigger events_are_never_emptied"
]

/** Rules rewrite statements, and row security hides rows: both would go unseen by whoever only lists tables. */
const namesFound = `
SELECT CASE relkind WHEN 'i' THEN 'index ' WHEN 'r' THEN 'table ' WHEN 'v' THEN 'view ' ELSE 'relation ' END || relname
FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind <> 't'
UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = $1::regnamespace
UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE relnamespace = $1::regnamespace AND NOT tgisinternal AND tgenabled IN ('O', 'A')
UNION ALL SELECT 'rule ' || rulename FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class
WHERE relnamespace = $1::regnamespace AND relkind = 'r'
UNION ALL SELECT 'policy ' || polname FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid
WHERE relnamespace = $1::regnamespace`

const ofLayout = async (ask: Ask, schema: string): Promise<ReadonlyArray<StructuralDamage>> => {
  const found = (await ask<readonly [string]>(namesFound, [`"${schema}"`])).map(([name]) => name).toSorted()
  const missing = layoutNames.filter((name) => !found.includes(name)).map((name) => `${name} is missing`)
  const foreign = found.filter((name) => !layoutNames.includes(name)).map((name) => `${name} does not belong here`)
  return [...missing, ...foreign].map((detail) => ({ kind: "layout", position: undefined, detail }))
}

/** Commands whose events are not there, or are those of another command. */
const ofCommands = async (ask: Ask): Promise<ReadonlyArray<StructuralDamage>> => {
  const found = await ask<readonly [string, number]>(
    `SELECT command_id, first_position FROM commands LEFT JOIN events ON position = first_position
     WHERE first_position <= last_position
       AND (data IS NULL OR strpos(metadata, '"commandId":' || to_json(command_id)::text) = 0)
     ORDER BY first_position LIMIT ${mostReported}`
  )
  return found.map(([detail, position]) => ({ kind: "command", position, detail }))
}

/** Sums of streams that have no events. */
const ofStreams = async (ask: Ask): Promise<ReadonlyArray<StructuralDamage>> => {
  const found = await ask<readonly [string]>(
    `SELECT DISTINCT stream FROM sums WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.stream = sums.stream)
     ORDER BY stream LIMIT ${mostReported}`
  )
  return found.map(([stream]) => ({ kind: "sums", position: undefined, detail: `${stream}: no events` }))
}

/** Everything that is wrong with how a store is kept. */
export const examined = async (ask: Ask, schema: string): Promise<ReadonlyArray<StructuralDamage>> => [
  ...(await ofLayout(ask, schema)),
  ...(await ofCommands(ask)),
  ...(await ofStreams(ask))
]
