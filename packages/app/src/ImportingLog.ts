/** 导入日志: an exported log, taken over as it is, line by line and all of it or none. */
import { jsonOf, LineUnreadable, linesOf } from "@juesuan/documents"
import { domainCodec, type EventLog, memoryLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog } from "./AppError.ts"
import { failed } from "./ImportFaults.ts"
import type { Imported } from "./json/events.ts"
import { positionsOf } from "./Positions.ts"
import { ReportProgress } from "./Question.ts"

/** Envelopes line by line; `seen` hears where each stands. */
async function* envelopesOf(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  seen: Array<{ readonly position: number }>
): AsyncGenerator<unknown> {
  try {
    for await (const line of linesOf(file, bytes)) {
      const parsed = jsonOf(file, line)
      if (Result.isFailure(parsed)) throw new LineUnreadable(parsed.failure)
      const envelope = parsed.success as { readonly position?: unknown } | null
      if (typeof envelope?.position === "number") seen[seen.length > 0 ? 1 : 0] = { position: envelope.position }
      yield parsed.success
    }
  } catch (thrown) {
    throw thrown instanceof LineUnreadable ? failed([thrown.fault], file) : thrown
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

/** Imports envelopes; a trial goes into memory, behind a copy of the log. */
export const importLog = (
  log: EventLog,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  dryRun: boolean
): Effect.Effect<Imported, AppError> =>
  Effect.gen(function* () {
    const report = yield* ReportProgress
    const onProgress = (done: number, total: number): void => report({ work: "import", done, total })
    const before = yield* fromLog(() => log.lastPosition())
    const ends: Array<{ readonly position: number }> = []
    const envelopes = envelopesOf(file, bytes, ends)
    const trial = memoryLog({ codec: domainCodec, now: () => "1970-01-01T00:00:00.000Z" })
    const taken = yield* fromLog(() =>
      dryRun ? trial.importEvents(followedBy(log, envelopes)) : log.importEvents(envelopes, { onProgress })
    )
    const rows = taken.stored + taken.present - (dryRun ? before : 0)
    const stored = dryRun ? taken.stored - before : taken.stored
    const present = rows - stored
    const answer = { file, content: "log" as const, rows, stored: dryRun ? 0 : stored, present, dryRun }
    return { ...answer, ...(dryRun && stored > 0 ? {} : positionsOf(ends)) }
  })
