/** 绩效各步: goals, indicators, actual values, scores, reasons and conclusions of projects. */
import {
  type CommandRequest,
  Grade,
  IndicatorDirection,
  IndicatorOperator,
  indicatorsOf,
  QualitativeResult,
  type Target
} from "@juesuan/domain"
import type { TestBooks } from "../TestBooks.ts"
import { projects, unit, year } from "./menu.ts"
import { chosen, dayOf, type Dice, one, type Plan, type Planned } from "./Plan.ts"

const of = ({ a }: Dice): string => one(projects, a)

const planFor = (dice: Dice, request: CommandRequest): ReadonlyArray<Planned> => [{ request, project: of(dice) }]

const known = (books: TestBooks, dice: Dice) => [...indicatorsOf(books.projectState(unit, year, of(dice)))]

const declareGoal: Plan = (_, dice) =>
  planFor(dice, { type: "PerformanceGoalDeclared", data: { occurredOn: dayOf(dice.day), annual: "完成全年任务" } })

const adjustGoal: Plan = (_, dice) =>
  planFor(dice, {
    type: "PerformanceGoalAdjusted",
    data: { occurredOn: dayOf(dice.day), annual: "完成调整后的任务", reason: "任务调整" }
  })

const levels = [
  ["产出指标", "数量指标"],
  ["产出指标", "质量指标"],
  ["产出指标", "成本指标"],
  ["效益指标", "社会效益指标"],
  ["满意度指标", "服务对象满意度指标"]
] as const

/** Values at and around zero matter to scores as much as usual ones do. */
const decimals = ["0", "1", "5", "12.5", "90", "100", "300", "5424.08", "-3"] as const

const targetOf = ({ b, c }: Dice): Target =>
  b % 4 === 0
    ? { form: "qualitative", text: "保障" }
    : {
        form: "quantitative",
        operator: chosen(IndicatorOperator.ids, c) ?? ">=",
        value: one(decimals, b),
        unit: "件"
      }

/** The first indicators weigh half of what is left, so that their sum is often just right. */
const weightLeft = (books: TestBooks, dice: Dice): number =>
  known(books, dice).reduce((left, [, { weight }]) => left - Number(weight), 90)

const declareIndicator: Plan = (books, dice) => {
  const left = weightLeft(books, dice)
  const [level1, level2] = chosen(levels, dice.b) ?? levels[0]
  return planFor(dice, {
    type: "IndicatorDeclared",
    data: {
      occurredOn: dayOf(dice.day),
      level1,
      level2,
      indicator: `指标${dice.c % 6}`,
      target: targetOf(dice),
      direction: chosen(IndicatorDirection.ids, dice.c) ?? "higher",
      weight: String(dice.c % 3 === 0 ? left : Math.min(left, dice.b % 51)),
      filing: dice.day > 180 ? "late" : "initial"
    }
  })
}

const adjustIndicator: Plan = (books, dice) => {
  const indicator = chosen(known(books, dice), dice.b)
  if (indicator === undefined) return []
  const [name, { weight }] = indicator
  return planFor(dice, {
    type: "IndicatorAdjusted",
    data: {
      occurredOn: dayOf(dice.day),
      indicator: name,
      target: targetOf(dice),
      direction: "higher",
      weight: dice.c % 2 === 0 ? weight : String(dice.b % 31),
      reason: "任务调整"
    }
  })
}

const recordActual: Plan = (books, dice) => {
  const indicator = chosen(known(books, dice), dice.b)
  if (indicator === undefined) return []
  const [name, { target }] = indicator
  const actual =
    target.form === "quantitative"
      ? { form: target.form, value: one(decimals, dice.c) }
      : { form: target.form, result: chosen(QualitativeResult.ids, dice.c) ?? "met" }
  return planFor(dice, { type: "ActualValueRecorded", data: { occurredOn: dayOf(dice.day), indicator: name, actual } })
}

const score: Plan = (books, dice) => {
  const indicator = chosen(known(books, dice), dice.b)
  if (indicator === undefined) return []
  const [name, { weight }] = indicator
  const given = dice.c % 2 === 0 ? weight : String(Math.floor((Number(weight) * (dice.c % 100)) / 100))
  return planFor(dice, {
    type: "IndicatorScored",
    data: { occurredOn: dayOf(dice.day), indicator: name, score: given }
  })
}

const explainDeviation: Plan = (books, dice) => {
  const name = chosen(known(books, dice), dice.b)?.[0]
  const about = name === undefined || dice.c % 3 === 0 ? {} : { indicator: name }
  return planFor(dice, {
    type: "DeviationExplained",
    data: { occurredOn: dayOf(dice.day), ...about, reason: "进度滞后" }
  })
}

const conclude: Plan = (_, dice) =>
  planFor(dice, {
    type: "SelfEvaluationConcluded",
    data: { occurredOn: dayOf(dice.day), grade: chosen(Grade.ids, dice.b) ?? "good", total: String(dice.c % 101) }
  })

const concludeDepartment: Plan = (_, dice) =>
  planFor(dice, {
    type: "DepartmentEvaluationConcluded",
    data: { occurredOn: dayOf(dice.day), conclusion: "开展了重点绩效评价" }
  })

const reverseOne: Plan = (books, dice) => {
  const own = books.events.filter(({ stream }) => stream.startsWith("project"))
  const event = chosen(own, dice.b)
  if (event === undefined) return []
  return planFor(dice, { type: "EventReversed", data: { event: event.id, reason: "填报有误" } })
}

/** With how often each comes. */
export const evaluationPlans: ReadonlyArray<readonly [number, Plan]> = [
  [1, declareGoal],
  [1, adjustGoal],
  [5, declareIndicator],
  [1, adjustIndicator],
  [4, recordActual],
  [4, score],
  [1, explainDeviation],
  [2, conclude],
  [1, concludeDepartment],
  [1, reverseOne]
]
