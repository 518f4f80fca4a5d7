/**
 * Writing the ten tables of the sample year as a workbook, against a library that is handed the finished cells, formulas,
 * styles, merged ranges, widths and page set-up. Ours also lays the tables out and works out every formula. Run with a
 * folder of another library with the same interface it measures against that: `node bench/workbook.ts …/exceljs/excel.js`.
 */
import type { Workbook } from "@cj-tech-master/excelts"
import { isDeepStrictEqual } from "node:util"
import { pathToFileURL } from "node:url"
import { tablesWorkbook } from "@juesuan/documents"
import { readSheets } from "../test/documents/spreadsheet.ts"
import { sampleBooks } from "../test/rules/sample-year.ts"

const rounds = 7
/** Of each side in turn: long enough that what one leaves to be cleaned up is not counted for the other. */
const batch = 10

type AddWorksheetOptions = NonNullable<Parameters<Workbook["addWorksheet"]>[1]>
type Worksheet = ReturnType<Workbook["addWorksheet"]>
type Exports = Pick<typeof import("@cj-tech-master/excelts"), "Workbook">
const [, , given] = process.argv
const { Workbook: Library }: Exports =
  given === undefined
    ? await import("@cj-tech-master/excelts")
    : ((await import(pathToFileURL(given).href)) as { readonly default: Exports }).default

const { tables, unit, year } = sampleBooks().disclosure
const ours = (): Uint8Array => tablesWorkbook(tables, { name: unit.name, year })

/** Our workbook as the library understands it: what it is then handed to write. */
const source = new Library()
await source.xlsx.load(Buffer.from(ours()) as never)

/** Merged ranges, by the cells that say which cell they belong to. */
const mergesOf = (sheet: Worksheet): ReadonlyArray<string> => {
  const last = new Map<string, string>()
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.isMerged) last.set(cell.master.address, cell.address)
    })
  )
  return [...last].map(([first, end]) => `${first}:${end}`)
}

const sheets = source.worksheets.map((sheet) => ({
  name: sheet.name,
  setUp: { pageSetup: sheet.pageSetup, views: sheet.views } as AddWorksheetOptions,
  widths: Array.from({ length: sheet.columnCount }, (_, column) => sheet.getColumn(column + 1).width),
  merges: mergesOf(sheet),
  rows: Array.from({ length: sheet.rowCount }, (_, index) => {
    const row = sheet.getRow(index + 1)
    const cells = Array.from({ length: sheet.columnCount }, (__, column) => row.getCell(column + 1))
    return {
      height: row.height,
      cells: cells.map((cell) => ({
        value: cell.isMerged && cell.master.address !== cell.address ? undefined : cell.value,
        style: cell.style,
        note: cell.note
      }))
    }
  })
}))

const theirs = async (): Promise<Uint8Array> => {
  const workbook = new Library()
  for (const { merges, name, rows, setUp, widths } of sheets) {
    const sheet = workbook.addWorksheet(name, setUp)
    widths.forEach((width, column) => {
      if (width !== undefined) sheet.getColumn(column + 1).width = width
    })
    rows.forEach(({ cells, height }, index) => {
      const row = sheet.getRow(index + 1)
      if (height !== undefined) row.height = height
      cells.forEach(({ note, style, value }, column) => {
        const cell = row.getCell(column + 1)
        if (value !== undefined) cell.value = value
        cell.style = style
        if (note !== undefined) cell.note = note
      })
    })
    for (const range of merges) sheet.mergeCells(range)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Processor time of one workbook, of all threads: what a busy machine does beside it does not count. */
const milliseconds = async (work: () => Uint8Array | Promise<Uint8Array>): Promise<number> => {
  const started = process.cpuUsage()
  for (let made = 0; made < batch; made += 1) await work()
  const { system, user } = process.cpuUsage(started)
  return (user + system) / 1000 / batch
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

if (!isDeepStrictEqual(await readSheets(ours()), await readSheets(await theirs()))) {
  throw new Error("the two workbooks do not hold the same cells")
}
const times: Array<readonly [number, number]> = []
for (let round = 0; round <= rounds; round += 1) {
  const both = [await milliseconds(ours), await milliseconds(theirs)] as const
  // The first round is not counted: both sides are compiled while they run.
  if (round > 0) times.push(both)
}
const ratio = median(times.map(([own, other]) => own / other))
console.log(
  `write a workbook  ten tables, processor time: ${median(times.map(([own]) => own)).toFixed(1)} ms, ${given ?? "excelts"} ${median(times.map(([, other]) => other)).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`
)
