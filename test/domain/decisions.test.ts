/** 决策: what is recorded when something is asked for: budget control, returns, reversals, corrections, things done twice. */
import {
  budgetLines,
  closingCarryovers,
  commandFrom,
  correctionsOf,
  type DomainEvent,
  type EventKind,
  eventKinds,
  Quantities,
  referencesIn,
  route,
  yearContext,
  yearDecider
} from "@juesuan/domain"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { TestBooks } from "../arbitrary/TestBooks.ts"
import * as books from "./bookkeeping.ts"
import { type Asked, booksWith, given, usual } from "./specification.ts"

const { approved, declared, established, forScope, line, opened, paid, projectLine, registered, returned } = books

const open = [registered, opened()]
const running = [...open, established()]
const funded = [...running, approved(projectLine("2010306"), "100.00")]
const spent = [...funded, paid(projectLine("2010306"), "60.00")]
const payment = "year-023001-2024@4"

const linesIn = (kept: TestBooks): ReadonlyArray<readonly [string, string]> =>
  budgetLines(kept.yearState("023001", 2024)).map(({ available, line: of }) => [
    `${of.functional} ${of.kind}${of.project === undefined ? "" : ` ${of.project}`}`,
    Quantities.textOfFen(available)
  ])

describe("预算控制", () => {
  it("可用数 = 预算编制数 + 调整 + 年初结转 − 支付 + 退回", () => {
    const kept = booksWith([
      registered,
      opened({ ...projectLine("2010306"), amount: "10.00" }),
      established(),
      approved(projectLine("2010306"), "100.00"),
      books.adjusted(projectLine("2010306"), "supplement", "30.00"),
      books.adjusted(projectLine("2010306"), "reduction", "5.00"),
      paid(projectLine("2010306"), "60.00"),
      returned("year-023001-2024@6", "8.00")
    ])
    expect(linesIn(kept)).toEqual([["2010306 project P01", "83.00"]])
  })

  it("支付使用同一资金性质、支出类型、项目下最近的上级科目的指标", () => {
    const kept = booksWith([
      ...running,
      approved(line("201"), "100.00"),
      approved(projectLine("20103"), "50.00"),
      approved(projectLine("2080505"), "20.00"),
      paid(line("2010301"), "1.00"),
      paid(line("2013850"), "2.00"),
      paid(projectLine("2010306"), "4.00"),
      paid(projectLine("2080505"), "8.00")
    ])
    expect(linesIn(kept)).toEqual([
      ["201 basic", "97.00"],
      ["20103 project P01", "46.00"],
      ["2080505 project P01", "12.00"]
    ])
  })

  it("年初结转比预算细时并入预算指标；没有预算时自成指标", () => {
    const carried = [
      registered,
      opened({ ...line("2010306"), amount: "10.00" }, { ...line("2080505"), amount: "7.00" })
    ]
    expect(linesIn(booksWith(carried))).toEqual([
      ["2010306 basic", "10.00"],
      ["2080505 basic", "7.00"]
    ])
    expect(linesIn(booksWith([...carried, paid(line("2010306"), "4.00"), approved(line("201"), "100.00")]))).toEqual([
      ["201 basic", "106.00"],
      ["2080505 basic", "7.00"]
    ])
  })

  it("并入预算指标的结转不另成一条：同一项可以用到整个指标", () => {
    given(registered, opened({ ...line("2010306"), amount: "10.00" }), approved(line("201"), "100.00"))
      .when(paid(line("2010306"), "110.00"))
      .thenKinds("PaymentMade")
  })

  it("更正开账时，年初结转不能比已有的预算指标粗", () => {
    given(...open, approved(line("2010306"), "100.00"))
      .when(books.reversed("year-023001-2024@1", opened({ ...line("201"), amount: "1.00" })))
      .thenRefused("BudgetLevelsOverlap", { line: line("201"), other: line("2010306") })
    given(...open, approved(line("201"), "100.00"))
      .when(books.reversed("year-023001-2024@1", opened({ ...line("2010306"), amount: "1.00" })))
      .thenKinds("EventReversed", "YearOpened")
  })

  it("追加可以设立新指标；全部冲销后指标不复存在", () => {
    const added = [...running, books.adjusted(projectLine("2010306"), "supplement", "30.00")]
    expect(linesIn(booksWith(added))).toEqual([["2010306 project P01", "30.00"]])
    expect(linesIn(booksWith([...added, books.reversed("year-023001-2024@3")]))).toEqual([])
    given(...added, books.reversed("year-023001-2024@3"))
      .when(approved(projectLine("201"), "1.00"))
      .thenKinds("InitialBudgetApproved")
  })

  it("调剂此增彼减，合计不变", () => {
    const kept = booksWith([...spent, books.reallocated(projectLine("2010306"), line("2080505"), "40.00")])
    expect(linesIn(kept)).toEqual([
      ["2080505 basic", "40.00"],
      ["2010306 project P01", "0.00"]
    ])
  })

  it("由年初结转调出后，调入的指标不能在它之上", () => {
    const carried = [registered, opened({ ...line("2010301"), amount: "0.02" })]
    given(...carried)
      .when(books.reallocated(line("2010301"), line("20103"), "0.01"))
      .thenRefused("BudgetLevelsOverlap", { line: line("20103"), other: line("2010301") })
    given(...carried)
      .when(books.reallocated(line("2010301"), line("2010302"), "0.01"))
      .thenKinds("BudgetReallocated")
  })

  it("关账按资金性质、支出类型、项目和功能分类的类核对，收入与支出可以记在不同的项", () => {
    const kept = booksWith([...spent, books.received(projectLine("2010301"), "60.00")])
    expect(closingCarryovers(kept.yearState("023001", 2024))).toEqual([])
    given(...spent, books.received(projectLine("2010301"), "60.00"))
      .when(books.closed)
      .thenKinds("YearClosed")
    given(...spent, books.received(projectLine("2080505"), "60.00"))
      .when(books.closed)
      .thenRefused("ClosingCarryoverNegative", { lines: [{ functional: "201", amount: "-60.00" }] })
  })

  it("非财政拨款可以收不抵支，由使用结余的事件弥补", () => {
    given(
      ...open,
      approved(line("2010306", { fund: "non-fiscal" }), "9.00"),
      paid(line("2010306", { fund: "non-fiscal" }), "9.00")
    )
      .when(books.closed)
      .thenKinds("YearClosed")
  })

  it("当年科目表没有的项，单位增设后即可使用", () => {
    given(...open, approved(line("201"), "9.00"))
      .when(paid(line("2010312"), "1.00"))
      .thenRefused("FunctionalCodeUnknown", { code: "2010312" })
    given(...open, approved(line("201"), "9.00"), books.adopted("2010312", "新增事务"))
      .when(paid(line("2010312"), "1.00"))
      .thenKinds("PaymentMade")
  })
})

