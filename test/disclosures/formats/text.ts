/** 纯文本: as text taken out of a file reads, cells apart by tabs or drawn up in columns by blanks. */
import { paragraphText, type Block, type Draft, type DraftCell, type DraftRow, type DraftTable } from "../Draft.ts"

const cellTexts = (row: DraftRow): ReadonlyArray<string> => row.map((one) => one?.text ?? "")

const tabbed = (rows: ReadonlyArray<DraftRow>): ReadonlyArray<string> => rows.map((row) => cellTexts(row).join("\t"))

/** Chinese characters are two wide. */
const widthOf = (text: string): number => [...text].reduce((width, char) => width + (/[ -~·¥]/u.test(char) ? 1 : 2), 0)

/** Columns under each other, at least two blanks between them; a heading over several columns stands over the first. */
const aligned = (rows: ReadonlyArray<DraftRow>, width: number): ReadonlyArray<string> => {
  const widths = Array.from({ length: width }, (_, column) =>
    Math.max(
      1,
      ...rows.map((row) => {
        const one: DraftCell | undefined = row[column]
        return one && (one.columnSpan ?? 1) === 1 ? widthOf(one.text) : 0
      })
    )
  )
  return rows.map((row) => {
    let line = ""
    let edge = 0
    row.forEach((one, column) => {
      if (one && one.text !== "") {
        const isNumber = /^[-\d.,%—]+$/u.test(one.text) && (one.columnSpan ?? 1) === 1
        const slack = isNumber ? (widths[column] ?? 0) - widthOf(one.text) : 0
        const gap = edge + slack - widthOf(line)
        line += " ".repeat(line === "" ? Math.max(0, gap) : Math.max(2, gap)) + one.text
      }
      edge += (widths[column] ?? 0) + 3
    })
    return line
  })
}

const withBreaks = (
  table: DraftTable,
  draw: (rows: ReadonlyArray<DraftRow>) => ReadonlyArray<string>,
  pageEnd: string
): ReadonlyArray<string> => {
  const lines = draw([...table.header, ...table.body])
  const head = lines.slice(0, table.header.length)
  return lines.flatMap((line, index) => {
    const isBroken = table.breaks.includes(index - table.header.length)
    return isBroken ? [pageEnd, ...(table.repeatsHeader ? head : []), line] : [line]
  })
}

const blockLines = (block: Block, style: TextStyle): ReadonlyArray<string> => {
  switch (block.block) {
    case "cover":
      return block.lines
    case "contents":
      return ["目 录", ...block.lines.map(([text, page]) => `${text}${style.leader}${page}`)]
    case "heading":
      return [block.text]
    case "page":
      return style.formFeeds ? ["\f"] : []
    case "paragraph":
      return [paragraphText(block)]
    default: {
      const draw = style.aligned ? (rows: ReadonlyArray<DraftRow>) => aligned(rows, block.width) : tabbed
      const grid = withBreaks(block, draw, style.formFeeds ? "\f" : "")
      return [block.title, ...block.captions, grid.join("\n"), ...block.notes]
    }
  }
}

export interface TextStyle {
  readonly aligned: boolean
  readonly leader: string
  readonly formFeeds: boolean
}

export const textFile = (draft: Draft, style: TextStyle): string =>
  draft.blocks
    .map((block) => blockLines(block, style).join(block.block === "contents" ? "\n" : "\n\n"))
    .filter((text) => text !== "")
    .join("\n\n")
