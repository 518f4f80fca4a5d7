/**
 * 情况说明: sentences in the styles of many places are read into claims; claims that agree give no finding; one digit, one
 * direction word or one item changed gives an error that quotes the sentence.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import { type Finding, narrativeRules, readNarrative } from "@juesuan/rules"
import { array, assert, constantFrom, integer, pre, property } from "fast-check"
import { describe, expect, it } from "vitest"
import { spoken } from "./narrative-claims.ts"
import { disclosureWith, sampleTables } from "./narrative-document.ts"
import { places } from "./narrative-places.ts"
import { sentences } from "./narrative-sentences.ts"
import { traps } from "./narrative-traps.ts"

const findingsOf = (document: PublishedDisclosure): ReadonlyArray<Finding> =>
  narrativeRules
    .flatMap((rule) => rule.judge(document).flatMap(({ finding }) => finding ?? []))
    .filter(({ severity }) => severity !== "note")

/** A narrative with the sentence under the heading; / parts levels of headings. */
const under = (heading: string, sentence: string): string =>
  [...heading.split("/").map((title, level) => `${"#".repeat(level + 1)} ${title}`), sentence].join("\n")

const flat = sentences.flatMap(([heading, list]) =>
  list.map(([sentence, claims]) => [heading, sentence, claims] as const)
)

describe("各地的句式", () => {
  it.each(flat)("%s：%s", (heading, sentence, claims) => {
    expect(readNarrative(disclosureWith(under(heading, sentence))).claims.map(spoken)).toEqual(claims)
  })

  it.each(flat)("与表一致，没有发现：%s：%s", (heading, sentence) => {
    expect(findingsOf(disclosureWith(under(heading, sentence)))).toEqual([])
  })
})

describe("不可误报", () => {
  it.each(traps)("%s：%s", (heading, sentence) => {
    expect(findingsOf(disclosureWith(under(heading, sentence)))).toEqual([])
  })
})

const errorsOf = (lines: string): ReadonlyArray<string> =>
  findingsOf(disclosureWith(lines)).flatMap(({ rule, severity }) => (severity === "error" ? [rule] : []))

describe("各地的段落", () => {
  it.each(places)("$lines", ({ lines, slips }) => {
    expect(findingsOf(disclosureWith(lines)).filter(({ severity }) => severity !== "rounding")).toEqual([])
    for (const [before, after, rule] of slips) expect(errorsOf(lines.replace(before, after))).toContain(rule)
  })

  it.each(places)("表没有读出时也没有错误：$lines", ({ lines }) => {
    const findings = findingsOf(disclosureWith(lines, { tables: [] }))
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
  })
})

describe("表没有读出", () => {
  it.each(traps)("%s：%s", (heading, sentence) => {
    const findings = findingsOf(disclosureWith(under(heading, sentence), { tables: [] }))
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
  })
})