describe("支付退回", () => {
  it("只需指明支付，资金性质、科目、项目从原支付抄录", () => {
    const event: DomainEvent = {
      type: "PaymentReturned",
      data: {
        occurredOn: "2024-04-01",
        ...projectLine("2010306"),
        economic: "30201",
        amount: "25.00",
        payment,
        reason: "银行退回"
      }
    }
    given(...spent)
      .when(returned(payment, "25.00"))
      .thenExactly(event)
  })

  it("支付可以用日志位置指明", () => {
    // 单位登记、开账、入库、立项、批复、支付。
    given(...spent)
      .when(returned(6, "25.00"))
      .thenKinds("PaymentReturned")
    given(...spent)
      .when(returned("6", "25.00"))
      .thenKinds("PaymentReturned")
    given(...spent)
      .when(returned(5, "25.00"))
      .thenRefused("OriginalOfAnotherKind", { found: "InitialBudgetApproved" })
  })

  it("冲销一笔退回后，同一金额可以再退", () => {
    const back = [...spent, returned(payment, "60.00")]
    given(...back)
      .when(returned(payment, "0.01"))
      .thenRefused("ReturnExceedsPayment", { returned: "60.00" })
    given(...back, books.reversed("year-023001-2024@5"))
      .when(returned(payment, "60.00"))
      .thenKinds("PaymentReturned")
  })

  it("退回后又支出的钱，退回不能再冲销", () => {
    given(...spent, returned(payment, "60.00"), paid(projectLine("2010306"), "100.00"))
      .when(books.reversed("year-023001-2024@5"))
      .thenRefused("ReversalLeavesBudgetOverdrawn", { line: projectLine("2010306"), available: "-60.00" })
  })
})

