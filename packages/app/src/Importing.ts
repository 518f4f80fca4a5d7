/**
 * 导入: a file of rows or an exported log, all of it or none. Every faulty row is named; a row that was imported before is
 * known by its content and changes nothing, so a file can be imported again, or again with more rows.
 */
import { createHash } from "node:crypto"
import {
  type Fault,
  gather,
  isLogLine,
  jsonOf,
  LineUnreadable,
  linesOf,
  peek,
  readRows,
  type RequestRow,
  type RowFile
} from "@juesuan/documents"
import { type AppendCommand, domainCodec, type EventLog, memoryLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { AppError, fromLog, type Issue } from "./AppError.ts"
import type { ImportFile, ImportOptions } from "./Books.ts"
import { type Asked, Deciding, type StreamStates } from "./Deciding.ts"
import type { Imported } from "./json/events.ts"
import { ReportProgress, scopesHeld } from "./Question.ts"
import { digestOf, requestOf, takeOver } from "./Recording.ts"

const faulty = (file: string, issues: ReadonlyArray<Issue>): AppError =>
  new AppError({
    category: issues.every(({ code }) => code !== "RefusedByRules") ? "usage" : "notAllowed",
    code: "ImportFaulty",
    details: { file, faults: issues.length },
    issues,
    says: {
      zh: `${file} 有 ${issues.length} 处错误，没有入账任何一行。请逐处更正后再导入。`,
      en: `${file} has ${issues.length} ${issues.length === 1 ? "fault" : "faults"}; no row was stored. Correct and import again.`
    }
  })

const issueOf = ({ code, column, expected, file, found, line, says }: Fault): Issue => ({
  file,
  code,
  says,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
  ...(found === undefined ? {} : { found }),
  ...(expected === undefined ? {} : { expected })
})

/** What was wrong with the request of a row, with the row's place. */
const issuesAt = (file: string, line: number, error: AppError): ReadonlyArray<Issue> =>
  error.issues.length > 0
    ? error.issues.map((issue) => ({ ...issue, file, line }))
    : [{ file, line, code: error.category === "usage" ? error.code : "RefusedByRules", says: error.says }]

const failed = (faults: ReadonlyArray<Fault>, file: string): AppError => faulty(file, faults.map(issueOf))

/** A row's own id, else one made of its content and of how many equal rows stand above it. */
const commandIdOf = (asked: Asked, row: RequestRow, seen: Map<string, number>): string => {
  if (row.commandId !== undefined) return row.commandId
  const content = createHash("sha256").update(digestOf(asked)).digest("hex")
  const occurrence = (seen.get(content) ?? 0) + 1
  seen.set(content, occurrence)
  return `import:${content}:${occurrence}`
}

/** Whose books a row is for where it does not say so: as the user says, else the only year held. */
const scopeOf = (log: EventLog, { unit, year }: ImportOptions) =>
  Effect.map(
    fromLog(() => log.streams()),
    (streams) => {
      const [only, another] = scopesHeld(streams)
      const held = another === undefined ? only : undefined
      return { unit: unit ?? held?.unit ?? "", year: year ?? held?.year }
    }
  )

interface Decided {
  readonly commands: ReadonlyArray<AppendCommand>
  readonly present: number
}

const decideRows = (
  { log, states }: { readonly log: EventLog; readonly states: StreamStates },
  file: string,
  rows: ReadonlyArray<RequestRow>,
  options: ImportOptions
): Effect.Effect<Decided, AppError> =>
  Effect.gen(function* () {
    const deciding = new Deciding(log, states)
    const scope = yield* scopeOf(log, options)
    const report = yield* ReportProgress
    const seen = new Map<string, number>()
    const issues: Array<Issue> = []
    const commands: Array<AppendCommand> = []
    let present = 0
    for (const [index, row] of rows.entries()) {
      const one = Effect.gen(function* () {
        const request = yield* requestOf(row.kind, row.data)
        const { evidence, project } = row
        const asked: Asked = { request, unit: row.unit ?? scope.unit, year: row.year ?? scope.year, project, evidence }
        const commandId = commandIdOf(asked, row, seen)
        const requestDigest = digestOf(asked)
        if ((yield* fromLog(() => log.answered(commandId, requestDigest))) !== undefined) {
          present += 1
          return
        }
        const batches = yield* deciding.decide(asked)
        commands.push({ batches, actor: row.actor ?? options.actor, commandId, requestDigest })
      })
      const outcome = yield* Effect.result(one)
      if (Result.isFailure(outcome)) issues.push(...issuesAt(file, row.line, outcome.failure))
      report({ work: "import", done: index + 1, total: rows.length })
    }
    if (issues.length > 0) return yield* Effect.fail(faulty(file, issues))
    return { commands, present }
  })

const importRows =
  (log: EventLog, states: StreamStates, file: string, options: ImportOptions) =>
  ({ content, rows }: RowFile): Effect.Effect<Imported, AppError> =>
    Effect.gen(function* () {
      const dryRun = options.dryRun === true
      const { commands, present } = yield* decideRows({ log, states }, file, rows, options)
      const answer = { file, content, rows: rows.length, present, dryRun }
      if (dryRun || commands.length === 0) return { ...answer, stored: 0 }
      const appended = yield* fromLog(() => log.appendCommands(commands))
      for (const each of appended) takeOver(states, each)
      const events = appended.flatMap((each) => each.events)
      const positions = { first: events[0]?.position ?? 0, last: events.at(-1)?.position ?? 0 }
      return { ...answer, stored: events.length, positions }
    })

async function* envelopesOf(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  for await (const line of linesOf(file, bytes)) {
    const parsed = jsonOf(file, line)
    if (Result.isFailure(parsed)) throw new LineUnreadable(parsed.failure)
    yield parsed.success
  }
}

/** The log as it stands, then what would come: for a trial in memory. */
async function* followedBy(log: EventLog, envelopes: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  for (let after = 0; ; ) {
    const page = await log.readVerbatim({ after })
    const last = page.at(-1)
    if (last === undefined) break
    yield* page
    after = last.position
  }
  yield* envelopes
}

const importLog = (
  log: EventLog,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  dryRun: boolean
): Effect.Effect<Imported, AppError> =>
  Effect.gen(function* () {
    const report = yield* ReportProgress
    const onProgress = (done: number, total: number): void => report({ work: "import", done, total })
    const before = yield* fromLog(() => log.lastPosition())
    const trial = memoryLog({ codec: domainCodec, now: () => "1970-01-01T00:00:00.000Z" })
    const imported = yield* Effect.tryPromise({
      try: () =>
        dryRun
          ? trial.importEvents(followedBy(log, envelopesOf(file, bytes)))
          : log.importEvents(envelopesOf(file, bytes), { onProgress }),
      catch: (thrown) => thrown
    }).pipe(
      Effect.catch((thrown) =>
        thrown instanceof LineUnreadable
          ? Effect.fail(failed([thrown.fault], file))
          : fromLog(() => Promise.reject(thrown))
      )
    )
    const stored = dryRun ? 0 : imported.stored
    const rows = dryRun ? imported.stored + imported.present - before : imported.stored + imported.present
    const positions = stored === 0 ? {} : { positions: { first: before + 1, last: before + stored } }
    return { file, content: "log", rows, stored, present: imported.present, dryRun, ...positions }
  })

/** Imports a file, recognised by its head unless its content is named. */
export const importing =
  (log: EventLog, states: StreamStates) =>
  ({ bytes, content, name }: ImportFile, options: ImportOptions = {}): Effect.Effect<Imported, AppError> =>
    Effect.gen(function* () {
      const peeked = yield* Effect.promise(() => peek(bytes))
      if (content === "log" || (content === undefined && isLogLine(peeked.firstLine))) {
        return yield* importLog(log, name, peeked.bytes, options.dryRun === true)
      }
      const gathered = yield* Effect.promise(() => gather(name, peeked.bytes))
      const whole = yield* Effect.fromResult(Result.mapError(gathered, (fault) => failed([fault], name)))
      const read = Result.mapError(readRows(name, whole, content), (faults) => failed(faults, name))
      return yield* Effect.flatMap(Effect.fromResult(read), importRows(log, states, name, options))
    })
