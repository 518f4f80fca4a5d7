/** 时点与分页 of a question, as query parameters. */
import type { PageOptions, Question } from "@juesuan/app"
import type { AsOf } from "@juesuan/domain"
import * as Schema from "effect/Schema"

const Position = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Instant = Schema.String.annotate({
  description: "A recorded time with its zone (2024-06-30T17:00:00+08:00), or a day, to its end in Beijing"
})
const BusinessDate = Schema.String.annotate({ description: "A business date (2024-06-30)" })

/** 时点: a log position, a recorded time, a business date; any of them may be left out. */
export const asOfQuery = {
  at: Schema.optionalKey(Position),
  "known-at": Schema.optionalKey(Instant),
  until: Schema.optionalKey(BusinessDate)
}

/** The earlier point of a difference. */
export const fromQuery = {
  "from-at": Schema.optionalKey(Position),
  "from-known-at": Schema.optionalKey(Instant),
  "from-until": Schema.optionalKey(BusinessDate)
}

/** 分页: `cursor` is the `next` of the page before. */
export const pageQuery = {
  cursor: Schema.optionalKey(Schema.String),
  limit: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 })))
}

/** 范围 in the path: one fiscal year of one unit. */
export const scopePath = {
  unit: Schema.String,
  year: Schema.Int.check(Schema.isBetween({ minimum: 1949, maximum: 9999 }))
}

type Asked = Schema.Struct.Type<typeof asOfQuery>
type AskedFrom = Schema.Struct.Type<typeof fromQuery>

const pointOf = (at: number | undefined, knownAt: string | undefined, until: string | undefined): AsOf => ({
  ...(at === undefined ? {} : { at }),
  ...(knownAt === undefined ? {} : { knownAt }),
  ...(until === undefined ? {} : { until })
})

export const asOfOf = (query: Asked): AsOf => pointOf(query.at, query["known-at"], query.until)

export const fromOf = (query: AskedFrom): AsOf => pointOf(query["from-at"], query["from-known-at"], query["from-until"])

/** What a question of a year asks: its path and its query. */
export const questionOf = (scope: { readonly unit: string; readonly year: number }, query: Asked): Question => ({
  scope: { unit: scope.unit, year: scope.year },
  asOf: asOfOf(query)
})

export const pageOf = (query: Schema.Struct.Type<typeof pageQuery>): PageOptions => ({
  cursor: query.cursor,
  limit: query.limit
})
