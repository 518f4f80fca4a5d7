/** 报告的文字: covers, headings and paragraphs of a self-evaluation report, and the lines that say where one begins and ends. */
import { isContentsLine } from "../formats/openings.ts"
import type { RawParagraph } from "../RawDocument.ts"
import { type Building, leaveUnread } from "./Building.ts"
import { withoutCode } from "./form-rows.ts"
import { plain } from "./grid-rows.ts"
import { moneyUnitIn } from "./labels.ts"

/** A title of a form or a report: short, no sentence. */
export const isTitle = (text: string): boolean => {
  const title = plain(text)
  return (
    title.length <= 70 && !/[。；]/u.test(title) && /(?:自评|绩效|评价).{0,12}(?:表|报告)(?:\(.{1,12}\))?$/u.test(title)
  )
}

const boundary =
  /^(?:第[一二三四五六七八九十]+部分|附件\d*[:：]?|附表\d*[:：]?|公开\d+表?|[一二三四五六七八九十]+、名词解释)|(?:决算总表|决算表|明细表|统计表|汇总表)$/u

/** Where whatever stands before ends: a part of the disclosure, an annex, a table of another kind. */
export const isBoundary = (text: string): boolean => boundary.test(plain(text)) && plain(text).length <= 40

/** A line of a table of contents. */
export const isContents = (text: string): boolean => /^目录$/u.test(plain(text)) || isContentsLine(text)

/** 项目名称：房租费. */
export const coverProject = (text: string): string | undefined => /^项目名称[:：](.+)$/u.exec(plain(text))?.[1]

const levels: ReadonlyArray<RegExp> = [
  /^[一二三四五六七八九十]+[、.．]/u,
  /^[(（][一二三四五六七八九十]+[)）]/u,
  /^\d{1,2}\s*[.、．]/u,
  /^[(（]\d{1,2}[)）]/u
]

const headingLevel = (text: string): number | undefined => {
  if (text.length > 40 || /[。；]/u.test(text)) return undefined
  const level = levels.findIndex((pattern) => pattern.test(text))
  return level === -1 ? undefined : level
}

export const yearIn = (text: string): number | undefined => {
  const found = /(20\d{2})\s*年/u.exec(text.normalize("NFKC"))?.[1]
  return found === undefined ? undefined : Number(found)
}

/** 项目单位：某局, 单位名称：某局: whose evaluation it is; 主管部门 where nothing nearer is said. */
export const readCoverUnit = (evaluation: Building, text: string): boolean => {
  const unit =
    /^(?:项目单位|实施单位|主管部门|预算单位|填报单位|项目实施单位|单位名称|部门名称)(?:\(.*?\))?[:：](.+)$/u.exec(
      plain(text)
    )
  if (unit?.[1] === undefined) return false
  if (!plain(text).startsWith("主管部门") || evaluation.unit === undefined) evaluation.unit = withoutCode(unit[1])
  return true
}

const readCover = (evaluation: Building, text: string): boolean => {
  if (readCoverUnit(evaluation, text)) return true
  if (/^[（(]?20\d{2}年(?:度|\d{1,2}月(?:\d{1,2}日)?)?[）)]?$/u.test(plain(text))) {
    evaluation.year ??= yearIn(text)
    return true
  }
  const isRestOfName =
    evaluation.unit === undefined &&
    evaluation.headings.length === 0 &&
    evaluation.part === "head" &&
    plain(text).length <= 20
  if (isRestOfName && !/[:：。]/u.test(text) && headingLevel(text) === undefined && evaluation.form === "report") {
    evaluation.project += plain(text)
    return true
  }
  return coverProject(text) !== undefined
}

/** One paragraph of a report: cover, heading or words. */
export const readReportParagraph = (evaluation: Building, { place, text }: RawParagraph): void => {
  if (isContents(text)) {
    evaluation.unit ??= ""
    return
  }
  if (evaluation.headings.length === 0 && readCover(evaluation, text)) return
  const level = headingLevel(text.trim())
  if (level !== undefined) {
    evaluation.headings.splice(level)
    while (evaluation.headings.length < level) evaluation.headings.push("")
    evaluation.headings.push(text.trim())
    return
  }
  evaluation.moneyUnit =
    evaluation.funds.length === 0 ? (moneyUnitIn(text) ?? evaluation.moneyUnit) : evaluation.moneyUnit
  if (plain(text).length <= 1)
    leaveUnread(evaluation, text, { zh: "单个的字，不成段落", en: "a single sign, no paragraph" }, place)
  else evaluation.paragraphs.push({ headings: evaluation.headings.filter((heading) => heading !== ""), text, place })
}
