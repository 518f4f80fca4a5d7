/** 几份自评之间: two forms of one project, and what the narrative says of all of them. */
import {
  Grade,
  type PrintedNumber,
  type PublishedDisclosure,
  type PublishedEvaluation,
  type PublishedParagraph,
  Quantities,
  type Quantity
} from "@juesuan/domain"
import type { CheckRule } from "../../judging/CheckRule.ts"
import type { Judgement, Wording } from "../../judging/Finding.ts"
import { failed, insufficient, notApplicable, pass, type ScoringPlace, whereIn } from "./EvaluationRule.ts"
import { mainFunds, numberOf } from "./figures-of-evaluation.ts"
import { narrativeResults } from "./narrative-results.ts"
import { cellsOf } from "../../judging/DocumentCells.ts"
import { ofPrinted, overlap, plusInterval } from "../../judging/Interval.ts"

interface DocumentRuleSource
  extends Pick<CheckRule, "kind" | "strength" | "severity" | "label" | "labelEn" | "statement"> {
  readonly name: string
  readonly judge: (document: PublishedDisclosure, rule: string, place: ScoringPlace) => ReadonlyArray<Judgement>
}

const documentRule = ({ judge, name, ...about }: DocumentRuleSource, place: ScoringPlace): CheckRule => {
  const id = `evaluation.${name}`
  const { citation, inForceFrom, jurisdiction } = place.own.policy
  return { id, ...about, citation, jurisdiction, inForceFrom, judge: (document) => judge(document, id, place) }
}

