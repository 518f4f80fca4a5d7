/** 单元格的写法: `公开03/下级/项目支出`, 公开01/revenue 开头的各行/收入, `公开03/每行/本年支出合计`: a table, rows of it, columns of it. */
import { ItemLevel } from "@juesuan/domain"
import * as Formulas from "../formula/Formula.ts"
import type { Cell, Cells, ColumnRange, RowRange } from "../formula/Formula.ts"
import type { Loop } from "./Statement.ts"
import type { TokenStream } from "./TokenStream.ts"

/** A part of a path: its name, whether it stood in 「」, whether a star follows. */
interface Segment {
  readonly text: string
  readonly isQuoted: boolean
  readonly isGroup: boolean
}

const rowWords: ReadonlyMap<string, RowRange> = new Map<string, RowRange>([
  ["此行", Formulas.thisRow],
  ["各行", Formulas.everyRow],
  ["下级", Formulas.rowsBelow],
  ...ItemLevel.ids.map((level) => [`各${ItemLevel.labelOf(level)}`, Formulas.rowsOfLevel(level)] as const)
])

const columnWords: ReadonlyMap<string, ColumnRange> = new Map<string, ColumnRange>([
  ["此栏", Formulas.thisColumn],
  ["各栏", Formulas.everyColumn]
])

const loopRows: ReadonlyMap<string, NonNullable<Loop["rows"]>> = new Map<string, NonNullable<Loop["rows"]>>([
  ["每行", Formulas.everyRow],
  ...ItemLevel.ids.map((level) => [`每${ItemLevel.labelOf(level)}`, Formulas.rowsOfLevel(level)] as const)
])

/** Reads paths, and gathers what the statement runs over. */
export class PathReader {
  readonly #tokens: TokenStream
  #loop: Loop | undefined

  constructor(tokens: TokenStream) {
    this.#tokens = tokens
  }

  get loop(): Loop | undefined {
    return this.#loop
  }

  /** One cell. */
  cell(): Cell {
    const table = this.#segment().text
    this.#slash()
    const row = this.#rows(table)
    if (row._tag !== "Row" && row._tag !== "ThisRow") throw this.#tokens.fault(one("行", "row"))
    this.#slash()
    const column = this.#columns(table)
    if (column._tag !== "Column" && column._tag !== "ThisColumn") throw this.#tokens.fault(one("栏", "column"))
    return { _tag: "Cell", table, row, column }
  }

  /** Any number of cells. */
  cells(): Cells {
    const table = this.#segment().text
    this.#slash()
    const rows = this.#rows(table)
    this.#slash()
    return { table, rows, columns: this.#columns(table) }
  }

  #slash(): void {
    if (!this.#tokens.take("sign", "/")) throw this.#tokens.fault({ zh: "/", en: "/" })
  }

  #segment(): Segment {
    const { kind, text } = this.#tokens.current
    if (kind === "quoted" || kind === "name" || kind === "number") {
      this.#tokens.advance()
      return { text, isQuoted: kind === "quoted", isGroup: this.#tokens.take("sign", "*") }
    }
    throw this.#tokens.fault({ zh: "表、行或栏的名称", en: "the name of a table, row or column" })
  }

  #rows(table: string): RowRange {
    const each = this.#eachGroup()
    if (each !== undefined) return this.#run({ table, rows: Formulas.rowGroup(each) }, Formulas.thisRow)
    const { isGroup, isQuoted, text } = this.#segment()
    if (isGroup) return Formulas.rowGroup(text)
    if (isQuoted) return { _tag: "Row", row: text }
    const rows = loopRows.get(text)
    if (rows !== undefined) return this.#run({ table, rows }, Formulas.thisRow)
    return rowWords.get(text) ?? { _tag: "Row", row: text }
  }

  #columns(table: string): ColumnRange {
    const each = this.#eachGroup()
    if (each !== undefined) return this.#run({ table, columns: Formulas.columnGroup(each) }, Formulas.thisColumn)
    const { isGroup, isQuoted, text } = this.#segment()
    if (isGroup) return Formulas.columnGroup(text)
    if (isQuoted) return { _tag: "Column", column: text }
    if (text === "每栏") return this.#run({ table, columns: Formulas.everyColumn }, Formulas.thisColumn)
    return columnWords.get(text) ?? { _tag: "Column", column: text }
  }

  /** `每revenue.*`, `每「…」*` */
  #eachGroup(): string | undefined {
    const { kind, text } = this.#tokens.current
    if (kind !== "name" || !text.startsWith("每")) return undefined
    if (text.length > 1 && this.#tokens.isAhead("*")) {
      this.#tokens.advance()
      this.#tokens.advance()
      return text.slice(1)
    }
    if (text !== "每") return undefined
    this.#tokens.advance()
    const { isGroup, text: prefix } = this.#segment()
    if (!isGroup) throw this.#tokens.fault({ zh: "*", en: "*" })
    return prefix
  }

  /** A statement runs over one table, once along its rows and once along its columns. */
  #run<Range>(loop: Loop, current: Range): Range {
    const other = this.#loop
    const clash =
      other !== undefined &&
      (other.table !== loop.table ||
        (loop.rows !== undefined && other.rows !== undefined) ||
        (loop.columns !== undefined && other.columns !== undefined))
    if (clash)
      throw this.#tokens.fault({
        zh: "此行或此栏：每行、每栏只写一次",
        en: "此行 or 此栏: 每行 and 每栏 are written once"
      })
    this.#loop = { ...other, ...loop }
    return current
  }
}

const one = (zh: string, en: string) => ({
  zh: `一${zh}（多${zh}写在 合计(…) 里）`,
  en: `one ${en} (several stand in 合计(…))`
})
