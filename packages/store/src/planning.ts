/** What an append does, decided before anything is written; the same for every log behind the port. */
import { eventId, type StoredEvent } from "@juesuan/domain"
import type { Append, CommandIdentity, ExpectedVersion } from "./EventLog.ts"
import { ConcurrencyConflict, ImportRefused } from "./StoreError.ts"
import { versionOf } from "./upcasting.ts"

/** Where the log stands. */
export interface Head {
  readonly position: number
  readonly recordedAt: string
}

export const emptyHead: Head = { position: 0, recordedAt: "" }

/** Whether a stream with `found` events is what was expected. */
export const meets = (expected: ExpectedVersion, found: number): boolean => {
  switch (expected) {
    case "any":
      return true
    case "none":
      return found === 0
    case "exists":
      return found > 0
    default:
      return expected === found
  }
}

/** 入账: the events as they will be stored. Recorded times never decrease along the log, whatever the clock says. */
export const planAppend = (
  appends: ReadonlyArray<Append>,
  head: Head,
  versionOfStream: (stream: string) => number,
  now: string,
  command?: CommandIdentity
): ReadonlyArray<StoredEvent> => {
  const recordedAt = now > head.recordedAt ? now : head.recordedAt
  const versions = new Map<string, number>()
  const planned: Array<StoredEvent> = []
  for (const { events, expectedVersion, stream } of appends) {
    const found = versions.get(stream) ?? versionOfStream(stream)
    if (!meets(expectedVersion, found)) throw new ConcurrencyConflict({ stream, expected: expectedVersion, found })
    let version = found
    for (const event of events) {
      version += 1
      const identity = command === undefined ? {} : { commandId: command.commandId }
      planned.push({
        position: head.position + planned.length + 1,
        id: eventId(stream, version),
        stream,
        version,
        type: event.type as StoredEvent["type"],
        schemaVersion: versionOf(event.type),
        data: event.data as StoredEvent["data"],
        metadata: { recordedAt, ...event.metadata, ...identity }
      })
    }
    versions.set(stream, version)
  }
  return planned
}

/** Checks that an exported event is the next of this log and its stream. */
export const assertContinues = (event: StoredEvent, head: Head, version: number): void => {
  const refuse = (problem: ImportRefused["problem"], expected: string, found: string): never => {
    throw new ImportRefused({ position: event.position, problem, expected, found })
  }
  if (event.position !== head.position + 1) refuse("position", String(head.position + 1), String(event.position))
  if (event.version !== version + 1) refuse("version", String(version + 1), String(event.version))
  const id = eventId(event.stream, event.version)
  if (event.id !== id) refuse("id", id, event.id)
  if (event.metadata.recordedAt < head.recordedAt) refuse("time", `≥ ${head.recordedAt}`, event.metadata.recordedAt)
}
