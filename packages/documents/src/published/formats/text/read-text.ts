/** 文本: a disclosure as text, typed, copied or extracted from another file. */
import type { RawBlock, RawDocument } from "../../RawDocument.ts"
import { alignedBlocks, hasPieces } from "./aligned-grids.ts"
import { barBlocks, hasBars } from "./bar-grids.ts"
import { type SourceLine, sourceLines } from "./lines.ts"
import { paragraphsOf, wrapWidth } from "./paragraphs.ts"
import { continues, hasTabs, tabBlocks } from "./tab-grids.ts"

type Kind = "tabs" | "bars" | "pieces" | "text"

interface Run {
  readonly kind: Kind
  readonly lines: Array<SourceLine>
}

const kindOf = (line: SourceLine): Kind =>
  hasBars(line) ? "bars" : hasTabs(line) ? "tabs" : hasPieces(line) ? "pieces" : "text"

const isBlank = ({ text }: SourceLine): boolean => text.trim() === ""

/** A number alone on its line is that of a page. */
const isPageNumber = ({ text }: SourceLine): boolean => /^\s*[-—–]?\s*\d{1,4}\s*[-—–]?\s*$/u.test(text)

/** Lines of one kind that follow each other; what stands between running text and blank lines is one run. */
const runsOf = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<Run> => {
  const runs: Array<Run> = []
  for (const line of lines) {
    const kind = kindOf(line)
    const last = runs.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else runs.push({ kind, lines: [line] })
  }
  return runs
}

const isBetweenPages = ({ kind, lines }: Run): boolean =>
  kind === "text" && lines.every((line) => isBlank(line) || isPageNumber(line))

/** Tables cut by blank lines, page numbers or the end of a page are one again. */
const rejoined = (runs: ReadonlyArray<Run>): ReadonlyArray<Run> => {
  const kept: Array<Run> = []
  for (const run of runs) {
    const between = kept.at(-1)
    const above = kept.at(-2)
    const isRest =
      run.kind === "tabs" &&
      above?.kind === "tabs" &&
      between !== undefined &&
      isBetweenPages(between) &&
      continues(above.lines, run.lines)
    if (isRest) {
      kept.pop()
      above.lines.push(...run.lines)
    } else kept.push(run)
  }
  return kept
}

const blocksOf = ({ kind, lines }: Run, width: number | undefined): ReadonlyArray<RawBlock> => {
  switch (kind) {
    case "tabs":
      return tabBlocks(lines)
    case "bars":
      return barBlocks(lines)
    case "pieces":
      return alignedBlocks(lines)
    case "text":
      return paragraphsOf(lines, width)
  }
}

/** Text as paragraphs and grids; every line of it that is not blank is in one of them. */
export const readText = (name: string, text: string): RawDocument => {
  const { lines, pages } = sourceLines(text)
  const runs = rejoined(runsOf(lines))
  const width = wrapWidth(runs.filter(({ kind }) => kind === "text").flatMap((run) => run.lines))
  return { name, format: "text", pages, blocks: runs.flatMap((run) => blocksOf(run, width)), unread: [] }
}
