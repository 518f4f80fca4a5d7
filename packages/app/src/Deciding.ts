/**
 * 决定: from requests to batches of events. Each stream's state is taken once, with its version, and advanced by what was
 * just decided; so several requests can be decided one after the other and stored in one transaction.
 */
import {
  type Command,
  commandFrom,
  type CommandRequest,
  correctionsOf,
  type DomainEvent,
  eventId,
  type Original,
  projectDecider,
  projectFold,
  type ProjectState,
  type Refusal,
  referencesIn,
  type Routed,
  route,
  streamName,
  unitDecider,
  unitFold,
  type UnitState,
  yearContext,
  yearDecider,
  yearFold,
  type YearState
} from "@juesuan/domain"
import { ruleSetFor } from "@juesuan/rules"
import {
  ConcurrencyConflict,
  DeciderStates,
  type EventLog,
  type NewEvent,
  type RecordedEvent,
  type StreamBatch
} from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog, ofStore } from "./AppError.ts"
import { ofNoRuleSet, ofRefusal } from "./Refusing.ts"

/** What is asked, and of whose books. */
export interface Asked {
  readonly request: CommandRequest
  readonly unit: string
  readonly year?: number | undefined
  readonly project?: string | undefined
  /** The version that the first stream written must have. */
  readonly expectedVersion?: number | undefined
  readonly evidence?: string | undefined
}

const decided = <Value>(result: Result.Result<Value, Refusal>): Effect.Effect<Value, AppError> =>
  Effect.fromResult(Result.mapError(result, ofRefusal))

/** The states of all deciders over one log, kept with their versions as long as the program runs. */
export interface StreamStates {
  readonly units: DeciderStates<UnitState>
  readonly years: DeciderStates<YearState>
  readonly projects: DeciderStates<ProjectState>
}

type FoldOf<State> = {
  readonly initialState: () => State
  readonly evolve: (state: State, event: RecordedEvent) => State
}

export const streamStates = (log: EventLog): StreamStates => ({
  units: new DeciderStates(log, unitFold as FoldOf<UnitState>),
  years: new DeciderStates(log, yearFold as FoldOf<YearState>),
  projects: new DeciderStates(log, projectFold as FoldOf<ProjectState>)
})

const jurisdictionOf = (unit: UnitState) =>
  unit.facts.map(({ fact }) => fact).findLast((fact) => fact.type === "UnitRegistered")?.data.jurisdiction ?? "national"

interface Standing<State> {
  state: State
  version: number
  /** The version at which it was read. */
  readonly read: number
}

/** One transaction in the making: the states as they will be once it is stored. */
export class Deciding {
  readonly #log: EventLog
  readonly #states: StreamStates
  readonly #units = new Map<string, Standing<UnitState>>()
  readonly #years = new Map<string, Standing<YearState>>()
  readonly #projects = new Map<string, Standing<ProjectState>>()
  /** What was decided here, by the ids it will have: a later request of the same transaction may name it. */
  readonly #decided = new Map<string, Original>()
  readonly #guarded = new Set<string>()

  constructor(log: EventLog, states: StreamStates) {
    this.#log = log
    this.#states = states
  }

