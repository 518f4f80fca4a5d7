/**
 * 决策状态: what a decider decides upon, kept with the version it stands at and advanced from there. A long stream is
 * folded once in the life of a program; after that only what was appended since is read, by whichever program.
 */
import type { DomainEvent } from "@juesuan/domain"
import type { EventLog, LogEvent, RecordedEvent } from "./EventLog.ts"

/** The half of a decider that folds. `evolve` answers a new state and leaves the old one as it was. */
export interface Evolving<State, E extends LogEvent = DomainEvent> {
  readonly initialState: () => State
  readonly evolve: (state: State, event: RecordedEvent<E>) => State
}

/** A state and the version of the stream it was folded up to. */
export interface Versioned<State> {
  readonly state: State
  readonly version: number
}

const pageLength = 1000

/**
 * The state a stream has now, from one it had before (or from the beginning): reads what came after and nothing else.
 *
 * @example
 * const { state, version } = await advance(log, "year-023001-2024", yearDecider, before)
 * const events = yearDecider.decide(command, state)
 * await log.appendToStreams([{ stream: "year-023001-2024", expectedVersion: version, events }], { actor })
 */
export const advance = async <State, E extends LogEvent>(
  log: Pick<EventLog<E>, "readStreamPage">,
  stream: string,
  { initialState, evolve }: Evolving<State, E>,
  before?: Versioned<State>
): Promise<Versioned<State>> => {
  let { state, version } = before ?? { state: initialState(), version: 0 }
  for (;;) {
    const page = await log.readStreamPage(stream, { after: version, limit: pageLength })
    if (page.version < version) {
      // The log is an older one than the state was folded from: nothing of it can be kept.
      state = initialState()
      version = 0
      continue
    }
    state = page.events.reduce(evolve, state)
    version += page.events.length
    if (version >= page.version) return { state, version }
  }
}

/**
 * The states of a decider over a log, one for each stream, the most recently used ones kept (256 by default).
 *
 * @example
 * const years = new DeciderStates(log, yearDecider)
 * const { state, version } = await years.current("year-023001-2024")
 */
export class DeciderStates<State, E extends LogEvent = DomainEvent> {
  readonly #log: Pick<EventLog<E>, "readStreamPage">
  readonly #decider: Evolving<State, E>
  readonly #capacity: number
  readonly #kept = new Map<string, Versioned<State>>()

  constructor(
    log: Pick<EventLog<E>, "readStreamPage">,
    decider: Evolving<State, E>,
    { capacity = 256 }: { readonly capacity?: number } = {}
  ) {
    this.#log = log
    this.#decider = decider
    this.#capacity = capacity
  }

  /** The state a stream has now. */
  async current(stream: string): Promise<Versioned<State>> {
    const advanced = await advance(this.#log, stream, this.#decider, this.#kept.get(stream))
    return this.#keep(stream, advanced)
  }

  /** Takes over what was just appended to a stream, so that it need not be read; where it does not go on from the state kept, it is ignored. */
  appended(stream: string, events: ReadonlyArray<RecordedEvent<E>>): void {
    const kept = this.#kept.get(stream)
    const [first] = events as ReadonlyArray<RecordedEvent<LogEvent>>
    if (kept === undefined || first?.stream !== stream || first.version !== kept.version + 1) return
    this.#keep(stream, {
      state: events.reduce(this.#decider.evolve, kept.state),
      version: kept.version + events.length
    })
  }

  #keep(stream: string, versioned: Versioned<State>): Versioned<State> {
    this.#kept.delete(stream)
    this.#kept.set(stream, versioned)
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > this.#capacity && oldest.done !== true) this.#kept.delete(oldest.value)
    return versioned
  }
}
