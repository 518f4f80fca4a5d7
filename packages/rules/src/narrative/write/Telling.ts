/**
 * 落笔: figures in words. Amounts in 万元 with two decimals half-up and thousands, zero as 0; percentages with two decimals; the
 * verb carries the sign. A percentage is told only where its denominator, as the text prints it, is no zero. What was told is
 * kept, with its words, and what could not be told.
 */
import {
  type Cell,
  type Figure,
  type FigureValue,
  Quantities,
  type Quantity,
  quantityOf,
  type Unit
} from "@juesuan/domain"
import { changeWords, orderWords } from "../../content/narrative/phrases.ts"
import { addressOf, type FigureSpace } from "../../FigureSpace.ts"
import { evaluate, type FigureSource } from "../../formula/evaluate.ts"
import type { Formula } from "../../formula/Formula.ts"
import { printedText } from "../../printing.ts"
import type { FigureClaim } from "./FigureClaim.ts"

const { compare, inTenThousandYuan, isNegative, isZero, minus, plus, quantity, ratio, rounded, text, times } =
  Quantities

/** What a claim says in the text. */
export interface ToldClaim {
  readonly ref: string
  readonly claim: FigureClaim
  readonly figure: Figure
  /** An amount in 万元 as it prints; none of a percentage or a count. */
  readonly cell: Cell | undefined
  /** As it stands in the text: 1,564.71万元, 82.39%, 相同. */
  readonly text: string
  /** 增加, 下降 …; none where there is no direction. */
  readonly word: string | undefined
}

/** What could not be said: a figure without a value that somebody could record, or a change that nobody gave a reason for. */
export interface Untold {
  readonly ref: string
  readonly about: "figure" | "reason"
  /** What is missing: 上年收入总计. */
  readonly missing: string
}

/** An amount in 元 as the text prints it, in 万元. */
const printed = (value: Quantity): Quantity => rounded(inTenThousandYuan(value), 2, "half-up")

const absolute = (value: Quantity): Quantity => (isNegative(value) ? minus(quantity("0", value.unit), value) : value)

/** 1,564.71万元; zero is 0万元, what is not zero but less than half a cent of 万元 is 0.00万元. */
const amountText = (value: Quantity): string => {
  if (isZero(value)) return "0万元"
  const [whole = "", decimals = ""] = text(printed(value), 2).split(".")
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")}.${decimals}万元`
}

/** An amount of the narrative as it prints; `undefined` where the figure has no value or is no amount. */
export const narrativeCell = (figure: Figure, unit: Unit): Cell | undefined => {
  const exact = quantityOf(figure)
  if (exact === undefined || unit.kind !== "tenThousandYuan") return undefined
  return { printed: isZero(exact) ? "0" : printedText(figure, unit), unit, figure }
}

const percentText = (value: Quantity): string =>
  `${text(rounded(times(value, quantity("100", ratio), ratio), 2, "half-up"), 2)}%`

/** The base of a change as a reader finds it, this year's figure less the change, may be off by so much. */
const baseSlack = quantity("0.01", Quantities.tenThousandYuan)

/** A reason is one clause: the marks that would end the sentence become commas. */
const asClause = (reason: string): string =>
  reason
    .trim()
    .replace(/[。；;.]+$/u, "")
    .replaceAll(/[。；;]/gu, "，")

export interface TellingSource {
  readonly year: number
  readonly figures: FigureSource
  /** 主要原因, by what it is about. */
  readonly reason: (about: string) => string | undefined
}

/** One section being told. */
export class Telling {
  readonly year: number
  readonly told: Array<ToldClaim> = []
  readonly untold: Array<Untold> = []
  readonly #section: string
  readonly #space: FigureSpace
  readonly #source: TellingSource

  constructor(section: string, space: FigureSpace, source: TellingSource) {
    this.year = source.year
    this.#section = section
    this.#space = space
    this.#source = source
  }

  /** The value of a claim; without one it is noted what is missing, unless there is nothing to know. */
  value(claim: FigureClaim): Quantity | undefined {
    const { ref, value } = this.#figure(claim)
    if (value._tag === "Quantity") return value.quantity
    if (value._tag === "NoValue" && value.noValue._tag === "InputMissing") {
      this.#note({ ref, about: "figure", missing: value.noValue.input })
    }
    return undefined
  }

  amount(claim: FigureClaim): string | undefined {
    const value = this.value(claim)
    return value === undefined ? undefined : this.#say(claim, amountText(value))
  }

  count(claim: FigureClaim): string | undefined {
    const value = this.value(claim)
    return value === undefined ? undefined : this.#say(claim, `${text(value)}${claim.unit.label}`)
  }

