/** 业务日期: on which days each kind may have happened: the first and the last day are allowed, the days beside them are not. */
import type { CommandRequest, EventKind } from "@juesuan/domain"
import { eventKinds } from "@juesuan/domain"
import { describe, expect, it } from "vitest"
import * as books from "./bookkeeping.ts"
import { type Asked, refusalOf } from "./specification.ts"

const { line, opened, projectLine, registered } = books
const open = [registered, opened()]
const running = [...open, books.established()]
const funded = [...running, books.approved(projectLine("2010306"), "100.00")]
const indicators = [...running, books.goalDeclared, books.declared("租赁面积", "90")]
const nonFiscal = line("2010306", { fund: "non-fiscal" })

const on = (asked: Asked, occurredOn: string): Asked => ({
  ...asked,
  request: { type: asked.request.type, data: { ...asked.request.data, occurredOn } } as CommandRequest
})

const asked = (type: EventKind, data: object): Asked => ({ request: { type, data } as unknown as CommandRequest })
const never = "没有止日"

/** Kind, what is there before, an example, first day, last day. */
const windows: ReadonlyArray<readonly [EventKind, ReadonlyArray<Asked>, Asked, string, string]> = [
  ["YearOpened", [registered], opened(), "2024-01-01", "2024-12-31"],
  ["ProjectListed", open, books.listed("P01"), "2023-01-01", "2024-12-31"],
  ["InitialBudgetApproved", running, books.approved(projectLine("2010306"), "1.00"), "2023-01-01", "2024-12-31"],
  ["BudgetAdjusted", funded, books.adjusted(projectLine("2010306"), "supplement", "1.00"), "2024-01-01", "2024-12-31"],
  [
    "BudgetReallocated",
    funded,
    books.reallocated(projectLine("2010306"), line("2010306"), "1.00"),
    "2024-01-01",
    "2024-12-31"
  ],
  ["ThreePublicBudgetApproved", open, books.threePublicApproved("1.00"), "2023-01-01", "2024-12-31"],
  [
    "ThreePublicBudgetAdjusted",
    [...open, books.threePublicApproved("1.00")],
    books.threePublicReduced("1.00"),
    "2024-01-01",
    "2024-12-31"
  ],
  ["RevenueReceived", open, books.received(line("2010306"), "1.00"), "2024-01-01", "2024-12-31"],
  ["PaymentMade", funded, books.paid(projectLine("2010306"), "1.00"), "2024-01-01", "2024-12-31"],
  [
    "PaymentReturned",
    [...funded, on(books.paid(projectLine("2010306"), "1.00"), "2024-01-01")],
    books.returned("year-023001-2024@4", "1.00"),
    "2024-01-01",
    "2024-12-31"
  ],
  ["NonFiscalSurplusUsed", open, books.surplusUsed(nonFiscal, "1.00"), "2024-01-01", "2024-12-31"],
  ["SurplusDistributed", open, books.surplusDistributed(nonFiscal, "1.00"), "2024-01-01", "2024-12-31"],
  ["ProcurementContracted", open, books.contracted(), "2024-01-01", "2024-12-31"],
  ["VehiclesCounted", open, books.vehiclesCounted, "2024-01-01", "2024-12-31"],
  ["LargeEquipmentCounted", open, asked("LargeEquipmentCounted", { count: 0 }), "2024-01-01", "2024-12-31"],
  [
    "ThreePublicCounted",
    open,
    asked("ThreePublicCounted", { counts: [{ item: "vehicles-kept", count: 2 }] }),
    "2024-01-01",
    "2024-12-31"
  ],
  [
    "ComparativeRecorded",
    open,
    asked("ComparativeRecorded", { figure: "公开01/总计/收入", value: "1", unit: "元", source: "上年决算" }),
    "2024-01-01",
    never
  ],
  ["ReasonStated", open, books.reasonStated, "2024-01-01", never],
  ["YearClosed", open, books.closed, "2024-01-01", never],
  ["YearReopened", [...open, books.closed], books.reopened, "2024-01-01", never],
  ["DisclosurePublished", [...open, books.closed], books.published, "2024-01-01", never],
  ["ProjectEstablished", open, books.established(), "2023-01-01", "2024-12-31"],
  ["PerformanceGoalDeclared", running, books.goalDeclared, "2023-01-01", never],
  ["PerformanceGoalAdjusted", indicators, books.goalAdjusted, "2023-01-01", never],
  ["IndicatorDeclared", running, books.declared("租赁面积", "90"), "2023-01-01", never],
  ["IndicatorAdjusted", indicators, books.indicatorAdjusted("租赁面积", "90"), "2023-01-01", never],
  [
    "ActualValueRecorded",
    indicators,
    books.reached("租赁面积", { form: "quantitative", value: "1" }),
    "2024-01-01",
    never
  ],
  ["IndicatorScored", indicators, books.scored("租赁面积", "1"), "2024-01-01", never],
  ["DeviationExplained", indicators, books.explained("租赁面积"), "2024-01-01", never],
  ["SelfEvaluationConcluded", indicators, books.concluded(), "2024-01-01", never],
  ["DepartmentEvaluationConcluded", indicators, books.departmentConcluded, "2024-01-01", never]
]

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

describe("业务日期", () => {
  it.each(windows)("%s", (...[type, given, example, from, until]) => {
    expect(refusalOf(given, on(example, from))).toBeUndefined()
    expect(refusalOf(given, on(example, until === never ? "2199-12-31" : until))).toBeUndefined()
    const outside = [dayBefore(from), ...(until === never ? [] : [dayAfter(until)])]
    for (const occurredOn of outside) {
      const refused = { _tag: "DateOutsideYear", occurredOn, from, ...(until === never ? {} : { until }) }
      // The project is listed in its year first, on the same day.
      const kind = type === "ProjectEstablished" ? "ProjectListed" : type
      expect(refusalOf(given, on(example, occurredOn))).toEqual({ ...refused, type: kind, year: 2024 })
    }
  })

  it("年度和项目的每种事件都有范围，单位的事件不限", () => {
    const dated = Object.entries(eventKinds).flatMap(([kind, { family }]) =>
      family === "year" || family === "project" ? [kind] : []
    )
    expect(windows.map(([kind]) => kind)).toEqual(dated)
    expect(refusalOf([], on(registered, "1949-10-01"))).toBeUndefined()
  })
})
