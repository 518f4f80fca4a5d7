/** 资金的各步: budgets, adjustments, reallocations, revenue, payments, returns, surplus, corrections. */
import {
  AdjustmentKind,
  type BudgetLine,
  budgetLines,
  type CommandRequest,
  DistributionPurpose,
  ExpenditureKind,
  Fund,
  type FunctionalCode,
  fundOfSource,
  Quantities,
  RevenueSource
} from "@juesuan/domain"
import type { TestBooks } from "../TestBooks.ts"
import { codeOf, economics, items, projects, unit, year } from "./menu.ts"
import { chosen, dayOf, type Dice, one, type Plan, plan, type Planned, yuanOf } from "./Plan.ts"

/** Kinds a fund may pay for; three in four of the lines are basic or project. */
const kindsOf = (fund: Fund): ReadonlyArray<ExpenditureKind> =>
  Fund.entries[fund].fiscal ? ["basic", "project"] : ["basic", "project", "basic", "project", ...ExpenditureKind.ids]

const lineOf = ({ a, b, c }: Dice, fund: Fund, functional: FunctionalCode): BudgetLine => {
  const kind = chosen(kindsOf(fund), a + b) ?? "basic"
  return { fund, functional, kind, ...(kind === "project" ? { project: one(projects, c) } : {}) }
}

const someLine = (dice: Dice, level = dice.b): BudgetLine => {
  const fund = chosen(Fund.ids, dice.a) ?? "non-fiscal"
  return lineOf(dice, fund, codeOf(one(items, dice.c), level))
}

/** 年初结转和结余 of some lines; those of 政府性基金 by 项. */
export const carryoversOf = (dice: ReadonlyArray<Dice>): ReadonlyArray<BudgetLine & { readonly amount: string }> =>
  dice.map((each) => {
    const line = someLine(each)
    return { ...(line.fund === "government-fund" ? someLine(each, 3) : line), amount: yuanOf(each.fen) }
  })

const existingLine = (books: TestBooks, number: number) => chosen(budgetLines(books.yearState(unit, year)), number)

const approve: Plan = (_, dice) => {
  const occurredOn = dayOf(dice.day % 31)
  const applied = dice.a % 3 === 0 ? { applied: yuanOf(dice.fen + dice.b) } : {}
  const data = { occurredOn, ...someLine(dice), ...applied, approved: yuanOf(dice.fen), approval: "批复1号" }
  return plan({ type: "InitialBudgetApproved", data })
}

const adjust: Plan = (books, dice) => {
  const adjustment = chosen(AdjustmentKind.ids, dice.b) ?? "supplement"
  const existing = existingLine(books, dice.a)
  const left = existing === undefined ? 0 : Number(existing.available)
  const line = adjustment === "supplement" && dice.c % 3 === 0 ? someLine(dice) : existing?.line
  const fen = adjustment === "supplement" ? dice.fen : Math.min(dice.fen, left)
  if (line === undefined || fen === 0) return []
  const data = {
    occurredOn: dayOf(dice.day),
    ...line,
    adjustment,
    amount: yuanOf(fen),
    approval: "调整2号",
    reason: "据实调整"
  }
  return plan({ type: "BudgetAdjusted", data })
}

const reallocate: Plan = (books, dice) => {
  const source = existingLine(books, dice.a)
  if (source === undefined) return []
  const same = budgetLines(books.yearState(unit, year)).filter(({ line }) => line.fund === source.line.fund)
  const target =
    dice.c % 2 === 0 ? chosen(same, dice.b)?.line : lineOf(dice, source.line.fund, codeOf(one(items, dice.c), dice.b))
  const fen = Math.min(dice.fen, Number(source.available))
  if (target === undefined || fen === 0) return []
  const data = {
    occurredOn: dayOf(dice.day),
    from: source.line,
    to: target,
    amount: yuanOf(fen),
    approval: "调剂3号",
    reason: "项目间调剂"
  }
  return plan({ type: "BudgetReallocated", data })
}

const receive: Plan = (books, dice) => {
  const source = chosen(RevenueSource.ids, dice.b) ?? "other"
  const fund = fundOfSource(source)
  const lines = budgetLines(books.yearState(unit, year)).filter(({ line }) => line.fund === fund)
  const budgeted = dice.c % 4 === 0 ? undefined : chosen(lines, dice.a)?.line
  const { functional, kind, project } = budgeted ?? lineOf(dice, fund, one(items, dice.a))
  const line = { functional: itemUnder(functional, dice.c), kind, ...(project === undefined ? {} : { project }) }
  const data = { occurredOn: dayOf(dice.day), source, ...line, amount: yuanOf(dice.fen), payer: "财政局" }
  return plan({ type: "RevenueReceived", data })
}

const itemUnder = (code: FunctionalCode, number: number): FunctionalCode =>
  chosen(
    items.filter((item) => item.startsWith(code)),
    number
  ) ?? code

