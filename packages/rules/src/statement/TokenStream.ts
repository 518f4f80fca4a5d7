/** 词流: the words of a text, one after the other, and the fault that a reader meets: where, what stands there, what was expected. */
import * as Result from "effect/Result"
import type { Wording } from "../judging/Finding.ts"
import { type Token, tokensOf } from "./tokens.ts"

/** Where a text goes wrong; line and column count from 1. */
export interface StatementFault {
  readonly line: number
  readonly column: number
  readonly found: string
  readonly expected: Wording
  readonly message: Wording
}

/** Carries a fault to the one place that catches it; it never leaves this folder. */
class Faulty extends Error {
  readonly fault: StatementFault

  constructor(fault: StatementFault) {
    super(fault.message.en)
    this.fault = fault
  }
}

const faultAt = ({ column, line, text }: Token, expected: Wording): StatementFault => {
  const found = text === "" ? { zh: "结尾", en: "the end" } : { zh: `“${text}”`, en: `“${text}”` }
  return {
    line,
    column,
    found: text,
    expected,
    message: {
      zh: `第 ${line} 行第 ${column} 列：应为${expected.zh}，写的是${found.zh}`,
      en: `line ${line}, column ${column}: expected ${expected.en}, found ${found.en}`
    }
  }
}

export class TokenStream {
  readonly #tokens: ReadonlyArray<Token>
  #at = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  /** Runs a reader; its fault becomes a value. */
  static guarded<Value>(read: () => Value): Result.Result<Value, StatementFault> {
    try {
      return Result.succeed(read())
    } catch (error) {
      if (error instanceof Faulty) return Result.fail(error.fault)
      throw error
    }
  }

  /** Runs a reader and goes back to where it began if it meets a fault. */
  attempt<Value>(read: () => Value): Value | undefined {
    const at = this.#at
    const result = TokenStream.guarded(read)
    if (Result.isSuccess(result) && !this.#continuesAsFormula()) return result.success
    this.#at = at
    return undefined
  }

  /** After a bracket that was no condition, a formula goes on. */
  #continuesAsFormula(): boolean {
    return this.current.kind === "sign" && /^[+−\-×÷=<>≤≥]/u.test(this.current.text)
  }

  get current(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token
  }

  advance(): void {
    this.#at += 1
  }

  isAt(kind: Token["kind"], text: string): boolean {
    return this.current.kind === kind && this.current.text === text
  }

  /** Whether one of these signs comes after the current word. */
  isAhead(...signs: ReadonlyArray<string>): boolean {
    const next = this.#tokens[this.#at + 1]
    return next?.kind === "sign" && signs.includes(next.text)
  }

  take(kind: Token["kind"], text: string): boolean {
    return this.takeAny(kind, [text])
  }

  takeAny(kind: Token["kind"], texts: ReadonlyArray<string>): boolean {
    const { current } = this
    const found = current.kind === kind && texts.includes(current.text)
    if (found) this.advance()
    return found
  }

  expect(kind: Token["kind"], text: string): void {
    if (!this.take(kind, text)) throw this.fault({ zh: `“${text}”`, en: `“${text}”` })
  }

  expectEnd(): void {
    if (this.current.kind !== "end") throw this.fault({ zh: "结尾，或 + − × ÷", en: "the end, or + − × ÷" })
  }

  /** The fault at the current word. */
  fault(expected: Wording): Error {
    return new Faulty(faultAt(this.current, expected))
  }
}
