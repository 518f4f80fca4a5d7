/**
 * 科目与用途: whether the lines of a command name codes that the year's classification holds, at the level that is needed,
 * a fund that may pay for the kind, and a project that takes part in the year. Nothing here looks at amounts.
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import {
  type Classification,
  type ClassificationItem,
  type ClassificationKind,
  levelOf,
  lookup
} from "./Classification.ts"
import type { PlainCommand } from "./Command.ts"
import type { YearFact } from "./Event.ts"
import type { BudgetLine } from "./events/fields.ts"
import type { EconomicCode, FunctionalCode } from "./ItemCode.ts"
import { nearestTo } from "./Nearest.ts"
import type { Refusal, Suggestion } from "./Refusal.ts"
import { Fund, fundOfSource } from "./Terms.ts"
import { projectsCarriedOver, type YearState } from "./YearState.ts"

/** What the decisions of a year are made in: whose year it is, and its classifications with what the unit adopted. */
export interface YearContext {
  readonly unit: string
  readonly year: number
  readonly functional: Classification<"functional">
  readonly economic: Classification<"economic">
}

/** A command of a year that is its event. */
export type PlainYearCommand = PlainCommand<Exclude<YearFact["type"], "PaymentReturned">>

/** The budget lines that a fact of the year names. */
export const linesOf = (fact: YearFact): ReadonlyArray<BudgetLine> => {
  switch (fact.type) {
    case "YearOpened":
      return fact.data.carryovers
    case "InitialBudgetApproved":
    case "BudgetAdjusted":
    case "PaymentMade":
    case "PaymentReturned":
    case "NonFiscalSurplusUsed":
    case "SurplusDistributed":
      return [fact.data]
    case "BudgetReallocated":
      return [fact.data.from, fact.data.to]
    case "RevenueReceived":
      return [{ ...fact.data, fund: fundOfSource(fact.data.source) }]
    default:
      return []
  }
}

