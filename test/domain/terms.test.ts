/** 术语: every closed list reads its own labels, identifiers and aliases, whatever brackets, quotes and numbering look like. */
import * as domain from "@juesuan/domain"
import { normalizedLabel } from "@juesuan/domain"
import type { TermList } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

type AnyList = TermList<string>
const isTermList = (value: unknown): value is AnyList =>
  typeof value === "object" && value !== null && "idOf" in value && "labelOf" in value && "entries" in value

const lists = Object.entries(domain as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
  isTermList(value) ? [{ name, list: value }] : []
)

describe("术语表", () => {
  it("找到了全部术语表", () => {
    expect(lists.map(({ name }) => name).toSorted()).toEqual(
      (
        "AdjustmentKind BasicExpenditurePart DistributionPurpose ExpenditureKind Fund Grade IndicatorDirection IndicatorGroup " +
        "IndicatorOperator ItemLevel Jurisdiction ProcurementCategory QualitativeResult RevenueSource SupplierSize " +
        "ThreePublicCount ThreePublicItem UnitCategory VehicleKind"
      ).split(" ")
    )
  })

  it.each(lists)("$name 的每个标识、名称、别名都认得，且只指一项", ({ list }) => {
    expect(list.ids.length).toBeGreaterThan(1)
    const names = list.ids.flatMap((id) => {
      const { aliases = [], label } = list.entries[id] ?? { label: "" }
      return [...new Set([id, label, ...aliases].map(normalizedLabel))].map((name) => ({ id, name }))
    })
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length)
    for (const { id, name } of names) expect(list.idOf(name)).toBe(id)
    for (const id of list.ids) expect(list.idOf(list.labelOf(id))).toBe(id)
  })

  it.each(lists)("$name 的 schema 只接受标识", ({ list }) => {
    const decode = Schema.decodeUnknownResult(list.schema)
    for (const id of list.ids) expect(decode(id)).toEqual(Result.succeed(id))
    expect(Result.isFailure(decode("no-such-identifier"))).toBe(true)
  })

  it.each(lists)("$name 不认得的文字答没有", ({ list }) => {
    for (const text of ["", " ", "__proto__", "constructor", "无此术语"]) expect(list.idOf(text)).toBeUndefined()
  })
})

describe("认名称", () => {
  it.each([
    ["1. 副部(省)级及以上领导用车", domain.VehicleKind.idOf, "vice-provincial-leader"],
    ["因公出国 (境) 费", domain.ThreePublicItem.idOf, "overseas-travel"],
    ["（二） 参照公务员法管理事业单位", domain.UnitCategory.idOf, "civil-servant-managed"],
    ["五、事业收入", domain.RevenueSource.idOf, "institutional"],
    ["二、政府性基金预算财政拨款", domain.RevenueSource.idOf, "government-fund"],
    ["其中：外事接待批次", domain.ThreePublicCount.idOf, "foreign-affairs-reception-batches"],
    ["外事接待批次", domain.ThreePublicCount.idOf, "foreign-affairs-reception-batches"],
    ["＞", domain.IndicatorOperator.idOf, ">"],
    ["≥", domain.IndicatorOperator.idOf, ">="],
    ["小型企业", domain.SupplierSize.idOf, "small"],
    ["一般公共预算", domain.Fund.idOf, "general-public-budget"]
  ] as ReadonlyArray<[string, (text: string) => string | undefined, string]>)("%s", (text, idOf, id) => {
    expect(idOf(text)).toBe(id)
  })

  it.each([
    ["（一） “三公”经费 ", "三公经费"],
    ["二十六、抗疫特别国债安排的支出", "抗疫特别国债安排的支出"],
    ["一般公共服务支出", "一般公共服务支出"],
    ["三公经费", "三公经费"],
    ["10. 其他", "其他"],
    ["2024年度", "2024年度"],
    ["一、", "一、"]
  ])("%s 比较时是 %s", (text, expected) => {
    expect(normalizedLabel(text)).toBe(expected)
  })

  it("再整理一次不变，空白与括号形式无关", () => {
    const label = fc.constantFrom(...lists.flatMap(({ list }) => list.ids.map((id) => list.labelOf(id))))
    fc.assert(
      fc.property(label, fc.constantFrom("", "一、", "（三）", "12. ", "(2)"), (text, number) => {
        const once = normalizedLabel(text)
        const dressed = `${number}${[...text].join(" ")}`.replaceAll("（", "(").replaceAll("）", ")")
        return normalizedLabel(once) === once && normalizedLabel(dressed) === once
      })
    )
  })
})

describe("收入来源", () => {
  it("行次是公开01的1至8行，前三项是财政拨款", () => {
    const { RevenueSource, Fund, fundOfSource } = domain
    expect(RevenueSource.ids.map((id) => RevenueSource.entries[id].line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(RevenueSource.ids.filter((id) => Fund.entries[fundOfSource(id)].fiscal)).toEqual([
      "general-public-budget",
      "government-fund",
      "state-capital"
    ])
  })
})
