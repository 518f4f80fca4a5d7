/** 内存日志: the log in memory, for tests and for embedding; the model that the stores on disk are held against. */
import { type FoldedEvent, parseEventId, type StoredEvent } from "@juesuan/domain"
import { emmettFace } from "./emmettFace.ts"
import { type Append, type Appended, type CommandIdentity, type EventLog, type PageRequest, pageSize, type Progress } from "./EventLog.ts"
import { assertContinues, emptyHead, type Head, planAppend } from "./planning.ts"
import { CommandIdReused } from "./StoreError.ts"

/** The clock, as an ISO instant; passed in, never taken. */
export type Now = () => string

/**
 * @example
 * const log = memoryLog(() => new Date().toISOString())
 * await log.appendToStreams([{ stream: "year-023001-2024", expectedVersion: "none", events: [opened] }])
 */
export const memoryLog = (now: Now): EventLog => {
  const events: Array<StoredEvent> = []
  const byStream = new Map<string, Array<StoredEvent>>()
  const commands = new Map<string, { readonly digest: string; readonly events: ReadonlyArray<StoredEvent> }>()
  const versionOf = (stream: string): number => byStream.get(stream)?.length ?? 0
  const head = (): Head => {
    const last = events.at(-1)
    return last === undefined ? emptyHead : { position: last.position, recordedAt: last.metadata.recordedAt }
  }
  const keep = (event: StoredEvent): void => {
    const copy = structuredClone(event)
    events.push(copy)
    const stream = byStream.get(copy.stream)
    if (stream === undefined) byStream.set(copy.stream, [copy])
    else stream.push(copy)
  }
  const select = (page: PageRequest): Array<StoredEvent> => {
    const after = page.after ?? 0
    const wanted = page.streams === undefined ? undefined : new Set(page.streams)
    return events.slice(after).filter((event) => wanted === undefined || wanted.has(event.stream))
  }

  const appendToStreams = async (appends: ReadonlyArray<Append>, command?: CommandIdentity): Promise<Appended> => {
    const known = command === undefined ? undefined : commands.get(command.commandId)
    if (command !== undefined && known !== undefined) {
      if (known.digest !== command.digest) throw new CommandIdReused({ commandId: command.commandId })
      return { events: known.events, repeated: true }
    }
    const planned = planAppend(appends, head(), versionOf, now(), command)
    for (const event of planned) keep(event)
    if (command !== undefined) commands.set(command.commandId, { digest: command.digest, events: planned })
    return { events: planned, repeated: false }
  }
  const log = {
    appendToStreams,
    importEvents: async (incoming: Iterable<StoredEvent>, onProgress?: Progress) => {
      const versions = new Map<string, number>()
      let last = head()
      const accepted: Array<StoredEvent> = []
      for (const event of incoming) {
        const version = versions.get(event.stream) ?? versionOf(event.stream)
        assertContinues(event, last, version)
        versions.set(event.stream, version + 1)
        last = { position: event.position, recordedAt: event.metadata.recordedAt }
        accepted.push(event)
      }
      for (const event of accepted) keep(event)
      onProgress?.(accepted.length, accepted.length)
      return accepted.length
    },
    readAll: async (page: PageRequest = {}) => select(page).slice(0, page.limit ?? pageSize),
    replay: async function* (page: PageRequest = {}, onProgress?: Progress): AsyncGenerator<ReadonlyArray<FoldedEvent>> {
      const all = select(page).slice(0, page.limit ?? Number.POSITIVE_INFINITY)
      for (let from = 0; from < all.length; from += pageSize) {
        const slice = all.slice(from, from + pageSize)
        yield slice.map((event) => ({ ...event, recordedAt: event.metadata.recordedAt }))
        onProgress?.(from + slice.length, all.length)
      }
    },
    readTail: async (stream: string, afterVersion: number) => (byStream.get(stream) ?? []).slice(afterVersion),
    event: async (reference: string | number) => {
      if (typeof reference === "number") return events[reference - 1]
      const id = parseEventId(reference)
      return id === undefined ? undefined : byStream.get(id.stream)?.[id.version - 1]
    },
    streams: async () => [...byStream].map(([stream, kept]) => ({ stream, version: kept.length })),
    streamVersion: async (stream: string) => versionOf(stream),
    lastPosition: async () => events.length,
    close: async () => {}
  }
  return { ...log, ...emmettFace(log) }
}
