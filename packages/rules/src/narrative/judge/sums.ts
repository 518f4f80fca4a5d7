/**
 * 文内合计: parts that make a whole by definition (三公 items, 货物 工程 服务, 国内 and 国外 reception), by amount, budget and
 * change; and the totals of income and of expenditure, which are one figure in every year.
 */
import { Quantities } from "@juesuan/domain"
import type { Judgement, Wording } from "../../judging/Finding.ts"
import type { AmountClaim, BudgetKind, ChangeClaim, Quote } from "../Claim.ts"
import { minusInterval, overlap, plusInterval, type Interval, ofPrinted } from "../../judging/Interval.ts"
import type { Reading } from "../Reader.ts"
import { heldSum } from "./amounts.ts"
import { signedChange } from "./changes.ts"
import { closedSets, type ClosedSet } from "../../content/narrative/closed-sets.ts"
import { faulty, roundingBasis, aboutText, rangeText, whereOf } from "./verdict.ts"

interface Term {
  readonly range: Interval
  readonly quote: Quote | undefined
}

type Find = (id: string) => Term | undefined

const { quantity, yuan } = Quantities
const zero: Interval = { low: quantity("0", yuan), high: quantity("0", yuan) }

/** The alternatives of parts that the text states completely. */
const partsOf = (parts: ClosedSet["parts"], find: Find): ReadonlyArray<ReadonlyArray<Term>> =>
  parts
    .map((ids) => ids.map(find))
    .flatMap((terms) => {
      const stated = terms.filter((term) => term !== undefined)
      return stated.length === terms.length ? [stated] : []
    })

const sumOf = (parts: ReadonlyArray<Term>): Interval => parts.map(({ range }) => range).reduce(plusInterval, zero)

interface Aspect {
  readonly rule: string
  readonly what: Wording
  readonly severity: "error" | "warning"
}

const judgeSet = (set: ClosedSet, find: Find, { rule, severity, what }: Aspect): ReadonlyArray<Judgement> => {
  const whole = find(set.whole)
  const alternatives = partsOf(set.parts, find)
  const [parts] = alternatives
  if (whole?.quote === undefined || parts === undefined) return []
  const fits = (terms: ReadonlyArray<Term>): boolean => overlap(sumOf(terms), whole.range)
  if ([...alternatives, ...partsOf(set.orAlone ?? [], find)].some(fits)) return [{ outcome: "pass" }]
  const sum = sumOf(parts)
  return [
    faulty({
      rule,
      severity,
      message: {
        zh: `${set.label.zh}（${what.zh}）：各项相加为${aboutText(sum, "万元").zh}，合计写为${aboutText(whole.range, "万元").zh}。`,
        en: `${set.label.en} (${what.en}): the parts add up to ${aboutText(sum, "万元").en}, the total is given as ${aboutText(whole.range, "万元").en}.`
      },
      where: [whole, ...parts].flatMap(({ quote }) => (quote === undefined ? [] : [whereOf(quote)])),
      expected: rangeText(sum, "万元"),
      found: rangeText(whole.range, "万元"),
      basis: roundingBasis
    })
  ]
}

const amountsOf = ({ claims }: Reading, fits: (claim: AmountClaim) => boolean): Find => {
  const found = new Map<string, Term>()
  for (const claim of claims) {
    if (claim.kind !== "amount" || claim.use || !fits(claim) || found.has(claim.subject.id)) continue
    found.set(claim.subject.id, { range: ofPrinted(claim.stated.number), quote: claim.stated.quote })
  }
  return (id) => found.get(id)
}

/** Whether the tables hold every figure of a set: then the identities of the tables judge the sum. */
const inTables = ({ claims, cells }: Reading, set: ClosedSet): boolean =>
  [set.whole, ...set.parts.flat()].every((id) =>
    claims.some(
      (claim) =>
        claim.kind === "amount" &&
        claim.subject.id === id &&
        claim.subject.cells.some((addresses) => heldSum(cells, addresses) !== undefined)
    )
  )

const partsRule = "narrative.parts"

export const judgeParts = (reading: Reading): ReadonlyArray<Judgement> => {
  const actual = amountsOf(reading, ({ of }) => of === "actual")
  const kinds: ReadonlyArray<BudgetKind> = ["initial", "full-year", "adjusted", "unstated"]
  return closedSets.flatMap((set) => [
    ...(inTables(reading, set)
      ? []
      : judgeSet(set, actual, { rule: partsRule, severity: "error", what: { zh: "决算数", en: "final amounts" } })),
    ...kinds.flatMap((kind) =>
      judgeSet(
        set,
        amountsOf(reading, ({ budget, of }) => of === "budget" && budget === kind),
        {
          rule: partsRule,
          severity: "error",
          what: { zh: "预算数", en: "budgets" }
        }
      )
    )
  ])
}

