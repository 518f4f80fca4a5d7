/** 格: what is printed in a cell of amounts. A number that is wrapped is one number again only where it cannot be two. */
import { isMoneyUnit, type Printed, printedCellText } from "@juesuan/domain"
import { isWords } from "./words.ts"

/** `1564.7 1` was wrapped; `12.34 56.78` are two numbers and `12 34` may be. */
const unwrapped = (text: string): string => {
  const pieces = text.trim().split(/\s+/u)
  if (pieces.length === 1 || !pieces.every((piece) => /^[-+−]?[\d.,，]+$/u.test(piece))) return text
  const joined = pieces.join("")
  const whole = pieces.slice(0, -1).every((piece) => !/\.\d{2,}$/u.test(piece))
  return whole && /^[-+−]?[\d,，]+\.\d{2}$/u.test(joined) ? joined : text
}

/** What a cell prints, `shown` being the unit it is printed in. */
export const printedIn = (text: string, shown: string): Printed => {
  const plain = unwrapped(text)
  if (/^[-+−]?[\d.,，\s]+[%％]$/u.test(plain)) return printedCellText(plain, "%")
  if (/\d\s+\d/u.test(plain)) return { _tag: "Unreadable", text }
  const printed = printedCellText(plain, /\d\s*((?:[千万亿]|百万)?元)$/u.exec(plain)?.[1] ?? shown)
  return printed._tag === "Unreadable" && isWords(text) && !/\d/u.test(text) && /\p{Script=Han}/u.test(text)
    ? { _tag: "Words", text: text.trim() }
    : printed
}

/** The unit of a count as a label gives it: 车辆数合计（辆） is in 辆. */
export const unitInLabel = (label: string): string | undefined => {
  const found = /[(（]([^()（）]{1,5})[)）]\s*$/u.exec(label)?.[1]
  return found !== undefined && (/^(?:辆|台|套|台、套|个|批次|批|人次|人|次)$/u.test(found) || isMoneyUnit(found))
    ? found
    : undefined
}
