/** 读到的文件 as part of a report's page: its tables, text and self-evaluations, the places of findings marked and linked. */
import type { Printed, PublishedDisclosure, PublishedEvaluation, PublishedTable } from "@juesuan/domain"
import type { Severity } from "@juesuan/rules"
import { escaped } from "../write/html.ts"
import { type Anchors, CellMarks, cellNames, markedText, type NumberedFinding } from "./places.ts"
import { type Language, severityOrder, whereText, words } from "./wording.ts"

const worstOf = (findings: ReadonlyArray<NumberedFinding>): Severity | undefined =>
  severityOrder.find((severity) => findings.some(({ finding }) => finding.severity === severity))

/** Links to the findings of a place; the first place of a finding is where the finding leads. */
const links = (findings: ReadonlyArray<NumberedFinding>, anchors: Anchors): string => {
  if (findings.length === 0) return ""
  const marks = findings.map((one) => {
    const anchor = anchors.isFirst(one) ? ` id="p${one.number}"` : ""
    return `<a href="#f${one.number}"${anchor}>${one.number}</a>`
  })
  return `<sup>${marks.join(" ")}</sup>`
}

const shown = (printed: Printed | undefined): string =>
  printed === undefined || printed._tag === "Blank" ? "" : printed.text

const opened = (content: string): string => (content.includes("href") ? " open" : "")

const isPrinted = ({ arranged }: { readonly arranged?: true }): boolean => arranged !== true

const tableSection = (table: PublishedTable, marks: CellMarks, anchors: Anchors, lang: Language): string => {
  const columns = table.columns.filter(isPrinted)
  const rows = table.rows.filter(isPrinted).map((row) => {
    const cells = columns.map((column) => {
      const cell = row.cells[column.key]
      const found = cell === undefined ? [] : marks.at(cellNames(table, row, column), cell.place)
      const worst = worstOf(found)
      return `<td class="amount${worst === undefined ? "" : ` ${worst}`}">${escaped(shown(cell?.printed))}${links(found, anchors)}</td>`
    })
    return `<tr><td>${escaped(row.code ?? "")}</td><td class="words">${escaped(row.label)}</td>${cells.join("")}</tr>`
  })
  const body = rows.join("")
  const heads = columns.map(({ headings, label }) => `<th>${escaped(headings.join(" · ") || label)}</th>`).join("")
  return `<details${opened(body)}><summary>${escaped(`${table.id} ${table.title} ${whereText(table.place, lang)}`.trim())}</summary>
<div class="scroll"><table><tr><th></th><th></th>${heads}</tr>${body}</table></div></details>`
}

const narrativeSection = (
  { narrative }: PublishedDisclosure,
  findings: ReadonlyArray<NumberedFinding>,
  anchors: Anchors
): string => {
  let under = ""
  return narrative
    .map((paragraph) => {
      const path = paragraph.headings.join(" / ")
      const heading = path === under || path === "" ? "" : `<p class="heading">${escaped(path)}</p>\n`
      under = path
      const parts = markedText(paragraph, findings).map(({ findings: own, text }) => {
        const worst = worstOf(own)
        return worst === undefined
          ? escaped(text)
          : `<mark class="${worst}">${escaped(text)}</mark>${links(own, anchors)}`
      })
      return `${heading}<p>${parts.join("")}</p>`
    })
    .join("\n")
}

const evaluationSection = (
  { indicators, project, total, grade, place }: PublishedEvaluation,
  findings: ReadonlyArray<NumberedFinding>,
  anchors: Anchors,
  lang: Language
): string => {
  const table = `自评/${project}`
  const own = findings.filter(({ finding }) => finding.where.some((where) => where.table === table))
  const ofRow = (name: string) =>
    own.filter(({ finding }) => finding.where.some((where) => where.table === table && where.row === name))
  const rows = indicators.map((each) => {
    const found = ofRow(each.name)
    const worst = worstOf(found)
    const cells = [each.target, each.actual, shown(each.weight), shown(each.score)]
    return `<tr><td>${escaped(each.level2)}</td><td class="words${worst === undefined ? "" : ` ${worst}`}">${escaped(each.name)}${links(found, anchors)}</td>${cells.map((cell) => `<td class="amount">${escaped(cell)}</td>`).join("")}</tr>`
  })
  const rest = own.filter(({ number }) => !anchors.has(number))
  const sum = [shown(total), grade ?? ""].filter((part) => part !== "").join(" ")
  const heads = [words.group, words.indicator, words.target, words.actual, words.weight, words.score]
  return `<details${own.length > 0 ? " open" : ""}><summary>${escaped(`${project} ${sum} ${whereText(place, lang)}`)}${links(rest, anchors)}</summary>
<div class="scroll"><table><tr>${heads.map((head) => `<th>${head[lang]}</th>`).join("")}</tr>${rows.join("")}</table></div></details>`
}

/** The document as it was read. */
export const documentSection = (
  document: PublishedDisclosure,
  findings: ReadonlyArray<NumberedFinding>,
  anchors: Anchors,
  lang: Language
): string => {
  const marks = new CellMarks(findings)
  const tables = document.tables.filter(isPrinted).map((table) => tableSection(table, marks, anchors, lang))
  const narrative = narrativeSection(document, findings, anchors)
  const evaluations = document.evaluations.map((each) => evaluationSection(each, findings, anchors, lang))
  return [
    ...tables,
    ...(narrative === "" ? [] : [`<h3>${words.narrative[lang]}</h3>`, narrative]),
    ...(evaluations.length === 0 ? [] : [`<h3>${words.evaluations[lang]}</h3>`, ...evaluations])
  ].join("\n")
}
