/**
 * 上下文: what the clauses read so far leave to the next one: subject, its figure and budget, the year compared with, the
 * whole of which parts are listed, a change whose percentage may follow, the reason that has begun.
 */
import { budgetKindOf } from "../content/narrative/phrases.ts"
import type { SectionKind } from "../content/narrative/sections.ts"
import type { BudgetKind, ChangeClaim, Claim, Direction, Quote, ReasonPart, Stated, Subject } from "./Claim.ts"
import { Budgets } from "./Budgets.ts"
import type { ComparedWords, Comparison } from "./Comparison.ts"
import { type OpenChange, OpenChanges } from "./OpenChange.ts"
import type { Sentence } from "./Sentences.ts"
import { Uses } from "./Uses.ts"
import { Wholes } from "./Wholes.ts"

const unjudged = ({ quote, text }: Stated, reason: "subject" | "relation"): Claim => ({
  kind: "unjudged",
  text,
  reason,
  quote
})

interface Bracket {
  readonly subject: Subject | undefined
  readonly actual: Stated | undefined
  readonly budgets: Budgets
  readonly base: Stated | undefined
  readonly awaitsActual: boolean
}

export class Memory {
  sentence: Sentence | undefined
  subject: Subject | undefined
  readonly #uses = new Uses()
  inReason = false
  /** Whether a figure of the subject was stated, and that in a paragraph before: one without a name need not be its own. */
  #figured = false
  #carriedOver = false
  #actual: Stated | undefined
  #budgets = new Budgets()
  #last: "budget" | undefined
  #completion: Stated | undefined
  #awaitsActual = false
  #base: Stated | undefined
  #against: ChangeClaim["against"] = "other"
  #againstYear: number | undefined
  readonly wholes = new Wholes()
  readonly #changes = new OpenChanges()
  #bracket: Bracket | undefined
  readonly #known: Map<string, Stated>

  constructor(known: Map<string, Stated> = new Map()) {
    this.#known = known
  }

