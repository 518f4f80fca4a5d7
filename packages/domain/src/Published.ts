/**
 * 公开文件: what a disclosure states, as printed, with the place of every value. It is what identities, claims and scores
 * are judged on, whoever made the file: a file that was read and books that were derived and printed have this one type.
 *
 * Rows, columns and tables carry their meaning (`expenditure.basic`), which rules bind to; what they are called and
 * numbered on paper differs from place to place. A meaning that was not recognised is `undefined`, never a guess.
 */
import type { Quantity, Unit } from "./Quantity.ts"

/** 矩形 on a page, in points from its top left corner. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** 出处: where something stands in a file; page, line and sheet count from 1 and are there where the format has them. */
export interface SourcePlace {
  readonly file?: string
  readonly page?: number
  readonly sheet?: string
  readonly line?: number
  readonly rectangle?: Rectangle
}

/**
 * 印出的数: `text` as printed; `value` in 元, as a ratio (1 is 100 %), in points or in its own unit; `half` is half of the
 * last printed digit in the unit of `value` (zero where the digits are exact: counts, 元 with two decimals). The figure that
 * was printed lies in [value − half, value + half], both ends included. `shown` is the unit as printed: 万元, 元, %, 辆.
 */
export interface PrintedNumber {
  readonly _tag: "Number"
  readonly text: string
  readonly value: Quantity
  readonly half: Quantity
  readonly shown: string
}

/** What stands in a cell. Blank, dash, 0.00 and what cannot be read stay apart. */
export type Printed =
  | PrintedNumber
  | { readonly _tag: "Blank" }
  /** —, -, /, ——: the form's sign for “nothing”. */
  | { readonly _tag: "Dash"; readonly text: string }
  | { readonly _tag: "Words"; readonly text: string }
  /** Something is printed there and it cannot be read for sure. */
  | { readonly _tag: "Unreadable"; readonly text: string }

export interface PublishedCell {
  readonly printed: Printed
  readonly place: SourcePlace
  /** How the row and column are called where the cell is printed, in a row that was arranged from others. */
  readonly printedAt?: { readonly row: string; readonly column: string }
}

/** 栏. `key` is unique in its table: the headings joined by ·. */
export interface PublishedColumn {
  readonly key: string
  readonly label: string
  readonly headings: ReadonlyArray<string>
  /** 栏次 where printed. */
  readonly number: number | null
  readonly meaning: string | undefined
  /** Not printed as such: the column of an arranged row. */
  readonly arranged?: true
}

/**
 * 行. `key` is unique in its table: the code, else the label without numbering, told apart by a counter where it is printed
 * twice. `meaning`: a functional or economic code (`2010306`, `30101`), or a row of a form (`income-of-year`, `total`).
 */
export interface PublishedRow {
  readonly key: string
  readonly label: string
  readonly code: string | undefined
  readonly meaning: string | undefined
  readonly place: SourcePlace
  /** By column key; a column that the row has no place for is absent. */
  readonly cells: Readonly<Record<string, PublishedCell>>
  /** Not printed as such: arranged from other rows of the table, so that rules find every form alike. */
  readonly arranged?: true
}

/** What stands there and was not understood, and why: nothing is dropped in silence. */
export interface Unread {
  readonly text: string
  readonly reason: { readonly zh: string; readonly en: string }
  readonly place: SourcePlace
  /** Beside what is judged, such as a chart between paragraphs: said, but no reason to doubt that the rest was read whole. */
  readonly aside?: true
}

export interface PublishedTable {
  /** As printed (`公开03`); `表1`, `表2` … in the order of the document where no number is printed. */
  readonly id: string
  readonly title: string
  /** The meaning of a template (`expenditure`); `undefined` for a table that is none of them. */
  readonly meaning: string | undefined
  /** 金额单位; `undefined` where none is declared and none can be inferred without doubt. */
  readonly unit: { readonly shown: string; readonly unit: Unit } | undefined
  readonly columns: ReadonlyArray<PublishedColumn>
  readonly rows: ReadonlyArray<PublishedRow>
  /** 本表无数据, as printed, where the table says so. */
  readonly statedEmpty: { readonly text: string; readonly place: SourcePlace } | undefined
  readonly notes: ReadonlyArray<string>
  readonly unread: ReadonlyArray<Unread>
  readonly place: SourcePlace
  /** Not printed as a table of its own: a part of the printed table of this id, arranged so that rules find it. */
  readonly arranged?: true
}

/** 段落: one paragraph of running text, lines joined, with the headings it stands under, outermost first, as printed. */
export interface PublishedParagraph {
  readonly headings: ReadonlyArray<string>
  readonly text: string
  readonly place: SourcePlace
}

/** 资金 row of a self-evaluation: 合计 first, then sources as printed. A column the form lacks is `undefined`. */
export interface PublishedFunds {
  readonly source: string
  readonly applied: Printed | undefined
  /** 年初预算数 (预算编制数 where the form has both). */
  readonly initial: Printed | undefined
  readonly fullYear: Printed | undefined
  readonly executed: Printed | undefined
  readonly unspent: Printed | undefined
  readonly weight: Printed | undefined
  readonly rate: Printed | undefined
  readonly score: Printed | undefined
  readonly reason: string
  readonly place: SourcePlace
}

export interface PublishedIndicator {
  readonly level1: string
  readonly level2: string
  readonly name: string
  /** 年初指标值 and 调整后指标值 as printed; a form with one target column fills `target` only. */
  readonly initialTarget: string | undefined
  readonly target: string
  readonly actual: string
  readonly weight: Printed
  readonly score: Printed
  readonly explanation: string
  readonly reason: string
  readonly place: SourcePlace
}

/** 项目支出绩效自评 as published. */
export interface PublishedEvaluation {
  /** 自评表, or 自评分析报告. */
  readonly form: "table" | "report"
  /** Whether the form reads cleanly; in a noisy one (character recognition) no difference is an error. */
  readonly legibility: "clean" | "noisy"
  readonly project: string
  readonly unit: string | undefined
  readonly year: number | undefined
  readonly funds: ReadonlyArray<PublishedFunds>
  readonly indicators: ReadonlyArray<PublishedIndicator>
  /** 总分 as the form's own total row. */
  readonly total: Printed | undefined
  /** 分值 in the total row, where the form prints it. */
  readonly totalWeight?: Printed
  readonly grade: string | undefined
  readonly paragraphs: ReadonlyArray<PublishedParagraph>
  readonly unread: ReadonlyArray<Unread>
  readonly place: SourcePlace
}

/** 部门决算公开 as published: one disclosure, from one file or several. */
export interface PublishedDisclosure {
  readonly files: ReadonlyArray<{ readonly name: string; readonly format: string; readonly pages: number | null }>
  /** 部门 or 单位 as named in the title or in the tables. */
  readonly unit: string | undefined
  readonly year: number | undefined
  readonly tables: ReadonlyArray<PublishedTable>
  readonly narrative: ReadonlyArray<PublishedParagraph>
  readonly evaluations: ReadonlyArray<PublishedEvaluation>
  readonly unread: ReadonlyArray<Unread>
}

/** Addresses of cells in what rules say and findings name: `expenditure/2010306/expenditure.basic`, by meaning. */
export const cellAddress = (table: string, row: string, column: string): string => `${table}/${row}/${column}`
