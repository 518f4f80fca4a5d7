/** 拒绝 of the domain and of the rules as the one error of the use cases, in their own words; the tag is the code. */
import { Jurisdiction, type Refusal, refusalMessage } from "@juesuan/domain"
import type { NoRuleSet } from "@juesuan/rules"
import { type AppError, refusal as appRefusal } from "./AppError.ts"

/** What is refused because nothing of that name is there; everything else the rules of the books do not allow. */
const missing: ReadonlySet<string> = new Set(["OriginalNotFound", "UnitUnknown", "IndicatorUnknown"])

export const ofRefusal = (refusal: Refusal): AppError => {
  const { _tag, ...details } = refusal
  return appRefusal(missing.has(_tag) ? "notFound" : "notAllowed", _tag, details, {
    zh: refusalMessage(refusal, "zh"),
    en: refusalMessage(refusal, "en")
  })
}

export const ofNoRuleSet = ({ held, jurisdiction, year }: NoRuleSet): AppError =>
  appRefusal(
    "notAllowed",
    "NoRuleSet",
    { jurisdiction, year, held },
    {
      zh: `没有适用于${Jurisdiction.labelOf(jurisdiction)} ${year} 年度的规则集；现有：${held.join("、")}。请核对年度与地区，或升级到带有该规则集的版本。`,
      en: `No rule set applies to ${jurisdiction} in ${year}; there are ${held.join(", ")}. Check year and jurisdiction, or update to a version that holds it.`
    }
  )
