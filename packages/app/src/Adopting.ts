/**
 * 采纳: what a published disclosure says about the year before, as facts of a unit's next year: every amount as last year's
 * figure (上年数), and the opening carry-over, which is published in 万元 and by no line of the budget: so its lines are
 * given in 元 and held against what was published. Nothing is guessed.
 */
import type { CarryoverRow, RequestRow } from "@juesuan/documents"
import {
  Fund,
  intervalOf,
  type PrintedNumber,
  type PublishedDisclosure,
  type PublishedTable,
  Quantities,
  type Quantity,
  type SourcePlace
} from "@juesuan/domain"
import type { AddressOfMeaning } from "@juesuan/rules"
import type { Says } from "./AppError.ts"

/** A published amount that opening carry-over has to agree with. */
interface PublishedCarryover {
  /** `undefined`: of all funds together. */
  readonly fund: Fund | undefined
  readonly printed: PrintedNumber
}

const numberAt = (table: PublishedTable, row: string, column: string): PrintedNumber | undefined => {
  const key = table.columns.find(({ meaning }) => meaning === column)?.key ?? ""
  const printed = table.rows.find(({ meaning }) => meaning === row)?.cells[key]?.printed
  return printed?._tag === "Number" ? printed : undefined
}

const tableOf = ({ tables }: PublishedDisclosure, meaning: string): PublishedTable | undefined =>
  tables.find((table) => table.meaning === meaning)

/** 年末结转和结余 as published: in total, and of each budget of 财政拨款 where the form prints it. */
const publishedClosing = (document: PublishedDisclosure): ReadonlyArray<PublishedCarryover> => {
  const summary = tableOf(document, "income-expenditure-summary")
  const fiscal = tableOf(document, "fiscal-income-expenditure-summary")
  const total = summary && numberAt(summary, "closing-carryover", "expenditure")
  const byFund = Fund.ids.flatMap((fund): ReadonlyArray<PublishedCarryover> => {
    const printed = fiscal && numberAt(fiscal, "closing-carryover", `expenditure.${fund}`)
    return printed === undefined ? [] : [{ fund, printed }]
  })
  return [...(total === undefined ? [] : [{ fund: undefined, printed: total }]), ...byFund]
}

const sumOf = (rows: ReadonlyArray<CarryoverRow>): Quantity =>
  rows.reduce(
    (sum, { amount }) => Quantities.plus(sum, Quantities.quantity(amount, Quantities.yuan)),
    Quantities.quantity("0", Quantities.yuan)
  )

const nameOf = (fund: Fund | undefined): string => (fund === undefined ? "合计" : Fund.labelOf(fund))

/** Where the lines that were given do not add up to what was published. */
const carryoverMismatches = (document: PublishedDisclosure, rows: ReadonlyArray<CarryoverRow>): ReadonlyArray<Says> =>
  publishedClosing(document).flatMap(({ fund, printed }) => {
    const given = sumOf(rows.filter((row) => fund === undefined || row.fund === fund))
    const { high, low } = intervalOf(printed)
    if (Quantities.compare(given, low) >= 0 && Quantities.compare(given, high) <= 0) return []
    const text = Quantities.text(given, 2)
    return [
      {
        zh: `年初结转和结余（${nameOf(fund)}）：公开的年末数为 ${printed.text}${printed.shown}，所给各行合计 ${text}元，对不上`,
        en: `opening carry-over (${nameOf(fund)}): published as ${printed.text}${printed.shown}, the lines given add up to ${text}元`
      }
    ]
  })

const placeText = ({ file, line, page, sheet }: SourcePlace, table: PublishedTable, only: string | undefined): string =>
  [
    file ?? only,
    sheet,
    table.id,
    page === undefined ? undefined : `第${page}页`,
    page === undefined && line !== undefined ? `第${line}行` : undefined
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" ")

/** 上年数 of every amount that has an address of ours. */
const comparatives = (
  document: PublishedDisclosure,
  addressOf: AddressOfMeaning,
  occurredOn: string
): ReadonlyArray<Omit<RequestRow, "line">> =>
  document.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column): ReadonlyArray<Omit<RequestRow, "line">> => {
        const cell = row.cells[column.key]
        const { meaning } = table
        if (cell?.printed._tag !== "Number" || meaning === undefined) return []
        const figure = addressOf(meaning, row.meaning ?? "", column.meaning ?? "")
        if (figure === undefined) return []
        const { shown, text } = cell.printed
        const value = text.normalize("NFKC").replaceAll(/[,\s]/gu, "")
        const data = {
          occurredOn,
          figure,
          value,
          unit: shown,
          source: placeText(cell.place, table, document.files[0]?.name)
        }
        return [{ kind: "ComparativeRecorded", data }]
      })
    )
  )

export interface AdoptionPlan {
  readonly unit: string
  /** The year that is opened: the one after the disclosure's. */
  readonly year: number
  readonly rows: ReadonlyArray<RequestRow>
  readonly comparatives: number
}

export interface AdoptionTerms {
  readonly unit: string
  readonly year: number
  readonly addressOf: AddressOfMeaning
  readonly carryovers: ReadonlyArray<CarryoverRow>
  /** The unit as it has to be registered; `undefined` where the books know it. */
  readonly registration: object | undefined
  /** Whether the books have opened the year already. */
  readonly isOpen: boolean
}

/** What has to be recorded, in order. */
export const planAdoption = (document: PublishedDisclosure, terms: AdoptionTerms): AdoptionPlan => {
  const { addressOf, carryovers, isOpen, registration, unit, year } = terms
  const occurredOn = `${year}-01-01`
  const figures = comparatives(document, addressOf, occurredOn)
  const projects = new Set(carryovers.flatMap(({ project }) => project ?? []))
  const opening = [
    ...(registration === undefined ? [] : [{ kind: "UnitRegistered", data: { occurredOn, ...registration } }]),
    ...[...projects].map((project) => ({ kind: "ProjectListed", data: { occurredOn, project, name: project } })),
    ...(isOpen ? [] : [{ kind: "YearOpened", data: { occurredOn, carryovers } }])
  ]
  const rows = [...opening, ...figures].map((row, index): RequestRow => ({ line: index + 1, unit, year, ...row }))
  return { unit, year, rows, comparatives: figures.length }
}

/** The year before and what has to be known before it can be adopted; sentences, none where all is there. */
export const adoptionObstacles = (
  document: PublishedDisclosure,
  { carryovers, isOpen }: Pick<AdoptionTerms, "carryovers" | "isOpen">
): ReadonlyArray<Says> => {
  if (isOpen) return []
  const needed = publishedClosing(document).filter(({ printed }) => !Quantities.isZero(printed.value))
  const summary = tableOf(document, "income-expenditure-summary")
  if (summary === undefined) {
    return [
      {
        zh: "没有读到收入支出决算总表，不知道年末结转和结余",
        en: "the summary of income and expenditure was not found: the closing carry-over is unknown"
      }
    ]
  }
  const [first] = needed
  if (first !== undefined && carryovers.length === 0) {
    return [
      {
        zh: `公开的年末结转和结余为 ${first.printed.text}${first.printed.shown}，公开表里没有它的科目和到分的金额；请用 --carryover 文件给出各行（资金性质、功能科目、支出类型、项目代码、金额）`,
        en: `the closing carry-over is published as ${first.printed.text}${first.printed.shown}, without codes and without amounts to the 分: give its lines in a file with --carryover (fund, functional, kind, project, amount)`
      }
    ]
  }
  return carryoverMismatches(document, carryovers)
}
