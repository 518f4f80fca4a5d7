/**
 * 情况说明: sentences in the styles of many places are read into claims; claims that agree give no finding; one digit, one
 * direction word or one item changed gives an error that quotes the sentence.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import { type CheckRule, type Finding, narrativeRules } from "@juesuan/rules"
import { describe, expect, it } from "vitest"
import { disclosureWith } from "./narrative-document.ts"

const findingsOf = (document: PublishedDisclosure): ReadonlyArray<Finding> =>
  narrativeRules.flatMap((rule: CheckRule) => rule.judge(document).flatMap(({ finding }) => finding ?? []))

const errorsIn = (lines: string): ReadonlyArray<string> =>
  findingsOf(disclosureWith(lines))
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule)

const consistent = `
# 第三部分 2024年度部门决算情况说明
## 一、收入支出决算总体情况说明
2024年度收入总计1,564.71万元，支出总计1,564.71万元。与2023年度相比，收入总计减少434.67万元，下降21.74%；支出总计减少434.67万元，下降21.74%。主要原因是项目减少。
## 二、收入决算情况说明
本年收入合计1564.71万元，其中：财政拨款收入1564.71万元，占100%；事业收入0万元，占0%。
## 三、支出决算情况说明
本年支出合计1,564.71万元，其中：基本支出1,096.83万元，占70.10%；项目支出467.89万元，占29.90%。
`

describe("情况说明与表一致时", () => {
  it("没有发现", () => {
    expect(findingsOf(disclosureWith(consistent))).toEqual([])
  })
})

describe("情况说明改了一处", () => {
  it.each([
    ["金额改一位", "收入总计1,564.71", "收入总计1,554.71", "narrative.amount"],
    ["幅度改一位", "下降21.74%；", "下降27.14%；", "narrative.change-rate"],
    ["方向改一处", "支出总计减少", "支出总计增加", "narrative.direction"],
    ["占比改一位", "占29.90%", "占29.09%", "narrative.share"]
  ])("%s", (_name, before, after, rule) => {
    expect(errorsIn(consistent.replace(before, after))).toContain(rule)
  })
})
