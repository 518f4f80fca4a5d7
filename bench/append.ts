/**
 * Durable appends and replay, against bare node:sqlite in the same process: the same file layout (tables, index, triggers,
 * WAL, full synchronisation) and the same bytes. The year decides on every payment (codes, dates, what its budget line has
 * left); the log decodes, serialises and hashes every event, checks versions, assigns times; the floor only inserts rows
 * that are ready. Ratios are floor time over log time, medians of interleaved rounds: 1 is as fast as the floor. Ends with
 * an error if the two files do not hold the same rows, never because of a time.
 *
 *   node bench/append.ts [rounds]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import { type DomainEvent, unitFold, yearContext, yearDecider, type YearEvent, yearFold } from "@juesuan/domain"
import { domainCodec, type NewEvent, sqliteLog } from "@juesuan/store"
import * as Result from "effect/Result"

interface Case {
  readonly name: string
  readonly events: number
  readonly perAppend: number
  readonly withCommandIds: boolean
  readonly decided: boolean
  readonly target: string
}

const oneByOne = { events: 4000, perAppend: 1, target: "≥ 0.8" }
const byHundred = { events: 60_000, perAppend: 100, target: "≥ 0.5" }
const cases: ReadonlyArray<Case> = [
  { name: "one by one", ...oneByOne, withCommandIds: false, decided: true },
  { name: "one by one, with command ids", ...oneByOne, withCommandIds: true, decided: true },
  { name: "by 100", ...byHundred, withCommandIds: false, decided: true },
  { name: "by 100, decided before", ...byHundred, withCommandIds: false, decided: false }
]

const rounds = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), "juesuan-bench-append-"))
const stream = "year-023001-2024"

const payment = (index: number) => ({
  type: "PaymentMade" as const,
  data: {
    occurredOn: `2024-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
    fund: "general-public-budget" as const,
    functional: "2010306" as const,
    economic: "30201" as const,
    kind: index % 3 === 0 ? ("project" as const) : ("basic" as const),
    ...(index % 3 === 0 && { project: `P${index % 200}` }),
    amount: `${1 + ((index * 7919) % 10_000)}.${String(index % 100).padStart(2, "0")}`,
    payee: "某某印章制作服务部",
    summary: `支付第 ${index} 笔印章制作费`
  },
  metadata: { evidence: `记-${index}` }
})

/** The year that decides: its projects listed, its budget lines approved with more than all payments take. */
const openedYear = () => {
  const line = { fund: "general-public-budget", functional: "2010306" } as const
  const approval = { occurredOn: "2024-01-01", approved: "999999999.00", approval: "批复1号" }
  const projects = Array.from({ length: 200 }, (_, index) => `P${index}`)
  const events: ReadonlyArray<YearEvent> = [
    { type: "YearOpened", data: { occurredOn: "2024-01-01", carryovers: [] } },
    { type: "InitialBudgetApproved", data: { ...approval, ...line, kind: "basic" } },
    ...projects.flatMap(
      (project): ReadonlyArray<YearEvent> => [
        { type: "ProjectListed", data: { occurredOn: "2024-01-01", project, name: project } },
        { type: "InitialBudgetApproved", data: { ...approval, ...line, kind: "project", project } }
      ]
    )
  ]
  const registered = {
    type: "UnitRegistered",
    data: {
      occurredOn: "2020-01-01",
      name: "某局",
      department: { code: "023", name: "某局" },
      jurisdiction: "shanxi"
    }
  } as const
  const unit = unitFold.evolve(unitFold.initialState(), registered)
  const context = Result.getOrThrow(yearContext(unit, { unit: "023001", year: 2024 }))
  const decider = yearDecider(context)
  let state = events.reduce(yearFold.evolve, yearFold.initialState())
  return (payments: ReadonlyArray<ReturnType<typeof payment>>): ReadonlyArray<NewEvent<DomainEvent>> =>
    payments.flatMap(({ data, metadata, type }) => {
      const decided = Result.getOrThrow(decider.decide({ type, data }, state))
      state = decided.reduce(decider.evolve, state)
      return decided.map((event) => ({ ...event, metadata }) as NewEvent<DomainEvent>)
    })
}

/** A clock that gives the same times in every round. */
const clock = () => {
  let time = Date.parse("2024-01-01T00:00:00.000Z")
  return () => new Date((time += 1000)).toISOString()
}

const newFile = (() => {
  let count = 0
  return () => join(folder, `${(count += 1)}.db`)
})()

const open = (file: string) => sqliteLog(file, { codec: domainCodec, now: clock(), access: "write" })

/** What work takes: seconds on the clock, and of this thread's processor time, which other programs disturb less. */
interface Spent {
  readonly seconds: number
  readonly processor: number
}

const stopwatch = (): (() => Spent) => {
  const [clock, used] = [performance.now(), process.threadCpuUsage()]
  return () => {
    const { system, user } = process.threadCpuUsage(used)
    return { seconds: (performance.now() - clock) / 1000, processor: (user + system) / 1e6 }
  }
}

