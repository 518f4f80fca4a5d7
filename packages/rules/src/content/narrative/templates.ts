/**
 * 情况说明的写法: the sections in the order of the published form, and in each the subjects whose figures it states. What a
 * subject is called and which cell holds it is said once, in `subjects.ts`, for writing and for reading.
 */

/** A paragraph of a section: the address is `说明/<section>/<claim>`. */
export type ParagraphTemplate =
  /** Figures of the year, then what changed against last year, with the reason. */
  | {
      readonly claim: string
      readonly kind: "figures"
      readonly subjects: ReadonlyArray<string>
      readonly shareOf?: string
    }
  /** A whole with its parts and their shares; a part without an amount is left out. */
  | { readonly claim: string; readonly kind: "parts"; readonly whole: string; readonly parts: ReadonlyArray<string> }
  /** 类 of an expenditure table with shares of the whole. */
  | { readonly claim: string; readonly kind: "classes"; readonly whole: string }
  /** A part of basic expenditure with the 款 that have an amount. */
  | {
      readonly claim: string
      readonly kind: "items"
      readonly subject: string
      readonly part: "personnel" | "public-use"
    }
  /** A table without amounts. */
  | { readonly claim: string; readonly kind: "nothing"; readonly table: string; readonly text: string }

export interface SectionTemplate {
  readonly section: string
  readonly heading: string
  readonly paragraphs: ReadonlyArray<ParagraphTemplate>
}

export const narrativeTemplate: ReadonlyArray<SectionTemplate> = [
  {
    section: "总体情况",
    heading: "一、收入支出决算总体情况说明",
    paragraphs: [{ claim: "收支总计", kind: "figures", subjects: ["income-total", "expenditure-total"] }]
  },
  {
    section: "收入决算",
    heading: "二、收入决算情况说明",
    paragraphs: [
      {
        claim: "收入构成",
        kind: "parts",
        whole: "income",
        parts: [
          "revenue.fiscal",
          "revenue.superior-subsidy",
          "revenue.institutional",
          "revenue.operating",
          "revenue.subordinate-remittance",
          "revenue.other"
        ]
      }
    ]
  },
  {
    section: "支出决算",
    heading: "三、支出决算情况说明",
    paragraphs: [
      {
        claim: "支出构成",
        kind: "parts",
        whole: "expenditure",
        parts: [
          "expenditure.basic",
          "expenditure.project",
          "expenditure.remitted-to-superior",
          "expenditure.operating",
          "expenditure.subsidy-to-subordinate"
        ]
      }
    ]
  },
  {
    section: "财政拨款总体情况",
    heading: "四、财政拨款收支决算总体情况说明",
    paragraphs: [
      { claim: "财政拨款收支总计", kind: "figures", subjects: ["fiscal-income-total", "fiscal-expenditure-total"] }
    ]
  },
  {
    section: "一般公共预算支出",
    heading: "五、一般公共预算财政拨款支出决算情况说明",
    paragraphs: [
      {
        claim: "支出总额",
        kind: "figures",
        subjects: ["general-public-expenditure"],
        shareOf: "expenditure-of-year"
      },
      { claim: "支出结构", kind: "classes", whole: "general-public-expenditure" }
    ]
  },
  {
    section: "基本支出",
    heading: "六、一般公共预算财政拨款基本支出决算情况说明",
    paragraphs: [
      { claim: "人员经费", kind: "items", subject: "basic.personnel", part: "personnel" },
      { claim: "公用经费", kind: "items", subject: "basic.public-use", part: "public-use" }
    ]
  },
  {
    section: "政府性基金",
    heading: "七、政府性基金预算财政拨款收支决算情况说明",
    paragraphs: [{ claim: "收支", kind: "nothing", table: "government-fund", text: "本年度无此项收支。" }]
  },
  {
    section: "国有资本经营",
    heading: "八、国有资本经营预算财政拨款支出决算情况说明",
    paragraphs: [{ claim: "支出", kind: "nothing", table: "state-capital-expenditure", text: "本年度无此项支出。" }]
  },
  {
    section: "三公经费",
    heading: "九、财政拨款“三公”经费支出决算情况说明",
    paragraphs: [
      { claim: "总额", kind: "figures", subjects: ["three-public.total"] },
      { claim: "因公出国（境）费", kind: "figures", subjects: ["three-public.overseas-travel"] },
      { claim: "公务用车购置费", kind: "figures", subjects: ["three-public.vehicle-purchase"] },
      { claim: "公务用车运行维护费", kind: "figures", subjects: ["three-public.vehicle-operation"] },
      { claim: "公务接待费", kind: "figures", subjects: ["three-public.official-reception"] }
    ]
  },
  {
    section: "机关运行经费",
    heading: "十、机关运行经费支出情况说明",
    paragraphs: [{ claim: "支出", kind: "figures", subjects: ["operating-expenditure"] }]
  },
  {
    section: "政府采购",
    heading: "十一、政府采购支出情况说明",
    paragraphs: [
      {
        claim: "采购构成",
        kind: "parts",
        whole: "procurement.total",
        parts: ["procurement.goods", "procurement.works", "procurement.services"]
      }
    ]
  }
]
