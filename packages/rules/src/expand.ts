/**
 * 展开表样: from a template and the books to the rows of a table, each with the definition of every cell. A form prints its
 * rows whatever the books hold; a table by functional code has a row for every code with an amount, and for the 款 and 类
 * above it.
 */
import { Quantities, type Selection, type Unit } from "@juesuan/domain"
import { type DefinedRow, addressOf } from "./FigureSpace.ts"
import type { FigureSource } from "./formula/evaluate.ts"
import { type Reference, reference, sumOver } from "./formula/Formula.ts"
import { selectionsOf } from "./formula/inputs.ts"
import type { Definition } from "./Rule.ts"
import type { FormContext, HierarchyRows, RowTemplate, TableTemplate } from "./TableTemplate.ts"

/** A row of a table with its definitions, and how it prints. */
export interface ExpandedRow extends DefinedRow {
  readonly meaning: string
  /** As printed, with numbering. */
  readonly printedLabel: string
  readonly level: number
  readonly section?: string
  readonly lines: Readonly<Record<string, number>>
  /** Unit of the printed text. */
  readonly unit: Unit
  /** Whether the form prints the row: a code whose entries cancel out has figures to ask for, but no row. */
  readonly isPrinted: boolean
}

/** What expanding needs of the books. */
export interface ExpansionContext {
  readonly form: FormContext
  readonly nameOf: (code: string) => string
  /** The functional codes under which there are entries of a selection. */
  readonly codesIn: (selection: Selection) => ReadonlyArray<string>
  readonly source: FigureSource
}

const total = "合计"
const levelNames = new Map([
  [3, "各类"],
  [5, "各款"],
  [7, "各项"]
])
const levelOf = (code: string): number => (code.length - 1) / 2

/** The codes of a table as a tree: which have entries of their own, which stand below which, and which have an amount. */
interface CodeTree {
  readonly own: ReadonlySet<string>
  readonly withAmount: ReadonlySet<string>
  /** Codes below a code, or the classes for `""`. */
  readonly below: (code: string) => ReadonlyArray<string>
  readonly all: ReadonlyArray<string>
}

const parentOf = (code: string): string => (code.length > 3 ? code.slice(0, -2) : "")

const withAncestors = (code: string): ReadonlyArray<string> =>
  code === "" ? [] : [...withAncestors(parentOf(code)), code]

const codeTree = ({ columns }: HierarchyRows, { codesIn, source }: ExpansionContext): CodeTree => {
  const selected = Object.values(columns).filter((column) => column._tag === "Selected")
  const hasAmount = (code: string): boolean =>
    selected.some(({ of }) => selectionsOf(of(code)).some((selection) => source.sumOf(selection).total !== 0))
  const own = new Set(selected.flatMap(({ of }) => selectionsOf(of("")).flatMap(codesIn)))
  const all = [...new Set([...own].flatMap(withAncestors))].toSorted()
  const children = new Map<string, Array<string>>()
  for (const code of all) children.set(parentOf(code), [...(children.get(parentOf(code)) ?? []), code])
  const withAmount = new Set([...own].filter(hasAmount).flatMap(withAncestors))
  return { own, withAmount, all, below: (code) => children.get(code) ?? [] }
}

/** What is not asked for is not defined: a table of thousands of cells has as many formulas only when all are read. */
const definitionOf = (
  { id, rows: { columns, rules } }: { readonly id: string; readonly rows: HierarchyRows },
  tree: CodeTree,
  code: string
): ((column: string) => Definition | undefined) => {
  const below = tree.below(code)
  const isLeaf = tree.own.has(code)
  const key = code === "" ? total : code
  const cell = (row: string, column: string, label: string): Reference =>
    reference(addressOf(id, row, column), label, Quantities.yuan)
  return (label) => {
    const column = columns[label]
    if (column === undefined) return undefined
    if (column._tag === "Across") {
      return { rule: rules.across, formula: column.of((other) => cell(key, other, other)) }
    }
    if (isLeaf) return { rule: rules.selected, formula: column.of(code) }
    const series = levelNames.get(below[0]?.length ?? 3) ?? ""
    const terms = below.map((child) => cell(child, label, child))
    return { rule: rules.addedUp, formula: sumOver(series, terms, Quantities.yuan) }
  }
}

const hierarchyRows = (
  { columns, id }: TableTemplate,
  rows: HierarchyRows,
  context: ExpansionContext
): ReadonlyArray<ExpandedRow> => {
  const tree = codeTree(rows, context)
  return ["", ...tree.all].map((code) => {
    const name = code === "" ? total : context.nameOf(code)
    return {
      key: code === "" ? total : code,
      label: name,
      printedLabel: name,
      meaning: code === "" ? "total" : code,
      level: code === "" ? 0 : levelOf(code),
      lines: {},
      unit: Quantities.tenThousandYuan,
      isPrinted: code === "" || tree.withAmount.has(code),
      columns,
      define: definitionOf({ id, rows }, tree, code),
      name: (column) => (code === "" ? `${total}·${column}` : `${code} ${name}·${column}`)
    }
  })
}

const withoutNumbering = (text: string): string => text.replace(/^[一二三四五六七八九十]+、/u, "")

/** What a row is called without its numbering; its key says it where the key is no code. */
const plainLabel = ({ key, label }: RowTemplate): string => (/^\d+$/u.test(key) ? withoutNumbering(label) : key)

/** 行次 of a row in each column: that of the side which the column stands on. */
const lineIn = ({ lines = {} }: RowTemplate, { arrangement }: TableTemplate, column: string): number | undefined => {
  if (arrangement._tag === "List") return Object.values(lines)[0]
  const side = arrangement.sides.find(({ columns }) => columns.includes(column))
  return side === undefined ? undefined : lines[side.title]
}

const formRow = (row: RowTemplate, template: TableTemplate): ExpandedRow => {
  const defined = template.columns
    .filter(({ label }) => Object.hasOwn(row.cells, label))
    .map((column) => {
      const line = lineIn(row, template, column.label)
      return line === undefined ? column : { ...column, line }
    })
  const plain = plainLabel(row)
  const name = row.section === undefined ? plain : `${withoutNumbering(row.section)}·${plain}`
  return {
    key: row.key,
    label: plain,
    names: [row.label],
    printedLabel: row.label,
    meaning: row.meaning,
    level: row.level,
    ...(row.section === undefined ? {} : { section: row.section }),
    lines: row.lines ?? {},
    unit: row.unit ?? Quantities.tenThousandYuan,
    isPrinted: true,
    columns: defined,
    define: (column) => row.cells[column],
    name: (column) => (defined.length === 1 ? name : `${name}·${column}`)
  }
}

/** The rows of a table. */
export const expandRows = (template: TableTemplate, context: ExpansionContext): ReadonlyArray<ExpandedRow> => {
  const { rows } = template
  return rows._tag === "Hierarchy"
    ? hierarchyRows(template, rows, context)
    : rows.rows(context.form).map((row) => formRow(row, template))
}
