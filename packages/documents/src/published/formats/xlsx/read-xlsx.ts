/** 表格文件: the sheets of an xlsx workbook as they are shown. */
import * as Result from "effect/Result"
import type { Fault } from "../../../read/Fault.ts"
import type { RawDocument } from "../../RawDocument.ts"
import { openArchive } from "../office/archive.ts"
import { refused } from "../refusals.ts"
import { sheetBlocks } from "./blocks.ts"
import { readCells, type SheetContent } from "./cells.ts"
import { readWorkbook, type SheetPart } from "./workbook.ts"

type Unread = RawDocument["unread"][number]

const note = (sheet: string, text: string, zh: string, en: string): Unread => ({
  text,
  reason: { zh, en },
  place: { sheet }
})

const notesOf = (
  { hasDrawing, hiddenRows, isHiddenColumn, cells, unreckoned }: SheetContent,
  sheet: string
): ReadonlyArray<Unread> => {
  const hidden = cells.filter(({ column, row }) => hiddenRows.has(row) || isHiddenColumn(column)).length
  return [
    ...(hasDrawing
      ? [
          {
            ...note(
              sheet,
              sheet,
              "工作表上的图片、图表或文本框，没有读",
              "pictures, charts or text boxes on the sheet were not read"
            ),
            aside: true as const
          }
        ]
      : []),
    ...(hidden > 0
      ? [
          note(
            sheet,
            `${hidden}`,
            `隐藏的行或列中有 ${hidden} 个单元格，没有读`,
            `${hidden} cells in hidden rows or columns were not read`
          )
        ]
      : []),
    ...unreckoned.map((address) =>
      note(
        sheet,
        address,
        "公式没有存下结果；请用办公软件打开并保存一次",
        "a formula without a stored result: open and save the file once in an office program"
      )
    )
  ]
}

const chartSheet = ({ name }: SheetPart): Unread =>
  note(name, name, "这张工作表不是单元格（图表等），没有读", "a sheet without cells (a chart) was not read")

/** Programs that write disclosures keep settings on hidden sheets; one with a figure may hold a table. */
const hiddenSheet = ({ name }: SheetPart, content: SheetContent | undefined): Unread => ({
  ...note(name, name, "隐藏的工作表，没有读", "a hidden sheet was not read"),
  ...(content === undefined || content.cells.some(({ text }) => /^[-\d,.]*\d$/u.test(text))
    ? {}
    : { aside: true as const })
})

/** An xlsx workbook, its shown sheets one after the other. */
export const readXlsx = async (
  name: string,
  bytes: Uint8Array
): Promise<Result.Result<RawDocument, ReadonlyArray<Fault>>> => {
  const opened = await openArchive(name, bytes)
  const read = Result.gen(function* () {
    const archive = yield* opened
    const workbook = yield* readWorkbook(name, archive)
    const blocks: Array<RawDocument["blocks"][number]> = []
    const unread: Array<Unread> = []
    for (const sheet of workbook.sheets) {
      if (!sheet.isGrid) {
        unread.push(sheet.hidden ? hiddenSheet(sheet, undefined) : chartSheet(sheet))
        continue
      }
      const part = yield* archive.part(sheet.part)
      if (part === undefined) return yield* Result.fail(refused(name, "FileDamaged", sheet.name))
      const content = yield* readCells(name, sheet.part, part, workbook)
      if (sheet.hidden) {
        unread.push(hiddenSheet(sheet, content))
        continue
      }
      for (const block of sheetBlocks(content, sheet.name)) blocks.push(block)
      for (const each of notesOf(content, sheet.name)) unread.push(each)
    }
    return { name, format: "xlsx" as const, pages: null, blocks, unread }
  })
  return Result.mapError(read, (found) => [found])
}
