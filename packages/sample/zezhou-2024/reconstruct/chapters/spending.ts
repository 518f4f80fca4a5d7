/** 支付: the payments of every leaf by plan, with the everyday mishaps among them. */
import type { DataOf, FunctionalCode } from "@juesuan/domain"
import { workdaysAfter } from "../calendar.ts"
import {
  type Happening,
  type Miscoding,
  miscodings,
  type PartialReturn,
  partialReturns,
  type WholeReturn,
  wholeReturns
} from "../content/happenings.ts"
import { payroll } from "../content/payroll.ts"
import { reportedProjects, unpublishedProjects } from "../content/project-payments.ts"
import { publicFunds } from "../content/public-funds.ts"
import { type Journal, ofYear } from "../Journal.ts"
import { paymentsOf, type PlanLine, type PlannedPayment } from "../PaymentPlan.ts"
import { type SolvedLeaf, solution, yuanOf } from "../Solution.ts"

type Payment = DataOf<"PaymentMade">

const actor = "会计岗"
const lines: ReadonlyArray<PlanLine> = [...payroll, ...publicFunds, ...reportedProjects, ...unpublishedProjects]

const belongsTo = (line: PlanLine, leaf: SolvedLeaf): boolean =>
  leaf.account === "expenditure" &&
  line.functional === leaf.functional &&
  line.economic === leaf.economic &&
  line.project === leaf.project

/** Every planned payment of the year, by day. */
const planned = (): ReadonlyArray<PlannedPayment> => {
  const expenditure = solution().leaves.filter((leaf) => leaf.account === "expenditure")
  const orphan = lines.find((line) => expenditure.filter((leaf) => belongsTo(line, leaf)).length !== 1)
  if (orphan !== undefined) throw new Error(`no amount was solved for: ${orphan.summary}`)
  return expenditure
    .flatMap((leaf) => {
      const own = lines.filter((line) => belongsTo(line, leaf))
      if (own.length === 0) throw new Error(`no payments are planned for ${JSON.stringify(leaf)}`)
      return paymentsOf(leaf.fen, own)
    })
    .sort((left, right) => (left.occurredOn < right.occurredOn ? -1 : left.occurredOn > right.occurredOn ? 1 : 0))
}

/** The one planned payment that something happened to; a happening without its payment is a defect. */
const struck = (payments: ReadonlyArray<PlannedPayment>, happening: Happening): PlannedPayment => {
  const [payment, ...others] = payments.filter(
    ({ occurredOn, summary }) => summary === happening.summary && occurredOn === happening.occurredOn
  )
  if (payment === undefined || others.length > 0) throw new Error(`not one payment: ${happening.summary}`)
  return payment
}

const dataOf = ({ fen, line, occurredOn, payee, summary }: PlannedPayment): Payment => ({
  occurredOn,
  fund: "general-public-budget",
  functional: line.functional,
  kind: line.project === undefined ? "basic" : "project",
  ...(line.project === undefined ? {} : { project: line.project }),
  economic: line.economic,
  amount: yuanOf(fen),
  payee,
  summary
})

/** Vouchers reach the books the same day or up to two worked days later; one voucher, one day. */
const recordedDay = ({ line, occurredOn, summary }: PlannedPayment): string => {
  const name = line.voucherGroup ?? summary
  const delay = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), Number(occurredOn.slice(-2)))
  return workdaysAfter(occurredOn, [0, 0, 1, 2][delay % 4] ?? 0)
}

const keyOf = ({ occurredOn, summary }: PlannedPayment): string => `${occurredOn} ${summary}`

const pay = (journal: Journal, payment: PlannedPayment): void => {
  const group = payment.line.voucherGroup
  journal.record({
    type: "PaymentMade",
    place: ofYear,
    data: dataOf(payment),
    occurredOn: payment.occurredOn,
    recordedOn: recordedDay(payment),
    actor,
    voucher: group === undefined ? {} : { group },
    key: keyOf(payment)
  })
}

