/** 绩效自评: projects add up by grade, funds by budget. */
import { type PrintedNumber, printedNumber, Quantities } from "@juesuan/domain"
import { performancePatterns, type PerformanceCount } from "../../content/narrative/performance.ts"
import type { Judgement } from "../../judging/Finding.ts"
import { type Interval, ofPrinted, overlap, plusInterval } from "../../judging/Interval.ts"
import type { Quote } from "../Claim.ts"
import type { Reading } from "../Reader.ts"
import { quoteOf, type SectionParagraph } from "../Sentences.ts"
import { faulty, pass, rangeText, valueText, whereOf } from "./verdict.ts"

const { compare, quantity, text } = Quantities

const performanceRule = "narrative.performance"

interface Found {
  readonly number: PrintedNumber
  readonly text: string
  readonly quote: Quote
}

/** Every number that a pattern finds in a paragraph, in the order of the text. */
const foundIn = (
  paragraph: SectionParagraph,
  pattern: PerformanceCount,
  from: number,
  to: number
): ReadonlyArray<Found> =>
  pattern.read.flatMap((read) =>
    [...paragraph.plain.text.slice(from, to).matchAll(read)].flatMap((match) => {
      const printed = match.groups?.["number"]
      const number = printed === undefined ? undefined : printedNumber(printed, pattern.unit)
      if (printed === undefined || number === undefined) return []
      return [
        {
          number,
          text: `${printed}${pattern.unit}`,
          quote: quoteOf(paragraph, from + match.index, from + match.index + match[0].length)
        }
      ]
    })
  )

interface Total {
  readonly zh: string
  readonly en: string
  readonly whole: Found | undefined
  readonly parts: ReadonlyArray<Found>
}

const judgeTotal = ({ en, parts, whole, zh }: Total): ReadonlyArray<Judgement> => {
  const [first] = parts
  if (whole === undefined || first === undefined) return []
  const none: Interval = { low: quantity("0", first.number.value.unit), high: quantity("0", first.number.value.unit) }
  const sum = parts.map(({ number }) => ofPrinted(number)).reduce(plusInterval, none)
  if (overlap(sum, ofPrinted(whole.number))) return [pass]
  const say = (range: Interval): string =>
    compare(range.low, range.high) === 0 ? text(range.low) : rangeText(range, whole.number.shown)
  return [
    faulty({
      rule: performanceRule,
      severity: "error",
      message: {
        zh: `${zh}：各项相加为${say(sum)}，合计写为${whole.text}。`,
        en: `${en}: the parts add up to ${say(sum)}, the total is given as ${whole.text}.`
      },
      where: [whereOf(whole.quote), ...parts.map(({ quote }) => whereOf(quote))],
      expected: say(sum),
      found: valueText(whole.number)
    })
  ]
}

/** One statement of projects: from a number of projects to the next one that opens another statement (二是 …). */
const stretches = (text: string): ReadonlyArray<readonly [number, number]> => {
  const starts = [
    0,
    ...[...text.matchAll(/(?:[一二三四五]是|[一二三四五]、|\([一二三四五]\))/gu)].map(({ index }) => index)
  ]
  return starts.map((start, index) => [start, starts[index + 1] ?? text.length] as const)
}

const judgePerformanceIn = (paragraph: SectionParagraph): ReadonlyArray<Judgement> =>
  stretches(paragraph.plain.text).flatMap(([from, to]) => {
    const { amount, budgets, grades, projects } = performancePatterns
    const [count, otherCount] = foundIn(paragraph, projects, from, to)
    const inGrades = foundIn(paragraph, grades, from, to)
    const [funds] = foundIn(paragraph, amount, from, to)
    const inBudgets = budgets.flatMap((budget) => foundIn(paragraph, budget, from, to).slice(0, 1))
    const oneCount =
      otherCount === undefined || text(otherCount.number.value) === text(count?.number.value ?? otherCount.number.value)
    return [
      ...(inGrades.length >= 2 && oneCount
        ? judgeTotal({
            zh: "自评项目数与各等级项目数",
            en: "projects and projects by grade",
            whole: count,
            parts: inGrades
          })
        : []),
      ...(inBudgets.length >= 2
        ? judgeTotal({
            zh: "项目资金与各预算的项目资金",
            en: "funds and funds by budget",
            whole: funds,
            parts: inBudgets
          })
        : [])
    ]
  })

export const judgePerformance = ({ paragraphs }: Reading): ReadonlyArray<Judgement> =>
  paragraphs.filter(({ section }) => section === "performance").flatMap(judgePerformanceIn)
