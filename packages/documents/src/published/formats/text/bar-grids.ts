/** 竖线分栏: tables of Markdown, `| a | b |`. */
import type { RawBlock, RawCell } from "../../RawDocument.ts"
import { collapsed } from "../joining.ts"
import { placeOf, type SourceLine } from "./lines.ts"

export const hasBars = ({ text }: SourceLine): boolean => /^\s*\|.*\|\s*$/u.test(text)

const isRule = ({ text }: SourceLine): boolean => /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u.test(text)

const cellsOf = ({ text }: SourceLine): ReadonlyArray<string> =>
  text
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => collapsed(cell.replaceAll("\\|", "|").replaceAll(/<br\s*\/?>/giu, "")))

/** The lines of one table as a grid; the line of dashes under its heads says nothing and is left out. */
export const barBlocks = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<RawBlock> => {
  const rows = lines.filter((line) => !isRule(line))
  const [first] = rows
  if (first === undefined) return []
  const cells = rows.flatMap((line, row) =>
    cellsOf(line).map(
      (text, column): RawCell => ({ row, column, rowSpan: 1, columnSpan: 1, text, place: placeOf(line) })
    )
  )
  const columns = Math.max(...rows.map((line) => cellsOf(line).length))
  return [{ _tag: "Grid", rows: rows.length, columns, cells, place: placeOf(first), bounded: true }]
}
