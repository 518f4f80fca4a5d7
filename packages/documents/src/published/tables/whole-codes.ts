/** 编码三栏: codes in three columns take over the 类 and 款 that are printed once. */
import type { Item } from "./items.ts"
import { isCode } from "./words.ts"

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
