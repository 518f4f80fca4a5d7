/**
 * 拒绝的阶梯: a ladder begins with a request that is wrong in everything that can be wrong with it; every rung repairs what
 * was complained about, until it is accepted. Later faults are there all the time, so what is said first stands first.
 */
import type { RefusalTag } from "@juesuan/domain"
import * as books from "./bookkeeping.ts"
import type { Asked } from "./specification.ts"

const { approved, closed, declared, established, forScope, line, opened, paid, projectLine, registered, returned } =
  books

interface Rung {
  readonly given: ReadonlyArray<Asked>
  readonly when: Asked
  readonly refused: RefusalTag
  readonly fields: object
}
export interface Ladder {
  readonly name: string
  readonly rungs: ReadonlyArray<Rung>
  /** Accepted in the end: given, when. */
  readonly accepted: readonly [ReadonlyArray<Asked>, Asked]
}

const on = (given: ReadonlyArray<Asked>, when: Asked, refused: RefusalTag, fields: object): Rung => ({
  given,
  when,
  refused,
  fields
})

const open = [registered, opened()]
const running = [...open, established()]
/** The year's stream: 1 opened, 2 listed, 3 approved, 4 paid. */
const funded = [...running, approved(projectLine("2010306"), "100.00")]
const payment = "year-023001-2024@4"
const spent = [...funded, paid(projectLine("2010306"), "60.00")]
const returnedOnce = [...spent, returned(payment, "20.00")]

/** Wrong in date, code, economic code, project and amount. */
const wrongEverywhere = paid(line("2010388", { kind: "operating", project: "P91" }), "100.01", {
  occurredOn: "2025-01-01",
  economic: "30188"
})
const wrongLine = (functional: `2${string}`, economic: `3${string}`): Asked =>
  paid(line(functional, { kind: "operating", project: "P91" }), "100.01", { economic })

const payments: Ladder = {
  name: "支付",
  rungs: [
    on([], books.forUnitOnly(wrongEverywhere), "ScopeIncomplete", { type: "PaymentMade", missing: "year" }),
    on([], forScope(wrongEverywhere, { year: 2023 }), "UnitUnknown", { unit: "023001" }),
    on([registered], forScope(wrongEverywhere, { year: 2023 }), "ClassificationNotHeld", {
      year: 2023,
      held: [2024, 2025, 2026]
    }),
    on([registered], wrongEverywhere, "YearNotOpened", { unit: "023001", year: 2024 }),
    on([...open, closed], wrongEverywhere, "YearClosed", { year: 2024, type: "PaymentMade" }),
    on(running, wrongEverywhere, "DateOutsideYear", {
      type: "PaymentMade",
      year: 2024,
      occurredOn: "2025-01-01",
      from: "2024-01-01",
      until: "2024-12-31"
    }),
    on(running, wrongLine("2010388", "30188"), "FunctionalCodeUnknown", { code: "2010388", year: 2024 }),
    on(running, wrongLine("227", "30188"), "FunctionalCodeOutsideDepartments", { code: "227", name: "预备费" }),
    on(running, wrongLine("20103", "30188"), "FunctionalCodeNotItemLevel", { code: "20103", level: "section" }),
    on(running, wrongLine("2010306", "30188"), "EconomicCodeUnknown", { code: "30188", year: 2024 }),
    on(running, wrongLine("2010306", "302"), "EconomicCodeNotItemLevel", { code: "302" }),
    on(running, wrongLine("2010306", "30201"), "KindNotOfFiscalFund", {
      fund: "general-public-budget",
      kind: "operating"
    }),
    on(running, paid(line("2010306", { kind: "project" }), "100.01"), "ProjectRequired", { type: "PaymentMade" }),
    on(running, paid(line("2010306", { project: "P91" }), "100.01"), "ProjectNotAllowed", {
      kind: "basic",
      project: "P91"
    }),
    on(running, paid(projectLine("2010306", "P91"), "100.01"), "ProjectUnknown", {
      project: "P91",
      year: 2024,
      nearest: [{ code: "P01", name: "项目P01" }]
    }),
    on(
      [...running, approved(projectLine("2080505"), "1.00"), approved(line("201"), "1.00")],
      paid(projectLine("2010306"), "100.01"),
      "BudgetLineMissing",
      { line: projectLine("2010306"), lines: [projectLine("2080505")] }
    ),
    on(funded, paid(projectLine("2010306"), "100.01"), "PaymentExceedsAvailableBudget", {
      line: projectLine("2010306"),
      available: "100.00",
      requested: "100.01"
    })
  ],
  accepted: [funded, paid(projectLine("2010306"), "100.00")]
}

