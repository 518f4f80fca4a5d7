/**
 * 事件编号与事件流: where an event stands. A stream is a unit, a unit's fiscal year, or a project in a fiscal year;
 * an event's id is its stream and its number in it. Ids need no clock and no randomness and survive export and import.
 */
import * as Schema from "effect/Schema"

/** 单位代码: as the finance office assigned it, e.g. `023001`. */
export const UnitCode = Schema.String.check(
  Schema.isPattern(/^[0-9A-Za-z]{1,32}$/u, { message: "单位代码，字母或数字 / a unit code of letters and digits" })
)
/** 项目代码: the project's code in the budget system, letters, digits, dots and underscores. */
export const ProjectCode = Schema.String.check(
  Schema.isPattern(/^[0-9A-Za-z][0-9A-Za-z._]{0,63}$/u, {
    message: "项目代码，字母、数字、点或下划线 / a project code of letters, digits, dots and underscores"
  })
)
/** 年度, e.g. `2024`. */
export const FiscalYear = Schema.Int.check(Schema.isBetween({ minimum: 1950, maximum: 2199 }))
/** 业务日期 `YYYY-MM-DD`, a day that exists. */
export const DateText = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/u, { message: "日期 YYYY-MM-DD / a date YYYY-MM-DD" }),
  Schema.makeFilter((day: string) => isDay(day) || "日历上有的一天 / a day of the calendar")
)
/** 事件编号 `<stream>@<version>`, e.g. `year-023001-2024@57`. */
export const EventId = Schema.String.check(
  Schema.isPattern(/^(unit|year|project)-[0-9A-Za-z._-]+@[1-9]\d*$/u, {
    message: "事件编号，例如 year-023001-2024@57 / an event id, e.g. year-023001-2024@57"
  })
)
export type EventId = typeof EventId.Type

/** 事件的指称: an event id, or its position in the log, as a number or as digits. */
export const EventReference = Schema.Union([
  EventId,
  Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  Schema.String.check(Schema.isPattern(/^[1-9]\d{0,15}$/u))
]).annotate({
  message:
    "事件编号或日志位置，例如 year-023001-2024@57、57 / an event id or a log position, e.g. year-023001-2024@57 or 57"
})
export type EventReference = typeof EventReference.Type

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a `YYYY-MM-DD` text names a day of the calendar. */
export const isDay = (day: string): boolean => {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8, 10))
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = month === 2 && leap ? 29 : monthLengths[month - 1]
  return length !== undefined && date >= 1 && date <= length
}

/** 事件流, taken apart. */
export type Stream =
  | { readonly family: "unit"; readonly unit: string }
  | { readonly family: "year"; readonly unit: string; readonly year: number }
  | { readonly family: "project"; readonly unit: string; readonly year: number; readonly project: string }

/** The name a stream is stored under: `streamName({ family: "year", unit: "023001", year: 2024 })` is `"year-023001-2024"`. */
export const streamName = (stream: Stream): string => {
  switch (stream.family) {
    case "unit":
      return `unit-${stream.unit}`
    case "year":
      return `year-${stream.unit}-${stream.year}`
    case "project":
      return `project-${stream.unit}-${stream.year}-${stream.project}`
  }
}

/** Takes a stream's name apart; `undefined` where the name is not one of ours. */
export const parseStreamName = (name: string): Stream | undefined => {
  const [family, unit, year, ...project] = name.split("-")
  if (unit === undefined || unit === "") return undefined
  if (family === "unit" && year === undefined) return { family, unit }
  if (year === undefined || !/^\d{4}$/u.test(year)) return undefined
  if (family === "year" && project.length === 0) return { family, unit, year: Number(year) }
  const code = project[0]
  return family === "project" && project.length === 1 && code !== undefined && code !== ""
    ? { family, unit, year: Number(year), project: code }
    : undefined
}

/** The id of the event with this number in this stream. */
export const eventId = (stream: string, version: number): EventId => `${stream}@${version}`

/** Takes an event id apart; `undefined` where the text is no event id. */
export const parseEventId = (id: string): { readonly stream: string; readonly version: number } | undefined => {
  const at = id.lastIndexOf("@")
  const digits = id.slice(at + 1)
  const version = /^[1-9]\d*$/u.test(digits) ? Number(digits) : Number.NaN
  return at > 0 && Number.isSafeInteger(version) && version > 0 ? { stream: id.slice(0, at), version } : undefined
}
