/** 预算执行: 预算, 决算 and completion rate with the change against last year, of the general public budget and of “三公”经费. */
import type { ThreePublicCount } from "@juesuan/domain"
import { type BudgetOf, budgetNames, type ParagraphTemplate } from "../../content/narrative/forms/NarrativeForm.ts"
import {
  amountClaim,
  budgetClaim,
  completionClaim,
  deviationClaim,
  type FigureClaim,
  threePublicCountClaim
} from "./FigureClaim.ts"
import { changesTold, changing, type Changing, partsTold, type PlannedParagraph } from "./PlannedParagraph.ts"
import type { Telling } from "./Telling.ts"
import type { Topic, Topics } from "./Topic.ts"

interface Executed extends Changing {
  readonly name: string
  readonly of: BudgetOf
  readonly budget: FigureClaim
  readonly completion: FigureClaim
  readonly deviation: FigureClaim
}

const executed = (topic: Topic, of: BudgetOf): Executed => ({
  ...changing(topic),
  name: topic.name,
  of,
  budget: budgetClaim(topic, of),
  completion: completionClaim(topic, of),
  deviation: deviationClaim(topic, of)
})

const claimsOf = ({ amount, budget, change, completion, deviation, rate }: Executed): ReadonlyArray<FigureClaim> => [
  amount,
  budget,
  completion,
  deviation,
  change,
  rate
]

/** 年初预算…，支出决算…，完成年初预算的…; the figure alone where the budget is not known. */
const executionTold = (telling: Telling, { amount, budget, completion, name, of }: Executed): string => {
  const planned = telling.amount(budget)
  const spent = telling.amount(amount)
  if (planned === undefined) return `${name}${spent ?? ""}`
  const rate = telling.percent(completion)
  return `${name}${budgetNames[of]}${planned}，支出决算${spent ?? ""}${rate === undefined ? "" : `，完成${budgetNames[of]}的${rate}`}`
}

/** 决算数小于年初预算数的主要原因是…: of what was not spent as budgeted, where somebody said why. */
const deviationTold = (telling: Telling, { deviation, of }: Executed): string => {
  if (telling.isSmall(deviation)) return ""
  const reason = telling.reason(deviation, true)
  return reason === undefined ? "" : `，决算数${telling.order(deviation)}${budgetNames[of]}数的主要原因是${reason}`
}

const inTotal = (topic: Topic): PlannedParagraph => {
  const total = executed(topic, "initial")
  return {
    claims: [total.amount, total.budget, total.completion, total.deviation],
    tell: (telling) => {
      if (telling.value(total.budget) === undefined) return undefined
      return `${telling.year}年度${executionTold(telling, total)}${deviationTold(telling, total)}。`
    }
  }
}

const ofCode = (code: string, topics: Topics): ReadonlyArray<PlannedParagraph> => {
  const topic = topics.ofCode(code, "expenditure-of-year")
  if (topic === undefined) return []
  const item = executed(topic, "initial")
  const parts = (["expenditure.basic", "expenditure.project"] as const)
    .flatMap((column) => topics.ofCode(code, column) ?? [])
    .map((part) => ({ amount: amountClaim(part), share: undefined }))
  return [
    {
      claims: [...claimsOf(item), ...parts.map(({ amount }) => amount)],
      tell: (telling) => {
        if ([item.amount, item.budget, item.change].every((claim) => telling.isNothing(claim))) return undefined
        const said = `${executionTold(telling, item)}${deviationTold(telling, item)}。`
        const told = partsTold(telling, parts)
        const list = told.length === 0 ? "" : `其中：${told.join("，")}。`
        return `${said}${list}${changesTold(telling, [item])}`
      }
    }
  ]
}

/** The general public budget in total, then by 类 or 项. */
export const execution = (
  { by, whole }: Extract<ParagraphTemplate, { readonly kind: "execution" }>,
  topics: Topics
): ReadonlyArray<PlannedParagraph> => {
  const topic = topics.of(whole)
  if (topic === undefined) return []
  const codes = topics.generalCodes(by === "class" ? 3 : 7)
  return [inTotal(topic), ...codes.flatMap((code) => ofCode(code, topics))]
}

/** What stands before a count. */
const countWords: Readonly<Partial<Record<ThreePublicCount, string>>> = {
  "overseas-groups": "因公出国（境）团组",
  "overseas-persons": "累计",
  "vehicles-purchased": "购置公务用车",
  "vehicles-kept": "公务用车保有量",
  "domestic-reception-batches": "国内公务接待",
  "domestic-reception-persons": "共接待"
}

/** An item of “三公”经费, which is written whether or not there is any, with its counts. */
export const threePublic = (
  { budget, counts, subject }: Extract<ParagraphTemplate, { readonly kind: "three-public" }>,
  topics: Topics
): ReadonlyArray<PlannedParagraph> => {
  const topic = topics.of(subject)
  if (topic === undefined) return []
  const item = executed(topic, budget)
  const counted = counts.map((count) => [countWords[count] ?? "", threePublicCountClaim(count)] as const)
  return [
    {
      claims: [...claimsOf(item), ...counted.map(([, claim]) => claim)],
      tell: (telling) => {
        const numbers = counted.flatMap(([words, claim]) => {
          const text = telling.count(claim)
          return text === undefined ? [] : [`${words}${text}`]
        })
        const said = `${telling.year}年度${executionTold(telling, item)}${deviationTold(telling, item)}。`
        return `${said}${changesTold(telling, [item])}${numbers.length === 0 ? "" : `${numbers.join("，")}。`}`
      }
    }
  ]
}
