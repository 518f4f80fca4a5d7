/** 公开表网页: the tables of a disclosure in one file, each laid out as its official form and on pages of its own when it is printed. */
import type { Table } from "@juesuan/domain"
import { type About, type Form, type FormBox, formOf } from "./form.ts"
import { escaped, pageMarkup } from "./html.ts"

const style = `
body{font:14px/1.5 SimSun,"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif;margin:2rem auto;padding:0 1rem;max-width:80rem;color:#000;background:#fff}
section{margin:0 0 4rem;overflow-x:auto}h2{font-size:1.6rem;text-align:center;margin:.2rem 0}
.id{text-align:right;margin:0}.year{text-align:center;margin:0}.captions{display:flex;justify-content:space-between}.captions p,.note{margin:.2rem 0}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:.15rem .4rem;font-size:.93em}th{font-weight:400}
.line,.total{text-align:center}.amount{text-align:right;white-space:nowrap}.name1{padding-left:1.6em}.name2{padding-left:2.8em}.name3{padding-left:4em}
@page{size:A4;margin:14mm}@page across{size:A4 landscape}
@media print{body{margin:0;padding:0;max-width:none;font-size:11px}th,td{padding:1px 4px;line-height:1.25}h2{font-size:18px}section{margin:0;break-after:page;overflow:visible}section:last-child{break-after:auto}.across{page:across}thead{display:table-header-group}tr{break-inside:avoid}}
`.trim()

const spans = ({ columnSpan, rowSpan }: FormBox): string =>
  `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ""}`

const classOf = ({ holds, level = 0 }: FormBox): string =>
  holds === "name" && level > 0 ? `name${Math.min(level, 3)}` : holds

const headCell = (box: FormBox): string => `<th${spans(box)}>${escaped(box.text ?? "")}</th>`
const bodyCell = (box: FormBox): string => `<td class="${classOf(box)}"${spans(box)}>${escaped(box.text ?? "")}</td>`

const rowsOf = (rows: ReadonlyArray<ReadonlyArray<FormBox>>, cell: (box: FormBox) => string): string =>
  rows.map((boxes) => `<tr>${boxes.map(cell).join("")}</tr>`).join("\n")

/** A form of more columns than this is printed across the page. */
const mostUpright = 8

const section = ({ amounts, body, columns, head, id, notes, of, title, year }: Form): string =>
  `<section${columns.length > mostUpright ? ' class="across"' : ""}>
<p class="id">${escaped(id)}表</p>
<h2>${escaped(title)}</h2>
<p class="year">${escaped(year)}</p>
<div class="captions"><p>${escaped(of)}</p><p>${escaped(amounts)}</p></div>
<table><thead>
${rowsOf(head, headCell)}
</thead><tbody>
${rowsOf(body, bodyCell)}
</tbody></table>
${notes.map((note) => `<p class="note">${escaped(note)}</p>`).join("\n")}
</section>`

/**
 * Tables as a page.
 *
 * @example writeFileSync("决算公开表.html", tablesPage(disclosure.tables, { name: disclosure.unit.name, year: 2024 }))
 */
export const tablesPage = (tables: ReadonlyArray<Table>, about: About): string =>
  pageMarkup({
    lang: "zh",
    title: `${about.name}${about.year}年度部门决算公开表`,
    style,
    body: tables.map((table) => section(formOf(table, about))).join("\n")
  })
