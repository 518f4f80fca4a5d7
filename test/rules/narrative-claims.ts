/**
 * 表述的写法: a claim on one line, as the tests of the reader state it: `income-total 1,564.71万元`, `income-total −434.67万元
 * −21.74% 较上年`, `basic.personnel 1,049.51万元 / general-public.basic = 95.69%`.
 */
import type { Claim } from "@juesuan/rules"

type Stated = { readonly text: string } | undefined

const say = (stated: Stated): string => stated?.text ?? "·"
const sign = (direction: unknown): string =>
  direction === 1 ? "+" : direction === -1 ? "−" : direction === 0 ? "=" : "?"

export const spoken = (claim: Claim): string => {
  switch (claim.kind) {
    case "amount": {
      const of = { actual: "", "last-year": " 上年", budget: ` ${claim.budget ?? ""} 预算` }[claim.of]
      return `${claim.subject.id}${of} ${say(claim.stated)}${claim.use ? " 用途" : ""}`
    }
    case "share":
      return `${claim.subject.id} ${say(claim.part)} / ${claim.wholes[0]?.subject.id ?? "?"} = ${say(claim.percent)}`
    case "completion":
      return `${claim.subject.id} ${say(claim.actual)} / ${claim.percentOf} 预算 ${say(claim.budget)} = ${say(claim.percent)}`
    case "change": {
      const against = { "last-year": "上年", budget: "预算", other: "?" }[claim.against]
      const percent = claim.percent === undefined ? "" : ` ${sign(claim.percentDirection)}${say(claim.percent)}`
      return `${claim.subject.id} ${sign(claim.direction)}${say(claim.amount)}${percent} 较${against}`
    }
    case "order":
      return `${claim.subject.id} 决算${{ "-1": "<", "0": "=", "1": ">" }[claim.order]}预算`
    case "count":
      return `${claim.id} ${say(claim.stated)}`
    case "list":
      return `${claim.part} ${claim.open ? "等" : "仅"} ${claim.names.length} 款`
    case "nothing":
      return `${claim.of} 无${claim.income ? "收" : ""}${claim.expenditure ? "支" : ""}`
    case "use":
      return `${claim.subject.id} 用于 ${claim.parts.map((part) => say(part.stated)).join(" + ")}`
    case "unjudged":
      return `不判 ${claim.text} ${claim.reason}`
  }
}
