/** HTML: a page as a content system publishes it, with merged cells, blanks of no width break and styles in the way. */
import { paragraphText, type Block, type Draft, type DraftRow, type DraftTable } from "../Draft.ts"
import { allRows, linesBefore } from "./rows.ts"

/** How cells are drawn: what is around them, and whether numbers stand on the right and headings in the middle. */
interface Look {
  readonly cell: string
  readonly typed: boolean
}

/** 表的样子: with all lines, with none, with level lines only, dotted, with shaded headings alone. */
const looks = {
  published: { cell: "border:1px solid #000", typed: false },
  framed: { cell: "border:1px solid #000", typed: true },
  bare: { cell: "border:0", typed: true },
  levels: { cell: "border-top:1px solid #000;border-bottom:1px solid #000", typed: true },
  dotted: { cell: "border:1px dotted #000", typed: true },
  shaded: { cell: "border:0", typed: true },
  columns: { cell: "border-left:1px solid #000;border-right:1px solid #000", typed: true },
  outline: { cell: "border:0", typed: true }
} as const satisfies Readonly<Record<string, Look>>
export type LookName = keyof typeof looks

const around: ReadonlySet<LookName> = new Set(["columns", "outline"])

const amount = /^[-−]?[\d,]+\.\d+%?$/u

const alignmentOf = (text: string, isHead: boolean): string =>
  isHead || /^\d{1,3}$/u.test(text) ? "text-align:center" : amount.test(text) ? "text-align:right" : "text-align:left"

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("　", "&emsp;")

const rowHtml = (row: DraftRow, isHead: boolean, name: LookName): string => {
  const look = looks[name]
  const cells = row.map((cell) => {
    if (cell === undefined) return ""
    const spans = [
      cell.columnSpan === undefined ? "" : ` colspan="${cell.columnSpan}"`,
      cell.rowSpan === undefined ? "" : ` rowspan="${cell.rowSpan}"`
    ].join("")
    const text =
      cell.text === "" ? "&nbsp;" : escaped(cell.text).replace(/^ +/u, (blanks) => "&nbsp;".repeat(blanks.length))
    const typed = look.typed ? `;${alignmentOf(cell.text, isHead)}` : ""
    const shade = name === "shaded" && isHead ? ";background:#ccc" : ""
    return `<td${spans} style="${look.cell};padding:2px 4px${typed}${shade}"><span style="font-size:12px">${text}</span></td>`
  })
  return `<tr>${cells.join("")}</tr>`
}

const tableHtml = (table: DraftTable, look: LookName): string =>
  [
    ...linesBefore(table).map((line) => `<p style="text-align:center">${escaped(line)}</p>`),
    `<table border="${look === "published" ? 1 : 0}" cellspacing="0" style="border-collapse:collapse${around.has(look) ? ";border:1px solid #000" : ""}"><tbody>`,
    ...allRows(table).map((row, index, rows) => rowHtml(row, index < rows.length - table.body.length, look)),
    "</tbody></table>",
    ...table.notes.map((note) => `<p>${escaped(note)}</p>`)
  ].join("\n")

const blockHtml = (block: Block, look: LookName): string => {
  switch (block.block) {
    case "cover":
      return block.lines.map((line) => `<p style="text-align:center"><strong>${escaped(line)}</strong></p>`).join("\n")
    case "contents":
      return `<p>目&nbsp;&nbsp;录</p>\n${block.lines.map(([text, page]) => `<p>${escaped(text)}……${page}</p>`).join("\n")}`
    case "heading":
      return `<p style="text-indent:2em"><strong>${escaped(block.text)}</strong></p>`
    case "page":
      return `<p><br style="page-break-before:always"></p>`
    case "paragraph":
      return `<p style="text-indent:2em"><span>&nbsp;&nbsp;&nbsp;&nbsp;${escaped(paragraphText(block))}</span></p>`
    default:
      return tableHtml(block, look)
  }
}

export const htmlFile = ({ blocks }: Draft, look: LookName = "published"): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>部门决算公开</title><style>@page{size:A4}td{font-family:SimSun,"Noto Serif CJK SC"}</style></head>
<body><div class="nav"><a href="/">首页</a> &gt; <a href="/xxgk">政府信息公开</a></div><div class="content">
${blocks.map((block) => blockHtml(block, look)).join("\n")}
</div><div class="footer">版权所有</div></body></html>\n`
