/** 称呼: how refusals call kinds of events, budget lines and codes in each language, so that all call them alike. */
import { type EventKind, eventKinds } from "../Event.ts"
import { parseStreamName } from "../EventId.ts"
import type { BudgetLine } from "../events/fields.ts"
import type { Lang, Says } from "../Language.ts"
import type { RefusalOf, RefusalTag, Suggestion } from "../Refusal.ts"
import {
  type ExpenditureKind,
  ExpenditureKind as ExpenditureKinds,
  type Fund,
  Fund as Funds,
  type ItemLevel,
  ItemLevel as ItemLevels
} from "../Terms.ts"

/** How the sentences of some refusals are held. */
export type Sentences = { readonly [Tag in RefusalTag]?: (refusal: RefusalOf<Tag>) => Says }

/** “支付” in Chinese, PaymentMade in English. */
export const kindName = (type: EventKind, lang: Lang): string =>
  lang === "zh" ? `“${eventKinds[type].label.replaceAll("“", "‘").replaceAll("”", "’")}”` : type

/** 单位 023001 2024 年度, 项目 P01: where an event stands, in words. */
export const streamLabel = (name: string, lang: Lang): string => {
  const stream = parseStreamName(name)
  if (stream === undefined) return name
  const unit = lang === "zh" ? `单位 ${stream.unit}` : `unit ${stream.unit}`
  if (stream.family === "unit") return unit
  const year = lang === "zh" ? `${unit} ${stream.year} 年度` : `${unit}, year ${stream.year}`
  if (stream.family === "year") return year
  return lang === "zh" ? `${year}项目 ${stream.project}` : `${year}, project ${stream.project}`
}

export const fundName = (fund: Fund, lang: Lang): string => (lang === "zh" ? Funds.labelOf(fund) : fund)

export const expenditureName = (kind: ExpenditureKind, lang: Lang): string =>
  lang === "zh" ? ExpenditureKinds.labelOf(kind) : kind

/** 一般公共预算财政拨款·2010306·项目支出·项目 P01 */
export const lineName = ({ functional, fund, kind, project }: BudgetLine, lang: Lang): string => {
  const of = project === undefined ? [] : [lang === "zh" ? `项目 ${project}` : `project ${project}`]
  return [fundName(fund, lang), functional, expenditureName(kind, lang), ...of].join(lang === "zh" ? "·" : " · ")
}

/** Names set apart as the language does it. */
export const listed = (names: ReadonlyArray<string>, lang: Lang): string => names.join(lang === "zh" ? "、" : ", ")

/** Codes with their names, after an introduction in each language; nothing where there are none. */
const suggested = (suggestions: ReadonlyArray<Suggestion>, introduction: Says): Says => {
  if (suggestions.length === 0) return { zh: "", en: "" }
  const zh = suggestions.map(({ code, name }) => `${code} ${name}`)
  const en = suggestions.map(({ code, name }) => `${code} “${name}”`)
  return { zh: `${introduction.zh}：${listed(zh, "zh")}。`, en: ` ${introduction.en}: ${listed(en, "en")}.` }
}

/** What may have been meant, as a sentence of its own. */
export const perhaps = (nearest: ReadonlyArray<Suggestion>): Says =>
  suggested(nearest, { zh: "相近的有", en: "Near it" })

/** What lies below a code, as a sentence of its own. */
export const including = (below: ReadonlyArray<Suggestion>): Says => suggested(below, { zh: "其下有", en: "Below it" })

export const levelName = (level: ItemLevel, lang: Lang): string => (lang === "zh" ? ItemLevels.labelOf(level) : level)
