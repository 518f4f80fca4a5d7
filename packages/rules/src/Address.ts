/**
 * 地址: how people name a figure (`公开03/2010306/项目支出`) and which one is meant. Heads by id, number or title; rows by key,
 * label, code with label or 行次; columns by label or 栏次. Brackets, quotes, blanks and list numbering may be written either
 * way; a row may be left out where there is only one, a column where the row has only one. A wrong address says which part
 * is wrong and answers with the nearest right ones.
 */
import { nearestTo, normalizedLabel } from "@juesuan/domain"
import * as Result from "effect/Result"
import { type FigureSpace, type SpaceColumn, type SpaceRow, addressOf } from "./FigureSpace.ts"

/** A place found: `ref` is its address as this system writes it. */
export interface Place {
  readonly space: FigureSpace
  readonly row: string
  readonly column: string
  readonly ref: string
}

/** Why an address names no figure; `nearest` are whole addresses, best first. */
export interface AddressProblem {
  readonly _tag: "HeadUnknown" | "RowMissing" | "RowUnknown" | "ColumnMissing" | "ColumnUnknown" | "Ambiguous"
  readonly address: string
  /** The part that is wrong, as it was given; empty where it is missing. */
  readonly part: string
  readonly nearest: ReadonlyArray<string>
}

const shown = 5

const plain = (text: string): string => normalizedLabel(text).replaceAll("·", "").toLowerCase()

/** The items whose names say the text: by the first kind of name that any of them answers to. */
const named = <Item>(
  items: ReadonlyArray<Item>,
  text: string,
  kinds: ReadonlyArray<(item: Item) => ReadonlyArray<string>>
): ReadonlyArray<Item> => {
  const wanted = plain(text)
  for (const kind of kinds) {
    const exact = items.filter((item) => kind(item).includes(text))
    if (exact.length > 0) return exact
    const found = items.filter((item) => kind(item).some((name) => plain(name) === wanted))
    if (found.length > 0) return found
  }
  return []
}

const spaceNames = ({ head, names }: FigureSpace): ReadonlyArray<string> => [head, ...names]
const rowLabels = ({ key, label, names = [] }: SpaceRow): ReadonlyArray<string> => [label, `${key} ${label}`, ...names]
const isOnLine = ({ line }: SpaceColumn, text: string): boolean => line !== undefined && String(line) === text
const rowLines = ({ columns }: SpaceRow): ReadonlyArray<string> =>
  columns.flatMap(({ line }) => (line === undefined ? [] : [String(line)]))
const columnNames = ({ names = [] }: SpaceColumn): ReadonlyArray<string> => names
const columnNumber = ({ number }: SpaceColumn): ReadonlyArray<string> =>
  number === undefined || number === null ? [] : [String(number)]

const spacesNamed = (spaces: ReadonlyArray<FigureSpace>, text: string) =>
  named(spaces, text, [({ head }) => [head], ({ names }) => names])
const rowsNamed = (rows: ReadonlyArray<SpaceRow>, text: string) =>
  named(rows, text, [({ key }) => [key], rowLabels, rowLines])
const columnsNamed = (columns: ReadonlyArray<SpaceColumn>, text: string) =>
  named(columns, text, [({ label }) => [label], columnNames, columnNumber])

/** The items nearest to a text by any of their names; where none comes near, the first few. */
const nearest = <Item>(
  items: ReadonlyArray<Item>,
  text: string,
  namesOf: (item: Item) => ReadonlyArray<string>
): ReadonlyArray<Item> => {
  const byName = new Map(items.flatMap((item) => namesOf(item).map((name) => [plain(name), item] as const)))
  const wanted = plain(text)
  const near = nearestTo(wanted, byName.keys())
  const holding =
    wanted === "" ? [] : [...byName.keys()].filter((name) => name.includes(wanted) || wanted.includes(name))
  const found = [...near, ...holding].flatMap((name) => byName.get(name) ?? [])
  return (found.length > 0 ? [...new Set(found)] : items).slice(0, shown)
}

const placeAt = (space: FigureSpace, row: SpaceRow, { label }: SpaceColumn): Place => ({
  space,
  row: row.key,
  column: label,
  ref: addressOf(space.head, row.key, label)
})

type Found = Result.Result<Place, AddressProblem>

/** One address, being resolved. */
class Resolution {
  readonly #address: string
  constructor(address: string) {
    this.#address = address
  }

  inSpaces(spaces: ReadonlyArray<FigureSpace>): Found {
    const [head = "", ...rest] = this.#address.split("/").map((part) => part.trim())
    const [space] = spacesNamed(spaces, head)
    if (space !== undefined) return this.inSpace(space, rest)
    const candidates = nearest(spaces, head, spaceNames)
    const refs = candidates.flatMap((candidate) => {
      const found = this.inSpace(candidate, rest)
      return Result.isSuccess(found) ? [found.success.ref] : found.failure.nearest.slice(0, 1)
    })
    return this.#fail("HeadUnknown", head, refs)
  }

