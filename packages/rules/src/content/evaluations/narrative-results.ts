/** 说明所写的自评结果: scores and grades that the narrative states of single projects or of the whole, held against each other and the forms. */
import {
  printedNumber,
  type PrintedNumber,
  type PublishedDisclosure,
  type PublishedEvaluation,
  type PublishedParagraph
} from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import { failed, notApplicable, pass, policiesOf, type ScoringPlace, whereIn } from "./EvaluationRule.ts"
import { atMost, distance, halfOfPoints, numberOf } from "./figures-of-evaluation.ts"
import { gradeByTotal, gradeNamed } from "./totals.ts"

interface Result {
  readonly paragraph: PublishedParagraph
  /** What stands between the score before and this one. */
  readonly before: string
  readonly quote: string
  readonly score: PrintedNumber
  readonly grade: string | undefined
}

const said =
  /(?:自评|评价)(?:综合|平均|总)?(?:得分|总分|评分)[为是:]*(?<score>\d{1,3}(?:\.\d+)?)分(?:[,，(（]?[^。；;，,\d]{0,16}?(?:等级|结论|结果|评级|级别|评定|等次)[为是属于:]*[“"]?(?<grade>优秀?|良好?|中等?|差|不?合格)(?![\p{Script=Han}]))?/gu

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "")

/** A sentence on several projects gives averages and bounds, no result of one. */
const onSeveral = /平均|以上|以下|之间|分别/u

/** 预算执行率自评得分10分, 满分10分: points of a part, or on another scale. */
const ofPart = /(?:指标|产出|效益|满意度|成本|执行(?:情况|率)?|管理|过程|决策|投入)$/u
const otherScale = /满分(?!100分)/u

const resultsIn = (paragraph: PublishedParagraph): ReadonlyArray<Result> => {
  const text = plain(paragraph.text)
  let from = 0
  return [...text.matchAll(said)].flatMap((found): ReadonlyArray<Result> => {
    const before = text.slice(from, found.index)
    from = found.index + found[0].length
    const score = printedNumber(found.groups?.["score"] ?? "", "分")
    if (score === undefined || onSeveral.test(before.slice(-20) + found[0])) return []
    if (ofPart.test(before) || otherScale.test(text)) return []
    return [{ paragraph, before, quote: found[0], score, grade: found.groups?.["grade"] }]
  })
}

const placeOf = ({ paragraph, quote }: Result) => ({
  ...paragraph.place,
  section: paragraph.headings.join(" / "),
  quote
})

const judgeGrade = (result: Result, rule: string, place: ScoringPlace): ReadonlyArray<Judgement> => {
  const { grade, score } = result
  if (grade === undefined) return []
  const known = policiesOf(place).filter((policy) => gradeNamed(policy, grade) !== undefined)
  const [policy] = known
  if (policy === undefined) return [notApplicable(`不认识等级“${grade}”`, `the grade “${grade}” is not known`)]
  if (known.some((one) => gradeNamed(one, grade) === gradeByTotal(one, score.value))) return [pass]
  const expected = policy.grades.names[gradeByTotal(policy, score.value)]
  return [
    failed(
      { rule },
      {
        severity: "error",
        message: {
          zh: `说明中自评得分 ${score.text} 分，等级应为“${expected}”，写的是“${grade}”`,
          en: `the narrative states ${score.text} points, which is “${expected}”; the grade given is “${grade}”`
        },
        where: [placeOf(result)],
        expected,
        found: grade
      }
    )
  ]
}

const core = (name: string): string => plain(name).replaceAll(/[“”"]/gu, "")

/** The one evaluation whose project is named before the score. */
const evaluationOf = (
  { before }: Result,
  evaluations: ReadonlyArray<PublishedEvaluation>
): PublishedEvaluation | undefined => {
  const named = evaluations.filter(({ legibility, project }) => {
    const name = core(project)
    return legibility === "clean" && name.length >= 4 && before.replaceAll(/[“”"]/gu, "").includes(name)
  })
  return named.length === 1 ? named[0] : undefined
}

const judgeScore = (
  result: Result,
  rule: string,
  evaluations: ReadonlyArray<PublishedEvaluation>
): ReadonlyArray<Judgement> => {
  const evaluation = evaluationOf(result, evaluations)
  const total = evaluation === undefined ? undefined : numberOf(evaluation.total)
  if (evaluation === undefined || total === undefined) return []
  const { score } = result
  // 97分 for 96.68 is that score rounded.
  if (atMost(distance(score.value, total.value), halfOfPoints(score))) return [pass]
  return [
    failed(
      { rule },
      {
        severity: "error",
        message: {
          zh: `“${evaluation.project}”在说明中自评得分 ${score.text} 分，自评表的总分为 ${total.text} 分`,
          en: `the narrative gives “${evaluation.project}” ${score.text} points, its form ${total.text}`
        },
        where: [placeOf(result), whereIn(evaluation, { row: "总分" }, evaluation.place)],
        expected: total.text,
        found: score.text
      }
    )
  ]
}

export const narrativeResults = {
  name: "narrative-results",
  label: "说明所写的自评得分与等级、与自评表相符",
  labelEn: "Scores and grades in the text are those of the forms",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "说明所写的自评得分落在所写的等级内；写明项目的，与该项目自评表的总分相同",
    en: "a score that the narrative states falls into the grade it names, and is the total of the form of the project that it names"
  },
  judge: (document: PublishedDisclosure, rule: string, place: ScoringPlace): ReadonlyArray<Judgement> => {
    const results = document.narrative.flatMap(resultsIn)
    const judged = results.flatMap((result) => [
      ...judgeGrade(result, rule, place),
      ...judgeScore(result, rule, document.evaluations)
    ])
    return judged.length > 0
      ? judged
      : [notApplicable("说明中没有可比对的自评得分", "the narrative states no score that anything can be held against")]
  }
} as const
