/**
 * 等式: what a rule says about the cells of one document, written out: `Σ coefficient × cell (comparison) 0`. Rules judge it
 * one by one; all of them together are what the joint check judges.
 */
import type { Printed, PublishedDisclosure } from "@juesuan/domain"
import type { Comparison } from "../formula/Formula.ts"
import type { CheckRule, FigureOfLastYear } from "./CheckRule.ts"
import type { Where } from "./Finding.ts"
import type { Interval } from "./Interval.ts"

/** One cell of an equation; every address stands once. */
export interface EquationTerm {
  readonly address: string
  /** A whole number, nearly always 1 or -1. */
  readonly coefficient: number
}

export interface LinearEquation {
  readonly rule: string
  /** 名称 of the rule, for sentences. */
  readonly label?: string
  /** 左边 first (positive), then 右边 (negative). A blank cell stands here too: it is exactly zero. */
  readonly terms: ReadonlyArray<EquationTerm>
  /** How the sum of the terms compares with zero. */
  readonly comparison: Comparison
  /** Two printed copies of one figure: the source is one number, rounded once or twice. */
  readonly copies: boolean
  readonly strength: CheckRule["strength"]
}

/** A cell as equations know it. */
export interface EquationCell {
  readonly address: string
  readonly printed: Printed
  /** In 元 or in a unit of its own; `undefined` where the cell cannot be read. A blank is exactly zero. */
  readonly interval: Interval | undefined
  readonly where: Where
}

/** 上年数 of the cells of a document, by address. */
export type LastYear = ReadonlyMap<string, ReadonlyArray<FigureOfLastYear>>

/** Everything that the identities of a document say, in the order of the rules. */
export interface EquationSystem {
  readonly document: PublishedDisclosure
  readonly equations: ReadonlyArray<LinearEquation>
  /** Every cell that an equation names, by its address. */
  readonly cells: ReadonlyMap<string, EquationCell>
  /** Whether single cells were adjusted by the last digit so that sums close: then every cell is wider by that digit. */
  readonly adjusted: boolean
  /** What the cells held last year, where it is asked for and known. */
  readonly lastYear?: LastYear
}
