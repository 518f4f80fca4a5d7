/**
 * 文件的单元格: the cells of a published disclosure as rules look for them: by table, row and column, each named by its
 * meaning, or by what is printed where it has none. Built once per document.
 */
import { cellAddress, normalizedLabel, Quantities } from "@juesuan/domain"
import type {
  Printed,
  PublishedCell,
  PublishedColumn,
  PublishedDisclosure,
  PublishedRow,
  PublishedTable
} from "@juesuan/domain"
import { nameOfMeaning, type TableMeaning, tableMeanings } from "../content/Meanings.ts"
import type { EquationCell } from "./Equation.ts"
import { exactly, type Interval, ofPrinted } from "./Interval.ts"

/** A row with the name that addresses know it by; unique in its table wherever one column is concerned. */
export interface NamedRow {
  readonly name: string
  readonly row: PublishedRow
  /** The digits of its code where the table is by code. */
  readonly code: string | undefined
}

export interface NamedColumn {
  readonly name: string
  readonly column: PublishedColumn
}

const nothing = exactly(Quantities.quantity("0", Quantities.yuan))

const intervalOfPrinted = (printed: Printed): Interval | undefined => {
  switch (printed._tag) {
    case "Number":
      return ofPrinted(printed)
    case "Blank":
    case "Dash":
      return nothing
    case "Words":
    case "Unreadable":
      return undefined
  }
}

const blank: PublishedCell = { printed: { _tag: "Blank" }, place: {} }

const codePattern = /^[23]\d{2}(?:\d{2}){0,2}$/u

/** In a form the line of a functional class is `expenditure.201`, in a table by code the row of the class is `201`. */
const namesOfRow = (name: string): ReadonlyArray<string> => {
  const code = name.replace(/^expenditure\./u, "")
  return codePattern.test(code) && code.length === 3 ? [name, code, `expenditure.${code}`] : [name]
}

const holdsNumber = ({ row: { cells } }: NamedRow): boolean =>
  Object.values(cells).some(({ printed }) => printed._tag === "Number")

const knownAs = ({ meaning }: PublishedTable): TableMeaning | undefined =>
  Object.values<TableMeaning>(tableMeanings).find((known) => known.meaning === meaning)

const rowNameIn = (known: TableMeaning | undefined, { key, meaning }: PublishedRow): string => {
  const name = meaning ?? key
  return /^2\d{2}$/u.test(name) && known?.by === "form" ? `expenditure.${name}` : name
}

/** 表 with its rows and columns by name. */
export class DocumentTable {
  readonly name: string
  readonly table: PublishedTable
  readonly rows: ReadonlyArray<NamedRow>
  readonly columns: ReadonlyArray<NamedColumn>
  /** No number stands anywhere in it: whatever is asked of it is blank. */
  readonly isEmpty: boolean
  readonly #rowsByName = new Map<string, Array<NamedRow>>()
  readonly #columnsByName = new Map<string, Array<NamedColumn>>()
  readonly #cells = new Map<string, EquationCell>()
  readonly #below = new Map<NamedRow, Array<NamedRow>>()

  constructor(name: string, table: PublishedTable) {
    this.name = name
    this.table = table
    const known = knownAs(table)
    this.columns = table.columns.map((column) => ({ name: column.meaning ?? column.key, column }))
    this.rows = table.rows.map((row) => {
      const named = rowNameIn(known, row)
      const code = [row.code, row.meaning].find((text) => text !== undefined && codePattern.test(text))
      return { name: named, row, code }
    })
    this.isEmpty = !table.rows.some(({ cells }) =>
      Object.values(cells).some(({ printed }) => printed._tag === "Number")
    )
    for (const named of this.rows) {
      const called = nameOfMeaning(known?.rows ?? {}, named.name)
      this.#list(this.#rowsByName, [named.name, named.row.key, named.row.label, called], named)
    }
    for (const named of this.columns) {
      const called = nameOfMeaning(known?.columns ?? {}, named.name)
      this.#list(this.#columnsByName, [named.name, named.column.key, named.column.label, called], named)
    }
    this.#gather()
  }

