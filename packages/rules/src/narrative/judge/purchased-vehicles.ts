/** 购置车辆的种类: the kinds of vehicles that a sentence says were bought are no more than all that were bought. */
import type { Judgement } from "../../judging/Finding.ts"
import type { Reading } from "../Reader.ts"
import { quoteOf, type SectionParagraph } from "../Sentences.ts"
import { faulty, pass, whereOf } from "./verdict.ts"

/** 购置公务用车2辆，其中：警用囚车1辆26.80万元，执法执勤车1辆. */
const bought =
  /(?:购置|更新)[^。;\d]{0,16}(?<all>\d+)辆[,:(]*其中:?(?<kinds>(?:[\p{Script=Han}]{1,12}\d+辆(?:[,、]?(?:金额)?[\d.,]+万元)?[,、和]?){1,8})/gu

const sumOf = (kinds: string): number =>
  [...kinds.matchAll(/(\d+)辆/gu)].reduce((sum, [, number]) => sum + Number(number), 0)

const judgeIn = (paragraph: SectionParagraph): ReadonlyArray<Judgement> =>
  [...paragraph.plain.text.matchAll(bought)].map((found) => {
    const { all = "", kinds = "" } = found.groups ?? {}
    const sum = sumOf(kinds)
    if (sum <= Number(all)) return pass
    return faulty({
      rule: "narrative.count",
      severity: "error",
      message: {
        zh: `购置车辆的种类相加为${sum}辆，购置写为${all}辆。`,
        en: `the kinds of vehicles bought add up to ${sum}, ${all} are said to have been bought.`
      },
      where: [whereOf(quoteOf(paragraph, found.index, found.index + found[0].length))],
      expected: String(sum),
      found: all
    })
  })

export const judgePurchasedVehicles = ({ paragraphs }: Reading): ReadonlyArray<Judgement> =>
  paragraphs.filter(({ section }) => section === "three-public").flatMap(judgeIn)
