/**
 * 文表一致: an amount of the narrative is the amount of the table; one figure that the text states twice is one amount.
 */
import { type PrintedNumber, Quantities, type Quantity } from "@juesuan/domain"
import type { Cause, Judgement, Where } from "../../judging/Finding.ts"
import type { Cells } from "../Cells.ts"
import type { AmountClaim, BudgetKind, Claim, Stated } from "../Claim.ts"
import type { Reading } from "../Reader.ts"
import { amountText, faulty, roundingBasis, magnitude, notJudged, pass, valueText, whereOf } from "./verdict.ts"

const { compare, equals, isZero, minus, plus, quantity, ratio, times, yuan } = Quantities

/** What the tables hold for a sum of cells: value, half of the last digits, and the cells. */
export interface HeldSum {
  readonly value: Quantity
  readonly half: Quantity
  readonly where: ReadonlyArray<Where>
}

export const heldSum = (cells: Cells, addresses: ReadonlyArray<string>): HeldSum | undefined => {
  let sum: HeldSum = { value: quantity("0", yuan), half: quantity("0", yuan), where: [] }
  for (const address of addresses) {
    const held = cells.at(address)
    if (held._tag === "Unknown") return undefined
    const where = [...sum.where, held.where]
    if (held._tag === "Empty") sum = { ...sum, where }
    else if (held.number.value.unit.kind !== "yuan") return undefined
    else sum = { value: plus(sum.value, held.number.value), half: plus(sum.half, held.number.half), where }
  }
  return addresses.length === 0 ? undefined : sum
}

export type Agreement = "equal" | "rounding" | "different"

/** Equal digits agree; digits that differ within what rounding allows are rounding; a coarser number agrees within its digits. */
export const agreement = (number: PrintedNumber, held: HeldSum): Agreement => {
  const gap = magnitude(minus(number.value, held.value))
  if (isZero(gap)) return "equal"
  if (compare(gap, plus(number.half, held.half)) > 0) return "different"
  return compare(number.half, held.half) <= 0 ? "rounding" : "equal"
}

const budgetForActual: Cause = {
  kind: "budget-for-actual",
  label: { zh: "把预算数写成了决算数", en: "the budget stands where the final amount belongs" },
  certainty: "certain"
}
const unitSlip: Cause = {
  kind: "unit-slip",
  label: { zh: "元与万元混淆", en: "元 written for 万元 or the other way round" },
  certainty: "certain"
}

const causeOf = (number: PrintedNumber, held: HeldSum, budget: Stated | undefined): Cause | undefined => {
  if (budget !== undefined && equals(budget.number.value, number.value) && !equals(budget.number.value, held.value)) {
    return budgetForActual
  }
  const scaled = (value: Quantity): Quantity => times(value, quantity("10000", ratio), yuan)
  const slipped = equals(scaled(number.value), held.value) || equals(number.value, scaled(held.value))
  return slipped && !isZero(number.value) ? unitSlip : undefined
}

const rule = "narrative.amount"

/** Which budget the 三公 table prints, as its notes or headings say. */
export const tableBudgetKind = (cells: Cells): BudgetKind => {
  const table = cells.table("three-public")
  const words = [...(table?.notes ?? []), ...(table?.columns.flatMap(({ headings }) => headings) ?? [])].join("")
  if (words.includes("全年预算")) return words.includes("年初预算") ? "unstated" : "full-year"
  return words.includes("年初预算") ? "initial" : "unstated"
}

/** The cells that an amount is held against; `undefined` where none may be. */
const alternativesOf = (claim: AmountClaim, cells: Cells): ReadonlyArray<ReadonlyArray<string>> | undefined => {
  if (claim.of === "actual") return claim.subject.cells
  if (claim.of === "last-year" || claim.subject.budget === undefined) return undefined
  return claim.budget === tableBudgetKind(cells) ? [[claim.subject.budget]] : undefined
}

const differing = (claim: AmountClaim, held: HeldSum, loosely: boolean, budget: Stated | undefined): Judgement => {
  const { number, quote, text } = claim.stated
  const expected = amountText(held.value, number.shown)
  const name = claim.subject.name
  return faulty({
    rule,
    severity: loosely ? "warning" : "error",
    message: loosely
      ? {
          zh: `“${name}”写为${text}，与表中该项${expected}不符，而与本年合计相符：用语与所指的数不一致。`,
          en: `“${name}” is given as ${text}; the table has ${expected} there; the amount is that of the year's total.`
        }
      : {
          zh: `“${name}”在文字中为${text}，在表中为${expected}。`,
          en: `“${name}” is ${text} in the text and ${expected} in the table.`
        },
    where: [whereOf(quote), ...held.where],
    expected,
    found: valueText(number),
    difference: amountText(minus(number.value, held.value), number.shown),
    tolerance: amountText(plus(number.half, held.half), number.shown),
    basis: roundingBasis,
    cause: loosely ? undefined : causeOf(number, held, budget)
  })
}