const returns: Ladder = {
  name: "支付退回",
  rungs: [
    on([...funded, closed], returned("year-023001-2024@99", "60.01", "2025-01-01"), "YearClosed", {
      type: "PaymentReturned"
    }),
    on(spent, returned("year-023001-2024@99", "60.01", "2025-01-01"), "OriginalNotFound", {
      reference: "year-023001-2024@99"
    }),
    on(spent, returned(99, "60.01", "2025-01-01"), "OriginalNotFound", { reference: 99 }),
    on(spent, returned("unit-023001@1", "60.01", "2025-01-01"), "OriginalOfAnotherStream", {
      id: "unit-023001@1",
      stream: "unit-023001",
      expected: "year-023001-2024"
    }),
    on(spent, returned("year-023001-2024@3", "60.01", "2025-01-01"), "OriginalOfAnotherKind", {
      id: "year-023001-2024@3",
      found: "InitialBudgetApproved",
      expected: "PaymentMade"
    }),
    on([...spent, books.reversed(payment)], returned(payment, "60.01", "2025-01-01"), "AlreadyReversed", {
      id: payment
    }),
    on(spent, returned(payment, "60.01", "2025-01-01"), "DateOutsideYear", { type: "PaymentReturned" }),
    on(spent, returned(payment, "60.01", "2024-03-19"), "ReturnBeforePayment", {
      payment,
      paidOn: "2024-03-20",
      returnedOn: "2024-03-19"
    }),
    on(returnedOnce, returned(payment, "40.01"), "ReturnExceedsPayment", {
      payment,
      paid: "60.00",
      returned: "20.00",
      requested: "40.01"
    })
  ],
  accepted: [returnedOnce, returned(payment, "40.00")]
}

const reversals: Ladder = {
  name: "红字冲销",
  rungs: [
    on([...spent, books.received(projectLine("2010306"), "60.00"), closed], books.reversed(payment), "YearClosed", {
      type: "EventReversed"
    }),
    on(spent, books.reversed("year-023001-2024@99"), "OriginalNotFound", { reference: "year-023001-2024@99" }),
    on(spent, forScope(books.reversed(payment), { unit: "023002" }), "OriginalOfAnotherStream", {
      id: payment,
      stream: "year-023001-2024",
      expected: "unit-023002"
    }),
    on([...spent, books.reversed(payment)], books.reversed("year-023001-2024@5"), "NotReversible", {
      id: "year-023001-2024@5",
      type: "EventReversed"
    }),
    on([...spent, books.reversed(payment)], books.reversed(payment, declared("指标", "10")), "AlreadyReversed", {
      id: payment
    }),
    on(returnedOnce, books.reversed(payment, declared("指标", "10")), "PaymentHasReturns", {
      id: payment,
      returned: "20.00"
    }),
    on(spent, books.reversed("year-023001-2024@1", declared("指标", "10")), "NotReversibleAlone", {
      id: "year-023001-2024@1",
      type: "YearOpened"
    }),
    on(spent, books.reversed("year-023001-2024@2", books.listed("P02")), "NotReversibleAlone", {
      type: "ProjectListed",
      subject: "P01"
    }),
    on(spent, books.reversed(payment, declared("指标", "10")), "ReplacementOfAnotherStream", {
      type: "IndicatorDeclared",
      stream: "year-023001-2024"
    }),
    on(spent, books.reversed(payment, paid(projectLine("2010306"), "100.01")), "PaymentExceedsAvailableBudget", {
      available: "100.00",
      requested: "100.01"
    }),
    on(spent, books.reversed("year-023001-2024@3"), "ReversalLeavesBudgetOverdrawn", {
      id: "year-023001-2024@3",
      line: projectLine("2010306"),
      available: "-60.00"
    })
  ],
  accepted: [spent, books.reversed("year-023001-2024@3", approved(projectLine("2010306"), "60.00"))]
}

