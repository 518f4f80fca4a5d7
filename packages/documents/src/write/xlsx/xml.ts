/** 标记: text and lists as the parts of a workbook hold them. */

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Characters that XML cannot hold, and text that would be read as one of them, are written by their code. */
const coded = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu

const codeOf = (mark: string): string => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`

const plain = /^[^&<>"\p{Cc}_\ufffe\uffff]*$/u

export const xmlText = (text: string): string =>
  plain.test(text)
    ? text
    : text
        .replaceAll(coded, codeOf)
        .replaceAll(/[&<>"]/gu, (mark) => escapes[mark] ?? mark)
        .replaceAll("\r", "&#13;")

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
export const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** Pieces of markup that are kept once and named by their number. */
export class Pool {
  readonly #numbers = new Map<string, number>()

  constructor(...first: ReadonlyArray<string>) {
    for (const piece of first) this.numberOf(piece)
  }

  numberOf(piece: string): number {
    const known = this.#numbers.get(piece)
    if (known !== undefined) return known
    this.#numbers.set(piece, this.#numbers.size)
    return this.#numbers.size - 1
  }

  get size(): number {
    return this.#numbers.size
  }

  /** All pieces inside an element that counts them. */
  element(name: string): string {
    return `<${name} count="${this.size}">${[...this.#numbers.keys()].join("")}</${name}>`
  }
}

/** A relationship of a part to another, the numbers counting from 1. */
export const relationsPart = (targets: ReadonlyArray<readonly [kind: string, target: string]>): string => {
  const lines = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`
}
