/** 数字背后: the value of a figure as it is shown, and every event behind it once, in the order of the log. */
import { type Because, eventId, type Entry, type Figure, leavesOf, Quantities } from "@juesuan/domain"
import type { Derivation } from "@juesuan/rules"
import * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import type { Asked } from "./Asking.ts"
import { cellJson, figureValue } from "./json/figures.ts"
import type { Value } from "./json/values.ts"
import type { Behind, EventFacts } from "./Tracing.ts"

/** The value of a figure as its cell prints it, else as it is. */
export const shownValue = (derivation: Derivation, figure: Figure): Value => {
  const cell = derivation.cellOf(figure.ref)
  return cell === undefined ? figureValue(figure) : cellJson(cell)
}

/** One text for equal values, to compare them by. */
export const exactly = (value: Value): string => JSON.stringify(value)

type Selected = Extract<Because, { readonly _tag: "Entries" }>["selection"]

/** What the leaves of figures are made of: selections, each once however many leaves have it, and stated events. */
export interface Ground {
  readonly selections: ReadonlyArray<Selected>
  readonly stated: ReadonlyArray<string>
}

export const groundOf = (...figures: ReadonlyArray<Figure>): Ground => {
  const selections = new Map<string, Selected>()
  const stated = new Set<string>()
  for (const { because } of figures.flatMap(leavesOf)) {
    if (because._tag === "Entries") selections.set(JSON.stringify(because.selection), because.selection)
    else if (because._tag === "Stated") for (const id of because.events) stated.add(id)
  }
  return { selections: [...selections.values()], stated: [...stated] }
}

/** Events on their way into a list: an event that left several entries is listed once, with what they add up to. */
export class Gathered {
  readonly #events = new Map<string, { readonly position: number; fen: Quantities.Fen | undefined }>()

  addEntry({ amount, position, stream, version }: Entry, sign: 1 | -1 = 1): void {
    const id = eventId(stream, version)
    const fen = sign === 1 ? amount : Quantities.negatedFen(amount)
    const known = this.#events.get(id)
    if (known === undefined) this.#events.set(id, { position, fen })
    else known.fen = Quantities.plusFen(known.fen ?? Quantities.zeroFen, fen)
  }

  addStated(id: string, position: number): void {
    if (!this.#events.has(id)) this.#events.set(id, { position, fen: undefined })
  }

  /** In the order of the log. */
  list(): ReadonlyArray<Behind> {
    return [...this.#events]
      .map(([event, { fen, position }]) => ({
        event,
        position,
        ...(fen === undefined ? {} : { amount: Quantities.textOfFen(fen) })
      }))
      .toSorted((left, right) => left.position - right.position)
  }
}

/** Loads what a figure's leaves state, then lists every event behind it once. */
export const behindFigure = (
  figure: Figure,
  { ledger }: Asked,
  facts: EventFacts
): Effect.Effect<ReadonlyArray<Behind>, AppError> => {
  const { selections, stated } = groundOf(figure)
  return Effect.map(facts.load(stated), () => {
    const gathered = new Gathered()
    for (const selection of selections) for (const entry of ledger.entries.list(selection)) gathered.addEntry(entry)
    for (const id of stated) gathered.addStated(id, facts.of(id).position)
    return gathered.list()
  })
}
