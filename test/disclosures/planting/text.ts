/** 文字里的错: amounts, rates, words of direction, lists and counts that do not say what the tables say. */
import type { Chance } from "../Chance.ts"
import { paragraphText, type Draft, type Paragraph, type Part } from "../Draft.ts"
import { decimalText } from "../layouts/grids.ts"
import { replaced, type Plant, type Planted } from "./Plant.ts"

interface PartAt {
  readonly index: number
  readonly paragraph: Paragraph
  readonly at: number
  readonly part: Part
}

const partsOf = (draft: Draft): ReadonlyArray<PartAt> =>
  draft.blocks.flatMap((block, index) =>
    block.block === "paragraph" ? block.parts.map((part, at) => ({ index, paragraph: block, at, part })) : []
  )

const withPart = (draft: Draft, place: PartAt, part: Part, kind: string): Planted => {
  const parts = place.paragraph.parts.map((one, position) => (position === place.at ? part : one))
  const changed: Paragraph = { block: "paragraph", parts }
  const detail = JSON.stringify([place.part, part])
  return { draft: replaced(draft, place.index, changed), truth: { kind, quote: paragraphText(changed), detail } }
}

/** A kind that changes one part: the first place, in random order, that lends itself to it. */
const ofOnePart = (kind: string, change: (place: PartAt, chance: Chance) => Part | undefined): Plant => ({
  kind,
  plant: (draft, chance) => {
    for (const place of chance.shuffled(partsOf(draft))) {
      const part = change(place, chance)
      if (part !== undefined) return withPart(draft, place, part, kind)
    }
    return undefined
  }
})

const textBefore = ({ paragraph, at }: PartAt): string =>
  paragraphText({ block: "paragraph", parts: paragraph.parts.slice(0, at) })
const textAfter = ({ paragraph, at }: PartAt): string =>
  paragraphText({ block: "paragraph", parts: paragraph.parts.slice(at + 1) })

const amountChanged = ofOnePart("narrative-amount", ({ part }, chance) => {
  if (typeof part === "string" || part.part !== "amount" || part.role !== "table" || part.hundredths < 100)
    return undefined
  const other = part.hundredths + Math.max(50, Math.round(part.hundredths / 50)) * chance.whole(1, 9)
  return { ...part, hundredths: other, text: decimalText(other, part.text.includes(",")) }
})

const percentChanged = ofOnePart("narrative-percent", ({ part }, chance) => {
  if (typeof part === "string" || part.part !== "percent" || part.role === "stated") return undefined
  const hundredths = Math.round(Number(part.text.replace("%", "")) * 100)
  return { ...part, text: `${decimalText(hundredths + 100 * chance.whole(2, 30), false)}%` }
})

const wrongDenominator = ofOnePart("wrong-denominator", ({ part }) => {
  if (typeof part === "string" || part.part !== "percent" || part.wrong === undefined) return undefined
  const [right, wrong] = [Number(part.text.replace("%", "")), Number(part.wrong.replace("%", ""))]
  return Math.abs(right - wrong) < 1 ? undefined : { ...part, text: part.wrong }
})

/** 增加 for 减少 cannot be seen where no figure of last year is printed; 大于 for 小于 stands beside both its figures. */
const wrongDirection = ofOnePart("wrong-direction", ({ part }) =>
  typeof part !== "string" && part.part === "direction" && /[大小]于/u.test(part.text)
    ? { ...part, text: part.opposite }
    : undefined
)

/** 减少5.00万元，增长3.20%: the two words of one change contradict each other. */
const wordsContradict = ofOnePart("words-contradict", (place) => {
  const { part } = place
  if (typeof part === "string" || part.part !== "direction" || /[大小]于/u.test(part.text)) return undefined
  return /^[\d.,]+万元，(?:增长|下降|降低)/u.test(textAfter(place)) ? { ...part, text: part.opposite } : undefined
})

const unchangedThoughChanged = ofOnePart("unchanged-though-changed", (place) => {
  const { part } = place
  if (typeof part === "string" || part.part !== "direction" || !/[大小]于/u.test(part.text)) return undefined
  return { ...part, text: "等于" }
})

const zeroBaseWithRate = ofOnePart("zero-base-with-rate", (place) => {
  const { part } = place
  if (typeof part !== "string" || !part.startsWith("万元") || /完成/u.test(part)) return undefined
  const before = textBefore(place)
  return /(?:预算为|年初预算)0(?:\.00)?万元，(?:支出)?决算为?[\d.,]+$/u.test(before) &&
    !(part + textAfter(place)).startsWith("万元，完成")
    ? part.replace("万元", "万元，完成年初预算的100.00%")
    : undefined
})

const listWithout = ofOnePart("list-without-item", ({ part }, chance) => {
  if (typeof part === "string" || part.part !== "list" || part.items.length < 3 || part.isOpen) return undefined
  const left = chance.whole(0, part.items.length - 1)
  return { ...part, items: part.items.filter((_, index) => index !== left) }
})

const listWithMore = ofOnePart("list-with-item-more", ({ part }, chance) => {
  if (typeof part === "string" || part.part !== "list" || part.others.length === 0) return undefined
  return { ...part, items: [...part.items, chance.pick(part.others)] }
})

const countChanged = (kind: string, roles: ReadonlyArray<string>): Plant =>
  ofOnePart(kind, ({ part }, chance) => {
    if (typeof part === "string" || part.part !== "count" || !roles.includes(part.role)) return undefined
    const of = part.of + chance.whole(1, 4)
    return { ...part, of, text: String(of) }
  })

const microOverMedium: Plant = {
  kind: "micro-over-medium",
  plant: (draft) => {
    const index = draft.blocks.findIndex(
      (block) => block.block === "paragraph" && paragraphText(block).includes("授予小微企业合同金额")
    )
    const block = draft.blocks[index]
    if (block?.block !== "paragraph") return undefined
    const amounts = block.parts.flatMap((part, at) => (typeof part !== "string" && part.part === "amount" ? [at] : []))
    const [medium, micro] = amounts.slice(-2)
    if (medium === undefined || micro === undefined) return undefined
    const [one, other] = [block.parts[medium], block.parts[micro]]
    if (
      one === undefined ||
      other === undefined ||
      paragraphText({ block: "paragraph", parts: [one] }) === paragraphText({ block: "paragraph", parts: [other] })
    )
      return undefined
    const parts = block.parts.map((part, at) => (at === medium ? other : at === micro ? one : part))
    const changed: Paragraph = { block: "paragraph", parts }
    return {
      draft: replaced(draft, index, changed),
      truth: { kind: microOverMedium.kind, quote: paragraphText(changed), detail: "" }
    }
  }
}

const leftover = ofOnePart("template-leftover", ({ part }) =>
  typeof part === "string" && /主要(?:变动)?原因是/u.test(part)
    ? part.replace(/(原因是)：?[^，。；]+/u, "$1XXX")
    : undefined
)

const wrongYear = ofOnePart("wrong-year", ({ part }) =>
  typeof part !== "string" && part.part === "year"
    ? { ...part, text: part.text.replace(/\d{4}/u, (year) => String(Number(year) - 1)) }
    : undefined
)

export const textPlants: ReadonlyArray<Plant> = [
  amountChanged,
  percentChanged,
  wrongDenominator,
  wrongDirection,
  wordsContradict,
  unchangedThoughChanged,
  zeroBaseWithRate,
  listWithout,
  listWithMore,
  countChanged("vehicle-count", ["vehicles"]),
  countChanged("grade-count", ["grade"]),
  microOverMedium,
  leftover,
  wrongYear
]
