/**
 * 出错: the one error that use cases answer instead of a result. It carries a stable code, the category that adapters map
 * to exit codes and HTTP statuses, both sentences, and the fields behind them. What comes from the domain (refusals) and
 * from the store keeps its own code and its own words.
 */
import { isStoreError, type StoreError, storeErrorMessage } from "@juesuan/store"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

export type Lang = "zh" | "en"
/** A sentence in both languages: where, what is wrong, found against expected, what to do. */
export type Says = { readonly [In in Lang]: string }

/**
 * 类别: `usage` the question is malformed, `notFound` nothing has that name, `notAllowed` the rules of the books refuse it,
 * `conflict` the books stand otherwise than the caller believed, `failure` the store or the machine failed.
 */
export type Category = "usage" | "notFound" | "notAllowed" | "conflict" | "failure"

/** 一处错误: one fault of an imported file, or of one field of a request. Lines and columns count from 1. */
export interface Issue {
  readonly file?: string
  readonly line?: number
  /** The column's heading, or the path of a field. */
  readonly column?: string
  readonly found?: string
  readonly expected?: string
  readonly code: string
  readonly says: Says
}

/**
 * @example
 * Effect.catchTag(books.record(request), "AppError", (error) => Console.error(`${error.code}: ${error.says.zh}`))
 */
export class AppError extends Data.TaggedError("AppError")<{
  readonly code: string
  readonly category: Category
  readonly says: Says
  /** The fields the sentences were made from, as JSON. */
  readonly details: Readonly<Record<string, unknown>>
  /** Every fault, where there are several. */
  readonly issues: ReadonlyArray<Issue>
}> {
  override readonly message = this.says.en
}

/** An error without several issues. */
export const refusal = (
  category: Category,
  code: string,
  details: Readonly<Record<string, unknown>>,
  says: Says
): AppError => new AppError({ category, code, details, says, issues: [] })

const ofStoreError: { readonly [Tag in StoreError["_tag"]]: Category } = {
  ConcurrencyConflict: "conflict",
  CommandIdReused: "conflict",
  EventInvalid: "usage",
  StoreUnavailable: "failure",
  NotAStore: "failure",
  StoreDamaged: "failure",
  StoreNewer: "failure",
  StoreReadOnly: "failure",
  EventUnreadable: "failure",
  ImportRefused: "conflict"
}

/** An error of the store in its own words; its tag is the code. */
export const ofStore = (error: StoreError): AppError => {
  const { _tag, message: _message, ...details } = { ...error }
  return refusal(ofStoreError[error._tag], error._tag, details, {
    zh: storeErrorMessage(error, "zh"),
    en: storeErrorMessage(error, "en")
  })
}

/** A promise of the log as an effect; what is neither an error of the store nor one of ours is a defect. */
export const fromLog = <A>(promise: () => Promise<A>): Effect.Effect<A, AppError> =>
  Effect.tryPromise({
    try: promise,
    catch: (thrown) => {
      if (thrown instanceof AppError) return thrown
      if (isStoreError(thrown)) return ofStore(thrown)
      throw thrown
    }
  })
