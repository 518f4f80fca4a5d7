/** 业务用语: what specifications ask for, in the words of the trade and with everything that does not matter left to a default. */
import type { BudgetLine, CommandRequest, DataOf, EventKind, Scope } from "@juesuan/domain"
import { type Asked, usual } from "./specification.ts"

type Requested<Kind extends EventKind> = Extract<CommandRequest, { readonly type: Kind }>["data"]

const asked = <Kind extends EventKind>(type: Kind, data: Requested<Kind>): Asked => ({
  request: { type, data } as unknown as CommandRequest
})

/** For the books of another project, year or unit. */
export const forScope = (each: Asked, scope: Partial<Scope>): Asked => ({ ...each, scope: { ...usual, ...scope } })

/** With nothing said but the unit, and perhaps the year. */
export const forUnitOnly = (each: Asked, year?: number): Asked => ({
  ...each,
  scope: { unit: usual.unit, ...(year === undefined ? {} : { year }) }
})

export const registered = asked("UnitRegistered", {
  occurredOn: "2019-03-01",
  name: "某县某局",
  department: { code: "023", name: "某县某局" },
  jurisdiction: "shanxi"
})

export const opened = (...carryovers: DataOf<"YearOpened">["carryovers"]): Asked =>
  asked("YearOpened", { occurredOn: "2024-01-02", carryovers })

export const adopted = (code: `2${string}` | `3${string}`, name: string, year = 2024): Asked =>
  asked("ClassificationItemAdopted", {
    occurredOn: "2024-03-01",
    year,
    item: code.startsWith("2")
      ? { classification: "functional", code: code as `2${string}` }
      : { classification: "economic", code: code as `3${string}` },
    name,
    source: "财预〔2024〕1号"
  })

export const line = (functional: BudgetLine["functional"], other: Partial<BudgetLine> = {}): BudgetLine => ({
  fund: "general-public-budget",
  functional,
  kind: "basic",
  ...other
})

/** 项目支出 of a project. */
export const projectLine = (functional: BudgetLine["functional"], project = "P01"): BudgetLine =>
  line(functional, { kind: "project", project })

export const approved = (of: BudgetLine, amount: string, other: Partial<DataOf<"InitialBudgetApproved">> = {}): Asked =>
  asked("InitialBudgetApproved", { occurredOn: "2024-01-03", ...of, approved: amount, approval: "批复1号", ...other })

export const adjusted = (
  of: BudgetLine,
  adjustment: DataOf<"BudgetAdjusted">["adjustment"],
  amount: string,
  occurredOn = "2024-06-20"
): Asked => asked("BudgetAdjusted", { occurredOn, ...of, adjustment, amount, approval: "调整2号", reason: "据实调整" })

export const reallocated = (from: BudgetLine, to: BudgetLine, amount: string): Asked =>
  asked("BudgetReallocated", { occurredOn: "2024-08-22", from, to, amount, approval: "调剂3号", reason: "调剂使用" })

export const paid = (of: BudgetLine, amount: string, other: Partial<DataOf<"PaymentMade">> = {}): Asked =>
  asked("PaymentMade", {
    occurredOn: "2024-03-20",
    ...of,
    economic: "30201",
    amount,
    payee: "供应商",
    summary: "办公用品",
    ...other
  })

export const returned = (payment: string | number, amount: string, occurredOn = "2024-04-01"): Asked =>
  asked("PaymentReturned", { occurredOn, payment, amount, reason: "银行退回" })

export const received = (
  of: Pick<BudgetLine, "functional" | "kind" | "project">,
  amount: string,
  source: DataOf<"RevenueReceived">["source"] = "general-public-budget"
): Asked => {
  const { functional, kind, project } = of
  const data = { occurredOn: "2024-01-04", source, functional, kind, amount, payer: "财政局" }
  return asked("RevenueReceived", project === undefined ? data : { ...data, project })
}

export const surplusUsed = (of: BudgetLine, amount: string): Asked =>
  asked("NonFiscalSurplusUsed", { occurredOn: "2024-11-01", ...of, amount, approval: "批复4号" })

export const surplusDistributed = (of: BudgetLine, amount: string): Asked =>
  asked("SurplusDistributed", { occurredOn: "2024-12-31", ...of, purpose: "income-tax", amount })