const budgets: Ladder = {
  name: "年初预算批复",
  rungs: [
    on(funded, approved(projectLine("2010306"), "1.00", { occurredOn: "2022-12-31" }), "BudgetAlreadyApproved", {
      line: projectLine("2010306")
    }),
    on(funded, approved(projectLine("201"), "1.00", { occurredOn: "2022-12-31" }), "DateOutsideYear", {
      from: "2023-01-01",
      until: "2024-12-31"
    }),
    on(funded, approved(projectLine("201"), "1.00"), "BudgetLevelsOverlap", {
      line: projectLine("201"),
      other: projectLine("2010306")
    })
  ],
  accepted: [funded, approved(projectLine("2010301"), "1.00", { occurredOn: "2023-12-01" })]
}

const reductions: Ladder = {
  name: "预算追减、收回",
  rungs: [
    on(spent, books.adjusted(projectLine("2080505"), "reduction", "40.01"), "BudgetLineMissing", {
      line: projectLine("2080505")
    }),
    on(spent, books.adjusted(projectLine("201"), "withdrawal", "40.01"), "BudgetLevelsOverlap", {
      other: projectLine("2010306")
    }),
    on(spent, books.adjusted(projectLine("2010306"), "reduction", "40.01"), "AdjustmentExceedsAvailableBudget", {
      line: projectLine("2010306"),
      available: "40.00",
      requested: "40.01"
    })
  ],
  accepted: [spent, books.adjusted(projectLine("2010306"), "reduction", "40.00")]
}

const nonFiscal = line("2010306", { fund: "non-fiscal" })
const bothFunds = [...spent, approved(nonFiscal, "9.00")]

const reallocations: Ladder = {
  name: "预算调剂",
  rungs: [
    on(bothFunds, books.reallocated(projectLine("2010301"), nonFiscal, "40.01"), "BudgetLineMissing", {
      line: projectLine("2010301")
    }),
    on(bothFunds, books.reallocated(projectLine("2010306"), projectLine("201"), "40.01"), "BudgetLevelsOverlap", {
      line: projectLine("201")
    }),
    on(
      bothFunds,
      books.reallocated(projectLine("2010306"), projectLine("2010306"), "40.01"),
      "ReallocationToSameLine",
      {
        line: projectLine("2010306")
      }
    ),
    on(bothFunds, books.reallocated(projectLine("2010306"), nonFiscal, "40.01"), "ReallocationBetweenFunds", {
      from: "general-public-budget",
      to: "non-fiscal"
    }),
    on(
      bothFunds,
      books.reallocated(projectLine("2010306"), line("2010306"), "40.01"),
      "AdjustmentExceedsAvailableBudget",
      { line: projectLine("2010306"), available: "40.00" }
    )
  ],
  accepted: [bothFunds, books.reallocated(projectLine("2010306"), line("2010306"), "40.00")]
}

const threePublic = [...open, books.threePublicApproved("30000.00")]

