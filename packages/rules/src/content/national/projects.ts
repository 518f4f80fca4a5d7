/** 项目名称, as the year's list of projects gives them. */
import type { Ledger } from "@juesuan/domain"

/** Project code → name; the latest listing holds. */
export const projectNames = (ledger: Ledger): ReadonlyMap<string, string> =>
  new Map(ledger.facts("ProjectListed").map(({ data }) => [data.project, data.name]))
