/**
 * 上下文: what the clauses read so far leave to the next one: subject, its figure and budget, the year compared with, the
 * whole of which parts are listed, a change whose percentage may follow, the reason that has begun.
 */
import type { SectionKind } from "../content/narrative/sections.ts"
import type {
  BudgetKind,
  ChangeClaim,
  Claim,
  CompletionClaim,
  Direction,
  Quote,
  ReasonPart,
  Stated,
  Subject,
  UsePart,
  Whole
} from "./Claim.ts"
import type { Sentence } from "./Sentences.ts"

interface OpenChange {
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

interface Use {
  readonly subject: Subject
  readonly parts: Array<UsePart>
}

interface Budget {
  readonly stated: Stated
  readonly kind: BudgetKind
}

export class Memory {
  sentence: Sentence | undefined
  subject: Subject | undefined
  use: Use | undefined
  inReason = false
  #explained = false
  #actual: Stated | undefined
  /** The last budget that was stated, and all of the subject by their kind. */
  #budget: Budget | undefined
  #budgets = new Map<BudgetKind, Stated>()
  #last: "budget" | undefined
  #completion: Stated | undefined
  #awaitsActual = false
  #base: Stated | undefined
  #against: ChangeClaim["against"] = "other"
  #againstYear: number | undefined
  #first: Whole | undefined
  #whole: Whole | undefined
  #change: OpenChange | undefined
  #parts: Array<ReasonPart> = []
  readonly #known: Map<string, Stated>

  constructor(known: Map<string, Stated> = new Map()) {
    this.#known = known
  }

  /** A new section forgets all but the figures that were stated. */
  forSection(): Memory {
    return new Memory(this.#known)
  }

  begin(sentence: Sentence, explained: boolean): void {
    this.sentence = sentence
    this.inReason = false
    this.use = undefined
    this.#explained = explained
    this.#parts = []
  }

  speakOf(subject: Subject): ReadonlyArray<Claim> {
    if (this.subject?.id === subject.id) return []
    const claims = this.#flushChange()
    this.subject = subject
    this.#actual = this.#known.get(subject.id)
    this.#budget = undefined
    this.#budgets = new Map()
    this.#completion = undefined
    this.#awaitsActual = true
    this.#base = undefined
    return claims
  }

  /** Whether a figure without a name would be the subject's: none was stated since the subject or its budget was. */
  get awaitsActual(): boolean {
    return this.#awaitsActual
  }

  get isAgainstBudget(): boolean {
    return this.#against === "budget"
  }

  /** The kind of the budget that stands right before, else nothing. */
  get budgetJustStated(): BudgetKind | undefined {
    return this.#last === "budget" ? this.#budget?.kind : undefined
  }

  actual(stated: Stated, year: number | undefined, section: SectionKind): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined) return []
    const claims = this.#flushChange()
    this.#last = undefined
    this.#awaitsActual = false
    this.#actual = stated
    if (!this.#known.has(subject.id)) this.#known.set(subject.id, stated)
    this.#first ??= { subject, stated }
    return [...claims, { kind: "amount", subject, of: "actual", stated, year, section, use: false }]
  }

  budget(stated: Stated, kind: BudgetKind, section: SectionKind): ReadonlyArray<Claim> {
    const { subject } = this
    const claims = this.#flushChange()
    this.#budget = { stated, kind }
    this.#budgets.set(kind, stated)
    this.#last = "budget"
    this.#awaitsActual = true
    if (subject === undefined) return claims
    return [
      ...claims,
      { kind: "amount", subject, of: "budget", budget: kind, stated, year: undefined, section, use: false }
    ]
  }

  baseStated(stated: Stated, year: number | undefined, section: SectionKind): ReadonlyArray<Claim> {
    this.#base = stated
    const { subject } = this
    return subject === undefined
      ? []
      : [{ kind: "amount", subject, of: "last-year", stated, year, section, use: false }]
  }

