/**
 * 存储错误: what a log answers instead of a result, as tagged values with fields. The sentences for people are made from
 * the fields in `messages.ts`; `message` is the English one.
 */
import { ExpectedVersionConflictError } from "@event-driven-io/emmett"
import * as Data from "effect/Data"
import type { ExpectedVersion } from "./EventLog.ts"
import { storeErrorMessage } from "./messages.ts"

/**
 * The stream does not stand as the writer expected. It is emmett's `ExpectedVersionConflictError`, so emmett's handlers
 * retry on it, and knows the stream. `expected` is an `ExpectedVersion` as text, `found` the version the stream has.
 */
export class ConcurrencyConflict extends ExpectedVersionConflictError {
  readonly _tag = "ConcurrencyConflict"
  override readonly name = "ConcurrencyConflict"
  readonly stream: string
  readonly found: number

  constructor(fields: { readonly stream: string; readonly expected: ExpectedVersion; readonly found: number }) {
    // emmett keeps the expectation as text.
    super(BigInt(fields.found), String(fields.expected) as "STREAM_EXISTS")
    // emmett's constructor sets its own prototype.
    Object.setPrototypeOf(this, new.target.prototype)
    this.stream = fields.stream
    this.found = fields.found
    this.message = storeErrorMessage(this, "en")
  }
}

/** A command id that was used before, for another request; positions `first` to `last` are what that one stored. */
export class CommandIdReused extends Data.TaggedError("CommandIdReused")<{
  readonly commandId: string
  readonly first: number
  readonly last: number
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** What may not be appended: an event (`index` counts those of its batch from 0), the name of a stream, a command id. */
export class EventInvalid extends Data.TaggedError("EventInvalid")<{
  readonly stream: string
  readonly index: number
  readonly type: string
  readonly reason: "StreamName" | "CommandId" | "ActorMissing" | "UnknownType" | "DataDoesNotFit" | "Misplaced"
  readonly issue: string
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** The store cannot be used where it is, or not now. */
export class StoreUnavailable extends Data.TaggedError("StoreUnavailable")<{
  readonly path: string
  readonly reason:
    | "FolderMissing"
    | "FileMissing"
    | "FileExists"
    | "NotAFile"
    | "CannotOpen"
    | "Busy"
    | "DiskFull"
    | "InputOutput"
    | "NotDurable"
    | "AddressUnclear"
    | "Unreachable"
    | "NotAllowed"
    | "StoreMissing"
  readonly detail: string
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** The file is no store of this program. */
export class NotAStore extends Data.TaggedError("NotAStore")<{
  readonly path: string
  readonly reason: "Empty" | "NotADatabase" | "OtherProgram"
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** The store is damaged; `position`, where known, is the first event that cannot be read. */
export class StoreDamaged extends Data.TaggedError("StoreDamaged")<{
  readonly path: string
  readonly position: number | undefined
  readonly detail: string
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** The file was written by a newer program. */
export class StoreNewer extends Data.TaggedError("StoreNewer")<{
  readonly path: string
  readonly found: number
  readonly known: number
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** The store was opened for questions only, or may not be written. */
export class StoreReadOnly extends Data.TaggedError("StoreReadOnly")<{ readonly path: string }> {
  override readonly message = storeErrorMessage(this, "en")
}

/** A stored event this program cannot read: a kind it does not know, or a version of it. */
export class EventUnreadable extends Data.TaggedError("EventUnreadable")<{
  readonly position: number
  readonly type: string
  readonly reason: "UnknownType" | "NewerVersion"
  readonly found: number
  /** The newest version known; 0 for an unknown kind. */
  readonly known: number
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** An envelope that does not continue the log; `line` counts the envelopes from 1. */
export class ImportRefused extends Data.TaggedError("ImportRefused")<{
  readonly line: number
  readonly reason:
    | "NotAnEnvelope"
    | "Position"
    | "Version"
    | "Id"
    | "RecordedAt"
    | "UnknownType"
    | "NewerVersion"
    | "DataDoesNotFit"
    | "Misplaced"
    | "DiffersFromLog"
  readonly expected: string
  readonly found: string
}> {
  override readonly message = storeErrorMessage(this, "en")
}

/** Any of them. */
export type StoreError =
  | ConcurrencyConflict
  | CommandIdReused
  | EventInvalid
  | StoreUnavailable
  | NotAStore
  | StoreDamaged
  | StoreNewer
  | StoreReadOnly
  | EventUnreadable
  | ImportRefused

const classes = [
  ConcurrencyConflict,
  CommandIdReused,
  EventInvalid,
  StoreUnavailable,
  NotAStore,
  StoreDamaged,
  StoreNewer,
  StoreReadOnly,
  EventUnreadable,
  ImportRefused
]

/** Whether something thrown is one of them; anything else that comes out of a log is a defect. */
export const isStoreError = (thrown: unknown): thrown is StoreError => classes.some((error) => thrown instanceof error)
