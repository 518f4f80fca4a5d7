/** 审核报告文本: the report for a terminal: what was audited, what does not hold, what was not judged, the verdict last. */
import type { AuditReport } from "@juesuan/rules"
import { findingsText } from "./text-findings.ts"
import { hanging } from "./text-lines.ts"
import {
  pageText,
  chosenByNames,
  type Language,
  outcomeNames,
  outcomeOrder,
  severityNames,
  severityOrder,
  verdictSentences
} from "./wording.ts"

export interface AuditTextOptions {
  /** Columns of the terminal; lines are as long as they are where there is none. */
  readonly width?: number | undefined
  /** 尾差 and 提示 one by one. */
  readonly details?: boolean | undefined
  /** Every receipt, also of rules that hold. */
  readonly receipts?: boolean | undefined
}

type Lines = ReadonlyArray<string>

/** 上一年度: what the disclosure was held against, where it was. */
const previousText = ({ previous }: AuditReport["document"], lang: Language, width: number | undefined): Lines => {
  if (previous === undefined) return []
  const year = previous.year === undefined ? [] : [String(previous.year)]
  const named = [...year, ...previous.files.map(({ name }) => name)].join(" ")
  return hanging(lang === "zh" ? "对照上一年度：" : "Beside the year before: ", named, width)
}

const headText = ({ document }: AuditReport, lang: Language, width: number | undefined): Lines => {
  const { files, ruleSet, unit, year } = document
  const zh = lang === "zh"
  const named = unit ?? (zh ? "（没有读到单位名称）" : "(no unit named)")
  const dated = year === undefined ? (zh ? "（没有读到年度）" : "(no year named)") : zh ? `${year} 年度` : String(year)
  const fileText = files.map(({ name, pages }) =>
    pages === null ? name : zh ? `${name}（${pages} 页）` : `${name} (${pages} pages)`
  )
  const rules = `${zh ? ruleSet.label : ruleSet.id}`
  const why = zh ? `（${chosenByNames[ruleSet.chosenBy].zh}）` : ` (${chosenByNames[ruleSet.chosenBy].en})`
  return [
    ...hanging("", `${named}  ${dated}`, width),
    ...(files.length === 0
      ? [zh ? "账上印出的各表" : "As the books print"]
      : hanging(zh ? "文件：" : "Files: ", fileText.join(zh ? "、" : ", "), width)),
    ...hanging(zh ? "规则：" : "Rules: ", `${rules}${why}`, width),
    ...previousText(document, lang, width)
  ]
}

const unreadText = ({ unread }: AuditReport, lang: Language, width: number | undefined): Lines => {
  if (unread.length === 0) return []
  const groups = new Map<string, Array<string>>()
  for (const { place, reason, text } of unread) {
    const at = pageText(place, lang)
      .slice(place.file === undefined ? 0 : 1)
      .join(" ")
    const inOneLine = text.replaceAll(/\s+/gu, " ")
    const short = inOneLine.length > 40 ? `${inOneLine.slice(0, 40)}…` : inOneLine
    const line =
      lang === "zh" ? `“${short}”${at === "" ? "" : `（${at}）`}` : `“${short}”${at === "" ? "" : ` (${at})`}`
    groups.set(reason[lang], [...(groups.get(reason[lang]) ?? []), line])
  }
  return [
    "",
    `${lang === "zh" ? "没有读出" : "Not read"} ${unread.length}`,
    ...[...groups].flatMap(([reason, places]) => [
      ...hanging("  ", `${reason}${lang === "zh" ? "：" : ":"}`, width),
      ...places.flatMap((text) => hanging("    ", text, width))
    ])
  ]
}

/** So many rules of one reason are named. */
const mostRules = 3

