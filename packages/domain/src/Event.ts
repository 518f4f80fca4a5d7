/**
 * 事件: every kind that can be recorded, in one list, and the envelope it is stored and exported in.
 * A new kind of event is added here: its schema in `events/`, its family, label and version below; the folds and
 * deciders then fail to compile until they handle it.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { projectEvents } from "./events/project.ts"
import { EventReversed } from "./events/reversed.ts"
import { unitEvents } from "./events/unit.ts"
import { yearEvents } from "./events/year.ts"
import { normalizedLabel } from "./Terms.ts"

type EventsOf<Schemas extends Record<string, Schema.Top>> = {
  readonly [Kind in keyof Schemas & string]: { readonly type: Kind; readonly data: Schemas[Kind]["Type"] }
}[keyof Schemas & string]

/** 红字冲销, in whichever stream it stands. */
export interface ReversalEvent {
  readonly type: "EventReversed"
  readonly data: typeof EventReversed.Type
}
/** An event that states something itself, of a unit, of a year, of a project. */
export type UnitFact = EventsOf<typeof unitEvents>
export type YearFact = EventsOf<typeof yearEvents>
export type ProjectFact = EventsOf<typeof projectEvents>
export type Fact = UnitFact | YearFact | ProjectFact
export type UnitEvent = UnitFact | ReversalEvent
export type YearEvent = YearFact | ReversalEvent
export type ProjectEvent = ProjectFact | ReversalEvent
/** Any event of the log. */
export type DomainEvent = Fact | ReversalEvent
export type FactKind = Fact["type"]
export type EventKind = DomainEvent["type"]
/** The data of one kind: `DataOf<"PaymentMade">`. */
export type DataOf<Kind extends EventKind> = Extract<DomainEvent, { readonly type: Kind }>["data"]

/** Which stream a kind belongs to; `any` only for 红字冲销. */
export type Family = "unit" | "year" | "project" | "any"

/** 事件种类: its family, its official label, the version of its stored format, its schema. */
export interface EventKindEntry {
  readonly family: Family
  readonly label: string
  readonly schemaVersion: number
  readonly schema: Schema.Codec<unknown, unknown>
}

const entry = (family: Family, label: string, schema: Schema.Top): EventKindEntry => ({
  family,
  label,
  schemaVersion: 1,
  schema: schema as Schema.Codec<unknown, unknown>
})

export const eventKinds: { readonly [Kind in EventKind]: EventKindEntry } = {
  UnitRegistered: entry("unit", "单位登记", unitEvents.UnitRegistered),
  UnitClassified: entry("unit", "单位分类", unitEvents.UnitClassified),
  InternalOfficesEstablished: entry("unit", "内设机构", unitEvents.InternalOfficesEstablished),
  ClassificationItemAdopted: entry("unit", "科目增设", unitEvents.ClassificationItemAdopted),

  YearOpened: entry("year", "年度开账", yearEvents.YearOpened),
  ProjectListed: entry("year", "项目入库", yearEvents.ProjectListed),
  InitialBudgetApproved: entry("year", "年初预算批复", yearEvents.InitialBudgetApproved),
  BudgetAdjusted: entry("year", "预算调整", yearEvents.BudgetAdjusted),
  BudgetReallocated: entry("year", "预算调剂", yearEvents.BudgetReallocated),
  ThreePublicBudgetApproved: entry("year", "“三公”经费预算批复", yearEvents.ThreePublicBudgetApproved),
  ThreePublicBudgetAdjusted: entry("year", "“三公”经费预算调整", yearEvents.ThreePublicBudgetAdjusted),
  RevenueReceived: entry("year", "收入", yearEvents.RevenueReceived),
  PaymentMade: entry("year", "支付", yearEvents.PaymentMade),
  PaymentReturned: entry("year", "支付退回", yearEvents.PaymentReturned),
  NonFiscalSurplusUsed: entry("year", "使用非财政拨款结余", yearEvents.NonFiscalSurplusUsed),
  SurplusDistributed: entry("year", "结余分配", yearEvents.SurplusDistributed),
  ProcurementContracted: entry("year", "政府采购合同", yearEvents.ProcurementContracted),
  VehiclesCounted: entry("year", "车辆盘点", yearEvents.VehiclesCounted),
  LargeEquipmentCounted: entry("year", "大型设备盘点", yearEvents.LargeEquipmentCounted),
  ThreePublicCounted: entry("year", "“三公”经费实物量", yearEvents.ThreePublicCounted),
  ComparativeRecorded: entry("year", "上年数", yearEvents.ComparativeRecorded),
  ReasonStated: entry("year", "主要原因", yearEvents.ReasonStated),
  YearClosed: entry("year", "年度关账", yearEvents.YearClosed),
  YearReopened: entry("year", "年度重开", yearEvents.YearReopened),
  DisclosurePublished: entry("year", "决算公开", yearEvents.DisclosurePublished),

  ProjectEstablished: entry("project", "项目立项", projectEvents.ProjectEstablished),
  PerformanceGoalDeclared: entry("project", "绩效目标申报", projectEvents.PerformanceGoalDeclared),
  PerformanceGoalAdjusted: entry("project", "绩效目标调整", projectEvents.PerformanceGoalAdjusted),
  IndicatorDeclared: entry("project", "绩效指标申报", projectEvents.IndicatorDeclared),
  IndicatorAdjusted: entry("project", "绩效指标调整", projectEvents.IndicatorAdjusted),
  ActualValueRecorded: entry("project", "实际完成值", projectEvents.ActualValueRecorded),
  IndicatorScored: entry("project", "指标得分", projectEvents.IndicatorScored),
  DeviationExplained: entry("project", "偏差原因", projectEvents.DeviationExplained),
  SelfEvaluationConcluded: entry("project", "自评结论", projectEvents.SelfEvaluationConcluded),
  DepartmentEvaluationConcluded: entry("project", "部门评价结论", projectEvents.DepartmentEvaluationConcluded),

  EventReversed: entry("any", "红字冲销", EventReversed)
}

