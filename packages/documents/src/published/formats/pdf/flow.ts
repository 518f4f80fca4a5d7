/** 通读各页: pages one after the other as one document: paragraphs and tables that go on overleaf are whole. */
import type { RawBlock } from "../../RawDocument.ts"
import type { PlaceOf } from "./banded-grid.ts"
import { goesOn, isHeadless, looseGrids, mayBeTail, withoutRest, withTail } from "./loose-tables.ts"
import { marginLines, type PageItems } from "./margins.ts"
import { rounded } from "./geometry.ts"
import type { GridItem, LineItem, LooseItem } from "./page-items.ts"
import { follows, measures, paragraphOf } from "./paragraphs.ts"
import { together } from "./ruled-tables.ts"

/** A document that is being put together. */
interface Flow {
  readonly blocks: Array<RawBlock>
  readonly placeOf: PlaceOf
  readonly measure: ReturnType<typeof measures>
  /** The table that ended last, while nothing has followed it. */
  table: GridItem | undefined
  /** The parts of the table without lines that ended last, while nothing has followed it. */
  loose: Array<LooseItem>
  /** Lines below it that may be the beginning of a row that ends overleaf. */
  tail: Array<LineItem>
  lines: Array<LineItem>
}

const closeParagraph = (flow: Flow): void => {
  if (flow.lines.length > 0) flow.blocks.push(paragraphOf(flow.lines))
  flow.lines = []
}

const closeTables = (flow: Flow): void => {
  if (flow.table !== undefined) flow.blocks.push(flow.table.grid)
  flow.blocks.push(...looseGrids(flow.loose, flow.placeOf))
  const { tail } = flow
  flow.table = undefined
  flow.loose = []
  flow.tail = []
  for (const line of tail) addText(flow, line)
}

const addGrid = (flow: Flow, item: GridItem): void => {
  const { table } = flow
  const whole = table && together(table, item)
  if (whole !== undefined) {
    flow.table = whole
    return
  }
  closeTables(flow)
  flow.table = item
}

/** The last line of a page may be the name of a row whose figures stand overleaf; more than these are none. */
const longestTail = 3

const addLoose = (flow: Flow, item: LooseItem): void => {
  const last = flow.loose.at(-1)
  if (last !== undefined && item.page === last.page + 1 && goesOn(last, item)) {
    flow.loose.push(withTail(flow.loose.pop() ?? last, flow.tail), item)
    flow.tail = []
    return
  }
  const isNext = last !== undefined && item.page === last.page + 1 && flow.tail.length === 0
  if (!isNext) closeTables(flow)
  if (!isNext && isHeadless(item)) doubtLast(flow)
  flow.loose.push(item)
}

/** Figures without a head are those of the table before, which is not whole without them. */
const doubtLast = ({ blocks }: Flow): void => {
  const at = blocks.findLastIndex(({ _tag }) => _tag === "Grid")
  const block = blocks[at]
  if (block?._tag === "Grid" && !block.bounded) blocks[at] = withoutRest(block)
}

const addLine = (flow: Flow, item: LineItem): void => {
  const last = flow.loose.at(-1)
  if (last !== undefined && flow.tail.length < longestTail && mayBeTail(last, item)) flow.tail.push(item)
  else {
    closeTables(flow)
    addText(flow, item)
  }
}

const addText = (flow: Flow, item: LineItem): void => {
  const before = flow.lines.at(-1)
  if (before !== undefined && !follows(before, item, flow.measure)) closeParagraph(flow)
  flow.lines.push(item)
}

/** All pages as paragraphs and grids in reading order. */
export const flowed = (pages: ReadonlyArray<PageItems>): ReadonlyArray<RawBlock> => {
  const margins = marginLines(pages)
  const items = pages.flatMap((page) => page.items).filter((item) => item._tag !== "Line" || !margins.has(item))
  const measure = measures(
    pages.map(({ items, page, width }) => ({ page, width, lines: items.filter((item) => item._tag === "Line") }))
  )
  const turned = new Map(pages.map(({ onPage, page }) => [page, onPage]))
  const placeOf: PlaceOf = (page, box) => ({ page, rectangle: rounded(turned.get(page)?.(box) ?? box) })
  const flow: Flow = { blocks: [], placeOf, measure, table: undefined, loose: [], tail: [], lines: [] }
  for (const item of items) {
    if (item._tag === "Line") addLine(flow, item)
    else {
      if (flow.loose.length === 0) closeParagraph(flow)
      if (item._tag === "Grid") addGrid(flow, item)
      else addLoose(flow, item)
    }
  }
  closeTables(flow)
  closeParagraph(flow)
  return flow.blocks
}
