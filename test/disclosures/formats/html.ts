/** HTML: a page as a content system publishes it, with merged cells, blanks of no width break and styles in the way. */
import { paragraphText, type Block, type Draft, type DraftRow, type DraftTable } from "../Draft.ts"
import { allRows, linesBefore } from "./rows.ts"

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("　", "&emsp;")

const rowHtml = (row: DraftRow): string => {
  const cells = row.map((cell) => {
    if (cell === undefined) return ""
    const spans = [
      cell.columnSpan === undefined ? "" : ` colspan="${cell.columnSpan}"`,
      cell.rowSpan === undefined ? "" : ` rowspan="${cell.rowSpan}"`
    ].join("")
    const text =
      cell.text === "" ? "&nbsp;" : escaped(cell.text).replace(/^ +/u, (blanks) => "&nbsp;".repeat(blanks.length))
    return `<td${spans} style="border:1px solid #000;padding:0 4px"><span style="font-size:12px">${text}</span></td>`
  })
  return `<tr>${cells.join("")}</tr>`
}

const tableHtml = (table: DraftTable): string =>
  [
    ...linesBefore(table).map((line) => `<p style="text-align:center">${escaped(line)}</p>`),
    `<table border="1" cellspacing="0" style="border-collapse:collapse"><tbody>`,
    ...allRows(table).map(rowHtml),
    "</tbody></table>",
    ...table.notes.map((note) => `<p>${escaped(note)}</p>`)
  ].join("\n")

const blockHtml = (block: Block): string => {
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
      return tableHtml(block)
  }
}

export const htmlFile = ({ blocks }: Draft): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>部门决算公开</title><style>td{font-family:SimSun}</style></head>
<body><div class="nav"><a href="/">首页</a> &gt; <a href="/xxgk">政府信息公开</a></div><div class="content">
${blocks.map(blockHtml).join("\n")}
</div><div class="footer">版权所有</div></body></html>\n`
