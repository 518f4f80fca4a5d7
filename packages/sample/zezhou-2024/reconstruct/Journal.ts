/**
 * 日志: collects what was recorded over the year and puts it into one order: by the day it was recorded, within a day
 * in the order it was added. Only then do the events get their numbers, ids, voucher numbers and times.
 */
import { type DataOf, eventId, eventKinds, type EventKind, type StoredEvent, streamName } from "@juesuan/domain"
import { officeInstant } from "./calendar.ts"
import { grouped } from "./grouped.ts"

const unit = "023001"
const year = 2024

/** Which stream: the unit, its year, or one of its projects by code. */
export type Place =
  | { readonly of: "unit" }
  | { readonly of: "year" }
  | { readonly of: "project"; readonly code: string }
export const ofUnit: Place = { of: "unit" }
export const ofYear: Place = { of: "year" }
export const ofProject = (code: string): Place => ({ of: "project", code })

/** 凭证: events of one business day with the same group share a voucher. */
interface Voucher {
  readonly group?: string
}

export interface Recording<Kind extends EventKind = EventKind> {
  readonly type: Kind
  readonly place: Place
  /** The data; where it names another event, made from that event's key once ids are known. */
  readonly data: DataOf<Kind> | ((idOf: (key: string) => string) => DataOf<Kind>)
  readonly occurredOn: string
  readonly recordedOn: string
  /** 岗位, never a person. */
  readonly actor: string
  readonly evidence?: string
  readonly voucher?: Voucher
  /** A name for this event, for others to refer to. */
  readonly key?: string
  /** The key of the reversed event that this one replaces. */
  readonly corrects?: string
}

const streamOf = (place: Place): string => {
  switch (place.of) {
    case "unit":
      return streamName({ family: "unit", unit })
    case "year":
      return streamName({ family: "year", unit, year })
    case "project":
      return streamName({ family: "project", unit, year, project: place.code })
  }
}

interface Numbered extends Recording {
  readonly stream: string
  readonly version: number
}

export class Journal {
  readonly #recordings: Array<Recording> = []

  record<Kind extends EventKind>(recording: Recording<Kind>): void {
    this.#recordings.push(recording as unknown as Recording)
  }

  /** The whole log in the exported form. */
  events(): ReadonlyArray<StoredEvent> {
    const ordered = [...this.#recordings].sort((left, right) =>
      left.recordedOn < right.recordedOn ? -1 : left.recordedOn > right.recordedOn ? 1 : 0
    )
    const numbered = numberedInStreams(ordered)
    const ids = idsByKey(numbered)
    const idOf = (key: string): string => {
      const id = ids.get(key)
      if (id === undefined) throw new Error(`no event with the key ${key}`)
      return id
    }
    const voucherOf = voucherNumbers()
    const times = recordedTimes(ordered)
    return numbered.map((each, index) => {
      const evidence = each.voucher === undefined ? each.evidence : voucherOf(each, each.voucher)
      return {
        position: index + 1,
        id: eventId(each.stream, each.version),
        stream: each.stream,
        version: each.version,
        type: each.type,
        schemaVersion: eventKinds[each.type].schemaVersion,
        data: typeof each.data === "function" ? each.data(idOf) : each.data,
        metadata: {
          recordedAt: times[index] ?? "",
          actor: each.actor,
          ...(evidence === undefined ? {} : { evidence }),
          ...(each.corrects === undefined ? {} : { corrects: idOf(each.corrects) })
        }
      } as StoredEvent
    })
  }
}

const numberedInStreams = (ordered: ReadonlyArray<Recording>): ReadonlyArray<Numbered> => {
  const versions = new Map<string, number>()
  return ordered.map((recording) => {
    const stream = streamOf(recording.place)
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    return { ...recording, stream, version }
  })
}

const idsByKey = (numbered: ReadonlyArray<Numbered>): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>()
  for (const { key, stream, version } of numbered) {
    if (key === undefined) continue
    if (ids.has(key)) throw new Error(`two events with the key ${key}`)
    ids.set(key, eventId(stream, version))
  }
  return ids
}

/** 记字2024-03-017号: vouchers are numbered in the order they were recorded, anew each month. */
const voucherNumbers = (): ((recording: Recording, voucher: Voucher) => string) => {
  const last = new Map<string, number>()
  const groups = new Map<string, string>()
  return ({ occurredOn, recordedOn }, { group }) => {
    const known = group === undefined ? undefined : groups.get(`${occurredOn} ${group}`)
    if (known !== undefined) return known
    const month = recordedOn.slice(0, 7)
    const next = (last.get(month) ?? 0) + 1
    last.set(month, next)
    const number = `记字${month}-${String(next).padStart(3, "0")}号`
    if (group !== undefined) groups.set(`${occurredOn} ${group}`, number)
    return number
  }
}

/** Spreads the recordings of each day over its office hours; a replacement is recorded at one go with the reversal before it. */
const recordedTimes = (ordered: ReadonlyArray<Recording>): ReadonlyArray<string> => {
  const perDay = grouped(ordered, (each) => each.recordedOn)
  return [...perDay].flatMap(([day, list]) =>
    list.map(({ corrects }, index) => officeInstant(day, corrects === undefined ? index : index - 1, list.length))
  )
}