  /** A share or a completion rate. */
  percent(claim: FigureClaim): string | undefined {
    const denominator = claim.denominator === undefined ? undefined : this.#quantity(claim.denominator)
    if (denominator !== undefined && isZero(printed(denominator))) return undefined
    const value = this.value(claim)
    return value === undefined ? undefined : this.#say(claim, percentText(value))
  }

  /** 比上年增加…，增长…: the words after the name; nothing where last year's figure is not known. */
  change(current: FigureClaim, amount: FigureClaim, rate: FigureClaim): string | undefined {
    const change = this.value(amount)
    if (change === undefined) return undefined
    if (isZero(change)) return this.#say(amount, "与上年相同")
    if (isZero(printed(change))) return this.#say(amount, "与上年基本持平")
    const [more, grown] = changeWords(isNegative(change) ? -1 : 1)
    const said = `比上年${more}${this.#say(amount, amountText(absolute(change)), more)}`
    const now = this.#quantity(current.definition.formula)
    const before = rate.denominator === undefined ? undefined : this.#quantity(rate.denominator)
    if (before !== undefined && isZero(before)) return `${said}（上年无此项）`
    const base = now === undefined ? undefined : minus(printed(now), printed(change))
    if (base === undefined || compare(base, baseSlack) <= 0) return said
    const value = this.value(rate)
    return value === undefined ? said : `${said}，${grown}${this.#say(rate, percentText(absolute(value)), grown)}`
  }

  /** 主要原因 for a claim: of the claim itself, else of the figures that it is of. `wanted`: without one it is noted. */
  reason(claim: FigureClaim, wanted: boolean): string | undefined {
    const ref = this.#ref(claim)
    const found = [ref, ...claim.reasonedBy].map(this.#source.reason).find((one) => one !== undefined)
    if (found === undefined && wanted) this.#note({ ref, about: "reason", missing: "主要原因" })
    return found === undefined ? undefined : asClause(found)
  }

  /** Whether the amounts of claims are one another's sum to the cent; unknown amounts are none. */
  addUp(whole: FigureClaim, parts: ReadonlyArray<FigureClaim>): boolean {
    const sum = parts.map((part) => this.#quantity(part.definition.formula))
    const total = this.#quantity(whole.definition.formula)
    if (total === undefined || sum.some((one) => one === undefined)) return false
    const zero = quantity("0", total.unit)
    return compare(sum.map((one) => one ?? zero).reduce(plus, zero), total) === 0
  }

  isZero(claim: FigureClaim): boolean {
    const value = this.#quantity(claim.definition.formula)
    return value !== undefined && isZero(value)
  }

  /** Whether a claim is too small to be seen in the amounts as printed, or not known. */
  isSmall(claim: FigureClaim): boolean {
    const value = this.#quantity(claim.definition.formula)
    return value === undefined || isZero(printed(value))
  }

  /** 大于 or 小于 of a deviation. */
  order(claim: FigureClaim): string {
    const value = this.value(claim)
    return this.#say(claim, orderWords(value !== undefined && isNegative(value) ? -1 : 1))
  }

  /** Whether a claim is zero or not known. */
  isNothing(claim: FigureClaim): boolean {
    const value = this.#quantity(claim.definition.formula)
    return value === undefined || isZero(value)
  }

  hasAmount(formula: Formula): boolean {
    const value = this.#quantity(formula)
    return value !== undefined && !isZero(value)
  }

  /** A claim that the text states in words of its own. */
  inWords(claim: FigureClaim, words: string): string {
    return this.#say(claim, words)
  }

  #quantity(formula: Formula): Quantity | undefined {
    const value: FigureValue = evaluate(formula, this.#source.figures).value
    return value._tag === "Quantity" ? value.quantity : undefined
  }

  #ref({ key }: FigureClaim): string {
    return addressOf(this.#space.head, this.#section, key)
  }

  #figure(claim: FigureClaim): Figure {
    const figure = this.#space.figureAt(this.#section, claim.key)
    if (figure === undefined) throw new Error(`a claim without a figure: ${this.#ref(claim)}`)
    return figure
  }

  #say(claim: FigureClaim, words: string, word?: string): string {
    const figure = this.#figure(claim)
    const known = this.told.some(({ ref }) => ref === figure.ref)
    if (!known)
      this.told.push({ ref: figure.ref, claim, figure, cell: narrativeCell(figure, claim.unit), text: words, word })
    return words
  }

  #note(untold: Untold): void {
    const known = this.untold.some(({ about, ref }) => ref === untold.ref && about === untold.about)
    if (!known) this.untold.push(untold)
  }
}
