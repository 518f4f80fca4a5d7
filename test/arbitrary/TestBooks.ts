/**
 * 试验账: books in memory, kept by the deciders alone: a request is routed, decided and appended as the application does
 * it, with the real deciders and no store. Specifications and the arbitrary of histories record through it.
 */
import {
  type Command,
  commandFrom,
  type CommandRequest,
  correctionsOf,
  type Decider,
  type DomainEvent,
  eventId,
  type Fold,
  type FoldedEvent,
  type Original,
  type ProjectContext,
  projectDecider,
  projectFold,
  type ProjectState,
  type Refusal,
  route,
  type Routed,
  type Scope,
  streamName,
  unitDecider,
  unitFold,
  type UnitState,
  yearContext,
  yearDecider,
  yearFold,
  type YearState
} from "@juesuan/domain"
import * as Result from "effect/Result"

/** An event as these books keep it: what a fold needs, and what it corrects. */
export type KeptEvent = FoldedEvent & { readonly id: string; readonly corrects?: string }

type Evolved = Fold<unknown, DomainEvent>

const folds: { readonly [Family in Routed["stream"]["family"]]: Evolved } = {
  unit: unitFold as Evolved,
  year: yearFold as Evolved,
  project: projectFold as Evolved
}

const weights: ProjectContext["weights"] = { execution: "10", indicators: "90" }

type Decision = Result.Result<ReadonlyArray<DomainEvent>, Refusal>

export class TestBooks {
  readonly events: Array<KeptEvent> = []
  readonly #states = new Map<string, { readonly state: unknown; readonly version: number }>()
  readonly #originals = new Map<string, Original>()
  readonly #idAt: Array<string> = []

  unitState(unit: string): UnitState {
    return this.#stateOf({ family: "unit", unit }) as UnitState
  }
  yearState(unit: string, year: number): YearState {
    return this.#stateOf({ family: "year", unit, year }) as YearState
  }
  projectState(unit: string, year: number, project: string): ProjectState {
    return this.#stateOf({ family: "project", unit, year, project }) as ProjectState
  }

  /** The event with an id or at a position, as the decisions want it. */
  find(reference: string | number): Original | undefined {
    const id = /^\d+$/u.test(String(reference)) ? this.#idAt[Number(reference) - 1] : String(reference)
    return id === undefined ? undefined : this.#originals.get(id)
  }

  /** Decides without recording. */
  decide(request: CommandRequest, scope: Scope): Result.Result<ReadonlyArray<readonly [string, DomainEvent]>, Refusal> {
    return Result.flatMap(
      route(
        commandFrom(request, (reference) => this.find(reference)),
        scope
      ),
      (routed) => {
        const decided: Array<readonly [string, DomainEvent]> = []
        for (const each of routed) {
          const decision = this.#decideAt(each)
          if (Result.isFailure(decision)) return Result.fail(decision.failure)
          for (const event of decision.success) decided.push([streamName(each.stream), event])
        }
        return Result.succeed(decided)
      }
    )
  }

  /** Decides and records; a refusal leaves everything as it was. */
  record(request: CommandRequest, scope: Scope): Result.Result<ReadonlyArray<KeptEvent>, Refusal> {
    return Result.map(this.decide(request, scope), (decided) => {
      const corrections = correctionsOf(decided.map(([, event]) => event))
      return decided.map(([stream, event], index) => this.append(stream, event, corrections[index]))
    })
  }

  /** Appends an event that was decided. Every event is recorded a minute after the one before. */
  append(stream: string, event: DomainEvent, corrects?: string): KeptEvent {
    const { state, version } = this.#kept(stream)
    const id = eventId(stream, version + 1)
    const position = this.events.length + 1
    const kept: KeptEvent = {
      id,
      position,
      stream,
      version: version + 1,
      type: event.type,
      data: event.data,
      recordedAt: new Date(Date.UTC(2024, 0, 1) + position * 60_000).toISOString(),
      ...(corrects === undefined ? {} : { corrects })
    }
    this.#states.set(stream, { state: foldOf(stream).evolve(state as never, event as never), version: version + 1 })
    this.#originals.set(id, { id, stream, ...event } as Original)
    this.#idAt.push(id)
    this.events.push(kept)
    return kept
  }

  #kept(stream: string): { readonly state: unknown; readonly version: number } {
    return this.#states.get(stream) ?? { state: foldOf(stream).initialState(), version: 0 }
  }

  #stateOf(stream: Routed["stream"]): unknown {
    return this.#kept(streamName(stream)).state
  }

  #decideAt({ command, stream }: Routed): Decision {
    const by = <State, Asked extends Command, Event extends DomainEvent>(
      decider: Decider<State, Asked, Event>
    ): Decision => decider.decide(command as Asked, this.#stateOf(stream) as State)
    switch (stream.family) {
      case "unit":
        return by(unitDecider(stream))
      case "year":
        return Result.flatMap(yearContext(this.unitState(stream.unit), stream), (context) => by(yearDecider(context)))
      case "project":
        return by(projectDecider({ ...stream, weights }))
    }
  }
}

const foldOf = (stream: string): Evolved => folds[stream.slice(0, stream.indexOf("-")) as Routed["stream"]["family"]]