describe("红字冲销与更正", () => {
  it("红字抄录原事件，业务日期为原事件的日期", () => {
    const original = paid(projectLine("2010306"), "60.00").request
    given(...spent)
      .when(books.reversed(payment))
      .thenExactly({
        type: "EventReversed",
        data: { occurredOn: "2024-03-20", event: payment, reason: "记账有误", original: { ...original } as never }
      })
  })

  it("更正在同一决策中紧随冲销，并注明所更正的事件", () => {
    const decided = booksWith(spent).decide(
      books.reversed(payment, paid(projectLine("2010306"), "100.00")).request,
      usual
    )
    const events = Result.getOrThrow(decided).map(([, event]) => event)
    expect(events.map(({ type }) => type)).toEqual(["EventReversed", "PaymentMade"])
    expect(correctionsOf(events)).toEqual([undefined, payment])
  })

  it("单独记录的事件不更正任何事件", () => {
    expect(correctionsOf([paid(line("2010306"), "1.00").request as DomainEvent])).toEqual([undefined])
  })

  it("开账可以更正，只要以它为依据的指标不因此透支", () => {
    const carried = [registered, opened({ ...line("2010306"), amount: "10.00" }), paid(line("2010306"), "4.00")]
    given(...carried)
      .when(books.reversed("year-023001-2024@1", opened({ ...line("2010306"), amount: "4.00" })))
      .thenKinds("EventReversed", "YearOpened")
    given(...carried)
      .when(books.reversed("year-023001-2024@1", opened({ ...line("2010306"), amount: "3.99" })))
      .thenRefused("ReversalLeavesBudgetOverdrawn", { available: "-0.01" })
    given(...carried)
      .when(books.reversed("year-023001-2024@1", opened()))
      .thenRefused("ReversalLeavesBudgetOverdrawn", { line: line("2010306"), available: "-4.00" })
  })

  it("关账、重开不能冲销；公开在关账后仍可冲销", () => {
    given(...open, books.closed, books.reopened)
      .when(books.reversed("year-023001-2024@2"))
      .thenRefused("NotReversible", { type: "YearClosed" })
    given(...open, books.closed, books.reopened)
      .when(books.reversed("year-023001-2024@3"))
      .thenRefused("NotReversible", { type: "YearReopened" })
    given(...open, books.closed, books.published)
      .when(books.reversed("year-023001-2024@3", books.published))
      .thenKinds("EventReversed", "DisclosurePublished")
  })

  it("项目入库的更正须仍是同一项目", () => {
    given(...running)
      .when(books.reversed("year-023001-2024@2", books.listed("P01", "房租费")))
      .thenKinds("EventReversed", "ProjectListed")
  })

  it("单位登记、增设的科目、立项、目标都只能更正", () => {
    given(registered)
      .when(books.reversed("unit-023001@1"))
      .thenRefused("NotReversibleAlone", { type: "UnitRegistered" })
    given(registered).when(books.reversed("unit-023001@1", registered)).thenKinds("EventReversed", "UnitRegistered")
    const adopted = [registered, books.adopted("2010312", "新增事务")]
    given(...adopted)
      .when(books.reversed("unit-023001@2", books.adopted("2010313", "新增事务")))
      .thenRefused("NotReversibleAlone", { subject: "2010312" })
    given(...adopted)
      .when(books.reversed("unit-023001@2", books.adopted("2010312", "其他新增事务")))
      .thenKinds("EventReversed", "ClassificationItemAdopted")
    given(...running)
      .when(books.reversed("project-023001-2024-P01@1"))
      .thenRefused("NotReversibleAlone", { type: "ProjectEstablished" })
    given(...running, books.goalDeclared, books.goalAdjusted)
      .when(books.reversed("project-023001-2024-P01@2"))
      .thenRefused("NotReversibleAlone", { type: "PerformanceGoalDeclared" })
    given(...running, books.goalDeclared)
      .when(books.reversed("project-023001-2024-P01@2"))
      .thenKinds("EventReversed")
  })
})

