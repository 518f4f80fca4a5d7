/**
 * 导入行: a file of requests, decided one after the other and stored in one transaction. A row that was imported before is
 * known by its content and changes nothing.
 */
import { createHash } from "node:crypto"
import type { RequestRow, RowFile } from "@juesuan/documents"
import type { AppendCommand, Appended, EventLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog, type Issue, refusal } from "./AppError.ts"
import type { ImportOptions } from "./Books.ts"
import { type Asked, Deciding, type StreamStates } from "./Deciding.ts"
import { faulty, issuesAt } from "./ImportFaults.ts"
import type { Imported } from "./json/events.ts"
import { positionsOf } from "./Positions.ts"
import { ReportProgress, settleTarget, type Target, targetUnit } from "./Question.ts"
import { digestOf, requestOf, takeOver } from "./Recording.ts"

/** A row's own id, else one made of its content and of how many equal rows stand above it. */
const commandIdOf = (asked: Asked, row: RequestRow, seen: Map<string, number>): string => {
  if (row.commandId !== undefined) return row.commandId
  const content = createHash("sha256").update(digestOf(asked)).digest("hex")
  const occurrence = (seen.get(content) ?? 0) + 1
  seen.set(content, occurrence)
  return `import:${content}:${occurrence}`
}

const actorMissing = (): AppError =>
  refusal(
    "usage",
    "ActorMissing",
    {},
    {
      zh: "缺少经办人：请用 --actor 写明，或在行里写 actor",
      en: "the actor is missing: say who with --actor, or write actor in the row"
    }
  )

interface Decided {
  readonly commands: ReadonlyArray<AppendCommand>
  /** What rows stored when they were imported before. */
  readonly present: ReadonlyArray<Appended>
}

interface Books {
  readonly log: EventLog
  readonly states: StreamStates
}

/** Rows decided one after the other, each upon what the rows before it will have changed. */
class RowsDeciding {
  readonly commands: Array<AppendCommand> = []
  readonly present: Array<Appended> = []
  readonly #log: EventLog
  readonly #deciding: Deciding
  readonly #target: Target
  readonly #actor: string | undefined
  readonly #seen = new Map<string, number>()

  constructor({ log, states }: Books, target: Target, actor: string | undefined) {
    this.#log = log
    this.#deciding = new Deciding(log, states)
    this.#target = target
    this.#actor = actor
  }

  decide(row: RequestRow): Effect.Effect<void, AppError> {
    return Effect.gen({ self: this }, function* () {
      const request = yield* requestOf(row.kind, row.data)
      const unit = row.unit ?? (yield* targetUnit(this.#target))
      const { evidence, project, year = this.#target.year } = row
      const actor = row.actor ?? this.#actor
      if (actor === undefined) return yield* Effect.fail(actorMissing())
      const asked: Asked = { request, unit, year, project, evidence }
      const commandId = commandIdOf(asked, row, this.#seen)
      const requestDigest = digestOf(asked)
      const before = yield* fromLog(() => this.#log.answered(commandId, requestDigest))
      if (before === undefined) {
        const batches = yield* this.#deciding.decide(asked)
        this.commands.push({ batches, actor, commandId, requestDigest })
      } else this.present.push(before)
    })
  }
}

const decideRows = (
  books: Books,
  file: string,
  rows: ReadonlyArray<RequestRow>,
  options: ImportOptions
): Effect.Effect<Decided, AppError> =>
  Effect.gen(function* () {
    const target = settleTarget(options, yield* fromLog(() => books.log.streams()))
    const deciding = new RowsDeciding(books, target, options.actor)
    const report = yield* ReportProgress
    const issues: Array<Issue> = []
    for (const [index, row] of rows.entries()) {
      const outcome = yield* Effect.result(deciding.decide(row))
      if (Result.isFailure(outcome)) {
        // Not the row's fault: the file is tried again, or given up.
        if (outcome.failure.category === "failure") return yield* Effect.fail(outcome.failure)
        issues.push(...issuesAt(file, row.line, outcome.failure))
      }
      report({ work: "import", done: index + 1, total: rows.length })
    }
    return issues.length > 0 ? yield* Effect.fail(faulty(file, issues)) : deciding
  })

/** So many times a file is decided anew when other writers were faster; then the conflict is the caller's. */
const attempts = 8

/** Imports rows that were read. */
export const importRows =
  (books: Books, file: string, options: ImportOptions) =>
  ({ content, rows }: RowFile): Effect.Effect<Imported, AppError> => {
    const dryRun = options.dryRun === true
    const once = Effect.gen(function* () {
      const { commands, present } = yield* decideRows(books, file, rows, options)
      const answer = { file, content, rows: rows.length, present: present.length, dryRun }
      const appended = dryRun || commands.length === 0 ? [] : yield* fromLog(() => books.log.appendCommands(commands))
      for (const each of appended) takeOver(books.states, each)
      const stored = appended.flatMap(({ events }) => events)
      return {
        ...answer,
        stored: stored.length,
        ...positionsOf([...present.flatMap(({ events }) => events), ...stored])
      }
    })
    return Effect.retry(once, { times: attempts, while: ({ code }) => code === "ConcurrencyConflict" })
  }
