/**
 * 所写的数: every figure that the narrative states, with its address, what it is of (a share of what, a rate of which budget, a
 * change from when) and the definition that makes it.
 */
import { Quantities, ThreePublicCount, type Unit } from "@juesuan/domain"
import { type BudgetOf, budgetNames } from "../../content/narrative/forms/NarrativeForm.ts"
import {
  changeOf,
  changeRateOf,
  completionOf,
  deviationOf,
  narrativeFigureRules as rules,
  shareOf
} from "../../content/narrative/relations.ts"
import { threePublicCount } from "../../content/national/statements.ts"
import type { Formula } from "../../formula/Formula.ts"
import type { Definition } from "../../Rule.ts"
import type { Topic } from "./Topic.ts"

export type Aspect =
  | "amount"
  | "items"
  | "share"
  | "budget"
  | "completion"
  | "deviation"
  | "change"
  | "change-rate"
  | "count"

/** What a claim speaks of, as the reader of a narrative calls it, and its name. */
export interface Named {
  readonly id: string
  readonly name: string
}

export interface FigureClaim {
  readonly label: string
  /** The last part of the address; `names` are other ways to write it. */
  readonly key: string
  readonly names: ReadonlyArray<string>
  readonly subject: Named
  readonly aspect: Aspect
  /** The denominator or what is compared with; none where the figure stands alone. */
  readonly of: Named | undefined
  /** What a percentage is of, as a formula. */
  readonly denominator: Formula | undefined
  readonly unit: Unit
  readonly definition: Definition
  /** Addresses that a reason for the figure may be about, the nearest first. */
  readonly reasonedBy: ReadonlyArray<string>
}

const named = ({ id, name }: Topic): Named => ({ id, name })

interface Suffix {
  readonly key: string
  readonly names?: ReadonlyArray<string>
}

interface Told {
  readonly aspect: Aspect
  readonly of?: Named
  readonly denominator?: Formula
  readonly reasonedBy?: ReadonlyArray<string>
  readonly unit: Unit
  readonly definition: Definition
}

const claim = (topic: Topic, { key, names = [] }: Suffix, told: Told): FigureClaim => ({
  key: `${topic.key}${key}`,
  label: `${topic.label}${key}`,
  names: [topic.key, ...topic.names].flatMap((name) => [key, ...names].map((suffix) => `${name}${suffix}`)).slice(1),
  subject: named(topic),
  of: undefined,
  denominator: undefined,
  reasonedBy: topic.cells,
  ...told
})

const { ratio, tenThousandYuan } = Quantities

export const amountClaim = (topic: Topic): FigureClaim =>
  claim(
    topic,
    { key: "" },
    { aspect: "amount", unit: tenThousandYuan, definition: { rule: rules.amount, formula: topic.figure } }
  )

/** 占…的比例. */
export const shareClaim = (topic: Topic, whole: Topic): FigureClaim =>
  claim(
    topic,
    { key: `·占${whole.name}的比例`, names: ["·占比"] },
    {
      aspect: "share",
      of: named(whole),
      denominator: whole.figure,
      unit: ratio,
      definition: { rule: rules.share, formula: shareOf(topic.figure, whole.figure) }
    }
  )

const budgetNamed = (of: BudgetOf): Named => ({ id: of, name: budgetNames[of] })

export const budgetClaim = (topic: Topic, of: BudgetOf): FigureClaim =>
  claim(
    topic,
    { key: `·${budgetNames[of]}数`, names: ["·预算数"] },
    {
      aspect: "budget",
      of: budgetNamed(of),
      unit: tenThousandYuan,
      definition: { rule: rules.budget, formula: topic.budget(of) }
    }
  )

export const completionClaim = (topic: Topic, of: BudgetOf): FigureClaim =>
  claim(
    topic,
    { key: `·完成${budgetNames[of]}的比例`, names: ["·完成率"] },
    {
      aspect: "completion",
      of: budgetNamed(of),
      denominator: topic.budget(of),
      unit: ratio,
      definition: { rule: rules.completion, formula: completionOf(topic.figure, topic.budget(of)) }
    }
  )

/** 与年初预算数之差: above zero more was spent than budgeted. */
export const deviationClaim = (topic: Topic, of: BudgetOf): FigureClaim =>
  claim(
    topic,
    { key: `·与${budgetNames[of]}数之差` },
    {
      aspect: "deviation",
      of: budgetNamed(of),
      reasonedBy: topic.budgetCells,
      unit: tenThousandYuan,
      definition: { rule: rules.deviation, formula: deviationOf(topic.figure, topic.budget(of)) }
    }
  )

const lastYearNamed: Named = { id: "last-year", name: "上年" }

/** 比上年增减额: above zero an increase. */
export const changeClaim = (topic: Topic): FigureClaim =>
  claim(
    topic,
    { key: "·比上年增减额", names: ["·增减额"] },
    {
      aspect: "change",
      of: lastYearNamed,
      unit: tenThousandYuan,
      definition: { rule: rules.change, formula: changeOf(topic.figure, topic.before) }
    }
  )

/** 比上年增减幅度. */
export const changeRateClaim = (topic: Topic): FigureClaim =>
  claim(
    topic,
    { key: "·比上年增减幅度", names: ["·增减幅度"] },
    {
      aspect: "change-rate",
      of: lastYearNamed,
      denominator: topic.before,
      unit: ratio,
      definition: { rule: rules.changeRate, formula: changeRateOf(topic.figure, topic.before) }
    }
  )

/** 所列各款: what the items that the text lists add up to. */
export const itemsClaim = (topic: Topic, formula: Formula): FigureClaim =>
  claim(
    topic,
    { key: "·所列各款" },
    { aspect: "items", unit: tenThousandYuan, definition: { rule: rules.items, formula } }
  )

/** A count, or an amount that is no subject of the narrative's own. */
export const plainClaim = (subject: Named, unit: Unit, formula: Formula): FigureClaim => ({
  key: subject.name,
  label: subject.name,
  names: [],
  subject,
  aspect: unit.kind === "tenThousandYuan" ? "amount" : "count",
  of: undefined,
  denominator: undefined,
  unit,
  definition: { rule: unit.kind === "tenThousandYuan" ? rules.amount : rules.count, formula },
  reasonedBy: []
})

/** What was counted for “三公”经费. */
export const threePublicCountClaim = (item: ThreePublicCount): FigureClaim => {
  const counted = threePublicCount(item)
  return plainClaim({ id: item, name: counted.label }, counted.kind, counted)
}
