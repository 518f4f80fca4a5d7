/** 发现 as text: one severity after the other, findings of one rule under its name; what is many and small is counted. */
import { Quantities } from "@juesuan/domain"
import type { AuditReport, Finding, Severity } from "@juesuan/rules"
import { numbered, type NumberedFinding } from "./places.ts"
import { hanging } from "./text-lines.ts"
import { PlacesText } from "./text-places.ts"
import { causeText, inParentheses, type Language, severityOrder, severityTitles, words } from "./wording.ts"

export interface FindingsTextOptions {
  readonly width: number | undefined
  /** Every finding with every place, nothing counted together. */
  readonly details: boolean
}

/** So many notes of one rule are written out. */
const mostNotes = 3

const numberOf = (text: string): string | undefined => /-?\d+(?:\.\d+)?/u.exec(text.replaceAll(",", ""))?.[0]

/** Whether a text names this very number. */
const says = (text: string, value: string): boolean => {
  const number = numberOf(value)
  if (number === undefined) return text.includes(value)
  const escaped = number.replace("-", "").replace(".", "\\.")
  const zeros = number.includes(".") ? "0*" : "(?:\\.0+)?"
  return new RegExp(`(?<![\\d.])${escaped}${zeros}(?!\\d|\\.\\d)`, "u").test(text.replaceAll(",", ""))
}

/** What the message does not say: both ends, the difference, what rounding allows. */
const figuresText = (finding: Finding, lang: Language): ReadonlyArray<string> => {
  const message = finding.message[lang]
  const named = (["expected", "found", "difference", "tolerance"] as const).flatMap((name) => {
    const value = finding[name]
    if (value === undefined || says(message, value)) return []
    // What rounding allows says nothing without the difference beside it.
    if (name === "tolerance" && (finding.difference === undefined || says(message, finding.difference))) return []
    const basis = name === "tolerance" ? inParentheses(finding.basis?.[lang], lang) : ""
    return [`${words[name][lang]} ${value}${basis}`]
  })
  return named.length === 0 ? [] : [named.join(lang === "zh" ? "，" : ", ")]
}

/** The message; the name of its rule, which stands above it, is not said again. */
const messageText = ({ message }: Finding, label: string, lang: Language): string => {
  const prefix = new RegExp(`^${label.replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&")}[：:]\\s*`, "u")
  return message[lang].replace(prefix, "")
}

const causeLines = ({ cause, message }: Finding, lang: Language): ReadonlyArray<string> => {
  if (cause === undefined || message[lang].includes(cause.label[lang])) return []
  return [`${words.cause[lang]}${lang === "zh" ? "：" : ": "}${causeText(cause, lang)}`]
}

interface Context extends FindingsTextOptions {
  readonly lang: Language
  readonly labels: ReadonlyMap<string, string>
  readonly places: PlacesText
}

const findingLines = ({ finding, number }: NumberedFinding, context: Context): ReadonlyArray<string> => {
  const { details, labels, lang, places, width } = context
  const first = `  ${String(number).padStart(2)}. `
  const margin = " ".repeat(first.length)
  const isMinor = finding.severity === "rounding" || finding.severity === "note"
  return [
    ...hanging(first, messageText(finding, labels.get(finding.rule) ?? "", lang), width),
    ...[...causeLines(finding, lang), ...figuresText(finding, lang)].flatMap((text) => hanging(margin, text, width)),
    ...(isMinor && !details ? [] : places.of(finding, first.length))
  ]
}

const byRule = (findings: ReadonlyArray<NumberedFinding>): ReadonlyArray<readonly [string, Array<NumberedFinding>]> => {
  const groups = new Map<string, Array<NumberedFinding>>()
  for (const one of findings) groups.set(one.finding.rule, [...(groups.get(one.finding.rule) ?? []), one])
  return [...groups]
}

const ruleHead = (rule: string, { labels, width }: Context): ReadonlyArray<string> => {
  const label = labels.get(rule)
  return hanging("  ", label === undefined || label === rule ? rule : `${label}  [${rule}]`, width)
}

const largest = (findings: ReadonlyArray<NumberedFinding>): string | undefined => {
  const sized = findings.flatMap(({ finding: { difference = "" } }) => {
    const number = numberOf(difference)?.replace("-", "")
    return number === undefined
      ? []
      : [{ text: difference.replace(/^-/u, ""), size: Quantities.quantity(number, Quantities.yuan) }]
  })
  return sized.toSorted((left, right) => Quantities.compare(right.size, left.size))[0]?.text
}

/** 尾差 of one rule as one line. */
const countedLine = (
  rule: string,
  findings: ReadonlyArray<NumberedFinding>,
  context: Context
): ReadonlyArray<string> => {
  const { labels, lang, width } = context
  const most = largest(findings)
  const count = lang === "zh" ? `${findings.length} 处` : `×${findings.length}`
  const size = most === undefined ? "" : lang === "zh" ? `，最大相差 ${most}` : `, largest difference ${most}`
  return hanging("  ", `${labels.get(rule) ?? rule}${lang === "zh" ? "：" : ": "}${count}${size}`, width)
}

const ruleLines = (
  rule: string,
  findings: ReadonlyArray<NumberedFinding>,
  severity: Severity,
  context: Context
): ReadonlyArray<string> => {
  const { details, lang } = context
  if (severity === "rounding" && !details) return countedLine(rule, findings, context)
  const shown = severity === "note" && !details && findings.length > mostNotes ? findings.slice(0, 1) : findings
  const rest = findings.length - shown.length
  return [
    ...ruleHead(rule, context),
    ...shown.flatMap((one) => findingLines(one, context)),
    ...(rest > 0 ? [lang === "zh" ? `      … 同类另有 ${rest} 处` : `      … ${rest} more of this kind`] : [])
  ]
}

const title = (severity: Severity, count: number, { details, lang }: Context): string => {
  const named = `${severityTitles[severity][lang]} ${count}`
  if (severity !== "rounding" || details) return named
  return lang === "zh"
    ? `${named}（都在四舍五入容许之内；--details 逐条列出）`
    : `${named} (all within what rounding allows; --details lists each)`
}

/** Every finding, errors first; sections are parted by a blank line. */
export const findingsText = (
  { findings, receipts }: Pick<AuditReport, "findings" | "receipts">,
  lang: Language,
  { details, width }: FindingsTextOptions
): ReadonlyArray<string> => {
  const labels = new Map(receipts.map(({ label, rule }) => [rule, label[lang]]))
  const context: Context = { details, labels, lang, places: new PlacesText(lang, width), width }
  const all = numbered(findings)
  return severityOrder.flatMap((severity) => {
    const own = all.filter(({ finding }) => finding.severity === severity)
    if (own.length === 0) return []
    return [
      "",
      title(severity, own.length, context),
      ...byRule(own).flatMap(([rule, group]) => ruleLines(rule, group, severity, context))
    ]
  })
}
