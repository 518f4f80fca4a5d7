/** 数字背后: the value of a figure as it is shown, and every event behind it once, in the order of the log. */
import { type Figure, leavesOf } from "@juesuan/domain"
import type { Derivation } from "@juesuan/rules"
import * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import type { Asked } from "./Asking.ts"
import { cellJson, figureValue } from "./json/figures.ts"
import type { Value } from "./json/values.ts"
import { type Behind, behindLeaf, type EventFacts } from "./Tracing.ts"

/** The value of a figure as its cell prints it, else as it is. */
export const shownValue = (derivation: Derivation, figure: Figure): Value => {
  const cell = derivation.cellOf(figure.ref)
  return cell === undefined ? figureValue(figure) : cellJson(cell)
}

/** One text for equal values, to compare them by. */
export const exactly = (value: Value): string => JSON.stringify(value)

/** Loads what a figure's leaves state, then lists every event behind it once, in the order of the log. */
export const behindFigure = (
  figure: Figure,
  { ledger }: Asked,
  facts: EventFacts
): Effect.Effect<ReadonlyArray<Behind>, AppError> => {
  const leaves = leavesOf(figure)
  const stated = leaves.flatMap(({ because }) => (because._tag === "Stated" ? because.events : []))
  return Effect.map(facts.load(stated), () => {
    const all = new Map<string, Behind>()
    for (const leaf of leaves) {
      for (const behind of behindLeaf(leaf, ledger, (id) => facts.of(id).position)) all.set(behind.event, behind)
    }
    return [...all.values()].toSorted((left, right) => left.position - right.position)
  })
}