  #list<Named>(index: Map<string, Array<Named>>, names: ReadonlyArray<string | undefined>, named: Named): void {
    const texts = names.flatMap((text) => (text === undefined ? [] : [text, normalizedLabel(text)]))
    for (const name of new Set(texts)) {
      const found = index.get(name)
      if (found === undefined) index.set(name, [named])
      else found.push(named)
    }
  }

  /** Every row below the nearest printed row whose code it begins with; below 合计 what has none. */
  #gather(): void {
    const byCode = new Map<string, NamedRow>()
    const levels = new Set(this.rows.flatMap((named) => (holdsNumber(named) ? [named.code?.length] : [])))
    for (const named of this.rows) {
      const { code } = named
      // Where no row of a level holds a number, the rows are headings: the form adds up without them.
      const isHeading = code !== undefined && !this.isEmpty && !levels.has(code.length)
      if (code !== undefined && !isHeading && !byCode.has(code)) byCode.set(code, named)
    }
    const totals = this.rows.filter(({ code, name }) => code === undefined && name === "total")
    for (const named of this.rows) {
      const { code } = named
      if (code === undefined || (byCode.get(code) === undefined && byCode.size > 0)) continue
      const parent = [5, 3]
        .filter((digits) => digits < code.length)
        .flatMap((digits) => byCode.get(code.slice(0, digits)) ?? [])[0]
      for (const above of parent === undefined ? totals : [parent]) {
        const list = this.#below.get(above)
        if (list === undefined) this.#below.set(above, [named])
        else list.push(named)
      }
    }
  }

  /** 下级. */
  below(row: NamedRow): ReadonlyArray<NamedRow> {
    return this.#below.get(row) ?? []
  }

  rowsNamed(name: string): ReadonlyArray<NamedRow> {
    for (const candidate of [...namesOfRow(name), normalizedLabel(name)]) {
      const found = this.#rowsByName.get(candidate)
      if (found !== undefined) return found
    }
    return []
  }

  columnsNamed(name: string): ReadonlyArray<NamedColumn> {
    return this.#columnsByName.get(name) ?? this.#columnsByName.get(normalizedLabel(name)) ?? []
  }

  /** The cell of these names; where a name stands twice, the first that is not blank. */
  cellNamed(row: string, column: string): EquationCell | undefined {
    const found = this.rowsNamed(row).flatMap((named) =>
      this.columnsNamed(column).flatMap((other) => this.cellAt(named, other) ?? [])
    )
    return found.find(({ printed }) => printed._tag !== "Blank") ?? found[0]
  }

  cellAt(named: NamedRow, { column, name }: NamedColumn): EquationCell | undefined {
    const cell = named.row.cells[column.key]
    return cell === undefined
      ? undefined
      : this.#cell(this.#addressed(named, name), cell, {
          row: named.row.label === "" ? named.row.key : named.row.label,
          column: column.label
        })
  }

  /** A cell that is not printed in a table that says 本表无数据: blank. */
  emptyCell(row: string, column: string): EquationCell {
    return this.#cell(cellAddress(this.name, row, column), blank, { row, column })
  }

  /** The row that a name means in this column has the name, any further one its key. */
  #addressed(named: NamedRow, column: string): string {
    const crossing = (this.#rowsByName.get(named.name) ?? []).filter(
      ({ name, row }) => name === named.name && this.#printedIn(row, column) !== undefined
    )
    const meant = crossing.find(({ row }) => this.#printedIn(row, column) !== "Blank") ?? crossing[0]
    return cellAddress(this.name, meant === named ? named.name : named.row.key, column)
  }

  #printedIn({ cells }: PublishedRow, column: string): Printed["_tag"] | undefined {
    const key = this.columns.find(({ column: { key }, name }) => name === column && cells[key] !== undefined)?.column
      .key
    return key === undefined ? undefined : cells[key]?.printed._tag
  }

  #cell(
    address: string,
    { place, printed, printedAt }: PublishedCell,
    at: { readonly row: string; readonly column: string }
  ): EquationCell {
    const known = this.#cells.get(address)
    if (known !== undefined) return known
    const where = {
      ...this.table.place,
      ...place,
      table: this.title,
      ...(printedAt ?? at),
      ...(printed._tag === "Blank" ? {} : { quote: printed.text }),
      address
    }
    const made = { address, printed, interval: intervalOfPrinted(printed), where }
    this.#cells.set(address, made)
    return made
  }

  /** The addresses of all cells that hold a number. */
  numbers(): ReadonlyArray<string> {
    return this.rows.flatMap((row) =>
      this.columns.flatMap((column) => {
        const cell = this.cellAt(row, column)
        return cell?.printed._tag === "Number" ? [cell.address] : []
      })
    )
  }

  /** As a reader finds it in the document: its number and title. */
  get title(): string {
    const { id, title } = this.table
    return title === "" ? id : `${id} ${title}`
  }
}

/** The tables of a document by name. */
export class DocumentCells {
  readonly document: PublishedDisclosure
  readonly tables: ReadonlyArray<DocumentTable>
  readonly #byName = new Map<string, DocumentTable>()

  constructor(document: PublishedDisclosure) {
    this.document = document
    const taken = new Set<string>()
    this.tables = document.tables.map((table) => {
      const name = table.meaning === undefined || taken.has(table.meaning) ? table.id : table.meaning
      taken.add(name)
      return new DocumentTable(name, table)
    })
    for (const table of this.tables) {
      const names = [table.name, table.table.id, table.table.title, knownAs(table.table)?.label ?? ""]
      for (const name of names.flatMap((text) => [text, normalizedLabel(text)]))
        if (name !== "" && !this.#byName.has(name)) this.#byName.set(name, table)
    }
  }

  tableNamed(name: string): DocumentTable | undefined {
    return this.#byName.get(name) ?? this.#byName.get(normalizedLabel(name))
  }
}

const known = new WeakMap<PublishedDisclosure, DocumentCells>()

/** The cells of a document, indexed once. */
export const cellsOf = (document: PublishedDisclosure): DocumentCells => {
  const found = known.get(document)
  if (found !== undefined) return found
  const made = new DocumentCells(document)
  known.set(document, made)
  return made
}
