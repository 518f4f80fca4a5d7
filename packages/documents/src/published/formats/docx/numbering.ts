/** 自动编号: the numbers that a word processor writes in front of paragraphs and does not store as text (一、 （二） 3.). */
import { childNamed, childrenNamed, type Element } from "../office/xml.ts"

interface Level {
  readonly start: number
  readonly format: string
  /** `%1.%2`, where %1 stands for the number of the first level. */
  readonly text: string
}

/** Definitions of a document: levels by numbering id, and which ids count together. */
export interface Numbering {
  readonly levels: ReadonlyMap<string, ReadonlyArray<Level>>
  readonly countsWith: ReadonlyMap<string, string>
}

const value = (element: Element | undefined, name: string): string | undefined =>
  childNamed(element, name)?.attributes["w:val"]

const longestText = 255

const levelOf = (element: Element): Level => ({
  start: Math.max(0, Number(value(element, "w:start") ?? "1")),
  format: value(element, "w:numFmt") ?? "decimal",
  text: (value(element, "w:lvlText") ?? "").slice(0, longestText)
})

const levelsOf = (element: Element | undefined): Array<Level> => {
  const levels: Array<Level> = []
  for (const level of childrenNamed(element, "w:lvl")) levels[Number(level.attributes["w:ilvl"])] = levelOf(level)
  return levels
}

/** From the units `w:abstractNum` and `w:num` of the numbering part. */
export const numberingOf = (units: ReadonlyArray<Element>): Numbering => {
  const abstracts = new Map(
    units.filter(({ name }) => name === "w:abstractNum").map((unit) => [unit.attributes["w:abstractNumId"] ?? "", unit])
  )
  const levels = new Map<string, ReadonlyArray<Level>>()
  const countsWith = new Map<string, string>()
  for (const unit of units) {
    if (unit.name !== "w:num") continue
    const id = unit.attributes["w:numId"] ?? ""
    const abstract = value(unit, "w:abstractNumId") ?? ""
    const own = levelsOf(abstracts.get(abstract))
    const overrides = childrenNamed(unit, "w:lvlOverride")
    for (const override of overrides) {
      const at = Number(override.attributes["w:ilvl"])
      const replaced = childNamed(override, "w:lvl")
      const base = replaced === undefined ? own[at] : levelOf(replaced)
      const start = value(override, "w:startOverride")
      if (base !== undefined) own[at] = start === undefined ? base : { ...base, start: Number(start) }
    }
    levels.set(id, own)
    countsWith.set(id, overrides.length > 0 ? `own:${id}` : abstract)
  }
  return { levels, countsWith }
}

const chineseDigits = "零一二三四五六七八九"

/** 一 … 九十九, 一百二十三; above 9999 in digits. */
const chinese = (number: number): string => {
  if (number > 9_999) return String(number)
  const places = ["", "十", "百", "千"]
  const digits = [...String(number)].map(Number)
  const spelled = digits
    .map((digit, at) => (digit === 0 ? "零" : `${chineseDigits[digit]}${places[digits.length - 1 - at]}`))
    .join("")
    .replaceAll(/零+/gu, "零")
    .replace(/零$/u, "")
  return spelled.replace(/^一十/u, "十") || "零"
}

const roman = (number: number): string => {
  const signs = "M CM D CD C XC L XL X IX V IV I".split(" ")
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
  let rest = number
  return signs
    .map((sign, at) => {
      const times = Math.floor(rest / (values[at] ?? 1))
      rest %= values[at] ?? 1
      return sign.repeat(times)
    })
    .join("")
}

const letter = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1)

const circled = (number: number): string =>
  number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : String(number)

const formats: Readonly<Record<string, (number: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: (number) =>
    [...chinese(number).replace(/^十/u, "一十")]
      .map((sign) => "零壹贰叁肆伍陆柒捌玖拾佰仟"["零一二三四五六七八九十百千".indexOf(sign)] ?? sign)
      .join(""),
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: (number) => [...String(number)].map((digit) => chineseDigits[Number(digit)]).join(""),
  ideographTraditional: (number) => "甲乙丙丁戊己庚辛壬癸"[number - 1] ?? String(number),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerLetter: letter,
  decimalZero: (number) => String(number).padStart(2, "0"),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalFullWidth: (number) => [...String(number)].map((digit) => "０１２３４５６７８９"[Number(digit)]).join(""),
  none: () => ""
}

const most = 100_000

/** Counts through a document: each call is one numbered paragraph, in order; the answer is the number as it is shown. */
export const numberer = ({ countsWith, levels }: Numbering): ((id: string, level: number) => string) => {
  const counts = new Map<string, Array<number>>()
  return (id, at) => {
    const own = levels.get(id)
    const level = own?.[at]
    if (own === undefined || level === undefined) return ""
    const group = countsWith.get(id) ?? id
    const counted = counts.get(group) ?? []
    counts.set(group, counted)
    counted.length = Math.min(counted.length, at + 1)
    counted[at] = Math.min(most, counted[at] === undefined ? level.start : counted[at] + 1)
    if (level.format === "bullet") return ""
    return level.text.replaceAll(/%(\d)/gu, (_, place: string) => {
      const index = Number(place) - 1
      const number = counted[index] ?? own[index]?.start ?? 1
      return (formats[own[index]?.format ?? "decimal"] ?? String)(number)
    })
  }
}
