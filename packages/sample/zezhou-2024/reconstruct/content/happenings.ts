/** 日常差错: a few everyday events among the payments, reconstructed: money that came back, vouchers that were miscoded. */

import type { EconomicCode } from "@juesuan/domain"

/** 支付退回: a planned payment, by day and summary, that came back in whole (and was paid again) or in part. */
export interface Happening {
  /** The summary of the planned payment it happens to; summaries with a month or a person in them are unique. */
  readonly summary: string
  readonly occurredOn: string
}
export interface WholeReturn extends Happening {
  readonly returnedOn: string
  readonly paidAgainOn: string
  readonly reason: string
}
export interface PartialReturn extends Happening {
  readonly returnedOn: string
  /** Paid too much by so much, which came back. */
  readonly fen: number
  readonly reason: string
}
/** 红字冲销: booked wrongly, reversed and replaced by what was meant. */
export interface Miscoding extends Happening {
  readonly correctedOn: string
  readonly reason: string
  readonly wrong: { readonly economic?: EconomicCode; readonly basic?: true; readonly fen?: number }
}

export const wholeReturns: ReadonlyArray<WholeReturn> = [
  {
    summary: "第3批评审专家劳务费（第4人）",
    occurredOn: "2024-05-15",
    returnedOn: "2024-05-20",
    paidAgainOn: "2024-05-23",
    reason: "收款账号有误，银行退回"
  }
]

export const partialReturns: ReadonlyArray<PartialReturn> = [
  {
    summary: "8月办公楼电费",
    occurredOn: "2024-08-26",
    returnedOn: "2024-09-10",
    fen: 126_000,
    reason: "电表读数核对后，多付电费退回"
  },
  {
    summary: "赴外地学习标准化建设经验差旅费",
    occurredOn: "2024-08-09",
    returnedOn: "2024-08-16",
    fen: 21_400,
    reason: "多报城市间交通费退回"
  }
]

export const miscodings: ReadonlyArray<Miscoding> = [
  {
    summary: "购置电脑配件、线材",
    occurredOn: "2024-03-20",
    correctedOn: "2024-04-08",
    reason: "办公费误记维修（护）费",
    wrong: { economic: "30213" }
  },
  {
    summary: "拨缴5月工会经费",
    occurredOn: "2024-05-22",
    correctedOn: "2024-05-28",
    reason: "金额录入有误",
    wrong: { fen: 510_907 }
  },
  {
    summary: "第二季度楼层零星维修",
    occurredOn: "2024-06-25",
    correctedOn: "2024-07-04",
    reason: "项目支出误记基本支出",
    wrong: { basic: true }
  }
]
