/** 绩效指标: the rows of a form that state what was aimed at, what was reached, and the points for it. */
import { IndicatorGroup, type Printed, type PublishedIndicator } from "@juesuan/domain"
import { type Building, leaveUnread } from "./Building.ts"
import { columnOfCell, hasNumbers, readColumns, type ReadColumns, widthOf } from "./columns.ts"
import { pointsOf } from "./funds.ts"
import { filled, type GridRow, plain, type RowCell } from "./grid-rows.ts"
import {
  bare,
  gradeNamed,
  type IndicatorColumn,
  indicatorColumn,
  isGarbled,
  isLevelLabel,
  isSectionLabel,
  isTotalLabel,
  isValueHeading
} from "./labels.ts"
import { settled } from "./settled-rows.ts"
import { tidy } from "../tables/Matrix.ts"

const headings = (rows: ReadonlyArray<GridRow>): ReadonlyArray<string> => rows.flatMap(filled).map(({ text }) => text)

const columnsIn = (rows: ReadonlyArray<GridRow>): ReadColumns<IndicatorColumn> => {
  const names = headings(rows)
  const apart = names.some((text) => /性质|符号|方向|类型/u.test(text)) && names.some(isValueHeading)
  return readColumns(rows, {
    columnOf: (text) => (apart && isValueHeading(text) ? "value" : indicatorColumn(text)),
    unitOf: () => undefined,
    isHead: (text) => isSectionLabel(text) || /指标/u.test(text)
  })
}

/** Whether a row heads the indicators: it names the first level, and a further one or the points. */
export const headsIndicators = (row: GridRow): boolean => {
  const columns = new Set(filled(row).flatMap(({ text }) => indicatorColumn(text) ?? []))
  const levels = (["level1", "level2", "name"] as const).filter((level) => columns.has(level))
  return (
    levels.length >= 2 &&
    (columns.has("weight") || columns.has("score") || columns.has("target") || columns.has("actual"))
  )
}

const headsFurther = (row: GridRow): boolean => {
  const cells = filled(row)
  return cells.length > 0 && !hasNumbers(row) && cells.every(({ text }) => indicatorColumn(text) !== undefined)
}

/** 权重, 目标值, 得分 over an empty strip, and the levels in the row below it. */
const headsUpper = (row: GridRow, next: GridRow): boolean => {
  const named = filled(row).filter(({ text }) => !isSectionLabel(text))
  const isUpper = named.length > 0 && headsFurther({ ...row, cells: named })
  return isUpper && headsFurther(next) && headsIndicators({ ...row, cells: [...row.cells, ...next.cells] })
}

/** Whether the head of the indicators begins at a row: all of it, or the upper of two. */
export const beginsIndicators = (rows: ReadonlyArray<GridRow>, index: number): boolean => {
  const [row, next] = [rows[index], rows[index + 1]]
  return row !== undefined && (headsIndicators(row) || (next !== undefined && headsUpper(row, next)))
}

/** Whether headings name nothing but columns that are known where they stand: a page prints its head, or a part of it, again. */
const isWithin = (columns: ReadColumns<IndicatorColumn>, known: Building["indicatorColumns"]): boolean =>
  known !== undefined && [...columns.at].every(([place, column]) => known.at.get(place) === column)

/** Reads the headings at `index`, one row or two, and says how many they are. */
export const openIndicators = (evaluation: Building, rows: ReadonlyArray<GridRow>, index: number): number => {
  const [head, further] = [rows[index], rows[index + 1]]
  if (head === undefined) return 0
  const heads = further !== undefined && headsFurther(further) ? [head, further] : [head]
  const columns = columnsIn(heads)
  if (evaluation.indicators.length > 0 && isWithin(columns, evaluation.indicatorColumns)) return heads.length
  evaluation.indicatorColumns = columns
  evaluation.part = "indicators"
  evaluation.signs.garbled += columns.unknown.length + headings(heads).filter(isGarbled).length
  return heads.length
}

type Cells = ReadonlyMap<IndicatorColumn, ReadonlyArray<RowCell>>

