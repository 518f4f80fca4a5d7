/**
 * 批量审核: many disclosures, one after the other, each let go before the next. A file with text alone and a workbook with
 * tables alone are one disclosure where unit and year are the same and no other file could be meant; else each is its own.
 */
import type { NamedBytes } from "@juesuan/documents"
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import { type Audited, type AuditOptions, Audits } from "./Audits.ts"
import { judged } from "./AuditsLive.ts"
import { ReportProgress } from "./Question.ts"

/** A file that is read when its turn comes. */
export interface AuditSource {
  readonly name: string
  /** Only files of one folder are joined. */
  readonly folder: string
  readonly bytes: Effect.Effect<NamedBytes, AppError>
}

/** One disclosure of many: audited, or why it could not be read. */
export interface AuditedItem {
  readonly names: ReadonlyArray<string>
  readonly files: ReadonlyArray<NamedBytes>
  readonly outcome: Audited | AppError
}

type Part = "text" | "tables"

/** A file that holds only half of a disclosure; what it held is let go. */
interface Held {
  readonly source: AuditSource
  readonly part: Part
  readonly unit: string | undefined
  readonly year: number | undefined
}

/** Which half of a disclosure a file holds, where it is not whole. */
const partOf = ({ evaluations, files, narrative, tables }: PublishedDisclosure): Part | undefined => {
  const hasTables = tables.some(({ meaning }) => meaning !== undefined)
  if (!hasTables) return narrative.length > 0 || evaluations.length > 0 ? "text" : undefined
  return narrative.length === 0 || files.every(({ format }) => format === "xlsx") ? "tables" : undefined
}

const isOfSame = (left: Held, right: Held): boolean =>
  left.source.folder === right.source.folder &&
  left.unit !== undefined &&
  left.year !== undefined &&
  left.unit === right.unit &&
  left.year === right.year

/** Halves that are one for sure, together; every other file for itself. */
const groupsOf = (held: ReadonlyArray<Held>): ReadonlyArray<ReadonlyArray<AuditSource>> => {
  const taken = new Set<Held>()
  return held.flatMap((one) => {
    if (taken.has(one)) return []
    const same = held.filter((other) => isOfSame(one, other))
    const parts = new Set(same.map(({ part }) => part))
    const group = same.length === 2 && parts.size === 2 ? same : [one]
    for (const each of group) taken.add(each)
    return [group.map(({ source }) => source)]
  })
}

const mayBeSame = (left: string | number | undefined, right: string | number | undefined): boolean =>
  left === undefined ||
  right === undefined ||
  String(left).includes(String(right)) ||
  String(right).includes(String(left))

/** Whether files that were named together can be one disclosure: nothing in them names another unit or another year. */
export const belongTogether = (sources: ReadonlyArray<AuditSource>): Effect.Effect<boolean, AppError, Audits> =>
  Effect.gen(function* () {
    const audits = yield* Audits
    const seen: Array<Pick<PublishedDisclosure, "unit" | "year">> = []
    for (const source of sources) {
      const { unit, year } = yield* audits.read([yield* source.bytes])
      if (seen.some((other) => !mayBeSame(other.unit, unit) || !mayBeSame(other.year, year))) return false
      seen.push({ unit, year })
    }
    return true
  })

const auditGroup = (sources: ReadonlyArray<AuditSource>, options: AuditOptions) =>
  Effect.gen(function* () {
    const audits = yield* Audits
    const files = yield* Effect.forEach(sources, ({ bytes }) => bytes)
    return { files, audited: yield* audits.audit(files, options) }
  })

/**
 * Audits every disclosure among the files and hands each to `use` as soon as it is judged. A file that cannot be read is
 * handed over as that; the others go on.
 */
export const auditEach = <E, R>(
  sources: ReadonlyArray<AuditSource>,
  options: AuditOptions,
  use: (item: AuditedItem) => Effect.Effect<void, E, R>
): Effect.Effect<void, E, R | Audits> =>
  Effect.gen(function* () {
    const audits = yield* Audits
    const report = yield* ReportProgress
    const held: Array<Held> = []
    let done = 0
    const advance = (count: number) => {
      done += count
      report({ work: "audit", done, total: sources.length })
    }
    const failed = (names: ReadonlyArray<string>) => (outcome: AppError) => use({ names, files: [], outcome })
    const single = (source: AuditSource) =>
      Effect.gen(function* () {
        const file = yield* source.bytes
        return { file, disclosure: yield* audits.read([file]) }
      }).pipe(
        Effect.matchEffect({
          onFailure: (error) => Effect.tap(failed([source.name])(error), () => Effect.sync(() => advance(1))),
          onSuccess: ({ disclosure, file }) => {
            const part = sources.length === 1 ? undefined : partOf(disclosure)
            if (part !== undefined) {
              held.push({ source, part, unit: disclosure.unit, year: disclosure.year })
              return Effect.void
            }
            advance(1)
            return use({ names: [source.name], files: [file], outcome: judged(disclosure, options) })
          }
        })
      )
    report({ work: "audit", done, total: sources.length })
    for (const source of sources) yield* single(source)
    for (const group of groupsOf(held)) {
      const names = group.map(({ name }) => name)
      yield* auditGroup(group, options).pipe(
        Effect.matchEffect({
          onFailure: failed(names),
          onSuccess: ({ audited, files }) => use({ names, files, outcome: audited })
        })
      )
      advance(group.length)
    }
  })
