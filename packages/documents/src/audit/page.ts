/**
 * 审核报告网页: one file that a browser shows without anything else: the verdict, every finding with its places, and the
 * document as it was read with the places marked. Nothing of the document is taken for markup; no script runs.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import type { AuditReport, Severity, Where } from "@juesuan/rules"
import { documentSection } from "./page-document.ts"
import { escaped, pageMarkup } from "../write/html.ts"
import { pageStyle } from "./page-style.ts"
import { Anchors, type NumberedFinding, numbered, tellingPlaces } from "./places.ts"
import {
  causeText,
  chosenByNames,
  inParentheses,
  type Language,
  outcomeNames,
  outcomeOrder,
  severityOrder,
  severityTitles,
  verdictNames,
  whereText,
  words
} from "./wording.ts"

const pair = (name: string, value: string | undefined): string =>
  value === undefined || value === "" ? "" : `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`

const countLinks = ({ findings }: AuditReport, lang: Language): string => {
  const items = severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    const name = `${severityTitles[severity][lang]} ${count}`
    return count === 0 ? [] : [`<li><a class="count ${severity}" href="#${severity}">${name}</a></li>`]
  })
  return items.length === 0 ? "" : `<ul class="counts">${items.join("")}</ul>`
}

const head = (report: AuditReport, lang: Language): string => {
  const { coverage, document, verdict } = report
  const { cells, claims } = coverage
  const rules = outcomeOrder
    .filter((outcome) => coverage.rules[outcome] > 0)
    .map((outcome) => `${outcomeNames[outcome][lang]} ${coverage.rules[outcome]}`)
  const { chosenBy, label } = document.ruleSet
  return `<h1>${escaped(document.unit ?? words.report[lang])} <span class="verdict ${verdict}">${verdictNames[verdict][lang]}</span></h1>
${countLinks(report, lang)}
<dl>${[
    pair(words.year[lang], document.year === undefined ? undefined : String(document.year)),
    pair(words.ruleSet[lang], `${label}${inParentheses(chosenByNames[chosenBy][lang], lang)}`),
    pair(
      words.files[lang],
      document.files
        .map(({ name, pages }) =>
          pages === null ? name : `${name}${inParentheses(`${pages} ${words.pages[lang]}`, lang)}`
        )
        .join(lang === "zh" ? "、" : ", ")
    ),
    pair(`${words.cells[lang]}${inParentheses(words.readJudged[lang], lang)}`, `${cells.read} / ${cells.judged}`),
    pair(`${words.claims[lang]}${inParentheses(words.readJudged[lang], lang)}`, `${claims.read} / ${claims.judged}`),
    pair(words.rules[lang], rules.join(lang === "zh" ? "，" : ", "))
  ].join("")}</dl>`
}

/** So many places of a finding are written out; all are marked in the document. */
const mostPlaces = 12

const placePairs = (where: ReadonlyArray<Where>, lang: Language): string => {
  const lines = where.slice(0, mostPlaces).map((one) => `<dd>${escaped(whereText(one, lang))}</dd>`)
  const rest = where.length - lines.length
  const more = rest > 0 ? `<dd>${lang === "zh" ? `… 另有 ${rest} 处` : `… ${rest} more`}</dd>` : ""
  return lines.length === 0 ? "" : `<dt>${words.place[lang]}</dt>${lines.join("")}${more}`
}

interface ItemContext {
  readonly anchors: Anchors
  readonly labels: ReadonlyMap<string, string>
  readonly lang: Language
}

