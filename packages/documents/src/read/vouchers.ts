/** 支付凭证: a file of payments, one a row. A payment that came back (支付退回) names the payment and is recorded by itself. */
import * as Result from "effect/Result"
import { fund, functional, kind, project } from "./budget-line.ts"
import { readCsv } from "./csv.ts"
import type { Fault } from "./Fault.ts"
import { amount, date, economicCode, words } from "./Layout.ts"
import type { RequestRow } from "./RequestRow.ts"

export const voucherFields = {
  occurredOn: date({
    id: "occurredOn",
    label: "日期",
    synonyms: ["业务日期", "支付日期", "凭证日期"],
    example: "2024-03-05"
  }),
  voucher: words({ id: "voucher", label: "凭证号", synonyms: ["凭证编号", "凭证字号"], example: "记-2024-03-017" }),
  fund,
  functional,
  economic: economicCode({
    id: "economic",
    label: "经济科目",
    synonyms: ["部门经济科目", "经济分类科目", "支出经济分类科目", "经济科目代码", "经济分类科目代码"],
    example: "30201"
  }),
  kind,
  project,
  amount: amount({ id: "amount", label: "金额", synonyms: ["支付金额"], example: "1,234.56" }),
  payee: words({ id: "payee", label: "收款方", synonyms: ["收款人", "收款单位", "供应商"], example: "办公用品公司" }),
  summary: words({ id: "summary", label: "摘要", synonyms: ["用途", "事由"], example: "办公用品" })
} as const

/** Vouchers as requests, in the order of the file. */
export const readVouchers = (
  file: string,
  text: string
): Result.Result<ReadonlyArray<RequestRow>, ReadonlyArray<Fault>> =>
  readCsv(file, text, {
    fields: voucherFields,
    make: ({ voucher = "", ...data }, line) => Result.succeed({ line, kind: "PaymentMade", data, evidence: voucher })
  })
