/** 报告用语: what every written form of an audit report calls things, in both languages, once. */
import type { Cause, Outcome, ReportedReceipt, RulesChosenBy, Severity, Verdict, Where } from "@juesuan/rules"

export type Language = "zh" | "en"
type Says = Readonly<Record<Language, string>>

export const severityNames: Readonly<Record<Severity, Says>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "待说明", en: "warning" },
  rounding: { zh: "尾差", en: "rounding" },
  note: { zh: "提示", en: "note" }
}

/** Above the findings of one severity. */
export const severityTitles: Readonly<Record<Severity, Says>> = {
  error: { zh: "错误", en: "Errors" },
  warning: { zh: "待说明", en: "Warnings" },
  rounding: { zh: "尾差", en: "Rounding" },
  note: { zh: "提示", en: "Notes" }
}

export const outcomeNames: Readonly<Record<Outcome, Says>> = {
  fail: { zh: "不符", en: "fails" },
  "insufficient-data": { zh: "无法判断", en: "not judged" },
  rounding: { zh: "尾差之内", en: "within rounding" },
  pass: { zh: "相符", en: "holds" },
  "not-applicable": { zh: "不适用", en: "not applicable" }
}

export const verdictNames: Readonly<Record<Verdict, Says>> = {
  pass: { zh: "通过", en: "pass" },
  fail: { zh: "不通过", en: "fail" },
  incomplete: { zh: "无法判断", en: "incomplete" }
}

/** What the verdict means, in a sentence. */
export const verdictSentences: Readonly<Record<Verdict, Says>> = {
  pass: { zh: "结论：通过，没有发现错误", en: "Verdict: pass, no error was found" },
  fail: { zh: "结论：不通过，有错误", en: "Verdict: fail, there are errors" },
  incomplete: {
    zh: "结论：无法判断，有内容没有读出或没有读懂",
    en: "Verdict: incomplete, something could not be read or understood"
  }
}

/** Why these rules and no others. */
export const chosenByNames: Readonly<Record<RulesChosenBy, Says>> = {
  given: { zh: "指定", en: "as asked for" },
  name: { zh: "由单位名称推断", en: "told by the unit's name" },
  books: { zh: "账上登记", en: "registered in the books" },
  default: {
    zh: "没有指定，单位名称也没有写明省份",
    en: "no place was given and the unit's name tells none"
  }
}

export const kindNames: Readonly<Record<ReportedReceipt["kind"], Says>> = {
  identity: { zh: "勾稽", en: "identity" },
  claim: { zh: "说明", en: "claim" },
  score: { zh: "得分", en: "score" },
  plausibility: { zh: "合理性", en: "plausibility" }
}

export const words = {
  report: { zh: "审核报告", en: "Audit report" },
  verdict: { zh: "结论", en: "verdict" },
  unit: { zh: "单位", en: "unit" },
  year: { zh: "年度", en: "year" },
  ruleSet: { zh: "规则集", en: "rule set" },
  files: { zh: "文件", en: "files" },
  pages: { zh: "页", en: "pages" },
  findings: { zh: "发现", en: "Findings" },
  noFindings: { zh: "没有发现。", en: "Nothing was found." },
  receipts: { zh: "规则回执", en: "Receipts" },
  rule: { zh: "规则", en: "rule" },
  label: { zh: "名称", en: "label" },
  kind: { zh: "类别", en: "kind" },
  outcome: { zh: "结果", en: "outcome" },
  reason: { zh: "原因", en: "reason" },
  severity: { zh: "级别", en: "severity" },
  message: { zh: "说明", en: "message" },
  cause: { zh: "原因", en: "cause" },
  place: { zh: "所在", en: "where" },
  expected: { zh: "应为", en: "expected" },
  found: { zh: "实为", en: "found" },
  difference: { zh: "相差", en: "difference" },
  tolerance: { zh: "容许", en: "tolerance" },
  basis: { zh: "容许的依据", en: "basis" },
  unread: { zh: "没有读懂的内容", en: "Not understood" },
  asRead: { zh: "读到的文件", en: "The document as read" },
  narrative: { zh: "文字说明", en: "Narrative" },
  cells: { zh: "金额单元格", en: "amount cells" },
  claims: { zh: "文字与自评中的陈述", en: "statements" },
  rules: { zh: "规则", en: "rules" },
  readJudged: { zh: "读到 / 判断", en: "read / judged" },
  text: { zh: "内容", en: "text" },
  inDocument: { zh: "在文件中", en: "in the document" },
  evaluations: { zh: "项目自评", en: "Self-evaluations" },
  group: { zh: "二级指标", en: "group" },
  indicator: { zh: "三级指标", en: "indicator" },
  target: { zh: "指标值", en: "target" },
  actual: { zh: "完成值", en: "actual" },
  weight: { zh: "分值", en: "weight" },
  score: { zh: "得分", en: "score" }
} as const satisfies Readonly<Record<string, Says>>

export const severityOrder: ReadonlyArray<Severity> = ["error", "warning", "rounding", "note"]
export const outcomeOrder: ReadonlyArray<Outcome> = ["fail", "insufficient-data", "rounding", "pass", "not-applicable"]

/** What is said aside, in the brackets of the language. */
export const inParentheses = (text: string | undefined, lang: Language): string =>
  text === undefined || text === "" ? "" : lang === "zh" ? `（${text}）` : ` (${text})`

/** 原因 as it is shown: one that others could explain too says so. */
export const causeText = ({ certainty, label }: Cause, lang: Language): string =>
  certainty === "certain" ? label[lang] : lang === "zh" ? `${label.zh}（可能）` : `${label.en} (possibly)`

/** 表 with its title, as it is printed: `公开03 支出决算表`. */
export const tableText = ({ table, title }: Pick<Where, "table" | "title">): string | undefined =>
  title === undefined || title === "" || title === table ? table : `${table ?? ""} ${title}`.trim()

export const pageText = (
  where: Pick<Where, "file" | "line" | "page" | "sheet">,
  lang: Language
): ReadonlyArray<string> => [
  ...(where.file === undefined ? [] : [where.file]),
  ...(where.sheet === undefined ? [] : [lang === "zh" ? `工作表“${where.sheet}”` : `sheet “${where.sheet}”`]),
  ...(where.page === undefined ? [] : [lang === "zh" ? `第 ${where.page} 页` : `page ${where.page}`]),
  ...(where.line === undefined ? [] : [lang === "zh" ? `第 ${where.line} 行` : `line ${where.line}`])
]

/** 所在 as one line: `公开03表 · 2010306 · 项目支出（第 5 页）`. */
export const whereText = (where: Where, lang: Language): string => {
  const quote = where.quote === undefined ? undefined : lang === "zh" ? `“${where.quote}”` : `“${where.quote}”`
  const parts = [tableText(where), where.row, where.column, where.section, quote].filter(
    (part) => part !== undefined && part !== ""
  )
  const place = pageText(where, lang).join(lang === "zh" ? "，" : ", ")
  if (place === "") return parts.join(" · ")
  return lang === "zh" ? `${parts.join(" · ")}（${place}）` : `${parts.join(" · ")} (${place})`
}
