/**
 * 自评结论: the numbers that the text of an evaluation states, each with what it is and its quote. Only phrases that say by
 * themselves what their number is are read; a number with 约 is an estimate and is not held against anything.
 */
import { printedNumber, type PrintedNumber, type PublishedEvaluation, type PublishedParagraph } from "@juesuan/domain"

export type Stated =
  | "executionScore"
  | "indicatorScore"
  | "total"
  | "initial"
  | "fullYear"
  /** 预算 that is not said to be of the start or of the whole of the year. */
  | "budget"
  | "executed"
  | "rate"

export interface Conclusion {
  readonly what: Stated
  readonly number: PrintedNumber
  readonly quote: string
  readonly paragraph: PublishedParagraph
}

const points = String.raw`[为是:]?(\d{1,3}(?:\.\d+)?)分`
const amount = String.raw`(?:资金|经费|数|金额|总额|安排|批复|编制|总计|共计|合计|为|是|共|:)*(\d[\d,]*(?:\.\d+)?)(亿元|万元|元|万)`

interface Phrase {
  readonly what: Stated
  readonly pattern: RegExp
}

/** What is said of one group or one indicator is not said of all. */
const ofAll = "(?<=^|[，,。;；、:：]|绩效|各项)"
const notOfOne = "(?<!指标|产出|效益|满意度|成本|执行率?)"

const scorePhrases: ReadonlyArray<Phrase> = [
  { what: "executionScore", pattern: new RegExp(`预算执行(?:情况|率|指标)?(?:自评)?得分${points}`, "u") },
  { what: "indicatorScore", pattern: new RegExp(`${ofAll}指标(?:完成情况)?(?:自评)?得分${points}`, "u") },
  {
    what: "total",
    pattern: new RegExp(
      `${notOfOne}(?:自评总得分|自评总分|综合得分|综合评分|总得分|最终得分|总评分|评价总分)${points}(?!制|[,，]?得)`,
      "u"
    )
  }
]

const amountPhrases: ReadonlyArray<Phrase> = [
  { what: "initial", pattern: new RegExp(`年初(?:该|本)?(?:项目)?预算${amount}`, "u") },
  { what: "fullYear", pattern: new RegExp(`(?:全年|调整后的?)预算${amount}`, "u") },
  { what: "budget", pattern: new RegExp(`(?:该|本)(?:项目)预算${amount}`, "u") },
  {
    what: "executed",
    pattern: new RegExp(`(?:实际支出|实际执行|预算执行|全年执行|实际使用|(?<=[,，])支出)${amount}`, "u")
  }
]

const rate = /(?:预算)?执行率(?:为|是|达到?|:)*(\d+(?:\.\d+)?)(?:%|(?=[,，。;；]))/u

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "")

const read = (paragraph: PublishedParagraph, { pattern, what }: Phrase, shown?: string): ReadonlyArray<Conclusion> => {
  const text = plain(paragraph.text)
  const found = pattern.exec(text)
  // The clause before: a part of the whole is not the whole.
  if (found !== null && /其中|用于|包括/u.test(text.slice(Math.max(0, found.index - 12), found.index))) return []
  const unit = shown ?? (found?.[2] === "万" ? "万元" : (found?.[2] ?? ""))
  const number = found?.[1] === undefined ? undefined : printedNumber(found[1], unit)
  if (found === null || number === undefined) return []
  return [{ what, number, quote: found[0], paragraph }]
}

/** Where amounts are those of the year's execution: what stands under such a heading, or in the sentence of the rate. */
const isOnExecution = ({ headings, text }: PublishedParagraph): boolean =>
  /预算执行|资金(?:使用|执行|情况|到位)/u.test(headings.at(-1) ?? "") || rate.test(plain(text))

/** A sentence on several years, on a whole contract or on last year is not the year's. */
const isOfTheYear = (text: string): boolean => !/累计|上年|去年|历年|三年|两年合计/u.test(plain(text).slice(0, 60))

/** Every conclusion that the text of an evaluation states, the first of its kind in each paragraph. */
export const conclusionsOf = ({ paragraphs }: PublishedEvaluation): ReadonlyArray<Conclusion> =>
  paragraphs.flatMap((paragraph) => [
    ...scorePhrases.flatMap((phrase) => read(paragraph, phrase, "分")),
    ...(isOnExecution(paragraph) && isOfTheYear(paragraph.text)
      ? [
          ...amountPhrases.flatMap((phrase) => read(paragraph, phrase)),
          ...read(paragraph, { what: "rate", pattern: rate }, "%")
        ]
      : [])
  ])
