/**
 * 追加: what an append comes to, decided without touching a store. `prepare` checks and serialises the events before the
 * transaction, `plan` gives them their places inside it. Refusals in this order: an event that is not valid, a command id
 * of another request, a stream that does not stand as expected.
 */
import { createHash } from "node:crypto"
import { eventId } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { Additions, LogEnd, Standing, StoredCommand } from "./Backend.ts"
import { isStreamName, type Notes, orderedNotes } from "./Envelope.ts"
import type {
  AppendCommand,
  Appended,
  ExpectedVersion,
  LogEvent,
  NewEvent,
  RecordedEvent,
  SealedRow,
  StreamBatch
} from "./EventLog.ts"
import { canonicalEvent, canonicalNotes, canonicalValue } from "./proof/canonical.ts"
import { leafHash } from "./proof/MerkleTree.ts"
import { CommandIdReused, ConcurrencyConflict, EventInvalid } from "./StoreError.ts"
import type { EventCodec } from "./upcasting.ts"

interface PreparedEvent {
  readonly type: string
  readonly schemaVersion: number
  readonly data: object
  readonly dataText: string
  /** Its canonical text. */
  readonly dataForm: string
  readonly notes: Notes
  readonly notesText: string
}

interface PreparedBatch {
  readonly stream: string
  readonly expectedVersion: ExpectedVersion
  readonly events: ReadonlyArray<PreparedEvent>
}

/** A command whose events are valid and serialised. */
export interface PreparedCommand {
  readonly commandId: string | undefined
  readonly requestDigest: string
  readonly batches: ReadonlyArray<PreparedBatch>
}

/** Checks a command's events and serialises them. Throws `EventInvalid`. */
export const prepare = <E extends LogEvent>(codec: EventCodec<E>, command: AppendCommand<E>): PreparedCommand => {
  const { commandId } = command
  if (commandId !== undefined && !/^[^\p{Cc}\p{Cs}]{1,200}$/u.test(commandId)) {
    throw new EventInvalid({ stream: "", index: 0, type: "", reason: "CommandId", issue: JSON.stringify(commandId) })
  }
  const batches = command.batches.map((batch) => prepareBatch(codec, command, batch))
  const requestDigest = command.requestDigest ?? (commandId === undefined ? "" : digestOf(batches))
  return { commandId, requestDigest, batches }
}

const prepareBatch = <E extends LogEvent>(
  codec: EventCodec<E>,
  command: AppendCommand<E>,
  { stream, expectedVersion = "any", events }: StreamBatch<E>
): PreparedBatch => {
  if (!isStreamName(stream)) {
    throw new EventInvalid({ stream, index: 0, type: "", reason: "StreamName", issue: JSON.stringify(stream) })
  }
  const prepared = events.map((event: NewEvent<E>, index): PreparedEvent => {
    const { type } = event
    const refuse = (reason: EventInvalid["reason"], issue: string): EventInvalid =>
      new EventInvalid({ stream, index, type, reason, issue })
    const schemaVersion = codec.upcasting.currentVersion(type)
    if (schemaVersion === undefined) throw refuse("UnknownType", type)
    const decoded = codec.decode(type, event.data)
    if (Result.isFailure(decoded)) throw refuse("DataDoesNotFit", decoded.failure.issue)
    const misplaced = codec.misplacement?.(decoded.success, stream)
    if (misplaced !== undefined) throw refuse("Misplaced", misplaced)
    const { data } = decoded.success
    const actor = event.metadata?.actor ?? command.actor ?? ""
    if (actor === "") throw refuse("ActorMissing", "")
    const notes = orderedNotes({ ...event.metadata, actor, commandId: command.commandId })
    const notesText = JSON.stringify(notes)
    const dataText = JSON.stringify(data)
    const dataForm = formOf(data, dataText)
    if (dataForm === undefined) throw refuse("DataDoesNotFit", "a number is not whole, or too large to be exact")
    return { type, schemaVersion, data, dataText, dataForm, notes, notesText }
  })
  return { stream, expectedVersion, events: prepared }
}

/** The canonical text of data, if it has one. */
const formOf = (data: object, text: string): string | undefined => {
  try {
    return canonicalValue(data, text)
  } catch {
    return undefined
  }
}

