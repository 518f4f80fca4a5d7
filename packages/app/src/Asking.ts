/** 应答: what every question goes through: the year that is meant, the point in time, the ledger, its derivation. */
import { classificationRefusal, type Figure, type Ledger } from "@juesuan/domain"
import { type Derivation, derive, describeAddressProblem, type DerivationProblem } from "@juesuan/rules"
import type { EventLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog, refusal } from "./AppError.ts"
import type { Answered } from "./Disclosures.ts"
import type { Folded, Ledgers } from "./Ledgers.ts"
import { ofNoRuleSet, ofRefusal } from "./Refusing.ts"
import { type Point, type Question, type Scope, scopesHeld, settleAsOf, settleScope } from "./Question.ts"

/** The books as a question means them. */
export interface Asked extends Folded {
  readonly answered: Answered
  readonly scope: Scope
  readonly point: Point
  readonly derivation: Derivation
  /** The year before, where the question wants it and its books are held. */
  readonly before: Derivation | undefined
}

/** What a question needs beside the sums of its year. */
export interface Needs {
  /** Sums alone where no entries behind a figure will be listed; a store that keeps sums answers without a replay. */
  readonly of?: "sums" | "entries"
  /** The books of the year before: what the narrative compares with. */
  readonly yearBefore?: boolean
}

/** Whether a figure at an address compares with the year before, however its head is written. */
export const comparesWithYearBefore = (ref: string): boolean => /^\s*(?:情况)?说明|^\s*上年/u.test(ref)

const underivable =
  (year: number) =>
  (problem: DerivationProblem): AppError =>
    problem._tag === "NoRuleSet" ? ofNoRuleSet(problem) : ofRefusal(classificationRefusal(problem, year))

export class Asking {
  readonly #log: EventLog
  readonly #ledgers: Ledgers
  readonly #derivations = new WeakMap<
    Ledger,
    { readonly derivation: Derivation; readonly before: Derivation | undefined }
  >()

  constructor(log: EventLog, ledgers: Ledgers) {
    this.#log = log
    this.#ledgers = ledgers
  }

  scope(question: Question = {}): Effect.Effect<Scope, AppError> {
    return Effect.flatMap(
      fromLog(() => this.#log.streams()),
      (streams) => settleScope(question.scope ?? {}, scopesHeld(streams))
    )
  }

  ask(question: Question = {}, { of = "entries", yearBefore = false }: Needs = {}): Effect.Effect<Asked, AppError> {
    return Effect.gen({ self: this }, function* () {
      const scope = yield* this.scope(question)
      const asOf = question.asOf ?? {}
      const point = yield* settleAsOf(this.#log, asOf)
      const summed = of === "sums" ? yield* this.#ledgers.summed(scope, point) : undefined
      const { ledger, position } = summed ?? (yield* this.#ledgers.at(scope, point))
      const before = yearBefore ? yield* this.#yearBefore(scope, question) : undefined
      const derivation = yield* this.#derivation(ledger, scope, before)
      const answered = { scope, name: derivation.disclosure.unit.name, asOf, position }
      return { answered, scope, point: { ...point, position }, ledger, position, derivation, before }
    })
  }

  /** The books of the year before; none where the store does not hold it or no rules are held that could derive it. */
  #yearBefore({ unit, year }: Scope, question: Question): Effect.Effect<Derivation | undefined, AppError> {
    return Effect.matchEffect(this.ask({ ...question, scope: { unit, year: year - 1 } }, { of: "sums" }), {
      onFailure: (error) =>
        error.code === "ScopeUnknown" || error.category === "notAllowed" ? Effect.undefined : Effect.fail(error),
      onSuccess: ({ derivation }) => Effect.succeed(derivation)
    })
  }

  figure(asked: Asked, ref: string): Effect.Effect<Figure, AppError> {
    return Effect.fromResult(
      Result.mapError(asked.derivation.figureAt(ref), (problem) => {
        const { _tag, ...details } = problem
        const category =
          _tag === "HeadUnknown" || _tag === "RowUnknown" || _tag === "ColumnUnknown" ? "notFound" : "usage"
        return refusal(category, _tag, details, describeAddressProblem(problem))
      })
    )
  }

  /** One derivation of a ledger: what was computed for one question serves the next that compares with the same year. */
  #derivation(ledger: Ledger, scope: Scope, before: Derivation | undefined): Effect.Effect<Derivation, AppError> {
    const kept = this.#derivations.get(ledger)
    if (kept !== undefined && (before === undefined || kept.before === before)) return Effect.succeed(kept.derivation)
    return Effect.map(
      Effect.fromResult(Result.mapError(derive(ledger, scope, before), underivable(scope.year))),
      (derivation) => {
        this.#derivations.set(ledger, { derivation, before })
        return derivation
      }
    )
  }
}
