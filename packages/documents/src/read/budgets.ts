/** 预算指标: a file of year-start budgets and their adjustments, one line of the budget a row. 调剂 between two lines is recorded one by one. */
import { AdjustmentKind } from "@juesuan/domain"
import * as Result from "effect/Result"
import { fund, functional, kind, project } from "./budget-line.ts"
import { readCsv, type RowMismatch } from "./csv.ts"
import type { Fault } from "./Fault.ts"
import { amount, date, type Field, optional, type RowOf, words } from "./Layout.ts"
import type { RequestRow } from "./RequestRow.ts"

const initialLabels = ["年初预算", "年初预算批复", "初始预算", "initial"]

/** 年初预算, or the kind of an adjustment. */
const entry: Field<"initial" | AdjustmentKind> = {
  id: "entry",
  label: "指标类型",
  synonyms: ["类型", "调整方式"],
  required: true,
  expected: {
    zh: `“年初预算”、${AdjustmentKind.ids.map((id) => `“${AdjustmentKind.labelOf(id)}”`).join("、")}`,
    en: `initial, ${AdjustmentKind.ids.join(", ")}`
  },
  read: (text) => (initialLabels.includes(text) ? "initial" : AdjustmentKind.idOf(text)),
  example: "年初预算"
}

export const budgetFields = {
  occurredOn: date({ id: "occurredOn", label: "日期", synonyms: ["业务日期", "批复日期"], example: "2024-01-05" }),
  approval: words({ id: "approval", label: "批复文号", synonyms: ["文号", "依据文号"], example: "财预〔2024〕1号" }),
  entry,
  fund,
  functional,
  kind,
  project,
  applied: optional(amount({ id: "applied", label: "目标申报数", synonyms: ["申报数"], example: "2,500,000.00" })),
  amount: amount({
    id: "amount",
    label: "金额",
    synonyms: ["预算数", "预算编制数", "指标金额"],
    example: "2,400,000.00"
  }),
  reason: optional(words({ id: "reason", label: "事由", synonyms: ["原因", "调整原因", "摘要"], example: "" }))
} as const

/** Budget lines as requests, in the order of the file. */
export const readBudgets = (
  file: string,
  text: string
): Result.Result<ReadonlyArray<RequestRow>, ReadonlyArray<Fault>> =>
  readCsv(file, text, { fields: budgetFields, make: requestOf })

const requestOf = (
  { amount: sum, applied, entry, reason, ...rest }: RowOf<typeof budgetFields>,
  line: number
): Result.Result<RequestRow, RowMismatch> => {
  if (entry === "initial") {
    const data = { ...rest, approved: sum, ...(applied === undefined ? {} : { applied }) }
    return Result.succeed({ line, kind: "InitialBudgetApproved", data })
  }
  if (reason === undefined) {
    const expected = {
      zh: "调整的事由（只有年初预算可以不填）",
      en: "the reason of the adjustment (only initial budgets may leave it out)"
    }
    return Result.fail({ field: budgetFields.reason, found: "", expected })
  }
  if (applied !== undefined) {
    const expected = { zh: "空白，目标申报数只随年初预算填写", en: "a blank: it belongs to initial budgets only" }
    return Result.fail({ field: budgetFields.applied, found: applied, expected })
  }
  return Result.succeed({ line, kind: "BudgetAdjusted", data: { ...rest, adjustment: entry, amount: sum, reason } })
}
