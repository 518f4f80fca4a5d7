/** An `EventLog` made of a backend: what is the same for all of them is said here, once. */
import { setImmediate as breathe } from "node:timers/promises"
import { parseEventId } from "@juesuan/domain"
import { type Outcome, plan, prepare, sameRequest } from "./appending.ts"
import type { Backend, FullEventRow, Span, StoredCommand } from "./Backend.ts"
import { emmettStore } from "./EmmettStore.ts"
import { type RowReader, rowReader } from "./Envelope.ts"
import type {
  AppendCommand,
  Appended,
  EventLog,
  EventRow,
  FoldableEvent,
  LogEvent,
  LogRange,
  PageRequest,
  Progress,
  RecordedEvent
} from "./EventLog.ts"
import { importInto } from "./importing.ts"
import { sumsExamined } from "./sums-examining.ts"
import { summedBy, summingBackend } from "./summing.ts"
import { StoreDamaged } from "./StoreError.ts"
import type { EventCodec } from "./upcasting.ts"

/** What a log is opened with: how events are decoded, and the clock, as an ISO instant in UTC with milliseconds. */
export interface LogOptions<E extends LogEvent> {
  readonly codec: EventCodec<E>
  readonly now: () => string
}

/** How many events a page holds where nobody says otherwise. */
const pageLength = 1000

/** The defaults filled in. There are no more events than places, so that a page never touches what lies behind it. */
const spanOf = ({ after = 0, until = Number.MAX_SAFE_INTEGER, limit = pageLength }: PageRequest = {}): Span => {
  const start = Math.max(0, after)
  return { after: start, until, limit: Math.max(0, Math.min(limit, until - start, Number.MAX_SAFE_INTEGER)) }
}

type Answers<E extends LogEvent> = Pick<EventLog<E>, "appendToStreams" | "appendCommands" | "answered" | "importEvents">
type Questions<E extends LogEvent> = Omit<
  EventLog<E>,
  keyof Answers<E> | "summed" | "examine" | keyof ReturnType<typeof emmettStore>
>

/** The log kept by a backend. */
export const logOf = <E extends LogEvent>(plain: Backend, options: LogOptions<E>): EventLog<E> => {
  const read = rowReader(plain.path, options.codec)
  const backend = summingBackend(plain, read, options.codec)
  const summed = summedBy(backend, read, options.codec)
  const examine = async () => [...(await backend.examine()), ...(await sumsExamined(backend, read, options.codec))]
  const own = { ...questions(backend, read), ...answers(backend, options), summed, examine }
  return { ...own, ...emmettStore(own) }
}

/** What changes the log, and what it was answered. */
const answers = <E extends LogEvent>(backend: Backend, { codec, now }: LogOptions<E>): Answers<E> => {
  const read = rowReader(backend.path, codec)
  const answerAgain = async (
    rows: Backend["rows"],
    { commandId, first, last }: StoredCommand
  ): Promise<Appended<E>> => {
    const stored = await rows({ after: first - 1, until: last, limit: last - first + 1 })
    const events = stored.map(read.recorded).filter(({ metadata }) => metadata.commandId === commandId)
    return { events, repeated: true }
  }

  const appendCommands = async (commands: ReadonlyArray<AppendCommand<E>>): Promise<ReadonlyArray<Appended<E>>> => {
    const prepared = commands.map((command) => prepare(codec, command))
    const streams = new Set(prepared.flatMap(({ batches }) => batches.map(({ stream }) => stream)))
    const commandIds = new Set(prepared.flatMap(({ commandId }) => (commandId === undefined ? [] : [commandId])))
    return backend.transact(async (transaction) => {
      const standing = await transaction.standing(streams, commandIds)
      const { additions, outcomes } = plan<E>(prepared, standing, now())
      await transaction.add(additions)
      const answer = async (outcome: Outcome<E>) =>
        outcome._tag === "Carried" ? outcome.appended : answerAgain(transaction.rows, outcome.command)
      return Promise.all(outcomes.map(answer))
    })
  }

  return {
    appendCommands,
    appendToStreams: async (batches, options = {}) => {
      const [appended] = await appendCommands([{ ...options, batches }])
      return appended ?? { events: [], repeated: false }
    },
    answered: async (commandId, requestDigest) => {
      const command = await backend.command(commandId)
      return command && answerAgain(backend.rows, sameRequest(command, requestDigest))
    },
    importEvents: (envelopes, options = {}) =>
      backend.transact((transaction) => importInto(transaction, codec, envelopes, options))
  }
}

