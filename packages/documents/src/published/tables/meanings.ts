/** 行列的含义: what the rows and columns of a recognised table mean; what is not known for sure has no meaning. */
import { columnNames } from "../content/column-names.ts"
import {
  carryoverSections,
  furtherNames,
  personnelNames,
  publicUseNames,
  rowNames,
  type Side,
  totalNames
} from "../content/row-names.ts"
import type { TableMeaningId } from "../content/table-names.ts"
import { Fund } from "@juesuan/domain"
import { bareLabel, classOfLabel, threePublicItemUnder } from "./facts.ts"
import type { Path } from "./headings.ts"
import { plain } from "./Matrix.ts"

const withoutUnits = (text: string): string =>
  plain(text).replaceAll(/\((?:单位:)?(?:亿元|百万元|万元|千元|元)\)/gu, "")

/** The joined headings, then without the uppermost, as long as what is left out says nothing about the column. */
const namesOf = (path: Path): ReadonlyArray<string> => {
  const texts = path.map(withoutUnits)
  const names = [texts.join("")]
  for (let from = 1; from < texts.length; from++) {
    if (/收入|结转|预算数|上年|年初/u.test(texts[from - 1] ?? "")) break
    names.push(texts.slice(from).join(""))
  }
  return names
}

const kindWords = /^(?:(?:20\d\d年度?)?.{0,4}(?:预算|决算|执行|实际支出)数?|本年|金额)$/u

/** The item and the kind of figure stand one over the other, in either order. */
const threePublicColumn = (path: Path): string | undefined => {
  const texts = path.map(withoutUnits)
  const kinds = texts.filter((text) => kindWords.test(text))
  const names = texts.filter((text) => !kindWords.test(text))
  if (texts.some((text) => /增减|比|率|%|上年/u.test(text))) return undefined
  const kind = kinds.some((text) => /决算|实际|执行/u.test(text)) ? "actual" : kinds.length > 0 ? "budget" : undefined
  const item = threePublicItemUnder(names)
  return kind === undefined || item === undefined ? undefined : `${kind}.${item}`
}

/** What a column of amounts means. */
export const columnMeaning = (table: TableMeaningId, path: Path, side: Side | undefined): string | undefined => {
  if (path.some((text) => /其中/u.test(text))) return undefined
  if (table === "three-public") return threePublicColumn(path)
  if (path.some((text) => /预算数|上年|增减|比重|占比|完成|%|率/u.test(plain(text)))) return undefined
  const names = namesOf(path)
  const known = columnNames[table] ?? []
  const found = names.flatMap((name) => known.find(({ says }) => says.test(name)) ?? [])[0]?.meaning
  if (found !== "amount") return found
  if (table === "income-expenditure-summary") return side
  if (table !== "fiscal-income-expenditure-summary") return found
  return side === "expenditure" ? "expenditure.fiscal" : side
}

export interface RowContext {
  readonly side: Side | undefined
  /** Whether the row stands among the functional classes. */
  readonly functional: boolean
  /** The meaning or the words of the line above that this row belongs under. */
  readonly section: string
}

const isPart = (label: string): boolean => /^[^\p{L}]*其中|^(?:减|加)[:：]/u.test(plain(label))

const summaryRow = (table: TableMeaningId, label: string, { functional, section, side }: RowContext) => {
  const fund = Fund.idOf(bareLabel(label).replace(/(?:结转(?:和|与)?结余|结转|结余|收入)$/u, ""))
  const under = carryoverSections.find(({ meaning, side: of }) => meaning === section && of === side)
  if (fund !== undefined && fund !== "non-fiscal" && under !== undefined)
    return table === "fiscal-income-expenditure-summary" ? `${under.meaning}.${fund}` : undefined
  const bare = bareLabel(label)
  const named = rowNames.find((row) => row.tables.includes(table) && row.side === side && row.says.test(bare))
  if (named !== undefined) return named.meaning
  const code = side === "expenditure" && functional ? classOfLabel(label) : undefined
  return code === undefined ? undefined : `expenditure.${code}`
}

const furtherRow = (label: string, section: string): string | undefined => {
  const bare = bareLabel(label)
  return furtherNames.find(({ says, section: within }) => says.test(bare) && within?.test(section) !== false)?.meaning
}

/** What a row means; lines that are parts of other lines (其中) mean nothing of their own. */
export const rowMeaning = (
  table: TableMeaningId,
  row: { readonly code: string; readonly label: string },
  context: RowContext
): string | undefined => {
  if (row.code !== "") return row.code
  if (isPart(row.label)) return undefined
  const bare = bareLabel(row.label)
  switch (table) {
    case "income-expenditure-summary":
    case "fiscal-income-expenditure-summary":
      return summaryRow(table, row.label, context)
    case "further-information":
      return furtherRow(row.label, context.section)
    case "three-public":
      // Some places print 机关运行经费 and 相关统计数 in the same table.
      return /运行经费/u.test(context.section) || /数|量|批次/u.test(bare)
        ? furtherRow(row.label, context.section)
        : undefined
    default:
      if (totalNames.test(bare)) return "total"
      if (table !== "general-public-budget-basic-expenditure") return undefined
      return personnelNames.test(bare) ? "personnel" : publicUseNames.test(bare) ? "public-use" : undefined
  }
}
