/** 绩效: the indicators of the eight reported projects with their actual values, scores and reasons; all evaluations. */
import { type Actual, Grade, IndicatorOperator, QualitativeResult, type Target } from "@juesuan/domain"
import { conclusions, filedLate } from "../content/conclusions.ts"
import { type Project, projects } from "../content/projects.ts"
import { type Journal, ofProject } from "../Journal.ts"
import { evaluations, type PublishedEvaluation, type PublishedIndicator } from "../Published.ts"

const actor = "绩效岗"
const declaredOn = "2024-01-02"
const declaredLateOn = "2024-06-18"
const measuredOn = "2024-12-27"
const concludedOn = "2024-12-31"

/** A printed target: `≥300人`, `= 300 元 / 小时`; without a sign before a number it is words (`12月`, `保障`). */
const targetOf = (printed: string): Target => {
  const [, sign = "", value = "", unit = ""] = /^([≥≤=]) ?([\d.]+) ?(.*)$/u.exec(printed) ?? []
  const operator = IndicatorOperator.idOf(sign)
  return operator === undefined
    ? { form: "qualitative", text: printed }
    : { form: "quantitative", operator, value, unit: unit.replaceAll(" ", "") }
}

const actualOf = (printed: string): Actual => {
  const result = QualitativeResult.idOf(printed)
  return result === undefined ? { form: "quantitative", value: printed } : { form: "qualitative", result }
}

/** ≥ wants more, ≤ wants less; = is a ceiling for a cost and a mark to hit for anything else. */
const directionOf = (indicator: PublishedIndicator, target: Target): "higher" | "lower" | "exact" => {
  if (target.form === "qualitative" || target.operator === ">=") return "higher"
  return target.operator === "<=" || indicator.level2 === "成本指标" ? "lower" : "exact"
}

const recordIndicator = (journal: Journal, project: Project, published: PublishedIndicator): void => {
  const late = filedLate.some((each) => each.project === project.name && each.indicator === published.name)
  const occurredOn = late ? declaredLateOn : declaredOn
  const target = targetOf(published.target)
  journal.record({
    type: "IndicatorDeclared",
    place: ofProject(project.code),
    occurredOn,
    recordedOn: occurredOn,
    actor,
    data: {
      occurredOn,
      level1: published.level1,
      level2: published.level2,
      indicator: published.name,
      target,
      direction: directionOf(published, target),
      weight: published.weight,
      filing: late ? "late" : "initial"
    }
  })
}

const recordResult = (journal: Journal, project: Project, published: PublishedIndicator): void => {
  const common = {
    place: ofProject(project.code),
    occurredOn: measuredOn,
    recordedOn: measuredOn,
    actor,
    evidence: `自评分析报告（${project.name}）`
  }
  const about = { occurredOn: measuredOn, indicator: published.name }
  journal.record({
    ...common,
    type: "ActualValueRecorded",
    data: {
      ...about,
      actual: actualOf(published.actual),
      ...(published.note === null ? {} : { note: published.note })
    }
  })
  journal.record({ ...common, type: "IndicatorScored", data: { ...about, score: published.score } })
  if (published.reason === null) return
  journal.record({ ...common, type: "DeviationExplained", data: { ...about, reason: published.reason } })
}

const gradeOf = (label: string): Grade => {
  const grade = Grade.idOf(label)
  if (grade === undefined) throw new Error(`no grade ${label}`)
  return grade
}

const recordConclusion = (journal: Journal, project: Project, published: PublishedEvaluation): void => {
  const occurredOn = concludedOn
  const common = {
    place: ofProject(project.code),
    occurredOn,
    recordedOn: occurredOn,
    actor,
    evidence: `自评分析报告（${project.name}）`
  }
  const reason = published.funds[1]?.reason ?? null
  const conclusion = conclusions[project.name]
  if (reason !== null) journal.record({ ...common, type: "DeviationExplained", data: { occurredOn, reason } })
  const { executionScore, grade, indicatorScore, total } = published.result
  journal.record({
    ...common,
    type: "SelfEvaluationConcluded",
    data: {
      occurredOn,
      executionScore,
      indicatorScore,
      total,
      grade: gradeOf(grade),
      ...(conclusion === undefined ? {} : { conclusion })
    }
  })
}

/** Of the six others only the grades are known; the reason of the one 中 is published. */
const recordUnpublished = (journal: Journal, { code, grade }: Project): void => {
  if (grade === undefined) return
  const occurredOn = concludedOn
  const evidence = "重构：由公开的等级个数（十三优一中）扣除八份报告得出"
  const common = { place: ofProject(code), occurredOn, recordedOn: occurredOn, actor, evidence }
  if (grade === "fair") {
    const reason = "报销金额较大，项目经费支付不够及时。改进措施：科学合理地做好项目前期规划、预算。"
    journal.record({ ...common, type: "DeviationExplained", data: { occurredOn, reason } })
  }
  journal.record({ ...common, type: "SelfEvaluationConcluded", data: { occurredOn, grade } })
}

export const recordPerformance = (journal: Journal): void => {
  for (const project of projects) {
    const published = evaluations().find((each) => each.project === project.name)
    for (const indicator of published?.indicators ?? []) recordIndicator(journal, project, indicator)
    for (const indicator of published?.indicators ?? []) recordResult(journal, project, indicator)
    if (published === undefined) recordUnpublished(journal, project)
    else recordConclusion(journal, project, published)
    const conclusion = "以部门为主体开展了重点绩效评价。"
    journal.record({
      type: "DepartmentEvaluationConcluded",
      place: ofProject(project.code),
      occurredOn: concludedOn,
      recordedOn: concludedOn,
      actor,
      data: { occurredOn: concludedOn, conclusion }
    })
  }
}
