/**
 * 授予中小企业合同金额的分类: the shares of goods, works and services that went to small and medium enterprises, each of its
 * kind's amount, add up to the whole that went to them. Contracts and expenditure are seldom of the same year to the cent: where
 * they differ it is worth a word, no more.
 */
import { type PrintedNumber, printedNumber, Quantities } from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import { exactly, type Interval, ofPrinted, overlap, plusInterval, timesInterval } from "../../judging/Interval.ts"
import { widePrinted } from "../quotients.ts"
import type { Reading } from "../Reader.ts"
import { quoteOf, type SectionParagraph } from "../Sentences.ts"
import { statedAmount } from "./amounts.ts"
import { aboutText, faulty, pass, rangeText, roundingBasis, valueText, whereOf } from "./verdict.ts"

const kinds: ReadonlyArray<readonly [word: string, subject: string]> = [
  ["货物", "procurement.goods"],
  ["工程", "procurement.works"],
  ["服务", "procurement.services"]
]

/** 货物采购授予中小企业合同金额占货物支出金额的55.10%. */
const shareIn = (text: string, word: string): PrintedNumber | undefined => {
  const pattern = new RegExp(
    `${word}(?:采购)?授予中小企业(?:的)?合同(?:金额)?占${word}(?:采购)?(?:支出)?(?:金额|总额)?的?(\\d+(?:\\.\\d+)?)%`,
    "u"
  )
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : printedNumber(found, "%")
}

const none = exactly(Quantities.quantity("0", Quantities.yuan))

/** What went to them of one kind: nothing of nothing; `undefined` where the text does not say. */
const partOf = (reading: Reading, text: string, word: string, subject: string): Interval | undefined => {
  const amount = statedAmount(reading, subject)
  const share = shareIn(text, word)
  if (amount === undefined) return undefined
  if (Quantities.isZero(amount.number.value)) return none
  return share === undefined ? undefined : timesInterval(ofPrinted(amount.number), widePrinted(share), Quantities.yuan)
}

const judgeIn = (reading: Reading, paragraph: SectionParagraph): ReadonlyArray<Judgement> => {
  const { text } = paragraph.plain
  const whole = statedAmount(reading, "procurement.small-and-medium")
  const start = text.search(/(?:货物|工程|服务)(?:采购)?授予中小企业/u)
  const parts = kinds.map(([word, subject]) => partOf(reading, text, word, subject))
  if (whole === undefined || start < 0 || parts.includes(undefined)) return []
  const sum = parts.reduce<Interval>((total, part) => plusInterval(total, part ?? none), none)
  if (overlap(sum, widePrinted(whole.number))) return [pass]
  const about = aboutText(sum, whole.number.shown)
  return [
    faulty({
      rule: "narrative.procurement-by-kind",
      severity: "note",
      message: {
        zh: `货物、工程、服务授予中小企业的部分按所写比例相加为${about.zh}，授予中小企业合同金额写为${whole.text}。`,
        en: `by the shares given for goods, works and services ${about.en} went to small and medium enterprises; ${whole.text} is given.`
      },
      where: [whereOf(whole.quote), whereOf(quoteOf(paragraph, start, text.length))],
      expected: rangeText(sum, whole.number.shown),
      found: valueText(whole.number),
      basis: roundingBasis
    })
  ]
}

export const judgeProcurementByKind = (reading: Reading): ReadonlyArray<Judgement> =>
  reading.paragraphs.filter(({ section }) => section === "procurement").flatMap((one) => judgeIn(reading, one))