describe("绩效", () => {
  const indicators = [...running, declared("租赁面积", "50"), declared("租赁成本", "40")]

  it("结论之后分值只能一并更正，不能变得加不起来", () => {
    const concluded = [...indicators, books.concluded({ total: "95" })]
    given(...concluded)
      .when(books.indicatorAdjusted("租赁成本", "30"))
      .thenRefused("WeightsDoNotAddUp", { sum: "80", expected: "90" })
    given(...concluded)
      .when(books.indicatorAdjusted("租赁成本", "40"))
      .thenKinds("IndicatorAdjusted")
    given(...concluded)
      .when(books.reversed("project-023001-2024-P01@4", books.concluded({ total: "96" })))
      .thenKinds("EventReversed", "SelfEvaluationConcluded")
  })

  it("尚未用到的指标可以只冲销", () => {
    given(...indicators)
      .when(books.reversed("project-023001-2024-P01@3"))
      .thenKinds("EventReversed")
  })

  it("只公布了等级的项目没有指标也可以下结论", () => {
    given(...running)
      .when(books.concluded())
      .thenKinds("SelfEvaluationConcluded")
  })

  it("得分可以重新评定，以最后一次为准；冲销后恢复到前一次", () => {
    const scored = [...indicators, books.scored("租赁面积", "40"), books.scored("租赁面积", "45")]
    given(...scored)
      .when(books.indicatorAdjusted("租赁面积", "42"))
      .thenRefused("ScoreAboveWeight", { score: "45", weight: "42" })
    given(...scored, books.reversed("project-023001-2024-P01@5"))
      .when(books.indicatorAdjusted("租赁面积", "42"))
      .thenKinds("IndicatorAdjusted")
  })

  it("同样内容记了两次，冲销的是所指的那一次", () => {
    const twice = [
      ...indicators,
      books.scored("租赁面积", "40"),
      books.scored("租赁面积", "45"),
      books.scored("租赁面积", "40")
    ]
    given(...twice, books.reversed("project-023001-2024-P01@4"))
      .when(books.indicatorAdjusted("租赁面积", "42"))
      .thenKinds("IndicatorAdjusted")
    given(...twice, books.reversed("project-023001-2024-P01@6"))
      .when(books.indicatorAdjusted("租赁面积", "42"))
      .thenRefused("ScoreAboveWeight", { score: "45" })
  })
})

describe("照原样导入的账", () => {
  /** As an import takes them over: without a decision. */
  const imported = (before: ReadonlyArray<Asked>, stream: string, ...facts: ReadonlyArray<Asked>): TestBooks => {
    const kept = booksWith(before)
    for (const { request } of facts) kept.append(stream, request as DomainEvent)
    return kept
  }
  const accepted = (kept: TestBooks, { request, scope = usual }: Asked): boolean =>
    Result.isSuccess(kept.decide(request, scope))

  it("已经透支的指标可以逐笔改正，不能更加透支", () => {
    const overdrawn = imported(
      [...spent, returned(payment, "10.00")],
      "year-023001-2024",
      paid(projectLine("2010306"), "100.00"),
      paid(projectLine("2010306"), "100.00")
    )
    expect(linesIn(overdrawn)).toEqual([["2010306 project P01", "-150.00"]])
    expect(accepted(overdrawn, books.reversed("year-023001-2024@6"))).toBe(true)
    expect(accepted(overdrawn, books.reversed("year-023001-2024@5"))).toBe(false)
  })

  it("已有的几处分值不符可以逐处改正", () => {
    const wrong = imported(
      [...running, declared("租赁面积", "50"), declared("租赁成本", "40")],
      "project-023001-2024-P01",
      books.scored("租赁面积", "51"),
      books.scored("租赁成本", "41")
    )
    expect(accepted(wrong, books.reversed("project-023001-2024-P01@4"))).toBe(true)
    expect(accepted(wrong, books.scored("租赁面积", "50"))).toBe(true)
    expect(accepted(wrong, books.scored("租赁面积", "52"))).toBe(false)
  })

  it("为别的年度增设的科目，本年度并不认得", () => {
    const kept = imported(
      [...open, approved(line("201"), "9.00")],
      "unit-023001",
      books.adopted("2010312", "新增事务", 2023)
    )
    expect(accepted(kept, paid(line("2010312"), "1.00"))).toBe(false)
    kept.append("unit-023001", books.adopted("2010312", "新增事务").request as DomainEvent)
    expect(accepted(kept, paid(line("2010312"), "1.00"))).toBe(true)
  })
})

describe("不经分派直接决策", () => {
  it("别的账里的事件不能在这本账里冲销", () => {
    const kept = booksWith(spent)
    const context = Result.getOrThrow(yearContext(kept.unitState("023001"), { unit: "023001", year: 2024 }))
    const original = kept.find("project-023001-2024-P01@1")
    if (original === undefined) throw new Error("the project is not there")
    const decided = yearDecider(context).decide(
      { type: "EventReversed", data: { event: original.id, reason: "记账有误" }, original },
      kept.yearState("023001", 2024)
    )
    expect(Result.isFailure(decided) ? decided.failure : undefined).toEqual({
      _tag: "OriginalOfAnotherStream",
      id: original.id,
      stream: "project-023001-2024-P01",
      expected: "year-023001-2024"
    })
  })
})

