/** 核对汇总数: every sum that a store keeps beside its events, and every mark of an event that states more, against a replay. */
import { Quantities, type SummedEntries } from "@juesuan/domain"
import type { Backend, SummedRows } from "./Backend.ts"
import type { RowReader } from "./Envelope.ts"
import type { EventRow, LogEvent, StructuralDamage } from "./EventLog.ts"
import { dimensionColumns } from "./postgres/layout.ts"
import type { EventCodec } from "./upcasting.ts"

type Summing<E extends LogEvent> = NonNullable<EventCodec<E>["summing"]>

const pageLength = 1000

/** The rows of a stream up to a version. */
const rowsOf = async (backend: Backend, stream: string, until: number): Promise<ReadonlyArray<EventRow>> => {
  const rows: Array<EventRow> = []
  for (let after = 0; after < until; after += pageLength) {
    rows.push(...(await backend.streamRows(stream, { after, until, limit: pageLength })))
  }
  return rows
}

const keyOf = ({ dimensions }: Pick<SummedEntries, "dimensions">): string =>
  JSON.stringify(dimensionColumns.map((name) => dimensions[name]))

const shown = (sum: Pick<SummedEntries, "count" | "total"> | undefined): string =>
  sum === undefined ? "nothing" : `${Quantities.textOfFen(sum.total)} (${sum.count})`

/** What events add up to, by dimensions. */
const added = <E extends LogEvent>(rows: ReadonlyArray<EventRow>, read: RowReader<E>, { entriesOf }: Summing<E>) => {
  const sums = new Map<string, Pick<SummedEntries, "count" | "total">>()
  for (const row of rows) {
    for (const entry of entriesOf(read.foldable(row))) {
      const key = keyOf(entry)
      const { count, total } = sums.get(key) ?? { count: 0, total: Quantities.zeroFen }
      sums.set(key, { total: Quantities.plusFen(total, entry.amount), count: count + 1 })
    }
  }
  return sums
}

const ofStream = <E extends LogEvent>(
  stream: string,
  { facts, sums }: SummedRows,
  { read, rows, summing }: { rows: ReadonlyArray<EventRow>; read: RowReader<E>; summing: Summing<E> }
): ReadonlyArray<StructuralDamage> => {
  const kept = new Map(sums.map((sum) => [keyOf(sum), sum]))
  let replayed: ReturnType<typeof added>
  try {
    replayed = added(rows, read, summing)
  } catch (thrown) {
    // Events that cannot be folded are damage of their own; what they add up to nobody can tell.
    return [{ kind: "sums", position: undefined, detail: `${stream}: ${String(thrown)}` }]
  }
  const differing = [...new Set([...kept.keys(), ...replayed.keys()])].flatMap((key): Array<StructuralDamage> => {
    const [found, expected] = [shown(kept.get(key)), shown(replayed.get(key))]
    const detail = `${stream}: ${key}: ${found}, expected ${expected}`
    return found === expected ? [] : [{ kind: "sums", position: undefined, detail }]
  })
  const marked = new Set(facts.map(({ position }) => position))
  const wrong = rows.filter(({ position, type }) => marked.has(position) !== summing.isFact(type))
  return [
    ...differing,
    ...wrong.map(({ position, type }) => ({ kind: "sums" as const, position, detail: `${stream}: mark of ${type}` }))
  ]
}

/** Compares stream by stream, each as of one moment; finds nothing where a store keeps no sums. */
export const sumsExamined = async <E extends LogEvent>(
  backend: Backend,
  read: RowReader<E>,
  { summing }: EventCodec<E>
): Promise<ReadonlyArray<StructuralDamage>> => {
  if (backend.summed === undefined || summing === undefined) return []
  const damages: Array<StructuralDamage> = []
  for (const { stream } of await backend.streams()) {
    const summed = await backend.summed([stream])
    const rows = await rowsOf(backend, stream, summed.events)
    damages.push(...ofStream(stream, summed, { rows, read, summing }))
  }
  return damages
}
