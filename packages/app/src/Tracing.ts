/** 理由 over the log: the leaves of a figure with the events behind them, and the tree as every adapter shows it. */
import { type Citation, eventId, type Figure, type FoldedEvent, type Ledger, Quantities } from "@juesuan/domain"
import { type Derivation, describe, printingOf } from "@juesuan/rules"
import type { EventLog, RecordedEvent } from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type AppError, fromLog } from "./AppError.ts"
import { cursorText } from "./Cursor.ts"
import type { BecauseJson, ExplanationJson, LeafEvent } from "./json/explanations.ts"
import { amountJson, cellJson, figureValue } from "./json/figures.ts"

/** An event behind a leaf, before its kind is looked up. */
export interface Behind {
  readonly event: string
  readonly position: number
  readonly amount?: string
}

/** So many events of a leaf are shown with the tree. */
export const shownEvents = 100

/** The entries behind a leaf in the order of the log, as many as asked for; those of one event are not parted. */
const behindLeaf = (
  leaf: Figure,
  ledger: Ledger,
  positionOf: (id: string) => number,
  limit = Number.POSITIVE_INFINITY
): ReadonlyArray<Behind> => {
  const { because } = leaf
  if (because._tag === "Stated") {
    return because.events
      .map((event) => ({ event, position: positionOf(event) }))
      .toSorted((left, right) => left.position - right.position)
      .slice(0, limit)
  }
  if (because._tag !== "Entries") return []
  const found: Array<Behind> = []
  for (const { amount, position, stream, version } of ledger.entries.list(because.selection)) {
    if (found.length >= limit && found.at(-1)?.position !== position) break
    found.push({ event: eventId(stream, version), position, amount: Quantities.textOfFen(amount) })
  }
  return found.toSorted((left, right) => left.position - right.position)
}

/** An event as it is folded. */
export const foldedOf = (event: RecordedEvent): FoldedEvent =>
  ({ ...event, recordedAt: event.metadata.recordedAt }) as FoldedEvent

/** Events that an answer names, each looked up once. */
export class EventFacts {
  readonly #log: EventLog
  readonly #known = new Map<string, FoldedEvent>()

  constructor(log: EventLog) {
    this.#log = log
  }

  load(ids: Iterable<string>): Effect.Effect<void, AppError> {
    const missing = [...new Set(ids)].filter((id) => !this.#known.has(id))
    return Effect.forEach(
      missing,
      (id) =>
        Effect.map(
          fromLog(() => this.#log.event(id)),
          (event) => {
            if (event === undefined) throw new Error(`the log lost the event ${id}`)
            this.#known.set(id, foldedOf(event))
          }
        ),
      { discard: true }
    )
  }

  of(id: string): FoldedEvent {
    const known = this.#known.get(id)
    if (known === undefined) throw new Error(`not loaded: ${id}`)
    return known
  }
}

export const leafEvent = ({ amount, event }: Behind, facts: EventFacts): LeafEvent => {
  const { data, position, type } = facts.of(event)
  return { event, position, occurredOn: data.occurredOn, type, ...(amount === undefined ? {} : { amount }) }
}

const citationJson = ({ article, document, inForceFrom, quote, verified }: Citation) => ({
  document,
  ...(article === undefined ? {} : { article }),
  ...(inForceFrom === undefined ? {} : { inForceFrom }),
  ...(quote === undefined ? {} : { quote }),
  verified
})

/** Ids that the leaves below a figure state, and those of their first entries. */
export const eventsToLoad = (figure: Figure, ledger: Ledger): ReadonlyArray<string> => {
  const ids = new Set<string>()
  const seen = new Set<Figure>()
  const visit = (node: Figure): void => {
    if (seen.has(node)) return
    seen.add(node)
    const { because } = node
    if (because._tag === "Derived") for (const input of because.inputs) visit(input)
    else if (because._tag === "Stated") for (const id of because.events) ids.add(id)
    else for (const { event } of behindLeaf(node, ledger, () => 0, shownEvents)) ids.add(event)
  }
  visit(figure)
  return [...ids]
}

export interface TreeSource {
  readonly ledger: Ledger
  readonly derivation: Derivation
  readonly facts: EventFacts
}

const recordedJson = (leaf: Figure, path: ReadonlyArray<number>, { facts, ledger }: TreeSource): BecauseJson => {
  const { because } = leaf
  const behind = behindLeaf(leaf, ledger, (id) => facts.of(id).position, shownEvents)
  const count = because._tag === "Entries" ? because.count : behind.length
  const total = because._tag === "Entries" ? amountJson(Quantities.quantityOfFen(because.total)) : null
  const last = behind.at(-1)
  const more =
    last === undefined || count <= behind.length ? {} : { next: cursorText({ after: last.position, leaf: path }) }
  return { kind: "recorded", count, total, events: behind.map((each) => leafEvent(each, facts)), ...more }
}

/** The tree of a figure. Cells show what is printed beside the exact amount, and the rounding between the two. */
export const treeOf = (figure: Figure, source: TreeSource, path: ReadonlyArray<number> = []): ExplanationJson => {
  const { because, label, ref } = figure
  const cell = source.derivation.cellOf(ref)
  const value = cell === undefined ? figureValue(figure) : cellJson(cell)
  const base = { ref, label, value }
  switch (because._tag) {
    case "Given":
      return { ...base, because: { kind: "given", citation: citationJson(because.citation) } }
    case "Derived": {
      const { citation, formula, rule } = because
      const inputs = because.inputs.map((input, index) => treeOf(input, source, [...path, index]))
      const derivedBecause: BecauseJson = { kind: "derived", rule, formula, citation: citationJson(citation), inputs }
      if (cell === undefined || path.length > 0) return { ...base, because: derivedBecause }
      const printing = printingOf(cell.unit)
      return {
        ...base,
        because: derivedBecause,
        printing: { rule: printing.id, label: printing.label, formula: describe(printing.formula) }
      }
    }
    case "Entries":
    case "Stated":
      return { ...base, because: recordedJson(figure, path, source) }
  }
}