/** Heading, true sentence, what is changed into what, the rule that finds it. */
const planted: ReadonlyArray<readonly [string, string, string, string, string]> = [
  ["一、收入支出决算总体情况", "2024年度收入总计1,564.71万元。", "1,564.71", "1,546.71", "narrative.amount"],
  ["一、收入支出决算总体情况", "2024年度收、支总计均为1564.71万元。", "1564.71万元", "1564.71元", "narrative.amount"],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，减少434.67万元，下降21.74%。",
    "21.74",
    "27.14",
    "narrative.change-rate"
  ],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，减少434.67万元，下降21.74%。",
    "21.74",
    "27.78",
    "narrative.change-rate"
  ],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，减少434.67万元，下降21.74%。",
    "434.67",
    "443.67",
    "narrative.change-rate"
  ],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，较上年减少434.67万元，下降21.74%。",
    "减少",
    "增加",
    "narrative.direction"
  ],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，较上年减少434.67万元，下降21.74%。",
    "减少434.67万元，下降",
    "增加434.67万元，增长",
    "narrative.change-rate"
  ],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，比上年决算数1999.38万元减少434.67万元。",
    "减少",
    "增加",
    "narrative.direction"
  ],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，比上年决算数1999.38万元减少434.67万元。",
    "434.67",
    "433.67",
    "narrative.direction"
  ],
  [
    "一、收入支出决算总体情况",
    "收入总计1564.71万元，支出总计1564.71万元。与上年相比，收入总计减少434.67万元，支出总计减少434.67万元。",
    "支出总计减少434.67",
    "支出总计减少343.67",
    "narrative.total-bases"
  ],
  ["一、收入支出决算总体情况", "年末结转和结余0万元。", "0万元", "5.20万元", "narrative.amount"],
  ["一、收入支出决算总体情况", "2024年度收入总计1564.71万元。", "2024", "2023", "narrative.year"],
  ["一、收入支出决算总体情况", "2024年度收入总计1564.71万元。", "2024", "20XX", "narrative.leftover"],
  [
    "二、收入决算情况说明",
    "收入合计1564.71万元，其中：财政拨款收入1564.71万元，占100%。",
    "占100%",
    "占98%",
    "narrative.share"
  ],
  [
    "二、收入决算情况说明",
    "收入合计1564.71万元，其中：其他收入0万元，占0%。",
    "其他收入0",
    "其他收入3",
    "narrative.amount"
  ],
  [
    "三、支出决算情况说明",
    "支出合计1564.71万元，其中：基本支出1096.83万元，占70.10%。",
    "70.10",
    "71.00",
    "narrative.share"
  ],
  ["三、支出决算情况说明", "支出合计1564.71万元，其中：项目支出467.89万元。", "467.89", "476.89", "narrative.amount"],
  ["四、财政拨款收入支出决算总体情况", "财政拨款收入总计1564.71万元。", "1564.71", "1564.17", "narrative.amount"],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "一般公共预算财政拨款支出1564.71万元，占本年支出合计的100%。",
    "100%",
    "89%",
    "narrative.share"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "一般公共预算财政拨款支出1564.71万元，主要用于以下方面：卫生健康支出（类）57.07万元，占3.65%。",
    "57.07",
    "75.07",
    "narrative.amount"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "一般公共预算财政拨款支出1564.71万元，主要用于以下方面：卫生健康支出（类）57.07万元，占3.65%。",
    "3.65",
    "6.35",
    "narrative.share"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "一般公共服务支出年初预算1609.53万元，支出决算1297.04万元，完成年初预算的80.59%。",
    "80.59",
    "85.09",
    "narrative.completion"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "一般公共服务支出年初预算1609.53万元，支出决算1297.04万元，完成年初预算的80.59%。",
    "1297.04",
    "1609.53",
    "narrative.amount"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "住房公积金年初预算96.98万元，支出决算94.02万元。决算数小于预算数的主要原因是人员减少。",
    "小于",
    "大于",
    "narrative.direction"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "住房公积金支出决算94.02万元，完成预算100%，决算数与预算数持平。",
    "100%",
    "87%",
    "narrative.direction"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "社会保障和就业支出年初预算110.91万元，支出决算116.57万元，用于行政事业单位养老支出116.57万元。",
    "养老支出116.57",
    "养老支出110.91",
    "narrative.amount"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "住房保障支出年初预算96.98万元，支出决算94.02万元，用于缴纳公积金94.02万元。",
    "公积金94.02",
    "公积金96.98",
    "narrative.use"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "卫生健康支出57.07万元，较上年增加23.16万元，增长68.30%。",
    "68.30",
    "63.80",
    "narrative.change-rate"
  ],
  [
    "五、一般公共预算财政拨款支出决算情况",
    "卫生健康支出57.07万元，较上年增加57.07万元，上年无此项支出。",
    "，上年无此项支出",
    "，增长50.00%",
    "narrative.change-rate"
  ],
  [
    "六、一般公共预算财政拨款基本支出决算情况",
    "人员经费1049.51万元，公用经费47.32万元。",
    "1049.51",
    "1094.51",
    "narrative.amount"
  ],
  [
    "六、一般公共预算财政拨款基本支出决算情况",
    "公用经费包括办公费、差旅费、工会经费等。",
    "差旅费",
    "印刷费",
    "narrative.item-list"
  ],
  [
    "六、一般公共预算财政拨款基本支出决算情况",
    "公用经费包括办公费、差旅费、工会经费、公务用车运行维护费、其他交通费用、其他商品和服务支出。",
    "差旅费、",
    "",
    "narrative.item-list"
  ],
  [
    "九、“三公”经费支出决算情况",
    "“三公”经费全年预算2.58万元，支出决算2.58万元，完成全年预算的100.00%。",
    "100.00",
    "98.00",
    "narrative.completion"
  ],
  ["九、“三公”经费支出决算情况", "“三公”经费全年预算2.58万元。", "2.58", "2.85", "narrative.amount"],
  [
    "九、“三公”经费支出决算情况",
    "“三公”经费支出2.58万元，比上年减少0.18万元。其中：因公出国（境）费0万元，与上年持平；公务用车购置费0万元，与上年持平；公务用车运行维护费2.58万元，比上年减少0.18万元；公务接待费0万元，与上年持平。",
    "费2.58万元，比上年减少0.18",
    "费2.58万元，比上年减少1.08",
    "narrative.change-parts"
  ],
  [
    "九、“三公”经费支出决算情况",
    "“三公”经费支出2.58万元，决算数与预算数持平；全年预算2.58万元，与预算持平。",
    "2.58万元，决算数",
    "2.85万元，决算数",
    "narrative.amount"
  ],
  [
    "九、“三公”经费支出决算情况",
    "因公出国（境）费0万元，出国（境）团组0个，累计0人次。",
    "累计0",
    "累计3",
    "narrative.count"
  ],
  [
    "九、“三公”经费支出决算情况",
    "公务接待费0万元。国内接待费0万元，国（境）外接待费0万元。",
    "国内接待费0",
    "国内接待费1.20",
    "narrative.parts"
  ],
  [
    "十、机关运行经费支出情况",
    "机关运行经费支出47.32万元，比2023年减少0.20万元，下降0.42%。",
    "0.42",
    "4.20",
    "narrative.change-rate"
  ],
  [
    "十一、政府采购支出情况",
    "政府采购支出总额399.17万元，授予中小企业合同金额393.57万元，占政府采购支出总额的98.60%。",
    "98.60",
    "96.80",
    "narrative.share"
  ],
  ["十一、政府采购支出情况", "政府采购货物支出233.77万元。", "233.77", "223.77", "narrative.amount"],
  [
    "十一、政府采购支出情况",
    "授予中小企业合同金额393.57万元，其中：授予小微企业合同金额165.03万元。",
    "165.03",
    "465.03",
    "narrative.procurement-order"
  ],
  [
    "十二、国有资产占用情况",
    "截至2024年12月31日，共有车辆2辆，其中：其他用车2辆。",
    "车辆2辆",
    "车辆3辆",
    "narrative.count"
  ],
  ["十二、国有资产占用情况", "截至2024年12月31日，共有车辆2辆，其中：其他用车2辆。", "2024", "2023", "narrative.year"],
  [
    "十三、预算绩效情况",
    "涉及项目14个，其中13个项目自评等级为“优”，1个项目自评等级为“中”。",
    "13个",
    "12个",
    "narrative.performance"
  ],
  [
    "十三、预算绩效情况",
    "涉及项目14个，资金829.18万元，其中一般公共预算项目支出829.18万元、政府性基金预算项目支出0万元。",
    "项目支出829.18",
    "项目支出819.28",
    "narrative.performance"
  ],
  [
    "十三、预算绩效情况说明",
    "窗口服务项目自评得分为96分。全年预算数为44.80万元，执行数为43.01万元，完成预算的96%。",
    "43.01",
    "34.01",
    "narrative.completion"
  ]
]