const rounding = (claim: AmountClaim, held: HeldSum): Judgement => {
  const { number, quote, text } = claim.stated
  return faulty({
    rule,
    severity: "rounding",
    message: {
      zh: `“${claim.subject.name}”在文字中为${text}，在表中为${amountText(held.value, number.shown)}，在尾数允许的范围内。`,
      en: `“${claim.subject.name}” is ${text} in the text, ${amountText(held.value, number.shown)} in the table: within rounding.`
    },
    where: [whereOf(quote), ...held.where],
    expected: amountText(held.value, number.shown),
    found: valueText(number),
    difference: amountText(minus(number.value, held.value), number.shown),
    tolerance: amountText(plus(number.half, held.half), number.shown),
    basis: roundingBasis
  })
}

const judgeAmount = (
  claim: AmountClaim,
  cells: Cells,
  budget: Stated | undefined,
  year: number | undefined
): Judgement => {
  const { name } = claim.subject
  if (!claim.subject.bound) {
    return notJudged(
      `不能确定“${name}”指表中的哪一项`,
      `which figure of the tables “${name}” means is not known for sure`
    )
  }
  const alternatives = alternativesOf(claim, cells)
  if (alternatives === undefined || alternatives.length === 0) {
    return notJudged(`表中没有可与“${name}”比对的数`, `no table holds a figure to compare “${name}” with`)
  }
  const held = alternatives.flatMap((addresses) => heldSum(cells, addresses) ?? [])
  const [first] = held
  const agreements = held.map((one) => ({ one, agrees: agreement(claim.stated.number, one) }))
  if (agreements.some(({ agrees }) => agrees === "equal")) return pass
  if (first === undefined || held.length < alternatives.length) {
    return notJudged(`“${name}”所在的表没有读出`, `the table that holds “${name}” was not read`)
  }
  const near = agreements.find(({ agrees }) => agrees === "rounding")
  if (near !== undefined) return rounding(claim, near.one)
  if (claim.year !== undefined && year !== undefined && claim.year !== year) {
    return notJudged(`“${name}”说的是${claim.year}年`, `“${name}” speaks of ${claim.year}`)
  }
  const loose =
    claim.of === "actual" &&
    claim.subject.loosely.some((address) => {
      const sum = heldSum(cells, [address])
      return sum !== undefined && agreement(claim.stated.number, sum) === "equal"
    })
  return differing(claim, first, loose, budget)
}

/** The budget that the sentence of a use names, for the parts of that use. */
const budgetOf = (claim: AmountClaim, claims: ReadonlyArray<Claim>): Stated | undefined => {
  const use = claims.find((one) => one.kind === "use" && one.parts.some(({ stated }) => stated === claim.stated))
  if (use?.kind === "use") return use.budget
  const budget = claims.find(
    (one) =>
      one.kind === "amount" &&
      one.of === "budget" &&
      one.subject.id === claim.subject.id &&
      one.stated.quote.quote === claim.stated.quote.quote
  )
  return budget?.kind === "amount" && claim.of === "actual" ? budget.stated : undefined
}

export const judgeAmounts = ({ cells, claims }: Reading, year: number | undefined): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) =>
    claim.kind === "amount" && claim.of !== "last-year"
      ? [judgeAmount(claim, cells, budgetOf(claim, claims), year)]
      : []
  )

/** Whether the tables judge a subject already. */
const heldByTables = ({ subject }: AmountClaim, cells: Cells): boolean =>
  subject.cells.length > 0 && subject.cells.every((addresses) => heldSum(cells, addresses) !== undefined)

/** 同一数前后不一: figures that no table holds, stated more than once. */
export const judgeRestated = ({ cells, claims }: Reading): ReadonlyArray<Judgement> => {
  const first = new Map<string, AmountClaim>()
  return claims.flatMap((claim) => {
    if (claim.kind !== "amount" || claim.use || !claim.subject.bound) return []
    if (claim.of === "actual" && heldByTables(claim, cells)) return []
    const key = `${claim.subject.id} ${claim.of} ${claim.budget ?? ""}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, claim)
      return []
    }
    const [left, right] = [before.stated, claim.stated]
    const held: HeldSum = { value: left.number.value, half: left.number.half, where: [whereOf(left.quote)] }
    if (agreement(right.number, held) !== "different") return [pass]
    return [
      faulty({
        rule: "narrative.restated",
        severity: "error",
        message: {
          zh: `“${claim.subject.name}”前后不一：一处为${left.text}，一处为${right.text}。`,
          en: `“${claim.subject.name}” is stated twice: as ${left.text} and as ${right.text}.`
        },
        where: [whereOf(right.quote), whereOf(left.quote)],
        expected: valueText(left.number),
        found: valueText(right.number),
        difference: amountText(minus(right.number.value, left.number.value), right.number.shown)
      })
    ]
  })
}

/** The amount that the text states of a subject first. */
export const statedAmount = ({ claims }: Reading, id: string): Stated | undefined => {
  const found = claims.find((claim) => claim.kind === "amount" && claim.of === "actual" && claim.subject.id === id)
  return found?.kind === "amount" ? found.stated : undefined
}
