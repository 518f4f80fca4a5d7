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

/** A ledger, and the position it was folded up to. It grows: read it before anything else is awaited. */
export interface Folded {
  readonly ledger: Ledger
  readonly position: number
}

interface Growing extends Folded {
  position: number
}

const earlierKept = 8

const belongsTo = ({ unit, year }: Scope, stream: string): boolean => {
  const parsed = parseStreamName(stream)
  return parsed?.unit === unit && (parsed.family === "unit" || parsed.year === year)
}

/** The streams of a scope; nothing where that is all of them, which is read faster. */
const streamsOf = (scope: Scope, all: ReadonlyArray<StreamVersion>): ReadonlyArray<string> | undefined => {
  const own = all.map(({ stream }) => stream).filter((stream) => belongsTo(scope, stream))
  return own.length === all.length ? undefined : own
}

export class Ledgers {
  readonly #log: EventLog
  readonly #now = new Map<string, Growing>()
  readonly #earlier = new Map<string, Folded>()
  readonly #alone = Semaphore.makeUnsafe(1)

  constructor(log: EventLog) {
    this.#log = log
  }

  /** The ledger of a year as of a point. */
  at(scope: Scope, point: Point): Effect.Effect<Folded, AppError> {
    return this.#alone.withPermits(1)(
      Effect.gen({ self: this }, function* () {
        const last = yield* fromLog(() => this.#log.lastPosition())
        const report = yield* ReportProgress
        const onProgress: Progress = (done, total) => report({ work: "replay", done, total })
        const isNow = point.position === last && point.until === undefined
        return yield* fromLog(() =>
          isNow ? this.#advanced(scope, last, onProgress) : this.#asOf(scope, point, onProgress)
        )
      })
    )
  }

  async #advanced(scope: Scope, last: number, onProgress: Progress): Promise<Folded> {
    const key = `${scope.unit} ${scope.year}`
    const kept = this.#now.get(key)
    // A log that is shorter than what was folded is another log.
    const growing = kept === undefined || kept.position > last ? { ledger: new Ledger(), position: 0 } : kept
    this.#now.set(key, growing)
    if (growing.position < last) await this.#fold(growing, scope, { position: last }, onProgress)
    return growing
  }

  async #asOf(scope: Scope, point: Point, onProgress: Progress): Promise<Folded> {
    const key = `${scope.unit} ${scope.year} ${point.position} ${point.until ?? ""}`
    const kept = this.#earlier.get(key)
    if (kept !== undefined) return kept
    const growing: Growing = { ledger: new Ledger(), position: 0 }
    await this.#fold(growing, scope, point, onProgress)
    this.#earlier.set(key, growing)
    const [oldest] = this.#earlier.keys()
    if (this.#earlier.size > earlierKept && oldest !== undefined) this.#earlier.delete(oldest)
    return growing
  }

  async #fold(growing: Growing, scope: Scope, point: Point, onProgress: Progress): Promise<void> {
    const streams = streamsOf(scope, await this.#log.streams())
    const asOf = point.until === undefined ? {} : { until: point.until }
    for await (const page of this.#log.replay(
      { after: growing.position, until: point.position, streams },
      onProgress
    )) {
      for (const event of page) if (isWithin(asOf, event)) growing.ledger.record(event)
      // Page by page, so that a fold that fails goes on where it stopped and counts nothing twice.
      growing.position = page.at(-1)?.position ?? growing.position
    }
    growing.position = point.position
  }
}
