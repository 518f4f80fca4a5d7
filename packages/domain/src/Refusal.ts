/**
 * 拒绝: why a decision says no. A flat union of plain values with their fields; the sentence is made last, by `refusalMessage`,
 * in the reader's language. Amounts are text in 元, points are text, dates are `YYYY-MM-DD`.
 *
 * Where several refusals apply, the one that stands first in `refusalPrecedence` is given: first whether the stream stands so
 * that anything can be recorded, then the event referred to, then what was done already, then dates, codes, projects and
 * indicators, budget lines, and amounts last. Names are stable: programs depend on them.
 */
import type { EventKind } from "./Event.ts"
import type { EventReference } from "./EventId.ts"
import type { BudgetLine } from "./events/fields.ts"
import type { EconomicCode, FunctionalCode } from "./ItemCode.ts"
import type { ExpenditureKind, Fund, ItemLevel, ThreePublicItem } from "./Terms.ts"

/** A code or a name that is known, offered instead of one that is not. */
export interface Suggestion<Code extends string = string> {
  readonly code: Code
  readonly name: string
}

/** A line whose closing carry-over would be below zero; the functional code is the class. */
export interface NegativeCarryover extends BudgetLine {
  readonly amount: string
}

interface Fields {
  // 一、单位、年度、项目是否可以记录 the stream stands so that this can be recorded
  /** The scope does not say which year or which project the event is about. */
  readonly ScopeIncomplete: { readonly type: EventKind; readonly missing: "year" | "project" }
  readonly UnitUnknown: { readonly unit: string }
  /** No classification of that year is held here. */
  readonly ClassificationNotHeld: { readonly year: number; readonly held: ReadonlyArray<number> }
  readonly YearNotOpened: { readonly unit: string; readonly year: number }
  readonly YearClosed: { readonly unit: string; readonly year: number; readonly type: EventKind }
  /** Only a closed year can be reopened or published. */
  readonly YearNotClosed: { readonly unit: string; readonly year: number; readonly type: EventKind }
  readonly ProjectNotEstablished: { readonly project: string; readonly year: number }

  // 二、所指事件 the event that a return or a reversal is about
  readonly OriginalNotFound: { readonly reference: EventReference }
  readonly OriginalOfAnotherStream: { readonly id: string; readonly stream: string; readonly expected: string }
  readonly OriginalOfAnotherKind: { readonly id: string; readonly found: EventKind; readonly expected: EventKind }
  /** 关账, 重开 and 红字冲销 are followed by their opposite, not reversed. */
  readonly NotReversible: { readonly id: string; readonly type: EventKind }
  readonly AlreadyReversed: { readonly id: string }
  /** A payment of which something was returned: the returns are reversed first. */
  readonly PaymentHasReturns: { readonly id: string; readonly returned: string }
  /** Other events rest on it: its replacement, for the same subject, must come with the reversal. */
  readonly NotReversibleAlone: { readonly id: string; readonly type: EventKind; readonly subject?: string }
  readonly ReplacementOfAnotherStream: { readonly type: EventKind; readonly stream: string }

  // 三、已经办过 done already
  readonly UnitAlreadyRegistered: { readonly unit: string; readonly name: string }
  readonly YearAlreadyOpened: { readonly unit: string; readonly year: number }
  readonly ProjectAlreadyListed: { readonly project: string; readonly known: string; readonly requested: string }
  readonly ProjectAlreadyEstablished: { readonly project: string; readonly name: string }
  readonly BudgetAlreadyApproved: { readonly line: BudgetLine }
  readonly ThreePublicBudgetAlreadyApproved: { readonly item: ThreePublicItem }
  readonly GoalAlreadyDeclared: { readonly project: string }
  readonly IndicatorAlreadyDeclared: { readonly indicator: string }
  readonly EvaluationAlreadyConcluded: { readonly project: string; readonly evaluation: "self" | "department" }

