/**
 * 行: what the rows of a grid print, one item for every thing that has a code, a label or an amount. A line of a table
 * that lays rows side by side holds several items.
 */
import type { SourcePlace } from "@juesuan/domain"
import type { Block, Layout } from "./Layout.ts"
import { type MatrixRow, ownText, placeOfRow, plain, type Slot, tidy } from "./Matrix.ts"
import { isAmount, isCode } from "./words.ts"

export interface Item {
  readonly block: number
  readonly code: string
  /** The code column by column, where it is printed in several (类, 款, 项). */
  readonly parts: ReadonlyArray<string>
  readonly label: string
  /** 行次 as printed, or nothing. */
  readonly line: string
  readonly place: SourcePlace
  /** By column of the grid. */
  readonly cells: ReadonlyMap<number, Slot>
}

interface OpenItem {
  block: number
  code: string
  parts: ReadonlyArray<string>
  label: string
  line: string
  place: SourcePlace
  cells: Map<number, Slot>
}

const digitsOnly = (text: string): string => plain(text).replaceAll(/[^\d]/gu, "")

/** Texts of stubs. An amount there belongs to a wide cell that only begins over the stubs. */
const stubTexts = (row: MatrixRow, columns: ReadonlyArray<number>): ReadonlyArray<string> =>
  columns.map((column) => ownText(row[column])).filter((text) => text !== "" && !isAmount(text))

const codeBeforeName = /^\[?(\d{3}|\d{5}|\d{7})\]?[-—:：.、\s]*(\p{Script=Han}.*)$/u

interface Stub {
  readonly code: string
  readonly parts: ReadonlyArray<string>
  readonly label: string
  readonly line: string
}

const isWording = (text: string): boolean => /\p{L}/u.test(text) && !/^[类款项]$/u.test(plain(text))

const stubOf = (row: MatrixRow, block: Block, layout: Layout): Stub => {
  const columns = (role: string) => block.stubs.filter((column) => layout.roles[column] === role)
  const inCodes = columns("code").map((column) => ownText(row[column]))
  const label = tidy([...inCodes.filter(isWording), ...stubTexts(row, columns("label"))].join(" "))
  const parts = inCodes.map((text) => (isWording(text) ? "" : digitsOnly(text)))
  const code = parts.length > 1 ? "" : (parts[0] ?? "")
  const line = stubTexts(row, columns("line")).join("")
  const split = parts.every((part) => part === "") ? codeBeforeName.exec(label) : null
  if (split !== null) return { code: split[1] ?? "", parts: [], label: split[2] ?? "", line }
  if (parts.every((part) => part === "") && isCode(label)) return { code: plain(label), parts: [], label: "", line }
  return { code, parts: parts.length > 1 ? parts : [], label, line }
}

const isBlankStub = ({ code, label, parts }: Stub): boolean =>
  code === "" && label === "" && parts.every((part) => part === "")

/** The slots of the amounts; one that a cell only reaches over is no place of this row. */
const amountsOf = (row: MatrixRow, block: Block): Map<number, Slot> => {
  const wide = block.stubs.map((column) => row[column]).find((slot) => isAmount(ownText(slot)))
  const own = block.amounts.flatMap((column): [number, Slot][] => {
    const slot = row[column]
    const covered = slot === undefined || (slot.cell !== undefined && !(slot.top && slot.left))
    return covered ? [] : [[column, slot]]
  })
  const first = block.amounts[0]
  const taken = own.some(([column, slot]) => column === first && slot.text !== "")
  return new Map(wide === undefined || first === undefined || taken ? own : [...own, [first, wide]])
}

const hasText = (cells: ReadonlyMap<number, Slot>): boolean => [...cells.values()].some((slot) => ownText(slot) !== "")

/** Items of one row. An amount in a block without label belongs to the nearest label on its left that has none yet. */
export const itemsOfRow = (row: MatrixRow, layout: Layout, otherwise: SourcePlace): ReadonlyArray<Item> => {
  const items: OpenItem[] = []
  for (const [index, block] of layout.blocks.entries()) {
    const stub = stubOf(row, block, layout)
    const cells = amountsOf(row, block)
    const before = items.at(-1)
    if (!isBlankStub(stub)) {
      items.push({ block: index, ...stub, place: placeOfRow(row, otherwise), cells })
    } else if (hasText(cells)) {
      if (before !== undefined && !hasText(before.cells)) before.cells = new Map([...before.cells, ...cells])
      else items.push({ block: index, ...stub, place: placeOfRow(row, otherwise), cells })
    }
  }
  return items
}
