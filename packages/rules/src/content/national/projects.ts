/** 项目: the projects of the ledger's year, as they were listed in it (项目入库) or established (项目立项). */
import { type Ledger, parseStreamName, type Stream } from "@juesuan/domain"

/** 项目 as the log knows it. */
export interface KnownProject {
  /** As it was recorded last, by the listing or by the establishment: either may have been corrected on its own. */
  readonly name: string
  /** The listing; the establishment where the project was never listed. */
  readonly knownBy: string
}

/** Whose year; a ledger of one year needs not be told. */
type Whose = { readonly unit: string; readonly year: number }

const isOf = (whose: Whose | undefined, stream: Stream): boolean =>
  stream.family !== "unit" && (whose === undefined || (stream.unit === whose.unit && stream.year === whose.year))

/** By project code, so that no order of events shows. */
export const knownProjects = (ledger: Ledger, whose?: Whose): ReadonlyMap<string, KnownProject> => {
  const listed = ledger.facts("ProjectListed").flatMap(({ data, id, position, stream }) => {
    const of = parseStreamName(stream)
    return of !== undefined && isOf(whose, of) ? [{ code: data.project, data, id, position }] : []
  })
  const established = ledger.facts("ProjectEstablished").flatMap(({ data, id, position, stream }) => {
    const of = parseStreamName(stream)
    return of?.family === "project" && isOf(whose, of) ? [{ code: of.project, data, id, position }] : []
  })
  const known = new Map<string, KnownProject>()
  for (const { code, data, id } of [...listed, ...established].toSorted(
    (left, right) => left.position - right.position
  )) {
    known.set(code, { name: data.name, knownBy: id })
  }
  for (const { code, id } of listed) known.set(code, { name: known.get(code)?.name ?? code, knownBy: id })
  return new Map([...known].toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

/** Project code → name. */
export const projectNames = (ledger: Ledger): ReadonlyMap<string, string> =>
  new Map([...knownProjects(ledger)].map(([code, { name }]) => [code, name]))
