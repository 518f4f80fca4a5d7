/**
 * The reader of texts: `公开03/每行/本年支出合计 = 公开03/此行/基本支出 + 公开03/此行/项目支出` → a statement, or where the text
 * goes wrong, what stands there and what was expected. What it reads, `describeStatement` prints.
 */
import { Quantities, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Formulas from "../formula/Formula.ts"
import type { Cells, Comparison, Condition, Formula } from "../formula/Formula.ts"
import type { Wording } from "../judging/Finding.ts"
import { PathReader } from "./paths.ts"
import type { Statement } from "./Statement.ts"
import { type StatementFault, TokenStream } from "./TokenStream.ts"

const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ["=", "="],
  ["<", "<"],
  [">", ">"],
  ["<=", "<="],
  ["≤", "<="],
  [">=", ">="],
  ["≥", ">="]
])

const roundings: ReadonlyMap<string, Formulas.Rounded["mode"]> = new Map([
  ["四舍五入", "half-up"],
  ["向下舍入", "floor"],
  ["向上舍入", "ceiling"]
])

const opening = { zh: "（", en: "(" }
const closing = { zh: "）", en: ")" }
const term = { zh: "单元格、数、合计(…) 或括号", en: "a cell, a number, 合计(…) or a bracket" }
const comparing = { zh: "=、<、>、≤ 或 ≥", en: "=, <, >, ≤ or ≥" }

/** 92%, 3元, 1.5万元, 5分, 0.5: a number without unit is a ratio. */
const quantityOf = (text: string): Quantity => {
  const [, digits = "0", unit = ""] = /^(.*?)(%|万元|元|分)?$/u.exec(text) ?? []
  const scaled = (by: string, of: Quantities.Unit): Quantity =>
    Quantities.times(Quantities.quantity(digits, of), Quantities.quantity(by, Quantities.ratio), of)
  switch (unit) {
    case "%":
      return scaled("0.01", Quantities.ratio)
    case "元":
      return scaled("1", Quantities.yuan)
    case "万元":
      return scaled("10000", Quantities.yuan)
    case "分":
      return scaled("1", Quantities.points)
    default:
      return scaled("1", Quantities.ratio)
  }
}

class Parser {
  readonly #tokens: TokenStream
  readonly #paths: PathReader

  constructor(text: string) {
    this.#tokens = new TokenStream(text)
    this.#paths = new PathReader(this.#tokens)
  }

  statement(): Statement {
    const { when, left } = this.#beginning()
    const comparison = this.#comparison()
    const right = this.#formula()
    this.#tokens.expectEnd()
    const { loop } = this.#paths
    return {
      ...(loop === undefined ? {} : { forEach: loop }),
      ...(when === undefined ? {} : { when }),
      left,
      comparison,
      right
    }
  }

  /** 若 … 则 in front is the condition of the statement, unless 否则 follows: then it is a formula. */
  #beginning(): { readonly when?: Condition; readonly left: Formula } {
    if (!this.#tokens.take("word", "若")) return { left: this.#formula() }
    const condition = this.#condition()
    this.#tokens.expect("word", "则")
    const met = this.#formula()
    return this.#tokens.isAt("sign", "，") || this.#tokens.isAt("sign", ",")
      ? { left: this.#otherwise(condition, met) }
      : { when: condition, left: met }
  }

  #otherwise(condition: Condition, met: Formula): Formula {
    this.#tokens.takeAny("sign", ["，", ","])
    this.#tokens.expect("word", "否则")
    return Formulas.when(condition, met, this.#formula())
  }

  #comparison(): Comparison {
    const { kind, text } = this.#tokens.current
    const found = kind === "sign" ? comparisons.get(text) : undefined
    if (found === undefined) throw this.#tokens.fault(comparing)
    this.#tokens.advance()
    return found
  }

  #formula(): Formula {
    if (!this.#tokens.take("word", "若")) return this.#sum()
    const condition = this.#condition()
    this.#tokens.expect("word", "则")
    const met = this.#sum()
    return this.#otherwise(condition, met)
  }

  #sum(): Formula {
    let result = this.#product()
    let isOpen = false
    for (;;) {
      if (this.#tokens.take("sign", "+")) {
        const next = this.#product()
        result =
          isOpen && result._tag === "Sum" ? { ...result, terms: [...result.terms, next] } : Formulas.sum(result, next)
        isOpen = true
      } else if (this.#tokens.takeAny("sign", ["−", "-"])) {
        result = Formulas.difference(result, this.#product())
        isOpen = false
      } else return result
    }
  }