/** What two requests under one id are told apart by, unless the caller says so: all that they would store. */
const digestOf = (batches: ReadonlyArray<PreparedBatch>): string => {
  const hash = createHash("sha256")
  for (const { stream, events } of batches) {
    hash.update(JSON.stringify([stream, events.map(({ type, dataText, notesText }) => [type, dataText, notesText])]))
  }
  return hash.digest("base64url")
}

/** What a command is answered: what it stores, or the stored command that it repeats. */
export type Outcome<E extends LogEvent> =
  | { readonly _tag: "Carried"; readonly appended: Appended<E> }
  | { readonly _tag: "Known"; readonly command: StoredCommand }

/** What an append adds, and the outcome of each command. */
export interface Plan<E extends LogEvent> {
  readonly additions: Additions
  readonly outcomes: ReadonlyArray<Outcome<E>>
}

/**
 * Gives prepared commands their places after `standing`; `now` is an ISO instant. A command known already, or met twice,
 * adds nothing. Recorded times never decrease along the log, whatever the clock says. Throws `CommandIdReused` and
 * `ConcurrencyConflict`.
 */
export const plan = <E extends LogEvent>(
  commands: ReadonlyArray<PreparedCommand>,
  standing: Standing,
  now: string
): Plan<E> => {
  const recordedAt = now > standing.end.recordedAt ? now : standing.end.recordedAt
  const base = { position: standing.end.position, recordedAt }
  const versions = new Map(standing.versions)
  const rows: Array<SealedRow> = []
  const added = new Map<string, { readonly command: StoredCommand; readonly appended: Appended<E> }>()

  const outcomes = commands.map(({ commandId, requestDigest, batches }): Outcome<E> => {
    const known = commandId === undefined ? undefined : standing.commands.get(commandId)
    if (known !== undefined) return { _tag: "Known", command: sameRequest(known, requestDigest) }
    const twin = commandId === undefined ? undefined : added.get(commandId)
    if (twin !== undefined) {
      sameRequest(twin.command, requestDigest)
      return { _tag: "Carried", appended: { ...twin.appended, repeated: true } }
    }
    const first = base.position + rows.length + 1
    const events = batches.flatMap((batch) => place(batch, versions, base, rows)) as ReadonlyArray<unknown>
    const appended = { events: events as ReadonlyArray<RecordedEvent<E>>, repeated: false }
    if (commandId !== undefined) {
      const command = { commandId, requestDigest, first, last: base.position + rows.length }
      added.set(commandId, { command, appended })
    }
    return { _tag: "Carried", appended }
  })
  return { additions: { events: rows, commands: [...added.values()].map(({ command }) => command) }, outcomes }
}

/** Adds a batch to the rows, after those there, and answers its events. */
const place = (
  { stream, expectedVersion, events }: PreparedBatch,
  versions: Map<string, number>,
  base: LogEnd,
  rows: Array<SealedRow>
): ReadonlyArray<RecordedEvent<LogEvent>> => {
  const found = versions.get(stream) ?? 0
  assertExpected(stream, expectedVersion, found)
  versions.set(stream, found + events.length)
  return events.map(({ type, schemaVersion, data, dataText, dataForm, notes, notesText }, index) => {
    const { recordedAt } = base
    const position = base.position + rows.length + 1
    const version = found + index + 1
    const row = { position, stream, version, type, schemaVersion, recordedAt, data: dataText, metadata: notesText }
    rows.push({ ...row, leaf: leafHash("sha256", canonicalEvent(row, dataForm, canonicalNotes(recordedAt, notes))) })
    const id = eventId(stream, version)
    return { position, id, stream, version, type, schemaVersion, data, metadata: { recordedAt, ...notes } }
  })
}

/** Holds a stream's version against what a writer expects of it. Throws `ConcurrencyConflict`. */
export const assertExpected = (stream: string, expected: ExpectedVersion, found: number): void => {
  if (expected === "any" || expected === found) return
  if (expected === "none" ? found === 0 : expected === "exists" && found > 0) return
  throw new ConcurrencyConflict({ stream, expected, found })
}

/** A digest that is not known, of the store or of the caller, is taken for equal. Throws `CommandIdReused`. */
export const sameRequest = (command: StoredCommand, requestDigest: string | undefined): StoredCommand => {
  const { commandId, first, last } = command
  const differs =
    requestDigest !== undefined && command.requestDigest !== undefined && requestDigest !== command.requestDigest
  if (differs) throw new CommandIdReused({ commandId, first, last })
  return command
}
