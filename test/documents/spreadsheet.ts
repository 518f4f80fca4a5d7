/** 读回工作簿: the cells of a workbook as an independent library reads them, and what their formulas give, in exact decimals. */
import { inflateRawSync } from "node:zlib"
import { Workbook } from "@cj-tech-master/excelts"
import { Decimal } from "decimal.js"

export interface ReadCell {
  readonly number?: number
  readonly text?: string
  readonly formula?: string
  readonly remark?: string
}

/** Cells by sheet, then by address. */
export type ReadSheets = ReadonlyMap<string, ReadonlyMap<string, ReadCell>>

const noteText = (note: unknown): string | undefined => {
  if (note === undefined || note === null) return undefined
  if (typeof note === "string") return note
  const { texts = [] } = note as { readonly texts?: ReadonlyArray<{ readonly text: string }> }
  return texts.map(({ text }) => text).join("")
}

export const readSheets = async (bytes: Uint8Array): Promise<ReadSheets> => {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  return new Map(
    workbook.worksheets.map((sheet) => {
      const cells = new Map<string, ReadCell>()
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.isMerged && cell.master.address !== cell.address) return
          const shown = cell.formula === undefined ? cell.value : cell.result
          const remark = noteText(cell.note)
          cells.set(cell.address, {
            ...(typeof shown === "number" ? { number: shown } : {}),
            ...(typeof shown === "string" ? { text: shown } : {}),
            ...(cell.formula === undefined ? {} : { formula: cell.formula }),
            ...(remark === undefined ? {} : { remark })
          })
        })
      )
      return [sheet.name, cells] as const
    })
  )
}

const tokens = /\s*(ROUND|SUM|'(?:[^']|'')+'!|[A-Z]{1,3}\d+|\d+(?:\.\d+)?|[(),:+*/-])/gy

/** The formulas that our workbooks use, computed by recursive descent: sums, differences, rounding, over cells and ranges. */
class Calculation {
  readonly #tokens: Array<string>
  readonly #sheets: ReadSheets
  #sheet: string

  constructor(formula: string, sheet: string, sheets: ReadSheets) {
    this.#tokens = [...formula.matchAll(tokens)].map((match) => match[1] ?? "")
    if (this.#tokens.join("").length !== formula.replaceAll(/\s/gu, "").length) throw new Error(`not read: ${formula}`)
    this.#sheets = sheets
    this.#sheet = sheet
  }

  result(): Decimal {
    const value = this.#expression()
    if (this.#tokens.length > 0) throw new Error(`left over: ${this.#tokens.join(" ")}`)
    return value
  }

  #next(expected?: string): string {
    const token = this.#tokens.shift() ?? ""
    if (expected !== undefined && token !== expected) throw new Error(`expected ${expected}, found ${token}`)
    return token
  }

  #expression(): Decimal {
    let value = this.#term()
    while (this.#tokens[0] === "-" || this.#tokens[0] === "+") {
      value = this.#next() === "-" ? value.minus(this.#term()) : value.plus(this.#term())
    }
    return value
  }

  #term(): Decimal {
    const token = this.#next()
    if (token === "(") return this.#closed(this.#expression())
    if (token === "ROUND") return this.#rounded()
    if (token === "SUM") return this.#sum()
    if (/^\d/u.test(token)) return new Decimal(token)
    return this.#cells(token).reduce((sum, cell) => sum.plus(cell), new Decimal(0))
  }

  #closed(value: Decimal): Decimal {
    this.#next(")")
    return value
  }

  #rounded(): Decimal {
    this.#next("(")
    const value = this.#expression()
    this.#next(",")
    const digits = Number(this.#next())
    return this.#closed(value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP))
  }

  #sum(): Decimal {
    let [value, mark] = [new Decimal(0), this.#next("(")]
    while (mark !== ")") {
      value = value.plus(this.#expression())
      mark = this.#next()
    }
    return value
  }

  /** A cell or a range, on this sheet or the one that is named. */
  #cells(token: string): ReadonlyArray<Decimal> {
    const named = token.endsWith("!") ? token.slice(1, -2).replaceAll("''", "'") : undefined
    const first = named === undefined ? token : this.#next()
    const last = this.#tokens[0] === ":" ? (this.#next(), this.#next()) : first
    const sheet = this.#sheets.get(named ?? this.#sheet)
    if (sheet === undefined) throw new Error(`no sheet ${named}`)
    return addressesBetween(first, last).map((address) => new Decimal(sheet.get(address)?.number ?? 0))
  }
}

const placeOf = (address: string): readonly [column: number, row: number] => {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/u.exec(address) ?? []
  return [[...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0), Number(row)]
}

const lettersOf = (column: number): string =>
  column === 0 ? "" : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

const addressesBetween = (first: string, last: string): ReadonlyArray<string> => {
  const [left, top] = placeOf(first)
  const [right, bottom] = placeOf(last)
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => `${lettersOf(left + column)}${top + row}`)
  ).flat()
}

/** What a formula on a sheet gives over the numbers that the workbook holds. */
export const computed = (formula: string, sheet: string, sheets: ReadSheets): Decimal =>
  new Calculation(formula, sheet, sheets).result()

/** The deflated parts of an archive as text, by name, found by the heads that stand before them. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const all = Buffer.from(bytes)
  const parts = new Map<string, string>()
  for (let at = 0; all.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, length] = [all.readUInt32LE(at + 18), all.readUInt16LE(at + 26)]
    const start = at + 30 + length
    const content = all.subarray(start, start + packed)
    parts.set(all.toString("utf8", at + 30, start), inflateRawSync(content).toString("utf8"))
    at = start + packed
  }
  return parts
}
