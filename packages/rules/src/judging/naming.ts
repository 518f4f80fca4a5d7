/** 称呼: how a cell is called in a sentence: table, row and column as printed. */
import type { Where, Wording } from "./Finding.ts"

/** 《公开03 支出决算表》“教育支出”行“项目支出”栏. */
export const placeName = ({ column, row, table }: Where): Wording => ({
  zh: `${table === undefined ? "" : `《${table}》`}${row === undefined ? "" : `“${row}”行`}${column === undefined ? "" : `“${column}”栏`}`,
  en: [table, row === undefined ? undefined : `row “${row}”`, column === undefined ? undefined : `column “${column}”`]
    .filter((part) => part !== undefined)
    .join(", ")
})

/** So many are written out; the others are counted. */
const most = 6

/** Names one after the other. */
export const listed = (names: ReadonlyArray<Wording>): Wording => {
  const more = names.length > most
  const shown = names.slice(0, most)
  return {
    zh: `${shown.map(({ zh }) => zh).join("、")}${more ? ` … 等 ${names.length} 处` : ""}`,
    en: `${shown.map(({ en }) => en).join("; ")}${more ? ` … ${names.length} places in all` : ""}`
  }
}
