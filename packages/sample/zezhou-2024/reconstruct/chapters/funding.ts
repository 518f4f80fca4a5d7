/** 拨款与预算调整: revenue month by month as the payments need it, and the adjustments that leave no budget over. */
import type { FunctionalCode } from "@juesuan/domain"
import { workdayNear } from "../calendar.ts"
import {
  adjustments,
  budgetedClasses,
  reallocations,
  vehicleBudgetFen,
  withdrawalReason,
  withdrawnOn
} from "../content/budget.ts"
import { projects } from "../content/projects.ts"
import { grouped } from "../grouped.ts"
import { type Journal, ofYear } from "../Journal.ts"
import { months } from "../PaymentPlan.ts"
import { solution, sumOf, yuanOf } from "../Solution.ts"
import { initialBasicBudgets, initialBudgets } from "./opening.ts"
import type { Movement } from "./spending.ts"

const fund = "general-public-budget" as const
const payer = "泽州县财政局（国库集中支付）"
/** 用款额度 are asked for in whole 100 元. */
const quotaFen = 10_000

const lineKey = ({ functional, kind, project }: Movement): string => `${functional} ${kind} ${project ?? ""}`

/** At the beginning of each month every item gets what its payments of the month need; in the end exactly what was paid. */
export const recordRevenue = (journal: Journal, movements: ReadonlyArray<Movement>): void => {
  const byLine = [...grouped(movements, lineKey)].sort(([left], [right]) => (left < right ? -1 : 1))
  const received = new Map<string, number>()
  for (const month of months) {
    const occurredOn = workdayNear(`2024-${month}-${month === "01" ? "04" : "02"}`)
    for (const [key, list] of byLine) {
      const needed = list.reduce((sum, each) => sum + (each.occurredOn.slice(5, 7) <= month ? each.fen : 0), 0)
      const total = list.reduce((sum, each) => sum + each.fen, 0)
      const until = Math.min(Math.ceil(needed / quotaFen) * quotaFen, total)
      const before = received.get(key) ?? 0
      const [sample] = list
      if (sample === undefined || until <= before) continue
      received.set(key, until)
      const { functional, kind, project } = sample
      journal.record({
        type: "RevenueReceived",
        place: ofYear,
        occurredOn,
        recordedOn: occurredOn,
        actor: "会计岗",
        evidence: `国库集中支付额度通知2024-${month}`,
        data: {
          occurredOn,
          source: fund,
          functional,
          kind,
          ...(project === undefined ? {} : { project }),
          amount: yuanOf(until - before),
          payer
        }
      })
    }
  }
}

interface Line {
  readonly functional: FunctionalCode
  readonly kind: "basic" | "project"
  readonly project?: string
}

const basicLine = (code: FunctionalCode): Line => ({ functional: code, kind: "basic" })
const projectLine = (code: string): Line => {
  const project = projects.find((each) => each.code === code)
  if (project === undefined) throw new Error(`no project ${code}`)
  return { functional: project.functional, kind: "project", project: code }
}

/** Approval numbers of the reconstruction, in the order of recording. */
const approvals = (): (() => string) => {
  let last = 0
  return () => {
    last += 1
    return `重构·预算调整单2024-${String(last).padStart(2, "0")}`
  }
}

const actor = "预算岗"

export const recordAdjustments = (journal: Journal): void => {
  const nextApproval = approvals()
  const byDay = [
    ...adjustments.map((each) => ({ ...each, record: () => recordAdjustment(journal, each, nextApproval()) })),
    ...reallocations.map((each) => ({ ...each, record: () => recordReallocation(journal, each, nextApproval()) }))
  ].sort((left, right) => (left.occurredOn < right.occurredOn ? -1 : 1))
  for (const { record } of byDay) record()
  recordWithdrawals(journal, nextApproval)
}

const recordAdjustment = (journal: Journal, each: (typeof adjustments)[number], approval: string): void => {
  const line = "class" in each.line ? basicLine(each.line.class) : projectLine(each.line.project)
  adjust(journal, { line, kind: each.kind, fen: each.fen, reason: each.reason, occurredOn: each.occurredOn }, approval)
}

const recordReallocation = (journal: Journal, each: (typeof reallocations)[number], approval: string): void => {
  const { fen, from, occurredOn, reason, to } = each
  journal.record({
    type: "BudgetReallocated",
    place: ofYear,
    occurredOn,
    recordedOn: occurredOn,
    actor,
    evidence: approval,
    data: {
      occurredOn,
      from: { fund, ...projectLine(from) },
      to: { fund, ...projectLine(to) },
      amount: yuanOf(fen),
      approval,
      reason
    }
  })
}

const adjust = (
  journal: Journal,
  change: {
    readonly line: Line
    readonly kind: "supplement" | "reduction" | "withdrawal"
    readonly fen: number
    readonly reason: string
    readonly occurredOn: string
  },
  approval: string
): void => {
  const { fen, kind, line, occurredOn, reason } = change
  const data = { occurredOn, fund, ...line, adjustment: kind, amount: yuanOf(fen), approval, reason }
  const common = { place: ofYear, occurredOn, recordedOn: occurredOn, actor, evidence: approval }
  journal.record({ ...common, type: "BudgetAdjusted", data })
}

/** What a line holds before the year-end withdrawal, and what was paid from it. */
const withdrawalOf = (line: Line, initial: number): number => {
  const moved = adjustments.reduce((sum, each) => {
    const own =
      "class" in each.line
        ? each.line.class === line.functional && line.kind === "basic"
        : each.line.project === line.project
    return own ? sum + (each.kind === "supplement" ? each.fen : -each.fen) : sum
  }, initial)
  const reallocated = reallocations.reduce(
    (sum, { fen, from, to }) => sum + (to === line.project ? fen : 0) - (from === line.project ? fen : 0),
    moved
  )
  const paid = sumOf(
    solution().leaves,
    (leaf) =>
      leaf.account === "expenditure" &&
      leaf.kind === line.kind &&
      leaf.project === line.project &&
      leaf.functional.startsWith(line.functional)
  )
  return reallocated - paid
}

const recordWithdrawals = (journal: Journal, nextApproval: () => string): void => {
  const lines = [
    ...budgetedClasses.map((code) => ({
      line: basicLine(code),
      initial: initialBasicBudgets().get(code) ?? 0
    })),
    ...projects.map(({ code }) => ({ line: projectLine(code), initial: initialBudgets().get(code)?.approved ?? 0 }))
  ]
  for (const { initial, line } of lines) {
    const fen = withdrawalOf(line, initial)
    if (fen === 0) continue
    const change = { line, kind: "withdrawal" as const, fen, reason: withdrawalReason, occurredOn: withdrawnOn }
    adjust(journal, change, nextApproval())
  }
  const approval = nextApproval()
  const spent = sumOf(solution().leaves, (leaf) => leaf.account === "three-public-budget")
  journal.record({
    type: "ThreePublicBudgetAdjusted",
    place: ofYear,
    occurredOn: withdrawnOn,
    recordedOn: withdrawnOn,
    actor,
    evidence: approval,
    data: {
      occurredOn: withdrawnOn,
      item: "vehicle-operation",
      adjustment: "reduction",
      amount: yuanOf(vehicleBudgetFen - spent),
      approval,
      reason: "公务用车燃料费和维修费较上年减少"
    }
  })
}