/** What is asked of the log. */
const questions = <E extends LogEvent>(backend: Backend, read: RowReader<E>): Questions<E> => {
  const page = async <Row extends EventRow>(
    request: PageRequest | undefined,
    rows: (span: Span, streams?: ReadonlyArray<string>) => Promise<ReadonlyArray<Row>>
  ) => {
    const span = spanOf(request)
    const found = await rows(span, request?.streams)
    if (request?.streams === undefined) assertGapless(backend.path, span.after, found)
    return found
  }
  const readAll = async (request?: PageRequest) => (await page(request, backend.rows)).map(read.recorded)

  const readStreamPage: EventLog<E>["readStreamPage"] = async (stream, request) => {
    const version = await backend.versionOf(stream)
    const span = spanOf({ ...request, until: Math.min(request?.until ?? version, version) })
    const rows = span.limit > 0 ? await backend.streamRows(stream, span) : []
    return { version, events: rows.map(read.recorded) }
  }

  const eventOf = async (reference: string | number): Promise<RecordedEvent<E> | undefined> => {
    if (typeof reference === "number") {
      const isPosition = Number.isSafeInteger(reference) && reference > 0
      return isPosition ? (await readAll({ after: reference - 1, until: reference, limit: 1 }))[0] : undefined
    }
    const id = parseEventId(reference)
    return id && (await readStreamPage(id.stream, { after: id.version - 1, until: id.version, limit: 1 })).events[0]
  }

  return {
    readAll,
    readVerbatim: async (request) => (await page<FullEventRow>(request, backend.rows)).map(read.verbatim),
    readRows: (request) => page(request, backend.bareRows),
    readSealed: (request) => backend.sealedRows(spanOf(request)),
    readPlaces: (after, limit = pageLength) => backend.places(after, limit),
    replay: (range, onProgress) => replay(backend, read, range, onProgress),
    readStreamPage,
    event: eventOf,
    lastPosition: async () => (await backend.end()).position,
    positionKnownAt: (instant) => positionKnownAt(backend, new Date(instant).toISOString()),
    streamVersion: backend.versionOf,
    streams: backend.streams,
    close: backend.close
  }
}

/** Positions have no gaps: a page that has one lost an event. */
const assertGapless = (path: string, after: number, rows: ReadonlyArray<EventRow>): void => {
  const gap = rows.findIndex((row, index) => row.position !== after + index + 1)
  if (gap === -1) return
  throw new StoreDamaged({ path, position: after + gap + 1, detail: "an event is missing" })
}

async function* replay<E extends LogEvent>(
  backend: Backend,
  read: RowReader<E>,
  { after = 0, until, streams }: LogRange = {},
  onProgress?: Progress
): AsyncGenerator<ReadonlyArray<FoldableEvent<E>>> {
  const { position: last } = await backend.end()
  const end = Math.min(last, until ?? last)
  let position = after
  while (position < end) {
    const span = spanOf({ after: position, until: end })
    const rows = await backend.bareRows(span, streams)
    if (streams === undefined) assertGapless(backend.path, position, rows)
    position = rows.length < span.limit ? end : (rows.at(-1)?.position ?? end)
    yield rows.map(read.foldable)
    onProgress?.(position - after, end - after)
    await breathe()
  }
}

/** Recorded times never decrease along the log, so the last position of a time is found by halving. */
const positionKnownAt = async (backend: Backend, instant: string): Promise<number> => {
  const end = await backend.end()
  if (end.recordedAt <= instant) return end.position
  let known = 0
  let unknown = end.position
  while (unknown - known > 1) {
    const middle = Math.floor((known + unknown) / 2)
    const rows = await backend.bareRows({ after: middle - 1, until: middle, limit: 1 })
    const [row] = rows
    if (row === undefined)
      throw new StoreDamaged({ path: backend.path, position: middle, detail: "an event is missing" })
    if (row.recordedAt <= instant) known = middle
    else unknown = middle
  }
  return known
}
