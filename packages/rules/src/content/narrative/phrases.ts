/**
 * 说明的用语: the words by which a sentence says how its numbers belong together. All of them are matched on plain text
 * (half-width, no blanks), at the end of what stands before a number unless said otherwise.
 */
import type { BudgetKind, Direction } from "../../narrative/Claim.ts"

/** 与上年相比, 较2023年度决算数, 比年初预算: what a change is measured against. */
export const comparison =
  /(?:与|比|较|同|相较于?|相比于?|对比)(?<base>(?:上年度?|上一年度?|去年|20\d\d年度?|当年|本年度?)?(?:年初预算|全年预算|调整后?预算|预算)|上年度?|上一年度?|去年|20\d\d年度?)(?<rest>(?:同期|年初|全年|财政拨款|一般公共预算|支出|收入|决算|预算|执行|完成|安排)*数?)(?<alone>相比|比较|对比|来看|比)?/u

export const yearOnYear = /同比/u

/** 增加, 下降 … before a number or at the end of a clause. */
export const change =
  /(?<word>增加|增长|减少|下降|上升|降低|提高|节约|节支|压减|增支|减支|下浮|上浮|增幅|降幅|超支|增|减)(?:了|额|金额|率|幅度?)?(?:为|约|达|共)?$/u

const up = new Set(["增加", "增长", "上升", "提高", "增支", "上浮", "增幅", "超支", "增"])

export const directionOf = (word: string): Direction => (up.has(word) ? 1 : -1)

/** The words that we write: of an amount, of a percentage. */
export const changeWords = (direction: 1 | -1): readonly [amount: string, percent: string] =>
  direction === 1 ? ["增加", "增长"] : ["减少", "下降"]

/** 增加（减少）, 增加/减少: a form that was not filled in. */
export const undecidedChange =
  /(?:增加|增长|上升|增)[(/\\或、]{1,2}(?:减少|下降|降低|减)\)?|(?:减少|下降|降低|减)[(/\\或、]{1,2}(?:增加|增长|上升|增)\)?/u

/** 与上年相同, 持平 … anywhere in a clause. */
export const unchanged = /持平|相同|一致|无(?:增减)?变化|没有变化|无增减|未发生变化|保持不变/u

/** … 2.58万元持平: the amount stands between the comparison and its word. */
export const startsUnchanged = /^(?:相比|比较)?(?:均|保持)?(?:持平|相同|一致|无变化)/u

/** 与上年基本持平: about the same, which no figure contradicts. */
export const nearlyUnchanged = /(?:基本|大致|大体)(?:持平|相同|一致)/u

/** 决算数大于（小于、等于）预算数. */
export const againstBudget =
  /决算数?(?:(?<word>大于|高于|多于|超过|超出|小于|低于|少于|等于)(?:年初|全年|调整后?)?预算|[较比](?:年初|全年|调整后?)?预算数?(?<because>增加|减少)的?(?:主要)?原因)/u

/** The word that we write of a final amount above or below its budget. */
export const orderWords = (order: 1 | -1): string => (order === 1 ? "大于" : "小于")

export const orderOf = (word: string): -1 | 0 | 1 => {
  if (word === "等于") return 0
  return /^[小低少减]/u.test(word) ? -1 : 1
}

/** 占 … 的; `whole` names what it is a share of. */
export const share = /占(?<whole>[^占,;]*?)的?(?:比例|比重|比率|比)?(?:为|是|达到?|约)?$/u

/** 占本年支出的, 占总支出的: of what the unit spent in all. */
export const allExpenditure = /^(?:(?:本|全)?年度?|当年|部门|单位)?(?:总支出|支出)(?:决算)?(?:合计|总额|总计)?$/u

/** 完成年初预算的, 为全年预算的, 预算执行率. */
export const completion =
  /(?:完成|为|占|达到?|是)(?:当年|本年|了)?(?<kind>年初预算|全年预算|调整后?预算|年度预算|预算)(?:数|安排数?|批复数?|总额)?的?(?:比例为)?$|(?<rate>年初预算|全年预算|调整后?预算|预算)(?:完成率|执行率)(?:为|达到?)?$/u

/** 预决算差异率: how far the final figure is from its budget, with a sign. */
export const deviationRate = /(?:预决算)?差异率(?:为|是)?$/u

/** 年初预算, 全年预算数为 … before an amount. */
export const budget =
  /(?:财政拨款)?(?:支出|收入)?(?<kind>年初预算|全年预算|调整后?预算|预算)(?:数|安排|批复数?|支出|收入|金额|总额)*(?:为|是|共|共计)*$/u

/** 支出决算, 实际支出: words for the figure itself that name no subject. */
export const actualTail =
  /(?:支出决算|决算支出|收入决算|决算收入|实际支出|实际执行|实际完成|执行|决算|支出|收入)(?:数|总额|金额|资金)*$/u

