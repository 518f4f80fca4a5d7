/** 表样: how the tables are drawn, with what differs between provinces as options. */
import type { DraftCell, DraftRow, Origin } from "../Draft.ts"
import type { Sheet, SheetKind, SheetRow } from "../Statement.ts"

export interface NumberStyle {
  /** What stands where there is nothing. */
  readonly nothing: string
  readonly thousands: boolean
}

export interface Grid {
  readonly width: number
  readonly header: ReadonlyArray<DraftRow>
  readonly body: ReadonlyArray<DraftRow>
}

/** Hundredths as text: 123456 is 1,234.56. */
export const decimalText = (hundredths: number, thousands: boolean): string => {
  const sign = hundredths < 0 ? "-" : ""
  const digits = String(Math.abs(hundredths)).padStart(3, "0")
  const whole = digits.slice(0, -2)
  const grouped = thousands ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") : whole
  return `${sign}${grouped}.${digits.slice(-2)}`
}

const numberText = (value: number | null, style: NumberStyle): string =>
  value === null ? style.nothing : decimalText(value, style.thousands)

export const cell = (text: string, columnSpan = 1, rowSpan = 1): DraftCell => ({
  text,
  ...(columnSpan === 1 ? {} : { columnSpan }),
  ...(rowSpan === 1 ? {} : { rowSpan })
})

const valueCell = (text: string, origin: Origin, columnSpan = 1): DraftCell => ({
  text,
  ...(columnSpan === 1 ? {} : { columnSpan }),
  origin
})

/** A row of cells laid out from left to right; spans leave `undefined` behind them. */
export const rowOf = (cells: ReadonlyArray<DraftCell>): DraftRow =>
  cells.flatMap((one) => [one, ...Array.from({ length: (one.columnSpan ?? 1) - 1 }, () => undefined)])

// --- headings ---------------------------------------------------------------------------------------------------------

export interface Heading {
  readonly label: string
  /** Column of the sheet, in a heading without others below it. */
  readonly column?: string
  readonly below?: ReadonlyArray<Heading>
}

const depthOf = ({ below }: Heading): number => (below ? 1 + Math.max(...below.map(depthOf)) : 1)
const widthOf = ({ below }: Heading): number => (below ? below.map(widthOf).reduce((one, other) => one + other) : 1)
const leavesOf = (headings: ReadonlyArray<Heading>): ReadonlyArray<Heading> =>
  headings.flatMap((heading) => (heading.below ? leavesOf(heading.below) : [heading]))

/** Heading rows with merged cells, as tall as the deepest heading or as `least`. */
export const headingRows = (headings: ReadonlyArray<Heading>, least = 1): ReadonlyArray<DraftRow> => {
  const depth = Math.max(least, ...headings.map(depthOf))
  const rows: Array<Array<DraftCell | undefined>> = Array.from({ length: depth }, () => [])
  const place = (heading: Heading, level: number): void => {
    const width = widthOf(heading)
    const height = heading.below ? 1 : depth - level
    for (let row = level; row < level + height; row += 1)
      for (let column = 0; column < width; column += 1)
        rows[row]?.push(row === level && column === 0 ? cell(heading.label, width, height) : undefined)
    for (const below of heading.below ?? []) place(below, level + 1)
  }
  for (const heading of headings) place(heading, 0)
  return rows
}

// --- tables by functional code ----------------------------------------------------------------------------------------

export interface CodeGridStyle {
  /** One column of codes; 类/款/项 each in a column; the form's three columns with the code merged over them. */
  readonly codes: "one" | "split" | "merged"
  readonly codeLabel: string
  readonly nameLabel: string
  /** The heading over code and name; none where they stand alone. */
  readonly itemLabel: string | undefined
  readonly numbered: boolean
  readonly totalAt: "top" | "bottom"
  /** 款 and 项 with blanks before them. */
  readonly indented: boolean
  readonly numbers: NumberStyle
}

const codeHeadings = (style: CodeGridStyle): ReadonlyArray<Heading> => {
  const name: Heading = { label: style.nameLabel }
  if (style.codes === "one") {
    const code: Heading = { label: style.codeLabel }
    return style.itemLabel === undefined ? [code, name] : [{ label: style.itemLabel, below: [code, name] }]
  }
  const three: Heading = { label: style.codeLabel, below: ["类", "款", "项"].map((label) => ({ label })) }
  return style.itemLabel === undefined ? [three, name] : [{ label: style.itemLabel, below: [three, name] }]
}

