/**
 * 年度: what is recorded about one fiscal year of a unit: opening, budgets, revenue, payments, procurement, assets,
 * counts, reasons, closing. The names in this file are what is stored: renaming one is a migration.
 */
import * as Schema from "effect/Schema"
import { FunctionalCode } from "../ItemCode.ts"
import { EventId, ProjectCode } from "../EventId.ts"
import { AmountText, DecimalText, PositiveAmountText } from "../Quantity.ts"
import {
  AdjustmentKind,
  DistributionPurpose,
  ExpenditureKind,
  ProcurementCategory,
  RevenueSource,
  SupplierSize,
  ThreePublicCount,
  ThreePublicItem,
  VehicleKind
} from "../Terms.ts"
import { Approval, BudgetLine, dated, economic, Reason, Words } from "./fields.ts"

const line = BudgetLine.fields
/** Every kind once: two counts of one kind would have to be added or chosen between, and neither is ours to do. */
const eachOnce = <Entry>(kindOf: (entry: Entry) => string) =>
  Schema.makeFilter(
    (entries: ReadonlyArray<Entry>) =>
      new Set(entries.map(kindOf)).size === entries.length || "每种只列一次 / every kind once"
  )

const Count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000_000 }))

/** What a payment was made for; a return repeats it. */
const payment = { ...line, economic, amount: PositiveAmountText }

export const yearEvents = {
  /** 年度开账: the year begins, with its opening carry-over (年初结转和结余) by budget line. */
  YearOpened: Schema.Struct({
    ...dated,
    carryovers: Schema.Array(Schema.Struct({ ...line, amount: PositiveAmountText }))
  }),
  /** 项目入库: a project takes part in this year; budgets and payments may name it from here on. */
  ProjectListed: Schema.Struct({ ...dated, project: ProjectCode, name: Words }),

  /** 年初预算批复: 目标申报数 (`applied`, where there is one) and 预算编制数 (`approved`) are two figures. */
  InitialBudgetApproved: Schema.Struct({
    ...dated,
    ...line,
    applied: Schema.optionalKey(AmountText),
    approved: AmountText,
    approval: Approval
  }),
  /** 预算调整: 追加, 追减 or 收回 on one line; `amount` is positive, the kind carries the sign. */
  BudgetAdjusted: Schema.Struct({
    ...dated,
    ...line,
    adjustment: AdjustmentKind.schema,
    amount: PositiveAmountText,
    approval: Approval,
    reason: Reason
  }),
  /** 预算调剂: one line gives, another takes, the total stays. */
  BudgetReallocated: Schema.Struct({
    ...dated,
    from: BudgetLine,
    to: BudgetLine,
    amount: PositiveAmountText,
    approval: Approval,
    reason: Reason
  }),
  /** “三公”经费预算: the year-start budget of one item. */
  ThreePublicBudgetApproved: Schema.Struct({
    ...dated,
    item: ThreePublicItem.schema,
    amount: AmountText,
    approval: Approval
  }),
  /** “三公”经费预算调整 of one item. */
  ThreePublicBudgetAdjusted: Schema.Struct({
    ...dated,
    item: ThreePublicItem.schema,
    adjustment: AdjustmentKind.schema,
    amount: PositiveAmountText,
    approval: Approval,
    reason: Reason
  }),

  /** 收入: received by source; the source decides the fund. */
  RevenueReceived: Schema.Struct({
    ...dated,
    source: RevenueSource.schema,
    functional: FunctionalCode,
    kind: ExpenditureKind.schema,
    project: Schema.optionalKey(ProjectCode),
    amount: PositiveAmountText,
    payer: Words
  }),
  /** 支付: one payment, by functional and economic code, fund, 支出类型 and project. The voucher is the evidence in the metadata. */
  PaymentMade: Schema.Struct({ ...dated, ...payment, payee: Words, summary: Words }),
  /** 支付退回: all or part of a payment came back; it repeats what the payment was for. */
  PaymentReturned: Schema.Struct({ ...dated, ...payment, payment: EventId, reason: Reason }),
  /** 使用非财政拨款结余(含专用结余): surplus of earlier years used to cover this year's shortfall on a line of the non-fiscal fund. */
  NonFiscalSurplusUsed: Schema.Struct({ ...dated, ...line, amount: PositiveAmountText, approval: Approval }),
  /** 结余分配: surplus of a line distributed (income tax, 专用结余, 非财政拨款结余). */
  SurplusDistributed: Schema.Struct({
    ...dated,
    ...line,
    purpose: DistributionPurpose.schema,
    amount: PositiveAmountText
  }),

  /** 政府采购合同: goods, works or services, with the size of the supplier. */
  ProcurementContracted: Schema.Struct({
    ...dated,
    contract: Words,
    category: ProcurementCategory.schema,
    amount: PositiveAmountText,
    supplier: Words,
    size: SupplierSize.schema,
    project: Schema.optionalKey(ProjectCode)
  }),
  /** 车辆盘点: vehicles by kind as of the day; the latest by business date holds. */
  VehiclesCounted: Schema.Struct({
    ...dated,
    vehicles: Schema.Array(Schema.Struct({ kind: VehicleKind.schema, count: Count })).check(
      eachOnce(({ kind }: { readonly kind: string }) => kind)
    )
  }),
  /** 单价100万元（含）以上设备（不含车辆）盘点: number of sets as of the day. */
  LargeEquipmentCounted: Schema.Struct({ ...dated, count: Count }),
  /** “三公”经费实物量: 团组, 人次, 购置辆, 保有量, 批次 …; the latest value of each holds. */
  ThreePublicCounted: Schema.Struct({
    ...dated,
    counts: Schema.NonEmptyArray(Schema.Struct({ item: ThreePublicCount.schema, count: Count })).check(
      eachOnce(({ item }: { readonly item: string }) => item)
    )
  }),

  /** 上年数: a figure of the year before, as published there, where that year is not in the log. */
  ComparativeRecorded: Schema.Struct({
    ...dated,
    figure: Words,
    value: DecimalText,
    unit: Words,
    source: Words
  }),
  /** 主要原因: the reason that the narrative gives for a figure or a change, by the address of what it explains. */
  ReasonStated: Schema.Struct({ ...dated, about: Words, text: Words }),

  /** 年度关账: no entry after this, unless the year is reopened. */
  YearClosed: Schema.Struct({ ...dated }),
  /** 年度重开: with the approval that allows it. */
  YearReopened: Schema.Struct({ ...dated, approval: Approval, reason: Reason }),
  /** 决算公开: the disclosure went out, under these rules, there. */
  DisclosurePublished: Schema.Struct({ ...dated, ruleSet: Words, place: Words })
} as const
