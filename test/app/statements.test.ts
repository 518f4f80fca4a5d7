/** 后述为准: of counts and categories the one that holds, and opening carry-over that would overlap a finer budget. */
import { Books, Disclosures } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { beforeEach, expect, test } from "vitest"
import { newBooks, openYear, payment, recorded, type TestBooks } from "./books.ts"

let books: TestBooks
beforeEach(async () => {
  books = newBooks()
  await books.run(openYear)
})

const printed = (table: string, row: string, column: string) =>
  Effect.map(
    Effect.flatMap(Disclosures, (disclosures) => disclosures.table(table)),
    (answered) => answered.table.rows.find(({ key }) => key === row)?.cells[column]?.printed
  )

test("车辆盘点以业务日期在后的为准，与记录先后无关", async () => {
  await books.run(recorded("VehiclesCounted", { occurredOn: "2024-12-31", vehicles: [{ kind: "other", count: 2 }] }))
  await books.run(recorded("VehiclesCounted", { occurredOn: "2024-06-30", vehicles: [{ kind: "other", count: 5 }] }))
  expect(await books.run(printed("公开10", "其他用车", "统计数"))).toBe("2")
  expect(await books.run(printed("公开10", "车辆数合计(辆)", "统计数"))).toBe("2")
})

test("年度终了以后的单位分类不改变该年度的机关运行经费", async () => {
  await books.run(recorded("PaymentMade", { ...payment, amount: "900.00" }))
  const before = await books.run(printed("公开10", "行政单位", "统计数"))
  await books.run(recorded("UnitClassified", { occurredOn: "2025-02-01", category: "public-institution" }))
  expect([before, await books.run(printed("公开10", "行政单位", "统计数"))]).toEqual(["0.09", "0.09"])
})

test("更正年度开账，结转不得压在更细的预算之上", async () => {
  const fine = { fund: "general-public-budget", functional: "2050201", kind: "basic" }
  await books.run(
    recorded("InitialBudgetApproved", {
      occurredOn: "2024-01-15",
      ...fine,
      approved: "10.00",
      approval: "财预〔2024〕3号"
    })
  )
  const before = await books.length()
  const error = await books.refused(
    Effect.flatMap(Books, (all) =>
      all.correct({
        event: "year-001-2024@1",
        reason: "漏记结转",
        actor: "会计岗",
        replacement: { occurredOn: "2024-01-02", carryovers: [{ ...fine, functional: "20502", amount: "5.00" }] }
      })
    )
  )
  expect(error.code).toBe("BudgetLevelsOverlap")
  expect(await books.length()).toBe(before)
})

test("结转所属的项目，关账之前必须入库", async () => {
  const carried = newBooks()
  const unit = { occurredOn: "2024-01-01", department: { code: "001", name: "示例局" }, jurisdiction: "shanxi" }
  await carried.run(recorded("UnitRegistered", { ...unit, name: "示例局" }))
  const line = { fund: "general-public-budget", functional: "2010306", kind: "project", project: "P09" }
  await carried.run(recorded("YearOpened", { occurredOn: "2024-01-02", carryovers: [{ ...line, amount: "5.00" }] }))
  const error = await carried.refused(recorded("YearClosed", { occurredOn: "2024-12-31" }))
  expect([error.code, error.says.zh.includes("P09")]).toEqual(["ProjectUnknown", true])
  await carried.run(recorded("ProjectListed", { occurredOn: "2024-02-01", project: "P09", name: "结转项目" }))
  await carried.run(recorded("YearClosed", { occurredOn: "2024-12-31" }))
})
