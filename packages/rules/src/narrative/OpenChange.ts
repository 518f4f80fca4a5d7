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
const changed = (change: OpenChange, { explained, reasonParts }: Explained): ReadonlyArray<Claim> => {
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
const unchanged = (change: OpenChange, quote: Quote, explained: boolean): Claim => {
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

/** The change that a sentence is telling, with the reason given for it. */
export class OpenChanges {
  #change: OpenChange | undefined
  #explained = false
  #reasonParts: ReadonlyArray<ReasonPart> = []

  /** A sentence begins; `explained`: it gives a reason. */
  begin(explained: boolean): void {
    this.#explained = explained
    this.#reasonParts = []
  }

  reasonPart(part: ReasonPart): void {
    this.#reasonParts = [...this.#reasonParts, part]
  }

  /** An amount or a percentage: of the change that is being told, or of another one, `opened`. */
  add(ofAmount: boolean, direction: Direction, stated: Stated, opened: OpenChange): ReadonlyArray<Claim> {
    const taken = ofAmount ? this.#change?.amount : this.#change?.percent
    const other = this.#change !== undefined && this.#change.against !== opened.against
    const claims = taken !== undefined || other ? this.flush() : []
    const change = this.#change ?? opened
    if (ofAmount) {
      change.amount = stated
      change.direction = direction
    } else {
      change.percent = stated
      change.percentDirection = direction
    }
    this.#change = change
    return claims
  }

  unchanged(opened: OpenChange, quote: Quote): ReadonlyArray<Claim> {
    return [...this.flush(), unchanged(opened, quote, this.#explained)]
  }

  flush(): ReadonlyArray<Claim> {
    const change = this.#change
    this.#change = undefined
    if (change === undefined) return []
    return changed(change, { explained: this.#explained, reasonParts: this.#reasonParts })
  }
}
