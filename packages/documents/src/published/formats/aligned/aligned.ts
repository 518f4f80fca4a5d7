/**
 * 对齐: rows of pieces as cells of columns, for tables that draw no lines. The body founds the columns; the head says how
 * many there are. What cannot be set into a column for sure is said: a figure in a wrong column would be a false one.
 */
import { type Column, columnOf, learn, placed, type Placing, type Setting } from "./columns.ts"
import { standsUnder } from "./heads.ts"
import { headLengthOf, isNumber, isNumbering, type Piece, type PieceRow } from "./pieces.ts"

export interface AlignedCell<A extends Piece> {
  readonly piece: A
  readonly text: string
  readonly row: number
  readonly column: number
  readonly columnSpan: number
}

export interface Alignment<A extends Piece> {
  readonly columns: number
  readonly cells: ReadonlyArray<AlignedCell<A>>
  /** Whether figures, or only headings, may stand in another column as well. */
  readonly doubt: "body" | "head" | undefined
}

const mostColumns = 100
/** What stands so far from every column of its row founds a column of its own. */
const far = 5
const leastMargin = 2

interface Line {
  readonly index: number
  readonly setting: Setting
  placing: Placing | undefined
}

const middleOf = ({ marks }: Column): number => {
  const [first] = marks
  return first === undefined ? 0 : (first.left + first.right) / 2
}

const isOver = (column: Column, piece: Piece): boolean =>
  column.marks.some((mark) => mark.left < piece.right && piece.left < mark.right)

/** A piece of a row that stands in no column yet founds one between those beside it. */
const founded = (columns: Array<Column>, setting: Setting): boolean => {
  if (columns.length >= mostColumns) return false
  const placing = placed(columns, setting)
  const at = setting.pieces.findIndex((piece, index) =>
    placing === undefined ? !columns.some((column) => isOver(column, piece)) : (placing.costs[index] ?? 0) >= far
  )
  const piece = setting.pieces[at]
  if (piece === undefined) return false
  const middle = (piece.left + piece.right) / 2
  const before = columns.findIndex((column) => middleOf(column) > middle)
  columns.splice(before < 0 ? columns.length : before, 0, columnOf(piece, setting))
  return true
}

const learnt = (columns: ReadonlyArray<Column>, line: Line, placing = placed(columns, line.setting)): void => {
  line.placing = placing
  for (const [index, piece] of line.setting.pieces.entries()) {
    const column = columns[line.placing?.columns[index] ?? -1]
    if (column !== undefined && (line.placing?.margins[index] ?? 0) >= leastMargin) learn(column, piece, line.setting)
  }
}

/** The columns in which lines stand, those with the most pieces first. */
const columnsIn = (lines: ReadonlyArray<Line>): Array<Column> => {
  const columns: Array<Column> = []
  for (const line of [...lines].sort(
    (a, b) => b.setting.pieces.length - a.setting.pieces.length || a.index - b.index
  )) {
    for (let tries = line.setting.pieces.length; tries > 0 && founded(columns, line.setting); tries -= 1);
    learnt(columns, line)
  }
  return columns
}

const kindsOf = ({ kinds }: Column): string => [...kinds.keys()].join()

/** What the lines have in two neighbouring columns, from top to bottom; `undefined` where a line has a piece in both. */
const eitherOf = (lines: ReadonlyArray<Line>, column: number): ReadonlyArray<string> | undefined => {
  const texts: Array<string> = []
  for (const { placing, setting } of lines) {
    const own = setting.pieces.filter((_, index) => {
      const at = placing?.columns[index]
      return at === column || at === column + 1
    })
    if (own.length > 1) return undefined
    texts.push(...own.map(({ text }) => text))
  }
  return texts
}

