/** 年初: the unit, the year, its projects and its year-start budgets. */
import { type FunctionalCode, ThreePublicItem } from "@juesuan/domain"
import { budgetedClasses, printedClassBudgets, vehicleBudgetFen } from "../content/budget.ts"
import { offices } from "../content/offices.ts"
import { projects } from "../content/projects.ts"
import { type Journal, ofProject, ofUnit, ofYear } from "../Journal.ts"
import { evaluations, hundredths } from "../Published.ts"
import { yuanOf } from "../Solution.ts"

const approval = "重构·2024年部门预算批复"
const opened = { occurredOn: "2024-01-02", recordedOn: "2024-01-02" }
const budgeted = { occurredOn: "2024-01-03", recordedOn: "2024-01-03", actor: "预算岗", evidence: approval }

const recordUnit = (journal: Journal): void => {
  const founded = "2019-03-01"
  const common = { place: ofUnit, recordedOn: opened.recordedOn, actor: "系统管理岗" }
  journal.record({
    ...common,
    type: "UnitRegistered",
    occurredOn: founded,
    data: {
      occurredOn: founded,
      name: "泽州县行政审批服务管理局",
      department: { code: "023", name: "泽州县行政审批服务管理局" },
      jurisdiction: "shanxi"
    }
  })
  journal.record({
    ...common,
    type: "UnitClassified",
    occurredOn: founded,
    data: { occurredOn: founded, category: "administrative" }
  })
  journal.record({
    ...common,
    type: "InternalOfficesEstablished",
    occurredOn: opened.occurredOn,
    data: { occurredOn: opened.occurredOn, offices }
  })
}

const recordProjects = (journal: Journal): void => {
  const { occurredOn } = opened
  for (const { code, name } of projects) {
    journal.record({
      ...opened,
      place: ofYear,
      actor: "预算岗",
      type: "ProjectListed",
      data: { occurredOn, project: code, name }
    })
  }
  for (const { basis, code, goal, name, office, overall } of projects) {
    const common = { ...opened, place: ofProject(code), actor: "绩效岗" }
    journal.record({ ...common, type: "ProjectEstablished", data: { occurredOn, name, basis, office } })
    if (goal === undefined) continue
    journal.record({
      ...common,
      type: "PerformanceGoalDeclared",
      data: { occurredOn, ...(overall === undefined ? {} : { overall }), annual: goal }
    })
  }
}

/** 年初预算 of the projects, in 分: as published, else as reconstructed. */
export const initialBudgets = (): ReadonlyMap<string, { readonly applied?: number; readonly approved: number }> =>
  new Map(
    projects.map(({ code, initialFen, name }) => {
      const funds = evaluations().find(({ project }) => project === name)?.funds[0]
      if (funds !== undefined)
        return [code, { applied: hundredths(funds.declared), approved: hundredths(funds.compiled) }]
      if (initialFen === undefined) throw new Error(`${name} has no year-start budget`)
      return [code, { approved: initialFen }]
    })
  )

/** 年初预算 of 基本支出 by class, in 分: what the printed class budget leaves beside the projects. */
export const initialBasicBudgets = (): ReadonlyMap<FunctionalCode, number> => {
  const ofProjects = [...initialBudgets().values()].reduce((sum, { approved }) => sum + approved, 0)
  return new Map(
    budgetedClasses.map((code) => [
      code,
      hundredths(printedClassBudgets[code]) * 10_000 - (code === "201" ? ofProjects : 0)
    ])
  )
}

const recordBudgets = (journal: Journal): void => {
  const { occurredOn } = budgeted
  const fund = "general-public-budget" as const
  for (const [functional, fen] of initialBasicBudgets()) {
    journal.record({
      ...budgeted,
      place: ofYear,
      type: "InitialBudgetApproved",
      data: { occurredOn, fund, functional, kind: "basic", approved: yuanOf(fen), approval }
    })
  }
  for (const { code, functional } of projects) {
    const { applied, approved = 0 } = initialBudgets().get(code) ?? {}
    journal.record({
      ...budgeted,
      place: ofYear,
      type: "InitialBudgetApproved",
      data: {
        occurredOn,
        fund,
        functional,
        kind: "project",
        project: code,
        ...(applied === undefined ? {} : { applied: yuanOf(applied) }),
        approved: yuanOf(approved),
        approval
      }
    })
  }
  for (const item of ThreePublicItem.ids) {
    const amount = yuanOf(item === "vehicle-operation" ? vehicleBudgetFen : 0)
    journal.record({
      ...budgeted,
      place: ofYear,
      type: "ThreePublicBudgetApproved",
      data: { occurredOn, item, amount, approval }
    })
  }
}

export const recordOpening = (journal: Journal): void => {
  recordUnit(journal)
  journal.record({
    ...opened,
    place: ofYear,
    actor: "会计岗",
    type: "YearOpened",
    data: { occurredOn: opened.occurredOn, carryovers: [] }
  })
  recordProjects(journal)
  recordBudgets(journal)
}