const changesOf = ({ claims }: Reading): Find => {
  const found = new Map<string, Term>()
  for (const claim of claims) {
    if (claim.kind !== "change" || found.has(claim.subject.id)) continue
    const range = signedChange(claim)
    if (range !== undefined) found.set(claim.subject.id, { range, quote: claim.quote })
  }
  return (id) => found.get(id)
}

const changePartsRule = "narrative.change-parts"

export const judgeChangeParts = (reading: Reading): ReadonlyArray<Judgement> => {
  const find = changesOf(reading)
  return closedSets.flatMap((set) =>
    judgeSet(set, find, {
      rule: changePartsRule,
      severity: "error",
      what: { zh: "与上年相比的变动", en: "changes against last year" }
    })
  )
}

const basesRule = "narrative.total-bases"

/** Totals that are equal in every year, so their changes are equal too. */
const twins: ReadonlyArray<readonly [string, string, Wording]> = [
  ["income-total", "expenditure-total", { zh: "收入总计与支出总计", en: "the totals of income and of expenditure" }],
  [
    "fiscal-income-total",
    "fiscal-expenditure-total",
    { zh: "财政拨款收入总计与支出总计", en: "the totals of fiscal income and expenditure" }
  ]
]

const changeOf = ({ claims }: Reading, id: string): ChangeClaim | undefined => {
  const found = claims.find(
    (claim) => claim.kind === "change" && claim.subject.id === id && signedChange(claim) !== undefined
  )
  return found?.kind === "change" ? found : undefined
}

export const judgeTotalBases = (reading: Reading): ReadonlyArray<Judgement> =>
  twins.flatMap(([left, right, label]) => {
    const changes = [changeOf(reading, left), changeOf(reading, right)]
    const [income, expenditure] = changes
    const incomeRange = income === undefined ? undefined : signedChange(income)
    const expenditureRange = expenditure === undefined ? undefined : signedChange(expenditure)
    if (
      income === undefined ||
      expenditure === undefined ||
      incomeRange === undefined ||
      expenditureRange === undefined
    )
      return []
    if (!sameTotals(income, expenditure)) return []
    if (overlap(incomeRange, expenditureRange)) return [{ outcome: "pass" }]
    const gap = minusInterval(incomeRange, expenditureRange)
    return [
      faulty({
        rule: basesRule,
        severity: "error",
        message: {
          zh: `${label.zh}两年都应相等，与上年相比的变动却不同：${aboutText(incomeRange, "万元").zh}与${aboutText(expenditureRange, "万元").zh}。`,
          en: `${label.en} are equal in both years, yet their changes differ: ${aboutText(incomeRange, "万元").en} and ${aboutText(expenditureRange, "万元").en}.`
        },
        where: [whereOf(income.quote), whereOf(expenditure.quote)],
        expected: rangeText(incomeRange, "万元"),
        found: rangeText(expenditureRange, "万元"),
        difference: rangeText(gap, "万元"),
        basis: roundingBasis
      })
    ]
  })

/** Only where this year's totals are stated and equal do the words mean totals that are equal. */
const sameTotals = (income: ChangeClaim, expenditure: ChangeClaim): boolean => {
  const [left] = income.current
  const [right] = expenditure.current
  return left !== undefined && right !== undefined && Quantities.equals(left.number.value, right.number.value)
}

const classesRule = "narrative.classes"

/** 类 budgets and changes against those of the total: a class that is left out explains a difference, so a word and no error. */
export const judgeClasses = (reading: Reading): ReadonlyArray<Judgement> => {
  const { claims } = reading
  const classes = [
    ...new Set(
      claims.flatMap((claim) =>
        claim.kind === "amount" && claim.of === "budget" && claim.subject.code?.length === 3 ? [claim.subject.id] : []
      )
    )
  ]
  if (classes.length === 0) return []
  const set: ClosedSet = {
    label: { zh: "一般公共预算财政拨款支出各类", en: "the classes of general public budget expenditure" },
    whole: "general-public-expenditure",
    parts: [classes]
  }
  const kinds: ReadonlyArray<BudgetKind> = ["initial", "full-year", "adjusted", "unstated"]
  return [
    ...kinds.flatMap((kind) =>
      judgeSet(
        set,
        amountsOf(reading, ({ budget, of }) => of === "budget" && budget === kind),
        {
          rule: classesRule,
          severity: "warning",
          what: { zh: "预算数", en: "budgets" }
        }
      )
    ),
    ...judgeSet(set, changesOf(reading), {
      rule: classesRule,
      severity: "warning",
      what: { zh: "与上年相比的变动", en: "changes against last year" }
    })
  ]
}