/** Line numbers that a long name on their left moved aside stand in one column, though not under each other. */
const withWholeCounts = (columns: Array<Column>, lines: ReadonlyArray<Line>): void => {
  for (let index = columns.length - 2; index >= 0; index -= 1) {
    const [left, right] = [columns[index], columns[index + 1]]
    if (left === undefined || right === undefined || kindsOf(left) !== "count" || kindsOf(right) !== "count") continue
    for (const line of lines) line.placing = placed(columns, line.setting)
    const numbers = eitherOf(lines, index)?.map(Number) ?? []
    if (!numbers.every((value, at) => at === 0 || value === (numbers[at - 1] ?? 0) + 1) || numbers.length < 3) continue
    left.marks.push(...right.marks)
    columns.splice(index + 1, 1)
  }
}

const headColumn = (piece: Piece, page: number | undefined): Column =>
  columnOf(piece, { pieces: [], page, isHead: true })

/** Columns of figures; a column of line numbers counts, and has no amounts. */
const holdsFigures = ({ kinds }: Column): boolean => kinds.has("amount") || (kinds.size === 1 && kinds.has("dash"))

/** What stands over names, codes and line numbers, or is the end of it. */
const stub = /^(?:项目|科目|行次?|次|栏次|类|款|项|.*(?:编码|代码|科目|名称|编号))$/u

interface Above {
  /** The numbers of the columns, or the headings where there are none. */
  readonly marks: ReadonlyArray<Piece>
  readonly readings: ReadonlyArray<ReadonlyArray<Piece>>
  readonly page: number | undefined
  readonly isNumbered: boolean
}

/** Numbers of columns, each with the heading of its order, where a line has as many headings as there are numbers. */
const aboveOf = (head: ReadonlyArray<Line>): Above | undefined => {
  const numbering = head.find(({ setting }) => isNumbering(setting.pieces))
  if (numbering === undefined) {
    const most = Math.max(0, ...head.map(({ setting }) => setting.pieces.length))
    const leaf = head.findLast(({ setting }) => setting.pieces.length === most)
    return (
      leaf && {
        marks: leaf.setting.pieces,
        readings: [leaf.setting.pieces],
        page: leaf.setting.page,
        isNumbered: false
      }
    )
  }
  const marks = numbering.setting.pieces.filter(isNumber)
  const whole = head
    .filter((line) => line !== numbering)
    .map(({ setting }) => setting.pieces.slice(-marks.length))
    .filter((over) => over.length === marks.length && !over.some(({ text }) => stub.test(text)))
  return { marks, readings: [marks, ...whole], page: numbering.setting.page, isNumbered: true }
}

interface Whole {
  readonly columns: Array<Column>
  /** Those that have a number. */
  readonly numbered: ReadonlyArray<Column>
}

/** The columns of the body with those of the head that print nothing; `undefined` where it is not sure which those are. */
const withBlankColumns = (body: ReadonlyArray<Column>, above: Above): Whole | undefined => {
  const counted = above.isNumbered ? body.filter(holdsFigures) : body
  const under = standsUnder(counted, above.readings, above.page)
  if (under === undefined) return undefined
  const columns = [...body]
  const numbered: Array<Column> = []
  for (const [index, mark] of above.marks.entries()) {
    const own = counted[under.indexOf(index)]
    const column = own ?? headColumn(mark, above.page)
    const last = numbered.at(-1)
    const at = last === undefined ? firstAfter(columns, mark, counted) : columns.indexOf(last) + 1
    if (own === undefined) columns.splice(at, 0, column)
    else learn(column, mark, { pieces: [], page: above.page, isHead: true })
    numbered.push(column)
  }
  return { columns, numbered: above.isNumbered ? numbered : [] }
}

/** Where a number that stands before all columns of figures puts its column: behind the names on its left. */
const firstAfter = (columns: ReadonlyArray<Column>, mark: Piece, counted: ReadonlyArray<Column>): number => {
  const at = columns.findIndex((column) => counted.includes(column) || middleOf(column) > mark.left)
  return at < 0 ? columns.length : at
}

/** Columns of names that only the head has: 科目名称 of a table without lines. */
const withHeadStubs = (columns: Array<Column>, head: ReadonlyArray<Line>, above: Above): void => {
  const [first] = above.marks
  for (const { setting } of above.isNumbered && first !== undefined ? head : [])
    for (const piece of setting.pieces) {
      if (
        first === undefined ||
        !stub.test(piece.text) ||
        piece.right >= first.left ||
        columns.some((column) => isOver(column, piece))
      )
        continue
      const at = columns.findIndex((column) => middleOf(column) > piece.right)
      columns.splice(at < 0 ? columns.length : at, 0, headColumn(piece, setting.page))
    }
}

