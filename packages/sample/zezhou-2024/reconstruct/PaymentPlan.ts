/** 支付计划: how the amount of a leaf was paid out over the year: in lines (a kind of voucher), each on its days. */
import type { EconomicCode, FunctionalCode } from "@juesuan/domain"
import { workdayNear } from "./calendar.ts"
import { hundredths } from "./Published.ts"

/** One payment of a line: its day (`MM-DD`, moved to a worked day), its weight, and what differs from the line. */
export interface Turn {
  readonly day: string
  readonly weight: number
  readonly summary?: string
  readonly payee?: string
}

/** A kind of voucher that comes again. Several lines of one leaf share its amount: `yuan` is taken first, the rest goes by `share`. */
export interface PlanLine {
  readonly functional: FunctionalCode
  readonly economic: EconomicCode
  readonly project?: string
  readonly yuan?: string
  readonly share?: number
  /** Amounts are multiples of so many 分, but for the last one. */
  readonly unit: number
  readonly payee: string
  readonly summary: string
  readonly turns: ReadonlyArray<Turn>
  /** Payments of one day with the same group stand on one voucher. */
  readonly voucherGroup?: string
}

export interface PlannedPayment {
  readonly line: PlanLine
  readonly occurredOn: string
  readonly fen: number
  readonly payee: string
  readonly summary: string
}

/** Splits a whole amount by weights in multiples of `unit`; the parts add up to it, the last one takes what is over. */
export const apportioned = (fen: number, weights: ReadonlyArray<number>, unit: number): ReadonlyArray<number> => {
  const sum = weights.reduce((running, weight) => running + weight, 0)
  const units = Math.floor(fen / unit)
  let weighed = 0
  let given = 0
  return weights.map((weight, index) => {
    weighed += weight
    const until = index === weights.length - 1 ? fen : Math.floor((units * weighed) / sum) * unit
    const part = until - given
    given = until
    return part
  })
}

/** 1–12 as `MM`. */
export const months: ReadonlyArray<string> = Array.from({ length: 12 }, (_, index) =>
  String(index + 1).padStart(2, "0")
)

/** One payment a month on about this day, with twelve weights (one for all where only one is given); weight 0 is no payment. */
export const monthly = (
  day: number,
  summary: (month: number) => string,
  weights: ReadonlyArray<number> = [1]
): ReadonlyArray<Turn> =>
  months.flatMap((month, index) => {
    const weight = weights[index] ?? weights[0] ?? 1
    const on = `${month}-${String(day).padStart(2, "0")}`
    return weight === 0 ? [] : [{ day: on, weight, summary: summary(index + 1) }]
  })

/** The payments of all lines of one leaf; they add up to its amount. */
export const paymentsOf = (leafFen: number, lines: ReadonlyArray<PlanLine>): ReadonlyArray<PlannedPayment> => {
  const agreed = lines.map((line) => (line.yuan === undefined ? undefined : hundredths(line.yuan)))
  const open = agreed.reduce((rest: number, fen) => rest - (fen ?? 0), leafFen)
  const shares = apportioned(
    open,
    lines.map((line, index) => (agreed[index] === undefined ? (line.share ?? 1) : 0)),
    1
  )
  return lines.flatMap((line, index) => {
    const fen = agreed[index] ?? shares[index] ?? 0
    const weights = line.turns.map((turn) => turn.weight)
    const amounts = apportioned(fen, weights, line.unit)
    return line.turns.map((turn, turnIndex) => ({
      line,
      occurredOn: workdayNear(`2024-${turn.day}`),
      fen: amounts[turnIndex] ?? 0,
      payee: turn.payee ?? line.payee,
      summary: turn.summary ?? line.summary
    }))
  })
}
