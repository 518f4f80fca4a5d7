/**
 * 款的罗列、用于与无此项收支: what the text lists against the rows that have amounts.
 */
import { Classifications, type PublishedTable, Quantities } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { Cause, Judgement, Where } from "../../judging/Finding.ts"
import { canonicalName, type Cells, type Held, type NamedCode } from "../Cells.ts"
import type { ListClaim, NothingClaim, Stated, UseClaim } from "../Claim.ts"
import type { Reading } from "../Reader.ts"
import { heldSum, type HeldSum } from "./amounts.ts"
import { amountText, faulty, notJudged, pass, valueText, whereOf } from "./verdict.ts"

const { compare, equals, isZero, minus } = Quantities

const listRule = "narrative.item-list"
const basicTable = "general-public-budget-basic-expenditure"

const addressOf = (code: string): string => `${basicTable}/${code}/amount`
const amountOf = (cells: Cells, code: string): HeldSum | undefined => heldSum(cells, [addressOf(code)])

const official: ReadonlyMap<string, string> = new Map(
  [...(Result.getOrUndefined(Classifications.classificationOf("economic", 2024))?.items.values() ?? [])].map(
    ({ code, name }): [string, string] => [code, canonicalName(name)]
  )
)

/** The name of the classification, where that of the row is missing or a piece of it. */
const officialName = ({ code, label }: NamedCode): string => {
  const name = official.get(code)
  return name?.includes(label) === true ? name : label
}

/** Items that the form prints, and those of the classification that it leaves out: what is not printed has no amount. */
const itemsOf = (cells: Cells): ReadonlyArray<NamedCode> => {
  const printed = cells.economic
    .filter(({ code }) => code.length === 5)
    .map((item) => ({ ...item, label: officialName(item) }))
  const others = [...official].flatMap(([code, label]) => (code.length === 5 ? [{ code, label }] : []))
  const names = new Set(printed.map(({ label }) => label))
  return printed.length === 0 ? [] : [...printed, ...others.filter(({ label }) => !names.has(label))]
}

const ofPart = (part: ListClaim["part"], code: string): boolean => /^30[13]/u.test(code) === (part === "personnel")

const alike = (label: string, name: string): boolean =>
  label === name || label === `${name}支出` || `${label}支出` === name || label === `${name}费` || `${label}用` === name

/** How sure it is that a cell holds nothing: 0.00 of 万元 may be an amount too small to print, unless the form fills with it. */
type Nothing = "sure" | "likely" | undefined

const nothingIn = (held: Held, fills: boolean): Nothing => {
  if (held._tag === "Empty") return "sure"
  if (held._tag !== "Number" || !isZero(held.number.value)) return undefined
  if (isZero(held.number.half)) return "sure"
  return fills ? "likely" : undefined
}

/** Rows of 0.00 from which on 0.00 is the form's way to say that there is nothing. */
const manyZeros = 10

/** Names that the list holds although the table has nothing there. */
const listedWithout = (
  claim: ListClaim,
  cells: Cells,
  items: ReadonlyArray<NamedCode>
): ReadonlyArray<{ readonly name: string; readonly where: Where; readonly sure: boolean }> => {
  const zeros = items.map(({ code }) => cells.at(addressOf(code))).filter((held) => nothingIn(held, true) === "likely")
  return claim.names.flatMap((name) => {
    const held = items.filter(({ label }) => alike(label, name)).map(({ code }) => cells.at(addressOf(code)))
    const found = held.map((one) => nothingIn(one, zeros.length >= manyZeros))
    const [first] = held
    if (first === undefined || first._tag === "Unknown" || found.includes(undefined)) return []
    return [{ name, where: first.where, sure: !found.includes("likely") }]
  })
}

const quoted = (names: ReadonlyArray<string>): string => names.map((name) => `“${name}”`).join("、")

const partName = (part: ListClaim["part"]): { readonly zh: string; readonly en: string } =>
  part === "personnel"
    ? { zh: "人员经费", en: "personnel expenditure" }
    : { zh: "公用经费", en: "public-use expenditure" }

