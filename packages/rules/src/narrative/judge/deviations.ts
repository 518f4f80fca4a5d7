/** 由增减额推得的预算: a sentence that gives a figure and how far it is from its budget gives the budget too. */
import { type Interval, minusInterval, plusInterval } from "../../judging/Interval.ts"
import type { ChangeClaim, Claim, CompletionClaim } from "../Claim.ts"
import { widePrinted } from "../quotients.ts"

const isOf = (claim: Claim, { percent, subject }: CompletionClaim): claim is ChangeClaim =>
  claim.kind === "change" &&
  claim.against === "budget" &&
  claim.base === undefined &&
  claim.subject.id === subject.id &&
  claim.amount?.quote.quote === percent.quote.quote

/** 完成年初预算的95.24%，比年初预算减少109.43万元: the budget of which the completion rate is, within what the digits allow. */
export const budgetByDeviation = (
  completion: CompletionClaim,
  actual: Interval,
  claims: ReadonlyArray<Claim>
): Interval | undefined => {
  const [found, other] = claims.filter((claim): claim is ChangeClaim => isOf(claim, completion))
  if (found?.amount === undefined || other !== undefined) return undefined
  const change = widePrinted(found.amount.number)
  if (found.direction === 1) return minusInterval(actual, change)
  return found.direction === -1 ? plusInterval(actual, change) : undefined
}
