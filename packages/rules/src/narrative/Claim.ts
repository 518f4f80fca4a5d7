/**
 * 表述: what a sentence of the narrative states about a figure, as data: subject, relation, the numbers as printed, and the
 * words they stand in. A claim says nothing about whether it holds.
 */
import type { PrintedNumber, SourcePlace } from "@juesuan/domain"
import type { SectionKind } from "../content/narrative/sections.ts"

/** 引文: the clause as printed, and where it stands. */
export interface Quote {
  readonly quote: string
  readonly section: string
  readonly place: SourcePlace
}

/**
 * 主语: what the sentence speaks of. `id` is the same for all sentences that speak of one figure; `cells` are the addresses
 * of what it may be (each entry a sum of cells); none where no table holds it or the name is not known for sure (`bound` false).
 */
export interface Subject {
  readonly id: string
  readonly name: string
  readonly bound: boolean
  readonly cells: ReadonlyArray<ReadonlyArray<string>>
  readonly loosely: ReadonlyArray<string>
  readonly budget: string | undefined
  /** A functional code where the subject is one. */
  readonly code: string | undefined
}

/** 预算口径. `unstated`: the sentence says 预算 only. */
export type BudgetKind = "initial" | "full-year" | "adjusted" | "unstated"

export interface Stated {
  readonly number: PrintedNumber
  readonly text: string
  readonly quote: Quote
}

/** -1 减少, 1 增加, 0 持平; `either`: 增加（减少）, as a form left it. */
export type Direction = -1 | 0 | 1 | "either"

export interface AmountClaim {
  readonly kind: "amount"
  readonly subject: Subject
  readonly of: "actual" | "last-year" | "budget"
  readonly budget?: BudgetKind
  readonly stated: Stated
  /** The year that stands before the subject, where one does. */
  readonly year: number | undefined
  readonly section: SectionKind
  /** Inside 用于 …: a part of what was spent. */
  readonly use: boolean
}

export interface ShareClaim {
  readonly kind: "share"
  readonly subject: Subject
  readonly part: Stated | undefined
  /** Whether the sentence itself says what it is a share of. */
  readonly named: boolean
  /** What it may be a share of: what the sentence names, else what stands before the list. */
  readonly wholes: ReadonlyArray<Whole>
  readonly percent: Stated
}

export interface Whole {
  readonly subject: Subject
  readonly stated: Stated | undefined
}

export interface CompletionClaim {
  readonly kind: "completion"
  readonly subject: Subject
  readonly actual: Stated | undefined
  readonly budget: Stated | undefined
  readonly budgetKind: BudgetKind
  /** What the percentage says it is of. */
  readonly percentOf: BudgetKind
  readonly percent: Stated
}

export interface ChangeClaim {
  readonly kind: "change"
  readonly subject: Subject
  readonly against: "last-year" | "budget" | "other"
  readonly direction: Direction
  /** Direction words in the order in which they stand: of the amount, of the percentage. */
  readonly percentDirection: Direction | undefined
  /** What the change may be of: the actual first, then a budget that the sentence names. */
  readonly current: ReadonlyArray<Stated>
  readonly base: Stated | undefined
  readonly amount: Stated | undefined
  readonly percent: Stated | undefined
  readonly quote: Quote
  /** The year that the sentence compares with, where it names one. */
  readonly againstYear: number | undefined
  /** Whether the paragraph gives a reason. */
  readonly explained: boolean
  readonly reasonParts: ReadonlyArray<ReasonPart>
}

/** 原因中的一部分: 人员经费增加23.39万元. */
export interface ReasonPart {
  readonly name: string
  readonly direction: Direction
  readonly stated: Stated
}

/** 决算数大于预算数, 决算数与预算数持平: an order of two figures, one of which may be known by the completion rate only. */
export interface OrderClaim {
  readonly kind: "order"
  readonly subject: Subject
  readonly order: -1 | 0 | 1
  readonly actual: Stated | undefined
  readonly budget: Stated | undefined
  readonly completion: Stated | undefined
  readonly quote: Quote
}

export interface CountClaim {
  readonly kind: "count"
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly cell: string | undefined
  readonly section: SectionKind
  readonly stated: Stated
}

/** 款的罗列: what a part of basic expenditure is said to consist of. */
export interface ListClaim {
  readonly kind: "list"
  readonly part: "personnel" | "public-use"
  readonly names: ReadonlyArray<string>
  /** 等 at the end. */
  readonly open: boolean
  /** 主要包括. */
  readonly hedged: boolean
  readonly quote: Quote
}

/** 本年度无此项收支. */
export interface NothingClaim {
  readonly kind: "nothing"
  readonly of: "government-fund" | "state-capital-expenditure"
  readonly income: boolean
  readonly expenditure: boolean
  readonly quote: Quote
}

/** 用于 …: an item's expenditure, and the parts that the sentence says it was used for. */
export interface UseClaim {
  readonly kind: "use"
  readonly subject: Subject
  readonly actual: Stated | undefined
  readonly budget: Stated | undefined
  readonly parts: ReadonlyArray<UsePart>
  readonly open: boolean
  readonly quote: Quote
}

/** `bound`: a table holds the part under this name; then it is judged as an amount. */
export interface UsePart {
  readonly name: string
  readonly bound: boolean
  readonly stated: Stated
}

/** Numbers that stand in the text and are not judged, and why. */
interface UnjudgedClaim {
  readonly kind: "unjudged"
  readonly text: string
  readonly reason: "subject" | "relation" | "unreadable" | "reason"
  readonly quote: Quote
}

export type Claim =
  | AmountClaim
  | ShareClaim
  | CompletionClaim
  | ChangeClaim
  | OrderClaim
  | CountClaim
  | ListClaim
  | NothingClaim
  | UseClaim
  | UnjudgedClaim
