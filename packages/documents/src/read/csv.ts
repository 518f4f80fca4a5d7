/** CSV 读入: a file of rows by its layout. Every fault of every row is collected; a file with one has no rows. */
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import { type Fault, type FaultPlace, fault, type Says } from "./Fault.ts"
import { type Field, headingsOf, normalizedHeading, type RowOf, valueOf } from "./Layout.ts"
import { limits } from "./limits.ts"

/** Why the cells of a row, each right by itself, are no row together: the field it is about. */
export interface RowMismatch {
  readonly field: Field
  readonly found: string
  readonly expected: Says
}

interface RawRecord {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** What a file of rows holds: its columns, and what a row of them says. */
export interface RowFormat<Fields extends Readonly<Record<string, Field>>, A> {
  readonly fields: Fields
  readonly make: (row: RowOf<Fields>, line: number) => Result.Result<A, RowMismatch>
}

/** Reads text by a format. Commas or tabs part the columns; the first line names them, in any order. */
export const readCsv = <Fields extends Readonly<Record<string, Field>>, A>(
  file: string,
  text: string,
  { fields, make }: RowFormat<Fields, A>
): Result.Result<ReadonlyArray<A>, ReadonlyArray<Fault>> => {
  const records = recordsOf(file, text)
  if (Result.isFailure(records)) return Result.fail([records.failure])
  const [head, ...body] = records.success
  if (head === undefined) return Result.fail([noRows(file)])
  const columns = columnsOf(file, head, Object.values(fields))
  if (Result.isFailure(columns)) return Result.fail(columns.failure)
  if (body.length === 0) return Result.fail([noRows(file)])
  if (body.length > limits.rows) return Result.fail([tooManyRows(file, body.length)])
  const faults: Array<Fault> = []
  const rows = body.flatMap((record) => {
    const row = rowOf(file, record, columns.success)
    if (Result.isFailure(row)) {
      faults.push(...row.failure)
      return []
    }
    const made = make(row.success as RowOf<Fields>, record.line)
    if (Result.isSuccess(made)) return [made.success]
    faults.push(
      cellFault({ file, line: record.line, column: headingOf(columns.success, made.failure.field) }, made.failure)
    )
    return []
  })
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(rows)
}

const recordsOf = (file: string, text: string): Result.Result<ReadonlyArray<RawRecord>, Fault> => {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/u))
  const records: Array<RawRecord> = []
  try {
    parse(text, {
      bom: true,
      delimiter: firstLine.includes("\t") && !firstLine.includes(",") ? "\t" : ",",
      max_record_size: limits.line,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        if (cells.some((cell) => cell.trim() !== "")) records.push(startingLine({ line: lines, cells }))
        return null
      }
    })
    return Result.succeed(records)
  } catch (thrown) {
    return Result.fail(malformed(file, thrown))
  }
}

/** The parser tells the line a record ends on; a field may hold line breaks. */
const startingLine = ({ cells, line }: RawRecord): RawRecord => ({
  cells,
  line: line - cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/gu)?.length ?? 0), 0)
})

const malformed = (file: string, thrown: unknown): Fault => {
  const { lines, message } = thrown as { readonly lines?: number; readonly message?: string }
  return fault({ file, ...(lines === undefined ? {} : { line: lines }) }, "CsvMalformed", {
    zh: `不是完整的 CSV，多半是引号没有成对或一行过长，请用表格软件重新另存（${message ?? String(thrown)}）`,
    en: `this is no well-formed CSV, most likely a quote is not closed: save it again from a spreadsheet (${message ?? String(thrown)})`
  })
}

const noRows = (file: string): Fault =>
  fault({ file }, "FileEmpty", {
    zh: "没有数据行；首行写列名，其后每行一笔",
    en: "there are no rows: the first line names the columns, then one row a line"
  })

const tooManyRows = (file: string, found: number): Fault =>
  fault(
    { file },
    "TooManyRows",
    { zh: "行数过多，请分成几个文件导入", en: "there are too many rows: import several files" },
    { found: String(found), expected: { zh: `不多于 ${limits.rows} 行`, en: `at most ${limits.rows}` } }
  )

interface BoundColumn {
  readonly heading: string
  readonly field: Field
}

/** Which field each column holds. Unknown, doubled and missing headings are faults of the first line. */
const columnsOf = (
  file: string,
  { cells, line }: RawRecord,
  fields: ReadonlyArray<Field>
): Result.Result<ReadonlyArray<BoundColumn>, ReadonlyArray<Fault>> => {
  const faults: Array<Fault> = []
  const known = { zh: fields.map(({ label }) => label).join("、"), en: fields.map(({ id }) => id).join(", ") }
  const seen = new Set<string>()
  const columns: Array<BoundColumn> = []
  for (const cell of cells) {
    const heading = cell.trim()
    const field = fields.find((each) => headingsOf(each).includes(normalizedHeading(heading)))
    if (field === undefined) {
      const what = { zh: "没有这一列，请改名或删去", en: "there is no such column: rename or remove it" }
      faults.push(fault({ file, line, column: heading }, "ColumnUnknown", what, { found: heading, expected: known }))
    } else if (seen.has(field.id)) {
      faults.push(
        fault({ file, line, column: heading }, "ColumnTwice", {
          zh: "同一列出现两次",
          en: "this column stands there twice"
        })
      )
    } else {
      seen.add(field.id)
      columns.push({ heading, field })
    }
  }
  for (const { id, label, required, synonyms } of fields) {
    if (!required || seen.has(id)) continue
    const names = [label, ...synonyms, id].join(" / ")
    faults.push(
      fault({ file, line, column: label }, "ColumnMissing", {
        zh: `缺少这一列（${names}）`,
        en: `this column is missing (${names})`
      })
    )
  }
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(columns)
}

const headingOf = (columns: ReadonlyArray<BoundColumn>, { id, label }: Field): string =>
  columns.find(({ field }) => field.id === id)?.heading ?? label

const cellFault = (place: FaultPlace, { expected, found }: Omit<RowMismatch, "field">): Fault =>
  fault(place, "CellDoesNotFit", { zh: "内容不对", en: "this does not fit" }, { found, expected })

const rowOf = (
  file: string,
  { cells, line }: RawRecord,
  columns: ReadonlyArray<BoundColumn>
): Result.Result<Readonly<Record<string, unknown>>, ReadonlyArray<Fault>> => {
  const faults: Array<Fault> = []
  const row: Record<string, unknown> = {}
  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const what = {
      zh: "列数多于首行，请检查多余的逗号",
      en: "there are more cells than headings: look for a comma too many"
    }
    const expected = { zh: ` ${columns.length} 列`, en: `${columns.length} cells` }
    faults.push(fault({ file, line }, "TooManyCells", what, { found: String(cells.length), expected }))
  }
  columns.forEach(({ field, heading }, index) => {
    const found = cells[index] ?? ""
    const value = valueOf(field, found)
    if (Result.isFailure(value))
      faults.push(cellFault({ file, line, column: heading }, { found, expected: value.failure }))
    else if (value.success !== undefined) row[field.id] = value.success
  })
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(row)
}
