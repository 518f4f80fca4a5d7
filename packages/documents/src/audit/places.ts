/** 标记的对应: which findings concern a cell or a paragraph of the document, so that forms of the report can show them in place. */
import type { Finding, Where } from "@juesuan/rules"
import {
  cellAddress,
  type PublishedParagraph,
  type PublishedTable,
  type Rectangle,
  type SourcePlace
} from "@juesuan/domain"

/** A finding with its number in the report, from 1. */
export interface NumberedFinding {
  readonly number: number
  readonly finding: Finding
}

export const numbered = (findings: ReadonlyArray<Finding>): ReadonlyArray<NumberedFinding> =>
  findings.map((finding, index) => ({ number: index + 1, finding }))

/** The places that tell something: a blank cell has no quote and is named in the message where it matters. */
export const tellingPlaces = ({ where }: Finding): ReadonlyArray<Where> =>
  where.filter(({ quote }, index) => index === 0 || quote !== undefined)

const sameRectangle = (left: Rectangle | undefined, right: Rectangle | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  left.left === right.left &&
  left.top === right.top &&
  left.right === right.right &&
  left.bottom === right.bottom

const samePlace = (where: Where, place: SourcePlace): boolean =>
  where.page === place.page && where.file === place.file && sameRectangle(where.rectangle, place.rectangle)

/** Every cell of a table by which it can be named: its address by meaning, and its printed names. */
export const cellNames = (
  table: PublishedTable,
  row: PublishedTable["rows"][number],
  column: PublishedTable["columns"][number]
): ReadonlyArray<string> => [
  ...(table.meaning !== undefined && row.meaning !== undefined && column.meaning !== undefined
    ? [cellAddress(table.meaning, row.meaning, column.meaning)]
    : []),
  `${table.id}\n${row.key}\n${column.key}`,
  `${table.id}\n${row.label}\n${column.label}`
]

const namesOf = ({ address, column, row, table }: Where): ReadonlyArray<string> => [
  ...(address === undefined ? [] : [address]),
  ...(table === undefined || row === undefined || column === undefined ? [] : [`${table}\n${row}\n${column}`])
]

/** Finds the findings of a cell. */
export class CellMarks {
  readonly #byName = new Map<string, Array<NumberedFinding>>()
  readonly #placed: Array<readonly [Where, NumberedFinding]> = []

  constructor(findings: ReadonlyArray<NumberedFinding>) {
    for (const one of findings) {
      for (const where of tellingPlaces(one.finding)) {
        for (const name of namesOf(where)) this.#byName.set(name, [...(this.#byName.get(name) ?? []), one])
        if (where.rectangle !== undefined) this.#placed.push([where, one])
      }
    }
  }

  at(names: ReadonlyArray<string>, place: SourcePlace): ReadonlyArray<NumberedFinding> {
    const named = names.flatMap((name) => this.#byName.get(name) ?? [])
    const placed = this.#placed.filter(([where]) => samePlace(where, place)).map(([, one]) => one)
    return [...new Set([...named, ...placed])]
  }
}

/** Where the document first shows each finding, so that the finding can lead there. */
export class Anchors {
  readonly #placed = new Set<number>()

  /** Whether this place is the first that shows the finding. */
  isFirst({ number }: NumberedFinding): boolean {
    const isNew = !this.#placed.has(number)
    this.#placed.add(number)
    return isNew
  }

  has(number: number): boolean {
    return this.#placed.has(number)
  }
}

/** A stretch of a paragraph with the findings that quote it; stretches do not overlap. */
export interface MarkedText {
  readonly text: string
  readonly findings: ReadonlyArray<NumberedFinding>
}

const isNear = (where: Where, { headings, place }: PublishedParagraph): boolean =>
  // What a cell reads is no quotation of the text.
  (where.table === undefined || where.section !== undefined) &&
  (where.page === undefined || place.page === undefined || where.page === place.page) &&
  (where.section === undefined ||
    headings.some((heading) => heading.includes(where.section ?? "") || (where.section ?? "").includes(heading)))

/** A paragraph parted at the quotations of findings. */
export const markedText = (
  paragraph: PublishedParagraph,
  findings: ReadonlyArray<NumberedFinding>
): ReadonlyArray<MarkedText> => {
  const { text } = paragraph
  const marks = new Map<number, Set<NumberedFinding>>()
  const edges = new Set([0, text.length])
  const spans = findings.flatMap((one) =>
    one.finding.where.flatMap((where) => {
      const quote = where.quote ?? ""
      const start = quote === "" || !isNear(where, paragraph) ? -1 : text.indexOf(quote)
      return start < 0 ? [] : [{ start, end: start + quote.length, one }]
    })
  )
  for (const { end, start } of spans) edges.add(start).add(end)
  const cuts = [...edges].toSorted((left, right) => left - right)
  for (const { end, one, start } of spans) {
    for (const cut of cuts) if (cut >= start && cut < end) marks.set(cut, (marks.get(cut) ?? new Set()).add(one))
  }
  return cuts.slice(0, -1).map((cut, index) => ({
    text: text.slice(cut, cuts[index + 1]),
    findings: [...(marks.get(cut) ?? [])]
  }))
}
