/** Fields that several kinds of event share, so that one fiscal concept has one spelling in the stored format. */
import * as Schema from "effect/Schema"
import { EconomicCode, FunctionalCode } from "../ItemCode.ts"
import { DateText, ProjectCode } from "../EventId.ts"
import { ExpenditureKind, Fund } from "../Terms.ts"

/** Every event says on which business day the thing happened; when it was recorded is metadata. */
export const dated = { occurredOn: DateText }

/** 文字: a text that says something; blanks alone do not. */
export const Words = Schema.String.check(Schema.isPattern(/\S/u, { message: "非空文本 / a text that is not empty" }))

/** 资金明细: fund, functional code (as budgeted: 类, 款 or 项), 支出类型 and, where it names one, the project. */
export const BudgetLine = Schema.Struct({
  fund: Fund.schema,
  functional: FunctionalCode,
  kind: ExpenditureKind.schema,
  project: Schema.optionalKey(ProjectCode)
})
export type BudgetLine = typeof BudgetLine.Type

/** 批复文号 or 依据文号. */
export const Approval = Words.annotate({ title: "批复文号" })
/** 原因, in words. */
export const Reason = Words.annotate({ title: "原因" })
export const economic = EconomicCode
