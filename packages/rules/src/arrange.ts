/** 成表: the rows of a template and their figures as a table of the disclosure, with what is printed in every cell. */
import type { Arrangement, Cell, Row, Table } from "@juesuan/domain"
import type { ExpandedRow } from "./expand.ts"
import type { DefinedSpace } from "./FigureSpace.ts"
import { lazily } from "./Lazy.ts"
import { printedCell } from "./printing.ts"
import type { RowTemplate, TableTemplate } from "./TableTemplate.ts"

const rowOf = (row: ExpandedRow, space: DefinedSpace<ExpandedRow>): Row => {
  const cells = row.columns.flatMap(({ label }): ReadonlyArray<[string, Cell]> => {
    const figure = space.figureAt(row.key, label)
    return figure === undefined ? [] : [[label, printedCell(figure, row.unit)]]
  })
  return {
    key: row.key,
    label: row.printedLabel,
    meaning: row.meaning,
    level: row.level,
    ...(row.section === undefined ? {} : { section: row.section }),
    lines: row.lines,
    cells: Object.fromEntries(cells)
  }
}

const arrangementOf = (
  { arrangement, rows }: TableTemplate,
  formRows: () => ReadonlyArray<RowTemplate>
): Arrangement => {
  if (arrangement._tag === "List") return arrangement
  const lines = rows._tag === "Form" ? arrangement.lines(formRows()) : []
  return { _tag: "SideBySide", sides: arrangement.sides, lines }
}

const isBlank = ({ cells }: Row): boolean => Object.values(cells).every(({ printed }) => printed === null)

/** A table whose rows, cells and lines are worked out when they are read. */
export const arrangedTable = (
  template: TableTemplate,
  space: DefinedSpace<ExpandedRow>,
  formRows: () => ReadonlyArray<RowTemplate>
): Table => {
  const { captions, columns, emptyNote, id, meaning, title, unit } = template
  const rows = lazily(() => space.rows.filter(({ isPrinted }) => isPrinted).map((row) => rowOf(row, space)))
  const arrangement = lazily(() => arrangementOf(template, formRows))
  const notes = lazily(() =>
    emptyNote !== undefined && rows().every(isBlank) ? [...template.notes, emptyNote] : template.notes
  )
  return {
    id,
    meaning,
    title,
    unit,
    captions,
    columns,
    get rows() {
      return rows()
    },
    get arrangement() {
      return arrangement()
    },
    get notes() {
      return notes()
    }
  }
}
