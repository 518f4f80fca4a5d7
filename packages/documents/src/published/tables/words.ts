/** 表内用语: which words of a grid are headings, codes, numbers, notes, whatever table it is. */
import type { MatrixRow } from "./Matrix.ts"
import { ownTexts, plain } from "./Matrix.ts"

const lineHeading = /^(?:行次|行号|序号|行)$/u
const codeHeading = /^(?:[类款项]{1,3}|.{0,14}(?:代码|编码|编号|代号)[类款项]{0,3})$/u
const labelHeading =
  /^(?:项目(?:\(按.*\))?|项目及.*|.{0,14}名称|科目|栏次|栏目|(?:支出)?功能分类?科?目?|.{0,6}经济分类?科?目?)$/u
const amountHeading =
  /^(?:金额|统计数|(?:本年)?(?:年初|全年|调整|上年|本年)?(?:预算|决算)数?|小计|收入|支出|预算数?|决算数?|执行数)(?:\(.{0,6}\))?$/u

/** A heading without the unit of all amounts, which may stand in the first: 科目编码（单位：万元）. */
const bare = (text: string): string => plain(text).replace(/\((?:金额)?单位:[^()]*\)$/u, "")

export const isLineHeading = (text: string): boolean => lineHeading.test(bare(text))
export const isCodeHeading = (text: string): boolean => codeHeading.test(bare(text))
const isLabelHeading = (text: string): boolean => labelHeading.test(bare(text))
/** 行次, 科目代码, 项目: says what a row is, and stands above no amount. */
export const isStubHeading = (text: string): boolean =>
  isLineHeading(text) || isCodeHeading(text) || isLabelHeading(text)
/** A word that stands in the head of a table and never names a row. */
export const isHeadingWord = (text: string): boolean => isStubHeading(text) || amountHeading.test(plain(text))

const codes = /^(?:\d{3}|\d{5}|\d{7})$/u
const number = /^[-+−]?\d[\d,]*(?:\.\d+)?(?:%|万?元)?$/u
const integer = /^\d{1,3}$/u
const dash = /^[-—–―─－﹣_/／]{1,6}$/u

/** 201, 20103, 2010306, 30101. */
export const isCode = (text: string): boolean => codes.test(plain(text)) && /^[1-9]/u.test(plain(text))
export const isDash = (text: string): boolean => dash.test(plain(text))
export const isNumeric = (text: string): boolean => number.test(plain(text))
/** A number with decimals, or with thousands separators: nothing but an amount looks so. */
export const isAmount = (text: string): boolean =>
  isNumeric(text) && /\.\d|\d,\d{3}/u.test(plain(text)) && !/^\d\.$/u.test(plain(text))
export const isSmallInteger = (text: string): boolean => integer.test(plain(text))
/** Neither a number nor a dash nor nothing. */
export const isWords = (text: string): boolean => plain(text) !== "" && !isNumeric(text) && !isDash(text)

/** 栏次: the row that numbers the columns. */
export const isNumbersRow = (row: MatrixRow): boolean => {
  const texts = ownTexts(row).map(plain)
  const numbers = texts.filter((text) => isSmallInteger(text)).map(Number)
  const others = texts.filter((text) => !isSmallInteger(text) && !/^[类款项]$/u.test(text))
  if (others.some((text) => text === "栏次" || text === "栏目"))
    return others.every((text) => isStubHeading(text) || /^[—-]+$|^\d[=+-]/u.test(text))
  const counts = numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1)
  return others.length === 0 && numbers.length >= 2 && counts && (numbers[0] ?? 9) <= 2
}

/** A row of the head: words of headings, and no amount and no code. */
export const isHeadRow = (row: MatrixRow): boolean => {
  const texts = ownTexts(row)
  return texts.some((text) => isHeadingWord(text)) && texts.every((text) => isWords(text))
}

/** A row of words only, side by side: the lower part of a head with several levels. */
export const isRunOfWords = (row: MatrixRow): boolean => {
  const texts = ownTexts(row)
  return texts.length >= 3 && texts.every((text) => isWords(text))
}

export const holdsAmountOrCode = (row: MatrixRow): boolean =>
  ownTexts(row).some((text) => isAmount(text) || isCode(text))

const noteOpening = /^(?:\(?(?:注|说明|备注|附注|填表说明)(?:[:：\d.、]|本表)|[*※])/u
const emptyTable =
  /(?:本表|此表|该表|上表).{0,12}(?:无数据|没有数据|为空|空表|无内容|无发生)|^(?:说明[:：])?(?:本年度?)?(?:无|没有)(?:此项|相关|该项)(?:收支|支出|收入|数据)|(?:没有|无|未发生|未使用|未安排|不涉及)(?:使用)?.{0,24}(?:收入|支出|拨款|收支|经费|预算).{0,16}(?:故|因此|所以)?.{0,6}(?:空|无数据|无此)|^(?:说明[:：])?(?:本|我)(?:部门|单位|局|院|校|委|中心).{0,16}(?:没有|无|未发生|未使用|未安排|不涉及).{0,40}(?:收入|支出|拨款|收支|经费|预算)/u

export const isNote = (text: string): boolean => noteOpening.test(plain(text))
/** 本表无数据: what a table says that has nothing to show. */
export const saysEmpty = (text: string): boolean => emptyTable.test(plain(text))
