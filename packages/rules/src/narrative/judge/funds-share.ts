/**
 * 自评资金占项目支出总额: the funds of the projects that were evaluated, as a share of what the tables print as project
 * expenditure. Funds may be those of the budget, not what was spent: a difference is worth a word, no more.
 */
import { printedNumber } from "@juesuan/domain"
import { fundsShare, projectTotals } from "../../content/narrative/performance.ts"
import type { Judgement } from "../../judging/Finding.ts"
import { ofPrinted } from "../../judging/Interval.ts"
import { quotientOf } from "../quotients.ts"
import type { Reading } from "../Reader.ts"
import { quoteOf, type SectionParagraph } from "../Sentences.ts"
import { heldSum } from "./amounts.ts"
import { fitOf, rangeOfHeld } from "./ratios.ts"
import { aboutText, faulty, notJudged, pass, rangeText, valueText, whereOf } from "./verdict.ts"

const judgeShare = ({ cells }: Reading, paragraph: SectionParagraph, found: RegExpExecArray): Judgement => {
  const { amount = "", of = "", percent = "", unit = "" } = found.groups ?? {}
  const [funds, share] = [printedNumber(amount, unit), printedNumber(percent, "%")]
  const held = heldSum(cells, [projectTotals.get(of) ?? ""])
  const quotient =
    funds === undefined || held === undefined ? undefined : quotientOf(ofPrinted(funds), rangeOfHeld(held))
  if (share === undefined || quotient === undefined)
    return notJudged("项目支出总额表中没有", "no table holds the total of project expenditure")
  if (fitOf(share, quotient) !== "wrong") return pass
  return faulty({
    rule: "narrative.performance",
    severity: "note",
    message: {
      zh: `自评资金${amount}${unit}占${of}项目支出总额的比例写为${percent}%，按表中的项目支出为${aboutText(quotient, "%").zh}：资金可能是预算数。`,
      en: `the funds evaluated, ${amount}${unit}, are given as ${percent}% of project expenditure; by the tables they are ${aboutText(quotient, "%").en}: they may be those of the budget.`
    },
    where: [whereOf(quoteOf(paragraph, found.index, found.index + found[0].length)), ...(held?.where ?? [])],
    expected: rangeText(quotient, "%"),
    found: valueText(share)
  })
}

export const judgeFundsShares = (reading: Reading): ReadonlyArray<Judgement> =>
  reading.paragraphs
    .filter(({ section }) => section === "performance")
    .flatMap((paragraph) =>
      [...paragraph.plain.text.matchAll(fundsShare)].map((found) => judgeShare(reading, paragraph, found))
    )
