/**
 * 评分办法: what one place in one year says (or leaves open) about scoring a project's self-evaluation, as data. Rules are
 * made from it (`ScoringRuleSet`); a variant of another place is another policy, never another computation.
 */
import type { Citation, Grade, IndicatorGroup, Jurisdiction, QualitativeResult } from "@juesuan/domain"
import type { RuleHeader } from "../../Rule.ts"

/** 全年预算数为零时: the formula divides by zero and has no value, or nothing spent of nothing counts as this rate (`"0"`). */
type ZeroBudget =
  | { readonly _tag: "NoRate" }
  | { readonly _tag: "RateOf"; readonly rate: string; readonly citation: Citation }

/**
 * 反向指标未达标: how a lower-is-better indicator above its target is scored.
 * `inverse-ratio`: weight × target ÷ actual. `linear`: weight × (1 − (actual − target) ÷ target), not below zero.
 */
interface MissedCeiling {
  readonly formula: "inverse-ratio" | "linear"
  readonly citation: Citation
}

/** 定性指标的一档, as shares of the weight (`"0.8"` is 80 %). The lower end belongs to the band. */
interface QualitativeBand {
  readonly from: string
  readonly to: string
  /** Whether the upper end belongs to this band too; it does only where no better band begins there. */
  readonly includesUpperEnd: boolean
}

/** 一级指标分值的一种分配: of 100 points, which groups of indicators together have how many. */
export interface WeightSplit {
  readonly execution: string
  readonly groups: ReadonlyArray<{ readonly of: ReadonlyArray<IndicatorGroup>; readonly points: string }>
  readonly citation: Citation
}

export interface ScoringPolicy {
  /** Stable, e.g. `shanxi-2024`. */
  readonly id: string
  readonly label: string
  readonly jurisdiction: Jurisdiction
  /** `YYYY-MM-DD`. */
  readonly inForceFrom: string
  /** The instrument that holds where nothing more exact is cited. */
  readonly citation: Citation
  /** 分值, in points: of the budget execution, and of all indicators together. */
  readonly weights: { readonly execution: string; readonly indicators: string }
  /** 分值分配, each of which the place knows; it holds in principle only, so another one is worth a look, never an error. */
  readonly splits: ReadonlyArray<WeightSplit>
  /** What the place calls the budget after adjustments, the base of the execution rate: 全年预算数, 调整后预算数. */
  readonly rateBase: string
  readonly zeroBudget: ZeroBudget
  readonly missedCeiling: MissedCeiling
  /** 得分保留的小数位数, half-up: of every computed score, so that it can equal one that was given. */
  readonly scoreDigits: { readonly digits: number; readonly citation: Citation }
  readonly bands: { readonly [Result in QualitativeResult]: QualitativeBand }
  /** 等级, from the highest down: from how many points; what is below them all. */
  readonly grades: {
    readonly from: ReadonlyArray<readonly [string, Grade]>
    readonly below: Grade
    /** What the place calls them. */
    readonly names: { readonly [Id in Grade]: string }
  }
  /**
   * 超额完成较多: from which ratio of actual to target a reason is expected (`"1.2"`), and, where the place says so, from
   * which actual when the target is zero. Never part of a score.
   */
  readonly overFulfilment: { readonly from: string; readonly ofZeroFrom?: string; readonly citation: Citation }
  /** 须说明原因的情形: an indicator scored below its weight; an execution rate below this; any budget changed in mid-year. */
  readonly reasonRequired: {
    readonly belowWeight: Citation
    readonly rateBelow?: { readonly rate: string; readonly citation: Citation }
    readonly budgetChanged?: Citation
  }
  /** 年初未填报成本指标: the most that a cost indicator filed later may score, where the place has such a cap. */
  readonly lateCostCap?: { readonly points: string; readonly citation: Citation }
}

/** The head of a rule of this policy. */
export const headerOf = (
  policy: ScoringPolicy,
  name: string,
  label: string,
  citation: Citation = policy.citation
): RuleHeader => ({
  id: `performance.${policy.id}.${name}`,
  label,
  citation,
  jurisdiction: policy.jurisdiction,
  inForceFrom: policy.inForceFrom
})