const threePublicBudgets: Ladder = {
  name: "“三公”经费预算",
  rungs: [
    on(threePublic, books.threePublicApproved("1.00"), "ThreePublicBudgetAlreadyApproved", {
      item: "vehicle-operation"
    }),
    on(threePublic, books.threePublicReduced("30000.01"), "ThreePublicAdjustmentExceedsBudget", {
      item: "vehicle-operation",
      budget: "30000.00",
      requested: "30000.01"
    }),
    on(
      [...threePublic, books.threePublicReduced("1807.55")],
      books.reversed("year-023001-2024@2"),
      "ReversalLeavesThreePublicBudgetNegative",
      { id: "year-023001-2024@2", item: "vehicle-operation", budget: "-1807.55" }
    )
  ],
  accepted: [threePublic, books.threePublicReduced("30000.00")]
}

const surplus: Ladder = {
  name: "非财政拨款结余的使用和分配",
  rungs: [
    on(open, books.surplusUsed(line("201", { kind: "project" }), "1.00"), "SurplusOfFiscalFund", {
      type: "NonFiscalSurplusUsed",
      fund: "general-public-budget"
    }),
    on(open, books.surplusDistributed(line("201", { kind: "project" }), "1.00"), "SurplusOfFiscalFund", {
      type: "SurplusDistributed"
    }),
    on(
      open,
      books.surplusDistributed(line("201", { fund: "non-fiscal", kind: "project" }), "1.00"),
      "ProjectRequired",
      {
        type: "SurplusDistributed"
      }
    )
  ],
  accepted: [open, books.surplusDistributed(line("201", { fund: "non-fiscal", kind: "operating" }), "1.00")]
}

const contracts: Ladder = {
  name: "政府采购合同",
  rungs: [on(running, books.contracted("P91"), "ProjectUnknown", { project: "P91" })],
  accepted: [running, books.contracted()]
}

const openings: Ladder = {
  name: "年度开账",
  rungs: [
    on(open, opened({ ...line("2010388"), amount: "1.00" }), "YearAlreadyOpened", { unit: "023001", year: 2024 }),
    on(
      [registered],
      opened({ ...line("212", { fund: "government-fund" }), amount: "1.00" }),
      "FunctionalCodeNotItemLevel",
      { code: "212", level: "class", type: "YearOpened" }
    ),
    on(
      [registered],
      opened({ ...line("201"), amount: "1.00" }, { ...line("2010306"), amount: "1.00" }),
      "BudgetLevelsOverlap",
      { line: line("2010306"), other: line("201") }
    )
  ],
  accepted: [[registered], opened({ ...line("201"), amount: "1.00" }, { ...projectLine("2010306"), amount: "1.00" })]
}

const endings: Ladder = {
  name: "关账、公开、重开",
  rungs: [
    on(open, books.published, "YearNotClosed", { type: "DisclosurePublished" }),
    on(open, books.reopened, "YearNotClosed", { type: "YearReopened" }),
    on([...spent, books.received(projectLine("2010301"), "59.99")], closed, "ClosingCarryoverNegative", {
      unit: "023001",
      year: 2024,
      lines: [{ ...projectLine("201"), amount: "-0.01" }]
    })
  ],
  accepted: [[...spent, books.received(projectLine("2010301"), "60.00")], closed]
}

const listings: Ladder = {
  name: "项目入库与立项",
  rungs: [
    on([...open, books.listed("P01", "房租费")], established(), "ProjectAlreadyListed", {
      project: "P01",
      known: "房租费",
      requested: "项目P01"
    }),
    on(running, established(), "ProjectAlreadyEstablished", { project: "P01", name: "项目P01" })
  ],
  accepted: [[...open, books.listed("P01", "房租费")], established("P01", "房租费")]
}

const units: Ladder = {
  name: "单位与科目增设",
  rungs: [
    on([], books.adopted("227", "预备费", 2023), "UnitUnknown", { unit: "023001" }),
    on([registered], books.adopted("2010312", "新增事务", 2023), "ClassificationNotHeld", { year: 2023 }),
    on([registered], registered, "UnitAlreadyRegistered", { unit: "023001", name: "某县某局" }),
    on([registered], books.adopted("235", "新增支出"), "AdoptedItemIsClass", { code: "235", year: 2024 }),
    on([registered], books.adopted("2019801", "新增事务"), "AdoptedParentUnknown", {
      code: "2019801",
      parent: "20198",
      year: 2024
    }),
    on([registered], books.adopted("2010306", "政务服务"), "AdoptedCodeHasAnotherName", {
      code: "2010306",
      known: "政务公开审批",
      requested: "政务服务"
    })
  ],
  accepted: [[registered], books.adopted("2010312", "新增事务")]
}

