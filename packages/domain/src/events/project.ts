/**
 * 项目: what is recorded about one project in one fiscal year: its goal, its indicators, what was reached, the scores
 * given. A recorded score is a fact (somebody gave it); what the rules compute is never stored.
 * The names in this file are what is stored: renaming one is a migration.
 */
import * as Schema from "effect/Schema"
import { DecimalText, PointsText } from "../Quantity.ts"
import { Grade, IndicatorDirection, IndicatorOperator, QualitativeResult } from "../Terms.ts"
import { dated, Reason, Words } from "./fields.ts"

/** An indicator is named by its 指标名称, unique within its project. */
const IndicatorName = Words

/** 年度指标值: a number with operator and unit (≥300人), or words (保障). */
export const Target = Schema.Union([
  Schema.Struct({
    form: Schema.tag("quantitative"),
    operator: IndicatorOperator.schema,
    value: DecimalText,
    unit: Schema.String
  }),
  Schema.Struct({ form: Schema.tag("qualitative"), text: Words })
])
export type Target = typeof Target.Type

/** 实际完成值: a number, or one of the three results of a qualitative indicator. */
export const Actual = Schema.Union([
  Schema.Struct({ form: Schema.tag("quantitative"), value: DecimalText }),
  Schema.Struct({ form: Schema.tag("qualitative"), result: QualitativeResult.schema })
])
export type Actual = typeof Actual.Type

/** What is measured: target, points, and in which direction better lies (the operator alone cannot decide). */
const measured = { target: Target, direction: IndicatorDirection.schema, weight: PointsText }

export const projectEvents = {
  /** 项目立项: the project of this year, with its basis (立项依据) and the office in charge. */
  ProjectEstablished: Schema.Struct({
    ...dated,
    name: Words,
    basis: Words,
    office: Words
  }),
  /** 绩效目标申报: the goal in words, for the whole project where stated, and for the year. */
  PerformanceGoalDeclared: Schema.Struct({
    ...dated,
    overall: Schema.optionalKey(Words),
    annual: Words
  }),
  /** 绩效目标调整. */
  PerformanceGoalAdjusted: Schema.Struct({ ...dated, annual: Words, reason: Reason }),
  /** 绩效指标申报: three levels, target, direction, points. `filing` says whether it was there at the start of the year (`initial`) or added later (`late`). */
  IndicatorDeclared: Schema.Struct({
    ...dated,
    level1: Words,
    level2: Words,
    indicator: IndicatorName,
    ...measured,
    filing: Schema.Literals(["initial", "late"])
  }),
  /** 绩效指标调整: the target or the points changed in the year. */
  IndicatorAdjusted: Schema.Struct({ ...dated, indicator: IndicatorName, ...measured, reason: Reason }),
  /** 实际完成值, with 完成情况说明 where there is one. */
  ActualValueRecorded: Schema.Struct({
    ...dated,
    indicator: IndicatorName,
    actual: Actual,
    note: Schema.optionalKey(Words)
  }),
  /** 指标得分: the points somebody gave. */
  IndicatorScored: Schema.Struct({ ...dated, indicator: IndicatorName, score: PointsText }),
  /** 偏差原因分析及改进措施: of an indicator, or of the budget execution where no indicator is named. */
  DeviationExplained: Schema.Struct({ ...dated, indicator: Schema.optionalKey(IndicatorName), reason: Reason }),
  /** 自评结论: what the unit's own evaluation states; scores are left out where only the grade was published. */
  SelfEvaluationConcluded: Schema.Struct({
    ...dated,
    executionScore: Schema.optionalKey(PointsText),
    indicatorScore: Schema.optionalKey(PointsText),
    total: Schema.optionalKey(PointsText),
    grade: Grade.schema,
    conclusion: Schema.optionalKey(Words)
  }),
  /** 部门评价结论. */
  DepartmentEvaluationConcluded: Schema.Struct({
    ...dated,
    total: Schema.optionalKey(PointsText),
    grade: Schema.optionalKey(Grade.schema),
    conclusion: Words
  })
} as const