  completion(percentOf: BudgetKind, percent: Stated): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined)
      return [{ kind: "unjudged", text: percent.text, reason: "subject", quote: percent.quote }]
    this.#completion = percent
    return [
      {
        kind: "completion",
        subject,
        actual: this.#actual,
        ...this.#budgetOf(percentOf),
        percentOf,
        percent
      }
    ]
  }

  share(named: string, whole: Subject | undefined, percent: Stated): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined)
      return [{ kind: "unjudged", text: percent.text, reason: "subject", quote: percent.quote }]
    return [
      {
        kind: "share",
        subject,
        part: this.#actual,
        named: named !== "",
        wholes: this.#wholesFor(named, whole).filter((one) => one.subject.id !== subject.id),
        percent
      }
    ]
  }

  /** What is named, or words of this section that end in the same name; without a name what stands before the list. */
  #wholesFor(named: string, whole: Subject | undefined): ReadonlyArray<Whole> {
    const near = [this.#whole, this.#first].filter((one) => one !== undefined)
    const ofName = whole === undefined ? [] : [{ subject: whole, stated: this.#known.get(whole.id) }]
    return named === ""
      ? [...near.filter((one) => one === this.#whole || one.subject.id === whole?.id), ...ofName]
      : [...ofName, ...near.filter(({ subject }) => subject.name.endsWith(named) && subject.id !== whole?.id)]
  }

  /** 决算数小于预算数. */
  order(order: -1 | 0 | 1, quote: Quote): ReadonlyArray<Claim> {
    const { subject } = this
    const budget = this.#budgets.size > 1 ? undefined : this.#budget?.stated
    return subject === undefined
      ? []
      : [{ kind: "order", subject, order, actual: this.#actual, budget, completion: this.#completion, quote }]
  }

  /** The budget of the kind that a rate names, else the last one. */
  #budgetOf(kind: BudgetKind): Pick<CompletionClaim, "budget" | "budgetKind"> {
    const ofKind = this.#budgets.get(kind)
    return ofKind === undefined
      ? { budget: this.#budget?.stated, budgetKind: this.#budget?.kind ?? "unstated" }
      : { budget: ofKind, budgetKind: kind }
  }

  amongThem(): void {
    const { subject } = this
    if (subject !== undefined && this.#actual !== undefined) this.#whole = { subject, stated: this.#actual }
  }

  compareWith(base: string, rest: string): void {
    const year = /^20\d\d/u.exec(base)?.[0]
    this.#againstYear = year === undefined ? undefined : Number(year)
    if (base.includes("预算")) this.#against = "budget"
    else
      this.#against =
        rest.includes("预算") && !rest.includes("决算") && !rest.includes("一般公共预算") ? "other" : "last-year"
  }

  change(ofAmount: boolean, direction: Direction, stated: Stated): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined) return [{ kind: "unjudged", text: stated.text, reason: "subject", quote: stated.quote }]
    const taken = ofAmount ? this.#change?.amount : this.#change?.percent
    const other = this.#change !== undefined && this.#change.against !== this.#against
    const claims = taken !== undefined || other ? this.#flushChange() : []
    const change = this.#change ?? this.#openChange(subject)
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

  #openChange(subject: Subject): OpenChange {
    const ofBudget = this.#against === "budget"
    const readings = ofBudget ? [this.#actual] : [this.#actual, this.#budget?.stated]
    return {
      subject,
      against: this.#against,
      againstYear: this.#againstYear,
      current: readings.filter((one) => one !== undefined),
      base: ofBudget ? this.#budget?.stated : this.#base
    }
  }

  /** 与上年持平. */
  unchanged(quote: Quote): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined) return []
    const claims = this.#flushChange()
    const { against, againstYear, base, current } = this.#openChange(subject)
    return [
      ...claims,
      {
        kind: "change",
        subject,
        against,
        againstYear,
        direction: 0,
        percentDirection: undefined,
        current,
        base,
        amount: undefined,
        percent: undefined,
        quote,
        explained: this.#explained,
        reasonParts: []
      }
    ]
  }

  reasonBegins(): void {
    this.inReason = true
  }

  reasonPart(part: ReasonPart): void {
    this.#parts.push(part)
  }

  /** Only an item of the classification is used for parts; 用于 after a total opens the list of what it consists of. */
  useBegins(): void {
    const { subject } = this
    if (subject === undefined) return
    if (subject.code === undefined) this.amongThem()
    else this.use ??= { subject, parts: [] }
  }

  usePart(words: string, named: Subject | undefined, stated: Stated, section: SectionKind): ReadonlyArray<Claim> {
    const name = words.replace(/^.*用于/u, "")
    this.use?.parts.push({ name, bound: named !== undefined, stated })
    if (named === undefined) return []
    return [{ kind: "amount", subject: named, of: "actual", stated, year: undefined, section, use: true }]
  }

  finish(quote: Quote, full: boolean): ReadonlyArray<Claim> {
    const claims = [...this.#flushChange(), ...this.#flushUse(quote)]
    if (full) {
      this.#against = "other"
      this.#againstYear = undefined
    }
    return claims
  }

  #flushUse(quote: Quote): ReadonlyArray<Claim> {
    const { use } = this
    this.use = undefined
    if (use === undefined || use.parts.length === 0) return []
    const { parts, subject } = use
    const open = /等[,。;]?|主要用于/u.test(quote.quote.slice(quote.quote.indexOf("用于") - 2))
    return [{ kind: "use", subject, actual: this.#actual, budget: this.#budget?.stated, parts, open, quote }]
  }

  #flushChange(): ReadonlyArray<Claim> {
    const change = this.#change
    this.#change = undefined
    if (change === undefined) return []
    const { amount, percent, subject } = change
    const quote = (amount ?? percent)?.quote
    if (quote === undefined) return []
    return [
      {
        kind: "change",
        subject,
        against: change.against,
        againstYear: change.againstYear,
        direction: change.direction ?? change.percentDirection ?? "either",
        percentDirection: change.percentDirection,
        current: change.current,
        base: change.base,
        amount,
        percent,
        quote,
        explained: this.#explained,
        reasonParts: this.#parts
      }
    ]
  }
}