describe("改了一处", () => {
  it.each(planted)("%s：%s 把 %s 改为 %s", (heading, sentence, before, ...[after, rule]) => {
    const changed = sentence.replace(before, after)
    expect(findingsOf(disclosureWith(under(heading, sentence))).filter(({ severity }) => severity === "error")).toEqual(
      []
    )
    const errors = findingsOf(disclosureWith(under(heading, changed))).filter(({ severity }) => severity === "error")
    expect(errors.map((finding) => finding.rule)).toContain(rule)
    const [finding] = errors.filter((one) => one.rule === rule)
    expect(changed.replaceAll(/\s/gu, "")).toContain(finding?.where[0]?.quote?.replaceAll(/\s/gu, ""))
    expect(finding?.message.en).not.toBe("")
  })
})

describe("要解释的", () => {
  it.each([
    ["九、“三公”经费支出决算情况", "公务用车保有量3辆。", "narrative.count"],
    ["一、收入支出决算总体情况", "收入总计1564.71万元，比上年增加（减少）434.67万元。", "narrative.direction"],
    ["一、收入支出决算总体情况", "收入总计1564.71万元，比2022年减少434.67万元。", "narrative.year"],
    ["一、收入支出决算总体情况", "山阳县教育局2024年度收入总计1564.71万元。", "narrative.department"],
    [
      "五、一般公共预算财政拨款支出决算情况",
      "住房保障支出年初预算0万元，支出决算94.02万元，完成年初预算的100%。",
      "narrative.completion"
    ],
    [
      "六、一般公共预算财政拨款基本支出决算情况",
      "公用经费主要包括办公费、工会经费、其他交通费用。",
      "narrative.item-list"
    ],
    ["九、“三公”经费支出决算情况", "公务用车购置费支出0万元，购置公务用车1辆。", "narrative.count-and-amount"],
    [
      "六、一般公共预算财政拨款基本支出决算情况",
      "人员经费1049.51万元，主要包括基本工资、办公费等。",
      "narrative.item-list"
    ],
    [
      "六、一般公共预算财政拨款基本支出决算情况",
      "公用经费47.32万元，主要包括办公费24.68万元、工会经费6.02万元。",
      "narrative.item-list"
    ],
    [
      "六、一般公共预算财政拨款基本支出决算情况",
      "公用经费47.32万元。主要包括：办公费、工会经费。",
      "narrative.item-list"
    ],
    [
      "五、一般公共预算财政拨款支出决算情况",
      "2023年度一般公共预算财政拨款支出年初预算为1899.14万元，支出决算为1564.71万元，完成年初预算的82.39%。",
      "narrative.year"
    ],
    [
      "五、一般公共预算财政拨款支出决算情况",
      "卫生健康支出57.07万元，较上年增加57.07万元，增长100.00%。",
      "narrative.change-rate"
    ]
  ])("%s：%s", (heading, sentence, rule) => {
    const warnings = findingsOf(disclosureWith(under(heading, sentence)))
    expect(warnings.map((finding) => [finding.rule, finding.severity])).toContainEqual([rule, "warning"])
    expect(warnings.filter(({ severity }) => severity === "error")).toEqual([])
  })
})

