/** 排表: a table of a disclosure in the order of its form: columns with their headings, lines of places, each with the cell that stands there. */
import type { Cell, Column, Row, Stub, Table } from "@juesuan/domain"
import type { SheetColumn } from "../Sheet.ts"

/** A place of the form: the words that name a row, a cell of the table, or nothing. */
export interface Place {
  readonly text: string | null
  /** How deep a name stands below others. */
  readonly level?: number
  readonly cell?: Cell
}

export interface Arranged {
  readonly columns: ReadonlyArray<SheetColumn>
  readonly lines: ReadonlyArray<ReadonlyArray<Place>>
}

const nothing: Place = { text: null }

const stubColumn = ({ headings, holds }: Stub, side?: number): SheetColumn => ({
  id: holds,
  headings,
  holds: holds === "line" ? "number" : "words",
  stub: true,
  ...(side === undefined ? {} : { side })
})

export const amountColumn = ({ headings, label, number }: Column, side?: number): SheetColumn => ({
  id: label,
  headings,
  holds: "number",
  ...(number === null ? {} : { number: String(number) }),
  ...(side === undefined ? {} : { side })
})

const stubPlace = ({ holds }: Stub, row: Row, line: number | undefined): Place => {
  switch (holds) {
    case "code":
      return { text: row.key }
    case "label":
      return { text: row.label, level: row.level }
    case "line":
      return { text: line === undefined ? null : String(line) }
  }
}

const cellPlace = (row: Row | undefined, { label }: Column): Place => {
  const cell = row?.cells[label]
  return cell === undefined ? nothing : { text: cell.printed, cell }
}

const listed = ({ columns, rows }: Table, stubs: ReadonlyArray<Stub>): Arranged => ({
  columns: [...stubs.map((stub) => stubColumn(stub)), ...columns.map((column) => amountColumn(column))],
  lines: rows.flatMap((row, index) => {
    const line = [
      ...stubs.map((stub) => stubPlace(stub, row, Object.values(row.lines)[0])),
      ...columns.map((column) => cellPlace(row, column))
    ]
    const startsSection = row.section !== undefined && row.section !== rows[index - 1]?.section
    return startsSection ? [sectionLine(row.section, stubs, columns.length), line] : [line]
  })
})

/** The heading that rows stand under, in the column of labels. */
const sectionLine = (section: string, stubs: ReadonlyArray<Stub>, columns: number): ReadonlyArray<Place> => [
  ...stubs.map(({ holds }) => (holds === "label" ? { text: section } : nothing)),
  ...Array.from({ length: columns }, () => nothing)
]

type SideBySide = Extract<Table["arrangement"], { readonly _tag: "SideBySide" }>

/** The title of a side stands over its columns, unless they say it themselves. */
const underTitle = (column: SheetColumn, title: string): SheetColumn =>
  title === "" || column.headings[0] === title ? column : { ...column, headings: [title, ...column.headings] }

const besideEachOther = (table: Table, { lines, sides }: SideBySide): Arranged => {
  const rowOf = new Map(table.rows.map((row) => [row.key, row]))
  const columnsOf = sides.map(({ columns }) => table.columns.filter(({ label }) => columns.includes(label)))
  const columns = sides.flatMap(({ stubs, title }, side) =>
    [
      ...stubs.map((stub) => stubColumn(stub, side)),
      ...(columnsOf[side] ?? []).map((column) => amountColumn(column, side))
    ].map((column) => underTitle(column, title))
  )
  return {
    columns,
    lines: lines.map((line) =>
      sides.flatMap(({ stubs }, side) => {
        const place = line.sides[side]
        const row = place?.row === undefined ? undefined : rowOf.get(place.row)
        const empty = (stub: Stub): Place =>
          stub.holds === "line" && place?.line !== undefined ? { text: String(place.line) } : nothing
        return [
          ...stubs.map((stub) => (row === undefined ? empty(stub) : stubPlace(stub, row, place?.line))),
          ...(columnsOf[side] ?? []).map((column) => cellPlace(row, column))
        ]
      })
    )
  }
}

export const arranged = (table: Table): Arranged =>
  table.arrangement._tag === "List" ? listed(table, table.arrangement.stubs) : besideEachOther(table, table.arrangement)