const findingItem = ({ finding, number }: NumberedFinding, { anchors, labels, lang }: ItemContext): string => {
  const { basis, cause, difference, expected, found, message, rule, severity, tolerance } = finding
  const link = anchors.has(number) ? `<a class="to" href="#p${number}">${words.inDocument[lang]} ↓</a>` : ""
  return `<li class="finding ${severity}" id="f${number}"><div>${link}<span class="number">${number}</span><span class="label">${escaped(labels.get(rule) ?? "")}</span> <span class="rule">${escaped(rule)}</span></div>
<div>${escaped(message[lang])}</div>
<dl>${[
    pair(words.cause[lang], cause === undefined ? undefined : causeText(cause, lang)),
    placePairs(tellingPlaces(finding), lang),
    pair(words.found[lang], found),
    pair(words.expected[lang], expected),
    pair(words.difference[lang], difference),
    pair(
      words.tolerance[lang],
      tolerance === undefined ? undefined : `${tolerance}${basis === undefined ? "" : inParentheses(basis[lang], lang)}`
    )
  ].join("")}</dl></li>`
}

/** Findings of one severity; what is no objection is folded away. */
const severityGroup = (severity: Severity, findings: ReadonlyArray<NumberedFinding>, context: ItemContext): string => {
  const own = findings.filter(({ finding }) => finding.severity === severity)
  if (own.length === 0) return ""
  const list = `<ol class="findings">${own.map((one) => findingItem(one, context)).join("\n")}</ol>`
  const title = `${severityTitles[severity][context.lang]} ${own.length}`
  return severity === "error" || severity === "warning"
    ? `<h3 id="${severity}">${title}</h3>${list}`
    : `<details id="${severity}"><summary class="group">${title}</summary>${list}</details>`
}

const receiptsTable = ({ receipts }: AuditReport, lang: Language): string => {
  const rows = outcomeOrder.flatMap((outcome) =>
    receipts
      .filter((receipt) => receipt.outcome === outcome)
      .map(
        ({ counts, label, reason, rule }) =>
          `<tr><td>${outcomeNames[outcome][lang]}</td><td>${escaped(label[lang])}</td><td class="rule">${escaped(rule)}</td><td class="amount">${counts.pass + counts.rounding + counts.fail}</td><td>${escaped(reason?.[lang] ?? "")}</td></tr>`
      )
  )
  return `<div class="scroll"><table><tr><th>${words.outcome[lang]}</th><th>${words.label[lang]}</th><th>${words.rule[lang]}</th><th>${words.place[lang]}</th><th>${words.reason[lang]}</th></tr>${rows.join("")}</table></div>`
}

const unreadTable = ({ unread }: AuditReport, lang: Language): string => {
  if (unread.length === 0) return ""
  const rows = unread.map(
    ({ place, reason, text }) =>
      `<tr><td>${escaped(text)}</td><td>${escaped(reason[lang])}</td><td>${escaped(whereText(place, lang))}</td></tr>`
  )
  return `<h2>${words.unread[lang]}</h2><div class="scroll"><table>${rows.join("")}</table></div>`
}

/**
 * The report as a page, with the document that it is about.
 *
 * @example writeFileSync("审核报告.html", auditPage(report, document, "zh"))
 */
export const auditPage = (report: AuditReport, document: PublishedDisclosure, lang: Language): string => {
  const findings = numbered(report.findings)
  const anchors = new Anchors()
  // Written before the findings: these lead to where it shows them.
  const asRead = documentSection(document, findings, anchors, lang)
  const labels = new Map(report.receipts.map(({ label, rule }) => [rule, label[lang]]))
  const groups = severityOrder.map((severity) => severityGroup(severity, findings, { anchors, labels, lang }))
  return pageMarkup({
    lang,
    title: `${report.document.unit ?? ""} ${words.report[lang]}`.trim(),
    style: pageStyle,
    body: `${head(report, lang)}
<h2>${words.findings[lang]}</h2>
${findings.length === 0 ? `<p>${words.noFindings[lang]}</p>` : groups.join("\n")}
<h2>${words.asRead[lang]}</h2>
${asRead}
${unreadTable(report, lang)}
<h2>${words.receipts[lang]}</h2>
${receiptsTable(report, lang)}`
  })
}
