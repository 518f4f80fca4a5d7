/** 规则的通则: laws over all rules that are held, check rules and definitions; each law is seen to object to a planted fault. */
import { Quantities } from "@juesuan/domain"
import {
  checkRules,
  checkRulesFor,
  defineRule,
  Formulas,
  type IdentityRule,
  type RuleHeader,
  ruleSetFor,
  ruleSets,
  rulesOf,
  scoringRuleSets,
  scoringRulesOf
} from "@juesuan/rules"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { casesIn } from "../findings/Case.ts"
import {
  hasInputs,
  incompleteCitations,
  incompleteHeads,
  inputFaults,
  missingCases,
  repeatedIds,
  repeatedVersions,
  unitFaults,
  unnamedInEnglish,
  untranslated
} from "./RuleLaws.ts"

const definitions: ReadonlyArray<RuleHeader> = [
  ...ruleSets.flatMap(rulesOf),
  ...scoringRuleSets.flatMap((ruleSet) => scoringRulesOf(ruleSet))
]
const everyRule: ReadonlyArray<RuleHeader> = [...checkRules, ...definitions]
const sources = checkRules.filter((rule): rule is IdentityRule => "source" in rule).map(({ source }) => source)

/** Made rules stand once for every indicator: a rule is the same wherever its head is. */
const once = (rules: ReadonlyArray<RuleHeader>): ReadonlyArray<RuleHeader> => [
  ...new Map(rules.map((rule) => [JSON.stringify([rule.id, rule.jurisdiction, rule.inForceFrom]), rule])).values()
]

const inForce = (...[jurisdiction, year]: Parameters<typeof checkRulesFor>): ReadonlyArray<RuleHeader> => [
  ...checkRulesFor(jurisdiction, year),
  ...Result.match(ruleSetFor(jurisdiction, year), { onSuccess: (set) => once(rulesOf(set)), onFailure: () => [] })
]

const head: RuleHeader = {
  id: "planted.rule",
  label: "放进去的规则",
  citation: { document: "某办法", article: "第一条", inForceFrom: "2024-01-01", verified: true },
  jurisdiction: "national",
  inForceFrom: "2024-01-01"
}

describe("所有规则", () => {
  it("有规则可查", () => {
    expect(checkRules.length).toBeGreaterThan(130)
    expect(sources.length).toBeGreaterThan(70)
    expect(definitions.filter(hasInputs).length).toBeGreaterThan(100)
  })

  it("编号不重复", () => {
    expect(repeatedIds(checkRules)).toEqual([])
    const defined = [...new Map(definitions.map((rule) => [rule.id, rule])).values()]
    expect(repeatedIds([...checkRules, ...defined])).toEqual([])
    expect(repeatedIds([head, head])).toEqual(["planted.rule"])
  })

  it("有编号、名称、已知的地区和生效日期", () => {
    expect(incompleteHeads(everyRule)).toEqual([])
    expect(incompleteHeads([head])).toEqual([])
    expect(incompleteHeads([{ ...head, id: "规则一" }])).toHaveLength(1)
    expect(incompleteHeads([{ ...head, label: "a rule" }])).toHaveLength(1)
    expect(incompleteHeads([{ ...head, jurisdiction: "atlantis" as RuleHeader["jurisdiction"] }])).toHaveLength(1)
    expect(incompleteHeads([{ ...head, inForceFrom: "2024-13-01" }])).toHaveLength(1)
  })

  it("依据写全，没有核对的明确标注", () => {
    expect(incompleteCitations(everyRule)).toEqual([])
    expect(incompleteCitations([head])).toEqual([])
    const { document, inForceFrom } = { inForceFrom: "2024-01-01", ...head.citation }
    expect(incompleteCitations([{ ...head, citation: { document, inForceFrom, verified: true } }])).toHaveLength(1)
    expect(incompleteCitations([{ ...head, citation: { document: " ", verified: false } }])).toHaveLength(1)
  })

  it("同一年度、同一地区只有一个版本有效", () => {
    expect(repeatedVersions(inForce)).toEqual([])
    const later = { ...head, inForceFrom: "2026-01-01" }
    const both = (_: unknown, year: number) => [head, later].filter((rule) => rule.inForceFrom <= `${year}-12-31`)
    expect(repeatedVersions(both)[0]).toContain("planted.rule: twice in")
  })
})

describe("审核规则", () => {
  it("名称中英文都有，英文名称各不相同", () => {
    expect(unnamedInEnglish(checkRules)).toEqual([])
    const planted = (labelEn: string, id = "planted.rule") => ({ id, labelEn })
    expect(unnamedInEnglish([planted("A rule that is planted")])).toEqual([])
    expect(unnamedInEnglish([planted("")])).toHaveLength(1)
    expect(unnamedInEnglish([planted("Income：收入")])).toHaveLength(1)
    expect(unnamedInEnglish([planted("Income"), planted("Income", "planted.other")])).toEqual(["Income"])
  })

  it("中文和英文都说清自己查什么", () => {
    expect(untranslated(checkRules.map(({ id, statement }) => [id, statement]))).toEqual([])
    expect(untranslated([["甲", { zh: "收入等于支出", en: "" }]])).toEqual(["甲: no English"])
    expect(untranslated([["乙", { zh: "", en: "income equals expenditure" }]])).toEqual(["乙: no Chinese"])
    expect(untranslated([["丙", { zh: "收入等于支出", en: "income，expenditure are equal" }]])).toHaveLength(1)
  })

  it("勾稽式的单位一致", () => {
    expect(unitFaults(sources)).toEqual([])
    const vehicles = Formulas.cell("further-information", "vehicles", "amount")
    const procurement = Formulas.cell("further-information", "procurement", "amount")
    const planted = {
      id: "planted.rule",
      statements: [{ left: vehicles, comparison: "=", right: procurement }]
    } as const
    expect(unitFaults([planted])[0]).toContain("planted.rule: units do not fit")
  })

  it("每条规则在发现集里有一例", () => {
    expect(missingCases(checkRules, casesIn("cases"))).toEqual([])
    expect(missingCases([head], [])).toEqual(["planted.rule: no case"])
    expect(missingCases([], [head])).toEqual(["planted.rule: a case of no rule"])
  })
})

describe("有输入的规则", () => {
  const amounts = { a: { label: "甲", kind: Quantities.yuan }, b: { label: "乙", kind: Quantities.yuan } }

  it("声明的输入都用到，用到的都声明过，结果的单位就是所声明的", () => {
    expect(inputFaults(definitions.filter(hasInputs))).toEqual([])
    const right = defineRule({
      ...head,
      inputs: amounts,
      kind: Quantities.ratio,
      formula: ({ a, b }) => Formulas.quotient(a, b)
    })
    expect(inputFaults([right])).toEqual([])
    expect(inputFaults([{ ...right, inputs: { ...amounts, c: amounts.a } }])).toEqual(["planted.rule: c is not used"])
    expect(inputFaults([{ ...right, inputs: { a: amounts.a } as typeof amounts }])).toEqual([
      "planted.rule: b is not declared"
    ])
    expect(inputFaults([{ ...right, kind: Quantities.yuan }])[0]).toContain("planted.rule: gives")
  })
})
