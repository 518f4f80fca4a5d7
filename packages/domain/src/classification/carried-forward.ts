/**
 * 沿用的分类科目: years whose own list is not held yet. Codes hardly change from one year to the next, so the last list that
 * is held serves, with every item as general knowledge, still to be checked; what the year really added a unit adopts by an
 * event. A year gets a list of its own by a file beside this one, and is then taken out of `carriedForwardYears`.
 */
import type { Classification, ClassificationItem, ClassificationKind } from "../Classification.ts"

/** Years that use the list of the year before them, as far back as one is held. */
export const carriedForwardYears: ReadonlyArray<number> = [2025, 2026]

const unchecked = <Kind extends ClassificationKind>(item: ClassificationItem<Kind>): ClassificationItem<Kind> => {
  const { code, level, name, outsideTables, part } = item
  return {
    code,
    name,
    level,
    sure: "general",
    ...(outsideTables === undefined ? {} : { outsideTables }),
    ...(part === undefined ? {} : { part })
  }
}

/** The list of one year as that of a later one. */
export const carriedForward = <Kind extends ClassificationKind>(
  from: Classification<Kind>,
  year: number
): Classification<Kind> => ({
  ...from,
  year,
  revision: 0,
  complete: false,
  citation: {
    document: `《${year}年政府收支分类科目》（文号待查，暂按${from.year}年科目，未核对）`,
    inForceFrom: `${year}-01-01`,
    verified: false
  },
  items: new Map([...from.items].map(([code, item]) => [code, unchecked(item)]))
})
