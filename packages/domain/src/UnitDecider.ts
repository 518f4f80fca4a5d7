/**
 * 单位决策: whether something about a unit itself can be recorded, and which classifications its years are kept in:
 * the lists of the year with the codes that the unit adopted.
 */
import * as Result from "effect/Result"
import {
  type AdoptedItem,
  type AdoptionRefusal,
  type Classification,
  type ClassificationKind,
  type ClassificationNotHeld,
  classificationOf,
  levelOf,
  withItems
} from "./Classification.ts"
import type { Original, ReversalCommand, UnitCommand } from "./Command.ts"
import type { Decider, Fold } from "./Decider.ts"
import type { DataOf, UnitEvent, UnitFact } from "./Event.ts"
import { streamName } from "./EventId.ts"
import type { YearContext } from "./LineChecks.ts"
import { factsOf, type LiveFacts, noFacts, withEvent } from "./LiveFacts.ts"
import type { Refusal } from "./Refusal.ts"
import { refusedOriginal, refusedReplacement, reversalOf } from "./Reversing.ts"

/** 单位状态: the facts about the unit that stand. */
export type UnitState = LiveFacts<UnitFact>

type Decision = Result.Result<ReadonlyArray<UnitEvent>, Refusal>

/** 单位的状态演变. */
export const unitFold: Fold<UnitState, UnitEvent> = { initialState: noFacts, evolve: withEvent }

/** Whose unit the decisions are made for. */
export interface UnitContext {
  readonly unit: string
}

const adoptedFor = <Kind extends ClassificationKind>(
  state: UnitState,
  kind: Kind,
  year: number
): ReadonlyArray<AdoptedItem<Kind>> =>
  factsOf(state, "ClassificationItemAdopted").flatMap((each) =>
    each.year === year && each.item.classification === kind
      ? [{ code: each.item.code, name: each.name, source: each.source } as AdoptedItem<Kind>]
      : []
  )

/** Why a year's classification cannot be used, as a refusal: it is not held, or what was adopted does not fit it. */
export const classificationRefusal = (issue: ClassificationNotHeld | AdoptionRefusal, year: number): Refusal => {
  switch (issue._tag) {
    case "ClassificationNotHeld":
      return { _tag: "ClassificationNotHeld", year, held: issue.held }
    case "ParentUnknown":
      return { _tag: "AdoptedParentUnknown", code: issue.code, parent: issue.parent, year }
    case "CodeHasAnotherName":
      return { _tag: "AdoptedCodeHasAnotherName", code: issue.code, year, known: issue.known, requested: issue.name }
  }
}

/** The classification of a year with what the unit adopted, and perhaps one item more. */
const adopting = <Kind extends ClassificationKind>(
  state: UnitState,
  { kind, year }: { readonly kind: Kind; readonly year: number },
  more: ReadonlyArray<AdoptedItem<Kind>> = []
): Result.Result<Classification<Kind>, Refusal> =>
  Result.mapError(
    Result.flatMap(classificationOf(kind, year), (classification) =>
      withItems(classification, [...adoptedFor(state, kind, year), ...more])
    ),
    (issue) => classificationRefusal(issue, year)
  )

const isRegistered = (state: UnitState): boolean => factsOf(state, "UnitRegistered").length > 0

type Contextual = Result.Result<YearContext, Refusal>

/** By state, then by year: every decision about a year asks for its context, and what a unit adopted changes seldom. */
const contexts = new WeakMap<UnitState, Map<string, Contextual>>()

/**
 * 年度的上下文: what the decisions about a year of this unit are made in. Refused where the unit is not registered, or
 * where no classification of that year is held. Asked again for the same state, it is the same context.
 *
 * @example Result.map(yearContext(unitState, { unit: "023001", year: 2024 }), yearDecider)
 */
export const yearContext = (state: UnitState, of: { readonly unit: string; readonly year: number }): Contextual => {
  const known = contexts.get(state) ?? new Map<string, Contextual>()
  contexts.set(state, known)
  const key = `${of.year} ${of.unit}`
  const context = known.get(key) ?? newContext(state, of)
  known.set(key, context)
  return context
}

