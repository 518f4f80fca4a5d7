/** 表页: the answers that are lists, as sheets: aligned text for people, CSV with fixed headings for programs. */
import type { DiffJson, FedBy, HistoryJson, LogPage, Sheet, Value } from "@juesuan/app"
import type { Wording } from "../Language.ts"
import { kindText } from "./explanation.ts"
import { cellText, valueText } from "./values.ts"

/** A column: its fixed heading for CSV, its heading for people, words (left) or number (right). */
export const column = (id: string, heading: string, holds: "words" | "number" = "words") => ({
  id,
  headings: [heading],
  holds
})

const field = (data: Readonly<Record<string, unknown>>, ...names: ReadonlyArray<string>): string => {
  for (const name of names) {
    const value = data[name]
    if (typeof value === "string" || typeof value === "number") return String(value)
  }
  return ""
}

const contentText = (type: string, data: Readonly<Record<string, unknown>>): string => {
  if (type === "EventReversed") return `${field(data, "event")}：${field(data, "reason")}`
  const subject = [field(data, "functional"), field(data, "economic"), field(data, "project"), field(data, "indicator")]
  const words = field(data, "summary", "reason", "text", "name", "contract", "conclusion", "approval", "annual")
  return [...subject, words].filter((part) => part !== "").join(" ")
}

export const logSheet = (events: LogPage["events"], t: Wording): Sheet => ({
  columns: [
    column("position", t("位置", "position"), "number"),
    column("occurredOn", t("业务日期", "date")),
    column("kind", t("事件", "event")),
    column("amount", t("金额（元）", "amount (元)"), "number"),
    column("content", t("内容", "content")),
    column("evidence", t("凭证", "evidence")),
    column("actor", t("岗位", "actor")),
    column("recordedAt", t("入账时间", "recorded")),
    column("id", t("编号", "id"))
  ],
  rows: events.map((event) => {
    const data = event.data as Readonly<Record<string, unknown>>
    return [
      String(event.position),
      field(data, "occurredOn"),
      kindText(event.type),
      field(data, "amount", "approved") || null,
      contentText(event.type, data),
      event.metadata.evidence ?? null,
      event.metadata.actor,
      event.metadata.recordedAt,
      event.id
    ]
  })
})

const shown = (value: Value, t: Wording): string =>
  value === null ? "" : "value" in value ? cellText(value) : valueText(value, t)
const unitOf = (value: Value): string => (value !== null && "unit" in value ? value.unit : "")

export const historySheet = (history: HistoryJson, t: Wording): Sheet => ({
  title: `${history.label}  ${history.ref}`,
  columns: [
    column("position", t("位置", "position"), "number"),
    column("occurredOn", t("业务日期", "date")),
    column("recordedAt", t("入账时间", "recorded")),
    column("kind", t("事件", "event")),
    column("value", t("其后的值", "value after"), "number"),
    column("unit", t("单位", "unit")),
    column("id", t("编号", "id"))
  ],
  rows: history.changes.map((change) => [
    String(change.position),
    change.occurredOn,
    change.recordedAt,
    kindText(change.type),
    shown(change.value, t),
    unitOf(change.value),
    change.event
  ])
})

/** Words in a list for people are cut to so many characters; programs get all of them. */
const shownWords = 16

const brief = (text: string, whole: boolean): string =>
  whole || text.length <= shownWords ? text : `${text.slice(0, shownWords)}…`

export const diffSheet = (diff: DiffJson, t: Wording, whole: boolean): Sheet => ({
  columns: [
    column("ref", t("地址", "address")),
    column("before", t("之前", "before"), "number"),
    column("after", t("之后", "after"), "number"),
    column("unit", t("单位", "unit")),
    column("count", t("事件数", "events"), "number"),
    column("first", t("首个事件", "first event"))
  ],
  rows: diff.figures.map(({ after, before, count, events: [first], ref }) => [
    ref,
    brief(shown(before, t), whole),
    brief(shown(after, t), whole),
    unitOf(after) || unitOf(before),
    String(count),
    first === undefined ? "" : `${kindText(first.type)} ${first.event}`
  ])
})

export const fedBySheet = (fed: FedBy, t: Wording): Sheet => ({
  columns: [
    column("ref", t("地址", "address")),
    column("label", t("名称", "label")),
    column("value", t("现值", "value"), "number"),
    column("unit", t("单位", "unit"))
  ],
  rows: fed.figures.map(({ label, ref, value }) => [ref, label, shown(value, t), unitOf(value)])
})
