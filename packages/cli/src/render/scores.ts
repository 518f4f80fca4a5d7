/** 自评: recorded and computed scores side by side, one list for the projects, one for the indicators of each. */
import type { EvaluationJson, Sheet, Value } from "@juesuan/app"
import type { Wording } from "../Language.ts"
import { column } from "./sheets.ts"
import { cellText } from "./values.ts"

/** The exact digits of an amount in 元, which evaluations are printed in. */
const yuanText = (value: Value): string => (value !== null && "exact" in value ? value.exact : cellText(value))

export const projectSheet = (evaluations: ReadonlyArray<EvaluationJson>, t: Wording): Sheet => ({
  columns: [
    column("project", t("项目代码", "project")),
    column("name", t("项目名称", "name")),
    column("approved", t("年初预算（元）", "initial budget"), "number"),
    column("fullYear", t("全年预算（元）", "full-year budget"), "number"),
    column("executed", t("全年执行（元）", "executed"), "number"),
    column("executionRate", t("执行率", "rate"), "number"),
    column("initialExecutionRate", t("年初预算执行率", "rate on initial"), "number"),
    column("executionScore", t("执行得分", "execution"), "number"),
    column("indicatorScore", t("指标得分", "indicators"), "number"),
    column("total", t("总分", "total"), "number"),
    column("grade", t("等级", "grade")),
    column("computedTotal", t("计算总分", "computed"), "number")
  ],
  rows: evaluations.map((evaluation) => [
    evaluation.project,
    evaluation.name,
    yuanText(evaluation.funds.approved),
    yuanText(evaluation.funds.fullYear),
    yuanText(evaluation.funds.executed),
    cellText(evaluation.funds.executionRate),
    cellText(evaluation.funds.initialExecutionRate),
    cellText(evaluation.executionScore),
    cellText(evaluation.indicatorScore),
    cellText(evaluation.total),
    cellText(evaluation.grade),
    cellText(evaluation.computed.total)
  ])
})

export const indicatorSheet = (evaluations: ReadonlyArray<EvaluationJson>, t: Wording): Sheet => ({
  columns: [
    column("project", t("项目", "project")),
    column("level1", t("一级指标", "level 1")),
    column("level2", t("二级指标", "level 2")),
    column("indicator", t("指标名称", "indicator")),
    column("target", t("年度指标值", "target")),
    column("actual", t("实际完成值", "actual")),
    column("weight", t("分值", "weight"), "number"),
    column("score", t("得分", "score"), "number"),
    column("computedScore", t("计算得分", "computed"), "number"),
    column("reason", t("偏差原因", "reason"))
  ],
  rows: evaluations.flatMap((evaluation) =>
    evaluation.indicators.map((indicator) => [
      evaluation.name,
      indicator.level1,
      indicator.level2,
      indicator.indicator,
      cellText(indicator.target),
      cellText(indicator.actual),
      cellText(indicator.weight),
      cellText(indicator.score),
      cellText(indicator.computedScore),
      cellText(indicator.reason)
    ])
  )
})
