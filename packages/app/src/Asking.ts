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
}

const underivable =
  (year: number) =>
  (problem: DerivationProblem): AppError =>
    problem._tag === "NoRuleSet" ? ofNoRuleSet(problem) : ofRefusal(classificationRefusal(problem, year))

export class Asking {
  readonly #log: EventLog
  readonly #ledgers: Ledgers
  readonly #derivations = new WeakMap<Ledger, Derivation>()

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

  /** `needs`: sums alone where no entries behind a figure will be listed; a store that keeps sums answers without a replay. */
  ask(question: Question = {}, needs: "sums" | "entries" = "entries"): Effect.Effect<Asked, AppError> {
    return Effect.gen({ self: this }, function* () {
      const scope = yield* this.scope(question)
      const asOf = question.asOf ?? {}
      const point = yield* settleAsOf(this.#log, asOf)
      const summed = needs === "sums" ? yield* this.#ledgers.summed(scope, point) : undefined
      const { ledger, position } = summed ?? (yield* this.#ledgers.at(scope, point))
      const derivation = yield* this.#derivation(ledger, scope)
      const answered = { scope, name: derivation.disclosure.unit.name, asOf, position }
      return { answered, scope, point: { ...point, position }, ledger, position, derivation }
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

  /** One derivation of a ledger: what was computed for one question serves the next. */
  #derivation(ledger: Ledger, scope: Scope): Effect.Effect<Derivation, AppError> {
    const kept = this.#derivations.get(ledger)
    if (kept !== undefined) return Effect.succeed(kept)
    return Effect.map(
      Effect.fromResult(Result.mapError(derive(ledger, scope), underivable(scope.year))),
      (derivation) => {
        this.#derivations.set(ledger, derivation)
        return derivation
      }
    )
  }
}
