/**
 * 表中的数: the cells of a disclosure by meaning, as a statement of the narrative asks for them: a number, empty (the form
 * has the place and nothing stands in it), not printed (a list of codes without that code), or unknown.
 */
import {
  cellAddress,
  type PrintedNumber,
  type PublishedCell,
  type PublishedDisclosure,
  type PublishedRow,
  type PublishedTable,
  Quantities
} from "@juesuan/domain"
import type { Where } from "../judging/Finding.ts"

export type Held =
  | { readonly _tag: "Number"; readonly number: PrintedNumber; readonly where: Where }
  | { readonly _tag: "Empty"; readonly where: Where }
  | { readonly _tag: "Unknown"; readonly address: string }

/** A row that a list of codes prints, by its name. */
export interface NamedCode {
  readonly code: string
  readonly label: string
}

export interface Cells {
  readonly at: (address: string) => Held
  readonly table: (meaning: string) => PublishedTable | undefined
  /** Codes that the tables print under a name (compared without brackets), functional and economic apart. */
  readonly functional: ReadonlyArray<NamedCode>
  readonly economic: ReadonlyArray<NamedCode>
}

/** A name as it is compared: without brackets, quotes, blanks and the marks of levels. */
export const canonicalName = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\((?:类|款|项|类级|款级|项级)\)/gu, "")
    .replaceAll(/[()[\]【】“”"'‘’《》〈〉\s]/gu, "")

const whereOf = (table: PublishedTable, row: PublishedRow, columnKey: string, address: string): Where => {
  const column = table.columns.find(({ key }) => key === columnKey)
  const cell = row.cells[columnKey]
  return {
    ...(cell?.place ?? row.place),
    table: table.id,
    row: row.label,
    ...(column === undefined ? {} : { column: column.label }),
    ...(cell?.printed._tag === "Number" ? { quote: cell.printed.text } : {}),
    address
  }
}

const heldIn = (table: PublishedTable, rowMeaning: string, columnMeaning: string): Held => {
  const address = cellAddress(table.meaning ?? table.id, rowMeaning, columnMeaning)
  const columns = table.columns.filter(({ meaning }) => meaning === columnMeaning)
  const rows = table.rows.filter(
    ({ code, meaning }) => meaning === rowMeaning || (code !== undefined && code === rowMeaning)
  )
  const [row, secondRow] = rows
  const [column] = columns
  if (column === undefined || secondRow !== undefined) return { _tag: "Unknown", address }
  if (row === undefined) {
    const place: Where = { ...table.place, table: table.id, column: column.label, address }
    return isComplete(table) && /^\d+$/u.test(rowMeaning)
      ? { _tag: "Empty", where: place }
      : { _tag: "Unknown", address }
  }
  const printing = columns.flatMap(({ key }) => {
    const cell = row.cells[key]
    return cell === undefined ? [] : [{ key, printed: cell.printed }]
  })
  const number = printing.find(({ printed }) => printed._tag === "Number")
  if (number?.printed._tag === "Number") {
    return { _tag: "Number", number: number.printed, where: whereOf(table, row, number.key, address) }
  }
  const [first] = printing
  const empty =
    first !== undefined && printing.every(({ printed }) => printed._tag === "Blank" || printed._tag === "Dash")
  return empty && !isOddlyEmpty(table, row, columnMeaning)
    ? { _tag: "Empty", where: whereOf(table, row, first.key, address) }
    : { _tag: "Unknown", address }
}

const isAmount = ({ printed }: PublishedCell): boolean => printed._tag === "Number" && !Quantities.isZero(printed.value)

/**
 * A total without a number where its parts have some: either the form or the reading of it is not what it seems, so nothing
 * is said of it here.
 */
const isOddlyEmpty = (table: PublishedTable, { cells, meaning }: PublishedRow, columnMeaning: string): boolean => {
  const side = columnMeaning.split(".")[0] ?? ""
  if (meaning === "three-public") {
    return (
      /\.(?:total|vehicles)$/u.test(columnMeaning) &&
      table.columns.some(({ key, meaning: other = "" }) => {
        const cell = cells[key]
        return other.startsWith(`${side}.`) && cell !== undefined && isAmount(cell)
      })
    )
  }
  const columns = table.columns.filter(({ meaning: other }) => other === columnMeaning)
  return (
    /^(?:total|personnel|public-use|procurement|vehicles|(?:income|expenditure)-of-year)$/u.test(meaning ?? "") &&
    table.rows.some((row) => columns.some(({ key }) => row.cells[key] !== undefined && isAmount(row.cells[key])))
  )
}

/** A label that swallowed the amounts of its row. */
const holdsAmounts = ({ label }: PublishedRow): boolean => /\d\.\d{2}(?!\d)/u.test(label)

/**
 * A table of codes that was read without rest, down to its sums: a code that it does not print has no amount. Without sums it
 * may be the first piece of a table that was torn.
 */
const isComplete = (table: PublishedTable): boolean =>
  table.unread.length === 0 &&
  (table.statedEmpty !== undefined ||
    (table.rows.some(({ meaning }) => meaning === "total" || meaning === "personnel" || meaning === "public-use") &&
      table.rows.every((row) => (row.code ?? row.meaning) !== undefined && !holdsAmounts(row))))

const namedIn = (tables: ReadonlyArray<PublishedTable | undefined>, shape: RegExp): ReadonlyArray<NamedCode> => {
  const found = new Map<string, NamedCode>()
  for (const row of tables.flatMap((table) => table?.rows ?? [])) {
    const code = row.code ?? row.meaning?.replace(/^expenditure\./u, "")
    if (code === undefined || !shape.test(code)) continue
    const label = canonicalName(row.label).replace(/^[一二三四五六七八九十]+、/u, "")
    found.set(`${code} ${label}`, { code, label })
  }
  return [...found.values()]
}

export const cellsOf = (document: PublishedDisclosure): Cells => {
  const byMeaning = new Map<string, ReadonlyArray<PublishedTable>>()
  for (const table of document.tables) {
    if (table.meaning === undefined) continue
    byMeaning.set(table.meaning, [...(byMeaning.get(table.meaning) ?? []), table])
  }
  // A table that stands there twice is not judged by: nobody knows which one the text means.
  const table = (meaning: string): PublishedTable | undefined => {
    const found = byMeaning.get(meaning) ?? []
    return found.length === 1 ? found[0] : undefined
  }
  const known = new Map<string, Held>()
  const at = (address: string): Held => {
    const before = known.get(address)
    if (before !== undefined) return before
    const [meaning = "", row = "", column = ""] = address.split("/")
    const found = table(meaning)
    const held: Held = found === undefined ? { _tag: "Unknown", address } : heldIn(found, row, column)
    known.set(address, held)
    return held
  }
  const functionalTables = [
    "general-public-budget-expenditure",
    "expenditure",
    "income",
    "income-expenditure-summary",
    "government-fund",
    "state-capital-expenditure"
  ]
  return {
    at,
    table,
    functional: namedIn(functionalTables.map(table), /^2\d{2}(?:\d{2}){0,2}$/u),
    economic: namedIn([table("general-public-budget-basic-expenditure")], /^3\d{2}(?:\d{2})?$/u)
  }
}
