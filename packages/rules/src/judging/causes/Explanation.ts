/**
 * 解释: what may have gone wrong in some cells, with what is right instead. An explanation is held against every equation on
 * the cells it changes: it must repair what fails and break nothing.
 */
import type { Where } from "../Finding.ts"
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import { impliedInterval } from "../joint/implied.ts"
import { canHold, type Interval, isEmpty, type Variable } from "../joint/LinearSystem.ts"
import type { CauseKind } from "./kinds.ts"

/** One cell and what it should be: the interval of the right figure, in the scale of the system. */
export interface Change {
  readonly variable: number
  readonly right: Interval
}

export interface Explanation {
  /** `undefined`: the cell is wrong, and no kind of mistake reproduces what is printed in it. */
  readonly kind: CauseKind | undefined
  readonly changes: ReadonlyArray<Change>
  /** The failing constraints that hold once the cells are right. */
  readonly repaired: ReadonlySet<number>
  /** The cell whose figure stands here instead, where the mistake is such. */
  readonly source?: number
  /** Where that figure stands outside of this year's tables. */
  readonly elsewhere?: Where
  /** The right figure as it would be printed, where the slip tells it. */
  readonly rightText?: string
  /** A slip of its kind that is made less often than writing one digit wrong. */
  readonly rare?: true
}

/** Values that stand instead of others in some cells. */
export type Overlay = ReadonlyMap<number, Interval>

const overlaid = (system: DocumentSystem, overlay: Overlay): DocumentSystem => {
  const variables: Array<Variable> = system.variables.slice()
  for (const [variable, { high, low }] of overlay) variables[variable] = { printed: low ?? high ?? 0n, low, high }
  return { ...system, variables }
}

const touchedBy = (system: DocumentSystem, variables: Iterable<number>): ReadonlySet<number> => {
  const touched = new Set<number>()
  for (const variable of variables) for (const index of system.touching[variable] ?? []) touched.add(index)
  return touched
}

/** Hard equations that cannot hold as printed. */
export const failingConstraints = (system: DocumentSystem): ReadonlySet<number> =>
  new Set(
    system.constraints.flatMap((constraint, index) =>
      system.equations[index]?.strength === "hard" && !canHold(system, constraint) ? [index] : []
    )
  )

/** Cells of failing equations. */
export const suspectsOf = (system: DocumentSystem, failing: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...failing].flatMap((index) => system.constraints[index]?.terms.map(({ variable }) => variable) ?? []))

export const isHard = (system: DocumentSystem, index: number): boolean => system.equations[index]?.strength === "hard"

/** The equations on a cell that must hold. */
export const hardOn = (system: DocumentSystem, variable: number): ReadonlyArray<number> =>
  (system.touching[variable] ?? []).filter((index) => isHard(system, index))

/** Whether some equations can hold once cells read otherwise; those on none of the cells stay as they are. */
export const allHold = (system: DocumentSystem, overlay: Overlay, indices: ReadonlyArray<number>): boolean => {
  const changed = overlaid(system, overlay)
  return indices.every((index) => {
    const constraint = system.constraints[index]
    const isTouched = constraint?.terms.some(({ variable }) => overlay.has(variable)) ?? false
    return constraint === undefined || !isTouched || canHold(changed, constraint)
  })
}

/**
 * What changing cells repairs; `undefined` where it repairs nothing, or where an equation on them does not hold after it.
 * `concerned` leaves out equations that the change cannot touch.
 */
export const repairedBy = (
  system: DocumentSystem,
  overlay: Overlay,
  failing: ReadonlySet<number>,
  concerned: (index: number) => boolean = () => true
): ReadonlySet<number> | undefined => {
  const changed = overlaid(system, overlay)
  const repaired = new Set<number>()
  for (const index of touchedBy(system, overlay.keys())) {
    const constraint = system.constraints[index]
    if (constraint === undefined || !isHard(system, index) || !concerned(index)) continue
    if (!canHold(changed, constraint)) return undefined
    if (failing.has(index)) repaired.add(index)
  }
  return repaired.size === 0 ? undefined : repaired
}

/** What equations whose condition is met say of an explanation: those that fail and hold by it, and those it makes fail. */
export interface Testimony {
  readonly repaired: ReadonlySet<number>
  readonly broken: ReadonlySet<number>
}

export const testimonyOf = (system: DocumentSystem, { changes }: Explanation): Testimony => {
  const overlay = new Map(changes.map(({ right, variable }) => [variable, right]))
  const changed = overlaid(system, overlay)
  const repaired = new Set<number>()
  const broken = new Set<number>()
  for (const index of touchedBy(system, overlay.keys())) {
    const constraint = system.constraints[index]
    if (constraint === undefined || isHard(system, index)) continue
    const [before, after] = [canHold(system, constraint), canHold(changed, constraint)]
    if (after && !before) repaired.add(index)
    if (before && !after) broken.add(index)
  }
  return { repaired, broken }
}

/** Where a cell must lie by all hard equations on it, others being changed; `undefined` where these disagree. */
export const rightIntervalOf = (
  system: DocumentSystem,
  variable: number,
  overlay: Overlay = new Map()
): Interval | undefined => {
  const implied = impliedInterval(
    overlay.size === 0 ? system : overlaid(system, overlay),
    variable,
    hardOn(system, variable)
  )
  return isEmpty(implied) ? undefined : implied
}

/** How many equalities that must hold bind a cell. */
export const bindingEqualities = (system: DocumentSystem, variable: number): number =>
  hardOn(system, variable).filter((index) => system.equations[index]?.comparison === "=").length
