/**
 * 栏名: what the headings and labels of the forms mean, in the words that places use for them. A heading that is in none of
 * these lists is not understood, and where it is nearly one of them the form is hard to read.
 */
import { plain } from "./grid-rows.ts"

export type FundsColumn =
  | "source"
  | "applied"
  | "initial"
  | "fullYear"
  | "executed"
  | "unspent"
  | "weight"
  | "rate"
  | "score"
  | "reason"

export type IndicatorColumn =
  | "level1"
  | "level2"
  | "name"
  | "nature"
  | "value"
  | "measure"
  | "initialTarget"
  | "adjustedTarget"
  | "target"
  | "actual"
  | "explanation"
  | "weight"
  | "score"
  | "reason"
  | "other"

/** A heading without what it says in brackets: 执行率(B/A), 全年预算数（元）, 分值(10分). */
export const bare = (text: string): string =>
  plain(text)
    .replaceAll(/\([^()]*\)/gu, "")
    .replace(/[:：]$/u, "")

type Names<Column extends string> = ReadonlyArray<readonly [Column, RegExp]>

const fundsNames: Names<FundsColumn> = [
  ["reason", /原因|说明|备注|措施/u],
  ["score", /得分|评分|自评分/u],
  ["rate", /执行率|完成率|支付率/u],
  ["applied", /目标申报|申报数/u],
  ["fullYear", /全年预算|调整后?的?预算|调整预算|预算调整后|^预算数$|^预算金额$|^预算安排数?$|指标金额|到位/u],
  ["initial", /预算编制|年初(?:预算|安排|批复)|批复预算|预算批复/u],
  ["unspent", /结转|结余|结\(转\)余|未执行|资金结/u],
  ["executed", /执行数|执行金额|实际支出|支出数|实际执行|决算数|使用数|支付数/u],
  ["weight", /^分值|权重|标准分|满分/u],
  ["source", /资金来源|资金性质|资金类型|资金名称/u]
]

const indicatorNames: Names<IndicatorColumn> = [
  ["level1", /^一级指标|^一级$/u],
  ["level2", /^二级指标|^二级$/u],
  ["name", /^三级指标|^三级$|^指标名称|^指标内容$|^四级指标/u],
  ["other", /评分标准|评分规则|计分|评价标准|指标解释|指标说明|数据来源|完成率|完成比|佐证|考核|得分率|评分办法|扣分/u],
  ["reason", /偏差|原因|改进|措施|备注|未完成/u],
  ["explanation", /情况说明|完成说明|^说明$/u],
  ["nature", /指标性质|^性质$|^符号$|^运算符|指标类型|^指标方向/u],
  ["measure", /度量单位|计量单位|^单位$|指标单位/u],
  ["initialTarget", /^年初(?:目标|指标|预期)/u],
  ["adjustedTarget", /^调整后/u],
  ["actual", /实际完成|全年完成|全年实际|完成值|实际值|完成情况|实际情况|实际达到|自评值/u],
  ["weight", /^分值|权重|标准分|^满分|指标分值|^分数$/u],
  ["score", /得分|自评分|^评分$|^自评$/u],
  ["target", /年度指标|指标值|目标值|预期值|预期指标|计划值|^目标$|绩效目标|年度目标值|计划完成/u]
]

const named = <Column extends string>(names: Names<Column>, heading: string): Column | undefined =>
  names.find(([, pattern]) => pattern.test(heading))?.[0]

export const fundsColumn = (text: string): FundsColumn | undefined =>
  named(
    fundsNames,
    plain(text)
      .replace(/结\(转\)余/u, "结转余")
      .replaceAll(/\([^()]*\)/gu, "")
  )

/** 绩效指标 beside the headings heads all of them. */
const headsAll = /^(?:项目)?绩效指标(?:完成情况|情况)?$/u

export const indicatorColumn = (text: string): IndicatorColumn | undefined =>
  headsAll.test(bare(text)) ? undefined : named(indicatorNames, bare(text))

/** 指标值 alone is the number beside 指标性质 and 度量单位 where a form has those. */
export const isValueHeading = (text: string): boolean => /^(?:年度)?(?:指标|目标)值$/u.test(bare(text))