  // 四、日期 dates
  /** The business date is outside what this kind allows in this year; without `until` there is no end. */
  readonly DateOutsideYear: {
    readonly type: EventKind
    readonly year: number
    readonly occurredOn: string
    readonly from: string
    readonly until?: string
  }
  readonly ReturnBeforePayment: { readonly payment: string; readonly paidOn: string; readonly returnedOn: string }

  // 五、科目 codes
  readonly FunctionalCodeUnknown: {
    readonly code: FunctionalCode
    readonly year: number
    readonly nearest: ReadonlyArray<Suggestion<FunctionalCode>>
  }
  /** The class has no line in departmental tables (预备费, 社会保险基金支出 …). */
  readonly FunctionalCodeOutsideDepartments: { readonly code: FunctionalCode; readonly name: string }
  readonly FunctionalCodeNotItemLevel: {
    readonly type: EventKind
    readonly code: FunctionalCode
    readonly level: ItemLevel
    readonly below: ReadonlyArray<Suggestion<FunctionalCode>>
  }
  readonly EconomicCodeUnknown: {
    readonly code: EconomicCode
    readonly year: number
    readonly nearest: ReadonlyArray<Suggestion<EconomicCode>>
  }
  readonly EconomicCodeNotItemLevel: {
    readonly code: EconomicCode
    readonly below: ReadonlyArray<Suggestion<EconomicCode>>
  }
  /** Classes are fixed by the official form of the year. */
  readonly AdoptedItemIsClass: { readonly code: string; readonly year: number }
  readonly AdoptedParentUnknown: { readonly code: string; readonly parent: string; readonly year: number }
  readonly AdoptedCodeHasAnotherName: {
    readonly code: string
    readonly year: number
    readonly known: string
    readonly requested: string
  }

  // 六、资金、项目、目标、指标 funds, projects, goals, indicators
  /** 上缴上级, 经营 and 对附属单位补助 are paid from 非财政拨款 only. */
  readonly KindNotOfFiscalFund: { readonly fund: Fund; readonly kind: ExpenditureKind }
  /** 非财政拨款结余 is used and distributed on lines of 非财政拨款 only. */
  readonly SurplusOfFiscalFund: { readonly type: EventKind; readonly fund: Fund }
  readonly ProjectRequired: { readonly type: EventKind }
  readonly ProjectNotAllowed: { readonly kind: ExpenditureKind; readonly project: string }
  readonly ProjectUnknown: {
    readonly project: string
    readonly year: number
    readonly nearest: ReadonlyArray<Suggestion>
  }
  readonly GoalNotDeclared: { readonly project: string }
  readonly IndicatorUnknown: { readonly indicator: string; readonly nearest: ReadonlyArray<string> }
  readonly ActualFormMismatch: {
    readonly indicator: string
    readonly expected: "quantitative" | "qualitative"
    readonly found: "quantitative" | "qualitative"
  }

  // 七、预算指标 budget lines
  readonly BudgetLineMissing: { readonly line: BudgetLine; readonly lines: ReadonlyArray<BudgetLine> }
  /** Of two lines of one fund, kind and project, no code may be the beginning of the other. */
  readonly BudgetLevelsOverlap: { readonly line: BudgetLine; readonly other: BudgetLine }
  readonly ReallocationToSameLine: { readonly line: BudgetLine }
  readonly ReallocationBetweenFunds: { readonly from: Fund; readonly to: Fund }

