/** 疑点: why the figures of a table are not read: its head is not sure, or its amounts stand beside no names or codes. */
import type { Unread } from "@juesuan/domain"
import type { Item } from "./items.ts"
import type { Layout } from "./Layout.ts"
import { ownTexts } from "./Matrix.ts"
import { isNumeric } from "./words.ts"

type Reason = Unread["reason"]

const doubtfulHead: Reason = {
  zh: "看不准哪个栏目名称在哪一栏上面，表中各数没有读入",
  en: "it is not sure which heading stands over which column; the figures of this table were not read"
}

const codesApart: Reason = {
  zh: "科目编码与金额没有读成一行，表中各数没有读入",
  en: "the codes and the amounts were not read as the same rows; the figures of this table were not read"
}

export const namesApart: Reason = {
  zh: "金额没有与名称、编码读成一行，表中各数没有读入",
  en: "the amounts were not read as the same rows as names or codes; the figures of this table were not read"
}

const hasAmount = ({ cells }: Item): boolean => [...cells.values()].some(({ text }) => isNumeric(text))

/** Whether the rows with codes have no amounts and others have: the codes stand beside rows that they were not joined with. */
const areCodesApart = (items: ReadonlyArray<Item>): boolean => {
  const coded = items.filter(({ code }) => code !== "")
  const others = items.filter((item) => item.code === "" && hasAmount(item))
  return coded.length >= 3 && others.length >= 3 && !coded.some(hasAmount)
}

/** Whether most rows with amounts have nothing that says what they are. */
const areNamesApart = (items: ReadonlyArray<Item>): boolean => {
  const amounts = items.filter(hasAmount)
  const nameless = amounts.filter(({ code, label, line }) => code === "" && label === "" && line === "")
  return nameless.length >= 3 && 2 * nameless.length > amounts.length
}

export const unknownColumns: Reason = {
  zh: "认得表名，但看不出各栏是什么，表中各数没有判断",
  en: "the title is known, but not what any of the columns is; the figures of this table were not judged"
}

/** What is shown of a table that was not read: its head. */
export const headText = ({ head }: Layout): string => head.map((row) => ownTexts(row).join(" ")).join("\n")

/** Every doubt about a table with these rows. */
export const doubtsOf = (isHeadSure: boolean, items: ReadonlyArray<Item>): ReadonlyArray<Reason> => [
  ...(isHeadSure ? [] : [doubtfulHead]),
  ...(areCodesApart(items) ? [codesApart] : []),
  ...(areNamesApart(items) ? [namesApart] : [])
]
