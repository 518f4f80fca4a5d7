/**
 * 情况说明的各节: which section a heading opens, whatever number it carries in a place. The order counts: the first that fits
 * holds, because a title of a narrow section often contains the words of a wide one.
 */

export type SectionKind =
  | "overall"
  | "income"
  | "expenditure"
  | "fiscal"
  /** 财政拨款支出: of the general public budget, or of all three budgets. */
  | "fiscal-expenditure"
  | "general-public"
  | "basic"
  | "fund"
  | "state-capital"
  | "three-public"
  | "operating"
  | "procurement"
  | "assets"
  | "performance"
  | "other"
  /** No figures of the narrative stand there: definitions, duties, tables, annexes. */
  | "ignored"

/** 名词解释, 概况, 职责, 表 and 附件: they state no figures of the year. */
export const ignoredHeading =
  /名词解释|名词说明|概况$|主要职[责能]|部门职[责能]|单位职[责能]|机构设置|人员构成|单位构成|附件|附表|决算(?:公开)?(?:报)?表$|^目录/u

export const sectionHeadings: ReadonlyArray<readonly [RegExp, SectionKind]> = [
  [/三公/u, "three-public"],
  [/机关运行经费/u, "operating"],
  [/政府采购/u, "procurement"],
  [/国有资产|资产占[用有]/u, "assets"],
  [/绩效/u, "performance"],
  [/政府性基金/u, "fund"],
  [/国有资本经营/u, "state-capital"],
  [/基本支出/u, "basic"],
  [/财政拨款(?:收入支出|收支|收入、支出|收、支)/u, "fiscal"],
  [/一般公共预算.*(?:支出|收支)/u, "general-public"],
  [/财政拨款支出/u, "fiscal-expenditure"],
  [/(?:收入支出|收支|收入、支出|收、支)(?:决算)?(?:总体|总|情况|预算)/u, "overall"],
  [/收入(?:决算|总体)?(?:总体|具体)?(?:情况|说明|决算)/u, "income"],
  [/支出(?:决算|总体)?(?:总体|具体)?(?:情况|说明|决算)/u, "expenditure"]
]