/** A name as it is compared: 经费, 项目 and 建设 at its end come and go between forms. */
const core = (project: string): string =>
  project
    .normalize("NFKC")
    .replaceAll(/[\s“”"'()]/gu, "")
    .replace(/(?:建设|项目|专项|经费|资金)+$/u, "")

const isSameProject = (left: PublishedEvaluation, right: PublishedEvaluation): boolean =>
  core(left.project) === core(right.project) || left.project === right.project

const pairsOf = (evaluations: ReadonlyArray<PublishedEvaluation>) =>
  evaluations.flatMap((first, index) =>
    evaluations
      .slice(index + 1)
      .filter((second) => second.form !== first.form && isSameProject(first, second))
      .map((second) => [first, second] as const)
  )

/** What two forms of one project state differently, each in a few words. */
const differences = (left: PublishedEvaluation, right: PublishedEvaluation): ReadonlyArray<Wording> => {
  const [funds, others] = [mainFunds(left), mainFunds(right)]
  const columns = [
    ["initial", "年初预算数", "year-start budget"],
    ["fullYear", "全年预算数", "full-year budget"],
    ["executed", "全年执行数", "executed"]
  ] as const
  const amounts = columns.flatMap(([column, zh, en]): ReadonlyArray<Wording> => {
    const [one, two] = [numberOf(funds?.[column]), numberOf(others?.[column])]
    if (one === undefined || two === undefined || one.value.unit.kind !== two.value.unit.kind) return []
    if (overlap(ofPrinted(one), ofPrinted(two))) return []
    const both = `${one.text}${one.shown} / ${two.text}${two.shown}`
    return [{ zh: `${zh} ${both}`, en: `${en} ${both}` }]
  })
  const names = new Set(right.indicators.map(({ name }) => name))
  const unknown = left.indicators.filter(({ name }) => !names.has(name)).length
  const scores = left.indicators.flatMap(({ name, score }): ReadonlyArray<Wording> => {
    const [one, two] = [numberOf(score), numberOf(right.indicators.find((each) => each.name === name)?.score)]
    if (one === undefined || two === undefined || Quantities.compare(one.value, two.value) === 0) return []
    return [{ zh: `${name}得分 ${one.text} / ${two.text}`, en: `score of ${name} ${one.text} / ${two.text}` }]
  })
  const named =
    unknown === 0 ? [] : [{ zh: `${unknown} 个指标名称不同`, en: `${unknown} indicators are named differently` }]
  return [...amounts, ...scores, ...named]
}

const joined = (words: ReadonlyArray<Wording>): Wording => ({
  zh: words.map(({ zh }) => zh).join("；"),
  en: words.map(({ en }) => en).join("; ")
})

const judgePair = (left: PublishedEvaluation, right: PublishedEvaluation, rule: string): Judgement => {
  const found = differences(left, right)
  if (found.length === 0) return pass
  const { en, zh } = joined(found)
  const isNoisy = left.legibility === "noisy" || right.legibility === "noisy"
  return failed(
    { rule },
    {
      severity: isNoisy ? "note" : "warning",
      message: isNoisy
        ? {
            zh: `“${left.project}”的自评表识别不清，与自评报告比对不出的：${zh}；以清晰的一份为准，建议看原件`,
            en: `the form of “${left.project}” cannot be read for sure; unlike its report: ${en}. The clean one counts; see the original`
          }
        : {
            zh: `“${left.project}”的自评表与自评报告不同：${zh}`,
            en: `form and report of “${left.project}” differ: ${en}`
          },
      where: [whereIn(left, {}, left.place), whereIn(right, {}, right.place)]
    }
  )
}

const twoForms: DocumentRuleSource = {
  name: "two-forms",
  label: "自评表与自评报告相符",
  labelEn: "Form and report of one self-evaluation agree",
  kind: "plausibility",
  strength: "soft",
  severity: "warning",
  statement: {
    zh: "同一项目的自评表与自评报告，资金、指标、得分相同；其中一份识别不清的，只作提示",
    en: "form and report of one project state the same; where one of them cannot be read for sure, differences are notes"
  },
  judge: ({ evaluations }, rule) => {
    const pairs = pairsOf(evaluations)
    if (pairs.length === 0) return [notApplicable("没有同一项目的两种自评", "no project has both a form and a report")]
    return pairs.map(([left, right]) => judgePair(left, right, rule))
  }
}

interface Summary {
  readonly paragraph: PublishedParagraph
  readonly projects: number
  readonly grades: ReadonlyArray<{ readonly grade: string; readonly count: number }>
}

/** `13个项目自评等级为“优”`, `涉及项目14个`. */
const summaryIn = (paragraph: PublishedParagraph): Summary | undefined => {
  const text = paragraph.text.normalize("NFKC").replaceAll(/\s/gu, "")
  const projects = /自评[^。;]*?项目(?:支出)?(\d+)个|对(\d+)个[^。;]{0,12}项目[^。;]{0,20}自评/u.exec(text)
  const grades = [...text.matchAll(/(\d+)个(?:二级)?项目[^,，。;]{0,8}(?:等级|结果)为[“"](.{1,3}?)[”"]/gu)].map(
    (found) => ({
      count: Number(found[1]),
      grade: found[2] ?? ""
    })
  )
  const count = projects?.[1] ?? projects?.[2]
  return count === undefined || grades.length === 0 ? undefined : { paragraph, projects: Number(count), grades }
}

/** One evaluation per project, a clean one where there are two. */
const perProject = (evaluations: ReadonlyArray<PublishedEvaluation>): ReadonlyArray<PublishedEvaluation> => {
  const kept: Array<PublishedEvaluation> = []
  for (const evaluation of evaluations.toSorted((left, right) => left.legibility.localeCompare(right.legibility)))
    if (!kept.some((other) => isSameProject(other, evaluation))) kept.push(evaluation)
  return kept
}

const plainGrade = (grade: string | undefined): string => (grade ?? "").replaceAll(/[秀好]/gu, "")

const judgeSummary = (summary: Summary, document: PublishedDisclosure, rule: string): ReadonlyArray<Judgement> => {
  const evaluations = perProject(document.evaluations)
  if (evaluations.length !== summary.projects)
    return [
      notApplicable(
        `说明称自评 ${summary.projects} 个项目，文件中有 ${evaluations.length} 个项目的自评，不能逐一核对`,
        `the narrative names ${summary.projects} projects, the document has evaluations of ${evaluations.length}: they cannot be held against each other`
      )
    ]
  if (evaluations.some(({ grade }) => Grade.idOf(plainGrade(grade)) === undefined))
    return [insufficient("有的自评没有读到等级", "an evaluation has no grade that was read")]
  return summary.grades.map(({ count, grade }) => {
    const named = evaluations.filter((each) => plainGrade(each.grade) === plainGrade(grade)).length
    if (named === count) return pass
    return failed(
      { rule },
      {
        severity: "error",
        message: {
          zh: `说明称 ${count} 个项目自评等级为“${grade}”，所附自评中有 ${named} 个`,
          en: `the narrative counts ${count} projects graded “${grade}”; of the evaluations ${named} are`
        },
        where: [
          {
            ...summary.paragraph.place,
            section: summary.paragraph.headings.join(" / "),
            quote: `${count}个……“${grade}”`
          },
          ...evaluations
            .filter((each) => plainGrade(each.grade) === plainGrade(grade))
            .map((each) => whereIn(each, {}, each.place))
        ],
        expected: String(named),
        found: String(count)
      }
    )
  })
}

const summaryOfProjects: DocumentRuleSource = {
  name: "summary",
  label: "说明中的自评汇总与各份自评相符",
  labelEn: "The summary in the text is that of the self-evaluations",
  kind: "score",
  strength: "conditional",
  severity: "error",
  statement: {
    zh: "文件附有全部项目的自评时，说明中各等级的项目个数与各份自评相符",
    en: "where the document holds the evaluations of all projects, the narrative counts them by grade as they are"
  },
  judge: (document, rule) => {
    const summaries = document.narrative.flatMap((paragraph) => summaryIn(paragraph) ?? [])
    if (summaries.length === 0)
      return [notApplicable("说明中没有按等级汇总的项目个数", "the narrative does not count projects by grade")]
    return summaries.flatMap((summary) => judgeSummary(summary, document, rule))
  }
}

/** 全年执行数 of a project whose form reads cleanly, in 元. */
const executedOf = (evaluation: PublishedEvaluation): ReadonlyArray<PrintedNumber> => {
  const executed = numberOf(mainFunds(evaluation)?.executed)
  return evaluation.legibility === "clean" && executed?.value.unit.kind === "yuan" ? [executed] : []
}

const inTenThousand = (value: Quantity): string => `${Quantities.text(Quantities.inTenThousandYuan(value))}万元`

const withinProjectExpenditure: DocumentRuleSource = {
  name: "project-expenditure",
  label: "各项目执行数之和与项目支出",
  labelEn: "Amounts executed by all projects within project expenditure",
  kind: "plausibility",
  strength: "soft",
  severity: "note",
  statement: {
    zh: "自评各项目全年执行数之和不大于支出决算表的项目支出",
    en: "what the evaluated projects executed is together no more than project expenditure of the expenditure table"
  },
  judge: (document, rule) => {
    const executed = perProject(document.evaluations).flatMap(executedOf)
    if (executed.length === 0)
      return [notApplicable("没有清晰读到执行数的自评", "no evaluation states an executed amount that reads cleanly")]
    const cell = cellsOf(document).tableNamed("expenditure")?.cellNamed("total", "expenditure.project")
    if (cell?.interval === undefined)
      return [insufficient("没有读到支出决算表的项目支出", "project expenditure of the expenditure table was not read")]
    if (cell.interval.low.unit.kind !== "yuan")
      return [
        insufficient("支出决算表没有写明金额单位", "the expenditure table does not say in which unit its amounts are")
      ]
    const sum = executed.map(ofPrinted).reduce(plusInterval)
    const { address, interval, printed, where } = cell
    if (Quantities.compare(sum.low, interval.high) <= 0) return [{ ...pass, touched: [address] }]
    const expected = inTenThousand(printed._tag === "Number" ? printed.value : interval.high)
    const found = inTenThousand(executed.map(({ value }) => value).reduce(Quantities.plus))
    return [
      failed(
        { rule },
        {
          severity: "note",
          message: {
            zh: `所附自评 ${executed.length} 个项目的全年执行数共 ${found}，多于支出决算表的项目支出 ${expected}；核对项目范围与资金口径`,
            en: `the ${executed.length} evaluated projects executed ${found}, more than project expenditure of the expenditure table, ${expected}: see which projects and funds are meant`
          },
          where: [
            where,
            ...perProject(document.evaluations)
              .filter((each) => executedOf(each).length > 0)
              .map((each) => whereIn(each, { column: "全年执行数" }, mainFunds(each)?.place ?? each.place))
          ],
          expected,
          found
        }
      )
    ]
  }
}

export const documentRules = (place: ScoringPlace): ReadonlyArray<CheckRule> =>
  [twoForms, summaryOfProjects, narrativeResults, withinProjectExpenditure].map((source) => documentRule(source, place))
