/** 总额、构成与采购: figures with their changes, wholes with their parts, contracts by the size of the supplier. */
import type { ParagraphTemplate } from "../../content/narrative/forms/NarrativeForm.ts"
import { amountClaim, shareClaim } from "./FigureClaim.ts"
import { changesTold, changing, type Part, partsOfWhole, partsTold, type PlannedParagraph } from "./PlannedParagraph.ts"
import type { Topics } from "./Topic.ts"

export const figures = (
  { shareOf, subjects }: Extract<ParagraphTemplate, { readonly kind: "figures" }>,
  topics: Topics
): ReadonlyArray<PlannedParagraph> => {
  const found = subjects.flatMap((id) => topics.of(id) ?? [])
  const [first] = found
  if (first === undefined || found.length < subjects.length) return []
  const changes = found.map(changing)
  const whole = shareOf === undefined ? undefined : topics.of(shareOf)
  const share = whole === undefined ? undefined : shareClaim(first, whole)
  return [
    {
      claims: [
        ...changes.flatMap(({ amount, change, rate }) => [amount, change, rate]),
        ...(share === undefined ? [] : [share])
      ],
      tell: (telling) => {
        const amounts = changes.flatMap(({ amount }) => {
          const text = telling.amount(amount)
          return text === undefined ? [] : [`${amount.subject.name}${text}`]
        })
        if (amounts.length < changes.length) return undefined
        const percent = share === undefined ? undefined : telling.percent(share)
        const ofWhole = percent === undefined || whole === undefined ? "" : `，占${whole.name}的${percent}`
        return `${telling.year}年度${amounts.join("，")}${ofWhole}。${changesTold(telling, changes)}`
      }
    }
  ]
}

export const parts = (
  template: Extract<ParagraphTemplate, { readonly kind: "parts" }>,
  topics: Topics
): ReadonlyArray<PlannedParagraph> => {
  const whole = topics.of(template.whole)
  if (whole === undefined) return []
  const found = template.parts.flatMap((id) => topics.of(id) ?? [])
  return [partsOfWhole(whole, found, template.shares)]
}

/** 小微企业 among 中小企业, with the shares that the place states. */
export const supplierSizes = (
  template: Extract<ParagraphTemplate, { readonly kind: "supplier-sizes" }>,
  topics: Topics
): ReadonlyArray<PlannedParagraph> => {
  const whole = topics.of(template.whole)
  const medium = topics.of("procurement.small-and-medium")
  const small = topics.of("procurement.small-and-micro")
  const ofSmall = topics.of(template.smallAndMicroOf)
  if (whole === undefined || medium === undefined || small === undefined || ofSmall === undefined) return []
  const total = amountClaim(whole)
  const sizes: ReadonlyArray<Part> = [
    { amount: amountClaim(medium), share: shareClaim(medium, whole) },
    { amount: amountClaim(small), share: shareClaim(small, ofSmall) }
  ]
  return [
    {
      claims: sizes.flatMap(({ amount, share }) => (share === undefined ? [amount] : [amount, share])),
      tell: (telling) => {
        if (telling.isZero(total)) return undefined
        const told = partsTold(telling, sizes)
        return told.length === 0 ? undefined : `${told.join("，其中：")}。`
      }
    }
  ]
}