/** 职业年金缴费和津贴补贴 are two names, 税金及附加费用 is one: joined names are parted where both sides are known. */
const parted = (name: string, items: ReadonlyArray<NamedCode>): ReadonlyArray<string> => {
  const isKnown = (one: string): boolean => items.some(({ label }) => alike(label, one))
  if (isKnown(name)) return [name]
  for (const mark of name.matchAll(/以及|和|及/gu)) {
    const sides = [name.slice(0, mark.index), name.slice(mark.index + mark[0].length)]
    if (sides.every(isKnown)) return sides
  }
  return [name]
}

/** 办公费 among 人员经费: items of the other part of basic expenditure alone. */
const ofOtherPart = (
  { names, part, quote }: ListClaim,
  all: ReadonlyArray<NamedCode>,
  items: ReadonlyArray<NamedCode>
): ReadonlyArray<Judgement> => {
  const isIn = (some: ReadonlyArray<NamedCode>, name: string): boolean => some.some(({ label }) => alike(label, name))
  const strays = names.filter((name) => isIn(all, name) && !isIn(items, name))
  if (strays.length === 0) return []
  const [own, other] = [partName(part), partName(part === "personnel" ? "public-use" : "personnel")]
  return [
    faulty({
      rule: listRule,
      severity: "warning",
      message: {
        zh: `${own.zh}列举了${quoted(strays)}，按经济分类属于${other.zh}。`,
        en: `${own.en} lists ${quoted(strays)}, which the classification counts as ${other.en}.`
      },
      where: [whereOf(quote)],
      found: strays.join("、")
    })
  ]
}

const judgeList = (listed: ListClaim, cells: Cells): ReadonlyArray<Judgement> => {
  const all = itemsOf(cells)
  const items = all.filter(({ code }) => ofPart(listed.part, code))
  const claim = { ...listed, names: listed.names.flatMap((name) => parted(name, items)) }
  const known = claim.names.filter((name) => items.some(({ label }) => alike(label, name)))
  if (items.length === 0)
    return [notJudged("基本支出决算明细表没有读出", "the table of basic expenditure was not read")]
  if (known.length * 2 < claim.names.length) {
    return [notJudged("罗列的不是经济分类的款", "what is listed are no items of the economic classification")]
  }
  const part = partName(claim.part)
  const without = listedWithout(claim, cells, items)
  const zero =
    without.length === 0
      ? []
      : [
          faulty({
            rule: listRule,
            severity: without.some(({ sure }) => sure) ? "error" : "warning",
            message: {
              zh: `${part.zh}列举了${quoted(without.map(({ name }) => name))}，表中没有金额。`,
              en: `${part.en} lists ${quoted(without.map(({ name }) => name))}, for which the table has no amount.`
            },
            where: [whereOf(claim.quote), ...without.map(({ where }) => where)],
            expected: "0",
            found: without.map(({ name }) => name).join("、")
          })
        ]
  const missing = claim.open ? [] : missingFrom(claim, cells, items)
  const found = [...zero, ...missing, ...ofOtherPart(claim, all, items)]
  return found.length === 0 ? [pass] : found
}

const missingFrom = (claim: ListClaim, cells: Cells, items: ReadonlyArray<NamedCode>): ReadonlyArray<Judgement> => {
  // A class among the names stands for all its items.
  const classes = cells.economic.filter(
    ({ code, label }) => code.length === 3 && claim.names.some((name) => alike(label, name))
  )
  const missing = items.flatMap(({ code, label }) => {
    const sum = amountOf(cells, code)
    const covered = claim.names.some((name) => alike(label, name)) || classes.some((one) => code.startsWith(one.code))
    return sum === undefined || isZero(sum.value) || covered ? [] : [{ label, sum }]
  })
  if (missing.length === 0) return []
  const part = partName(claim.part)
  const names = quoted(missing.map(({ label }) => label))
  return [
    faulty({
      rule: listRule,
      severity: claim.hedged ? "warning" : "error",
      message: {
        zh: `${part.zh}没有列出${names}，表中有金额；列举又没有“等”字。`,
        en: `${part.en} leaves out ${names}, for which the table has an amount; the list does not end in "等".`
      },
      where: [whereOf(claim.quote), ...missing.flatMap(({ sum }) => sum.where)],
      expected: missing.map(({ label, sum }) => `${label}${amountText(sum.value, "万元")}`).join("、")
    })
  ]
}

export const judgeLists = ({ cells, claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "list" ? judgeList(claim, cells) : []))

