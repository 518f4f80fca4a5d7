/**
 * 账的存取: ledgers folded from the log and kept. The ledger of now is advanced by the tail of the log and never folded
 * again while the program runs; a few ledgers of earlier points are kept as well, since what they are folded from can no
 * longer change.
 */
import { isWithin, Ledger, parseStreamName } from "@juesuan/domain"
import type { EventLog, Progress, StreamVersion } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Semaphore from "effect/Semaphore"
import { type AppError, fromLog } from "./AppError.ts"
import { type Point, ReportProgress, type Scope } from "./Question.ts"

/** A ledger, and the position it was folded up to. It stays as it is: when the log goes on, a successor takes its place. */
export interface Folded {
  readonly ledger: Ledger
  readonly position: number
}

const earlierKept = 8

/** Whether a stream is part of a year: its unit, the year itself, its projects. */
export const belongsTo = ({ unit, year }: Scope, stream: string): boolean => {
  const parsed = parseStreamName(stream)
  return parsed?.unit === unit && (parsed.family === "unit" || parsed.year === year)
}

/** The streams of a scope; nothing where that is all of them, which is read faster. */
const streamsOf = (scope: Scope, all: ReadonlyArray<StreamVersion>): ReadonlyArray<string> | undefined => {
  const own = all.map(({ stream }) => stream).filter((stream) => belongsTo(scope, stream))
  return own.length === all.length ? undefined : own
}

/** Folds what a range of the log adds into a ledger, up to a business date where one is asked for. */
interface Fold {
  readonly into: Ledger
  readonly after: number
  readonly point: Point
}

const keyOf = ({ unit, year }: Scope): string => `${unit} ${year}`

export class Ledgers {
  readonly #log: EventLog
  readonly #latest = new Map<string, Folded>()
  readonly #earlier = new Map<string, Folded>()
  readonly #summed = new Map<string, Folded>()
  readonly #alone = Semaphore.makeUnsafe(1)

  constructor(log: EventLog) {
    this.#log = log
  }

  /** The ledger of a year as of a point. A question about now may be answered from further on than where it was asked. */
  at(scope: Scope, point: Point): Effect.Effect<Folded, AppError> {
    return this.#alone.withPermits(1)(
      Effect.gen({ self: this }, function* () {
        const last = yield* fromLog(() => this.#log.lastPosition())
        const report = yield* ReportProgress
        const onProgress: Progress = (done, total) => report({ work: "replay", done, total })
        const kept = this.#keptUpTo(scope, last)
        if (kept !== undefined && point.isNow && kept.position >= point.position) return kept
        const goesOn = point.until === undefined && (kept?.position ?? 0) <= point.position
        return yield* fromLog(() =>
          goesOn ? this.#advanced(scope, point, onProgress) : this.#asOf(scope, point, onProgress)
        )
      })
    )
  }

  /**
   * The ledger of a year as of now from the sums that the store keeps, for questions that list no entries; `undefined` where
   * the store keeps none, or a ledger that was folded is at hand.
   */
  summed(scope: Scope, point: Point): Effect.Effect<Folded | undefined, AppError> {
    const key = keyOf(scope)
    if (!point.isNow || point.until !== undefined || this.#latest.has(key)) return Effect.undefined
    return Effect.gen({ self: this }, function* () {
      const kept = this.#summed.get(key)
      if (kept !== undefined && kept.position === point.position) return kept
      const streams = yield* fromLog(() => this.#log.streams())
      const own = streams.map(({ stream }) => stream).filter((stream) => belongsTo(scope, stream))
      const found = yield* fromLog(() => this.#log.summed(own))
      if (found === undefined) return undefined
      const { events, facts, position, sums } = found
      const folded = { ledger: Ledger.ofSums({ events, facts, sums, lastPosition: position }), position }
      this.#summed.set(key, folded)
      return folded
    })
  }

  /** The latest ledger, unless the log is shorter than what it was folded from: then it is another log. */
  #keptUpTo(scope: Scope, last: number): Folded | undefined {
    const kept = this.#latest.get(keyOf(scope))
    return kept === undefined || kept.position > last ? undefined : kept
  }

  async #advanced(scope: Scope, point: Point, onProgress: Progress): Promise<Folded> {
    const key = keyOf(scope)
    const kept = this.#latest.get(key)
    const goesOn = kept !== undefined && kept.position <= point.position
    if (goesOn && kept.position === point.position) return kept
    // Nobody goes on from a ledger that is being continued: a fold that fails or is interrupted is forgotten.
    this.#latest.delete(key)
    const into = goesOn ? kept.ledger.successor() : new Ledger()
    const folded = await this.#folded(scope, { into, after: goesOn ? kept.position : 0, point }, onProgress)
    this.#latest.set(key, folded)
    return folded
  }

  async #asOf(scope: Scope, point: Point, onProgress: Progress): Promise<Folded> {
    const key = `${keyOf(scope)} ${point.position} ${point.until ?? ""}`
    const kept = this.#earlier.get(key)
    if (kept !== undefined) return kept
    const folded = await this.#folded(scope, { into: new Ledger(), after: 0, point }, onProgress)
    this.#earlier.set(key, folded)
    const [oldest] = this.#earlier.keys()
    if (this.#earlier.size > earlierKept && oldest !== undefined) this.#earlier.delete(oldest)
    return folded
  }

  async #folded(scope: Scope, { after, into, point }: Fold, onProgress: Progress): Promise<Folded> {
    const { position, until } = point
    const streams = streamsOf(scope, await this.#log.streams())
    const asOf = until === undefined ? {} : { until }
    for await (const page of this.#log.replay({ after, until: position, streams }, onProgress)) {
      for (const event of page) if (isWithin(asOf, event)) into.record(event)
    }
    return { ledger: into, position }
  }
}