const goals: Ladder = {
  name: "绩效目标",
  rungs: [
    on(running, forScope(books.goalDeclared, { project: "P02" }), "ProjectNotEstablished", {
      project: "P02",
      year: 2024
    }),
    on([...running, books.goalDeclared], books.goalDeclared, "GoalAlreadyDeclared", { project: "P01" }),
    on(running, books.goalAdjusted, "GoalNotDeclared", { project: "P01" })
  ],
  accepted: [[...running, books.goalDeclared], books.goalAdjusted]
}

const indicators = [...running, declared("租赁面积", "50"), declared("租赁成本", "30")]
const complete = [...indicators, declared("满意度", "10")]

const evaluations: Ladder = {
  name: "绩效指标、得分与自评结论",
  rungs: [
    on(running, books.forUnitOnly(declared("指标", "10"), 2024), "ScopeIncomplete", {
      type: "IndicatorDeclared",
      missing: "project"
    }),
    on(
      [...indicators, books.explained("租赁面积")],
      books.reversed("project-023001-2024-P01@2"),
      "NotReversibleAlone",
      { type: "IndicatorDeclared", subject: "租赁面积" }
    ),
    on(indicators, declared("租赁面积", "90", "2022-12-31"), "IndicatorAlreadyDeclared", { indicator: "租赁面积" }),
    on([...complete, books.concluded()], books.concluded({ total: "100.01" }), "EvaluationAlreadyConcluded", {
      project: "P01",
      evaluation: "self"
    }),
    on([...complete, books.departmentConcluded], books.departmentConcluded, "EvaluationAlreadyConcluded", {
      evaluation: "department"
    }),
    on(indicators, books.scored("租凭面积", "50.01", "2023-12-31"), "DateOutsideYear", { from: "2024-01-01" }),
    on(indicators, books.scored("租凭面积", "50.01"), "IndicatorUnknown", {
      indicator: "租凭面积",
      nearest: ["租赁面积"]
    }),
    on(indicators, books.reached("租赁面积", { form: "qualitative", result: "met" }), "ActualFormMismatch", {
      indicator: "租赁面积",
      expected: "quantitative",
      found: "qualitative"
    }),
    on(
      [...indicators, books.scored("租赁面积", "50")],
      books.indicatorAdjusted("租赁成本", "40.01"),
      "WeightsExceedTotal",
      { project: "P01", sum: "90.01", total: "90" }
    ),
    on(indicators, books.concluded({ total: "100.01" }), "WeightsDoNotAddUp", {
      project: "P01",
      sum: "80",
      expected: "90"
    }),
    on(complete, books.scored("租赁面积", "50.01"), "ScoreAboveWeight", {
      indicator: "租赁面积",
      score: "50.01",
      weight: "50"
    }),
    on(complete, books.concluded({ executionScore: "10.01" }), "ConclusionAboveWeight", {
      part: "execution",
      score: "10.01",
      weight: "10"
    }),
    on(complete, books.concluded({ indicatorScore: "90.5" }), "ConclusionAboveWeight", { part: "indicators" }),
    on(complete, books.concluded({ total: "100.01" }), "ConclusionAboveWeight", { part: "total", weight: "100" })
  ],
  accepted: [complete, books.concluded({ executionScore: "10", indicatorScore: "90", total: "100" })]
}

export const ladders: ReadonlyArray<Ladder> = [
  payments,
  returns,
  reversals,
  budgets,
  reductions,
  reallocations,
  threePublicBudgets,
  surplus,
  contracts,
  openings,
  endings,
  listings,
  units,
  goals,
  evaluations
]
