/**
 * 折行的名称: names of items that were broken onto lines of their own are one label again. The official names of the codes say
 * whether a line ends the name above it or begins the one below; where they do not, what the other lines of the table do.
 */
import { Classifications } from "@juesuan/domain"
import * as Result from "effect/Result"
import { totalNames } from "../content/row-names.ts"
import { bareLabel } from "./facts.ts"
import type { Item } from "./items.ts"
import { ownText, plain } from "./Matrix.ts"

const hasAmounts = (item: Item): boolean => [...item.cells.values()].some((slot) => ownText(slot) !== "")

/** A label alone, in a table where every row has a code: a piece of a wrapped name. */
const isPiece = (item: Item): boolean =>
  item.code === "" &&
  item.label !== "" &&
  item.line === "" &&
  !hasAmounts(item) &&
  !totalNames.test(bareLabel(item.label)) &&
  !/合计$|经费$|^[一二三四五六七八九十]、/u.test(item.label)

/** One name from its pieces. */
const glued = (before: string, after: string): string =>
  /[\p{Script=Latin}\d]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(after) ? `${before} ${after}` : before + after

const nameOf = (pieces: ReadonlyArray<Item>): string => pieces.reduce((name, { label }) => glued(name, label), "")

const official: ReadonlyMap<string, string> = new Map(
  (["functional", "economic"] as const).flatMap((kind) =>
    [...(Result.getOrUndefined(Classifications.classificationOf(kind, 2024))?.items.values() ?? [])].map(
      ({ code, name }): [string, string] => [code, plain(name)]
    )
  )
)

const isOfficial = ({ code }: Item, name: string): boolean => official.get(code) === plain(name)

const isOpening = ({ code }: Item, name: string): boolean =>
  name !== "" && official.get(code)?.startsWith(plain(name)) === true

/** Pieces between two rows, and those rows with what their names have so far. */
interface Gap {
  readonly above: Item | undefined
  readonly pieces: ReadonlyArray<Item>
  readonly below: Item | undefined
}

/** What official names say for the first `count` pieces being the end of the name above. */
const agreement = ({ above, below, pieces }: Gap, count: number): number => {
  const [upper, lower] = [nameOf(pieces.slice(0, count)), nameOf(pieces.slice(count))]
  const own = above !== undefined && isOfficial(above, glued(above.label, upper)) ? 2 : 0
  if (below === undefined) return own
  const name = glued(lower, below.label)
  return own + (isOfficial(below, name) ? 2 : isOpening(below, name) ? 1 : 0)
}

/** Between two rows stand so many lines of names at most. */
const mostPieces = 12

/** How many of the pieces end the name above, by official names; `undefined` where these do not say. */
const byOfficialNames = (gap: Gap): number | undefined => {
  if (gap.pieces.length > mostPieces) return undefined
  const found = Array.from({ length: gap.pieces.length + 1 }, (_, count) => agreement(gap, count))
  const most = Math.max(...found)
  return most > 0 && found.indexOf(most) === found.lastIndexOf(most) ? found.indexOf(most) : undefined
}

/** Whether names begin above the lines of their codes or end below them. */
type Habit = "above" | "below" | undefined

const isCoded = (item: Item | undefined): item is Item => item !== undefined && item.code !== ""

/** How many of the pieces end the name above, by where the names of the table go on. */
const byHabit = ({ above, below, pieces }: Gap, habit: Habit, isBegun: boolean): number => {
  if (!isCoded(below)) return pieces.length
  if (below.label !== "") return habit === "above" ? 0 : pieces.length
  return isBegun && isCoded(above) && pieces.length === 1 ? 1 : pieces.length - 1
}

/** The rows of a block, each with the pieces that stand above it; the last may have pieces alone. */
const gapsOf = (items: ReadonlyArray<Item>): ReadonlyArray<Pick<Gap, "pieces" | "below">> => {
  const gaps: Array<{ readonly pieces: Array<Item>; below: Item | undefined }> = []
  for (const item of items) {
    const open = gaps.at(-1)
    const gap = open === undefined || open.below !== undefined ? { pieces: [], below: undefined } : open
    if (gap !== open) gaps.push(gap)
    if (isPiece(item)) gap.pieces.push(item)
    else gap.below = item
  }
  return gaps
}

interface Whole {
  /** Items by what they were before their names were joined; pieces that were joined are in none of them. */
  readonly joined: Array<readonly [Item, Item]>
  /** For every gap that official names tell of, whether all its pieces begin the name below or all end the one above. */
  readonly told: Array<Habit>
}

const withNames = (items: ReadonlyArray<Item>, habit: Habit): Whole => {
  const { joined, told }: Whole = { joined: [], told: [] }
  let isBegun = false
  for (const { below, pieces } of gapsOf(items)) {
    const [key, last] = joined.at(-1) ?? []
    const above = isCoded(last) ? last : undefined
    const gap: Gap = { above, pieces, below: isCoded(below) ? below : undefined }
    const known = pieces.length === 0 ? undefined : byOfficialNames(gap)
    const count: number = pieces.length === 0 ? 0 : (known ?? byHabit(gap, habit, isBegun))
    const [upper, lower] = [pieces.slice(0, count), pieces.slice(count)]
    if (key !== undefined && above !== undefined)
      joined[joined.length - 1] = [key, { ...above, label: glued(above.label, nameOf(upper)) }]
    else joined.push(...upper.map((piece) => [piece, piece] as const))
    isBegun = lower.length > 0
    if (below !== undefined) joined.push([below, { ...below, label: glued(nameOf(lower), below.label) }])
    if (known !== undefined) told.push(count === 0 ? "above" : lower.length === 0 ? "below" : undefined)
  }
  return { joined, told }
}

/** Whether a piece stands above the first code, and none below the last. */
const beginAbove = (items: ReadonlyArray<Item>): boolean => {
  const [first, last] = [items.findIndex(isCoded), items.findLastIndex(isCoded)]
  return items.slice(0, first).some(isPiece) && !items.slice(last).some(isPiece)
}

const habitOf = (items: ReadonlyArray<Item>): Habit => {
  const { told } = withNames(items, undefined)
  const [first] = told
  if (first !== undefined) return told.every((each) => each === first) ? first : undefined
  return beginAbove(items) ? "above" : undefined
}

/** Joins wrapped names in a table by codes, side by side or not; other tables have rows without codes and stay as they are. */
export const withWholeNames = (items: ReadonlyArray<Item>): ReadonlyArray<Item> => {
  const coded = items.filter(isCoded).length
  if (coded === 0 || items.filter(isPiece).length > 2 * coded) return items
  const blocks = [...new Set(items.map(({ block }) => block))]
  const whole = new Map(
    blocks.flatMap((block) => {
      const own = items.filter((item) => item.block === block)
      return withNames(own, habitOf(own)).joined
    })
  )
  return items.flatMap((item) => whole.get(item) ?? [])
}
