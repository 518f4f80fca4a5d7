/**
 * 各地的情况说明: the national form, and those of places that are known to differ. The order of the sections and what each
 * states are general knowledge of 部门决算公开 and of published disclosures, not checked against an official text.
 */
import type { ThreePublicCount } from "@juesuan/domain"
import type { BudgetOf, NarrativeForm, ParagraphTemplate, SectionTemplate } from "./NarrativeForm.ts"

/** In what the forms of places differ. */
interface Choices {
  readonly id: string
  /** 五（三） by 类 or by 项. */
  readonly executionBy: "class" | "item"
  /** The budget that “三公”经费 is measured by. */
  readonly threePublicBudget: BudgetOf
  /** What contracts with 小微企业 are a share of. */
  readonly smallAndMicroOf: "procurement.total" | "procurement.small-and-medium"
}

const section = (
  name: string,
  headings: ReadonlyArray<string>,
  ...paragraphs: ReadonlyArray<ParagraphTemplate>
): SectionTemplate => ({ section: name, headings, parts: [{ paragraphs }] })

const totals: ReadonlyArray<SectionTemplate> = [
  section("总体情况", ["一、收入支出决算总体情况说明"], {
    kind: "figures",
    subjects: ["income-total", "expenditure-total"]
  }),
  section("收入决算", ["二、收入决算情况说明"], {
    kind: "parts",
    whole: "income",
    shares: true,
    parts: [
      "revenue.fiscal",
      "revenue.superior-subsidy",
      "revenue.institutional",
      "revenue.operating",
      "revenue.subordinate-remittance",
      "revenue.other"
    ]
  }),
  section("支出决算", ["三、支出决算情况说明"], {
    kind: "parts",
    whole: "expenditure",
    shares: true,
    parts: [
      "expenditure.basic",
      "expenditure.project",
      "expenditure.remitted-to-superior",
      "expenditure.operating",
      "expenditure.subsidy-to-subordinate"
    ]
  }),
  section("财政拨款总体情况", ["四、财政拨款收支决算总体情况说明"], {
    kind: "figures",
    subjects: ["fiscal-income-total", "fiscal-expenditure-total"]
  })
]

const generalPublic = (by: Choices["executionBy"]): ReadonlyArray<SectionTemplate> => [
  {
    section: "一般公共预算支出",
    headings: ["五、一般公共预算财政拨款支出决算情况说明"],
    parts: [
      {
        heading: "（一）一般公共预算财政拨款支出决算总体情况",
        paragraphs: [{ kind: "figures", subjects: ["general-public-expenditure"], shareOf: "expenditure-of-year" }]
      },
      {
        heading: "（二）一般公共预算财政拨款支出决算结构情况",
        paragraphs: [{ kind: "structure", whole: "general-public-expenditure" }]
      },
      {
        heading: "（三）一般公共预算财政拨款支出决算具体情况",
        paragraphs: [{ kind: "execution", whole: "general-public-expenditure", by }]
      }
    ]
  },
  section(
    "基本支出",
    ["六、一般公共预算财政拨款基本支出决算情况说明"],
    {
      kind: "parts",
      whole: "general-public.basic",
      shares: false,
      parts: ["basic.personnel", "basic.public-use"]
    },
    { kind: "items", subject: "basic.personnel", part: "personnel" },
    { kind: "items", subject: "basic.public-use", part: "public-use" }
  )
]

const otherBudgets: ReadonlyArray<SectionTemplate> = [
  section("政府性基金", ["七、政府性基金预算财政拨款收支决算情况说明"], {
    kind: "fund",
    nothing: "本年度无此项收支。",
    subjects: ["fund.opening-carryover", "fund.income", "fund.expenditure", "fund.closing-carryover"],
    spent: "fund.expenditure",
    parts: ["fund.basic", "fund.project"],
    fund: "government-fund"
  }),
  section("国有资本经营", ["八、国有资本经营预算财政拨款支出决算情况说明"], {
    kind: "fund",
    nothing: "本年度无此项支出。",
    subjects: ["state-capital.expenditure"],
    spent: "state-capital.expenditure",
    parts: ["state-capital.basic", "state-capital.project"],
    fund: "state-capital"
  })
]

const threePublic = (budget: BudgetOf): SectionTemplate => {
  const item = (subject: string, ...counts: ReadonlyArray<ThreePublicCount>): ParagraphTemplate => ({
    kind: "three-public",
    subject: `three-public.${subject}`,
    budget,
    counts
  })
  return section(
    "三公经费",
    ["九、财政拨款“三公”经费支出决算情况说明"],
    item("total"),
    item("overseas-travel", "overseas-groups", "overseas-persons"),
    item("vehicles"),
    item("vehicle-purchase", "vehicles-purchased"),
    item("vehicle-operation", "vehicles-kept"),
    item("official-reception", "domestic-reception-batches", "domestic-reception-persons")
  )
}

const others = "十、其他重要事项情况说明"

const further = (smallAndMicroOf: string): ReadonlyArray<SectionTemplate> => [
  section("机关运行经费", [others, "（一）机关运行经费支出情况说明"], {
    kind: "figures",
    subjects: ["operating-expenditure"]
  }),
  section(
    "政府采购",
    [others, "（二）政府采购支出情况说明"],
    {
      kind: "parts",
      whole: "procurement.total",
      shares: true,
      parts: ["procurement.goods", "procurement.works", "procurement.services"]
    },
    { kind: "supplier-sizes", whole: "procurement.total", smallAndMicroOf }
  ),
  section("国有资产", [others, "（三）国有资产占用情况说明"], { kind: "assets" }),
  section("预算绩效", [others, "（四）预算绩效情况说明"], { kind: "performance" })
]

const formOf = ({ executionBy, id, smallAndMicroOf, threePublicBudget }: Choices): NarrativeForm => ({
  id,
  sections: [
    ...totals,
    ...generalPublic(executionBy),
    ...otherBudgets,
    threePublic(threePublicBudget),
    ...further(smallAndMicroOf)
  ]
})

export const nationalNarrative = formOf({
  id: "national",
  executionBy: "class",
  threePublicBudget: "full-year",
  smallAndMicroOf: "procurement.small-and-medium"
})

/** 山西: 小微企业 of the total. */
export const shanxiNarrative = formOf({
  id: "shanxi",
  executionBy: "class",
  threePublicBudget: "full-year",
  smallAndMicroOf: "procurement.total"
})

/** 上海: by 项; “三公”经费 by its year-start budget. */
export const shanghaiNarrative = formOf({
  id: "shanghai",
  executionBy: "item",
  threePublicBudget: "initial",
  smallAndMicroOf: "procurement.small-and-medium"
})
