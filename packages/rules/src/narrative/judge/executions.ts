/** 项目的预算执行率: 全年预算数A万元，执行数B万元，完成预算的P%, as the sections on performance tell of single projects. */
import { printedNumber } from "@juesuan/domain"
import { execution } from "../../content/narrative/performance.ts"
import { ofPrinted } from "../../judging/Interval.ts"
import type { Judgement } from "../../judging/Finding.ts"
import { quotientOf } from "../quotients.ts"
import type { Reading } from "../Reader.ts"
import { quoteOf, type SectionParagraph } from "../Sentences.ts"
import { fitOf, wrongPercent } from "./ratios.ts"
import { aboutText, pass } from "./verdict.ts"

const judgeIn = (paragraph: SectionParagraph): ReadonlyArray<Judgement> =>
  [...paragraph.plain.text.matchAll(execution)].flatMap((found) => {
    const { actual = "", actualUnit = "", budget = "", budgetUnit = "", percent = "" } = found.groups ?? {}
    const [whole, part, rate] = [
      printedNumber(budget, budgetUnit),
      printedNumber(actual, actualUnit),
      printedNumber(percent, "%")
    ]
    if (whole === undefined || part === undefined || rate === undefined) return []
    const quotient = quotientOf(ofPrinted(part), ofPrinted(whole))
    if (quotient === undefined) return []
    const fit = fitOf(rate, quotient)
    if (fit === "fits") return [pass]
    const quote = quoteOf(paragraph, found.index, found.index + found[0].length)
    return [
      wrongPercent({
        rule: "narrative.completion",
        fit,
        percent: { number: rate, text: `${percent}%`, quote },
        quotient,
        bound: true,
        message: {
          zh: `项目完成预算的比例写为${percent}%，按文中的数应为${aboutText(quotient, "%").zh}。`,
          en: `the completion rate of the project is given as ${percent}%; the amounts give ${aboutText(quotient, "%").en}.`
        }
      })
    ]
  })

export const judgeExecutions = ({ paragraphs }: Reading): ReadonlyArray<Judgement> =>
  paragraphs.filter(({ section }) => section === "performance").flatMap(judgeIn)
