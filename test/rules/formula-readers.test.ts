/** 公式的读法: units are checked before anything is computed; a formula is written as spreadsheets compute it. */
import { Quantities } from "@juesuan/domain"
import {
  checkConditionUnits,
  checkRules,
  describeUnitFault,
  type Formula,
  Formulas,
  type IdentityRule,
  kindOfFormula,
  type KindOf,
  type Rule,
  rulesOf,
  ruleSets,
  spreadsheetFormula
} from "@juesuan/rules"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const { freeUnit, points, quantity, ratio, tenThousandYuan, yuan } = Quantities
const { cell, cells, constant, difference, product, quotient, reference, rounded, sum } = Formulas

const budget = reference("budget", "预算数", yuan)
const paid = reference("paid", "执行数", yuan)
const weight = reference("weight", "分值", points)
const vehicles = reference("vehicles", "车辆", freeUnit("辆"))
const whichever = reference("whichever", "完成值", freeUnit(""))
const category = reference("category", "单位类别", "words")
const half = constant(quantity("0.5", ratio))

describe("单位", () => {
  const fits: ReadonlyArray<readonly [string, Formula, unknown]> = [
    ["元加元是元", sum(budget, paid), yuan],
    ["元除以元是比率", quotient(paid, budget), ratio],
    ["分值乘比率是分", product(weight, quotient(paid, budget)), points],
    ["元除以比率是元", quotient(paid, half), yuan],
    ["舍入不改单位", rounded(product(half, budget), 2), yuan],
    ["元化为万元", Formulas.inTenThousandYuan(budget), tenThousandYuan],
    ["没有名目的单位与哪个都合", difference(whichever, vehicles), freeUnit("辆")],
    ["分档给出文字", Formulas.banded(weight, [[quantity("90", points), "优"]], "差"), "words"],
    [
      "不适用的一支不定单位",
      Formulas.when(Formulas.compares(budget, ">", paid), weight, Formulas.notApplicable("没有预算")),
      points
    ],
    ["空的合计有写明的单位", Formulas.sumOver("各款", [], yuan), yuan]
  ]
  it.each(fits)("%s", (_, formula, kind) => expect(kindOfFormula(formula)).toEqual(Result.succeed(kind)))

  const clashes: ReadonlyArray<readonly [string, Formula, string]> = [
    ["元加分", sum(budget, weight), "单位不合：元与分，在 预算数 + 分值"],
    ["元减辆", difference(budget, vehicles), "单位不合：元与辆，在 预算数 − 车辆"],
    ["元乘元", product(budget, paid), "单位不合：元与元，在 预算数 × 执行数"],
    ["比率除以元", quotient(half, budget), "单位不合：%与元，在 50% ÷ 预算数"],
    ["文字相加", sum(category, budget), "文字不能计算：单位类别"],
    ["分化为万元", Formulas.inTenThousandYuan(weight), "不是金额，单位是分：分值 ÷ 10000"],
    ["较小者要同单位", Formulas.least(budget, half), "单位不合：元与%，在 min(预算数, 50%)"],
    [
      "两支单位不同",
      Formulas.when(Formulas.compares(budget, ">", paid), weight, budget),
      "单位不合：分与元，在 若预算数 > 执行数则 分值，否则 预算数"
    ]
  ]
  it.each(clashes)("%s 不行", (_, formula, message) => {
    const fault = Result.getOrThrow(Result.flip(kindOfFormula(formula)))
    expect(describeUnitFault(fault).zh).toBe(message)
    expect(describeUnitFault(fault).en.length).toBeGreaterThan(10)
  })

  it("条件两边要同单位，且、或逐个看", () => {
    const fitting = Formulas.compares(budget, ">", paid)
    expect(Result.isSuccess(checkConditionUnits(Formulas.every(fitting, fitting)))).toBe(true)
    expect(Result.isFailure(checkConditionUnits(Formulas.some(fitting, Formulas.compares(budget, ">", half))))).toBe(
      true
    )
  })

  it("每条规则的公式给出它声明的单位", () => {
    const written = ruleSets.flatMap(rulesOf).filter((rule): rule is Rule => "formula" in rule && "kind" in rule)
    expect(written.length).toBeGreaterThan(8)
    for (const { formula, id, kind } of written) {
      const found = kindOfFormula(formula)
      expect(Result.isSuccess(found), id).toBe(true)
      // A rule that only says 不适用 gives no unit.
      const isNamed = Result.isSuccess(found) && !(found.success !== "words" && found.success.label === "")
      if (isNamed && kind !== "words" && kind.kind !== "free") expect(found, id).toEqual(Result.succeed(kind))
    }
  })

  it("每条勾稽式两边同单位；车辆数是辆，其余是元", () => {
    const kindOf: KindOf = (input) => {
      const row = input._tag === "Cell" ? input.row : input._tag === "Total" ? input.of.rows : undefined
      const name = row?._tag === "Row" ? row.row : row?._tag === "RowGroup" ? row.prefix : ""
      return name.startsWith("vehicles") ? freeUnit("辆") : yuan
    }
    const identities = checkRules.filter((rule): rule is IdentityRule => "source" in rule)
    for (const { id, source } of identities)
      for (const { left, right, when } of source.statements) {
        expect(Result.isSuccess(kindOfFormula(difference(left, right), kindOf)), id).toBe(true)
        if (when !== undefined) expect(Result.isSuccess(checkConditionUnits(when, kindOf)), id).toBe(true)
      }
    expect(identities.length).toBeGreaterThan(60)
  })
})

