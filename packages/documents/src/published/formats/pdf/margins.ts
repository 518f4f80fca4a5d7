/** 页眉页脚: page numbers and running titles, which belong to no page. */
import type { Box } from "./geometry.ts"
import type { LineItem, PageItem } from "./page-items.ts"

export interface PageItems {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly items: ReadonlyArray<PageItem>
  /** Puts a box of the page where it stands on the page as shown. */
  readonly onPage: (box: Box) => Box
}

/** Share of the height of a page, at its top and at its bottom, in which running titles and page numbers stand. */
const edge = 0.1
const fewestRepeats = 3

export const pageNumber =
  /^[-—–―\s·•~]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―\s·•~]*$/u
/** What stands above tables of every page and is no running title. */
const caption = /[：:]|公开\s*\d+|[万亿千]?元$|表$|^[（(]?续/u

/** The outermost lines of a page, at its top and at its bottom. */
const edgesOf = ({ height, items }: PageItems): ReadonlyArray<LineItem> => {
  const lines = items.filter((item) => item._tag === "Line")
  return lines.filter(({ bottom, top }) => bottom < height * edge || top > height * (1 - edge))
}

const keyOf = (line: LineItem): string => `${line.text} ${Math.round(line.baseline / 4)}`

/** Lines that are page numbers or repeat on page after page, at the same place. */
export const marginLines = (pages: ReadonlyArray<PageItems>): ReadonlySet<LineItem> => {
  const edges = pages.flatMap((page) => edgesOf(page))
  const numbers = edges.filter(({ text }) => pageNumber.test(text))
  const numbered = new Set(numbers.map(({ page }) => page)).size
  const repeats = new Map<string, Set<number>>()
  for (const line of edges) {
    if (caption.test(line.text)) continue
    const seen = repeats.get(keyOf(line)) ?? new Set()
    repeats.set(keyOf(line), seen.add(line.page))
  }
  const isRunning = (line: LineItem): boolean => {
    const seen = repeats.get(keyOf(line))?.size ?? 0
    return seen >= fewestRepeats && seen >= pages.length / 3
  }
  const isNumber = ({ text }: LineItem): boolean => numbered >= 2 || /^\s*[-—–―第]/u.test(text)
  return new Set([...numbers.filter(isNumber), ...edges.filter(isRunning)])
}
