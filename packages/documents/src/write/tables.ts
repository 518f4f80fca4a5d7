/** 公开表的表页: a table of a disclosure as it is printed, and as plain lists for programs. */
import type { Table } from "@juesuan/domain"
import type { Sheet } from "../Sheet.ts"
import { amountColumn, arranged, type Place } from "./arranged.ts"

const indent = "  "

const shown = ({ level = 0, text }: Place): string | null => (text === null ? null : indent.repeat(level) + text)

/**
 * The printed form: stubs, 栏次, sides beside each other where the form has them. `of` is who the table is about.
 *
 * @example sheetText(printedSheet(table, "泽州县行政审批服务管理局"), { width: 100 })
 */
export const printedSheet = (table: Table, of: string): Sheet => {
  const { columns, lines } = arranged(table)
  return {
    title: `${table.id} ${table.title}`,
    head: [`${table.captions.name}：${of}`, `${table.captions.amounts}：${table.unit}`],
    notes: table.notes,
    columns,
    rows: lines.map((line) => line.map(shown))
  }
}

/** The same table for programs: one line a row, its key and label, then every column by its label. */
export const tableSheet = ({ columns, rows }: Table): Sheet => ({
  columns: [
    { id: "key", headings: ["key"], holds: "words", stub: true },
    { id: "label", headings: ["label"], holds: "words", stub: true },
    ...columns.map((column) => amountColumn(column))
  ],
  rows: rows.map(({ cells, key, label }) => [
    key,
    label,
    ...columns.map((column) => cells[column.label]?.printed ?? null)
  ])
})

/** Tables for programs: one line a cell that prints something, with the table, row and column that it is asked by. */
export const cellsSheet = (tables: ReadonlyArray<Table>): Sheet => ({
  columns: [
    ...["table", "row", "label", "column"].map((id) => ({ id, headings: [id], holds: "words" as const })),
    { id: "value", headings: ["value"], holds: "number" },
    { id: "unit", headings: ["unit"], holds: "words" }
  ],
  rows: tables.flatMap(({ columns, id, rows }) =>
    rows.flatMap(({ cells, key, label }) =>
      columns.flatMap((column) => {
        const cell = cells[column.label]
        return cell === undefined || cell.printed === null
          ? []
          : [[id, key, label, column.label, cell.printed, cell.unit.label]]
      })
    )
  )
})