const pay: Plan = (books, dice) => {
  const funded = budgetLines(books.yearState(unit, year)).filter(({ available }) => available > 0)
  const drawn = chosen(funded, dice.a)
  if (drawn === undefined) return []
  // One in five payments empties its line.
  const fen = dice.c % 5 === 0 ? Number(drawn.available) : Math.min(dice.fen, Number(drawn.available))
  const data = {
    occurredOn: dayOf(dice.day),
    ...drawn.line,
    functional: itemUnder(drawn.line.functional, dice.b),
    economic: one(economics, dice.c),
    amount: yuanOf(fen),
    payee: "供应商",
    summary: "办公用品"
  }
  return plan({ type: "PaymentMade", data })
}

const fenOf = (amount: string): number => Number(Quantities.fenOfText(amount))

const giveBack: Plan = (books, dice) => {
  const payments = books.events.filter(({ type }) => type === "PaymentMade")
  const paid = chosen(payments, dice.a)
  const original = paid === undefined ? undefined : books.find(paid.id)
  if (original?.type !== "PaymentMade") return []
  const whole = fenOf(original.data.amount)
  const fen = dice.b % 3 === 0 ? whole : 1 + (dice.fen % whole)
  const later = dayOf(dice.day)
  const occurredOn = later < original.data.occurredOn ? original.data.occurredOn : later
  const data = { occurredOn, payment: original.id, amount: yuanOf(fen), reason: "账号有误，银行退回" }
  return plan({ type: "PaymentReturned", data })
}

const nonFiscalLine = (books: TestBooks, dice: Dice): BudgetLine => {
  const lines = budgetLines(books.yearState(unit, year)).filter(({ line }) => line.fund === "non-fiscal")
  return chosen(lines, dice.a)?.line ?? lineOf(dice, "non-fiscal", codeOf(one(items, dice.a), dice.b))
}

const useSurplus: Plan = (books, dice) => {
  const data = {
    occurredOn: dayOf(dice.day),
    ...nonFiscalLine(books, dice),
    amount: yuanOf(dice.fen),
    approval: "批复4号"
  }
  return plan({ type: "NonFiscalSurplusUsed", data })
}

const distribute: Plan = (books, dice) => {
  const purpose = chosen(DistributionPurpose.ids, dice.c) ?? "income-tax"
  const data = { occurredOn: dayOf(dice.day), ...nonFiscalLine(books, dice), purpose, amount: yuanOf(dice.fen) }
  return plan({ type: "SurplusDistributed", data })
}

/** The same event, smaller or under another code, as a correction would have it. */
const corrected = (original: NonNullable<ReturnType<TestBooks["find"]>>, dice: Dice): CommandRequest | undefined => {
  switch (original.type) {
    case "PaymentMade":
      return dice.c % 2 === 0
        ? { type: original.type, data: { ...original.data, economic: one(economics, dice.b) } }
        : {
            type: original.type,
            data: { ...original.data, amount: yuanOf(1 + (dice.fen % fenOf(original.data.amount))) }
          }
    case "RevenueReceived":
    case "NonFiscalSurplusUsed":
    case "SurplusDistributed":
      return { type: original.type, data: { ...original.data, amount: yuanOf(dice.fen) } } as CommandRequest
    case "InitialBudgetApproved":
      return {
        type: original.type,
        data: { ...original.data, approved: yuanOf(fenOf(original.data.approved) + dice.fen) }
      }
    case "BudgetAdjusted":
      return { type: original.type, data: { ...original.data, reason: "依据文号更正" } }
    case "YearOpened":
      return {
        type: original.type,
        data: { ...original.data, carryovers: [...original.data.carryovers, ...carryoversOf([dice])] }
      }
    default:
      return undefined
  }
}

/** Half of the time the newest events, which are the ones that mistakes are found in. */
const someEvent = (books: TestBooks, dice: Dice) => {
  const own = books.events.filter(({ stream, type }) => stream.startsWith("year") && type !== "ProjectListed")
  return chosen(dice.b % 2 === 0 ? own.slice(-5) : own, dice.a)
}

const reverse =
  (withReplacement: boolean): Plan =>
  (books, dice): ReadonlyArray<Planned> => {
    const original = books.find(someEvent(books, dice)?.id ?? "")
    if (original === undefined) return []
    const replacement = withReplacement ? corrected(original, dice) : undefined
    const data = { event: original.id, reason: "记账有误", ...(replacement === undefined ? {} : { replacement }) }
    return plan({ type: "EventReversed", data })
  }

/** With how often each comes. */
export const moneyPlans: ReadonlyArray<readonly [number, Plan]> = [
  [6, approve],
  [4, adjust],
  [2, reallocate],
  [8, receive],
  [12, pay],
  [4, giveBack],
  [2, useSurplus],
  [2, distribute],
  [3, reverse(false)],
  [3, reverse(true)]
]
