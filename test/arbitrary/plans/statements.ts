/** 其他各步: “三公”经费, procurement, counts, comparatives, reasons, and an adopted code. */
import {
  AdjustmentKind,
  ProcurementCategory,
  SupplierSize,
  ThreePublicCount,
  ThreePublicItem,
  VehicleKind
} from "@juesuan/domain"
import { projects } from "./menu.ts"
import { chosen, dayOf, one, type Plan, plan, yuanOf } from "./Plan.ts"

const approveThreePublic: Plan = (_, { a, day, fen }) => {
  const item = chosen(ThreePublicItem.ids, a) ?? "official-reception"
  return plan({
    type: "ThreePublicBudgetApproved",
    data: { occurredOn: dayOf(day), item, amount: yuanOf(fen), approval: "批复1号" }
  })
}

const adjustThreePublic: Plan = (_, { a, b, day, fen }) => {
  const item = chosen(ThreePublicItem.ids, a) ?? "official-reception"
  const adjustment = chosen(AdjustmentKind.ids, b) ?? "supplement"
  return plan({
    type: "ThreePublicBudgetAdjusted",
    data: { occurredOn: dayOf(day), item, adjustment, amount: yuanOf(fen), approval: "调整5号", reason: "据实调整" }
  })
}

const contract: Plan = (_, { a, b, c, day, fen }) =>
  plan({
    type: "ProcurementContracted",
    data: {
      occurredOn: dayOf(day),
      contract: `合同${a}`,
      category: chosen(ProcurementCategory.ids, a) ?? "goods",
      amount: yuanOf(fen),
      supplier: "供应商",
      size: chosen(SupplierSize.ids, b) ?? "small",
      ...(c % 2 === 0 ? { project: one(projects, c) } : {})
    }
  })

const countVehicles: Plan = (_, { a, b, day }) =>
  plan({
    type: "VehiclesCounted",
    data: {
      occurredOn: dayOf(day),
      vehicles: VehicleKind.ids.filter((_kind, index) => (a >> index) % 2 === 1).map((kind) => ({ kind, count: b % 9 }))
    }
  })

const countEquipment: Plan = (_, { a, day }) =>
  plan({ type: "LargeEquipmentCounted", data: { occurredOn: dayOf(day), count: a % 7 } })

const countThreePublic: Plan = (_, { a, b, day }) => {
  const item = chosen(ThreePublicCount.ids, a) ?? "vehicles-kept"
  return plan({ type: "ThreePublicCounted", data: { occurredOn: dayOf(day), counts: [{ item, count: b % 50 }] } })
}

const compare: Plan = (_, { a, day, fen }) =>
  plan({
    type: "ComparativeRecorded",
    data: {
      occurredOn: dayOf(day),
      figure: a % 2 === 0 ? "公开01/总计/收入" : "公开01/总计/支出",
      value: yuanOf(fen),
      unit: "元",
      source: "上年决算"
    }
  })

const explain: Plan = (_, { a, day }) =>
  plan({
    type: "ReasonStated",
    data: { occurredOn: dayOf(day), about: a % 2 === 0 ? "公开01/总计/收入" : "公开01/总计/支出", text: `原因${a}` }
  })

/** 2010312 is not held for 2024; adopting it again states nothing new. */
const adopt: Plan = (_, { day }) =>
  plan({
    type: "ClassificationItemAdopted",
    data: {
      occurredOn: dayOf(day),
      year: 2024,
      item: { classification: "functional", code: "2010312" },
      name: "新增事务",
      source: "财预〔2024〕1号"
    }
  })

/** With how often each comes. */
export const statementPlans: ReadonlyArray<readonly [number, Plan]> = [
  [2, approveThreePublic],
  [1, adjustThreePublic],
  [2, contract],
  [1, countVehicles],
  [1, countEquipment],
  [1, countThreePublic],
  [1, compare],
  [1, explain],
  [1, adopt]
]
