/**
 * 跨年勾稽: a figure of this year's disclosure that must be a figure of last year's. Without the disclosure of the year before
 * nothing is judged, and the receipt says so.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { Condition, Formula } from "../formula/Formula.ts"
import type { RuleHeader } from "../Rule.ts"
import { Binder } from "../statement/bind.ts"
import { comparing, estimateDifference } from "../statement/estimate.ts"
import { notApplicable, undecided, type Unjudged } from "../statement/unjudged.ts"
import { adjustedCell, isAdjusted } from "./adjusted.ts"
import type { CheckRule, JudgingContext } from "./CheckRule.ts"
import { cellsOf } from "./DocumentCells.ts"
import type { EquationCell } from "./Equation.ts"
import type { Judgement, Where, Wording } from "./Finding.ts"
import { unequalFinding } from "./wording.ts"

/** A figure of this year, and the figure of last year that it repeats; each may have a condition in its own document. */
export interface YearPair {
  readonly now: Formula
  readonly nowWhen?: Condition
  readonly before: Formula
  readonly beforeWhen?: Condition
  /** Of a table or columns that not every form has: without them the pair does not apply. */
  readonly local?: true
}

export interface AcrossYearsSource extends RuleHeader, Pick<CheckRule, "labelEn"> {
  readonly statement: Wording
  readonly pairs: ReadonlyArray<YearPair>
}

/** The disclosure of the year before, or why there is none to judge by. */
export const previousOf = (
  document: PublishedDisclosure,
  { previous }: JudgingContext = {}
): Result.Result<PublishedDisclosure, Unjudged> => {
  if (previous === undefined)
    return Result.fail(notApplicable("没有给出上一年度的决算公开", "the disclosure of the year before was not given"))
  const isYearBefore = document.year === undefined || previous.year === undefined || previous.year === document.year - 1
  return isYearBefore
    ? Result.succeed(previous)
    : Result.fail(
        undecided(
          `对照的是 ${previous.year} 年度的决算公开，不是 ${document.year} 年度的上一年度`,
          `what was given to compare with is of ${previous.year}, not of the year before ${document.year}`
        )
      )
}

/** What the year before is called in a finding. */
export const yearBefore = (document: PublishedDisclosure, previous: PublishedDisclosure): string => {
  const year = previous.year ?? (document.year === undefined ? undefined : document.year - 1)
  return year === undefined ? "上年度" : `${year}年度`
}

/** A place of the other document: never to be taken for one of this. */
export const placeBefore = (where: Where, document: PublishedDisclosure, previous: PublishedDisclosure): Where => {
  const { address: _address, rectangle: _rectangle, ...rest } = where
  const [first] = previous.files
  return {
    ...rest,
    ...(first === undefined ? {} : { file: where.file ?? first.name }),
    table: `${yearBefore(document, previous)} ${where.table ?? ""}`.trim()
  }
}

/** 年初调整: where the text says that opening balances or last year's figures were adjusted, a difference is to be explained, not wrong. */
const adjusting =
  /(?:年初|上年|以前年度)[^。；]{0,16}(?:结转|结余|决算数?)[^。；]{0,16}(?:调整|更正|追溯)|会计差错更正|收回(?:以前|上)年度?[^。；]{0,6}结转|机构改革[^。；]{0,20}(?:划转|划入|划出|合并)|(?:统计|核算|编报)口径[^。；]{0,8}(?:变化|调整|不同)/u

export const adjustmentIn = ({ narrative }: PublishedDisclosure): Where | undefined => {
  for (const { headings, place, text } of narrative) {
    const [quote] = adjusting.exec(text) ?? []
    if (quote !== undefined) return { ...place, section: headings.join(" / "), quote }
  }
  return undefined
}

/** Both documents, and how their cells are told apart in one formula. */
class Years {
  readonly document: PublishedDisclosure
  readonly previous: PublishedDisclosure
  readonly isAdjusted: boolean

  constructor(document: PublishedDisclosure, previous: PublishedDisclosure) {
    this.document = document
    this.previous = previous
    this.isAdjusted = isAdjusted(cellsOf(document)) || isAdjusted(cellsOf(previous))
  }

  binders(): { readonly now: Binder; readonly before: Binder } {
    const renamed = (cell: EquationCell): EquationCell => ({
      ...cell,
      address: `${yearBefore(this.document, this.previous)}/${cell.address}`,
      where: placeBefore(cell.where, this.document, this.previous)
    })
    return { now: new Binder(cellsOf(this.document)), before: new Binder(cellsOf(this.previous), renamed) }
  }
}

const nowhere = { table: undefined }

/** Whether a form has no place for a cell, neither filled nor blank. */
const isWithout = ({ cells }: Binder, formula: Formula): boolean => {
  if (formula._tag !== "Cell" || formula.column._tag !== "Column") return false
  return (cells.tableNamed(formula.table)?.columnsNamed(formula.column.column) ?? []).length === 0
}

const bound = (
  binder: Binder,
  formula: Formula,
  { local, when }: { readonly when: Condition | undefined; readonly local: boolean }
): Result.Result<Formula, Unjudged> => {
  if (local && isWithout(binder, formula))
    return Result.fail(notApplicable("表样没有此栏", "the form has no such column"))
  const met = when === undefined ? Result.succeed(true) : binder.condition(when, nowhere)
  return Result.flatMap(met, (holds) =>
    holds
      ? binder.formula(formula, nowhere)
      : Result.fail(notApplicable("没有这样的结转和结余", "there is no such carry-over"))
  )
}

const judgePair = (source: AcrossYearsSource, pair: YearPair, years: Years): Judgement => {
  const binders = years.binders()
  const local = pair.local ?? false
  const sides = Result.flatMap(bound(binders.now, pair.now, { when: pair.nowWhen, local }), (left) =>
    Result.map(bound(binders.before, pair.before, { when: pair.beforeWhen, local }), (right) => ({ left, right }))
  )
  if (Result.isFailure(sides)) return sides.failure
  const { left, right } = sides.success
  const met = new Map([...binders.now.met, ...binders.before.met])
  const cells = years.isAdjusted ? new Map([...met].map(([address, cell]) => [address, adjustedCell(cell)])) : met
  const difference = estimateDifference(left, right, cells)
  if (Result.isFailure(difference)) return difference.failure
  const touched = [...binders.now.met.keys()]
  const { exactly, possibly } = comparing(difference.success, "=")
  if (exactly) return { outcome: "pass", touched }
  const adjustment = possibly ? undefined : adjustmentIn(years.document)
  const { id: rule, label } = source
  const unequal = unequalFinding(
    {
      rule,
      label,
      severity: adjustment === undefined ? "error" : "warning",
      left,
      comparison: "=",
      right,
      difference: difference.success,
      cells: met,
      adjusted: years.isAdjusted
    },
    possibly
  )
  const finding = adjustment === undefined ? unequal : { ...unequal, where: [...unequal.where, adjustment] }
  return { outcome: possibly ? "rounding" : "fail", finding, touched }
}

/** The rule that holds two years against each other. */
export const acrossYearsRule = (source: AcrossYearsSource): CheckRule => {
  const { pairs, ...head } = source
  return {
    ...head,
    kind: "identity",
    strength: "hard",
    severity: "error",
    judge: (document, context) => {
      const previous = previousOf(document, context)
      if (Result.isFailure(previous)) return [previous.failure]
      const years = new Years(document, previous.success)
      return pairs.map((pair) => judgePair(source, pair, years))
    }
  }
}
