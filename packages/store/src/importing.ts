/**
 * 导入: takes over an exported log as it is. An envelope must stand exactly where the log goes on, with the number, the
 * version, the id and the time it was exported with; one whose place is taken must be equal to what stands there. So an
 * import can be repeated, and continued later, but never bends a log.
 */
import { eventId } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { FullEventRow, LogEnd, Standing, StoredCommand, Transaction } from "./Backend.ts"
import { decodeEnvelope, rowOfEnvelope } from "./Envelope.ts"
import { canonicalText } from "./proof/canonical.ts"
import { leafHash } from "./proof/MerkleTree.ts"
import { ImportRefused } from "./StoreError.ts"
import type { Imported, ImportOptions, LogEvent, SealedRow } from "./EventLog.ts"
import type { EventCodec, EventData } from "./upcasting.ts"

const chunkLength = 1000

interface Incoming {
  readonly line: number
  readonly row: FullEventRow
  readonly data: EventData
  readonly commandId: string | undefined
}

/** Imports envelopes within a transaction. Throws `ImportRefused`. */
export const importInto = async <E extends LogEvent>(
  transaction: Transaction,
  codec: EventCodec<E>,
  envelopes: Iterable<unknown> | AsyncIterable<unknown>,
  { total = 0, onProgress }: ImportOptions
): Promise<Imported> => {
  let line = 0
  let stored = 0
  let chunk: Array<Incoming> = []
  const flush = async () => {
    stored += await importChunk(transaction, codec, chunk)
    chunk = []
    onProgress?.(line, Math.max(total, line))
  }
  for await (const envelope of envelopes) {
    line += 1
    chunk.push(parseEnvelope(line, envelope))
    if (chunk.length === chunkLength) await flush()
  }
  if (chunk.length > 0) await flush()
  return { stored, present: line - stored }
}

const importChunk = async <E extends LogEvent>(
  transaction: Transaction,
  codec: EventCodec<E>,
  chunk: ReadonlyArray<Incoming>
): Promise<number> => {
  const commandIds = chunk.flatMap(({ commandId }) => (commandId === undefined ? [] : [commandId]))
  const standing = await transaction.standing(new Set(chunk.map(({ row }) => row.stream)), new Set(commandIds))
  const fresh = chunk.filter(({ row }) => row.position > standing.end.position)
  await compareWithLog(transaction, chunk.slice(0, chunk.length - fresh.length))

  const versions = new Map(standing.versions)
  let end = standing.end
  for (const incoming of fresh) {
    checkPlace(incoming, end, versions)
    checkContent(codec, incoming)
    versions.set(incoming.row.stream, incoming.row.version)
    end = incoming.row
  }
  await transaction.add({ events: fresh.map(sealed), commands: commandsOf(fresh, standing) })
  return fresh.length
}

/** With the hash of its canonical text. */
const sealed = ({ line, row }: Incoming): SealedRow => {
  try {
    return { ...row, leaf: leafHash("sha256", canonicalText(row)) }
  } catch (thrown) {
    throw new ImportRefused({ line, reason: "DataDoesNotFit", expected: row.type, found: String(thrown) })
  }
}

/** Envelopes whose places are taken already, in order, held against what stands there. */
const compareWithLog = async (transaction: Transaction, present: ReadonlyArray<Incoming>): Promise<void> => {
  const first = present[0]
  if (first === undefined) return
  const after = first.row.position - 1
  const rows = await transaction.rows({ after, until: after + present.length, limit: present.length })
  present.forEach(({ line, row }, index) => {
    const standing = rows[index]
    if (standing !== undefined && sameRow(standing, row)) return
    throw new ImportRefused({
      line,
      reason: standing?.position === row.position ? "DiffersFromLog" : "Position",
      expected: JSON.stringify(standing ?? { position: after + index + 1 }),
      found: JSON.stringify(row)
    })
  })
}

const columns = ["position", "stream", "version", "type", "schemaVersion", "recordedAt", "data", "metadata"] as const

const sameRow = (one: FullEventRow, other: FullEventRow): boolean =>
  columns.every((column) => one[column] === other[column])

const checkPlace = ({ line, row }: Incoming, end: LogEnd, versions: ReadonlyMap<string, number>): void => {
  const refuse = (reason: ImportRefused["reason"], expected: string | number, found: string | number): ImportRefused =>
    new ImportRefused({ line, reason, expected: String(expected), found: String(found) })
  const version = (versions.get(row.stream) ?? 0) + 1
  if (row.position !== end.position + 1) throw refuse("Position", end.position + 1, row.position)
  if (row.version !== version) throw refuse("Version", eventId(row.stream, version), eventId(row.stream, row.version))
  if (row.recordedAt < end.recordedAt) throw refuse("RecordedAt", `>= ${end.recordedAt}`, row.recordedAt)
}

const checkContent = <E extends LogEvent>(codec: EventCodec<E>, { line, row, data }: Incoming): void => {
  const { type, schemaVersion } = row
  const known = codec.upcasting.currentVersion(type)
  const refuse = (reason: ImportRefused["reason"], expected: string, found: string): ImportRefused =>
    new ImportRefused({ line, reason, expected, found })
  if (known === undefined) throw refuse("UnknownType", "a known kind", type)
  if (schemaVersion > known) throw refuse("NewerVersion", `${type} <= ${known}`, String(schemaVersion))
  const decoded = codec.decode(type, codec.upcasting.upcast({ position: row.position, type, schemaVersion, data }))
  if (Result.isFailure(decoded)) throw refuse("DataDoesNotFit", type, decoded.failure.issue)
  const misplaced = codec.misplacement?.(decoded.success, row.stream)
  if (misplaced !== undefined) throw refuse("Misplaced", row.stream, misplaced)
}

/** The commands these events were stored by, so that a retry finds them here too; what was asked for is not exported. */
const commandsOf = (fresh: ReadonlyArray<Incoming>, standing: Standing): ReadonlyArray<StoredCommand> => {
  const commands = new Map<string, StoredCommand>()
  for (const { commandId, row } of fresh) {
    if (commandId === undefined) continue
    const before = commands.get(commandId) ?? standing.commands.get(commandId)
    const { requestDigest, first } = before ?? { requestDigest: undefined, first: row.position }
    commands.set(commandId, { commandId, requestDigest, first, last: row.position })
  }
  return [...commands.values()]
}

/** An exported line as a row. What is not understood is refused, never dropped. */
const parseEnvelope = (line: number, value: unknown): Incoming => {
  const refuse = (reason: ImportRefused["reason"], expected: string, found: string): ImportRefused =>
    new ImportRefused({ line, reason, expected, found })
  const decoded = decodeEnvelope(value)
  if (Result.isFailure(decoded)) {
    throw refuse(
      "NotAnEnvelope",
      "{position, id, stream, version, type, schemaVersion, data, metadata}",
      decoded.failure
    )
  }
  const envelope = decoded.success
  const id = eventId(envelope.stream, envelope.version)
  if (envelope.id !== id) throw refuse("Id", id, envelope.id)
  return { line, row: rowOfEnvelope(envelope), data: envelope.data, commandId: envelope.metadata.commandId }
}
