/**
 * 数字空间: the figures that share the head of their address (公开03, 预算, 结转, 自评 …): rows, each with columns, each with
 * a figure. Whatever can be asked for by address is a place in one of these spaces.
 */
import type { Figure } from "@juesuan/domain"
import { type Definition, derived } from "./Rule.ts"
import type { FigureSource } from "./formula/evaluate.ts"

/** A column as an address names it: by label, by 栏次, or by another name it has. */
export interface SpaceColumn {
  readonly label: string
  readonly number?: number | null
  /** 行次 of the row in this column; a row that stands on two sides of a form has two. */
  readonly line?: number
  readonly names?: ReadonlyArray<string>
}

/** A row as an address names it: by key, by label, by 行次, or by another name it has (a project's name). */
export interface SpaceRow {
  readonly key: string
  readonly label: string
  readonly names?: ReadonlyArray<string>
  /** The columns in which the row has a figure. */
  readonly columns: ReadonlyArray<SpaceColumn>
}

export interface FigureSpace {
  readonly head: string
  /** Other names of the head, e.g. the title of a table. */
  readonly names: ReadonlyArray<string>
  readonly rows: ReadonlyArray<SpaceRow>
  /** The figure of a row's key and a column's label, exactly so written; one place, one figure. */
  readonly figureAt: (row: string, column: string) => Figure | undefined
}

/** A row whose figures follow from definitions. */
export interface DefinedRow extends SpaceRow {
  readonly define: (column: string) => Definition | undefined
  /** What the figure of a column is called. */
  readonly name: (column: string) => string
}

/** The address of a place; a row that is a figure itself has a column without a label. */
export const addressOf = (head: string, row: string, column: string): string =>
  column === "" ? `${head}/${row}` : `${head}/${row}/${column}`

/** A space whose figures follow from definitions; its rows are worked out when first asked for, its figures one by one. */
export class DefinedSpace<Row extends DefinedRow = DefinedRow> implements FigureSpace {
  readonly head: string
  readonly names: ReadonlyArray<string>
  readonly #expand: () => ReadonlyArray<Row>
  readonly #source: FigureSource
  /** By row, then by column. */
  readonly #figures = new Map<string, Map<string, Figure>>()
  #rows: ReadonlyMap<string, Row> | undefined

  constructor(
    { head, names }: Pick<FigureSpace, "head" | "names">,
    expand: () => ReadonlyArray<Row>,
    source: FigureSource
  ) {
    this.head = head
    this.names = names
    this.#expand = expand
    this.#source = source
  }

  get rows(): ReadonlyArray<Row> {
    return [...this.#byKey().values()]
  }

  figureAt(row: string, column: string): Figure | undefined {
    const ofRow = this.#figures.get(row)
    const known = ofRow?.get(column)
    if (known !== undefined) return known
    const found = this.#byKey().get(row)
    const definition = found?.define(column)
    if (found === undefined || definition === undefined) return undefined
    const ref = addressOf(this.head, row, column)
    const figure = derived({ ref, label: found.name(column) }, definition, this.#source)
    if (ofRow === undefined) this.#figures.set(row, new Map([[column, figure]]))
    else ofRow.set(column, figure)
    return figure
  }

  #byKey(): ReadonlyMap<string, Row> {
    this.#rows ??= keyed(this.#expand())
    return this.#rows
  }
}

/** Two rows of one key would hide each other: a defect of the content. */
const keyed = <Row extends SpaceRow>(rows: ReadonlyArray<Row>): ReadonlyMap<string, Row> => {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  if (byKey.size < rows.length) throw new Error(`a row key twice among: ${rows.map(({ key }) => key).join(", ")}`)
  return byKey
}

/** A row of figures that are stated as they are, by column label. */
export interface StatedRow extends Omit<SpaceRow, "columns"> {
  readonly figures: Readonly<Record<string, Figure>>
}

/** A space of stated figures: no rule made them, events did. */
export const statedSpace = (
  { head, names }: Pick<FigureSpace, "head" | "names">,
  stated: ReadonlyArray<StatedRow>
): FigureSpace => {
  const rows = stated.map((row) => ({ ...row, columns: Object.keys(row.figures).map((label) => ({ label })) }))
  const byKey = keyed(rows)
  return {
    head,
    names,
    rows,
    figureAt: (row, column) => byKey.get(row)?.figures[column]
  }
}