describe("分派", () => {
  it("立项同时在年度入库；已以同名入库的不再重复", () => {
    given(...open)
      .when(established())
      .thenKinds("ProjectListed", "ProjectEstablished")
    given(...open, books.listed("P01"))
      .when(established())
      .thenKinds("ProjectEstablished")
  })

  it("各类事件归于各自的账", () => {
    const streams = (asked: Asked) =>
      Result.getOrThrow(
        route(
          commandFrom(asked.request, () => undefined),
          usual
        )
      ).map(({ stream }) => stream.family)
    expect(streams(registered)).toEqual(["unit"])
    expect(streams(paid(line("2010306"), "1.00"))).toEqual(["year"])
    expect(streams(declared("租赁面积", "1"))).toEqual(["project"])
    expect(streams(established())).toEqual(["year", "project"])
    expect(streams(books.reversed(payment))).toEqual(["year"])
    expect(streams(books.reversed("project-023001-2024-P01@1"))).toEqual(["project"])
  })

  it("请求中所指的事件，连同更正中所指的，都要先找到", () => {
    expect(referencesIn(books.reversed(7, returned(5, "1.00")).request)).toEqual([7, 5])
    expect(referencesIn(paid(line("2010306"), "1.00").request)).toEqual([])
  })
})

describe("重复", () => {
  /** Recorded twice on purpose: each time it happens it is another one, and the command id tells a retry from a second time. */
  const happensAgain: ReadonlySet<EventKind> = new Set([
    "UnitClassified",
    "InternalOfficesEstablished",
    "BudgetAdjusted",
    "BudgetReallocated",
    "ThreePublicBudgetAdjusted",
    "RevenueReceived",
    "PaymentMade",
    "PaymentReturned",
    "NonFiscalSurplusUsed",
    "SurplusDistributed",
    "ProcurementContracted",
    "VehiclesCounted",
    "LargeEquipmentCounted",
    "ThreePublicCounted",
    "ComparativeRecorded",
    "ReasonStated",
    "DisclosurePublished",
    "PerformanceGoalAdjusted",
    "IndicatorAdjusted",
    "ActualValueRecorded",
    "IndicatorScored",
    "DeviationExplained"
  ])

  const once: ReadonlyArray<readonly [EventKind, ReadonlyArray<Asked>, Asked]> = [
    ["UnitRegistered", [], registered],
    ["ClassificationItemAdopted", [registered], books.adopted("2010312", "新增事务")],
    ["YearOpened", [registered], opened()],
    ["ProjectListed", open, books.listed("P01")],
    ["InitialBudgetApproved", running, approved(projectLine("2010306"), "100.00")],
    ["ThreePublicBudgetApproved", open, books.threePublicApproved("1.00")],
    ["YearClosed", open, books.closed],
    ["YearReopened", [...open, books.closed], books.reopened],
    ["ProjectEstablished", open, established()],
    ["PerformanceGoalDeclared", running, books.goalDeclared],
    ["IndicatorDeclared", running, declared("租赁面积", "50")],
    ["SelfEvaluationConcluded", running, books.concluded()],
    ["DepartmentEvaluationConcluded", running, books.departmentConcluded],
    ["EventReversed", spent, books.reversed(payment)]
  ]

  it.each(once)("%s：同一请求再来一次，不再产生事件", (kind, before, asked) => {
    const kept = booksWith([...before, asked])
    const count = kept.events.length
    const again = kept.record(asked.request, asked.scope ?? usual)
    expect(Result.isSuccess(again) ? again.success : []).toEqual([])
    expect(kept.events.length).toBe(count)
    expect(kept.events.at(-1)?.type).toBe(kind)
  })

  it("每种事件不是只能一次，就是可以多次", () => {
    const kinds = [...once.map(([kind]) => kind), ...happensAgain]
    expect(kinds.toSorted()).toEqual(Object.keys(eventKinds).toSorted())
  })

  it("可以多次的，再来一次就是另一笔", () => {
    const kept = booksWith([...funded, paid(projectLine("2010306"), "30.00"), paid(projectLine("2010306"), "30.00")])
    expect(linesIn(kept)).toEqual([["2010306 project P01", "40.00"]])
  })

  it("另一单位的账互不相干", () => {
    const other = { unit: "023002" }
    const kept = booksWith([...spent, ...open.map((asked) => forScope(asked, other))])
    expect(linesIn(kept)).toEqual([["2010306 project P01", "40.00"]])
    expect(budgetLines(kept.yearState("023002", 2024))).toEqual([])
  })
})