const nothingRule = "narrative.nothing"
const incomeColumns = new Set(["income-of-year"])

/** Cells of a table with an amount, in the columns that the statement denies. */
const amountsIn = (table: PublishedTable, claim: NothingClaim): ReadonlyArray<Where> =>
  table.rows.flatMap((row) =>
    table.columns.flatMap(({ key, label, meaning = "" }) => {
      const denied = incomeColumns.has(meaning) ? claim.income : claim.expenditure && meaning.startsWith("expenditure")
      const printed = row.cells[key]?.printed
      const amount = printed?._tag === "Number" && !isZero(printed.value)
      return denied && amount
        ? [{ ...(row.cells[key]?.place ?? row.place), table: table.id, row: row.label, column: label }]
        : []
    })
  )

const judgeNothing = (claim: NothingClaim, cells: Cells): Judgement => {
  const table = cells.table(claim.of)
  if (table === undefined) return notJudged("该表没有读出", "the table was not read")
  const amounts = amountsIn(table, claim)
  if (amounts.length === 0) return pass
  return faulty({
    rule: nothingRule,
    severity: "error",
    message: {
      zh: `文字写为没有此项收支，而《${table.title}》中有金额。`,
      en: `the text says there is nothing, yet the table “${table.title}” has amounts.`
    },
    where: [whereOf(claim.quote), ...amounts.slice(0, 5)]
  })
}

export const judgeNothings = ({ cells, claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "nothing" ? [judgeNothing(claim, cells)] : []))

const useRule = "narrative.use"

const budgetForActual: Cause = {
  kind: "budget-for-actual",
  label: { zh: "把预算数写成了决算数", en: "the budget stands where the final amount belongs" },
  certainty: "possible"
}

/** Rows below an item whose name the phrase contains: 行政事业单位医疗 in 行政事业单位医疗保险支出. */
const rowsNamedIn = (name: string, code: string, cells: Cells): ReadonlyArray<HeldSum> => {
  const plain = canonicalName(name)
  return cells.functional.flatMap((row) => {
    if (!row.code.startsWith(code) || row.code === code || row.label.length < 4 || !plain.includes(row.label)) return []
    return heldSum(cells, [`general-public-budget-expenditure/${row.code}/expenditure-of-year`]) ?? []
  })
}

/** What a part says against the figure that it is part of: more than the whole, or the budget once more. */
const faultOf = (
  part: Stated,
  actual: Stated,
  budget: Stated | undefined
): { readonly above: boolean; readonly repeats: boolean } => {
  const least = minus(part.number.value, part.number.half)
  const most = Quantities.plus(actual.number.value, actual.number.half)
  return {
    above: compare(least, most) > 0,
    repeats: budget !== undefined && equals(part.number.value, budget.number.value)
  }
}

const judgeUse = (claim: UseClaim, cells: Cells): ReadonlyArray<Judgement> => {
  const { actual, budget, parts, subject } = claim
  const [part, other] = parts
  if (part === undefined || part.bound || other !== undefined) return []
  if (actual === undefined || subject.code === undefined) return []
  const { number, quote, text } = part.stated
  if (equals(number.value, actual.number.value)) return [pass]
  const { above, repeats } = faultOf(part.stated, actual, budget)
  if (!above && !repeats) return [notJudged("列举的用途不全", "the uses listed are not all")]
  const named = rowsNamedIn(part.name, subject.code, cells)
  const otherwise = named.length > 0 && named.every(({ value }) => !equals(value, number.value))
  const also = repeats ? { zh: "，与预算数相同", en: ", which is the budget" } : { zh: "", en: "" }
  return [
    faulty({
      rule: useRule,
      severity: above || otherwise ? "error" : "warning",
      message: {
        zh: `“${subject.name}”决算${actual.text}，用途“${part.name}”却写为${text}${also.zh}。`,
        en: `“${subject.name}” spent ${actual.text}, yet ${text} is said to be used for “${part.name}”${also.en}.`
      },
      where: [whereOf(quote), ...named.flatMap(({ where }) => where)],
      expected: valueText(actual.number),
      found: valueText(number),
      difference: amountText(minus(number.value, actual.number.value), number.shown),
      cause: repeats ? budgetForActual : undefined
    })
  ]
}

export const judgeUses = ({ cells, claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "use" ? judgeUse(claim, cells) : []))
