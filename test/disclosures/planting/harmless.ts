/** 无害的改动: what happens to real files and is no error, so that nothing may be reported as one. */
import { paragraphText, type Draft, type DraftTable } from "../Draft.ts"
import type { Chance } from "../Chance.ts"
import { decimalText } from "../layouts/grids.ts"
import { amountIn, printedCellsOf, replaced, tablesOf, withTexts, type CellAt, type TableAt } from "./Plant.ts"

export interface Harmless {
  readonly name: string
  readonly change: (draft: Draft, chance: Chance) => Draft
}

/** A sum that rounding left 0.01 open is closed: somebody changed one of its parts by that. */
const closing: Harmless = {
  name: "sum-made-to-close",
  change: (draft, chance) => {
    const isInYuan = ({ table }: TableAt) => table.captions.some((line) => /单位：元/u.test(line))
    const tables = tablesOf(draft, ["general", "expenditure"]).filter((at) => !isInYuan(at))
    const open = tables.flatMap((at) => {
      const cells = printedCellsOf(at.table)
      const amount = (of: CellAt) => amountIn(of.cell.text) ?? 0
      return cells.flatMap((parent) => {
        const { row = "", column } = parent.cell.origin ?? {}
        if (row.length !== 5 || column === "total" || row === "total") return []
        const parts = cells.filter(
          ({ cell }) =>
            cell.origin?.row.length === 7 && cell.origin.row.startsWith(row) && cell.origin.column === column
        )
        const left = amount(parent) - parts.reduce((sum, part) => sum + amount(part), 0)
        const largest = parts.toSorted((one, other) => amount(other) - amount(one))[0]
        return Math.abs(left) === 1 && largest !== undefined ? [{ at, part: largest, to: amount(largest) + left }] : []
      })
    })
    if (open.length === 0) return draft
    const { at, part, to } = chance.pick(open)
    const text = decimalText(to, part.cell.text.includes(","))
    return replaced(draft, at.index, withTexts(at.table, new Map([[`${part.row}/${part.column}`, text]])))
  }
}

const inTables = (name: string, change: (table: DraftTable, chance: Chance) => DraftTable): Harmless => ({
  name,
  change: (draft, chance) => ({
    blocks: draft.blocks.map((block) => (block.block === "table" ? change(block, chance) : block))
  })
})

const narrowBrackets = inTables("half-width-brackets", (table) => ({
  ...table,
  body: table.body.map((row) =>
    row.map((cell) => cell && { ...cell, text: cell.text.replaceAll("（", "(").replaceAll("）", ")") })
  )
}))

const blanksInNames = inTables("blanks-in-names", (table, chance) => ({
  ...table,
  body: table.body.map((row) =>
    row.map((cell) =>
      cell && (cell.text === "合计" || cell.text === "总计") && chance.happens(0.7)
        ? { ...cell, text: [...cell.text].join("    ") }
        : cell
    )
  )
}))

/** ２０２４ in wide digits here and there. */
const wideDigits: Harmless = {
  name: "wide-digits",
  change: (draft, chance) => ({
    blocks: draft.blocks.map((block) => {
      if (block.block !== "paragraph" || !chance.happens(0.3)) return block
      return {
        block: "paragraph",
        parts: block.parts.map((part) =>
          typeof part === "string"
            ? part.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
            : part
        )
      }
    })
  })
}

/** A table that no form knows, with its own sums. */
const extraTable: Harmless = {
  name: "extra-table",
  change: (draft) => {
    const at = draft.blocks.findIndex(
      (block) => block.block === "paragraph" && paragraphText(block).includes("政府采购支出总额")
    )
    const table: DraftTable = {
      block: "table",
      kind: "other",
      title: "政府购买服务目录执行情况表",
      captions: ["单位：个"],
      width: 3,
      header: [[{ text: "服务类别" }, { text: "项目数" }, { text: "完成数" }]],
      body: [
        [{ text: "公共服务" }, { text: "12" }, { text: "11" }],
        [{ text: "辅助性服务" }, { text: "5" }, { text: "5" }],
        [{ text: "合计" }, { text: "17" }, { text: "16" }]
      ],
      notes: [],
      breaks: [],
      repeatsHeader: false,
      titleInGrid: false
    }
    return { blocks: [...draft.blocks.slice(0, at + 1), table, ...draft.blocks.slice(at + 1)] }
  }
}

export const harmlessChanges: ReadonlyArray<Harmless> = [closing, narrowBrackets, blanksInNames, wideDigits, extraTable]
