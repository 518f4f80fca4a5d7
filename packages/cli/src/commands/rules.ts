/** `juesuan rules list|show|try`: the rules of the audit, and rules of one's own. */
import {
  auditing,
  Audits,
  Disclosures,
  kindNames,
  outcomeNames,
  type RuleJson,
  ruleJson,
  rulesLive,
  severityNames,
  type Sheet,
  type TriedJson
} from "@juesuan/app"
import { Jurisdiction } from "@juesuan/domain"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { answerJson, answerList, answerText, listFormats, wantsJson } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { ExitCode } from "../ExitCode.ts"
import { bytesOf } from "../Files.ts"
import { type Language, type Wording, wordingOf } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import * as Options from "../Options.ts"
import { withBooks } from "../Session.ts"
import { column } from "../render/sheets.ts"
import { questionOf, questionOptions } from "./question.ts"

const strengths = {
  hard: ["必须成立", "hard"],
  conditional: ["有条件", "conditional"],
  soft: ["参考", "soft"]
} as const

const said = ([zh, en]: readonly [string, string], t: Wording): string => t(zh, en)

const ofPlace = (t: Wording) => ({
  place: Options.choice("place", Jurisdiction.ids, t("哪里的规则（默认全国）", "whose rules (default: national)")),
  year: Options.scope(t).year,
  lang: Options.general(t).lang
})

const listSheet = (rules: ReadonlyArray<RuleJson>, whole: boolean, language: Language): Sheet => {
  const t = wordingOf(language)
  return {
    columns: [
      column("id", t("编号", "id")),
      column("label", t("名称", "label")),
      column("kind", t("类别", "kind")),
      column("strength", t("强度", "strength")),
      column("severity", t("级别", "severity")),
      // What a rule says is too long for a terminal: `rules show` prints it.
      ...(whole ? [column("statement", t("内容", "statement"))] : [])
    ],
    rows: rules.map(({ id, kind, label, labelEn, severity, statement, strength }) => [
      id,
      t(label, labelEn),
      kindNames[kind][language],
      said(strengths[strength], t),
      severityNames[severity][language],
      ...(whole ? [statement[language]] : [])
    ])
  }
}

const ruleText = (rule: RuleJson, language: Language, t: Wording): string => {
  const { citation, id, inForceFrom, jurisdiction, kind, label, labelEn, severity, statement, strength } = rule
  const place = Jurisdiction.ids.find((each) => each === jurisdiction)
  const source = [citation.document, citation.article].filter((part) => part !== undefined).join(" ")
  const [colon, comma] = [t("：", ": "), t("，", ", ")]
  const what = [kindNames[kind][language], said(strengths[strength], t), severityNames[severity][language]].join(comma)
  return [
    `${t(label, labelEn)}  ${id}`,
    `${t("内容", "says")}${colon}${statement[language]}`,
    `${t("类别", "kind")}${colon}${what}`,
    `${t("依据", "source")}${colon}${source}${citation.verified ? "" : t("（待核）", " (not verified)")}`,
    `${t("适用", "holds")}${colon}${place === undefined ? jurisdiction : Jurisdiction.labelOf(place)}${comma}${inForceFrom} ${t("起", "on")}`
  ].join("\n")
}

const triedText = ({ file, on, rules }: TriedJson, language: Language, t: Wording): string =>
  [
    t(
      `${file}：${rules.length} 条规则都读得懂，试用于 ${on}：`,
      `${file}: all ${rules.length} rules are understood; tried on ${on}:`
    ),
    ...rules.flatMap(({ findings, label, outcome, reason, rule }) => [
      `  [${outcomeNames[outcome][language]}] ${rule} ${label[language]}`,
      ...(reason === undefined ? [] : [`      ${reason[language]}`]),
      ...findings.map(({ message }) => `      ${message[language]}`)
    ])
  ].join("\n")

const list = (language: Language, t: Wording) =>
  Command.make("list", { ...ofPlace(t), ...Options.format(t, listFormats) }, ({ place, year, ...options }) => {
    const rules = rulesLive.list({ jurisdiction: place, year }).map(ruleJson)
    return answerList(options, rules, listSheet(rules, options.format === "csv", language))
  }).pipe(Command.withDescription(t("列出全部规则", "list every rule")))

const show = (language: Language, t: Wording) =>
  Command.make(
    "show",
    {
      rule: Argument.String("rule").pipe(Argument.withDescription(t("编号或名称", "its id or its name"))),
      ...ofPlace(t),
      ...Options.format(t, ["text", "json"])
    },
    ({ place, rule, year, ...options }) =>
      Effect.flatMap(rulesLive.show(rule, { jurisdiction: place, year }), (found) =>
        wantsJson(options) ? answerJson(ruleJson(found)) : answerText(ruleText(ruleJson(found), language, t))
      )
  ).pipe(Command.withDescription(t("一条规则说什么，依据是什么", "what a rule says and where it comes from")))

const tryOptions = (t: Wording) => ({
  rules: Argument.String("rules").pipe(
    Argument.withDescription(t("自己的规则文件（YAML）", "a file of your own rules (YAML)"))
  ),
  files: Argument.String("file").pipe(
    Argument.withDescription(
      t("试用于哪份公开文件；不写则试用于账库", "the published file to try them on; without one, the books")
    ),
    Argument.variadic({ min: 0 })
  ),
  ...questionOptions(t)
})

const attempt = (language: Language, t: Wording) =>
  Command.make("try", tryOptions(t), ({ files, rules, ...options }) =>
    Effect.gen(function* () {
      const file = yield* bytesOf(rules)
      // A file with a fault is said to have one before anything is read with it.
      yield* rulesLive.read(file)
      const on =
        files.length > 0
          ? yield* Effect.gen(function* () {
              const audits = yield* Audits
              const { disclosure } = yield* audits.audit(yield* Effect.forEach(files, bytesOf))
              return { name: files.join("、"), document: disclosure }
            }).pipe(Effect.provide(auditing))
          : yield* withBooks(
              options,
              "read",
              language,
              Effect.flatMap(Disclosures, (disclosures) =>
                Effect.map(disclosures.disclosure(questionOf(options)), ({ disclosure, name, scope }) => ({
                  name: `${name} ${scope.year}`,
                  document: disclosure
                }))
              )
            )
      const tried = yield* rulesLive.tryOn(file, on)
      yield* wantsJson(options) ? answerJson(tried) : answerText(triedText(tried, language, t))
      const errors = tried.rules.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error")
      return yield* errors.length > 0 ? leaveWith(ExitCode.findings) : Effect.void
    })
  ).pipe(
    Command.withDescription(
      t(
        "检查自己的规则文件，并试用于账库或一份公开文件",
        "check a file of your own rules and try it on the books or a file"
      )
    )
  )

export const rules = (language: Language) => {
  const t = wordingOf(language)
  return Command.make("rules").pipe(
    Command.withDescription(commandIndex.rules[language]),
    Command.withSubcommands([list(language, t), show(language, t), attempt(language, t)])
  )
}