export const threePublicApproved = (amount: string): Asked =>
  asked("ThreePublicBudgetApproved", {
    occurredOn: "2024-01-03",
    item: "vehicle-operation",
    amount,
    approval: "批复1号"
  })

export const threePublicReduced = (amount: string): Asked =>
  asked("ThreePublicBudgetAdjusted", {
    occurredOn: "2024-12-30",
    item: "vehicle-operation",
    adjustment: "reduction",
    amount,
    approval: "调整5号",
    reason: "压减"
  })

export const contracted = (project?: string): Asked => {
  const data: DataOf<"ProcurementContracted"> = {
    occurredOn: "2024-05-01",
    contract: "合同1",
    category: "goods",
    amount: "100.00",
    supplier: "供应商",
    size: "small"
  }
  return asked("ProcurementContracted", project === undefined ? data : { ...data, project })
}

export const reversed = (event: string | number, replacement?: Asked): Asked => {
  const data = { event, reason: "记账有误" }
  return asked("EventReversed", replacement === undefined ? data : { ...data, replacement: replacement.request })
}

export const listed = (project: string, name = `项目${project}`): Asked =>
  asked("ProjectListed", { occurredOn: "2024-01-02", project, name })

export const established = (project = "P01", name = `项目${project}`): Asked =>
  forScope(asked("ProjectEstablished", { occurredOn: "2024-01-02", name, basis: "工作计划", office: "办公室" }), {
    project
  })

export const closed = asked("YearClosed", { occurredOn: "2024-12-31" })
export const reopened = asked("YearReopened", { occurredOn: "2025-03-01", approval: "批复6号", reason: "审计调整" })
export const published = asked("DisclosurePublished", {
  occurredOn: "2025-09-01",
  ruleSet: "shanxi-2024",
  place: "门户网站"
})

export const goalDeclared = asked("PerformanceGoalDeclared", { occurredOn: "2024-01-02", annual: "完成全年任务" })
export const goalAdjusted = asked("PerformanceGoalAdjusted", {
  occurredOn: "2024-06-01",
  annual: "完成调整后的任务",
  reason: "任务调整"
})

const atLeast = (value: string): DataOf<"IndicatorDeclared">["target"] => ({
  form: "quantitative",
  operator: ">=",
  value,
  unit: "件"
})

export const declared = (indicator: string, weight: string, occurredOn = "2024-01-02"): Asked =>
  asked("IndicatorDeclared", {
    occurredOn,
    level1: "产出指标",
    level2: "数量指标",
    indicator,
    target: atLeast("100"),
    direction: "higher",
    weight,
    filing: "initial"
  })

export const indicatorAdjusted = (indicator: string, weight: string): Asked =>
  asked("IndicatorAdjusted", {
    occurredOn: "2024-06-01",
    indicator,
    target: atLeast("80"),
    direction: "higher",
    weight,
    reason: "任务调整"
  })

export const reached = (indicator: string, actual: DataOf<"ActualValueRecorded">["actual"]): Asked =>
  asked("ActualValueRecorded", { occurredOn: "2024-12-27", indicator, actual })

export const scored = (indicator: string, score: string, occurredOn = "2024-12-27"): Asked =>
  asked("IndicatorScored", { occurredOn, indicator, score })

export const explained = (indicator: string): Asked =>
  asked("DeviationExplained", { occurredOn: "2024-12-27", indicator, reason: "进度滞后" })

export const concluded = (points: Partial<DataOf<"SelfEvaluationConcluded">> = {}): Asked =>
  asked("SelfEvaluationConcluded", { occurredOn: "2024-12-31", grade: "excellent", ...points })

export const departmentConcluded = asked("DepartmentEvaluationConcluded", {
  occurredOn: "2024-12-31",
  conclusion: "开展了重点绩效评价"
})

export const vehiclesCounted = asked("VehiclesCounted", {
  occurredOn: "2024-12-31",
  vehicles: [{ kind: "other", count: 2 }]
})

export const reasonStated = asked("ReasonStated", {
  occurredOn: "2024-12-31",
  about: "公开01/总计/收入",
  text: "项目减少"
})