/** What the log takes, with the file it leaves. */
const runLog = async ({ decided, events, perAppend, withCommandIds }: Case) => {
  const file = newFile()
  const log = open(file)
  const all = Array.from({ length: events }, (_, index) => payment(index))
  const decide = decided ? openedYear() : (payments: typeof all) => payments
  const spent = stopwatch()
  for (let done = 0; done < events; done += perAppend) {
    const payments = decide(all.slice(done, done + perAppend))
    await log.appendToStreams([{ stream, expectedVersion: done, events: payments }], {
      actor: "会计",
      ...(withCommandIds && { commandId: `voucher-${done}`, requestDigest: "4bf5122f344554c53bde2ebb8cd2b7e3" })
    })
  }
  const took = spent()
  await log.close()
  return { ...took, file }
}

type Row = ReadonlyArray<SQLInputValue>

const rowsOf = (file: string, table: string): ReadonlyArray<Row> => {
  const database = new DatabaseSync(file, { readOnly: true })
  const statement = database.prepare(`SELECT * FROM ${table} ORDER BY 1`)
  statement.setReturnArrays(true)
  const rows = statement.all() as unknown as ReadonlyArray<Row>
  database.close()
  return rows
}

/** What node:sqlite takes to insert the rows, in transactions of the same size, into a store made the same way. */
const runFloor = async ({ perAppend }: Case, events: ReadonlyArray<Row>, commands: ReadonlyArray<Row>) => {
  const file = newFile()
  await open(file).close()
  const database = new DatabaseSync(file)
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
  const begin = database.prepare("BEGIN IMMEDIATE")
  const commit = database.prepare("COMMIT")
  const insertEvent = database.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
  const insertCommand = database.prepare("INSERT INTO commands VALUES (?, ?, ?, ?)")
  const commandAt = new Map(commands.map((row) => [row[2], row]))
  const spent = stopwatch()
  for (let done = 0; done < events.length; done += perAppend) {
    begin.run()
    for (const row of events.slice(done, done + perAppend)) insertEvent.run(...row)
    const command = commandAt.get(done + 1)
    if (command !== undefined) insertCommand.run(...command)
    commit.run()
  }
  const took = spent()
  database.close()
  return { ...took, file }
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const assertSameRows = (one: string, other: string): void => {
  for (const table of ["events", "commands"]) {
    if (JSON.stringify(rowsOf(one, table)) !== JSON.stringify(rowsOf(other, table))) {
      throw new Error(`the two stores differ in ${table}: ${one} ${other}`)
    }
  }
}

interface Rounds {
  readonly log: ReadonlyArray<Spent>
  readonly floor: ReadonlyArray<Spent>
}

const report = (name: string, target: string, count: number, { log, floor }: Rounds): void => {
  const ratio = (of: keyof Spent) =>
    median(floor.map((spent, round) => spent[of] / (log[round]?.[of] ?? Number.NaN))).toFixed(2)
  const perSecond = (rounds: ReadonlyArray<Spent>) =>
    Math.round(count / median(rounds.map(({ seconds }) => seconds)))
      .toLocaleString("en")
      .padStart(9)
  const rates = `log ${perSecond(log)}/s   node:sqlite ${perSecond(floor)}/s`
  console.log(
    `${name.padEnd(30)} ${rates}   ratio ${ratio("seconds")}  (target ${target}; processor ${ratio("processor")})`
  )
}

/** Replay of a file, against reading the same columns of the same pages and parsing the data. */
const runReplay = async (file: string) => {
  const log = sqliteLog(file, { codec: domainCodec, now: clock(), access: "read" })
  const database = new DatabaseSync(file, { readOnly: true })
  const statement = database.prepare(
    "SELECT position, stream, version, type, schema_version, recorded_at, data FROM events WHERE position > ? ORDER BY position LIMIT 1000"
  )
  statement.setReturnArrays(true)
  const [ours, floors]: [Array<Spent>, Array<Spent>] = [[], []]
  let count = 0
  for (let round = 0; round < rounds; round += 1) {
    let spent = stopwatch()
    let [visited, floor] = [0, 0]
    for await (const page of log.replay()) {
      for (const { data } of page) visited += "amount" in data ? 1 : 0
    }
    ours.push(spent())
    spent = stopwatch()
    for (;;) {
      const page = statement.all(floor) as unknown as ReadonlyArray<readonly [number, ...Array<string>]>
      if (page.length === 0) break
      for (const row of page) floor += "amount" in JSON.parse(row[6] ?? "") ? 1 : 0
    }
    floors.push(spent())
    if (visited !== floor) throw new Error(`replay visited ${visited} events, the file has ${floor}`)
    count = visited
  }
  database.close()
  await log.close()
  report("replay", "none", count, { log: ours, floor: floors })
}

try {
  let largest = ""
  for (const one of cases) {
    const sample = await runLog(one)
    const [events, commands] = [rowsOf(sample.file, "events"), rowsOf(sample.file, "commands")]
    const [ours, floors]: [Array<Spent>, Array<Spent>] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      const log = await runLog(one)
      const floor = await runFloor(one, events, commands)
      assertSameRows(log.file, floor.file)
      ours.push(log)
      floors.push(floor)
    }
    report(one.name, one.target, one.events, { log: ours, floor: floors })
    largest = sample.file
  }
  await runReplay(largest)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
