/** 平均数: what a vehicle or a guest cost on average, times their number, is the amount. */
import { type PrintedNumber, printedNumber, Quantities } from "@juesuan/domain"
import { type AverageName, averageNames } from "../../content/narrative/averages.ts"
import { subjectOf } from "../../content/narrative/subjects.ts"
import type { Judgement } from "../../judging/Finding.ts"
import { dividedByInterval, exactly, type Interval, ofPrinted, overlap } from "../../judging/Interval.ts"
import { widePrinted } from "../quotients.ts"
import type { Reading } from "../Reader.ts"
import { quoteOf, type SectionParagraph } from "../Sentences.ts"
import { heldSum, statedAmount } from "./amounts.ts"
import { rangeOfHeld } from "./ratios.ts"
import { aboutText, faulty, notJudged, pass, rangeText, roundingBasis, valueText, whereOf } from "./verdict.ts"

const rule = "narrative.average"

const amountOf = (reading: Reading, id: string): Interval | undefined => {
  const stated = statedAmount(reading, id)
  if (stated !== undefined) return ofPrinted(stated.number)
  const held = heldSum(reading.cells, subjectOf(id)?.cells ?? [])
  return held === undefined ? undefined : rangeOfHeld(held)
}

/** The number of vehicles or guests, where the text states one and no other. */
const countOf = ({ claims }: Reading, id: string): PrintedNumber | undefined => {
  const [first, ...others] = claims.flatMap((claim) =>
    claim.kind === "count" && claim.id === id ? [claim.stated.number] : []
  )
  return others.every(({ value }) => first !== undefined && Quantities.equals(value, first.value)) ? first : undefined
}

/** The quotient that the text or the tables give; `undefined` where a part of it is not known. */
const expectedOf = (reading: Reading, { amounts, count }: AverageName): Interval | undefined => {
  const amount = amounts.map((id) => amountOf(reading, id)).find((one) => one !== undefined)
  const number = countOf(reading, count)
  if (amount === undefined || number === undefined || Quantities.isZero(number.value)) return undefined
  return dividedByInterval(amount, exactly(number.value), Quantities.yuan)
}

const judgeAverage = (
  reading: Reading,
  average: AverageName,
  paragraph: SectionParagraph,
  found: RegExpExecArray
): Judgement => {
  const { number: text = "", unit = "" } = found.groups ?? {}
  const stated = printedNumber(text, unit)
  const expected = expectedOf(reading, average)
  if (stated === undefined || expected === undefined)
    return notJudged(`“${average.name}”的金额或数量不能确定`, `what “${average.name}” is the average of is not known`)
  if (overlap(widePrinted(stated), expected)) return pass
  const about = aboutText(expected, unit)
  return faulty({
    rule,
    severity: "warning",
    message: {
      zh: `“${average.name}”写为${text}${unit}，按金额和数量应为${about.zh}。`,
      en: `“${average.name}” is given as ${text}${unit}; amount and number give ${about.en}.`
    },
    where: [whereOf(quoteOf(paragraph, found.index, found.index + found[0].length))],
    expected: rangeText(expected, unit),
    found: valueText(stated),
    basis: roundingBasis
  })
}

export const judgeAverages = (reading: Reading): ReadonlyArray<Judgement> =>
  reading.paragraphs
    .filter(({ section }) => section === "three-public")
    .flatMap((paragraph) =>
      averageNames.flatMap((average) =>
        [...paragraph.plain.text.matchAll(average.read)].map((found) =>
          judgeAverage(reading, average, paragraph, found)
        )
      )
    )
