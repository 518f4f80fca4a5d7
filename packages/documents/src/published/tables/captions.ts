/**
 * 表头信息: what stands around a grid and belongs to it: the title, 公开03表, 部门名称, 2024年度, 金额单位. It stands in
 * paragraphs above the grid, in its first rows, or in the name of its sheet.
 */
import { isMoneyUnit } from "@juesuan/domain"
import { type TableMeaningId, titlePatterns } from "../content/table-names.ts"
import { unitLabels } from "../content/unit-labels.ts"
import { plain, tidy } from "./Matrix.ts"

export interface Captions {
  readonly id: string | undefined
  readonly titles: ReadonlyArray<string>
  readonly unitName: string | undefined
  readonly year: number | undefined
  /** 金额单位 as printed: 万元, 元. */
  readonly amounts: string | undefined
}

const idPattern = /(?:财决)?公开(\d{1,2})(?:-\d{1,2})?表?/u
const otherId = /^(?:附?表)(\d{1,2}|[一二三四五六七八九十]{1,3})[:：.、]?/u
/** 附表5, 表05, 附件2-5 on a line of its own. */
const idLine = /^附?(?:表|件)(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})[:：]?$/u
const amountsPattern =
  /[（(]?(?:金额|计量|计价|货币|数量)?(?:单位)[:：]?(?:人民币)?(亿元|百万元|万元|千元|元)(?:[、/，,](?:辆|台|人|个|批次|台套|台\(套\)|套|%)+)*[)）]?(?=$|[^\p{Script=Han}]|部门|单位|编制|编报|公开|填报|金额)/u
const unitNamePattern = new RegExp(`${unitLabels}[:：](.*?)(?=(?:20\\d\\d年度?)|金额单位|单位[:：]|$)`, "u")
const yearPattern = /(20\d\d)年度?/u
const titlePattern = /表(?:\((?:续表?|[一二三四\d]+|公开|汇总|\d{4}年度?|单位:[万千亿]?元|[万千亿]?元)\))*$/u

interface Rest {
  text: string
}

const take = (rest: Rest, pattern: RegExp): RegExpExecArray | undefined => {
  const found = pattern.exec(rest.text)
  if (found === null) return undefined
  rest.text = rest.text.replace(found[0], "")
  return found
}

/** `公开3` and `公开03表` are one id. */
const idOf = (found: RegExpExecArray | undefined): string | undefined =>
  found?.[1] === undefined ? undefined : `公开${found[1].padStart(2, "0")}`

/** Only titles up to this length: a sentence that ends with 表 is none. */
const longestTitle = 60

const digits = (found: RegExpExecArray | null): number | undefined =>
  found?.[1] === undefined ? undefined : Number(found[1])

/** What a line is the title of, if all of it is a title. */
const titleIn = (text: string, line: string): string | undefined => {
  if (!titlePattern.test(text) || text.length > longestTitle) return undefined
  return text === plain(line) ? tidy(line) : text
}

/** 单位：个, 单位：人: what is counted, not who counts it. */
const counters = /^(?:\p{Script=Han}{1,2}|[%‰])(?:[、/](?:\p{Script=Han}{1,2}|[%‰]))*$/u

const nameIn = (found: RegExpExecArray | undefined): string | undefined => {
  const name = found?.[1]?.replaceAll(/[:：]/gu, "") ?? ""
  return name === "" || isMoneyUnit(name) || counters.test(name) ? undefined : name
}

/** Signs alone, a row of dashes for one, are no caption. */
const isSignsOnly = (line: string): boolean => !/[\p{L}\d]/u.test(line)

const isMoreThanCaption = (text: string): boolean =>
  text.replace(yearPattern, "").replaceAll(/[:：()（）|,，\-—表]/gu, "") !== ""

/** What a line says about the table below it; `undefined` where any of it says something else. */
export const captionOf = (printed: string): Captions | undefined => {
  const line = printed.replace(/^\s*《([^《》]*)》\s*$/u, "$1")
  const rest: Rest = { text: plain(line) }
  if (isSignsOnly(line) || rest.text.length > 120 || /[。；]/u.test(rest.text)) return undefined
  if (idLine.test(rest.text)) return { ...noCaptions, id: rest.text.replace(/[:：]$/u, "") }
  const id = idOf(take(rest, idPattern))
  const amounts = take(rest, amountsPattern)?.[1]
  const unitName = nameIn(take(rest, unitNamePattern))
  const year = digits(yearPattern.exec(rest.text)) ?? digits(yearPattern.exec(plain(line)))
  const title = titleIn(rest.text, line)
  if (title === undefined && isMoreThanCaption(rest.text)) return undefined
  const titles = title === undefined || title === "表" ? [] : [title]
  return {
    id: id ?? otherId.exec(plain(title ?? ""))?.[0].replaceAll(/[:：.、]/gu, ""),
    titles,
    unitName,
    year,
    amounts
  }
}

export const noCaptions: Captions = {
  id: undefined,
  titles: [],
  unitName: undefined,
  year: undefined,
  amounts: undefined
}

/** What several lines say together; the later line, which is nearer to the grid, wins. */
export const joinedCaptions = (all: ReadonlyArray<Captions>): Captions => {
  const last = <Key extends keyof Captions>(key: Key): Captions[Key] | undefined =>
    all.findLast((each) => each[key] !== undefined)?.[key]
  return {
    id: last("id"),
    titles: all.flatMap(({ titles }) => titles),
    unitName: last("unitName"),
    year: last("year"),
    amounts: last("amounts")
  }
}

/** The tables that a title names. */
export const meaningsOfTitle = (title: string): ReadonlyArray<TableMeaningId> => {
  const text = plain(title).replaceAll(/[()（）]|20\d\d年度?|续表?$/gu, "")
  return titlePatterns.flatMap(({ meaning, says, unless }) =>
    says.test(text) && unless?.test(text) !== true ? [meaning] : []
  )
}

/** The unit of amounts that a heading or title carries in brackets: 决算数（万元）. */
export const amountsInBrackets = (text: string): string | undefined =>
  /[(（](?:单位[:：])?(亿元|百万元|万元|千元|元)[)）]/u.exec(plain(text))?.[1]
