/**
 * 决策状态: the state of a decider, kept with its version and advanced from there. An append never folds the whole
 * stream again; what another process appended in between is read as a tail.
 */
import type { StoredEvent } from "@juesuan/domain"
import type { EventLog } from "./EventLog.ts"

/** What of a decider is needed to advance. */
export interface Evolving<State> {
  readonly initialState: () => State
  readonly evolve: (state: State, event: StoredEvent) => State
}

/** A state and how many events of its stream it has seen. */
export interface Versioned<State> {
  readonly state: State
  readonly version: number
}

/** Keeps one state for each stream. `keep` takes over what was just appended, where it continues what is kept. */
export class DeciderStates<State> {
  readonly #log: Pick<EventLog, "readTail">
  readonly #evolving: Evolving<State>
  readonly #kept = new Map<string, Versioned<State>>()

  constructor(log: Pick<EventLog, "readTail">, evolving: Evolving<State>) {
    this.#log = log
    this.#evolving = evolving
  }

  /** The state of a stream as of now. */
  async current(stream: string): Promise<Versioned<State>> {
    const kept = this.#kept.get(stream) ?? { state: this.#evolving.initialState(), version: 0 }
    const tail = await this.#log.readTail(stream, kept.version)
    const again = this.#kept.get(stream)
    if (again !== undefined && again.version !== kept.version) return this.current(stream)
    return this.#advance(stream, kept, tail)
  }

  /** Advances by events that were just appended; a gap or an overlap forgets the state, to be read again when needed. */
  keep(stream: string, appended: ReadonlyArray<StoredEvent>): void {
    const kept = this.#kept.get(stream)
    const [first] = appended
    if (kept === undefined || first === undefined) return
    if (first.version === kept.version + 1) this.#advance(stream, kept, appended)
    else if (first.version > kept.version + 1) this.#kept.delete(stream)
  }

  #advance(stream: string, from: Versioned<State>, events: ReadonlyArray<StoredEvent>): Versioned<State> {
    const state = events.reduce(this.#evolving.evolve, from.state)
    const versioned = { state, version: from.version + events.length }
    this.#kept.set(stream, versioned)
    return versioned
  }
}
