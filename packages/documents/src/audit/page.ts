/**
 * 审核报告网页: one file that a browser shows without anything else: the verdict, every finding with its places, and the
 * document as it was read with the places marked. Nothing of the document is taken for markup; no script runs.
 */
import type { PublishedDisclosure, PublishedTable, Printed } from "@juesuan/domain"
import type { AuditReport, Severity } from "@juesuan/rules"
import { visible } from "../write/wrapping.ts"
import { CellMarks, cellNames, markedText, type NumberedFinding, numbered } from "./places.ts"
import {
  causeText,
  type Language,
  outcomeNames,
  outcomeOrder,
  severityNames,
  severityOrder,
  verdictNames,
  whereText,
  words
} from "./wording.ts"

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Text of the document: no markup, and nothing that acts invisibly. */
const escaped = (text: string): string => visible(text).replaceAll(/[&<>"']/gu, (mark) => escapes[mark] ?? mark)

const style = `
:root{color-scheme:light dark;--line:#8886;--error:#c62828;--warning:#b26a00;--rounding:#557;--note:#2e6f9e}
body{font:15px/1.7 "Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.2rem;border-bottom:1px solid var(--line);margin-top:2.2rem}h3{font-size:1rem;margin-bottom:.3rem}
.verdict{display:inline-block;padding:.1rem .8rem;border-radius:.3rem;color:#fff;font-weight:600}
.verdict.pass{background:#2e7d32}.verdict.fail{background:var(--error)}.verdict.incomplete{background:var(--warning)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.8rem 0}dt{opacity:.7}dd{margin:0}
ol.findings{list-style:none;padding:0}ol.findings>li{border:1px solid var(--line);border-left:5px solid;border-radius:.3rem;padding:.5rem .9rem;margin:.6rem 0}
li.error{border-left-color:var(--error)!important}li.warning{border-left-color:var(--warning)!important}
li.rounding{border-left-color:var(--rounding)!important}li.note{border-left-color:var(--note)!important}
.number{font-weight:700;margin-right:.5rem}.severity{font-size:.85em;opacity:.8}.rule{font:.8em ui-monospace,monospace;opacity:.65}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.86rem;margin:.4rem 0}th,td{border:1px solid var(--line);padding:.1rem .5rem;vertical-align:top}
td.amount{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.label{min-width:9em}
mark{background:#ffd54f66;color:inherit;padding:0 .1em}td.error,mark.error{background:#ef535044}td.warning,mark.warning{background:#ffb74d55}
td.rounding,mark.rounding{background:#9fa8da44}td.note,mark.note{background:#81d4fa44}
sup a{text-decoration:none;font-size:.75em;margin-left:.15em}details{margin:.4rem 0}summary{cursor:pointer}
@media print{details{display:block}}
`.trim()

const worstOf = (findings: ReadonlyArray<NumberedFinding>): Severity | undefined =>
  severityOrder.find((severity) => findings.some(({ finding }) => finding.severity === severity))

const links = (findings: ReadonlyArray<NumberedFinding>): string =>
  findings.length === 0
    ? ""
    : `<sup>${findings.map(({ number }) => `<a href="#f${number}">${number}</a>`).join("")}</sup>`

const pair = (name: string, value: string | undefined): string =>
  value === undefined || value === "" ? "" : `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`

const head = ({ coverage, document, verdict }: AuditReport, lang: Language): string => {
  const rules = outcomeOrder
    .filter((outcome) => coverage.rules[outcome] > 0)
    .map((outcome) => `${outcomeNames[outcome][lang]} ${coverage.rules[outcome]}`)
  return `<h1>${escaped(document.unit ?? words.report[lang])} <span class="verdict ${verdict}">${verdictNames[verdict][lang]}</span></h1>
<dl>${[
    pair(words.year[lang], document.year === undefined ? undefined : String(document.year)),
    pair(words.ruleSet[lang], document.ruleSet.label),
    pair(
      words.files[lang],
      document.files
        .map(({ name, pages }) => (pages === null ? name : `${name}（${pages} ${words.pages[lang]}）`))
        .join("、")
    ),
    pair(`${words.cells[lang]}（${words.readJudged[lang]}）`, `${coverage.cells.read} / ${coverage.cells.judged}`),
    pair(`${words.claims[lang]}（${words.readJudged[lang]}）`, `${coverage.claims.read} / ${coverage.claims.judged}`),
    pair(words.rules[lang], rules.join("，"))
  ].join("")}</dl>`
}

const findingItem = ({ finding, number }: NumberedFinding, lang: Language): string => {
  const { basis, cause, difference, expected, found, message, rule, severity, tolerance, where } = finding
  return `<li class="${severity}" id="f${number}"><div><span class="number">${number}</span><span class="severity">${severityNames[severity][lang]}</span> <span class="rule">${escaped(rule)}</span></div>
<div>${escaped(message[lang])}</div>
<dl>${[
    pair(words.cause[lang], cause === undefined ? undefined : causeText(cause, lang)),
    ...where.map((one) => pair(words.place[lang], whereText(one, lang))),
    pair(words.found[lang], found),
    pair(words.expected[lang], expected),
    pair(words.difference[lang], difference),
    pair(
      words.tolerance[lang],
      tolerance === undefined ? undefined : `${tolerance}${basis === undefined ? "" : `（${basis[lang]}）`}`
    )
  ].join("")}</dl></li>`
}

const shown = (printed: Printed | undefined): string =>
  printed === undefined || printed._tag === "Blank" ? "" : printed.text

const tableSection = (table: PublishedTable, marks: CellMarks, lang: Language): string => {
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column) => {
      const cell = row.cells[column.key]
      const found = cell === undefined ? [] : marks.at(cellNames(table, row, column), cell.place)
      const worst = worstOf(found)
      return `<td class="amount${worst === undefined ? "" : ` ${worst}`}">${escaped(shown(cell?.printed))}${links(found)}</td>`
    })
    return `<tr><td>${escaped(row.code ?? "")}</td><td class="label">${escaped(row.label)}</td>${cells.join("")}</tr>`
  })
  const place = whereText({ ...table.place }, lang)
  return `<details${rows.some((row) => row.includes("href")) ? " open" : ""}><summary>${escaped(`${table.id} ${table.title}`)} ${escaped(place)}</summary>
<div class="scroll"><table><tr><th></th><th></th>${table.columns.map(({ label }) => `<th>${escaped(label)}</th>`).join("")}</tr>${rows.join("")}</table></div></details>`
}