  #product(): Formula {
    let result = this.#atom()
    let isOpen = false
    for (;;) {
      if (this.#tokens.take("sign", "×")) {
        const next = this.#atom()
        result =
          isOpen && result._tag === "Product"
            ? { ...result, factors: [...result.factors, next] as unknown as Formulas.Product["factors"] }
            : Formulas.product(result, next)
        isOpen = true
      } else if (this.#tokens.take("sign", "÷")) {
        result = Formulas.quotient(result, this.#atom())
        isOpen = false
      } else return result
    }
  }

  #atom(): Formula {
    const { kind, text } = this.#tokens.current
    if (kind === "number" && !this.#tokens.isAhead("/")) {
      this.#tokens.advance()
      return Formulas.constant(quantityOf(text))
    }
    if (kind === "sign" && (text === "(" || text === "（")) return this.#bracketed(() => this.#formula())
    if (kind === "name" && this.#tokens.isAhead("(", "（")) return this.#function(text)
    if (kind !== "name" && kind !== "quoted" && kind !== "number") throw this.#tokens.fault(term)
    return this.#paths.cell()
  }

  #bracketed<Value>(read: () => Value): Value {
    if (!this.#tokens.takeAny("sign", ["(", "（"])) throw this.#tokens.fault(opening)
    const value = read()
    if (!this.#tokens.takeAny("sign", [")", "）"])) throw this.#tokens.fault(closing)
    return value
  }

  #function(name: string): Formula {
    const mode = roundings.get(name)
    if (mode !== undefined) {
      this.#tokens.advance()
      return this.#bracketed(() => this.#rounded(mode))
    }
    switch (name) {
      case "合计":
        return Formulas.total(this.#cells())
      case "min":
      case "max": {
        this.#tokens.advance()
        const [first, ...rest] = this.#bracketed(() => this.#list())
        return name === "min" ? Formulas.least(first, ...rest) : Formulas.greatest(first, ...rest)
      }
      default:
        throw this.#tokens.fault({
          zh: "合计、min、max、四舍五入、向下舍入或向上舍入",
          en: "合计, min, max, 四舍五入, 向下舍入 or 向上舍入"
        })
    }
  }

  #list(): [Formula, ...Array<Formula>] {
    const list: [Formula, ...Array<Formula>] = [this.#formula()]
    while (this.#tokens.takeAny("sign", [",", "，"])) list.push(this.#formula())
    return list
  }

  /** `四舍五入(…, 2 位小数)` */
  #rounded(mode: Formulas.Rounded["mode"]): Formula {
    const of = this.#formula()
    const digits: Wording = { zh: "，和位数，例如 2 位小数", en: "a comma and the digits, e.g. 2 位小数" }
    if (!this.#tokens.takeAny("sign", [",", "，"])) throw this.#tokens.fault(digits)
    const { kind, text } = this.#tokens.current
    if (kind !== "number" || !/^\d{1,2}$/u.test(text)) throw this.#tokens.fault(digits)
    this.#tokens.advance()
    if (!this.#tokens.take("name", "位小数")) throw this.#tokens.fault(digits)
    return Formulas.rounded(of, Number(text), mode)
  }

  #cells(): Cells {
    this.#tokens.advance()
    return this.#bracketed(() => this.#paths.cells())
  }

  #condition(): Condition {
    return this.#joined("或", () => this.#joined("且", () => this.#simple()))
  }

  #joined(word: "且" | "或", read: () => Condition): Condition {
    const list = [read()]
    while (this.#tokens.take("name", word)) list.push(read())
    const [first, second, ...rest] = list
    if (first === undefined || second === undefined) return list[0] as Condition
    return word === "且" ? Formulas.every(first, second, ...rest) : Formulas.some(first, second, ...rest)
  }

  #simple(): Condition {
    const { kind, text } = this.#tokens.current
    if (kind === "name" && text === "有数" && this.#tokens.isAhead("(", "（")) return Formulas.filled(this.#cells())
    if (kind === "name" && text === "无数" && this.#tokens.isAhead("(", "（")) return Formulas.unfilled(this.#cells())
    if (kind === "sign" && (text === "(" || text === "（")) {
      const condition = this.#tokens.attempt(() => this.#bracketed(() => this.#condition()))
      if (condition !== undefined) return condition
    }
    const left = this.#sum()
    const comparison = this.#comparison()
    return Formulas.compares(left, comparison, this.#sum())
  }
}

/**
 * Reads a statement.
 *
 * @example parseStatement("公开01/总计/收入 = 公开01/总计/支出")
 */
export const parseStatement = (text: string): Result.Result<Statement, StatementFault> =>
  TokenStream.guarded(() => new Parser(text).statement())