const codeCells = (row: SheetRow, style: CodeGridStyle): ReadonlyArray<DraftCell> => {
  const code = row.code ?? ""
  const indent = style.indented && code.length > 3 ? " ".repeat(code.length - 3) : ""
  const name = cell(`${indent}${row.label}`)
  if (style.codes === "one") return [cell(code), name]
  if (style.codes === "merged") return [cell(code, 3), name]
  return [cell(code.slice(0, 3)), cell(code.slice(3, 5)), cell(code.slice(5, 7)), name]
}

export const codeGrid = (sheet: Sheet, headings: ReadonlyArray<Heading>, style: CodeGridStyle): Grid => {
  const leaves = leavesOf(headings)
  const codeWidth = style.codes === "one" ? 2 : 4
  const header = [...headingRows([...codeHeadings(style), ...headings])]
  if (style.numbered)
    header.push(rowOf([cell("栏次", codeWidth), ...leaves.map((_, index) => cell(String(index + 1)))]))
  const values = (row: SheetRow) =>
    leaves.map(({ column = "" }) =>
      valueCell(numberText(row.cells[sheet.columns.indexOf(column)] ?? null, style.numbers), {
        sheet: sheet.kind,
        row: row.key,
        column
      })
    )
  const [total, ...rest] = sheet.rows
  const totalRow = total === undefined ? [] : [rowOf([cell("合计", codeWidth), ...values(total)])]
  const others = rest.map((row) => rowOf([...codeCells(row, style), ...values(row)]))
  const body = style.totalAt === "top" ? [...totalRow, ...others] : [...others, ...totalRow]
  return { width: codeWidth + leaves.length, header, body }
}

// --- tables with two sides --------------------------------------------------------------------------------------------

/** One line of a side: what it is called and which row of the sheet it prints; without a key an empty line. */
export interface SideLine {
  readonly label: string
  readonly key?: string
  readonly line?: number
}

export interface TwoSides {
  readonly left: ReadonlyArray<SideLine>
  readonly right: ReadonlyArray<SideLine>
  readonly leftColumns: ReadonlyArray<Heading>
  readonly rightColumns: ReadonlyArray<Heading>
  readonly itemLabel: string
  /** 行次 and 栏次 are printed. */
  readonly numbered: boolean
  readonly numbers: NumberStyle
  readonly sides: readonly [string, string]
}

export const twoSidedGrid = (sheet: Sheet, form: TwoSides): Grid => {
  const { numbered, numbers } = form
  const item: ReadonlyArray<Heading> = [
    { label: form.itemLabel },
    ...(numbered ? [{ label: "行次" } satisfies Heading] : [])
  ]
  const header = [
    ...headingRows([
      { label: form.sides[0], below: [...item, ...form.leftColumns] },
      { label: form.sides[1], below: [...item, ...form.rightColumns] }
    ])
  ]
  const [leftLeaves, rightLeaves] = [leavesOf(form.leftColumns), leavesOf(form.rightColumns)]
  if (numbered) {
    const label = [cell("栏次"), cell("")]
    const numbersOf = (leaves: ReadonlyArray<Heading>, from: number) =>
      leaves.map((_, index) => cell(String(from + index)))
    header.push(
      rowOf([...label, ...numbersOf(leftLeaves, 1), ...label, ...numbersOf(rightLeaves, 1 + leftLeaves.length)])
    )
  }
  const side = (line: SideLine | undefined, leaves: ReadonlyArray<Heading>): ReadonlyArray<DraftCell> => {
    const row = sheet.rows.find(({ key }) => key === line?.key)
    const values = leaves.map(({ column = "" }) =>
      row === undefined
        ? cell("")
        : valueCell(numberText(row.cells[sheet.columns.indexOf(column)] ?? null, numbers), {
            sheet: sheet.kind,
            row: row.key,
            column
          })
    )
    const number = numbered ? [cell(line?.line === undefined ? "" : String(line.line))] : []
    return [cell(line?.label ?? ""), ...number, ...values]
  }
  const height = Math.max(form.left.length, form.right.length)
  const body = Array.from({ length: height }, (_, index) =>
    rowOf([...side(form.left[index], leftLeaves), ...side(form.right[index], rightLeaves)])
  )
  return { width: header[0]?.length ?? 0, header, body }
}

// --- 基本支出明细 -----------------------------------------------------------------------------------------------------

export interface BasicGridStyle {
  /** How many blocks of (code, name, amount) stand beside each other: the first is 人员经费. One is a plain list. */
  readonly blocks: number
  readonly labels: readonly [string, string, string]
  readonly numbers: NumberStyle
  /** Only the items that have money. */
  readonly onlyUsed: boolean
  /** Classes that the form has. */
  readonly classes: ReadonlyArray<string>
}

