/** 审核报告 as text: the verdict first, then what does not hold with its places, what was not read, what was not judged. */
import type { AuditReport, Finding, Outcome, ReportedReceipt, Where } from "@juesuan/app"
import { type Language, type Wording, wordingOf } from "../Language.ts"

const verdicts = {
  pass: ["结论：通过，没有发现错误。", "Verdict: pass, no error was found."],
  fail: ["结论：不通过，有错误。", "Verdict: fail, there are errors."],
  incomplete: ["结论：无法判断，有内容没有读出。", "Verdict: incomplete, something could not be read."]
} as const

const severities = {
  error: ["错误", "error"],
  warning: ["请说明", "warning"],
  rounding: ["尾差", "rounding"],
  note: ["提示", "note"]
} as const

/** What outcomes are called. */
export const outcomes: Readonly<Record<Outcome, readonly [string, string]>> = {
  pass: ["通过", "pass"],
  rounding: ["尾差", "rounding"],
  fail: ["不通过", "fail"],
  "not-applicable": ["不适用", "not applicable"],
  "insufficient-data": ["无法判断", "insufficient data"]
}

const inLanguage = ([zh, en]: readonly [string, string], t: Wording): string => t(zh, en)

const placeText = (where: Where, t: Wording): string => {
  const cell = [where.table, where.row, where.column].filter((part) => part !== undefined).join(" / ")
  const text = [cell, where.section].filter((part) => part !== undefined && part !== "").join(" / ")
  const quote = where.quote === undefined ? "" : t(`“${where.quote}”`, ` “${where.quote}”`)
  const at = [
    where.page === undefined ? "" : t(`第 ${where.page} 页`, `page ${where.page}`),
    where.sheet === undefined ? "" : t(`工作表 ${where.sheet}`, `sheet ${where.sheet}`),
    where.line === undefined ? "" : t(`第 ${where.line} 行`, `line ${where.line}`)
  ].filter((part) => part !== "")
  return `${text}${quote}${at.length === 0 ? "" : t(`（${at.join("，")}）`, ` (${at.join(", ")})`)}`
}

/** So many places are written out. */
const mostPlaces = 8

const findingText = (finding: Finding, language: Language, t: Wording): string => {
  const isMinor = finding.severity === "rounding" || finding.severity === "note"
  // A blank cell has no quote: it is named in the message where it matters.
  const shown = isMinor ? [] : finding.where.filter(({ quote }, index) => index === 0 || quote !== undefined)
  const places = shown.slice(0, mostPlaces).map((where) => `      ${placeText(where, t)}`)
  const rest = shown.length - places.length
  const cause =
    finding.cause === undefined
      ? []
      : [
          `      ${t("原因", "cause")}${finding.cause.certainty === "certain" ? "" : t("（可能）", " (possible)")}${t("：", ": ")}${finding.cause.label[language]}`
        ]
  return [
    `  [${inLanguage(severities[finding.severity], t)}] ${finding.rule} ${finding.message[language]}`,
    ...cause,
    ...places,
    ...(rest > 0 ? [t(`      … 另有 ${rest} 处`, `      … ${rest} more`)] : [])
  ].join("\n")
}

const countsText = ({ coverage, document }: AuditReport, t: Wording): ReadonlyArray<string> => {
  const recognised = document.tables.filter(({ recognised }) => recognised).length
  const rules = Object.entries(coverage.rules)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${inLanguage(outcomes[outcome as Outcome], t)} ${count}`)
  const { cells } = coverage
  return [
    t(
      `读到 ${document.tables.length} 张表（认出 ${recognised} 张）、${document.paragraphs} 段文字、${document.evaluations.length} 个项目自评。`,
      `Read: ${document.tables.length} tables (${recognised} recognised), ${document.paragraphs} paragraphs, ${document.evaluations.length} self-evaluations.`
    ),
    t(
      `读到 ${cells.read} 个数字，其中 ${cells.judged} 个至少受一条规则判断；规则：${rules.join("，")}。`,
      `${cells.read} numbers read, ${cells.judged} judged by at least one rule; rules: ${rules.join(", ")}.`
    )
  ]
}

const headText = ({ document, verdict }: AuditReport, t: Wording): ReadonlyArray<string> => [
  `${document.unit ?? t("（没有读到单位名称）", "(no unit named)")} ${document.year ?? t("（没有读到年度）", "(no year)")}`,
  document.files.length === 0
    ? t(`账上印出的各表；规则：${document.ruleSet.label}`, `As the books print; rules: ${document.ruleSet.id}`)
    : t(
        `文件：${document.files.map(({ name }) => name).join("、")}；规则：${document.ruleSet.label}`,
        `Files: ${document.files.map(({ name }) => name).join(", ")}; rules: ${document.ruleSet.id}`
      ),
  inLanguage(verdicts[verdict], t)
]

const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ["", title, ...lines]

const notJudged = (receipts: ReadonlyArray<ReportedReceipt>, language: Language): ReadonlyArray<string> =>
  receipts
    .filter(({ outcome }) => outcome === "insufficient-data")
    .map(({ label, reason, rule }) => `  ${rule} ${label}${reason === undefined ? "" : ` – ${reason[language]}`}`)

/** The report as text. */
export const auditText = (report: AuditReport, language: Language): string => {
  const t = wordingOf(language)
  const unread = report.unread.map(
    ({ place, reason, text }) => `  ${placeText({ ...place, quote: text.slice(0, 40) }, t)} – ${reason[language]}`
  )
  return [
    ...headText(report, t),
    ...countsText(report, t),
    ...section(
      t("发现", "Findings"),
      report.findings.map((finding) => findingText(finding, language, t))
    ),
    ...section(t("没有读出", "Not read"), unread),
    ...section(t("没有判断", "Not judged"), notJudged(report.receipts, language))
  ].join("\n")
}
