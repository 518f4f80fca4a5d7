/**
 * 术语表: one term, one identifier; every label of the closed lists and of the kinds of event is in it; what is commonly
 * blurred is kept apart.
 */
import * as domain from "@juesuan/domain"
import { normalizedLabel } from "@juesuan/domain"
import type { TermList } from "@juesuan/domain"
import { describe, expect, it } from "vitest"
import { glossary } from "../glossary/terms.ts"

const isTermList = (value: unknown): value is TermList<string> =>
  typeof value === "object" && value !== null && "idOf" in value && "labelOf" in value && "entries" in value

/** Every entry of every closed list, as the glossary names it: `ExpenditureKind.basic`. */
const listed = Object.entries(domain as Readonly<Record<string, unknown>>).flatMap(([name, list]) =>
  isTermList(list) ? list.ids.map((id) => ({ identifier: `${name}.${id}`, term: list.labelOf(id) })) : []
)

const entryOf = new Map(glossary.map((entry) => [entry.identifier, entry]))
const repeated = (values: ReadonlyArray<string>) => values.filter((value, index) => values.indexOf(value) !== index)

describe("术语表", () => {
  it("一个术语只有一个标识，一个标识只有一个术语", () => {
    expect(glossary.length).toBeGreaterThanOrEqual(60)
    expect(repeated(glossary.map(({ identifier }) => identifier))).toEqual([])
    expect(repeated(glossary.map(({ term }) => normalizedLabel(term)))).toEqual([])
  })

  it("各清单的每个名称都在，标识与名称一一相符", () => {
    expect(listed.length).toBeGreaterThan(50)
    const dotted = glossary.filter(({ identifier }) => identifier.includes("."))
    expect(dotted.map(({ identifier, term }) => `${identifier} ${term}`).toSorted()).toEqual(
      listed.map(({ identifier, term }) => `${identifier} ${term}`).toSorted()
    )
  })

  it("每种事件的名称都是术语", () => {
    const terms = new Set(glossary.map(({ term }) => term))
    const labels = Object.values(domain.eventKinds).map(({ label }) => label)
    expect(labels.length).toBeGreaterThan(30)
    expect(labels.filter((label) => !terms.has(label))).toEqual([])
  })

  it("其余标识是英文词", () => {
    const plain = glossary.filter(({ identifier }) => !identifier.includes("."))
    expect(plain.filter(({ identifier }) => !/^[a-z][A-Za-z]*$/u.test(identifier))).toEqual([])
  })

  it("每条都有定义和出处，定义成句，不是术语的重复", () => {
    for (const { definition, identifier, source, term } of glossary) {
      expect(definition.endsWith("。"), identifier).toBe(true)
      expect(definition.length, identifier).toBeGreaterThan(5)
      expect(normalizedLabel(definition), identifier).not.toBe(normalizedLabel(`${term}。`))
      expect(source, identifier).toMatch(/^《|决算公开|待核|^本程序的用语$/u)
    }
  })

  it("易混的术语互相指明", () => {
    for (const { identifier, notToConfuse = [] } of glossary) {
      expect(repeated(notToConfuse), identifier).toEqual([])
      expect(notToConfuse, identifier).not.toContain(identifier)
      for (const other of notToConfuse) {
        expect(entryOf.get(other)?.notToConfuse ?? [], `${identifier} → ${other}`).toContain(identifier)
      }
    }
  })
})

describe("必须分清的术语", () => {
  it.each([
    ["决算", "finalAccounts", "预算", "budget"],
    ["年初预算数", "initialBudget", "全年预算数", "fullYearBudget"],
    ["年初预算数", "initialBudget", "决算数", "finalAmount"],
    ["全年预算数", "fullYearBudget", "决算数", "finalAmount"],
    ["预算调整", "budgetAdjustment", "预算调剂", "budgetReallocation"],
    ["结转", "carryover", "结余", "surplus"],
    ["基本支出", "ExpenditureKind.basic", "项目支出", "ExpenditureKind.project"],
    ["支出功能分类科目", "functionalItem", "部门预算支出经济分类科目", "economicItem"],
    ["支出功能分类科目", "functionalItem", "会计科目", "ledgerAccount"],
    ["部门预算支出经济分类科目", "economicItem", "会计科目", "ledgerAccount"],
    ["分值", "weightPoints", "得分", "scorePoints"],
    ["元", "yuan", "万元", "tenThousandYuan"],
    ["行次", "line", "栏次", "column"],
    ["记录得分", "recordedScore", "计算得分", "computedScore"]
  ])("%s（%s）与%s（%s）", (term, identifier, otherTerm, other) => {
    expect([entryOf.get(identifier)?.term, entryOf.get(other)?.term]).toEqual([term, otherTerm])
    expect(entryOf.get(identifier)?.notToConfuse).toContain(other)
  })
})
