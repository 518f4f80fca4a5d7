/** 时点: a year can be asked about as of any day, also before the day on which its unit or its codes are dated. */
import { Disclosures } from "@juesuan/app"
import { foldLedger } from "@juesuan/domain"
import { derive } from "@juesuan/rules"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { newBooks, openYear, payment, recorded } from "./books.ts"

const item = (code: string, name: string, occurredOn: string) => ({
  occurredOn,
  year: 2024,
  item: { classification: "functional", code },
  name,
  source: "财预〔2024〕9号"
})

const value = (ref: string, until: string) =>
  Effect.map(
    Effect.flatMap(Disclosures, (disclosures) => disclosures.figure(ref, { asOf: { until } })),
    ({ figure }) => (figure.value._tag === "Quantity" ? figure.value.quantity.amount.toFixed(2) : figure.value._tag)
  )

test("增设的科目属于整个年度：款晚于项登记的日期，中间的日子也能问", async () => {
  const books = newBooks()
  await books.run(openYear)
  await books.run(recorded("ClassificationItemAdopted", item("20187", "新增事务", "2024-06-01")))
  await books.run(recorded("ClassificationItemAdopted", item("2018701", "行政运行", "2024-01-01")))
  await books.run(recorded("PaymentMade", { ...payment, functional: "2018701", occurredOn: "2024-02-01" }))
  expect(await books.run(value("公开03/2018701/基本支出", "2024-03-01"))).toBe("100.00")
})

test("早于单位登记日期的日子，仍用该单位的规则和表", async () => {
  const books = newBooks()
  await books.run(openYear)
  expect(await books.run(value("公开01/总计/支出", "2023-12-31"))).toBe("0.00")
})

test("支付的日期早于项目入库：到那一天为止钱已支出，还没有可评的项目；到入库那天就有", async () => {
  const books = newBooks()
  await books.run(openYear)
  const project = { project: "P01" }
  const line = { fund: "general-public-budget", functional: "2010306", kind: "project", ...project }
  const established = { occurredOn: "2024-01-05", name: "设备购置", basis: "合同", office: "办公室" }
  await books.run(recorded("ProjectEstablished", established, project))
  const budget = { occurredOn: "2024-01-02", ...line, approved: "500.00", approval: "财预〔2024〕2号" }
  await books.run(recorded("InitialBudgetApproved", budget))
  await books.run(recorded("PaymentMade", { ...payment, ...line, occurredOn: "2024-01-03" }))
  expect(await books.run(value("公开03/2010306/项目支出", "2024-01-03"))).toBe("100.00")
  expect((await books.refused(value("自评/P01/全年执行数", "2024-01-03"))).code).toBe("RowUnknown")
  expect(await books.run(value("自评/P01/全年执行数", "2024-01-05"))).toBe("100.00")
})

test("没有的规则集按名拒绝，不悄悄换一个", () => {
  const problem = derive(foldLedger([]), { unit: "001", year: 2024, ruleSet: "nonsense" })
  expect(Result.isFailure(problem) && problem.failure._tag).toBe("NoRuleSet")
})

test("项目代码像功能科目、项目名像别的项目代码，数字各归各的", async () => {
  const books = newBooks()
  await books.run(openYear)
  const projects = [
    ["201", "丙", "5.00"],
    ["P01", "P02", "1.00"],
    ["P02", "乙", "20.00"],
    ["P03", "乙", "300.00"]
  ] as const
  for (const [project, name, approved] of projects) {
    await books.run(
      recorded("ProjectEstablished", { occurredOn: "2024-01-05", name, basis: "合同", office: "办公室" }, { project })
    )
    const line = { fund: "general-public-budget", functional: "2010306", kind: "project", project }
    await books.run(
      recorded("InitialBudgetApproved", { occurredOn: "2024-01-15", ...line, approved, approval: "财预〔2024〕2号" })
    )
  }
  expect(await books.run(value("预算/201/年初预算数", "2024-12-31"))).toBe("1326.00")
  expect(await books.run(value("预算/丙/年初预算数", "2024-12-31"))).toBe("5.00")
  expect(await books.run(value("自评/P02/预算编制数", "2024-12-31"))).toBe("20.00")
  expect(await books.run(value("自评/年初预算合计", "2024-12-31"))).toBe("326.00")
})
