/**
 * 写的与读的: what a written narrative says it states, and what a reader takes from its text, in one form, so that the two can be
 * held against each other: `income-total 1,564.71万元`, `item.201 / general-public-expenditure = 82.89%`.
 */
import type { Claim, ToldClaim } from "@juesuan/rules"

const counted: Readonly<Record<string, string>> = {
  "reception-batches": "domestic-reception-batches",
  "reception-persons": "domestic-reception-persons"
}

const sign = (word: string | undefined): string => (word === "增加" || word === "增长" ? "+" : "−")
const signOf = (direction: unknown): string => (direction === 1 ? "+" : direction === -1 ? "−" : "?")
const budgets: Readonly<Record<string, string>> = { initial: "年初预算", "full-year": "全年预算" }

/** What a claim of the text says; nothing where the words state no figure a reader could hold against anything. */
export const told = ({ claim, text, word }: ToldClaim): ReadonlyArray<string> => {
  const { aspect, of, subject } = claim
  switch (aspect) {
    case "amount":
      return text.startsWith("本年度无") ? [`${subject.id.split(".")[0]} 无`] : [`${subject.id} ${text}`]
    case "count":
      return [`${subject.id} ${text.replaceAll("（", "(").replaceAll("）", ")")}`]
    case "items":
      return [`${subject.id.replace("basic.", "")}：${text.replaceAll(/[（）()]/gu, "")}`]
    case "share":
      return [`${subject.id} / ${of?.id} = ${text}`]
    case "budget":
      return [`${subject.id} ${of?.name} ${text}`]
    case "completion":
      return [`${subject.id} / ${of?.name} = ${text}`]
    case "deviation":
      return [`${subject.id} 决算${text}预算`]
    case "change":
    case "change-rate":
      if (text === "与上年基本持平") return []
      return [text === "与上年相同" ? `${subject.id} 持平` : `${subject.id} ${sign(word)}${text}`]
  }
}

/** What a claim that was read says. */
export const read = (claim: Claim): ReadonlyArray<string> => {
  switch (claim.kind) {
    case "amount":
      return claim.of === "actual"
        ? [`${claim.subject.id} ${claim.stated.text}`]
        : [`${claim.subject.id} ${budgets[claim.budget ?? ""] ?? claim.of} ${claim.stated.text}`]
    case "share":
      return [`${claim.subject.id} / ${claim.wholes[0]?.subject.id} = ${claim.percent.text}`]
    case "completion":
      return [`${claim.subject.id} / ${budgets[claim.percentOf]} = ${claim.percent.text}`]
    case "change":
      if (claim.direction === 0) return [`${claim.subject.id} 持平`]
      return [
        ...(claim.amount === undefined ? [] : [`${claim.subject.id} ${signOf(claim.direction)}${claim.amount.text}`]),
        ...(claim.percent === undefined
          ? []
          : [`${claim.subject.id} ${signOf(claim.percentDirection)}${claim.percent.text}`])
      ]
    case "count":
      return [`${counted[claim.id] ?? claim.id} ${claim.stated.text}`]
    case "list":
      return [`${claim.part}：${claim.names.join("、")}`]
    case "nothing":
      return [`${claim.of === "government-fund" ? "fund" : "state-capital"} 无`]
    case "order":
      return [`${claim.subject.id} 决算${claim.order === 1 ? "大于" : "小于"}预算`]
    case "use":
      return [`${claim.subject.id} 用于`]
    case "unjudged":
      return claim.reason === "reason" ? [] : [`不判 ${claim.text}`]
  }
}