  /** The batches that record what is asked; refused where the rules of the books do not allow it. */
  decide(asked: Asked): Effect.Effect<ReadonlyArray<StreamBatch>, AppError> {
    return Effect.gen({ self: this }, function* () {
      const command = yield* this.#command(asked.request)
      const { project, unit, year } = asked
      const scope = { unit, ...(year === undefined ? {} : { year }), ...(project === undefined ? {} : { project }) }
      const routed = yield* decided(route(command, scope))
      const batches: Array<StreamBatch> = []
      for (const [index, each] of routed.entries()) {
        const expected = index === routed.length - 1 ? asked.expectedVersion : undefined
        batches.push(yield* this.#batch(each, expected, asked.evidence))
      }
      const stored = batches.filter(({ events }) => events.length > 0)
      return stored.length === 0 ? [] : [...this.#guards(unit), ...stored]
    })
  }

  /** What the unit states is the ground of decisions about its years: it must still stand when they are stored. */
  #guards(unit: string): ReadonlyArray<StreamBatch> {
    const stream = streamName({ family: "unit", unit })
    const standing = this.#units.get(stream)
    if (standing === undefined || this.#guarded.has(stream)) return []
    this.#guarded.add(stream)
    return [{ stream, expectedVersion: standing.read, events: [] }]
  }

  #command(request: CommandRequest): Effect.Effect<Command, AppError> {
    return Effect.map(
      Effect.forEach(referencesIn(request), (reference) =>
        Effect.map(
          fromLog(() => this.#log.event(/^\d+$/u.test(String(reference)) ? Number(reference) : reference)),
          (event) => [reference, event] as const
        )
      ),
      (found) => {
        const originals = new Map(found)
        return commandFrom(
          request,
          (reference) => (originals.get(reference) as Original | undefined) ?? this.#decided.get(String(reference))
        )
      }
    )
  }

  #batch(routed: Routed, expectedVersion: number | undefined, evidence: string | undefined) {
    return Effect.gen({ self: this }, function* () {
      const stream = streamName(routed.stream)
      if (expectedVersion !== undefined) yield* this.#assertVersion(stream, expectedVersion)
      const { events, version } = yield* this.#events(routed, stream)
      events.forEach((event, index) => {
        const id = eventId(stream, version + index + 1)
        this.#decided.set(id, { ...event, id, stream } as Original)
      })
      const corrects = correctionsOf(events)
      return {
        stream,
        expectedVersion: expectedVersion ?? version,
        events: events.map((event, index): NewEvent => {
          const replaced = corrects[index]
          const metadata = {
            ...(evidence === undefined ? {} : { evidence }),
            ...(replaced === undefined ? {} : { corrects: replaced })
          }
          return { ...event, metadata } as NewEvent
        })
      } satisfies StreamBatch
    })
  }

  /** What the caller believes about a stream comes before what the rules say. */
  #assertVersion(stream: string, expected: number): Effect.Effect<void, AppError> {
    return Effect.flatMap(
      fromLog(() => this.#log.streamVersion(stream)),
      (found) =>
        found === expected ? Effect.void : Effect.fail(ofStore(new ConcurrencyConflict({ stream, expected, found })))
    )
  }

  #events(
    routed: Routed,
    stream: string
  ): Effect.Effect<{ events: ReadonlyArray<DomainEvent>; version: number }, AppError> {
    return Effect.gen({ self: this }, function* () {
      const { command, stream: of } = routed
      const unit = yield* this.#standing(this.#units, this.#states.units, streamName({ family: "unit", unit: of.unit }))
      if (of.family === "unit") {
        return yield* this.#advanced(unit, unitDecider(of), command)
      }
      const context = yield* decided(yearContext(unit.state, of))
      const yearStream = streamName({ family: "year", unit: of.unit, year: of.year })
      const year = yield* this.#standing(this.#years, this.#states.years, yearStream)
      if (of.family === "year") return yield* this.#advanced(year, yearDecider(context), command)
      const rules = ruleSetFor(jurisdictionOf(unit.state), of.year)
      const { scoring } = yield* Effect.fromResult(Result.mapError(rules, ofNoRuleSet))
      const project = yield* this.#standing(this.#projects, this.#states.projects, stream)
      return yield* this.#advanced(project, projectDecider({ ...of, weights: scoring.policy.weights }), command)
    })
  }

  #advanced<State, Of, Event extends DomainEvent>(
    standing: Standing<State>,
    decider: {
      readonly decide: (command: Of, state: State) => Result.Result<ReadonlyArray<Event>, Refusal>
      readonly evolve: (state: State, event: Event) => State
    },
    command: unknown
  ): Effect.Effect<{ events: ReadonlyArray<DomainEvent>; version: number }, AppError> {
    return Effect.map(decided(decider.decide(command as Of, standing.state)), (events) => {
      const { version } = standing
      standing.state = events.reduce(decider.evolve, standing.state)
      standing.version += events.length
      return { events, version }
    })
  }

  #standing<State>(kept: Map<string, Standing<State>>, states: DeciderStates<State>, stream: string) {
    const known = kept.get(stream)
    if (known !== undefined) return Effect.succeed(known)
    return Effect.map(
      fromLog(() => states.current(stream)),
      ({ state, version }) => {
        const standing = { state, version, read: version }
        kept.set(stream, standing)
        return standing
      }
    )
  }
}
