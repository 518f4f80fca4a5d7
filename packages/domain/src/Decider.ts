/**
 * 决策: three pure functions over a stream. `decide` answers a command with the events that record it, or with the one
 * refusal that stands first in the order of precedence; `evolve` advances the state by one event; `initialState` is the
 * state of a stream without events.
 *
 * States are immutable: `evolve` answers a new state that shares what did not change with the old one (persistent maps),
 * so a state may be kept with its version and be advanced from there by several callers at once, each along its own way.
 */
import type * as Result from "effect/Result"
import type { Refusal } from "./Refusal.ts"

export interface Decider<State, Command, Event> {
  readonly decide: (command: Command, state: State) => Result.Result<ReadonlyArray<Event>, Refusal>
  readonly evolve: (state: State, event: Event) => State
  readonly initialState: () => State
}

/** The half of a decider that needs no context: what a store folds and keeps. */
export type Fold<State, Event> = Pick<Decider<State, never, Event>, "evolve" | "initialState">
