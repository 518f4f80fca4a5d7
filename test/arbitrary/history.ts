/**
 * 合法历史: arbitrary histories of a unit's year that the deciders accepted: all funds, sources and kinds, opening
 * carry-over, budgets at every level with adjustments and reallocations, revenue, payments, returns, surplus used and
 * distributed, corrections and reversals, procurement, counts, evaluations, closing, reopening and publishing.
 *
 * A history is generated as a list of small numbers and interpreted against the books as they stand, so that nearly every
 * step is accepted and that shrinking leaves out steps. What is refused leaves no trace and is kept as an attempt.
 *
 * @example fc.assert(fc.property(history(), ({ events }) => foldLedger(events).events === events.length))
 */
import type { CommandRequest, Refusal } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { year, unit } from "./plans/menu.ts"
import { evaluationPlans } from "./plans/evaluation.ts"
import { moneyPlans } from "./plans/money.ts"
import type { Dice, Plan } from "./plans/Plan.ts"
import { closing, opening } from "./plans/standing.ts"
import { statementPlans } from "./plans/statements.ts"
import { type KeptEvent, TestBooks } from "./TestBooks.ts"

/** One request and what became of it. */
interface Attempt {
  readonly request: CommandRequest
  /** For requests to a project. */
  readonly project?: string
  readonly refusal?: Refusal
}

export interface History {
  readonly unit: string
  readonly year: number
  /** In the order of the log. */
  readonly events: ReadonlyArray<KeptEvent>
  readonly attempts: ReadonlyArray<Attempt>
  readonly books: TestBooks
  readonly [fc.toStringMethod]: () => string
}

export interface HistoryOptions {
  /** At most so many steps after the opening; 40 where nothing is said. */
  readonly steps?: number
  /** Whether the year is closed in the end; sometimes where nothing is said. */
  readonly closed?: boolean
  /** Whether goals, indicators and evaluations occur; they do where nothing is said. */
  readonly evaluations?: boolean
}

const dice: fc.Arbitrary<Dice> = fc.record({
  a: fc.nat({ max: 9_999 }),
  b: fc.nat({ max: 9_999 }),
  c: fc.nat({ max: 9_999 }),
  day: fc.nat({ max: 364 }),
  // Small amounts as well as large ones: what rounds to 0.00 万元 counts as much as what fills a line.
  fen: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 500_000_000 }))
})

const money: ReadonlyArray<readonly [number, Plan]> = [...moneyPlans, ...statementPlans]

const weighted = (plans: ReadonlyArray<readonly [number, Plan]>): fc.Arbitrary<Plan> =>
  fc.oneof(...plans.map(([weight, plan]) => ({ weight, arbitrary: fc.constant(plan) })))

interface Script {
  readonly beginning: ReadonlyArray<Dice>
  readonly steps: ReadonlyArray<readonly [Plan, Dice]>
  readonly close: boolean
  readonly end: Dice
}

/** Plays a script against books of its own. */
const played = ({ beginning, close, end, steps }: Script): History => {
  const books = new TestBooks()
  const attempts: Array<Attempt> = []
  const attempt = (plan: Plan, thrown: Dice): void => {
    const planned = plan(books, thrown)
    for (const { project, request } of planned) {
      const asked = project === undefined ? {} : { project }
      const recorded = books.record(request, { unit, year, ...asked })
      attempts.push({ request, ...asked, ...(Result.isFailure(recorded) && { refusal: recorded.failure }) })
    }
  }
  for (const plan of opening(beginning)) attempt(plan, end)
  for (const [plan, thrown] of steps) attempt(plan, thrown)
  if (close) for (const plan of closing) attempt(plan, end)
  // A counterexample shows what was recorded, one event a line.
  const shown = () => books.events.map(({ data, id, type }) => `\n${id} ${type} ${JSON.stringify(data)}`).join("")
  return { unit, year, events: books.events, attempts, books, [fc.toStringMethod]: shown }
}

export const history = ({ closed, evaluations = true, steps = 40 }: HistoryOptions = {}): fc.Arbitrary<History> =>
  fc
    .record({
      beginning: fc.array(dice, { maxLength: 8 }),
      steps: fc.array(fc.tuple(weighted(evaluations ? [...money, ...evaluationPlans] : money), dice), {
        maxLength: steps,
        size: "max"
      }),
      close: closed === undefined ? fc.boolean() : fc.constant(closed),
      end: dice
    })
    .map(played)