const narrativeSection = (document: PublishedDisclosure, findings: ReadonlyArray<NumberedFinding>): string =>
  document.narrative
    .map((paragraph) => {
      const parts = markedText(paragraph, findings).map(({ findings: own, text }) => {
        const worst = worstOf(own)
        return worst === undefined ? escaped(text) : `<mark class="${worst}">${escaped(text)}</mark>${links(own)}`
      })
      return `<p>${parts.join("")}</p>`
    })
    .join("\n")

const receiptsTable = ({ receipts }: AuditReport, lang: Language): string => {
  const rows = outcomeOrder.flatMap((outcome) =>
    receipts
      .filter((receipt) => receipt.outcome === outcome)
      .map(
        ({ counts, label, reason, rule }) =>
          `<tr><td>${outcomeNames[outcome][lang]}</td><td>${escaped(label)}</td><td class="rule">${escaped(rule)}</td><td class="amount">${counts.pass + counts.rounding + counts.fail}</td><td>${escaped(reason?.[lang] ?? "")}</td></tr>`
      )
  )
  return `<div class="scroll"><table><tr><th>${words.outcome[lang]}</th><th>${words.label[lang]}</th><th>${words.rule[lang]}</th><th>${words.place[lang]}</th><th>${words.reason[lang]}</th></tr>${rows.join("")}</table></div>`
}

/**
 * The report as a page, with the document that it is about.
 *
 * @example writeFileSync("审核报告.html", auditPage(report, document, "zh"))
 */
export const auditPage = (report: AuditReport, document: PublishedDisclosure, lang: Language): string => {
  const findings = numbered(report.findings)
  const marks = new CellMarks(findings)
  const title = `${report.document.unit ?? ""} ${words.report[lang]}`.trim()
  const groups = severityOrder.flatMap((severity) => {
    const own = findings.filter(({ finding }) => finding.severity === severity)
    if (own.length === 0) return []
    const list = own.map((one) => findingItem(one, lang)).join("\n")
    return [`<h3>${severityNames[severity][lang]}（${own.length}）</h3><ol class="findings">${list}</ol>`]
  })
  const unread = report.unread
    .map(
      ({ place, reason, text }) =>
        `<tr><td>${escaped(text)}</td><td>${escaped(reason[lang])}</td><td>${escaped(whereText(place, lang))}</td></tr>`
    )
    .join("")
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head><body>
${head(report, lang)}
<h2>${words.findings[lang]}</h2>
${groups.length === 0 ? `<p>${words.noFindings[lang]}</p>` : groups.join("\n")}
<h2>${words.asRead[lang]}</h2>
${document.tables.map((table) => tableSection(table, marks, lang)).join("\n")}
<h3>${words.narrative[lang]}</h3>
${narrativeSection(document, findings)}
${unread === "" ? "" : `<h2>${words.unread[lang]}</h2><div class="scroll"><table>${unread}</table></div>`}
<h2>${words.receipts[lang]}</h2>
${receiptsTable(report, lang)}
</body></html>
`
}