  /** A name may hold a slash, so a row is looked for in one part, then in two, and so on. */
  inSpace(space: FigureSpace, parts: ReadonlyArray<string>): Found {
    const { rows } = space
    const [only] = rows
    for (let length = 1; length <= parts.length; length += 1) {
      const text = parts.slice(0, length).join("/")
      const found = rowsNamed(rows, text)
      const [row] = found
      if (row === undefined) continue
      const column = parts.slice(length).join("/")
      return found.length === 1
        ? this.inRow(space, row, { text, column })
        : this.#fail("Ambiguous", text, this.#places(space, found, column))
    }
    if (rows.length === 1 && only !== undefined && parts.length > 0) {
      return this.inRow(space, only, { text: "", column: parts.join("/") })
    }
    const [text = "", ...column] = parts
    const near = this.#places(
      space,
      nearest(rows, text, (row) => [row.key, ...rowLabels(row)]),
      column.join("/")
    )
    return text === "" ? this.#fail("RowMissing", "", near) : this.#fail("RowUnknown", text, near)
  }

  inRow(
    space: FigureSpace,
    row: SpaceRow,
    { column, text }: { readonly text: string; readonly column: string }
  ): Found {
    const meant = columnsMeant(row, text)
    const candidates = column === "" ? meant : columnsNamed(meant, column)
    const [found] = candidates
    if (found !== undefined && candidates.length === 1) return Result.succeed(placeAt(space, row, found))
    if (column === "") return this.#fail("ColumnMissing", "", refsOf(space, row, meant))
    if (candidates.length > 1) return this.#fail("Ambiguous", column, refsOf(space, row, candidates))
    const near = nearest(meant, column, ({ label, names = [] }) => [label, ...names])
    return this.#fail("ColumnUnknown", column, refsOf(space, row, near))
  }

  /** The addresses of rows in the column that was named, or else in their first one. */
  #places(space: FigureSpace, rows: ReadonlyArray<SpaceRow>, column: string): ReadonlyArray<string> {
    return rows.flatMap((row) => {
      const [place] = [...columnsNamed(row.columns, column), ...row.columns]
      return place === undefined ? [] : [placeAt(space, row, place).ref]
    })
  }

  #fail(_tag: AddressProblem["_tag"], part: string, refs: ReadonlyArray<string>): Found {
    return Result.fail({ _tag, address: this.#address, part, nearest: refs.slice(0, shown) })
  }
}

const refsOf = (space: FigureSpace, row: SpaceRow, columns: ReadonlyArray<SpaceColumn>): ReadonlyArray<string> =>
  columns.map((column) => placeAt(space, row, column).ref)

/** The columns that a row may mean: a row named by its 行次 is meant on the side of the form where that line stands. */
const columnsMeant = ({ columns, key, ...row }: SpaceRow, text: string): ReadonlyArray<SpaceColumn> => {
  if ([key, ...rowLabels({ columns, key, ...row })].includes(text)) return columns
  const onLine = columns.filter((column) => isOnLine(column, text))
  return onLine.length > 0 ? onLine : columns
}

/**
 * The place that an address means.
 *
 * @example resolveAddress("公开3/2010306/3", spaces) // Result.succeed({ ref: "公开03/2010306/项目支出", … })
 */
export const resolveAddress = (
  address: string,
  spaces: ReadonlyArray<FigureSpace>
): Result.Result<Place, AddressProblem> => new Resolution(address).inSpaces(spaces)

const what: Readonly<Record<AddressProblem["_tag"], (part: string) => { readonly zh: string; readonly en: string }>> = {
  HeadUnknown: (part) => ({ zh: `没有“${part}”这张表或这类数字`, en: `there is no table or kind of figure “${part}”` }),
  RowMissing: () => ({ zh: "没有写明哪一行", en: "the row is missing" }),
  RowUnknown: (part) => ({ zh: `没有“${part}”这一行`, en: `there is no row “${part}”` }),
  ColumnMissing: () => ({ zh: "没有写明哪一栏", en: "the column is missing" }),
  ColumnUnknown: (part) => ({ zh: `这一行没有“${part}”这一栏`, en: `the row has no column “${part}”` }),
  Ambiguous: (part) => ({ zh: `“${part}”不止一处`, en: `“${part}” is in more than one place` })
}

/** The problem as a sentence in both languages: what was asked, which part is wrong, what to ask instead. */
export const describeAddressProblem = ({
  _tag,
  address,
  nearest,
  part
}: AddressProblem): { readonly zh: string; readonly en: string } => {
  const { en, zh } = what[_tag](part)
  return nearest.length === 0
    ? { zh: `地址“${address}”：${zh}。`, en: `Address “${address}”: ${en}.` }
    : {
        zh: `地址“${address}”：${zh}。相近的地址：${nearest.join("、")}。`,
        en: `Address “${address}”: ${en}. Nearest addresses: ${nearest.join(", ")}.`
      }
}
