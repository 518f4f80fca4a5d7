/** DOCX: as an office program saves it. */
import {
  Document,
  HeadingLevel,
  Packer,
  PageBreak,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from "docx"
import { paragraphText, type Block, type Draft, type DraftRow, type DraftTable } from "../Draft.ts"
import { linesBefore, pieces } from "./rows.ts"

const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })

const rowOf = (row: DraftRow, isHeader: boolean): TableRow =>
  new TableRow({
    tableHeader: isHeader,
    children: row.flatMap((cell) =>
      cell === undefined
        ? []
        : [
            new TableCell({
              children: [line(cell.text)],
              ...(cell.columnSpan === undefined ? {} : { columnSpan: cell.columnSpan }),
              ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan })
            })
          ]
    )
  })

/** Tables are kept whole, or cut where a page ends, as where somebody pasted them page by page. */
const tableBlocks = (table: DraftTable): ReadonlyArray<Paragraph | Table> => [
  ...linesBefore(table).map(line),
  ...pieces(table).flatMap((rows, index) => [
    ...(index === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map((row, number) => rowOf(row, index === 0 && number < table.header.length))
    })
  ]),
  ...table.notes.map(line)
]

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

const blockParts = (block: Block): ReadonlyArray<Paragraph | Table> => {
  switch (block.block) {
    case "cover":
      return block.lines.map(line)
    case "contents":
      return [line("目  录"), ...block.lines.map(([text, page]) => line(`${text}\t${page}`))]
    case "heading": {
      const heading = levels[block.level - 1]
      return [new Paragraph({ ...(heading === undefined ? {} : { heading }), children: [new TextRun(block.text)] })]
    }
    case "page":
      return [new Paragraph({ children: [new PageBreak()] })]
    case "paragraph":
      return [line(paragraphText(block))]
    default:
      return tableBlocks(block)
  }
}

export const docxFile = async ({ blocks }: Draft): Promise<Uint8Array> => {
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: blocks.flatMap(blockParts)
      }
    ]
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
