/**
 * 不带金额的表述: counts of things, lists of economic items, and statements that there is nothing.
 */
import { nothing, list } from "../content/narrative/phrases.ts"
import type { SectionKind } from "../content/narrative/sections.ts"
import { countNames } from "../content/narrative/counts.ts"
import type { Claim, CountClaim, ListClaim, Quote, Stated } from "./Claim.ts"
import type { Memory } from "./Memory.ts"
import { vehicleCountNamed, vehicleKindNamed } from "./Naming.ts"
import { canonicalName } from "./Cells.ts"
import type { SectionParagraph } from "./Sentences.ts"
import type { Token } from "./Tokens.ts"

interface Counted {
  readonly raw: string
  readonly token: Token
  readonly stated: Stated
  readonly section: SectionKind
  readonly unit: string | undefined
  readonly memory: Memory
}

export const countClaim = ({ memory, raw, section, stated, token, unit }: Counted): CountClaim | undefined => {
  const base = { kind: "count" as const, unit: token.unit, section, stated }
  const isVehicles = token.unit === "辆" || (token.unit === "台" && /车辆?$/u.test(raw))
  if (section === "assets" && isVehicles) {
    const vehicle = vehicleCountNamed(raw, unit) ?? vehicleKindNamed(raw)
    return vehicle === undefined ? undefined : { ...base, id: vehicle.id, name: vehicle.name, cell: vehicle.cell }
  }
  const plain = canonicalName(raw)
  const subject = memory.subject?.id ?? ""
  const found = countNames.find(
    (one) =>
      one.section === section &&
      one.units.includes(token.unit) &&
      one.read.test(plain) &&
      (one.subject === undefined || one.subject.test(subject))
  )
  return found === undefined ? undefined : { ...base, id: found.id, name: found.name, cell: found.cell }
}

interface Whole {
  readonly section: SectionKind
  readonly quote: Quote
  readonly text: string
}

export const nothingClaims = ({ quote, section, text }: Whole, numbers: number): ReadonlyArray<Claim> => {
  if (numbers > 0 || (section !== "fund" && section !== "state-capital") || !nothing.test(text)) return []
  const both =
    /收支|收入支出|收入、支出|收入和支出|此项|数据|情况/u.test(text) && !/此项(?:收入|支出)(?!支出)/u.test(text)
  return [
    {
      kind: "nothing",
      of: section === "fund" ? "government-fund" : "state-capital-expenditure",
      income: both || /收入/u.test(text),
      expenditure: both || /支出|收支/u.test(text),
      quote
    }
  ]
}

const partNamed = /(?<part>人员(?:经费|支出)|(?:日常)?公用(?:经费|支出))/u

/** 基本工资、奖金等人员经费. */
const listBefore =
  /(?:其中|包括|:|;|^)[:,]?(?<names>[\p{Script=Han}()、/]{6,}?)等(?<part>人员(?:经费|支出)|(?:日常)?公用(?:经费|支出))/u

const partOf = (words: string | undefined): "personnel" | "public-use" =>
  words?.startsWith("人员") === true ? "personnel" : "public-use"

const namesIn = (names: string): ReadonlyArray<string> =>
  names
    .split(/[、,]/u)
    .map(canonicalName)
    .filter((name) => name !== "")

/** Whether a name is that of an item of the economic classification. */
type IsItem = (name: string) => boolean

interface ListContext {
  readonly isItem: IsItem
  /** What the sentence before spoke of. */
  readonly subject: string
}

const itemAmount = /\d[\d,]*(?:\.\d+)?[万亿]?元(?=[、。;]|$)/gu

/** The part that the sentence before spoke of: （一）人员经费1,643.47万元。主要包括：…. */
const partBefore: Readonly<Record<string, ListClaim["part"]>> = {
  "basic.personnel": "personnel",
  "basic.public-use": "public-use"
}

/** 人员经费 …，主要包括基本工资、奖金; a single name counts only where it is that of an item. */
const listAfter = ({ quote, text }: Whole, { isItem, subject }: ListContext): ListClaim | undefined => {
  // 基本工资382.95万元、津贴补贴300.46万元: the amounts are claims of their own.
  const found = list.exec(text.replace(/[。;!]$/u, "").replaceAll(itemAmount, ""))
  const names = found?.groups?.["names"]
  if (found === null || names === undefined) return undefined
  if (!names.includes("、") && !isItem(canonicalName(names))) return undefined
  const named = partNamed.exec(text.slice(0, text.indexOf(found[0].slice(0, 4))))?.groups?.["part"]
  const part = named === undefined ? (found.index === 0 ? partBefore[subject] : undefined) : partOf(named)
  if (part === undefined) return undefined
  return {
    kind: "list",
    part,
    names: namesIn(names.replace(/等(?:支出|费用|方面|项目)?$/u, "")),
    open: /等(?:支出|费用|方面|项目)?$|等(?:支出)?(?=、|$)/u.test(names),
    hedged: found.groups?.["hedge"] !== undefined,
    quote
  }
}

export const listClaims = (whole: Whole, context: ListContext): ReadonlyArray<Claim> => {
  const { names, part } = listBefore.exec(whole.text)?.groups ?? {}
  if (names?.includes("、") === true) {
    return [{ kind: "list", part: partOf(part), names: namesIn(names), open: true, hedged: false, quote: whole.quote }]
  }
  const after = whole.section === "basic" ? listAfter(whole, context) : undefined
  return after === undefined ? [] : [after]
}

/** A paragraph that is longer than any narrative's: what it states is not judged. */
export const tooLong = ({ headings, place, plain }: SectionParagraph): Claim => {
  const text = plain.text.slice(0, 40)
  return { kind: "unjudged", text, reason: "unreadable", quote: { quote: text, section: headings.join(" / "), place } }
}
