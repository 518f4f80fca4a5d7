/**
 * 表名: by which titles a published table is known. Titles differ from place to place and year to year; a title alone never
 * decides, the headings and rows must agree (see `tables/recognition.ts`).
 */
import type { tableMeanings } from "@juesuan/rules"

export type TableMeaningId = keyof typeof tableMeanings

export interface TitlePattern {
  readonly meaning: TableMeaningId
  /** Of the title without blanks, quotes, brackets and the year. */
  readonly says: RegExp
  readonly unless?: RegExp
}

const fiscalWords = /财政拨款|一般公共|政府性基金|国有资本|三公|专户/u

/** In the order in which they are tried. */
export const titlePatterns: ReadonlyArray<TitlePattern> = [
  { meaning: "three-public", says: /三公.*(?:表|情况)/u, unless: /说明$/u },
  { meaning: "government-fund", says: /政府性基金.*表/u, unless: /国有资本|项目支出|基本支出|一般公共/u },
  { meaning: "state-capital-expenditure", says: /国有资本经营.*表/u, unless: /政府性基金|项目支出|基本支出|一般公共/u },
  {
    meaning: "general-public-budget-basic-expenditure",
    says: /(?:一般公共预算|公共预算|财政拨款).*基本支出.*表/u,
    unless: /项目支出|政府性基金/u
  },
  {
    meaning: "general-public-budget-expenditure",
    says: /(?:一般公共预算|公共预算)(?:财政拨款)?(?:收入)?(?:支出|收支).*表/u,
    unless: /基本支出|项目支出|明细|经济分类|总表|三公|基金/u
  },
  {
    meaning: "fiscal-income-expenditure-summary",
    says: /财政拨款(?:收入支出|收支)(?:决算)?(?:总)?表/u,
    unless: /一般公共|政府性基金|国有资本|三公/u
  },
  {
    meaning: "further-information",
    says: /相关信息(?:统计|情况)?表|机构运行信息表|机关运行经费.*表/u,
    unless: /三公/u
  },
  { meaning: "income-expenditure-summary", says: /(?:收入支出|收支)(?:决算)?(?:总)?表/u, unless: fiscalWords },
  { meaning: "income", says: /收入决算(?:总|明细)?表/u, unless: new RegExp(`${fiscalWords.source}|支出`, "u") },
  {
    meaning: "expenditure",
    says: /支出决算(?:总)?表/u,
    unless: new RegExp(`${fiscalWords.source}|收入|项目支出|基本支出|经济分类|明细|经营支出|附属`, "u")
  }
]
