/** 发现集的索引页: docs/findings.md, made of the rules and of what their cases provoke. */
import { causeLabels, type CheckRule, checkRules, type Finding, type Wording } from "@juesuan/rules"
import { type FindingCase, judgeText, ownFindings } from "./Case.ts"

/** Rules by the beginning of their ids, in the order of the tables. */
const groups: ReadonlyArray<readonly [prefix: string, title: string]> = [
  ["identity.summary.", "收入支出决算总表 · Summary of income and expenditure"],
  ["identity.income.", "收入决算表 · Income"],
  ["identity.expenditure.", "支出决算表 · Expenditure"],
  ["identity.fiscal-summary.", "财政拨款收入支出决算总表 · Summary of appropriations"],
  ["identity.general-budget.", "一般公共预算财政拨款支出决算表 · General public budget"],
  ["identity.basic-detail.", "一般公共预算财政拨款基本支出决算明细表 · Basic expenditure in detail"],
  ["identity.government-fund.", "政府性基金预算财政拨款收入支出决算表 · Government funds"],
  ["identity.state-capital.", "国有资本经营预算财政拨款支出决算表 · State capital"],
  ["identity.three-public.", "财政拨款“三公”经费支出决算表 · The three public expenses"],
  ["identity.further-information.", "部门决算公开相关信息统计表 · Further information"],
  ["identity.structure.", "表的结构 · Structure of tables"],
  ["national.joint.", "联合检查 · All equations together"],
  ["narrative.", "情况说明 · Narrative"],
  ["evaluation.", "绩效自评 · Self-evaluations"]
]

const severities: Readonly<Record<Finding["severity"], string>> = {
  error: "错误 error",
  warning: "提醒 warning",
  note: "提示 note",
  rounding: "尾数 rounding"
}

const quoted = ({ en, zh }: Wording): ReadonlyArray<string> => [`> ${zh}`, ">", `> ${en}`, ""]

/** A formula longer than this is folded away. */
const longFormula = 120

/** Formulas stand as they are: their stars are no emphasis. */
const asWritten = (text: string): string => (/[/*]/u.test(text) ? `\`${text}\`` : text)

const statementOf = ({ statement }: CheckRule): ReadonlyArray<string> =>
  statement.zh.length > longFormula
    ? [
        `${statement.en}.`,
        "",
        "<details><summary>勾稽式</summary>",
        "",
        ...statement.zh.split("；").map((each) => `- ${asWritten(each)}`),
        "",
        "</details>"
      ]
    : [asWritten(statement.zh), "", `${statement.en}.`]

const citationOf = ({ citation: { article, document, verified } }: CheckRule): string =>
  `${document}${article === undefined ? "" : ` ${article}`}${verified ? "" : "（未与原文核对 not verified）"}`

const ofRule = async (rule: CheckRule, of: FindingCase): Promise<ReadonlyArray<string>> => {
  const [finding] = await ownFindings(of)
  if (finding === undefined) throw new Error(`the case of ${rule.id} provokes nothing`)
  return [
    `### ${rule.label}`,
    "",
    `\`${rule.id}\` · ${severities[finding.severity]} · [例 case](../test/findings/cases/${rule.id}.md)`,
    "",
    ...statementOf(rule),
    "",
    `依据 Source: ${citationOf(rule)}`,
    "",
    of.story,
    "",
    ...quoted(finding.message)
  ]
}

const ofCause = async (of: FindingCase): Promise<ReadonlyArray<string>> => {
  const label = causeLabels[of.id as keyof typeof causeLabels]
  const { findings } = await judgeText(of.wrong, of)
  const finding = findings.find(({ cause }) => cause?.kind === of.id)
  if (finding === undefined) throw new Error(`the case of ${of.id} provokes nothing of that cause`)
  return [
    `### ${label.zh} · ${label.en}`,
    "",
    `\`${of.id}\` · [例 case](../test/findings/causes/${of.id}.md)`,
    "",
    of.story,
    "",
    ...quoted(finding.message)
  ]
}

/** The page, in the order of the registry. */
export const indexPage = async (
  cases: ReadonlyArray<FindingCase>,
  causes: ReadonlyArray<FindingCase>
): Promise<string> => {
  const caseOf = new Map(cases.map((of) => [of.id, of]))
  const sections = await Promise.all(
    groups.map(async ([prefix, title]) => {
      const rules = checkRules.filter(({ id }) => id.startsWith(prefix))
      const entries = await Promise.all(
        rules.flatMap((rule) => {
          const of = caseOf.get(rule.id)
          return of === undefined ? [] : [ofRule(rule, of)]
        })
      )
      return [`## ${title}`, "", ...entries.flat()]
    })
  )
  const ofCauses = await Promise.all(
    Object.keys(causeLabels).flatMap((kind) => causes.filter(({ id }) => id === kind).map(ofCause))
  )
  return [
    "# 发现集 · Findings",
    "",
    "What every rule says when it objects, and what every cause looks like, provoked by the smallest documents under",
    "`test/findings`. Where several rules fail for one cause, an audit says it once, as under 原因. This page is made by",
    "`npm run docs`.",
    "",
    ...sections.flat(),
    "## 原因 · Causes",
    "",
    ...ofCauses.flat()
  ].join("\n")
}
