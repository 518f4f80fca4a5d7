/** 自评里的错: scores above their weights, totals, grades and rates that the form itself contradicts. */
import type { DraftTable } from "../Draft.ts"
import { paragraphText, type Paragraph } from "../Draft.ts"
import { replaced, tablesOf, withTexts, type Plant } from "./Plant.ts"

const projectOf = (table: DraftTable): string => table.title.replace("项目支出绩效自评表", "")

interface FormCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Body cells of a form whose row has this text somewhere to the left. */
const cellsOf = (table: DraftTable): ReadonlyArray<FormCell> =>
  table.body.flatMap((cells, row) => cells.flatMap((cell, column) => (cell ? [{ row, column, text: cell.text }] : [])))

const columnOf = (table: DraftTable, heading: string): { readonly row: number; readonly column: number } | undefined =>
  cellsOf(table).find(({ text }) => text === heading)

/** A kind that changes one cell of a form: the cell and its new text. */
const inForm = (kind: string, change: (table: DraftTable) => { cell: FormCell; text: string } | undefined): Plant => ({
  kind,
  plant: (draft, chance) => {
    for (const { index, table } of chance.shuffled(tablesOf(draft, ["evaluation"]))) {
      if (!table.title.endsWith("项目支出绩效自评表")) continue
      const found = change(table)
      if (found === undefined) continue
      const { cell, text } = found
      return {
        draft: replaced(draft, index, withTexts(table, new Map([[`${cell.row}/${cell.column}`, text]]))),
        truth: { kind, project: projectOf(table), detail: `${cell.text} → ${text}` }
      }
    }
    return undefined
  }
})

/** Cells below the heading 得分 (or 分值) of the indicators, above the total. */
const below = (table: DraftTable, heading: string): ReadonlyArray<FormCell> => {
  const head = columnOf(table, "三级指标")
  const cells = cellsOf(table)
  const column = cells.find(({ row, text }) => row === head?.row && text === heading)?.column
  return cells.filter(
    (cell) => cell.column === column && cell.row > (head?.row ?? 0) && cell.row < table.body.length - 1
  )
}

const last = (table: DraftTable, column: number): FormCell => ({
  row: table.body.length - 1,
  column,
  text: table.body.at(-1)?.[column]?.text ?? ""
})

const executionRow = (table: DraftTable, column: number): FormCell | undefined => {
  const row = table.body.findIndex((cells) => cells.some((cell) => cell?.text === "资金总额"))
  const cell = table.body[row]?.[column]
  return cell ? { row, column, text: cell.text } : undefined
}

const conclusionDiffers: Plant = {
  kind: "conclusion-differs",
  plant: (draft, chance) => {
    const places = draft.blocks.flatMap((block, index) =>
      block.block === "paragraph" && paragraphText(block).startsWith("综合考虑预算执行情况得分")
        ? [{ block, index }]
        : []
    )
    if (places.length === 0) return undefined
    const { block, index } = chance.pick(places)
    const amounts = block.parts.flatMap((part, at) => (typeof part !== "string" && part.part === "amount" ? [at] : []))
    const at = amounts.at(-1)
    const parts = block.parts.map((part, position) =>
      position === at && typeof part !== "string" && part.part === "amount"
        ? { ...part, text: String(Math.round((part.hundredths - 300) / 10) / 10) }
        : part
    )
    const changed: Paragraph = { block: "paragraph", parts }
    const project = /结果：(.+?)项目总得分/u.exec(paragraphText(block))?.[1]
    return {
      draft: replaced(draft, index, changed),
      truth: {
        kind: conclusionDiffers.kind,
        quote: paragraphText(changed),
        ...(project === undefined ? {} : { project }),
        detail: ""
      }
    }
  }
}

export const evaluationPlants: ReadonlyArray<Plant> = [
  inForm("score-above-weight", (table) => {
    const cell = below(table, "得分")[0]
    return cell && { cell, text: String(Number(below(table, "分值")[0]?.text ?? 20) + 3) }
  }),
  inForm("scores-do-not-add-up", (table) => {
    const cell = last(table, 8)
    const other = Number(cell.text) - 2
    return { cell, text: String(Math.round(other * 100) / 100) }
  }),
  inForm("wrong-grade", (table) => {
    const cell = last(table, 9)
    return { cell, text: cell.text === "优" ? "良" : "优" }
  }),
  inForm("wrong-execution-rate", (table) => {
    const cell = executionRow(table, 7)
    return cell && Number(cell.text) > 10 ? { cell, text: String(Math.round(Number(cell.text) * 50) / 100) } : undefined
  }),
  inForm("weights-not-100", (table) => {
    const cell = below(table, "分值").find(({ text }) => text === "10")
    return cell && { cell, text: "15" }
  }),
  conclusionDiffers
]
