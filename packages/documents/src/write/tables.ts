/** 公开表的表页: a table of a disclosure as it is printed, and as a plain list for programs. */
import type { Column, Row, Stub, Table } from "@juesuan/domain"
import type { Sheet, SheetCell, SheetColumn } from "../Sheet.ts"

/**
 * The printed form: stubs, 栏次, sides beside each other where the form has them. `of` is who the table is about.
 *
 * @example sheetText(printedSheet(table, "泽州县行政审批服务管理局"), { width: 100 })
 */
export const printedSheet = (table: Table, of: string): Sheet => ({
  title: `${table.id} ${table.title}`,
  head: [`${table.captions.name}：${of}`, `${table.captions.amounts}：${table.unit}`],
  notes: table.notes,
  ...(table.arrangement._tag === "List"
    ? listed(table, table.arrangement.stubs)
    : besideEachOther(table, table.arrangement))
})

type Grid = Pick<Sheet, "columns" | "rows">

const indent = "  "

const stubColumn = ({ headings, holds }: Stub, side?: number): SheetColumn => ({
  id: holds,
  headings,
  holds: holds === "line" ? "number" : "words",
  stub: true,
  ...(side === undefined ? {} : { side })
})

const amountColumn = ({ headings, label, number }: Column, side?: number): SheetColumn => ({
  id: label,
  headings,
  holds: "number",
  ...(number === null ? {} : { number: String(number) }),
  ...(side === undefined ? {} : { side })
})

const stubCell = ({ holds }: Stub, row: Row, line: number | undefined): SheetCell => {
  switch (holds) {
    case "code":
      return row.key
    case "label":
      return indent.repeat(row.level) + row.label
    case "line":
      return line === undefined ? null : String(line)
  }
}

const listed = ({ columns, rows }: Table, stubs: ReadonlyArray<Stub>): Grid => ({
  columns: [...stubs.map((stub) => stubColumn(stub)), ...columns.map((column) => amountColumn(column))],
  rows: rows.flatMap((row, index) => {
    const line = [
      ...stubs.map((stub) => stubCell(stub, row, Object.values(row.lines)[0])),
      ...columns.map(({ label }) => row.cells[label]?.printed ?? null)
    ]
    const startsSection = row.section !== undefined && row.section !== rows[index - 1]?.section
    return startsSection ? [sectionLine(row.section, stubs, columns.length), line] : [line]
  })
})

/** The heading that rows stand under, in the column of labels. */
const sectionLine = (section: string, stubs: ReadonlyArray<Stub>, columns: number): ReadonlyArray<SheetCell> => [
  ...stubs.map(({ holds }) => (holds === "label" ? section : null)),
  ...Array.from({ length: columns }, () => null)
]

type SideBySide = Extract<Table["arrangement"], { readonly _tag: "SideBySide" }>

const besideEachOther = (table: Table, { lines, sides }: SideBySide): Grid => {
  const rowOf = new Map(table.rows.map((row) => [row.key, row]))
  const columnsOf = sides.map(({ columns }) => table.columns.filter(({ label }) => columns.includes(label)))
  const columns = sides.flatMap(({ stubs, title }, side) =>
    [
      ...stubs.map((stub) => stubColumn(stub, side)),
      ...(columnsOf[side] ?? []).map((column) => amountColumn(column, side))
    ].map((column) => (title === "" ? column : { ...column, headings: [title, ...column.headings] }))
  )
  const rows = lines.map((line) =>
    sides.flatMap(({ stubs }, side) => {
      const place = line.sides[side]
      const row = place?.row === undefined ? undefined : rowOf.get(place.row)
      return [
        ...stubs.map((stub) =>
          row === undefined
            ? stub.holds === "line" && place?.line !== undefined
              ? String(place.line)
              : null
            : stubCell(stub, row, place?.line)
        ),
        ...(columnsOf[side] ?? []).map(({ label }) => row?.cells[label]?.printed ?? null)
      ]
    })
  )
  return { columns, rows }
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