describe("电子表格公式", () => {
  const at: Readonly<Record<string, string>> = { budget: "B2", paid: "C2", weight: "D2", category: "E2" }
  const places = {
    cellsOf: (input: Parameters<KindOf>[0]): ReadonlyArray<string> => {
      if (input._tag === "Reference") return [at[input.ref] ?? []].flat()
      return input._tag === "Total" ? ["C4", "C5"] : ["'公开03'!C8"]
    }
  }
  const cases: ReadonlyArray<readonly [Formula, string]> = [
    [sum(budget, paid), "SUM(B2:C2)"],
    [product(difference(budget, paid), half), "((B2-C2)*0.5)"],
    [quotient(paid, difference(budget, paid)), "(C2/(B2-C2))"],
    [rounded(quotient(paid, budget), 4), "ROUND((C2/B2),4)"],
    [rounded(paid, 2, "floor"), "(INT(C2*10^2)/10^2)"],
    [rounded(paid, 2, "ceiling"), "(-INT(-C2*10^2)/10^2)"],
    [Formulas.least(weight, Formulas.greatest(weight, constant(quantity("10", points)))), "MIN(D2,MAX(D2,10))"],
    [
      Formulas.banded(
        weight,
        [
          [quantity("90", points), "优"],
          [quantity("80", points), '良"好']
        ],
        "差"
      ),
      'IF(D2>=90,"优",IF(D2>=80,"良""好","差"))'
    ],
    [Formulas.inTenThousandYuan(paid), "(C2/10000)"],
    [
      Formulas.when(Formulas.is(category, "行政单位", "参公单位"), paid, Formulas.notApplicable("不是行政单位")),
      'IF(OR(E2="行政单位",E2="参公单位"),C2,NA())'
    ],
    [
      Formulas.when(
        Formulas.every(
          Formulas.filled(cells("公开03", Formulas.everyRow, "金额")),
          Formulas.compares(budget, "<=", paid)
        ),
        cell("公开03", "合计", "金额"),
        Formulas.total(cells("公开03", Formulas.everyRow, "金额"))
      ),
      "IF(AND(OR(N(C4)<>0,N(C5)<>0),B2<=C2),'公开03'!C8,SUM(C4:C5))"
    ],
    [Formulas.sumOver("各款", [], yuan), "0"],
    [sum(budget), "B2"],
    [sum(budget, paid, weight, constant(quantity("1", yuan)), weight, paid), "SUM(B2:D2,1,D2,C2)"],
    [sum(budget, weight, weight), "SUM(B2,D2,D2)"]
  ]
  it.each(cases)("%#", (formula, text) => expect(spreadsheetFormula(formula, places)).toEqual(Result.succeed(text)))

  it("不在表上的数说出来，不猜", () => {
    expect(spreadsheetFormula(sum(budget, vehicles), places)).toEqual(Result.fail({ _tag: "NoPlace", input: "车辆" }))
    expect(Result.isFailure(spreadsheetFormula(Formulas.select({ account: "payment" }), places))).toBe(true)
  })

  it("表上的单位由表来定：元写成万元", () => {
    const inTenThousand = {
      ...places,
      numberOf: (of: Quantities.Quantity) => Quantities.text(Quantities.inTenThousandYuan(of))
    }
    expect(spreadsheetFormula(sum(budget, constant(quantity("25000", yuan))), inTenThousand)).toEqual(
      Result.succeed("SUM(B2,2.5)")
    )
  })
})