const notJudgedText = (
  { receipts }: AuditReport,
  lang: Language,
  { details, width }: { readonly details: boolean; readonly width: number | undefined }
): Lines => {
  const open = receipts.filter(({ outcome }) => outcome === "insufficient-data")
  if (open.length === 0) return []
  const zh = lang === "zh"
  const groups = new Map<string, Array<string>>()
  for (const { label, reason } of open) {
    const why = reason?.[lang] ?? ""
    groups.set(why, [...(groups.get(why) ?? []), label[lang]])
  }
  return [
    "",
    zh ? `没有判断 ${open.length} 条规则` : `Not judged: ${open.length} rules`,
    ...[...groups].flatMap(([reason, labels]) => {
      const named = details || labels.length <= mostRules + 1 ? labels : labels.slice(0, mostRules)
      const rest = labels.length - named.length
      const more = rest === 0 ? "" : zh ? ` 等 ${labels.length} 条` : ` and ${rest} more`
      const names = `${named.join(zh ? "、" : "; ")}${more}`
      if (labels.length === 1) return hanging("  ", reason === "" ? names : `${names} – ${reason}`, width)
      return [...hanging("  ", `${reason}${zh ? "：" : ":"}`, width), ...hanging("    ", names, width)]
    })
  ]
}

const receiptsText = ({ receipts }: AuditReport, lang: Language, width: number | undefined): Lines => [
  "",
  lang === "zh" ? `回执 ${receipts.length}` : `Receipts ${receipts.length}`,
  ...outcomeOrder.flatMap((outcome) => {
    const own = receipts.filter((receipt) => receipt.outcome === outcome)
    if (own.length === 0) return []
    return [
      `  ${outcomeNames[outcome][lang]} ${own.length}`,
      ...own.flatMap(({ counts, label, reason, rule }) => {
        const times = counts[outcome] > 1 ? ` ×${counts[outcome]}` : ""
        return hanging(
          "    ",
          `${rule} ${label[lang]}${times}${reason === undefined ? "" : ` – ${reason[lang]}`}`,
          width
        )
      })
    ]
  })
]

const closingText = (
  { coverage, document, findings, verdict }: AuditReport,
  lang: Language,
  width: number | undefined
): Lines => {
  const zh = lang === "zh"
  const { cells, claims, rules } = coverage
  const counted = severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${severityNames[severity][lang]} ${count}`]
  })
  const outcomes = outcomeOrder.flatMap((outcome) =>
    rules[outcome] === 0 ? [] : [`${outcomeNames[outcome][lang]} ${rules[outcome]}`]
  )
  const recognised = document.tables.filter(({ recognised }) => recognised).length
  const read = zh
    ? `读到 ${document.tables.length} 张表（认出 ${recognised} 张）、${document.paragraphs} 段文字、${document.evaluations.length} 份项目自评；金额 ${cells.read} 个，判断 ${cells.judged} 个；陈述 ${claims.read} 条，判断 ${claims.judged} 条。`
    : `Read: ${document.tables.length} tables (${recognised} recognised), ${document.paragraphs} paragraphs, ${document.evaluations.length} self-evaluations; ${cells.read} amounts, ${cells.judged} of them judged; ${claims.read} statements, ${claims.judged} of them judged.`
  const found = counted.length === 0 ? "" : zh ? `（${counted.join("，")}）` : ` (${counted.join(", ")})`
  return [
    "",
    ...hanging("", read, width),
    ...hanging("", `${zh ? "规则：" : "Rules: "}${outcomes.join(zh ? "，" : ", ")}${zh ? "。" : "."}`, width),
    ...hanging("", `${verdictSentences[verdict][lang]}${found}${zh ? "。" : "."}`, width)
  ]
}

/**
 * The report as text.
 *
 * @example auditText(report, "zh", { width: 80 })
 */
export const auditText = (report: AuditReport, lang: Language, options: AuditTextOptions = {}): string => {
  const { details = false, receipts = false, width } = options
  return [
    ...headText(report, lang, width),
    ...findingsText(report, lang, { details, width }),
    ...unreadText(report, lang, width),
    ...notJudgedText(report, lang, { details, width }),
    ...(receipts ? receiptsText(report, lang, width) : []),
    ...closingText(report, lang, width)
  ].join("\n")
}
