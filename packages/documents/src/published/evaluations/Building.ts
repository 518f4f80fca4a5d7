/** 自评在读: an evaluation while its blocks are being read; what it has become when its last block was read is another matter. */
import type {
  PublishedFunds,
  PublishedIndicator,
  PublishedParagraph,
  Printed,
  SourcePlace,
  Unread
} from "@juesuan/domain"
import type { ReadColumns } from "./columns.ts"
import type { FundsColumn, IndicatorColumn } from "./labels.ts"

/** What speaks against a form being legible, counted by kind. */
interface Signs {
  /** Labels that nearly are known ones, or headings that are not understood. */
  garbled: number
  /** Cells that hold what their column cannot hold, or stand where no column is. */
  misfits: number
  /** Rows of funds and indicators in all. */
  rows: number
}

export interface Building {
  readonly form: "table" | "report"
  readonly place: SourcePlace
  project: string
  unit: string | undefined
  year: number | undefined
  moneyUnit: string | undefined
  /** Columns of indicators as read last: a form that runs over pages repeats no headings. */
  indicatorColumns: ReadColumns<IndicatorColumn> | undefined
  fundsColumns: ReadColumns<FundsColumn> | undefined
  /** Which amounts the rows of sources repeat, where labels and numbers stand side by side. */
  pairColumns: ReadonlyArray<FundsColumn> | undefined
  /** What the next row may belong to. */
  part: "head" | "funds" | "indicators" | "text"
  level1: string
  level2: string
  total: Printed | undefined
  totalWeight: Printed | undefined
  grade: string | undefined
  readonly funds: Array<PublishedFunds>
  readonly indicators: Array<PublishedIndicator>
  readonly paragraphs: Array<PublishedParagraph>
  readonly unread: Array<Unread>
  readonly headings: Array<string>
  /** Rows whose cells blanks alone part, and whether it is sure which cells those are. */
  readonly loose: Array<{ readonly text: string; readonly place: SourcePlace; readonly isSure: boolean }>
  readonly signs: Signs
}

export const building = (form: Building["form"], project: string, place: SourcePlace): Building => ({
  form,
  place,
  project,
  unit: undefined,
  year: undefined,
  moneyUnit: undefined,
  indicatorColumns: undefined,
  fundsColumns: undefined,
  pairColumns: undefined,
  part: "head",
  level1: "",
  level2: "",
  total: undefined,
  totalWeight: undefined,
  grade: undefined,
  funds: [],
  indicators: [],
  paragraphs: [],
  unread: [],
  headings: [],
  loose: [],
  signs: { garbled: 0, misfits: 0, rows: 0 }
})

/** Remembers what was not understood. */
export const leaveUnread = ({ unread }: Building, text: string, reason: Unread["reason"], place: SourcePlace): void => {
  if (text.trim() !== "") unread.push({ text, reason, place })
}
