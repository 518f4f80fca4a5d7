/**
 * 预算: class budgets and the reported projects' budgets at the start of the year are published; the adjustments of the
 * year are reconstructed. On every line the year ends with a withdrawal (收回) of what was not spent, because 年末结转
 * is blank and the reported projects' full-year budgets equal their payments.
 */

/** 基本支出 by class in 分: as printed, less the projects (all of them in 201). */
export const printedClassBudgets = { "201": "1609.53", "208": "110.91", "210": "51.72", "221": "96.98" } as const

export const budgetedClasses = ["201", "208", "210", "221"] as const

export interface Adjustment {
  readonly occurredOn: string
  /** 基本支出 of a class, or a project by code. */
  readonly line: { readonly class: (typeof budgetedClasses)[number] } | { readonly project: string }
  readonly kind: "supplement" | "reduction"
  readonly fen: number
  readonly reason: string
}

export const adjustments: ReadonlyArray<Adjustment> = [
  {
    occurredOn: "2024-06-20",
    line: { class: "201" },
    kind: "supplement",
    fen: 30_000_000,
    reason: "调整工资标准，追加人员经费"
  },
  {
    occurredOn: "2024-07-16",
    line: { class: "208" },
    kind: "supplement",
    fen: 6_000_000,
    reason: "养老保险缴费基数增加"
  },
  {
    occurredOn: "2024-07-16",
    line: { class: "210" },
    kind: "supplement",
    fen: 5_800_000,
    reason: "医疗保险缴费基数增加"
  },
  {
    occurredOn: "2024-09-12",
    line: { project: "P03" },
    kind: "supplement",
    fen: 10_000_000,
    reason: "年中追加窗口服务经费"
  },
  {
    occurredOn: "2024-10-15",
    line: { project: "P05" },
    kind: "reduction",
    fen: 40_000_000,
    reason: "重新签订合同，成本降低"
  },
  {
    occurredOn: "2024-10-24",
    line: { class: "201" },
    kind: "supplement",
    fen: 20_000_000,
    reason: "追加人员经费和公用经费"
  },
  { occurredOn: "2024-11-20", line: { class: "221" }, kind: "reduction", fen: 2_500_000, reason: "住房公积金基数调整" }
]

/** 预算调剂 between projects. */
export const reallocations = [
  { occurredOn: "2024-08-22", from: "P08", to: "P11", fen: 4_000_000, reason: "评审费结余调剂用于系统运行维护" }
] as const

/** The day of the year-end withdrawals. */
export const withdrawnOn = "2024-12-30"
export const withdrawalReason = "年末未执行指标收回"

/** 公务用车运行维护费 at the start of the year, in 分. */
export const vehicleBudgetFen = 2_760_000
