/** 决策的形状: our deciders are emmett's deciders, once a refusal is thrown where emmett expects events. No package imports emmett for it. */
import { DeciderSpecification, type Decider as EmmettDecider } from "@event-driven-io/emmett"
import {
  Classifications,
  type Decider,
  type ProjectCommand,
  projectDecider,
  type ProjectEvent,
  type ProjectState,
  type UnitCommand,
  unitDecider,
  type UnitEvent,
  type UnitState,
  type YearCommand,
  type YearContext,
  yearDecider,
  type YearEvent,
  type YearState
} from "@juesuan/domain"
import * as Result from "effect/Result"
import { expect, expectTypeOf, it } from "vitest"

/** The one line between the two: a refusal is thrown. */
const adapted = <State, Asked, Event>({ decide, evolve, initialState }: Decider<State, Asked, Event>) => ({
  evolve,
  initialState,
  decide: (command: Asked, state: State): Event[] => [
    ...Result.getOrThrowWith(decide(command, state), (refusal) => new Error(refusal._tag))
  ]
})

const context: YearContext = {
  unit: "023001",
  year: 2024,
  functional: Result.getOrThrow(Classifications.classificationOf("functional", 2024)),
  economic: Result.getOrThrow(Classifications.classificationOf("economic", 2024))
}

/** What emmett asks of a command and of an event: a type, and data that is a record. */
type Recorded = { readonly type: string; readonly data: Record<string, unknown> }
type AsRecord<Of extends { readonly type: string }> = Of & Recorded
type Emmetts<State, Asked extends { readonly type: string }, Event extends { readonly type: string }> = EmmettDecider<
  State,
  AsRecord<Asked>,
  AsRecord<Event>
>

it("三种决策者都能用作 emmett 的决策者", () => {
  const year = adapted(yearDecider(context))
  const unit = adapted(unitDecider({ unit: "023001" }))
  const project = adapted(
    projectDecider({ ...context, project: "P01", weights: { execution: "10", indicators: "90" } })
  )
  expectTypeOf(year).toExtend<Emmetts<YearState, YearCommand, YearEvent>>()
  expectTypeOf(unit).toExtend<Emmetts<UnitState, UnitCommand, UnitEvent>>()
  expectTypeOf(project).toExtend<Emmetts<ProjectState, ProjectCommand, ProjectEvent>>()
  // @ts-expect-error what it answers is a Result, not events: without the adaptation it is none
  expectTypeOf(yearDecider(context)).toExtend<Emmetts<YearState, YearCommand, YearEvent>>()

  const opening: YearEvent = { type: "YearOpened", data: { occurredOn: "2024-01-02", carryovers: [] } }
  const specification = DeciderSpecification.for<YearCommand, YearEvent, YearState>(year)
  specification([])
    .when(opening as YearCommand)
    .then([opening])
  expect(() =>
    specification([opening])
      .when(opening as YearCommand)
      .then([opening])
  ).toThrow("YearAlreadyOpened")
})