const cellsOf = (columns: ReadColumns<IndicatorColumn>, row: GridRow) => {
  const cells = new Map<IndicatorColumn, Array<RowCell>>()
  const strays: Array<RowCell> = []
  for (const cell of row.cells) {
    const column = columnOfCell(columns, cell)
    if (column !== undefined) cells.set(column, [...(cells.get(column) ?? []), cell])
    else if (!cell.fromAbove && cell.text.trim() !== "" && !isSectionLabel(cell.text)) strays.push(cell)
  }
  return { cells, strays }
}

/** Points stand once, however many rows their cell reaches over. */
const pointsIn = (cells: Cells, column: "weight" | "score"): string =>
  (cells.get(column) ?? [])
    .filter(({ fromAbove }) => !fromAbove)
    .map(({ text }) => text.trim())
    .join("")

const textIn = (cells: Cells, column: IndicatorColumn): string =>
  (cells.get(column) ?? [])
    .map(({ text }) => text.trim())
    .filter((text) => text !== "")
    .join(" ")

/** `≥` and `300` and `人`; words as they are where the nature says that they are words. */
const composed = (nature: string, value: string, measure: string): string => {
  const sign = /^(?:[<>=≤≥＜＞＝]|大于|小于|等于|不低于|不少于|不超过|不高于)/u.test(plain(nature)) ? nature : ""
  if (value === "") return ""
  if (/^(?:无|[-—/]+)$/u.test(plain(measure))) return `${sign}${value}`
  return `${sign}${value}${/[%％]$/u.test(value) && /[%％]/u.test(measure) ? "" : measure}`
}

const targetsOf = (cells: Cells): Pick<PublishedIndicator, "initialTarget" | "target"> => {
  const adjusted = textIn(cells, "adjustedTarget")
  const initial = textIn(cells, "initialTarget")
  const single = textIn(cells, "target")
  const parts = composed(textIn(cells, "nature"), textIn(cells, "value"), textIn(cells, "measure"))
  const target = adjusted || single || parts || initial
  return { target, initialTarget: cells.has("initialTarget") ? initial : undefined }
}

const numbering = /^(?:指标\s*\d+|\d+)\s*[:：.、]\s*/u

const isRestOf = (name: string, end: string): boolean =>
  name.endsWith(end) || (IndicatorGroup.idOf(name) === undefined && IndicatorGroup.idOf(name + end) !== undefined)

/**
 * A level that stands on its first row only counts for those below it; so does the rest of its name behind the end of a
 * page (效益指 / 标).
 */
const levelsOf = (evaluation: Building, cells: Cells): void => {
  const [level1, level2] = [textIn(cells, "level1"), textIn(cells, "level2")]
  const isRest = level1.length <= 2 && IndicatorGroup.idOf(level1) === undefined && isRestOf(evaluation.level1, level1)
  if (level1 !== "" && !isRest && level1 !== evaluation.level1) {
    evaluation.level1 = level1
    evaluation.level2 = ""
  }
  if (level2 !== "") evaluation.level2 = level2
}

const totalRow = (evaluation: Building, row: GridRow): void => {
  const columns = evaluation.indicatorColumns
  const points = filled(row).filter(({ text }) => pointsOf(text)._tag === "Number")
  const at = (column: IndicatorColumn): RowCell | undefined =>
    points.find((cell) => columns !== undefined && columnOfCell(columns, cell) === column)
  const weight = at("weight") ?? (points.length > 1 ? points[0] : undefined)
  const score = at("score") ?? points.find((cell) => cell !== weight)
  evaluation.total = score && pointsOf(score.text)
  evaluation.totalWeight = weight && pointsOf(weight.text)
  if (points.length > 2) evaluation.signs.misfits += 1
  evaluation.grade ??= filled(row)
    .map(({ text }) => gradeNamed(text))
    .find((named) => named !== undefined)
  evaluation.part = "text"
}

/** Whether the row under the indicators states the total. */
export const isTotalRow = (row: GridRow): boolean => {
  const [first, second] = filled(row)
  const label = first !== undefined && isSectionLabel(first.text) && second !== undefined ? second : first
  return [first, label].some((cell) => cell !== undefined && isTotalLabel(cell.text))
}

const indicatorOf = (evaluation: Building, cells: Cells, row: GridRow): PublishedIndicator => ({
  level1: evaluation.level1.replaceAll(/\s/gu, ""),
  level2: evaluation.level2.replaceAll(/\s/gu, ""),
  name: tidy(textIn(cells, "name").replace(numbering, "")),
  ...targetsOf(cells),
  actual: textIn(cells, "actual"),
  weight: pointsOf(pointsIn(cells, "weight")),
  score: pointsOf(pointsIn(cells, "score")),
  explanation: textIn(cells, "explanation"),
  reason: textIn(cells, "reason"),
  place: row.place
})

