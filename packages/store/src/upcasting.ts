/**
 * 事件升级: stored events of an older format become today's when they are read; what is stored is never rewritten.
 * An upcaster takes one version to the next. Gaps are refused when the list is built, unknown kinds and newer versions when
 * an event is met.
 */
import { eventKinds, isEventKind } from "@juesuan/domain"
import { StoreNewer } from "./StoreError.ts"

/** Takes the data of one kind from `from` to `from + 1`. */
export interface Upcaster {
  readonly type: string
  readonly from: number
  readonly upcast: (data: unknown) => unknown
}

export type Upcast = (event: { type: string; schemaVersion: number; data: unknown; position: number }) => unknown

/** Current format version by kind. */
export type Versions = Readonly<Record<string, number>>

/** The versions of the kinds that this program knows. */
export const currentVersions: Versions = Object.fromEntries(
  Object.entries(eventKinds).map(([type, kind]) => [type, kind.schemaVersion])
)

/** Builds the upcast function; throws where a step of a kind is missing, doubled or leads nowhere (a defect of the program). */
export const upcasting = (upcasters: ReadonlyArray<Upcaster>, versions: Versions = currentVersions): Upcast => {
  const steps = new Map<string, (data: unknown) => unknown>()
  for (const { from, type, upcast } of upcasters) {
    const current = versions[type]
    if (current === undefined || from < 1 || from >= current) throw new Error(`upcaster leads nowhere: ${type} ${from}`)
    if (steps.has(`${type} ${from}`)) throw new Error(`two upcasters for ${type} ${from}`)
    steps.set(`${type} ${from}`, upcast)
  }
  for (const [type, current] of Object.entries(versions)) {
    for (let version = 1; version < current; version += 1) {
      if (!steps.has(`${type} ${version}`)) throw new Error(`no upcaster for ${type} from version ${version}`)
    }
  }
  return ({ data, position, schemaVersion, type }) => {
    const current = versions[type]
    if (current === schemaVersion) return data
    if (current === undefined || schemaVersion > current) {
      throw new StoreNewer({
        place: `#${position}`,
        found: `${type} v${schemaVersion}`,
        known: current === undefined ? "—" : `${type} v${current}`
      })
    }
    let upcasted = data
    for (let version = schemaVersion; version < current; version += 1) {
      upcasted = (steps.get(`${type} ${version}`) as (data: unknown) => unknown)(upcasted)
    }
    return upcasted
  }
}

/** Every released format is version 1 so far, so there is nothing to upcast yet. */
export const upcast: Upcast = upcasting([])

/** The format version that a new event of a kind is stored with. */
export const versionOf = (type: string): number => {
  if (!isEventKind(type)) throw new Error(`not a kind of event: ${type}`)
  return eventKinds[type].schemaVersion
}