/** Words that add nothing to a name. */
export const bareWords =
  /^(?:支出|收入|决算|支出决算|决算支出|决算数|支出数|执行数|实际支出|实际支出数|实际执行数|金额|资金|支出金额|费用|经费支出|费用支出|决算金额|支出决算数|全年支出|本年支出决算|涉及资金|涉及金额|当年支出)?$/u

/** 与上年相比减少, after why a figure is not its budget: the sentence goes on with last year. */
export const againstLastYear = /^与上年度?(?:决算数?)?相比/u

/** 主要是食品抽检等支出, 主要是为保障机构运转: says what was paid for and no reason. */
export const reason =
  /原因|主要是(?!用于|为|[^,:。;]{1,40}等(?:方面)?(?:的)?支出(?:[,。;]|$))|主要由于|由于|主要系|系因|是因为/u

/**
 * 用于 a part of what was spent; 主要用于以下方面 opens a list of the whole, and 用于体育事业的彩票公益金支出 is an item's name.
 */
export const use = /用于(?!以下|[\p{Script=Han}、]{2,24}彩票公益金)/u

export const amongThem = /其中|以下方面|以下几个?方面|分别/u

/** 具体情况如下 opens a list of parts, or tells the parts listed before once more. */
export const asFollows = /如下/u

/** 支出决算中, at the end of a clause: what was named is the whole of the list that follows. */
export const within = /(?<!其)中$/u

/** The clause that opens a paragraph: its number in a list, its words, and the mark that ends it. */
export const opening =
  /^(?<number>\(?\d{1,2}[)、.](?!\d)|\(?[一二三四五六七八九十]{1,3}[)、.]|[①-⑳])?(?<name>[\p{Script=Han}()、“”"·\d]{2,90})(?<mark>[,:。;!])/u

/** How a heading ends that tells of an item. */
export const tells = /(?:具体|总体)?情况(?:说明)?$/u

/** Words of headings and comparisons: a clause with them opens a paragraph without naming an item. */
export const noItemName =
  /情况|说明|如下|方面|比较|相比|同比|总体|具体|主要|下列|以下|分析|原因|其中|^(?:\d|[年全]|支出决算)/u

/** （类）, （款）, （项） after a name of the functional classification. */
export const levelMark = /\((?:类|款|项)(?:级)?\)/u

export const budgetKindOf = (words: string): BudgetKind => {
  if (words.startsWith("年初")) return "initial"
  if (words.startsWith("全年")) return "full-year"
  return words.startsWith("调整") ? "adjusted" : "unstated"
}

/** 人员经费 … 主要包括 A、B、C: `names` up to the end of the clause. */
export const list =
  /(?<hedge>主要)?(?:包括|用于|支付|列支)(?:的?支出)?[::]?(?:有|以下)?[::]?(?<names>[\p{Script=Han}\d()、,\-/“”"]{2,})$/u

/** 本年度无此项收支, 没有使用政府性基金预算财政拨款安排的支出. */
export const nothing = /(?:无|没有|未|不涉及)[^,;:]*?(?:收支|收入|支出|拨款|收入支出|预算|此项|数据|情况)/u

/** Noise before a subject. */
export const prefixNoise: ReadonlyArray<RegExp> = [
  /^[,:、。;\-—•●▪*]+/u,
  /^(?:其中|包括|主要包括|主要用于|用于|分别为|分别是|分别|一是|二是|三是|四是|五是|全年|年度内|年内|主要|按[\p{Script=Han}]{2,8}分类?|按照[\p{Script=Han}]{2,8}分类?|全部[为是]|均为)[:,]?/u,
  /^第?\(?[一二三四五六七八九十]{1,3}[)、.]/u,
  /^\(?\d{1,2}[)、.](?:(?!\d)|(?=2\d\d(?:\d\d){0,2}(?!\d)))/u,
  /^[①-⑳]/u,
  /^(?:截至|截止)?20\d\d年(?:度|末|\d{1,2}月\d{1,2}日|底)?(?:末|止)?/u,
  /^(?:本|我|全|该)(?:部门|单位|局|厅|委|办|院|校|中心|处|站|所|会|镇|乡|街道|馆|队|台)(?:本级)?(?:及所属单位)?(?:\((?:单位|部门|本级)\))?/u,
  /^(?:部门|单位)(?=政府采购|机关运行经费|三公|财政拨款|总?收入|总?支出|本年)/u,
  /^(?:本级)?(?:及|和|与)?其?(?:所属|下属|直属)各?(?:预算|事业|二级)*单位/u,
  /^(?:本级|本年度|本年|今年|当年|年度|机关)/u,
  /^[\p{Script=Han}()、/]+等(?=(?:人员|公用|日常公用)(?:经费|支出))/u,
  /^(?:用于)?保障机构(?:正常)?运转[^,]*?的/u,
  /^(?:组织|实际|总共|共计|共|累计|完成|实现|发生|涉及|开支|使用(?:一般公共预算)?财政拨款|安排|有|的)/u
]

export const suffixNoise = /(?:20\d\d年度?|为|是|共|共计|约|达到?|各为?|均为?|分别|的|数|累计|一共|有|[:,、(])$/u