const projectLabels = /^(?:项目名称|项目\(政策\)名称|专项名称|政策名称|项目$)/u
export const isProjectLabel = (text: string): boolean => projectLabels.test(plain(text).replace(/[:：]$/u, ""))

const unitLabels = /^(?:项目单位|实施单位|项目实施单位|预算单位|部门名称|单位名称|主管部门|填报单位|部门\(单位\)名称)/u
export const isUnitLabel = (text: string): boolean => unitLabels.test(plain(text))

const totals = /^(?:总分|合计|总计|总得分|自评总分|自评得分|评价总分|综合得分|得分合计|总分值|总评分|自评总得分)$/u
/** 总分, 合计 … as the first words of the row under the indicators. */
export const isTotalLabel = (text: string): boolean => totals.test(bare(text))

const levels =
  /^(?:产出|效益|满意度|数量|质量|时效|成本|(?:经济|社会|生态环境)成本|(?:经济|社会|生态|环境)效益|可持续影响|服务对象满意度)指标$/u
/** 产出指标, 数量指标: the name of a level, and of no indicator. */
export const isLevelLabel = (text: string): boolean => levels.test(bare(text))

/** 优, 良 … where the text is a grade and no more. */
export const gradeNamed = (text: string): string | undefined =>
  /^(?:优秀?|良好?|中|差|合格|不合格)$/u.exec(plain(text))?.[0]

const fundsLabels =
  /合计|总额|资金|财政|拨款|预算内|结转|结余|上级|本级|中央|省级|市级|区级|县级|其他|自筹|专户|自有|单位|其中|专项|补助|基金|债券|经营|事业/u
/** What may stand before the amounts of a row of funds. */
export const isFundsLabel = (text: string): boolean => fundsLabels.test(plain(text))

const sections =
  /^(?:绩效指标|绩效目标|项目资金|预算执行|资金情况|年度(?:总体|绩效)?目标|项目年度绩效目标|预期目标|实际完成情况|年度目标|产出|效益|满意度|自评结论|自评结果|绩效自评|评价结论|(?:自评|评价)?等级|存在问题|改进措施|项目负责人|备注|填表|填报|联系)/u
/** A word that heads a part of the form and says nothing by itself. */
export const isSectionLabel = (text: string): boolean => sections.test(bare(text))

const known = [
  "项目名称",
  "主管部门",
  "主管部门及代码",
  "实施单位",
  "预算单位",
  "项目单位",
  "年初预算数",
  "全年预算数",
  "全年执行数",
  "目标申报数",
  "预算编制数",
  "执行率",
  "得分",
  "分值",
  "偏差原因",
  "一级指标",
  "二级指标",
  "三级指标",
  "年初指标值",
  "调整后指标值",
  "年度指标值",
  "实际完成值",
  "完成情况说明",
  "偏差原因分析及改进措施",
  "产出指标",
  "效益指标",
  "满意度指标",
  "数量指标",
  "质量指标",
  "时效指标",
  "成本指标",
  "社会效益",
  "经济效益",
  "服务对象满意度",
  "项目资金"
]

/** How many signs differ between two words of about one length; more than `most` is too many to count. */
const apart = (left: string, right: string, most: number): number => {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let before = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [row, sign] of [...left].entries()) {
    const line = [row + 1]
    for (const [column, other] of [...right].entries()) {
      const changed = (before[column] ?? 0) + (sign === other ? 0 : 1)
      line.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    before = line
  }
  return before.at(-1) ?? 0
}

/** A label that nearly is a known one: what character recognition makes of it. */
export const isGarbled = (text: string): boolean => {
  const label = bare(text)
  if (label.length < 4 || known.some((other) => label.includes(other) || other.includes(label))) return false
  const most = label.length >= 8 ? 2 : 1
  return known.some((other) => other.length >= 4 && apart(label, other, most) <= most)
}

/** 单位 of amounts in a heading: （万元）, (元), 单位：万元. */
export const moneyUnitIn = (text: string): string | undefined =>
  /[(:：,，、]\s*(?:金额)?(?:单位[:：])?\s*((?:亿|百万|万|千)?元)/u.exec(text.normalize("NFKC"))?.[1]
