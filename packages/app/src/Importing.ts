/**
 * 导入: a file of rows or an exported log, all of it or none. Every faulty row is named, and a file can be imported again,
 * or again with more rows.
 */
import { gather, isLogLine, peek, readRows } from "@juesuan/documents"
import type { EventLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog, refusal } from "./AppError.ts"
import type { ImportFile, ImportOptions } from "./Books.ts"
import type { StreamStates } from "./Deciding.ts"
import { failed } from "./ImportFaults.ts"
import { importLog } from "./ImportingLog.ts"
import { importRows } from "./ImportingRows.ts"
import type { Imported } from "./json/events.ts"

/** The bytes of a file; where they cannot be had, an error of ours instead of the machine's. */
async function* readable(file: string, bytes: ImportFile["bytes"]): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown)
    throw refusal(
      "failure",
      "FileUnreadable",
      { file, detail },
      {
        zh: `${file} 读不出来：${detail}。请检查路径和权限；什么也没有导入。`,
        en: `${file} cannot be read: ${detail}. Check the path and its permissions; nothing was imported.`
      }
    )
  }
}

/** Imports a file, recognised by its head unless its content is named. */
export const importing =
  (log: EventLog, states: StreamStates) =>
  ({ bytes, content, name }: ImportFile, options: ImportOptions = {}): Effect.Effect<Imported, AppError> =>
    Effect.gen(function* () {
      const peeked = yield* fromLog(() => peek(readable(name, bytes)))
      if (content === "log" || (content === undefined && isLogLine(peeked.firstLine))) {
        return yield* importLog(log, name, peeked.bytes, options.dryRun === true)
      }
      const gathered = yield* fromLog(() => gather(name, peeked.bytes))
      const whole = yield* Effect.fromResult(Result.mapError(gathered, (fault) => failed([fault], name)))
      const read = Result.mapError(readRows(name, whole, content), (faults) => failed(faults, name))
      return yield* Effect.flatMap(Effect.fromResult(read), importRows({ log, states }, name, options))
    })