const newContext = (state: UnitState, { unit, year }: { readonly unit: string; readonly year: number }): Contextual => {
  if (!isRegistered(state)) return Result.fail({ _tag: "UnitUnknown", unit })
  return Result.flatMap(adopting(state, { kind: "functional", year }), (functional) =>
    Result.map(adopting(state, { kind: "economic", year }), (economic) => ({ unit, year, functional, economic }))
  )
}

const refusedAdoption = (state: UnitState, data: DataOf<"ClassificationItemAdopted">): Refusal | undefined => {
  const { item, name, source, year } = data
  if (levelOf(item.code) === "class") return { _tag: "AdoptedItemIsClass", code: item.code, year }
  const adopted: Result.Result<Classification, Refusal> =
    item.classification === "functional"
      ? adopting(state, { kind: "functional", year }, [{ code: item.code, name, source }])
      : adopting(state, { kind: "economic", year }, [{ code: item.code, name, source }])
  return Result.isFailure(adopted) ? adopted.failure : undefined
}

const isAdopted = (state: UnitState, data: DataOf<"ClassificationItemAdopted">): boolean =>
  factsOf(state, "ClassificationItemAdopted").some(
    (each) => each.year === data.year && each.item.code === data.item.code
  )

type PlainUnitCommand = Exclude<UnitCommand, { readonly type: "EventReversed" }>

const refusedPlain = (command: PlainUnitCommand, state: UnitState, { unit }: UnitContext): Refusal | undefined => {
  if (command.type === "UnitRegistered") {
    const name = factsOf(state, "UnitRegistered").at(-1)?.name
    return name === undefined ? undefined : { _tag: "UnitAlreadyRegistered", unit, name }
  }
  if (!isRegistered(state)) return { _tag: "UnitUnknown", unit }
  return command.type === "ClassificationItemAdopted" ? refusedAdoption(state, command.data) : undefined
}

const record = (command: PlainUnitCommand, state: UnitState, context: UnitContext): Decision => {
  const refused = refusedPlain(command, state, context)
  if (refused !== undefined) return Result.fail(refused)
  // Adopted already, under this name: nothing new to state.
  const nothingNew = command.type === "ClassificationItemAdopted" && isAdopted(state, command.data)
  return Result.succeed(nothingNew ? [] : [command])
}

/** Years rest on the registration and on adopted codes: they are replaced, never just taken away. */
const refusedAlone = (original: Original, replacement: UnitCommand | undefined): Refusal | undefined => {
  const { id, type } = original
  if (type === "UnitRegistered") {
    return replacement?.type === type ? undefined : { _tag: "NotReversibleAlone", id, type }
  }
  if (type !== "ClassificationItemAdopted") return undefined
  const { item, year } = original.data
  const same = replacement?.type === type && replacement.data.year === year && replacement.data.item.code === item.code
  return same ? undefined : { _tag: "NotReversibleAlone", id, type, subject: item.code }
}

const reverse = (command: ReversalCommand, state: UnitState, context: UnitContext): Decision => {
  const stream = streamName({ family: "unit", unit: context.unit })
  const replacement = command.data.replacement as UnitCommand | undefined
  const { original } = command
  const refused =
    (isRegistered(state) ? undefined : ({ _tag: "UnitUnknown", unit: context.unit } as const)) ??
    refusedOriginal(command, stream, (id) => state.reversed.has(id)) ??
    (original === undefined ? undefined : refusedAlone(original, replacement)) ??
    refusedReplacement(command, stream)
  if (refused !== undefined || original === undefined) {
    return Result.fail(refused ?? { _tag: "OriginalNotFound", reference: command.data.event })
  }
  const reversal = reversalOf(original, command.data.reason)
  const replaced =
    replacement === undefined ? Result.succeed([]) : decide(replacement, withEvent(state, reversal), context)
  return Result.map(replaced, (events) => [reversal, ...events])
}

const decide = (command: UnitCommand, state: UnitState, context: UnitContext): Decision =>
  command.type === "EventReversed" ? reverse(command, state, context) : record(command, state, context)

/** 单位的决策者. */
export const unitDecider = (context: UnitContext): Decider<UnitState, UnitCommand, UnitEvent> => ({
  ...unitFold,
  decide: (command, state) => decide(command, state, context)
})