/** 支付退回 of so much of a payment. */
const giveBack = (
  journal: Journal,
  payment: PlannedPayment,
  { fen, reason, returnedOn }: { readonly fen: number; readonly reason: string; readonly returnedOn: string }
): void => {
  const { payee: _payee, summary: _summary, ...purpose } = dataOf(payment)
  journal.record({
    type: "PaymentReturned",
    place: ofYear,
    data: (idOf) => ({
      ...purpose,
      occurredOn: returnedOn,
      amount: yuanOf(fen),
      payment: idOf(keyOf(payment)),
      reason
    }),
    occurredOn: returnedOn,
    recordedOn: returnedOn,
    actor,
    voucher: {}
  })
}

const payAgain = (payment: PlannedPayment, { paidAgainOn }: WholeReturn): PlannedPayment => ({
  ...payment,
  occurredOn: paidAgainOn,
  summary: `${payment.summary}（重新支付）`
})

const payTooMuch = (payment: PlannedPayment, { fen }: PartialReturn): PlannedPayment => ({
  ...payment,
  fen: payment.fen + fen
})

/** What was booked by mistake. */
const bookedAs = (payment: PlannedPayment, { wrong }: Miscoding): Payment => {
  const { project, ...unassigned } = dataOf(payment)
  const asBasic = wrong.basic === true || project === undefined
  return {
    ...unassigned,
    ...(asBasic ? { kind: "basic" as const } : { project }),
    ...(wrong.economic === undefined ? {} : { economic: wrong.economic }),
    amount: yuanOf(wrong.fen ?? payment.fen)
  }
}

/** Booked wrongly, then in one transaction reversed in red and booked as it should have been. */
const payMiscoded = (journal: Journal, payment: PlannedPayment, miscoding: Miscoding): void => {
  const { correctedOn, reason } = miscoding
  const { occurredOn } = payment
  const booked = bookedAs(payment, miscoding)
  const key = `误记 ${keyOf(payment)}`
  const common = { place: ofYear, occurredOn, actor, voucher: {} }
  journal.record({ ...common, type: "PaymentMade", data: booked, recordedOn: recordedDay(payment), key })
  journal.record({
    ...common,
    type: "EventReversed",
    data: (idOf) => ({ occurredOn, event: idOf(key), reason, original: { type: "PaymentMade", data: { ...booked } } }),
    recordedOn: correctedOn
  })
  journal.record({ ...common, type: "PaymentMade", data: dataOf(payment), recordedOn: correctedOn, corrects: key })
}

/** All payments of the year. */
export const recordPayments = (journal: Journal): void => {
  const payments = planned()
  const whole = new Map(wholeReturns.map((each) => [struck(payments, each), each]))
  const part = new Map(partialReturns.map((each) => [struck(payments, each), each]))
  const miscoded = new Map(miscodings.map((each) => [struck(payments, each), each]))
  for (const payment of payments) {
    const returned = whole.get(payment)
    const tooMuch = part.get(payment)
    const miscoding = miscoded.get(payment)
    if (miscoding !== undefined) {
      payMiscoded(journal, payment, miscoding)
    } else if (tooMuch !== undefined) {
      pay(journal, payTooMuch(payment, tooMuch))
      giveBack(journal, payment, tooMuch)
    } else {
      pay(journal, payment)
      if (returned === undefined) continue
      giveBack(journal, payment, { ...returned, fen: payment.fen })
      pay(journal, payAgain(payment, returned))
    }
  }
}

/** How much a line needs on a day; a return is a need below zero. */
export interface Movement {
  readonly occurredOn: string
  readonly functional: FunctionalCode
  readonly kind: "basic" | "project"
  readonly project?: string
  readonly fen: number
}

/** What the payments of the year need, by line and day. */
export const movementsOf = (): ReadonlyArray<Movement> => {
  const payments = planned()
  const movement = ({ line }: PlannedPayment, occurredOn: string, fen: number): Movement => ({
    occurredOn,
    functional: line.functional,
    kind: line.project === undefined ? "basic" : "project",
    ...(line.project === undefined ? {} : { project: line.project }),
    fen
  })
  return [
    ...payments.map((each) => movement(each, each.occurredOn, each.fen)),
    ...partialReturns.flatMap((each) => {
      const payment = struck(payments, each)
      return [movement(payment, each.occurredOn, each.fen), movement(payment, each.returnedOn, -each.fen)]
    }),
    ...wholeReturns.flatMap((each) => {
      const payment = struck(payments, each)
      return [movement(payment, each.returnedOn, -payment.fen), movement(payment, each.paidAgainOn, payment.fen)]
    })
  ]
}
