/** 认表: what a grid shows that tells which table it is; the title names it, the content must agree. */
import { functionalClassNames } from "../content/functional-classes.ts"
import { threePublicNames } from "../content/row-names.ts"
import type { TableMeaningId } from "../content/table-names.ts"
import { normalizedLabel } from "@juesuan/domain"
import { meaningsOfTitle } from "./captions.ts"
import type { Path } from "./headings.ts"
import type { Item } from "./items.ts"
import { plain } from "./Matrix.ts"

const classByName = new Map(
  Object.entries(functionalClassNames).flatMap(([code, names]) => names.map((name): [string, string] => [name, code]))
)

/**
 * The functional class that a label names, whatever year's name it is.
 *
 * @example classOfLabel("七、文化体育与传媒支出") // "207"
 */
export const classOfLabel = (label: string): string | undefined => {
  const bare = bareLabel(label).replace(/[(（]类[)）]$/u, "")
  return classByName.get(bare) ?? classByName.get(bare.replace(/支出$/u, ""))
}

/** A label without numbering, blanks, quotes, remarks in brackets and 其中. */
export const bareLabel = (label: string): string =>
  normalizedLabel(normalizedLabel(label))
    .replaceAll(/\((?:含|不含|包括|单位|万元|辆|台|类|款|项|按|注)[^)]*\)/gu, "")
    .replaceAll(/[:：]$/gu, "")

/** Which item of 三公 a heading or label names. */
export const threePublicItemOf = (text: string): string | undefined => {
  const bare = bareLabel(text).replaceAll(/\((?!境)[^)]*\)/gu, "")
  return threePublicNames.find(({ says }) => says.test(bare))?.item
}

/**
 * Which item of 三公 headings over each other name: the 小计 of 公务用车 is of the vehicles, and 公务接待 over 费 is one name that
 * breaks between two rows of the head.
 */
export const threePublicItemUnder = (headings: ReadonlyArray<string>): string | undefined => {
  const above = headings.at(-2) ?? ""
  const last = headings.at(-1) ?? ""
  const own = threePublicItemOf(last)
  if (own === undefined) return threePublicItemOf(`${above}${last}`)
  return own === "total" && threePublicItemOf(above) === "vehicles" ? "vehicles" : own
}

export interface Facts {
  readonly labels: ReadonlySet<string>
  readonly functional: number
  readonly economic: number
  /** Rows that name a functional class without a code. */
  readonly classes: number
  readonly headings: string
  /** Three-public items named by headings, and by rows. */
  readonly threePublic: number
}

export const factsOf = (items: ReadonlyArray<Item>, paths: Iterable<Path>): Facts => {
  const headings = [...paths].map((path) => path.map(plain).join("·"))
  const labels = new Set(items.map(({ label }) => bareLabel(label)))
  const named = (texts: ReadonlyArray<string>) =>
    new Set(texts.flatMap((text) => text.split("·").flatMap((part) => threePublicItemOf(part) ?? []))).size
  return {
    labels,
    functional: items.filter(({ code }) => code.startsWith("2")).length,
    economic: items.filter(({ code }) => /^[35]/u.test(code)).length,
    classes: new Set(items.flatMap(({ code, label }) => (code === "" ? (classOfLabel(label) ?? []) : []))).size,
    headings: headings.join("|"),
    threePublic: Math.max(named(headings), named([...labels]))
  }
}

type Evidence = "against" | "possible" | "strong"

const judged = (strong: boolean, possible: boolean): Evidence => (strong ? "strong" : possible ? "possible" : "against")

const anyLabel = (facts: Facts, says: RegExp): boolean => [...facts.labels].some((label) => says.test(label))
const otherRevenue = /^(?:事业收入|经营收入|上级补助收入|附属单位上缴收入)$/u

/** How the content of a grid stands to being each table. */
const evidence: Readonly<Record<TableMeaningId, (facts: Facts) => Evidence>> = {
  "income-expenditure-summary": (facts) =>
    judged(
      facts.classes >= 3 && anyLabel(facts, otherRevenue),
      facts.economic === 0 && anyLabel(facts, /本年收入|总计|收入合计/u)
    ),
  "fiscal-income-expenditure-summary": (facts) =>
    judged(
      facts.classes >= 3 && (anyLabel(facts, /财政拨款结转/u) || /政府性基金/u.test(facts.headings)),
      facts.economic === 0 && anyLabel(facts, /本年收入|总计|收入合计|财政拨款/u)
    ),
  income: (facts) =>
    judged(
      facts.classes === 0 && /财政拨款收入/u.test(facts.headings) && /事业收入|上级补助收入/u.test(facts.headings),
      facts.economic === 0 && /收入/u.test(facts.headings)
    ),
  expenditure: (facts) =>
    judged(
      /基本支出/u.test(facts.headings) && /项目支出/u.test(facts.headings) && /上缴上级支出/u.test(facts.headings),
      facts.economic === 0 && /基本支出|项目支出/u.test(facts.headings)
    ),
  "general-public-budget-expenditure": (facts) =>
    judged(false, facts.economic === 0 && /基本支出|项目支出/u.test(facts.headings)),
  "general-public-budget-basic-expenditure": (facts) =>
    judged(
      facts.economic >= 5 && facts.functional === 0,
      facts.functional === 0 && (facts.economic > 0 || anyLabel(facts, /人员经费|工资福利支出|合计/u))
    ),
  "government-fund": (facts) => judged(false, facts.economic === 0 && /支出/u.test(facts.headings)),
  "state-capital-expenditure": (facts) => judged(false, facts.economic === 0 && /支出|合计/u.test(facts.headings)),
  "three-public": (facts) => judged(facts.threePublic >= 4 && facts.economic === 0, facts.threePublic >= 3),
  "further-information": (facts) => {
    const named = [/货物/u, /车辆/u, /行政单位|运行经费/u, /以上.*设备/u].filter((says) => anyLabel(facts, says)).length
    return judged(named >= 3, named >= 1)
  }
}

const foreign = /项目支出|明细|资产|绩效|采购|专户|经济分类|预算表|会议费|培训费|分部门|目标/u

/** What a table is: by its titles (the nearest last) and its content; `undefined` where they do not say so. */
export const meaningOf = (titles: ReadonlyArray<string>, facts: Facts): TableMeaningId | undefined => {
  for (const title of titles.toReversed()) {
    const named = meaningsOfTitle(title).find((meaning) => evidence[meaning](facts) !== "against")
    if (named !== undefined) return named
  }
  if (titles.some((title) => foreign.test(plain(title)))) return undefined
  const strong = (Object.keys(evidence) as TableMeaningId[]).filter((meaning) => evidence[meaning](facts) === "strong")
  return strong.length === 1 ? strong[0] : undefined
}