  // 八、金额、分值 amounts and points
  readonly PaymentExceedsAvailableBudget: {
    readonly line: BudgetLine
    readonly available: string
    readonly requested: string
  }
  readonly AdjustmentExceedsAvailableBudget: {
    readonly line: BudgetLine
    readonly available: string
    readonly requested: string
  }
  readonly ThreePublicAdjustmentExceedsBudget: {
    readonly item: ThreePublicItem
    readonly budget: string
    readonly requested: string
  }
  readonly ReturnExceedsPayment: {
    readonly payment: string
    readonly paid: string
    readonly returned: string
    readonly requested: string
  }
  readonly ReversalLeavesBudgetOverdrawn: {
    readonly id: string
    readonly line: BudgetLine
    readonly available: string
  }
  readonly ReversalLeavesThreePublicBudgetNegative: {
    readonly id: string
    readonly item: ThreePublicItem
    readonly budget: string
  }
  readonly WeightsExceedTotal: { readonly project: string; readonly sum: string; readonly total: string }
  readonly WeightsDoNotAddUp: { readonly project: string; readonly sum: string; readonly expected: string }
  readonly ScoreAboveWeight: { readonly indicator: string; readonly weight: string; readonly score: string }
  /** A part of the conclusion states more points than the rule set gives it. */
  readonly ConclusionAboveWeight: {
    readonly part: "execution" | "indicators" | "total"
    readonly weight: string
    readonly score: string
  }
  readonly ClosingCarryoverNegative: {
    readonly unit: string
    readonly year: number
    readonly lines: ReadonlyArray<NegativeCarryover>
  }
}

export type RefusalTag = keyof Fields

/** 拒绝 of one name: `RefusalOf<"YearClosed">`. */
export type RefusalOf<Tag extends RefusalTag> = { readonly _tag: Tag } & Fields[Tag]

/** 拒绝: any of them. */
export type Refusal = { readonly [Tag in RefusalTag]: RefusalOf<Tag> }[RefusalTag]

/** 先后次序: where several refusals apply, the first of these is given. */
export const refusalPrecedence: ReadonlyArray<RefusalTag> = [
  "ScopeIncomplete",
  "UnitUnknown",
  "ClassificationNotHeld",
  "YearNotOpened",
  "YearClosed",
  "YearNotClosed",
  "ProjectNotEstablished",

  "OriginalNotFound",
  "OriginalOfAnotherStream",
  "OriginalOfAnotherKind",
  "NotReversible",
  "AlreadyReversed",
  "PaymentHasReturns",
  "NotReversibleAlone",
  "ReplacementOfAnotherStream",

  "UnitAlreadyRegistered",
  "YearAlreadyOpened",
  "ProjectAlreadyListed",
  "ProjectAlreadyEstablished",
  "BudgetAlreadyApproved",
  "ThreePublicBudgetAlreadyApproved",
  "GoalAlreadyDeclared",
  "IndicatorAlreadyDeclared",
  "EvaluationAlreadyConcluded",

  "DateOutsideYear",
  "ReturnBeforePayment",

  "FunctionalCodeUnknown",
  "FunctionalCodeOutsideDepartments",
  "FunctionalCodeNotItemLevel",
  "EconomicCodeUnknown",
  "EconomicCodeNotItemLevel",
  "AdoptedItemIsClass",
  "AdoptedParentUnknown",
  "AdoptedCodeHasAnotherName",

  "KindNotOfFiscalFund",
  "SurplusOfFiscalFund",
  "ProjectRequired",
  "ProjectNotAllowed",
  "ProjectUnknown",
  "GoalNotDeclared",
  "IndicatorUnknown",
  "ActualFormMismatch",

  "BudgetLineMissing",
  "BudgetLevelsOverlap",
  "ReallocationToSameLine",
  "ReallocationBetweenFunds",

  "PaymentExceedsAvailableBudget",
  "AdjustmentExceedsAvailableBudget",
  "ThreePublicAdjustmentExceedsBudget",
  "ReturnExceedsPayment",
  "ReversalLeavesBudgetOverdrawn",
  "ReversalLeavesThreePublicBudgetNegative",
  "WeightsExceedTotal",
  "WeightsDoNotAddUp",
  "ScoreAboveWeight",
  "ConclusionAboveWeight",
  "ClosingCarryoverNegative"
]
