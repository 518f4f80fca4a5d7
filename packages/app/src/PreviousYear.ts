/**
 * 上一年度 of own books: as that year's books print it where the log holds the year; else as far as last year's figures were
 * recorded (上年数). What nobody recorded is not there: it is neither blank nor zero.
 */
import {
  type Disclosure,
  type Ledger,
  type PrintedNumber,
  printedNumber,
  type PublishedCell,
  type PublishedDisclosure,
  type PublishedTable,
  type Table
} from "@juesuan/domain"
import { publishedOf } from "@juesuan/rules"
import type { Asked } from "./Asking.ts"

interface Comparative {
  readonly printed: PrintedNumber
  readonly source: string
}

/** 上年数 by address, the latest statement of each. */
const comparativesOf = (ledger: Ledger): ReadonlyMap<string, Comparative> =>
  new Map(
    ledger.facts("ComparativeRecorded").flatMap(({ data: { figure, source, unit, value } }) => {
      const printed = printedNumber(value, unit)
      return printed === undefined ? [] : [[figure, { printed, source }] as const]
    })
  )

/** A table with last year's figures in place of this year's; a cell of which there is none is left out. */
const tableBefore = (
  published: PublishedTable,
  { rows }: Table,
  comparatives: ReadonlyMap<string, Comparative>
): PublishedTable => {
  const own = new Map(rows.map((row) => [row.key, row]))
  const cellsOf = (key: string): ReadonlyArray<readonly [string, PublishedCell]> =>
    Object.entries(own.get(key)?.cells ?? {}).flatMap(([column, { figure }]) => {
      const found = comparatives.get(figure.ref)
      return found === undefined ? [] : [[column, { printed: found.printed, place: { file: found.source } }] as const]
    })
  return {
    ...published,
    statedEmpty: undefined,
    rows: published.rows.map((row) => ({ ...row, cells: Object.fromEntries(cellsOf(row.key)) }))
  }
}

const holdsFigures = ({ rows }: PublishedTable): boolean => rows.some(({ cells }) => Object.keys(cells).length > 0)

const fromComparatives = (ledger: Ledger, disclosure: Disclosure): PublishedDisclosure | undefined => {
  const comparatives = comparativesOf(ledger)
  if (comparatives.size === 0) return undefined
  const published = publishedOf(disclosure)
  const tables = published.tables
    .flatMap((table, index) => {
      const own = disclosure.tables[index]
      return own === undefined ? [] : [tableBefore(table, own, comparatives)]
    })
    .filter(holdsFigures)
  return { ...published, year: disclosure.year - 1, tables, narrative: [], evaluations: [] }
}

/** The year before the one that was asked about; `undefined` where nothing of it is held. */
export const previousOfBooks = ({ before, derivation, ledger }: Asked): PublishedDisclosure | undefined =>
  before === undefined ? fromComparatives(ledger, derivation.disclosure) : publishedOf(before.disclosure)
