/** 提问: which books a question is about, and as of when: as asked, and settled against what the store holds. */
import { type AsOf, DateText, parseStreamName } from "@juesuan/domain"
import type { EventLog } from "@juesuan/store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { AppError, fromLog, refusal } from "./AppError.ts"

/** 范围, as asked: unit and year may be left out where the store holds only one. */
export interface AskedScope {
  readonly unit?: string | undefined
  readonly year?: number | undefined
}

/** 范围, settled: one fiscal year of one unit. */
export interface Scope {
  readonly unit: string
  readonly year: number
}

/** What every question carries. Texts of `asOf` are checked here: `knownAt` an instant with its zone or a day (Beijing time, to its end), `until` a day. */
export interface Question {
  readonly scope?: AskedScope | undefined
  readonly asOf?: AsOf | undefined
}

/** 进度 of long work, in events, rows or files. */
export interface ProgressReport {
  readonly work: "replay" | "import" | "export" | "audit"
  readonly done: number
  readonly total: number
}

/** Where long work reports to; nowhere, unless somebody provides a place. */
export const ReportProgress = Context.Reference<(report: ProgressReport) => void>("juesuan/ReportProgress", {
  defaultValue: () => () => undefined
})

/** 时点, settled: how far the log counts, and up to which business date. */
export interface Point {
  readonly position: number
  readonly until?: string
  /** Nothing was asked but how it stands now; else the position is meant exactly. */
  readonly isNow: boolean
}

/** The fiscal years that a store holds. */
export const scopesHeld = (streams: ReadonlyArray<{ readonly stream: string }>): ReadonlyArray<Scope> =>
  streams.flatMap(({ stream }) => {
    const parsed = parseStreamName(stream)
    return parsed?.family === "year" ? [{ unit: parsed.unit, year: parsed.year }] : []
  })

/** The one year that was meant; else the refusal that lists what the store holds. */
export const settleScope = ({ unit, year }: AskedScope, held: ReadonlyArray<Scope>): Effect.Effect<Scope, AppError> => {
  const meant = held.filter((scope) => (unit ?? scope.unit) === scope.unit && (year ?? scope.year) === scope.year)
  const [only] = meant
  if (only !== undefined && meant.length === 1) return Effect.succeed(only)
  return Effect.fail(only === undefined ? scopeUnknown({ unit, year }, held) : scopeAmbiguous(meant))
}

/** 记到哪里: the unit and the year that a record is for, as far as they are named or there is only one of them. */
export interface Target {
  readonly unit: string | undefined
  readonly year: number | undefined
}

const only = <Value>(values: ReadonlyArray<Value>): Value | undefined => {
  const [first, another] = new Set(values)
  return another === undefined ? first : undefined
}

/** Completes what was named of a target by what the store holds. */
export const settleTarget = (
  { unit, year }: AskedScope,
  streams: ReadonlyArray<{ readonly stream: string }>
): Target => {
  const units = streams.flatMap(({ stream }) => parseStreamName(stream)?.unit ?? [])
  const meant = unit ?? only(units)
  const years = scopesHeld(streams).filter((scope) => scope.unit === meant)
  return { unit: meant, year: year ?? only(years.map((scope) => scope.year)) }
}

/** The unit of a target, which cannot be guessed where the store holds none or several. */
export const targetUnit = ({ unit }: Target): Effect.Effect<string, AppError> =>
  unit === undefined
    ? Effect.fail(
        refusal(
          "usage",
          "UnitMissing",
          {},
          {
            zh: "请写明单位（--unit）；账库里没有唯一的单位可以推断。",
            en: "Say which unit is meant (--unit); the store does not hold exactly one."
          }
        )
      )
    : Effect.succeed(unit)

const listed = (scopes: ReadonlyArray<Scope>, between: string): string =>
  scopes.map(({ unit, year }) => `${unit} ${year}`).join(between)

const scopeUnknown = (asked: AskedScope, held: ReadonlyArray<Scope>): AppError => {
  if (held.length === 0) {
    return refusal(
      "notFound",
      "BooksEmpty",
      { asked, held },
      {
        zh: "账库里还没有任何年度：可用 juesuan sample 装入样例，或先记录单位登记和年度开账。",
        en: "The store holds no year yet: load the sample with juesuan sample, or record UnitRegistered and YearOpened first."
      }
    )
  }
  const [unit, year] = [asked.unit ?? "", asked.year === undefined ? "" : String(asked.year)]
  return refusal(
    "notFound",
    "ScopeUnknown",
    { asked, held },
    {
      zh: `账库里没有 ${`${unit} ${year}`.trim()}；现有：${listed(held, "、")}。`,
      en: `The store does not hold ${`${unit} ${year}`.trim()}; it holds: ${listed(held, ", ")}.`
    }
  )
}

const scopeAmbiguous = (held: ReadonlyArray<Scope>): AppError =>
  refusal(
    "usage",
    "ScopeAmbiguous",
    { held },
    {
      zh: `账库里不止一个单位、年度，请写明是哪一个（--unit、--year）：${listed(held, "、")}。`,
      en: `The store holds several years; say which one is meant (--unit, --year): ${listed(held, ", ")}.`
    }
  )

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u
const isDate = Schema.is(DateText)

/** An instant as the log records it; a day counts to its end in Beijing. */
const instantOf = (text: string): string | undefined => {
  const full = isDate(text) ? `${text}T23:59:59.999+08:00` : text
  if (!instantPattern.test(full) || !isDate(full.slice(0, 10))) return undefined
  const time = new Date(full)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

const asOfUnusable = (
  option: string,
  found: unknown,
  expected: { readonly zh: string; readonly en: string }
): AppError =>
  refusal(
    "usage",
    "AsOfUnusable",
    { option, found, expected: expected.en },
    {
      zh: `${option} 的“${String(found)}”不是时点：应为${expected.zh}。`,
      en: `“${String(found)}” is no point for ${option}: expected ${expected.en}.`
    }
  )

/** The point that is meant. A position beyond the end of the log is refused: it would be answered as if it were there. */
export const settleAsOf = Effect.fnUntraced(function* (
  log: Pick<EventLog, "lastPosition" | "positionKnownAt">,
  { at, knownAt, until }: AsOf
): Effect.fn.Return<Point, AppError> {
  const last = yield* fromLog(() => log.lastPosition())
  if (at !== undefined && !(Number.isSafeInteger(at) && at >= 0 && at <= last)) {
    return yield* asOfUnusable("--at", at, { zh: ` 0 至 ${last} 的日志位置`, en: `a log position from 0 to ${last}` })
  }
  if (until !== undefined && !isDate(until)) {
    return yield* asOfUnusable("--until", until, { zh: "业务日期 YYYY-MM-DD", en: "a business date YYYY-MM-DD" })
  }
  let position = at ?? last
  if (knownAt !== undefined) {
    const instant = instantOf(knownAt)
    if (instant === undefined) {
      const expected = {
        zh: "带时区的时间（2024-06-30T17:00:00+08:00）或日期（当日终了，北京时间）",
        en: "a time with its zone (2024-06-30T17:00:00+08:00) or a day (to its end, Beijing time)"
      }
      return yield* asOfUnusable("--known-at", knownAt, expected)
    }
    position = Math.min(position, yield* fromLog(() => log.positionKnownAt(instant)))
  }
  const isNow = at === undefined && knownAt === undefined && until === undefined
  return until === undefined ? { position, isNow } : { position, until, isNow }
})