const notice = (evaluation: Building, indicator: PublishedIndicator, strays: ReadonlyArray<RowCell>): void => {
  const { signs } = evaluation
  // 优 for points is no number, but what some forms ask for.
  const isMisfit = (points: Printed): boolean => points._tag === "Unreadable" && gradeNamed(points.text) === undefined
  // One of the two alone is a row that slipped; a cell over several rows, or a form without points, lacks both.
  const lacks = (indicator.weight._tag === "Blank") !== (indicator.score._tag === "Blank")
  signs.rows += 1
  signs.misfits += [indicator.weight, indicator.score].filter(isMisfit).length + strays.length + (lacks ? 1 : 0)
  if (/^[<>=≤≥]/u.test(plain(indicator.actual))) signs.misfits += 1
  for (const { place, text } of strays)
    leaveUnread(
      evaluation,
      text,
      { zh: "指标一行中没有栏目的内容", en: "in a row of an indicator, under no heading that is understood" },
      place
    )
}

const hasPoints = (cells: Cells): boolean =>
  (["weight", "score"] as const).every((column) => pointsOf(pointsIn(cells, column))._tag === "Number")

/** Whether the row has points and the name of an indicator where the columns have them, and no level anywhere else. */
const isInPlace = (columns: ReadColumns<IndicatorColumn>, row: GridRow): boolean => {
  const { cells } = cellsOf(columns, row)
  const others = [...cells].filter(([column]) => column !== "level1" && column !== "level2").flatMap(([, own]) => own)
  return hasPoints(cells) && /\p{L}/u.test(textIn(cells, "name")) && !others.some(({ text }) => isLevelLabel(text))
}

/** A row in its columns; where blanks alone part the cells, these stand where they were printed. */
const inPlace = ({ loose }: Building, columns: ReadColumns<IndicatorColumn>, row: GridRow): GridRow =>
  loose.length > 0 ? row : settled(row, widthOf(columns), (there) => isInPlace(columns, there))

/** Whether a row is one of indicators under headings that were read before. */
export const isIndicatorRow = (evaluation: Building, row: GridRow): boolean => {
  const columns = evaluation.indicatorColumns
  return columns !== undefined && isInPlace(columns, inPlace(evaluation, columns, row))
}

/** Reads a row under the headings of indicators, or answers that it is none: then the part is over. */
export const readIndicator = (evaluation: Building, printed: GridRow): boolean => {
  const columns = evaluation.indicatorColumns
  if (columns === undefined) return false
  if (isTotalRow(printed)) {
    totalRow(evaluation, printed)
    return true
  }
  const row = inPlace(evaluation, columns, printed)
  const { cells, strays } = cellsOf(columns, row)
  const own = filled(row)
  if (own.length === 0) return true
  const name = textIn(cells, "name").replace(numbering, "")
  const says = (["target", "adjustedTarget", "initialTarget", "value", "actual", "weight", "score"] as const).filter(
    (column) => textIn(cells, column) !== ""
  )
  if (name === "" || /^[.…。]+$/u.test(name) || says.length === 0) return isBlankIndicator(evaluation, cells, own)
  levelsOf(evaluation, cells)
  const indicator = indicatorOf(evaluation, cells, row)
  evaluation.indicators.push(indicator)
  evaluation.signs.garbled += [indicator.level1, indicator.level2].filter((level) => isGarbled(bare(level))).length
  notice(evaluation, indicator, strays)
  return true
}

/** A row of the form that nobody filled in (指标2：, ……) belongs to the part and states nothing. */
const isBlankIndicator = (evaluation: Building, cells: Cells, own: ReadonlyArray<RowCell>): boolean => {
  const levels = (["level1", "level2", "name"] as const).flatMap((level) => cells.get(level) ?? [])
  const isLabel = ({ text }: RowCell): boolean => text.length <= 30 && !/[。；，]/u.test(text)
  if (!own.every((cell) => isLabel(cell) && (levels.includes(cell) || isSectionLabel(cell.text)))) return false
  levelsOf(evaluation, cells)
  return true
}