/** The first refusal of a list, in its order. */
export const firstRefusal = <Item>(
  items: ReadonlyArray<Item>,
  refused: (item: Item) => Refusal | undefined
): Refusal | undefined => {
  for (const item of items) {
    const refusal = refused(item)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

const suggestion = <Kind extends ClassificationKind>({
  code,
  name
}: ClassificationItem<Kind>): Suggestion<ClassificationItem<Kind>["code"]> => ({ code, name })

const belowShown = 5

/** The codes of this length below a code, the first few. */
const codesBelow = <Kind extends ClassificationKind>(
  { items }: Classification<Kind>,
  code: string,
  length: number
): ReadonlyArray<Suggestion<ClassificationItem<Kind>["code"]>> =>
  [...items.values()]
    .filter((item) => item.code.length === length && item.code.startsWith(code))
    .slice(0, belowShown)
    .map(suggestion)

const refusedFunctional = (code: FunctionalCode, { functional, year }: YearContext): Refusal | undefined => {
  if (functional.items.has(code)) return undefined
  const found = lookup(functional, code)
  return Result.isFailure(found)
    ? { _tag: "FunctionalCodeUnknown", code, year, nearest: found.failure.nearest.map(suggestion) }
    : undefined
}

const refusedOutside = (code: FunctionalCode, { functional }: YearContext): Refusal | undefined => {
  const item = functional.items.get(code.slice(0, 3))
  return item?.outsideTables === true ? { _tag: "FunctionalCodeOutsideDepartments", code, name: item.name } : undefined
}

/** Payments, revenue and the carry-over of 政府性基金 are published by 项, so they are recorded by 项. */
const needsItem = (type: YearFact["type"], { fund }: BudgetLine): boolean =>
  type === "PaymentMade" || type === "RevenueReceived" || (type === "YearOpened" && fund === "government-fund")

const refusedLevel = (type: YearFact["type"], line: BudgetLine, { functional }: YearContext): Refusal | undefined => {
  const code = line.functional
  if (code.length === 7 || !needsItem(type, line)) return undefined
  return {
    _tag: "FunctionalCodeNotItemLevel",
    type,
    code,
    level: levelOf(code),
    below: codesBelow(functional, code, 7)
  }
}

const refusedEconomic = (code: EconomicCode, { economic, year }: YearContext): Refusal | undefined => {
  if (!economic.items.has(code)) {
    const found = lookup(economic, code)
    const nearest = Result.isFailure(found) ? found.failure.nearest.map(suggestion) : []
    return { _tag: "EconomicCodeUnknown", code, year, nearest }
  }
  return code.length === 5
    ? undefined
    : { _tag: "EconomicCodeNotItemLevel", code, below: codesBelow(economic, code, 5) }
}

/** 科目: whether the codes are known and fine enough. */
export const refusedCodes = (command: PlainYearCommand, context: YearContext): Refusal | undefined => {
  const lines = linesOf(command)
  return (
    firstRefusal(lines, (line) => refusedFunctional(line.functional, context)) ??
    firstRefusal(lines, (line) => refusedOutside(line.functional, context)) ??
    firstRefusal(lines, (line) => refusedLevel(command.type, line, context)) ??
    (command.type === "PaymentMade" ? refusedEconomic(command.data.economic, context) : undefined)
  )
}

const refusedKind = ({ fund, kind }: BudgetLine): Refusal | undefined =>
  Fund.entries[fund].fiscal && kind !== "basic" && kind !== "project"
    ? { _tag: "KindNotOfFiscalFund", fund, kind }
    : undefined

const refusedSurplus = ({ data, type }: PlainYearCommand): Refusal | undefined =>
  (type === "NonFiscalSurplusUsed" || type === "SurplusDistributed") && Fund.entries[data.fund].fiscal
    ? { _tag: "SurplusOfFiscalFund", type, fund: data.fund }
    : undefined

const projectRequired = (type: YearFact["type"], { kind, project }: BudgetLine): Refusal | undefined =>
  kind === "project" && project === undefined ? { _tag: "ProjectRequired", type } : undefined

const projectNotAllowed = ({ kind, project }: BudgetLine): Refusal | undefined =>
  kind !== "project" && project !== undefined ? { _tag: "ProjectNotAllowed", kind, project } : undefined

const projectUnknown = (
  project: string | undefined,
  { projects }: YearState,
  { year }: YearContext
): Refusal | undefined => {
  if (project === undefined || HashMap.has(projects, project)) return undefined
  const names = new Map(HashMap.toEntries(projects))
  const nearest = nearestTo(project, [...names.keys()].toSorted()).map((code) => ({
    code,
    name: names.get(code) ?? ""
  }))
  return { _tag: "ProjectUnknown", project, year, nearest }
}

/**
 * The projects a command names. Carry-over comes from the year before: its projects are listed after the year is opened, at
 * the latest before it is closed.
 */
const projectsOf = (command: PlainYearCommand, state: YearState): ReadonlyArray<string | undefined> => {
  switch (command.type) {
    case "YearOpened":
      return []
    case "YearClosed":
      return projectsCarriedOver(state)
    case "ProcurementContracted":
      return [command.data.project]
    default:
      return linesOf(command).map(({ project }) => project)
  }
}

/** 资金与项目: whether the fund may pay for the kind, and whether the project is given where one is needed, and known. */
export const refusedPurpose = (
  command: PlainYearCommand,
  state: YearState,
  context: YearContext
): Refusal | undefined => {
  const lines = linesOf(command)
  return (
    firstRefusal(lines, refusedKind) ??
    refusedSurplus(command) ??
    firstRefusal(lines, (line) => projectRequired(command.type, line)) ??
    firstRefusal(lines, projectNotAllowed) ??
    firstRefusal(projectsOf(command, state), (project) => projectUnknown(project, state, context))
  )
}
