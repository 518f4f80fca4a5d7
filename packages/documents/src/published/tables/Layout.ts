/**
 * 版面: how a grid is built: which rows are its head, what every column holds (code, label, 行次, amounts), and which
 * columns stand together. A table that lays rows side by side (收入 left, 支出 right; 公开06 four times) has several blocks.
 */
import { type Matrix, type MatrixRow, ownText, ownTexts, plain, type Slot } from "./Matrix.ts"
import * as words from "./words.ts"

type Role = "code" | "label" | "line" | "amount"

/** Columns that say what a row is, and the amounts to the right of them. */
export interface Block {
  readonly stubs: ReadonlyArray<number>
  readonly amounts: ReadonlyArray<number>
}

export interface Layout {
  /** Rows of headings, the numbering of columns left out. */
  readonly head: ReadonlyArray<MatrixRow>
  /** 栏次. */
  readonly numbers: MatrixRow | undefined
  readonly body: ReadonlyArray<MatrixRow>
  readonly roles: ReadonlyArray<Role>
  readonly blocks: ReadonlyArray<Block>
}

/** No head is longer than this many rows. */
const longestHead = 12

/** How many of the first rows are the head. */
export const headLength = (rows: ReadonlyArray<MatrixRow>): number => {
  let end = 0
  for (const [index, row] of rows.slice(0, longestHead).entries()) {
    if (words.isNumbersRow(row)) return index + 1
    if (words.holdsAmountOrCode(row) || ownTexts(row).some(words.isSmallInteger)) return end
    if (words.isHeadRow(row) || (index === end && words.isRunOfWords(row))) end = index + 1
  }
  return end
}

/** What the body of a column is made of. */
const countsOf = (texts: ReadonlyArray<string>) => {
  const printed = texts.filter((text) => text !== "")
  const share = (is: (text: string) => boolean): number =>
    printed.length === 0 ? 0 : printed.filter(is).length / printed.length
  return {
    printed: printed.length,
    codes: share(words.isCode),
    words: share((text) => words.isWords(text) && /\p{Script=Han}/u.test(text)),
    kinds: new Set(printed).size,
    amounts: share(words.isAmount),
    counting: isCounting(printed)
  }
}

/** 1, 2, 3 …: line numbers, whatever stands above them. */
const isCounting = (texts: ReadonlyArray<string>): boolean => {
  const numbers = texts.filter((text) => words.isSmallInteger(text)).map(Number)
  const steps = numbers.filter((value, index) => index > 0 && value === (numbers[index - 1] ?? 0) + 1).length
  return numbers.length >= 5 && numbers.length === texts.length && steps >= (numbers.length - 1) * 0.8
}

const leafOf = (head: ReadonlyArray<MatrixRow>, column: number): string =>
  head.map((row) => row[column]?.text ?? "").findLast((text) => text !== "") ?? ""

/** All of a heading that is broken over rows of the head: 功能分类科目编 │ 码. */
const wholeOf = (head: ReadonlyArray<MatrixRow>, column: number): string =>
  head.map((row) => ownText(row[column])).join("")

/** A column whose heading names no amount: by its heading, held against what stands in it. */
const stubRole = (leaf: string, body: ReturnType<typeof countsOf>): Role => {
  if (words.isLineHeading(leaf)) return "line"
  if (body.amounts > 0.5) return "amount"
  return body.codes >= 0.6 || (words.isCodeHeading(leaf) && body.words < 0.5) ? "code" : "label"
}

/** 无, 无, 无 under 项目支出 are amounts that are none. */
const isWordForNothing = (leaf: string, { kinds, printed }: ReturnType<typeof countsOf>): boolean =>
  leaf !== "" && kinds === 1 && printed > 1

const roleOf = (leaf: string, whole: string, texts: ReadonlyArray<string>): Role => {
  const body = countsOf(texts)
  if (body.counting) return "line"
  if (words.isStubHeading(leaf)) return stubRole(leaf, body)
  if (words.isCodeHeading(whole) && body.codes >= 0.6) return "code"
  if (body.words >= 0.5 && !isWordForNothing(leaf, body)) return "label"
  if (body.codes >= 0.8 && body.printed > 1 && leaf === "") return "code"
  return "amount"
}

/** 类, 款 and 项 beside the numbers of the columns: the code has these columns, also where it is printed in the first alone. */
const isCodeLevel = (slot: Slot | undefined): boolean => /^[类款项]$/u.test(plain(ownText(slot)))

/** 科目代码 over three columns 类, 款, 项 whose words stand in rows that count as body. */
const rolesOf = (width: number, top: ReadonlyArray<MatrixRow>, body: ReadonlyArray<MatrixRow>): Role[] => {
  const head = top.filter((row) => !words.isNumbersRow(row))
  const numbers = numbersOf(top)
  return Array.from({ length: width }, (_, column) =>
    isCodeLevel(numbers?.[column])
      ? "code"
      : roleOf(
          leafOf(head, column),
          wholeOf(head, column),
          body.map((row) => ownText(row[column])).filter((text) => !words.isHeadingWord(text))
        )
  )
}

/** A column of words to the right of all amounts (备注) is read like an amount: it is a property of the row. */
const withoutTrailingStubs = (roles: ReadonlyArray<Role>): Role[] => {
  const last = roles.lastIndexOf("amount")
  return last < 0 ? [...roles] : roles.map((role, column) => (column > last && role === "label" ? "amount" : role))
}

/** Columns on the right in which nothing stands, such as cells that word processors leave at the end of a row, are in no block. */
const blocksOf = (roles: ReadonlyArray<Role>, rows: ReadonlyArray<MatrixRow>): Block[] => {
  const blocks: { stubs: number[]; amounts: number[] }[] = []
  const end = Math.max(0, ...rows.map((row) => row.findLastIndex(({ text }) => text !== "") + 1))
  roles.slice(0, end).forEach((role, column) => {
    const open = blocks.at(-1)
    if (role === "amount" && open !== undefined) open.amounts.push(column)
    else if (role !== "amount" && open !== undefined && open.amounts.length === 0) open.stubs.push(column)
    else blocks.push(role === "amount" ? { stubs: [], amounts: [column] } : { stubs: [column], amounts: [] })
  })
  return blocks
}

/** 栏次. */
const numbersOf = (top: ReadonlyArray<MatrixRow>): MatrixRow | undefined => top.find((row) => words.isNumbersRow(row))

const textsOf = (row: MatrixRow): string => ownTexts(row).map(plain).join("|")

/** The head, printed again on the next page, or in front of the next section of the table. */
const isHeadAgain = (row: MatrixRow, head: ReadonlyArray<MatrixRow>): boolean =>
  words.isHeadRow(row) || head.some((above) => textsOf(above) === textsOf(row))

/** Rows that say nothing about what a column holds. */
const isEvidence = (row: MatrixRow): boolean => {
  const texts = ownTexts(row)
  return texts.length > 0 && !(texts.length === 1 && (words.isNote(texts[0] ?? "") || words.saysEmpty(texts[0] ?? "")))
}

/** Reads how a grid is built; its rows must be without captions. */
export const layoutOf = ({ rows, width }: Matrix): Layout => {
  const length = headLength(rows)
  const top = rows.slice(0, length)
  const head = top.filter((row) => !words.isNumbersRow(row))
  const body = rows.slice(length).filter((row) => !isHeadAgain(row, top))
  const roles = withoutTrailingStubs(rolesOf(width, top, body.filter(isEvidence)))
  return { head, numbers: numbersOf(top), body, roles, blocks: blocksOf(roles, rows) }
}
