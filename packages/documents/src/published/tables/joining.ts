/**
 * 折行: names that are wrapped around the line with their code and amounts become one label again; codes in three columns
 * take over the 类 and 款 that are printed once.
 */
import type { Item } from "./items.ts"
import { ownText } from "./Matrix.ts"
import { isCode } from "./words.ts"
import { totalNames } from "../content/row-names.ts"
import { bareLabel } from "./facts.ts"

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

/** Whether names begin above the lines of their codes: one stands above the first code, none below the last. */
const beginAbove = (items: ReadonlyArray<Item>): boolean => {
  const isCoded = ({ code }: Item): boolean => code !== ""
  const [first, last] = [items.findIndex(isCoded), items.findLastIndex(isCoded)]
  if (items.some((item) => isCoded(item) && item.label === "")) return false
  return items.slice(0, first).some((item) => isPiece(item)) && !items.slice(last).some((item) => isPiece(item))
}

/** The items of one block by what they were before their names were joined; pieces are in none of them. */
const wholeIn = (items: ReadonlyArray<Item>): ReadonlyArray<readonly [Item, Item]> => {
  const joined: Array<readonly [Item, Item]> = []
  const above = beginAbove(items)
  let before = ""
  let open = false
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    const [key, last] = joined.at(-1) ?? []
    if (!isPiece(item)) {
      open = before !== ""
      joined.push([item, before === "" ? item : { ...item, label: glued(before, item.label) }])
      before = ""
      continue
    }
    const leads = next !== undefined && next.code !== "" && next.label === "" && !(open && last !== undefined)
    if (leads || (above && next !== undefined)) before = glued(before, item.label)
    else if (key !== undefined && last !== undefined && last.code !== "") {
      joined[joined.length - 1] = [key, { ...last, label: glued(last.label, item.label) }]
      open = false
    } else joined.push([item, item])
  }
  return joined
}

/** Joins wrapped names in a table by codes, side by side or not; other tables have rows without codes and stay as they are. */
export const withWholeNames = (items: ReadonlyArray<Item>): ReadonlyArray<Item> => {
  const coded = items.filter(({ code }) => code !== "").length
  if (coded === 0 || items.filter((item) => isPiece(item)).length > coded) return items
  const blocks = [...new Set(items.map(({ block }) => block))]
  const whole = new Map(blocks.flatMap((block) => wholeIn(items.filter((item) => item.block === block))))
  return items.flatMap((item) => whole.get(item) ?? [])
}

const firstDigits = (text: string, above: string, from: number, to: number): string =>
  text === "" ? above.slice(from, to) : text

/** 类 │ 款 │ 项 in columns of their own; what is left blank on the left is what stands above. */
const wholeCode = (parts: ReadonlyArray<string>, above: string): string => {
  const [first = "", second = "", third = ""] = parts
  if (parts.length < 3 || parts.some((part) => part.length > 3)) return parts.findLast((part) => part !== "") ?? ""
  if (third !== "") return firstDigits(first, above, 0, 3) + firstDigits(second, above, 3, 5) + third
  return second === "" ? first : firstDigits(first, above, 0, 3) + second
}

/** 03 under 201 is 20103, 06 under it 2010306: parts of codes that stand alone take over what is above them. */
export const withWholeCodes = (items: ReadonlyArray<Item>): ReadonlyArray<Item> => {
  let above = ""
  return items.map((item) => {
    const code = item.parts.every((part) => part === "") ? item.code : wholeCode(item.parts, above)
    if (isCode(code)) above = code
    return code === item.code ? item : { ...item, code }
  })
}
