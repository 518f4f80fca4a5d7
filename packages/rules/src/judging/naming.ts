/** 称呼: how a cell is called in a sentence: table, row and column as printed. */
import type { LinearEquation } from "./Equation.ts"
import type { Where, Wording } from "./Finding.ts"

/** A name inside quotation marks: its own become single ones. */
export const insideQuotes = (text: string): string => text.replaceAll("“", "‘").replaceAll("”", "’")

/** 《公开03 支出决算表》“教育支出”行“项目支出”栏. */
export const placeName = ({ column, row, table }: Where): Wording => ({
  zh: `${table === undefined ? "" : `《${table}》`}${row === undefined ? "" : `“${insideQuotes(row)}”行`}${column === undefined ? "" : `“${insideQuotes(column)}”栏`}`,
  en: [
    ...(table === undefined ? [] : [`“${insideQuotes(table)}”`]),
    ...(row === undefined ? [] : [`row “${insideQuotes(row)}”`]),
    ...(column === undefined ? [] : [`column “${insideQuotes(column)}”`])
  ].join(", ")
})

/** Rules as sentences name them: in Chinese by their names, in English by their ids. */
export const ruleNames = (equations: ReadonlyArray<LinearEquation>, rules: ReadonlyArray<string>): Wording => {
  const labels = rules.map((rule) => equations.find((equation) => equation.rule === rule)?.label ?? rule)
  return { zh: labels.join("、"), en: rules.join(", ") }
}

/** So many are written out; the others are counted. */
const most = 6

/** An English sentence begins with a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `1 equation`, `2 equations`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`

/** Names one after the other, or whole clauses, which another sign parts in Chinese. */
export const listed = (names: ReadonlyArray<Wording>, between: "、" | "；" = "、"): Wording => {
  const more = names.length > most
  const shown = names.slice(0, most)
  return {
    zh: `${shown.map(({ zh }) => zh).join(between)}${more ? ` … 等 ${names.length} 处` : ""}`,
    en: `${shown.map(({ en }) => en).join("; ")}${more ? ` … ${names.length} places in all` : ""}`
  }
}
