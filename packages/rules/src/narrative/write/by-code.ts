/** 按功能分类: the structure of the general public budget, and the budgets of their own. */
import type { ParagraphTemplate } from "../../content/narrative/forms/NarrativeForm.ts"
import { amountClaim } from "./FigureClaim.ts"
import { partsOfWhole, partsTold, type PlannedParagraph } from "./PlannedParagraph.ts"
import type { NarrativeGround, Topics } from "./Topic.ts"

/** 各类 with their shares. */
export const structure = (
  template: Extract<ParagraphTemplate, { readonly kind: "structure" }>,
  topics: Topics
): ReadonlyArray<PlannedParagraph> => {
  const whole = topics.of(template.whole)
  if (whole === undefined) return []
  const classes = topics.generalCodes(3).flatMap((code) => topics.ofCode(code, "expenditure-of-year") ?? [])
  return [partsOfWhole(whole, classes, true)]
}

const tables = { "government-fund": "government-fund", "state-capital": "state-capital-expenditure" } as const

/** That there is nothing, or carry-over, income and expenditure, and the parts and classes of what was spent. */
export const fund = (
  template: Extract<ParagraphTemplate, { readonly kind: "fund" }>,
  topics: Topics,
  { codesIn }: NarrativeGround
): ReadonlyArray<PlannedParagraph> => {
  const found = template.subjects.flatMap((id) => topics.of(id) ?? [])
  if (found.length < template.subjects.length) return []
  const amounts = found.map(amountClaim)
  const parts = template.parts.flatMap((id) => topics.of(id) ?? []).map(amountClaim)
  const codes = [...new Set(codesIn({ account: "payment", fund: [template.fund] }).map((code) => code.slice(0, 3)))]
  const classes = codes
    .toSorted()
    .flatMap((code) => topics.ofFundCode(tables[template.fund], code) ?? [])
    .map(amountClaim)
  return [
    {
      claims: [...amounts, ...parts, ...classes],
      tell: (telling) => {
        if (amounts.every((claim) => telling.isZero(claim))) {
          for (const claim of amounts) telling.inWords(claim, template.nothing)
          return template.nothing
        }
        const totals = amounts.flatMap((claim) => {
          const text = telling.amount(claim)
          return text === undefined ? [] : [`${claim.subject.name}${text}`]
        })
        const lists = [parts, classes].flatMap((list) => {
          const told = partsTold(
            telling,
            list.map((amount) => ({ amount, share: undefined }))
          )
          return told.length === 0 ? [] : [`其中：${told.join("；")}。`]
        })
        return `${telling.year}年度${totals.join("，")}。${lists.join("")}`
      }
    }
  ]
}
