/** 项目状态: the facts of one project in one year that stand, and what its indicators are after all of them. */
import type { Actual, Target } from "./events/project.ts"
import type { ProjectFact } from "./Event.ts"
import { factsOf, type LiveFacts } from "./LiveFacts.ts"

export type ProjectState = LiveFacts<ProjectFact>

/** 指标, as declared or last adjusted, with the last actual value and the last score. */
export interface CurrentIndicator {
  readonly target: Target
  readonly weight: string
  readonly actual?: Actual
  readonly score?: string
}

/** 现行指标 by name, in the order they were declared. */
export const indicatorsOf = (state: ProjectState): ReadonlyMap<string, CurrentIndicator> => {
  const indicators = new Map<string, CurrentIndicator>()
  for (const { indicator, target, weight } of factsOf(state, "IndicatorDeclared")) {
    indicators.set(indicator, { target, weight })
  }
  const change = (name: string, changed: Partial<CurrentIndicator>): void => {
    const known = indicators.get(name)
    if (known !== undefined) indicators.set(name, { ...known, ...changed })
  }
  for (const { indicator, target, weight } of factsOf(state, "IndicatorAdjusted")) change(indicator, { target, weight })
  for (const { actual, indicator } of factsOf(state, "ActualValueRecorded")) change(indicator, { actual })
  for (const { indicator, score } of factsOf(state, "IndicatorScored")) change(indicator, { score })
  return indicators
}

/** Whether something that stands names the indicator beside its declaration. */
export const isInUse = (state: ProjectState, indicator: string): boolean =>
  state.facts.some(
    ({ fact }) => fact.type !== "IndicatorDeclared" && "indicator" in fact.data && fact.data.indicator === indicator
  )
