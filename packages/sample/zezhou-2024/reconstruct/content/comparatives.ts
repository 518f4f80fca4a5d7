/**
 * 上年数: the disclosure prints only how this year differs from the year before (增减额, 增减幅度). The amounts of the
 * year before are reconstructed from these in 分, for as few parts as everything stated can be added up from.
 */

/** What the year before is made of, as far as the narrative speaks of it. */
export const parts = ["201基本", "201项目", "208", "210", "221", "公用经费", "公务用车运行维护费"] as const
export type Part = (typeof parts)[number]

export interface Comparative {
  /** The figure of which this is last year's, as one or more addresses of the tables. */
  readonly addresses: readonly [string, ...ReadonlyArray<string>]
  readonly parts: ReadonlyArray<Part>
  /** 1 where this year is more than last year, -1 where it is less. */
  readonly sign: 1 | -1
  /** What the narrative states the difference and the percentage about. */
  readonly difference: string
  readonly percentage?: string
}

export const comparatives: ReadonlyArray<Comparative> = [
  {
    addresses: ["公开01/总计/收入", "公开01/总计/支出", "公开04/总计/收入", "公开04/总计/合计", "公开05/合计/小计"],
    parts: ["201基本", "201项目", "208", "210", "221"],
    sign: -1,
    difference: "收入总计比上年减少",
    percentage: "收入总计比上年下降"
  },
  {
    addresses: ["公开05/201/小计"],
    parts: ["201基本", "201项目"],
    sign: -1,
    difference: "一般公共服务支出较上年决算减少",
    percentage: "一般公共服务支出较上年下降"
  },
  { addresses: ["公开05/201/基本支出"], parts: ["201基本"], sign: 1, difference: "人员经费增加" },
  { addresses: ["公开05/201/项目支出"], parts: ["201项目"], sign: -1, difference: "项目经费减少" },
  {
    addresses: ["公开05/208/小计"],
    parts: ["208"],
    sign: 1,
    difference: "社会保障和就业支出较上年决算增加",
    percentage: "社会保障和就业支出较上年增长"
  },
  {
    addresses: ["公开05/210/小计"],
    parts: ["210"],
    sign: 1,
    difference: "卫生健康支出较上年决算增加",
    percentage: "卫生健康支出较上年增长"
  },
  {
    addresses: ["公开05/221/小计"],
    parts: ["221"],
    sign: 1,
    difference: "住房保障支出较上年决算增加",
    percentage: "住房保障支出较上年增长"
  },
  {
    addresses: ["公开10/行政单位/统计数"],
    parts: ["公用经费"],
    sign: -1,
    difference: "机关运行经费比上年减少",
    percentage: "机关运行经费比上年下降"
  },
  {
    addresses: ["公开09/三公经费/决算数·合计", "公开09/三公经费/决算数·公务用车运行维护费"],
    parts: ["公务用车运行维护费"],
    sign: -1,
    difference: "“三公”经费比上年度减少",
    percentage: "“三公”经费比上年度下降"
  }
]

/** “与上年相同” and nothing this year: nothing the year before. */
export const zeroComparatives: ReadonlyArray<string> = [
  "公开09/三公经费/决算数·因公出国(境)费",
  "公开09/三公经费/决算数·公务用车购置费",
  "公开09/三公经费/决算数·公务接待费"
]
