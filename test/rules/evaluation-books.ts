/** A small year of a unit for the tests of scores: happenings in words, decoded as the log decodes them, folded to a ledger. */
import { readFileSync } from "node:fs"
import {
  type DataOf,
  type EventKind,
  type Figure,
  type FoldedEvent,
  type Ledger,
  decodeEvent,
  foldLedger,
  streamName
} from "@juesuan/domain"
import {
  type ScoringRuleSet,
  deriveEvaluations,
  describeValue,
  evaluationFigures,
  scoringRuleSetOf,
  summarizeEvaluations
} from "@juesuan/rules"
import * as Result from "effect/Result"

export const scope = { unit: "001", year: 2024 }
const year = streamName({ family: "year", ...scope })
const projectStream = (project: string): string => streamName({ family: "project", ...scope, project })

export interface Happening {
  readonly stream: string
  readonly type: EventKind
  readonly data: unknown
}

const occurredOn = "2024-06-30"
const line = (project: string) => ({ fund: "general-public-budget", functional: "2010306", kind: "project", project })

const inYear = <Kind extends EventKind>(type: Kind, data: object): Happening => ({
  stream: year,
  type,
  data: { occurredOn, ...data }
})

export const listed = (project: string, name: string) => inYear("ProjectListed", { project, name })
export const approved = (project: string, amount: string, applied?: string) =>
  inYear("InitialBudgetApproved", {
    ...line(project),
    approved: amount,
    ...(applied === undefined ? {} : { applied }),
    approval: "批复1号"
  })
export const adjusted = (project: string, adjustment: "supplement" | "reduction" | "withdrawal", amount: string) =>
  inYear("BudgetAdjusted", { ...line(project), adjustment, amount, approval: "调整1号", reason: "调整" })
export const carriedOver = (project: string, amount: string) =>
  inYear("YearOpened", { carryovers: [{ ...line(project), amount }] })
export const paid = (project: string, amount: string) =>
  inYear("PaymentMade", { ...line(project), economic: "30201", amount, payee: "供应商", summary: "办公用品" })
export const returned = (project: string, amount: string) =>
  inYear("PaymentReturned", {
    ...line(project),
    economic: "30201",
    amount,
    payment: `${year}@1`,
    reason: "退货"
  })

const inProject = (project: string, type: EventKind, data: object): Happening => ({
  stream: projectStream(project),
  type,
  data: { occurredOn, ...data }
})

type Declared = DataOf<"IndicatorDeclared">

/** A quantitative indicator of 产出/数量, filed in time, unless said otherwise. */
export const declared = (project: string, indicator: Partial<Declared> & Pick<Declared, "target">) =>
  inProject(project, "IndicatorDeclared", {
    level1: "产出指标",
    level2: "数量指标",
    indicator: "数量",
    direction: "higher",
    weight: "10",
    filing: "initial",
    ...indicator
  })
export const adjustedIndicator = (project: string, data: Omit<DataOf<"IndicatorAdjusted">, "occurredOn" | "reason">) =>
  inProject(project, "IndicatorAdjusted", { ...data, reason: "目标调整" })
export const reached = (project: string, value: string, indicator = "数量") =>
  inProject(project, "ActualValueRecorded", { indicator, actual: { form: "quantitative", value } })
export const achieved = (project: string, result: "met" | "partly-met" | "unmet", indicator = "质量") =>
  inProject(project, "ActualValueRecorded", { indicator, actual: { form: "qualitative", result } })
export const scored = (project: string, score: string, indicator = "数量") =>
  inProject(project, "IndicatorScored", { indicator, score })
export const explained = (project: string, reason: string, indicator?: string) =>
  inProject(project, "DeviationExplained", { reason, ...(indicator === undefined ? {} : { indicator }) })
export const concluded = (project: string, data: Partial<DataOf<"SelfEvaluationConcluded">>) =>
  inProject(project, "SelfEvaluationConcluded", { grade: "excellent", ...data })
export const reversed = (original: Happening, version: number): Happening => ({
  stream: original.stream,
  type: "EventReversed",
  data: {
    occurredOn,
    event: `${original.stream}@${version}`,
    reason: "录入错误",
    original: { type: original.type, data: original.data }
  }
})
export const on = (day: string, happening: Happening): Happening => ({
  ...happening,
  data: { ...(happening.data as object), occurredOn: day }
})

export const quantitative = (value: string, operator: ">=" | ">" | "=" | "<=" | "<" = ">=", unit = "个") =>
  ({ form: "quantitative", operator, value, unit }) as const
export const words = (text: string) => ({ form: "qualitative", text }) as const

/** The ids that the happenings get: their number in their stream. */
export const eventIdsOf = (happenings: ReadonlyArray<Happening>): ReadonlyArray<string> => {
  const versions = new Map<string, number>()
  return happenings.map(({ stream }) => {
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    return `${stream}@${version}`
  })
}

/** Numbers the happenings by stream and over all, and folds them; what is no valid event is a mistake of the test. */
export const booksOf = (happenings: ReadonlyArray<Happening>): Ledger => {
  const ids = eventIdsOf(happenings)
  return foldLedger(
    happenings.map(({ data, stream, type }, index): FoldedEvent => {
      const decoded = decodeEvent(type, data)
      if (Result.isFailure(decoded)) throw new Error(decoded.failure.issue)
      return {
        position: index + 1,
        stream,
        version: Number(ids[index]?.split("@")[1]),
        type: decoded.success.type,
        data: decoded.success.data,
        recordedAt: "2024-12-31T00:00:00.000Z"
      }
    })
  )
}

export const ruleSet = (id: string): ScoringRuleSet => {
  const found = scoringRuleSetOf(id)
  if (found === undefined) throw new Error(`no rule set ${id}`)
  return found
}

/** Everything that can be asked of these books, by address. */
export const figuresOf = (
  ledger: Ledger,
  rules: ScoringRuleSet,
  of: { readonly unit: string; readonly year: number } = scope
): ReadonlyMap<string, Figure> => {
  const evaluations = deriveEvaluations(ledger, of, rules)
  return evaluationFigures(evaluations, summarizeEvaluations(ledger, of, { evaluations, ruleSet: rules }))
}

/** The value at an address as text: `9.34分`, `[6, 8)`, `（缺少…）`. */
export const valueAt = (figures: ReadonlyMap<string, Figure>, ref: string): string => {
  const figure = figures.get(ref)
  if (figure === undefined) throw new Error(`no figure at ${ref}`)
  return describeValue(figure.value)
}

/** The log of the sample year, as it is imported. */
export const sampleEvents = (): ReadonlyArray<FoldedEvent> =>
  readFileSync(new URL("../../packages/sample/zezhou-2024/events.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((json) => {
      const event = JSON.parse(json) as FoldedEvent & { readonly metadata: { readonly recordedAt: string } }
      return { ...event, recordedAt: event.metadata.recordedAt }
    })
