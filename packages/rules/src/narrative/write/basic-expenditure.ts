/** 基本支出: its parts with the 款 that they consist of. */
import { Quantities } from "@juesuan/domain"
import type { ParagraphTemplate } from "../../content/narrative/forms/NarrativeForm.ts"
import { reference, sumOver } from "../../formula/Formula.ts"
import { amountClaim, itemsClaim } from "./FigureClaim.ts"
import type { PlannedParagraph } from "./PlannedParagraph.ts"
import type { NarrativeGround, Topics } from "./Topic.ts"

/** 人员经费…万元，包括基本工资、…: the 款 that have an amount, exactly. */
export const items = (
  { part, subject }: Extract<ParagraphTemplate, { readonly kind: "items" }>,
  topics: Topics,
  { addressOf, economicItems }: NarrativeGround
): ReadonlyArray<PlannedParagraph> => {
  const topic = topics.of(subject)
  if (topic === undefined) return []
  const amount = amountClaim(topic)
  const used = economicItems.flatMap(({ code, name, part: of, used: isUsed }) => {
    const address = addressOf("general-public-budget-basic-expenditure", code, "amount")
    return isUsed && of === part && address !== undefined
      ? [{ name, formula: reference(address, name, Quantities.yuan) }]
      : []
  })
  const listed = itemsClaim(
    topic,
    sumOver(
      "各款",
      used.map(({ formula }) => formula),
      Quantities.yuan
    )
  )
  return [
    {
      claims: [amount, listed],
      tell: (telling) => {
        const text = telling.amount(amount)
        if (text === undefined) return undefined
        const names = used.flatMap(({ formula, name }) => (telling.hasAmount(formula) ? [name] : []))
        const list = names.length === 0 ? "" : `，包括${telling.inWords(listed, names.join("、"))}`
        return `${topic.name}${text}${list}。`
      }
    }
  ]
}