describe("没有说的不判", () => {
  it("没有情况说明时每条规则都不适用", () => {
    const empty = disclosureWith("")
    for (const rule of narrativeRules)
      expect([rule.id, rule.judge(empty).map(({ outcome }) => outcome)]).toEqual([rule.id, ["not-applicable"]])
  })

  it("没有表时金额不判，文内的比例照判", () => {
    const lines = "# 三、支出决算情况说明\n支出合计1564.71万元，其中：基本支出1096.83万元，占79.10%。"
    const document = disclosureWith(lines, { tables: [] })
    expect(findingsOf(document).map(({ rule }) => rule)).toEqual(["narrative.share"])
    const amounts = narrativeRules.find(({ id }) => id === "narrative.amount")?.judge(document)
    expect(amounts?.map(({ outcome }) => outcome)).toEqual(["insufficient-data", "insufficient-data"])
  })

  it("分页断开的句子接起来读", () => {
    const cut =
      "# 五、一般公共预算财政拨款支出决算情况\n卫生健康支出57.07万元，较上年决算增加23.16万元，增长\n63.8%，主要原因是基数增加。"
    const [finding] = findingsOf(disclosureWith(cut))
    expect([finding?.rule, finding?.found]).toEqual(["narrative.change-rate", "63.8%"])
  })

  it("表中款的名称缺了或者没有印全：按编码的正式名称与罗列的款比较", () => {
    const named = (label: string) =>
      sampleTables.map((table) =>
        table.meaning === "general-public-budget-basic-expenditure"
          ? { ...table, rows: table.rows.map((row) => (row.code === "30108" ? { ...row, label } : row)) }
          : table
      )
    const listed =
      "基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、住房公积金"
    const findings = (list: string, label: string) =>
      findingsOf(
        disclosureWith(`# 六、基本支出决算情况说明\n人员经费878.13万元，主要包括：${list}。`, { tables: named(label) })
      ).map(({ message }) => message.zh)
    const whole = findings(listed, "机关事业单位基本养老保险缴费")
    expect(findings(listed, "")).toEqual(whole)
    expect(findings(listed, "机关事业单位基")).toEqual(whole)
    expect(findings(listed, "本养老保险缴费")).toEqual(whole)
    const without = findings(listed.replace("机关事业单位基本养老保险缴费、", ""), "").join("")
    expect(without).toContain("“机关事业单位基本养老保险缴费”")
  })

  it("写为无此项收支而表中有金额", () => {
    const tables = sampleTables.map((table) =>
      table.meaning === "government-fund"
        ? {
            ...(sampleTables.find(({ meaning }) => meaning === "general-public-budget-expenditure") ?? table),
            meaning: "government-fund"
          }
        : table
    )
    const lines = "# 七、政府性基金预算财政拨款收支决算情况说明\n本年度无此项收支。"
    expect(findingsOf(disclosureWith(lines, { tables })).map(({ rule }) => rule)).toEqual(["narrative.nothing"])
  })
})

