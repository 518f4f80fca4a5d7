/** 报告用语: what every written form of an audit report calls things, in both languages, once. */
import type { Cause, Outcome, ReportedReceipt, Severity, Verdict, Where } from "@juesuan/rules"

export type Language = "zh" | "en"
type Says = Readonly<Record<Language, string>>

export const severityNames: Readonly<Record<Severity, Says>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "待说明", en: "warning" },
  rounding: { zh: "尾差", en: "rounding" },
  note: { zh: "提示", en: "note" }
}

export const outcomeNames: Readonly<Record<Outcome, Says>> = {
  fail: { zh: "不符", en: "fails" },
  "insufficient-data": { zh: "数据不足，未判断", en: "not judged: data missing" },
  rounding: { zh: "尾差之内", en: "within rounding" },
  pass: { zh: "相符", en: "holds" },
  "not-applicable": { zh: "不适用", en: "not applicable" }
}

export const verdictNames: Readonly<Record<Verdict, Says>> = {
  pass: { zh: "通过", en: "pass" },
  fail: { zh: "不通过", en: "fail" },
  incomplete: { zh: "无法判断", en: "incomplete" }
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
  cause: { zh: "判断的原因", en: "cause" },
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
  possible: { zh: "可能", en: "possible" },
  text: { zh: "内容", en: "text" },
  noValue: { zh: "空白", en: "blank" }
} as const satisfies Readonly<Record<string, Says>>

export const severityOrder: ReadonlyArray<Severity> = ["error", "warning", "rounding", "note"]
export const outcomeOrder: ReadonlyArray<Outcome> = ["fail", "insufficient-data", "rounding", "pass", "not-applicable"]

/** 原因 as it is shown: one that others could explain too says so. */
export const causeText = ({ certainty, label }: Cause, lang: Language): string =>
  certainty === "certain" ? label[lang] : `${words.possible[lang]}${lang === "zh" ? "：" : ": "}${label[lang]}`

const pageText = (where: Pick<Where, "file" | "line" | "page" | "sheet">, lang: Language): ReadonlyArray<string> => [
  ...(where.file === undefined ? [] : [where.file]),
  ...(where.sheet === undefined ? [] : [lang === "zh" ? `工作表“${where.sheet}”` : `sheet “${where.sheet}”`]),
  ...(where.page === undefined ? [] : [lang === "zh" ? `第 ${where.page} 页` : `page ${where.page}`]),
  ...(where.line === undefined ? [] : [lang === "zh" ? `第 ${where.line} 行` : `line ${where.line}`])
]

/** 所在 as one line: `公开03表 · 2010306 · 项目支出（第 5 页）`. */
export const whereText = (where: Where, lang: Language): string => {
  const quote = where.quote === undefined ? undefined : lang === "zh" ? `“${where.quote}”` : `“${where.quote}”`
  const parts = [where.table, where.row, where.column, where.section, quote].filter(
    (part) => part !== undefined && part !== ""
  )
  const place = pageText(where, lang).join(lang === "zh" ? "，" : ", ")
  if (place === "") return parts.join(" · ")
  return lang === "zh" ? `${parts.join(" · ")}（${place}）` : `${parts.join(" · ")} (${place})`
}