const kindByLabel = new Map(
  Object.entries(eventKinds).map(([kind, { label }]) => [normalizedLabel(label), kind as EventKind])
)

/** 事件种类 by its identifier or its label: `eventKindOf("支付")` is `"PaymentMade"`. */
export const eventKindOf = (text: string): EventKind | undefined =>
  isEventKind(text) ? text : kindByLabel.get(normalizedLabel(text))

export const isEventKind = (type: string): type is EventKind => Object.hasOwn(eventKinds, type)

/** What the log knows about an event beside what it states. `recordedAt` is an ISO instant in UTC with milliseconds. */
export interface EventMetadata {
  readonly recordedAt: string
  readonly actor: string
  /** 凭证号 or document number. */
  readonly evidence?: string
  readonly commandId?: string
  /** Id of the event that gave rise to this one. */
  readonly causation?: string
  /** Id of the reversed event that this one replaces. */
  readonly corrects?: string
}

/** 入账事件: an event with its place in the log. `position` counts over the whole log, `version` in its stream, both from 1. */
export interface StoredEvent<Event extends DomainEvent = DomainEvent> {
  readonly position: number
  readonly id: string
  readonly stream: string
  readonly version: number
  readonly type: Event["type"]
  readonly schemaVersion: number
  readonly data: Event["data"]
  readonly metadata: EventMetadata
}

/** Why outside data is no event: the kind is unknown, or its data does not fit (with the paths). */
export interface DecodingIssue {
  readonly _tag: "UnknownKind" | "DataDoesNotFit"
  readonly type: string
  readonly issue: string
}

/** Whether decoding left nothing out: what it answers has the shape of what it was given, but for fields that are unknown. */
const keptAll = (given: unknown, kept: unknown): boolean => {
  if (given === kept || typeof given !== "object" || given === null) return true
  const keys = Object.keys(given)
  if (keys.length !== Object.keys(kept as object).length) return false
  return keys.every((key) => keptAll(given[key as never], (kept as object)[key as never]))
}

/**
 * The decoder of a kind. Data that fits is decoded the quick way, which stops at the first fault and leaves unknown fields
 * out; where it did either, the slow way is gone, which names every fault.
 */
const decoderOf = (type: EventKind) => {
  const { schema } = eventKinds[type]
  const quick = Schema.decodeUnknownResult(schema)
  const telling = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
  return (data: unknown): Result.Result<DomainEvent, DecodingIssue> => {
    const fitting = quick(data)
    const decoded = Result.isSuccess(fitting) && keptAll(data, fitting.success) ? fitting : telling(data)
    return Result.mapBoth(decoded, {
      onSuccess: (value) => ({ type, data: value }) as DomainEvent,
      onFailure: (error): DecodingIssue => ({ _tag: "DataDoesNotFit", type, issue: String(error) })
    })
  }
}

const decoders = new Map<EventKind, ReturnType<typeof decoderOf>>()

const decodeData = (type: EventKind, data: unknown): Result.Result<DomainEvent, DecodingIssue> => {
  const known = decoders.get(type)
  if (known !== undefined) return known(data)
  const made = decoderOf(type)
  decoders.set(type, made)
  return made(data)
}

/** A reversal is decoded with what it takes back: the copy is folded, so it must be an event itself, and no reversal. */
const decodeOriginal = (reversal: ReversalEvent): Result.Result<DomainEvent, DecodingIssue> => {
  const { data, type } = reversal.data.original
  if (!isEventKind(type) || type === "EventReversed") return Result.fail({ _tag: "UnknownKind", type, issue: type })
  return Result.map(decodeData(type, data), () => reversal)
}

/**
 * Decodes outside data into an event; every fault is listed with its path, unknown fields are faults too.
 *
 * @example decodeEvent("YearClosed", { occurredOn: "2024-12-31" }) // Result.succeed({ type: "YearClosed", data: … })
 */
export const decodeEvent = (type: string, data: unknown): Result.Result<DomainEvent, DecodingIssue> => {
  if (!isEventKind(type)) return Result.fail({ _tag: "UnknownKind", type, issue: type })
  return Result.flatMap(decodeData(type, data), (event) =>
    event.type === "EventReversed" ? decodeOriginal(event) : Result.succeed(event)
  )
}