// --- properties -----------------------------------------------------------------------------------------------------

const yuanText = (fen: number): string => (fen / 100).toFixed(2)
/** Half-up, in whole numbers. */
const percentOf = (part: number, whole: number): string => {
  const hundredths = Math.floor((part * 20000 + whole) / (whole * 2))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`
}
/** Hundredths of 万元. */
const amount = integer({ min: 100, max: 99_999_999 })

interface Change {
  readonly now: number
  readonly before: number
}

const changeSentence = ({ before, now }: Change): string => {
  const delta = Math.abs(now - before)
  const [more, rate] = now > before ? ["增加", "增长"] : ["减少", "下降"]
  return `# 一、机关运行经费情况\n机关运行经费支出${yuanText(now)}万元，比上年${more}${yuanText(delta)}万元，${rate}${percentOf(delta, before)}%，原因是人员变动。`
}

const withoutTables = (lines: string) => findingsOf(disclosureWith(lines, { tables: [] }))

describe("任意的数", () => {
  it("按定义写出的增减没有发现", () => {
    assert(
      property(amount, amount, (now, before) => {
        pre(now !== before)
        expect(withoutTables(changeSentence({ now, before }))).toEqual([])
      })
    )
  })

  it("按定义写出的占比与完成率没有发现", () => {
    assert(
      property(amount, amount, (part, whole) => {
        pre(part <= whole)
        const lines = `# 三、支出决算情况说明\n支出合计${yuanText(whole)}万元，其中：基本支出${yuanText(part)}万元，占${percentOf(part, whole)}%。年初预算${yuanText(whole)}万元，支出决算${yuanText(part)}万元，完成年初预算的${percentOf(part, whole)}%。`
        expect(withoutTables(lines)).toEqual([])
      })
    )
  })

  it("占比差百分之一以上，是错误，并引出原句", () => {
    assert(
      property(amount, amount, integer({ min: 100, max: 3000 }), (part, whole, shift) => {
        pre(part <= whole && whole > 10_000)
        const wrong = `${yuanText(Number(percentOf(part, whole).replace(".", "")) + shift)}%`
        const lines = `# 三、支出决算情况说明\n支出合计${yuanText(whole)}万元，其中：基本支出${yuanText(part)}万元，占${wrong}。`
        const [finding] = withoutTables(lines)
        expect([finding?.rule, finding?.severity]).toEqual(["narrative.share", "error"])
        expect(finding?.where[0]?.quote).toContain(wrong)
      })
    )
  })

  it("方向反了，是错误", () => {
    assert(
      property(amount, amount, (now, before) => {
        // A rate that prints 0.00% carries no direction.
        pre(Math.abs(now - before) * 1000 > before)
        const right = changeSentence({ now, before })
        const wrong = now > before ? right.replace("增加", "减少") : right.replace("减少", "增加")
        expect(withoutTables(wrong).map(({ rule }) => rule)).toContain("narrative.direction")
      })
    )
  })

  it("任何文字都读得下来，不抛错", () => {
    const piece = constantFrom(
      "收入总计",
      "1,564.71万元",
      "占",
      "的",
      "，",
      "。",
      "；",
      "减少",
      "21.74%",
      "与上年相比",
      "其中：",
      "3辆",
      "（类）",
      "用于",
      "预算",
      "主要原因是"
    )
    assert(
      property(array(piece, { maxLength: 30 }), (pieces) => {
        const document = disclosureWith(under("一、收入支出决算总体情况", pieces.join("")))
        expect(narrativeRules.every((rule) => rule.judge(document).length > 0)).toBe(true)
      })
    )
  })
})

describe("再长的文字也读得完", () => {
  it.each(["1", "1,", "，", "占", "其中", "一、", "（类）", "支出合计1.00万元。"])("一段百万字：%s", (piece) => {
    const text = piece.repeat(1_000_000 / piece.length)
    const document = { ...disclosureWith(""), narrative: [{ headings: ["三、支出决算情况说明"], text, place: {} }] }
    const started = process.threadCpuUsage()
    expect(readNarrative(document).claims.map(({ kind }) => kind)).toEqual(["unjudged"])
    const { system, user } = process.threadCpuUsage(started)
    expect((system + user) / 1000).toBeLessThan(2000)
  })
})
