/** 要写的段: the claims that a paragraph makes and how they are told; what paragraphs of several kinds say alike. */
import { amountClaim, changeClaim, changeRateClaim, type FigureClaim, shareClaim } from "./FigureClaim.ts"
import type { Telling } from "./Telling.ts"
import type { Topic } from "./Topic.ts"

export interface PlannedParagraph {
  readonly claims: ReadonlyArray<FigureClaim>
  /** The words of the paragraph; nothing where there is nothing to say. */
  readonly tell: (telling: Telling) => string | undefined
}

/** A figure with what may be said of its change. */
export interface Changing {
  readonly amount: FigureClaim
  readonly change: FigureClaim
  readonly rate: FigureClaim
}

export const changing = (topic: Topic): Changing => ({
  amount: amountClaim(topic),
  change: changeClaim(topic),
  rate: changeRateClaim(topic)
})

/** 收入总计比上年减少…，下降…；支出总计比上年减少…，下降…，主要原因是…。 A reason that the next figure shares is said after it. */
export const changesTold = (telling: Telling, changes: ReadonlyArray<Changing>): string => {
  const told = changes.flatMap(({ amount, change, rate }) => {
    const words = telling.change(amount, change, rate)
    if (words === undefined) return []
    const reason = telling.reason(change, !telling.isZero(change))
    return [{ words: `${amount.subject.name}${words}`, reason }]
  })
  const sentences = told.map(({ reason, words }, index) =>
    reason === undefined || reason === told[index + 1]?.reason ? words : `${words}，主要原因是${reason}`
  )
  return sentences.length === 0 ? "" : `${sentences.join("；")}。`
}

/** A part with its share of the whole. */
export interface Part {
  readonly amount: FigureClaim
  readonly share: FigureClaim | undefined
}

/** 其中：甲1.00万元，占整体的50.00%；…: parts that have an amount. */
export const partsTold = (telling: Telling, parts: ReadonlyArray<Part>): ReadonlyArray<string> =>
  parts.flatMap(({ amount, share }) => {
    if (telling.isZero(amount)) return []
    const text = telling.amount(amount)
    if (text === undefined) return []
    const percent = share === undefined ? undefined : telling.percent(share)
    return [`${amount.subject.name}${text}${percent === undefined ? "" : `，占${share?.of?.name}的${percent}`}`]
  })

/** 2024年度整体…万元，其中：…。 */
export const partsOfWhole = (whole: Topic, found: ReadonlyArray<Topic>, shares: boolean): PlannedParagraph => {
  const total = amountClaim(whole)
  const listed = found.map(
    (topic): Part => ({ amount: amountClaim(topic), share: shares ? shareClaim(topic, whole) : undefined })
  )
  return {
    claims: [total, ...listed.flatMap(({ amount, share }) => (share === undefined ? [amount] : [amount, share]))],
    tell: (telling) => {
      const text = telling.amount(total)
      if (text === undefined) return undefined
      const told = partsTold(telling, listed)
      const list = told.length === 0 ? "" : `，其中：${told.join("；")}`
      return `${telling.year}年度${whole.name}${text}${list}。`
    }
  }
}