const isPersonnelCode = (code: string) => code.startsWith("301") || code.startsWith("303")

export const basicGrid = (sheet: Sheet, style: BasicGridStyle): Grid => {
  const shown = sheet.rows.filter(
    ({ code, cells }) =>
      code !== undefined && style.classes.includes(code.slice(0, 3)) && (!style.onlyUsed || cells[0] !== null)
  )
  const amount = (row: SheetRow, columnSpan = 1) =>
    valueCell(
      numberText(row.cells[0] ?? null, style.numbers),
      { sheet: sheet.kind, row: row.key, column: "amount" },
      columnSpan
    )
  const three = (row: SheetRow | undefined) =>
    row === undefined ? [cell(""), cell(""), cell("")] : [cell(row.code ?? ""), cell(row.label), amount(row)]
  const ofKey = (key: string) => sheet.rows.find((row) => row.key === key) as SheetRow
  const personnel = shown.filter(({ code = "" }) => isPersonnelCode(code))
  const running = shown.filter(({ code = "" }) => !isPersonnelCode(code))
  const labels = style.labels.map((label) => cell(label))
  if (style.blocks === 1) {
    const total = (label: string, key: string) => rowOf([cell(label, 2), amount(ofKey(key))])
    return {
      width: 3,
      header: [rowOf(labels)],
      body: [
        ...personnel.map((row) => rowOf(three(row))),
        total("人员经费合计", "personnel"),
        ...running.map((row) => rowOf(three(row))),
        total("公用经费合计", "running")
      ]
    }
  }
  const others = style.blocks - 1
  const height = Math.max(personnel.length, Math.ceil(running.length / others))
  const rows = Array.from({ length: height }, (_, index) =>
    rowOf([
      ...three(personnel[index]),
      ...Array.from({ length: others }, (_, block) => three(running[block * height + index])).flat()
    ])
  )
  const last = rowOf([
    cell("人员经费合计", 2),
    amount(ofKey("personnel")),
    cell("公用经费合计", others * 3 - 1),
    amount(ofKey("running"))
  ])
  return {
    width: style.blocks * 3,
    header: [
      rowOf([cell("人员经费", 3), cell("公用经费", others * 3)]),
      rowOf(Array.from({ length: style.blocks }, () => labels).flat())
    ],
    body: [...rows, last]
  }
}

// --- 三公 -------------------------------------------------------------------------------------------------------------

/** All values of the one row of a sheet, under headings. */
export const horizontalGrid = (
  sheet: Sheet,
  headings: ReadonlyArray<Heading>,
  numbers: NumberStyle,
  numbered: boolean
): Grid => {
  const leaves = leavesOf(headings)
  const header = [...headingRows(headings)]
  if (numbered) header.push(rowOf(leaves.map((_, index) => cell(String(index + 1)))))
  const row = sheet.rows[0] as SheetRow
  const body = [
    rowOf(
      leaves.map(({ column = "" }) =>
        valueCell(numberText(row.cells[sheet.columns.indexOf(column)] ?? null, numbers), {
          sheet: sheet.kind,
          row: row.key,
          column
        })
      )
    )
  ]
  return { width: leaves.length, header, body }
}

/** One line for every item, the columns beside it: 三公 as rows, statistics. */
export interface ListedLine {
  readonly label: string
  readonly line?: string
  readonly row?: string
  readonly columns: ReadonlyArray<string | undefined>
  /** What stands in the columns where no sheet says it. */
  readonly texts?: ReadonlyArray<string>
  /** Counts are printed whole. */
  readonly isCount?: boolean
}

export const listGrid = (
  sheets: ReadonlyArray<Sheet>,
  header: ReadonlyArray<DraftRow>,
  lines: ReadonlyArray<ListedLine & { readonly sheet?: SheetKind }>,
  style: { readonly numbers: NumberStyle; readonly lineNumbers: boolean }
): Grid => {
  const body = lines.map((line) => {
    const sheet = sheets.find(({ kind }) => kind === line.sheet)
    const row = sheet?.rows.find(({ key }) => key === line.row)
    const values = line.columns.map((column, index) => {
      if (sheet === undefined || row === undefined || column === undefined) return cell(line.texts?.[index] ?? "")
      const value = row.cells[sheet.columns.indexOf(column)] ?? null
      const text = line.isCount && value !== null ? String(Math.round(value / 100)) : numberText(value, style.numbers)
      return valueCell(text, { sheet: sheet.kind, row: row.key, column })
    })
    return rowOf([cell(line.label), ...(style.lineNumbers ? [cell(line.line ?? "")] : []), ...values])
  })
  return { width: body[0]?.length ?? 0, header, body }
}
