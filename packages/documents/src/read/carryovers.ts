/** 年初结转和结余: a file of opening carry-over, one line of the budget a row, in 元 to the 分. */
import { ExpenditureKind, Fund } from "@juesuan/domain"
import * as Result from "effect/Result"
import { readCsv, type RowMismatch } from "./csv.ts"
import type { Fault } from "./Fault.ts"
import { decodeText } from "./decode-text.ts"
import { amount, functionalCode, optional, projectCode, type RowOf, term } from "./Layout.ts"

export const carryoverFields = {
  fund: term(Fund, { id: "fund", label: "资金性质", synonyms: [], example: "一般公共预算财政拨款" }),
  functional: functionalCode({
    id: "functional",
    label: "功能科目",
    synonyms: ["功能分类科目", "支出功能分类科目", "功能科目代码", "功能分类科目代码"],
    example: "2010306"
  }),
  kind: term(ExpenditureKind, { id: "kind", label: "支出类型", synonyms: ["支出类别"], example: "项目支出" }),
  project: optional(projectCode({ id: "project", label: "项目代码", synonyms: ["项目"], example: "P01" })),
  amount: amount({ id: "amount", label: "金额", synonyms: ["结转金额", "年初结转和结余"], example: "12,345.67" })
} as const

export type CarryoverRow = RowOf<typeof carryoverFields> & { readonly amount: string }

const lineOf = (row: RowOf<typeof carryoverFields>): Result.Result<CarryoverRow, RowMismatch> => {
  const { amount: sum } = row
  return sum === undefined
    ? Result.fail({ field: carryoverFields.amount, found: "", expected: carryoverFields.amount.expected })
    : Result.succeed({ ...row, amount: sum })
}

/** The lines of a file, in its order. */
export const readCarryovers = (
  file: string,
  bytes: Uint8Array
): Result.Result<ReadonlyArray<CarryoverRow>, ReadonlyArray<Fault>> => {
  const decoded = decodeText(file, bytes)
  if (Result.isFailure(decoded)) return Result.fail([decoded.failure])
  return readCsv(file, decoded.success.text, { fields: carryoverFields, make: lineOf })
}
