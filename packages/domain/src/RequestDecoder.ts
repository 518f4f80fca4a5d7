/**
 * 请求的读取: reads a request of any kind from outside data. Closed lists accept the official label or an alias of it in
 * place of the identifier. Every fault is listed, with its path, what was expected and what was found.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { CommandRequest, PlainCommand } from "./Command.ts"
import { type EventKind, eventKindOf, eventKinds } from "./Event.ts"
import { EventReference } from "./EventId.ts"
import { yearEvents } from "./events/year.ts"
import type { Lang, Says } from "./Language.ts"
import { nearestTo } from "./Nearest.ts"
import { withIdentifiers } from "./request-labels.ts"
import { type Fault, faultMessage, faultsOf } from "./RequestFault.ts"

/** Why outside data is no request: there is no such kind, or its data does not fit. */
export type RequestIssue =
  | { readonly _tag: "KindUnknown"; readonly kind: string; readonly nearest: ReadonlyArray<EventKind> }
  | { readonly _tag: "RequestDoesNotFit"; readonly kind: EventKind; readonly faults: ReadonlyArray<Fault> }

type DataSchema = Schema.Codec<unknown, unknown>

const { amount, occurredOn, reason } = yearEvents.PaymentReturned.fields

const returnData = Schema.Struct({ occurredOn, payment: EventReference, amount, reason })

const reversalData = Schema.Struct({
  event: EventReference,
  reason,
  replacement: Schema.optionalKey(Schema.Struct({ type: Schema.String, data: Schema.Unknown }))
})

/** The schema of the data that a request of this kind carries; for most kinds it is the event's. */
export const requestSchema = (kind: EventKind): DataSchema => {
  switch (kind) {
    case "PaymentReturned":
      return returnData
    case "EventReversed":
      return reversalData
    default:
      return eventKinds[kind].schema
  }
}

const readData = (kind: EventKind, data: unknown): Result.Result<unknown, ReadonlyArray<Fault>> => {
  const schema = requestSchema(kind)
  const named = withIdentifiers(schema.ast, data)
  const decoded = Schema.decodeUnknownResult(schema)(named, { errors: "all", onExcessProperty: "error" })
  return Result.mapError(decoded, ({ issue }) => faultsOf(issue, named))
}

const inReplacement = (issue: RequestIssue): ReadonlyArray<Fault> => {
  if (issue._tag === "KindUnknown") {
    return [{ path: "replacement.type", problem: "invalid", expected: kindExpected(issue), found: issue.kind }]
  }
  return issue.faults.map((fault) => ({
    ...fault,
    path: fault.path === "" ? "replacement.data" : `replacement.data.${fault.path}`
  }))
}

type ReversalData = typeof reversalData.Type

/** The replacement of a reversal is a request of its own; its faults carry their path from the top. */
const withReplacement = ({ replacement, ...data }: ReversalData): Result.Result<CommandRequest, RequestIssue> => {
  if (replacement === undefined) return Result.succeed({ type: "EventReversed", data })
  return Result.mapBoth(decodeRequest(replacement.type, replacement.data), {
    onSuccess: (request): CommandRequest => ({ type: "EventReversed", data: { ...data, replacement: request } }),
    onFailure: (issue): RequestIssue => ({
      _tag: "RequestDoesNotFit",
      kind: "EventReversed",
      faults: inReplacement(issue)
    })
  })
}

/**
 * 读取请求: a kind, by identifier or label, and its data.
 *
 * @example decodeRequest("年度关账", { occurredOn: "2024-12-31" }) // Result.succeed({ type: "YearClosed", data: … })
 * @example decodeRequest("PaymentMade", { amount: "1.234" }) // Result.fail({ _tag: "RequestDoesNotFit", faults: […] })
 */
export const decodeRequest = (kind: string, data: unknown): Result.Result<CommandRequest, RequestIssue> => {
  const known = eventKindOf(kind)
  if (known === undefined) {
    const names = Object.keys(eventKinds) as ReadonlyArray<EventKind>
    const nearest = names.filter((name) => nearestTo(kind, names).includes(name))
    return Result.fail({ _tag: "KindUnknown", kind, nearest })
  }
  const decoded = Result.mapError(
    readData(known, data),
    (faults): RequestIssue => ({ _tag: "RequestDoesNotFit", kind: known, faults })
  )
  return Result.flatMap(decoded, (value) =>
    known === "EventReversed"
      ? withReplacement(value as ReversalData)
      : Result.succeed({ type: known, data: value } as PlainCommand)
  )
}

const kindExpected = ({ nearest }: Extract<RequestIssue, { readonly _tag: "KindUnknown" }>): Says => {
  const named = (kinds: ReadonlyArray<EventKind>) =>
    kinds.map((kind) => `${eventKinds[kind].label}（${kind}）`).join("、")
  const all = Object.keys(eventKinds) as ReadonlyArray<EventKind>
  return nearest.length === 0
    ? { zh: `以下之一：${named(all)}`, en: `one of ${all.join(", ")}` }
    : { zh: `已有的事件种类，相近的有${named(nearest)}`, en: `a kind of event, near it ${nearest.join(", ")}` }
}

/** 读取不成的概要, in the reader's language, for those who list the faults themselves: what was asked, how many places do not fit. */
export const requestIssueSummary = (issue: RequestIssue, lang: Lang): string => {
  if (issue._tag === "KindUnknown") {
    const expected = kindExpected(issue)[lang]
    return lang === "zh"
      ? `事件种类“${issue.kind}”：没有这种事件。应为${expected}。`
      : `Kind “${issue.kind}”: there is no such kind of event. Expected ${expected}.`
  }
  const count = issue.faults.length
  return lang === "zh"
    ? `${eventKinds[issue.kind].label}：内容有 ${count} 处不符，请逐一更正后重新提交。`
    : `${issue.kind}: ${count} ${count === 1 ? "fault" : "faults"} in its data. Correct and submit again.`
}

/**
 * 读取不成的说明, in the reader's language; one line a fault.
 *
 * @example requestIssueMessage({ _tag: "KindUnknown", kind: "PaymentMad", nearest: ["PaymentMade"] }, "en")
 */
export const requestIssueMessage = (issue: RequestIssue, lang: Lang): string => {
  const faults = issue._tag === "KindUnknown" ? [] : issue.faults.map((fault) => faultMessage(fault, lang))
  return [requestIssueSummary(issue, lang), ...faults].join("\n")
}
