/**
 * 底稿: a disclosure laid out for one province and not yet written in any format. Text is kept in parts, so that a planted
 * error can change one of them and say which; cells keep which cell of which table they print.
 */
import type { SheetKind } from "./Statement.ts"

/** What a part of a sentence states. Everything that can be planted in is a part of its own. */
export type Part =
  | string
  /** An amount in hundredths of 万元 with what it is: a figure of a table, of the budget, of last year, a change. */
  | { readonly part: "amount"; readonly hundredths: number; readonly text: string; readonly role: AmountRole }
  | {
      readonly part: "percent"
      readonly text: string
      readonly role: "share" | "growth" | "completion" | "stated"
      readonly wrong?: string
    }
  | { readonly part: "direction"; readonly text: string; readonly opposite: string }
  | { readonly part: "unchanged"; readonly text: string }
  | { readonly part: "count"; readonly of: number; readonly text: string; readonly role: string }
  | {
      readonly part: "list"
      readonly items: ReadonlyArray<string>
      readonly others: ReadonlyArray<string>
      readonly isOpen: boolean
    }
  | { readonly part: "year"; readonly text: string }

export type AmountRole = "table" | "initial" | "change" | "other"

export interface Paragraph {
  readonly block: "paragraph"
  readonly parts: ReadonlyArray<Part>
}

/** Where a printed cell comes from: a cell of a sheet, a figure of an evaluation. */
export interface Origin {
  readonly sheet: SheetKind
  readonly row: string
  readonly column: string
}

export interface DraftCell {
  readonly text: string
  readonly rowSpan?: number
  readonly columnSpan?: number
  readonly origin?: Origin
}

/** `undefined` where a cell above or to the left reaches over this place. */
export type DraftRow = ReadonlyArray<DraftCell | undefined>

export interface DraftTable {
  readonly block: "table"
  /** The sheet that it prints; `evaluation` and `other` for forms that are none. */
  readonly kind: SheetKind | "evaluation" | "other"
  readonly title: string
  /** Lines between title and grid: number of the table, unit, year, 金额单位. */
  readonly captions: ReadonlyArray<string>
  readonly width: number
  readonly header: ReadonlyArray<DraftRow>
  readonly body: ReadonlyArray<DraftRow>
  readonly notes: ReadonlyArray<string>
  /** Body rows before which a page ends, counted from 0. */
  readonly breaks: ReadonlyArray<number>
  readonly repeatsHeader: boolean
  /** Whether title and captions stand inside the grid, as in sheets that were exported as they were. */
  readonly titleInGrid: boolean
}

export type Block =
  | { readonly block: "cover"; readonly lines: ReadonlyArray<string> }
  | { readonly block: "contents"; readonly lines: ReadonlyArray<readonly [string, number]> }
  | { readonly block: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly block: "page" }
  | Paragraph
  | DraftTable

export interface Draft {
  readonly blocks: ReadonlyArray<Block>
}

const textOf = (part: Part): string => {
  if (typeof part === "string") return part
  if (part.part !== "list") return part.text
  const { items, isOpen } = part
  const joined = items.join("、")
  return isOpen ? `${joined}等` : joined
}

export const paragraphText = ({ parts }: Paragraph): string => parts.map(textOf).join("")
