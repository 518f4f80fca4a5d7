/** 年初结转和结余: a file of opening carry-over, one line of the budget a row, in 元 to the 分. */
import * as Result from "effect/Result"
import { fund, functional, kind, project } from "./budget-line.ts"
import { readCsv, type RowMismatch } from "./csv.ts"
import type { Fault } from "./Fault.ts"
import { decodeText } from "./decode-text.ts"
import { amount, type RowOf } from "./Layout.ts"

export const carryoverFields = {
  fund,
  functional,
  kind,
  project,
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
