/**
 * 事件版本: stored events are never rewritten; one that was stored in an older form is brought to the current form when it
 * is read. For every kind there is one function per step, from version n to n + 1, kept for ever together with a golden
 * log of that version.
 *
 * To change the form of a kind: raise its version, add the step from the old one, store a golden log of the old one.
 */
import {
  decodeEvent,
  type DomainEvent,
  entriesOf,
  eventKinds,
  type FoldedEvent,
  isEntriesOnly,
  misplacement,
  type SummedEntries
} from "@juesuan/domain"
import type * as Result from "effect/Result"
import { EventUnreadable } from "./StoreError.ts"
import type { FoldableEvent, LogEvent } from "./EventLog.ts"

/** What an event states, as parsed JSON. */
export type EventData = Readonly<Record<string, unknown>>

/** Brings data of one version to the next. Pure. */
export type Upcaster = (data: EventData) => EventData

/** Steps by kind and by the version they start from: `{ PaymentMade: { 1: (data) => ({ ...data, payee: "" }) } }`. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>

/** The kinds that exist, each with its current version; `eventKinds` of the domain is one. */
export type KindVersions = Readonly<Record<string, { readonly schemaVersion: number }>>

/** An event as stored, of any version. */
export interface VersionedData {
  readonly position: number
  readonly type: string
  readonly schemaVersion: number
  readonly data: EventData
}

export interface Upcasting {
  /** The version a kind is stored with today; `undefined` for an unknown kind. */
  readonly currentVersion: (type: string) => number | undefined
  /** Data in the current form. Throws `EventUnreadable` for a kind or version that is not known. */
  readonly upcast: (event: VersionedData) => EventData
}

/**
 * A registry of versions. A step that is missing, or that leads nowhere, is a defect of the program and thrown at once.
 *
 * @example upcasting({ Paid: { schemaVersion: 2 } }, { Paid: { 1: (data) => ({ ...data, fund: "general" }) } })
 */
export const upcasting = (kinds: KindVersions, upcasters: Upcasters = {}): Upcasting => {
  const chains = new Map(
    Object.entries(kinds).map(([type, { schemaVersion }]) => [
      type,
      chainOf(type, schemaVersion, upcasters[type] ?? {})
    ])
  )
  for (const type of Object.keys(upcasters)) {
    if (!chains.has(type)) throw new Error(`Upcaster of ${type}: there is no such kind`)
  }
  const currentVersion = (type: string): number | undefined => {
    const chain = chains.get(type)
    return chain === undefined ? undefined : chain.length + 1
  }
  return {
    currentVersion,
    upcast: ({ position, type, schemaVersion, data }) => {
      const chain = chains.get(type)
      if (chain === undefined || schemaVersion < 1 || schemaVersion > chain.length + 1) {
        const reason = chain === undefined ? "UnknownType" : "NewerVersion"
        throw new EventUnreadable({ position, type, reason, found: schemaVersion, known: currentVersion(type) ?? 0 })
      }
      let current = data
      for (let version = schemaVersion; version <= chain.length; version += 1) {
        current = chain[version - 1]?.(current) ?? current
      }
      return current
    }
  }
}

const chainOf = (type: string, current: number, steps: Readonly<Record<number, Upcaster>>): ReadonlyArray<Upcaster> => {
  const chain = Array.from({ length: current - 1 }, (_, index) => {
    const step = steps[index + 1]
    if (step === undefined) throw new Error(`Upcaster of ${type}: the step from version ${index + 1} is missing`)
    return step
  })
  const count = Object.keys(steps).length
  if (count > chain.length) throw new Error(`Upcaster of ${type}: ${count} steps, but its version is ${current}`)
  return chain
}

/** What the log must know of events: how they are versioned, and what their data has to look like. */
export interface EventCodec<E extends LogEvent = DomainEvent> {
  readonly upcasting: Upcasting
  /** Decodes data of the current version; what it answers is what is stored. */
  readonly decode: (type: string, data: unknown) => Result.Result<E, { readonly issue: string }>
  /** What is wrong with an event in a stream; `undefined` where it belongs there. A codec without it lets any event stand anywhere. */
  readonly misplacement?: (event: E, stream: string) => string | undefined
  /** What an event adds to the sums of its stream, and whether it states more than that. A codec without it sums nothing. */
  readonly summing?: {
    readonly entriesOf: (
      event: FoldableEvent<E>
    ) => ReadonlyArray<Pick<SummedEntries, "dimensions"> & { readonly amount: SummedEntries["total"] }>
    readonly isFact: (type: string) => boolean
  }
}

/** Puts a codec together. Throws where a step of a kind is missing. */
export const eventCodec = <E extends LogEvent>(parts: {
  readonly kinds: KindVersions
  readonly upcasters?: Upcasters
  readonly decode: EventCodec<E>["decode"]
  readonly misplacement?: NonNullable<EventCodec<E>["misplacement"]>
  readonly summing?: NonNullable<EventCodec<E>["summing"]>
}): EventCodec<E> => {
  const { kinds, upcasters, ...own } = parts
  return { upcasting: upcasting(kinds, upcasters), ...own }
}

/** The domain's events. Every released form is version 1 so far, so there is nothing to bring up to date yet. */
export const domainCodec: EventCodec = eventCodec({
  kinds: eventKinds,
  decode: decodeEvent,
  misplacement,
  summing: { entriesOf: (event) => entriesOf(event as FoldedEvent), isFact: (type) => !isEntriesOnly(type) }
})