/** A line of the head with as many headings as there are numbers below: each stands over the number of its order. */
const inOrder = (
  columns: ReadonlyArray<Column>,
  { setting }: Line,
  numbered: ReadonlyArray<number>
): Placing | undefined => {
  const { pieces } = setting
  const over = pieces.slice(-numbered.length)
  const [first = 0] = numbered
  if (numbered.length < 2 || over.length < numbered.length || over.some(({ text }) => stub.test(text))) return undefined
  const rest = pieces.slice(0, -numbered.length)
  const before = placed(columns.slice(0, first), { ...setting, pieces: rest })
  if (before === undefined) return undefined
  const sure = numbered.map(() => Number.POSITIVE_INFINITY)
  return {
    columns: [...before.columns, ...numbered],
    margins: [...before.margins, ...sure],
    costs: [...before.costs, ...numbered.map(() => 0)]
  }
}

/** Columns that a piece of the head reaches over and no other piece of its row stands in. */
const spanOf = (
  columns: ReadonlyArray<Column>,
  { placing, setting }: Line,
  index: number
): readonly [number, number] => {
  const own = placing?.columns[index] ?? 0
  const piece = setting.pieces[index]
  if (!setting.isHead || piece === undefined) return [own, 1]
  const isUnder = (column: number): boolean => {
    const marks = (columns[column]?.marks ?? []).filter((mark) => mark.page === setting.page)
    return marks.length > 0 && marks.every((mark) => mark.left < piece.right && piece.left < mark.right)
  }
  const before = placing?.columns[index - 1] ?? -1
  const after = placing?.columns[index + 1] ?? columns.length
  let first = own
  let last = own
  while (first - 1 > before && isUnder(first - 1)) first -= 1
  while (last + 1 < after && isUnder(last + 1)) last += 1
  return [first, last - first + 1]
}

/** Figures and line numbers must stand for sure. */
const isUnsure = ({ placing, setting }: Line): boolean =>
  placing === undefined ||
  setting.pieces.some((piece, index) => isNumber(piece) && (placing.margins[index] ?? 0) < leastMargin)

/** Rows of pieces as cells of columns. */
export const aligned = <A extends Piece>(rows: ReadonlyArray<PieceRow<A>>): Alignment<A> => {
  const length = headLengthOf(rows)
  const lines = rows.map(
    ({ page, pieces }, index): Line => ({
      index,
      setting: { pieces, page, isHead: index < length },
      placing: undefined
    })
  )
  const head = lines.slice(0, length)
  const body = lines.slice(length)
  const found = columnsIn(body.length > 0 ? body : head)
  withWholeCounts(found, body)
  const above = body.length > 0 ? aboveOf(head) : undefined
  const whole = above === undefined ? { columns: found, numbered: [] } : withBlankColumns(found, above)
  const columns = whole?.columns ?? found
  if (above !== undefined && whole !== undefined) withHeadStubs(columns, head, above)
  for (const line of body) line.placing = placed(columns, line.setting)
  const numbered = (whole?.numbered ?? []).map((column) => columns.indexOf(column))
  for (const line of [...head].reverse()) learnt(columns, line, inOrder(columns, line, numbered))
  const cells = lines.flatMap((line) =>
    line.setting.pieces.map((piece, index): AlignedCell<A> => {
      const [column, columnSpan] = spanOf(columns, line, index)
      return { piece: piece as A, text: piece.text, row: line.index, column, columnSpan }
    })
  )
  const isHeadUnsure = head.some(
    ({ placing }) => placing === undefined || placing.margins.some((margin) => margin < leastMargin)
  )
  const doubt = whole === undefined || body.some(isUnsure) ? "body" : isHeadUnsure ? "head" : undefined
  return { columns: columns.length, cells, doubt }
}
