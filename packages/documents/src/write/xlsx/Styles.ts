/** 样式表: the styles of all cells of a workbook, each kept once. */
import { declaration, Pool, spreadsheet } from "./xml.ts"
import type { CellStyle } from "./Workbook.ts"

const fontFace = "宋体"

const fontOf = ({ bold, size = 10 }: CellStyle): string =>
  `<font>${bold === true ? "<b/>" : ""}<sz val="${size}"/><name val="${fontFace}"/><charset val="134"/></font>`

const fillOf = ({ fill }: CellStyle): string =>
  fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`

const borderOf = ({ bordered }: CellStyle): string => {
  if (bordered !== true) return "<border><left/><right/><top/><bottom/><diagonal/></border>"
  const line = (side: string): string => `<${side} style="thin"><color indexed="64"/></${side}>`
  return `<border>${["left", "right", "top", "bottom"].map(line).join("")}<diagonal/></border>`
}

const alignmentOf = ({ across, down = "center", indent, wraps }: CellStyle): string => {
  const attributes = [
    across === undefined ? "" : ` horizontal="${across}"`,
    ` vertical="${down}"`,
    wraps === true ? ' wrapText="1"' : "",
    indent === undefined ? "" : ` indent="${indent}"`
  ]
  return `<alignment${attributes.join("")}/>`
}

/** Numbers of the formats that every reader knows. */
const formats: Readonly<Record<NonNullable<CellStyle["format"]>, number>> = { "0": 1, "0.00": 2 }

export class Styles {
  readonly #fonts = new Pool(fontOf({}))
  readonly #fills = new Pool(fillOf({}), '<fill><patternFill patternType="gray125"/></fill>')
  readonly #borders = new Pool(borderOf({}))
  readonly #cells = new Pool()
  /** Most cells share the very style of others. */
  readonly #known: readonly [Map<CellStyle, number>, Map<CellStyle, number>] = [new Map(), new Map()]

  constructor() {
    this.numberOf({})
  }

  /** `quoted`: a text that would be taken for a formula if it were typed, and is none. */
  numberOf(style: CellStyle, quoted = false): number {
    const known = this.#known[quoted ? 1 : 0]
    const found = known.get(style) ?? this.#cells.numberOf(this.#cellOf(style, quoted))
    known.set(style, found)
    return found
  }

  #cellOf(style: CellStyle, quoted: boolean): string {
    const font = this.#fonts.numberOf(fontOf(style))
    const fill = this.#fills.numberOf(fillOf(style))
    const border = this.#borders.numberOf(borderOf(style))
    const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
    const prefix = quoted ? ' quotePrefix="1"' : ""
    return `<xf numFmtId="${style.format === undefined ? 0 : formats[style.format]}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}${prefix}>${alignmentOf(style)}</xf>`
  }

  /** The part of the workbook; complete once every cell is written. */
  part(): string {
    return [
      `${declaration}<styleSheet xmlns="${spreadsheet}">`,
      this.#fonts.element("fonts"),
      this.#fills.element("fills"),
      this.#borders.element("borders"),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.#cells.element("cellXfs"),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ].join("")
  }
}
