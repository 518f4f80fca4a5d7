/** 游标: where a page ended, as an opaque text. It names log positions, so pages stay right while the log grows. */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type AppError, refusal } from "./AppError.ts"

export interface PageOptions {
  /** `next` of the page before. */
  readonly cursor?: string | undefined
  /** 100 where nothing else is said, 1000 at most. */
  readonly limit?: number | undefined
}

/** What a cursor says: go on after this position; `leaf` is the path to a leaf of an explanation. */
export const Cursor = Schema.Struct({
  after: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  leaf: Schema.optionalKey(Schema.Array(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))))
})
export type Cursor = typeof Cursor.Type

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Cursor))

export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url")

const unusable = (cursor: string): AppError =>
  refusal(
    "usage",
    "CursorUnusable",
    { cursor },
    {
      zh: `游标“${cursor}”无法识别：请原样使用上一页给出的 next，或从头开始。`,
      en: `The cursor “${cursor}” is not understood: use the \`next\` of the page before as it is, or start again.`
    }
  )

const cursorOf = (text: string | undefined): Effect.Effect<Cursor, AppError> => {
  if (text === undefined) return Effect.succeed({ after: 0 })
  return Effect.fromResult(
    Result.mapError(decode(Buffer.from(text, "base64url").toString("utf8")), () => unusable(text))
  )
}

const defaultLimit = 100
const largestLimit = 1000

/** A page as asked for: where it begins, and how long it is. */
export const pageOf = ({
  cursor,
  limit = defaultLimit
}: PageOptions = {}): Effect.Effect<{ readonly cursor: Cursor; readonly limit: number }, AppError> => {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > largestLimit) {
    return Effect.fail(
      refusal(
        "usage",
        "LimitUnusable",
        { limit, largest: largestLimit },
        {
          zh: `一页 ${limit} 行不行：请写 1 至 ${largestLimit}。`,
          en: `A page of ${limit} is not possible: write 1 to ${largestLimit}.`
        }
      )
    )
  }
  return Effect.map(cursorOf(cursor), (found) => ({ cursor: found, limit }))
}
