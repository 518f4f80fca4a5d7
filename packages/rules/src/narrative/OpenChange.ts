/** 还没有说完的变动: a change whose percentage may follow its amount, or the other way round, and the claim it becomes. */
import type { ChangeClaim, Claim, Direction, Quote, ReasonPart, Stated, Subject } from "./Claim.ts"

export interface OpenChange {
  readonly against: ChangeClaim["against"]
  readonly againstYear: number | undefined
  readonly current: ReadonlyArray<Stated>
  readonly base: Stated | undefined
  readonly subject: Subject
  amount?: Stated
  direction?: Direction
  percent?: Stated
  percentDirection?: Direction
}

interface Explained {
  readonly explained: boolean
  readonly reasonParts: ReadonlyArray<ReasonPart>
}

/** 增加5.00万元，增长3.20%. */
export const changed = (change: OpenChange, { explained, reasonParts }: Explained): ReadonlyArray<Claim> => {
  const { against, againstYear, amount, base, current, percent, percentDirection, subject } = change
  const quote = (amount ?? percent)?.quote
  if (quote === undefined) return []
  const direction = change.direction ?? percentDirection ?? "either"
  const numbers = { current, base, amount, percent }
  return [
    {
      kind: "change",
      subject,
      against,
      againstYear,
      direction,
      percentDirection,
      ...numbers,
      quote,
      explained,
      reasonParts
    }
  ]
}

/** 与上年持平. */
export const unchanged = (change: OpenChange, quote: Quote, explained: boolean): Claim => {
  const { against, againstYear, base, current, subject } = change
  const numbers = { current, base, amount: undefined, percent: undefined }
  return {
    kind: "change",
    subject,
    against,
    againstYear,
    direction: 0,
    percentDirection: undefined,
    ...numbers,
    quote,
    explained,
    reasonParts: []
  }
}