  /** What stands in brackets after a number, (其中…), is over with them: the sentence speaks again of what it spoke of before. */
  bracket(gap: string): ReadonlyArray<Claim> {
    const claims = gap.startsWith(")") ? this.#bracketCloses() : []
    if (/^\([^)]*$/u.test(gap)) {
      this.#bracket = {
        subject: this.subject,
        actual: this.#actual,
        budgets: this.#budgets,
        base: this.#base,
        awaitsActual: this.#awaitsActual
      }
    }
    return claims
  }

  #bracketCloses(): ReadonlyArray<Claim> {
    const before = this.#bracket
    this.#bracket = undefined
    if (before?.subject === undefined || before.subject.id === this.subject?.id) return []
    const claims = this.#changes.flush()
    this.subject = before.subject
    this.#actual = before.actual
    this.#budgets = before.budgets
    this.#base = before.base
    this.#awaitsActual = before.awaitsActual
    return claims
  }

  /** A new section forgets all but the figures that were stated. */
  forSection(): Memory {
    return new Memory(this.#known)
  }

  begin(sentence: Sentence, explained: boolean): void {
    this.sentence = sentence
    this.inReason = false
    this.#uses.forget()
    this.#bracket = undefined
    this.#changes.begin(explained)
  }

  nextParagraph(): void {
    this.#carriedOver = this.#figured
    this.wholes.nextParagraph()
  }

  get subjectIsCarriedOver(): boolean {
    return this.#carriedOver && this.subject !== undefined
  }

  speakOf(subject: Subject): ReadonlyArray<Claim> {
    this.#carriedOver = false
    this.#figured = false
    this.wholes.opens(subject)
    if (this.subject?.id === subject.id) return []
    const claims = this.#changes.flush()
    this.subject = subject
    this.#actual = this.#known.get(subject.id)
    this.#budgets = new Budgets()
    this.#completion = undefined
    this.#awaitsActual = true
    this.#base = undefined
    return claims
  }

  /** Whether a figure without a name would be the subject's: none was stated since the subject or its budget was. */
  get awaitsActual(): boolean {
    return this.#awaitsActual
  }

  /** Whether the amount that is compared with was stated: 与上年决算数2.58万元 … 持平. */
  get isCompared(): boolean {
    return this.#against === "budget" ? this.#last === "budget" : this.#base !== undefined
  }

  get isAgainstBudget(): boolean {
    return this.#against === "budget"
  }

  /** The kind of the budget that stands right before, else nothing. */
  get budgetJustStated(): BudgetKind | undefined {
    return this.#last === "budget" ? this.#budgets.lastKind : undefined
  }

  actual(stated: Stated, year: number | undefined, section: SectionKind): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined) return []
    const claims = this.#changes.flush()
    this.#last = undefined
    this.#awaitsActual = false
    this.#figured = true
    this.#actual = stated
    if (!this.#known.has(subject.id)) this.#known.set(subject.id, stated)
    this.wholes.stated({ subject, stated })
    return [...claims, { kind: "amount", subject, of: "actual", stated, year, section, use: false }]
  }

  budget(stated: Stated, kind: BudgetKind, section: SectionKind): ReadonlyArray<Claim> {
    const { subject } = this
    const claims = this.#changes.flush()
    this.#budgets.state(stated, kind)
    this.#last = "budget"
    this.#awaitsActual = true
    this.#figured = true
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

  /** The amount that a change is measured against. */
  compared({ against, words }: ComparedWords, stated: Stated, section: SectionKind): ReadonlyArray<Claim> {
    if (against === "last-year") return this.baseStated(stated, undefined, section)
    if (against === "other") return [unjudged(stated, "relation")]
    return this.budget(stated, budgetKindOf(/(?:年初|全年|调整后?)?预算/u.exec(words)?.[0] ?? ""), section)
  }

  completion(percentOf: BudgetKind, percent: Stated): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined) return [unjudged(percent, "subject")]
    if (this.#uses.hasParts) return [unjudged(percent, "relation")]
    this.#completion = percent
    return [
      {
        kind: "completion",
        subject,
        actual: this.#actual,
        ...this.#budgets.of(percentOf),
        percentOf,
        percent
      }
    ]
  }

  share(named: string, whole: Subject | undefined, percent: Stated): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined) return [unjudged(percent, "subject")]
    if (this.#uses.hasParts) return [unjudged(percent, "relation")]
    this.wholes.isPart(subject)
    return [
      {
        kind: "share",
        subject,
        part: this.#actual,
        named: named !== "",
        wholes: this.wholes.candidates(named, whole, this.#known).filter((one) => one.subject.id !== subject.id),
        percent
      }
    ]
  }

  /** 决算数小于预算数. */
  order(order: -1 | 0 | 1, quote: Quote): ReadonlyArray<Claim> {
    const { subject } = this
    const budget = this.#budgets.only
    return subject === undefined
      ? []
      : [{ kind: "order", subject, order, actual: this.#actual, budget, completion: this.#completion, quote }]
  }

  /** 其中: parts of the subject follow. */
  amongThem(): void {
    if (this.#actual !== undefined) this.within()
  }

  /** 具体情况如下. */
  asFollows(): void {
    if (this.subject !== undefined && !this.wholes.tellsPartsAgain(this.subject)) this.amongThem()
  }

  /** “三公”经费支出决算中: parts of the subject follow, whether or not its figure was stated. */
  within(): void {
    const { subject } = this
    if (subject !== undefined) this.wholes.partsFollow({ subject, stated: this.#actual })
  }

  compareWith({ against, year }: Comparison): void {
    this.#against = against
    this.#againstYear = year
  }

  change(ofAmount: boolean, direction: Direction, stated: Stated): ReadonlyArray<Claim> {
    const { subject } = this
    if (subject === undefined) return [unjudged(stated, "subject")]
    if (this.#uses.hasParts) return [unjudged(stated, "relation")]
    return this.#changes.add(ofAmount, direction, stated, this.#openChange(subject))
  }

  #openChange(subject: Subject): OpenChange {
    const ofBudget = this.#against === "budget"
    const readings = ofBudget ? [this.#actual] : [this.#actual, this.#budgets.last]
    return {
      subject,
      against: this.#against,
      againstYear: this.#againstYear,
      current: readings.filter((one) => one !== undefined),
      base: ofBudget ? this.#budgets.last : this.#base
    }
  }

  /** 与上年持平. */
  unchanged(quote: Quote): ReadonlyArray<Claim> {
    const { subject } = this
    return subject === undefined ? [] : this.#changes.unchanged(this.#openChange(subject), quote)
  }

  reasonPart(part: ReasonPart): void {
    this.#changes.reasonPart(part)
  }

  /** Only an item of the classification is used for parts; 用于 after a total opens the list of what it consists of. */
  useBegins(): void {
    const { subject } = this
    if (subject === undefined) return
    if (subject.code === undefined) this.amongThem()
    else this.#uses.begin(subject)
  }

  /** The item whose uses are being told. */
  get used(): Subject | undefined {
    return this.#uses.of
  }

  usePart(words: string, named: Subject | undefined, stated: Stated, section: SectionKind): ReadonlyArray<Claim> {
    return this.#uses.part(words, named, stated, section)
  }

  finish(quote: Quote, full: boolean): ReadonlyArray<Claim> {
    const claims = [...this.#changes.flush(), ...this.#uses.close(quote, this.#actual, this.#budgets.last)]
    if (full) {
      this.#against = "other"
      this.#againstYear = undefined
    }
    return claims
  }
}
