/** 勾稽规则的共同部分: where identities come from, and how one is written. */
import type { Citation } from "@juesuan/domain"
import type { TableMeaning } from "../Meanings.ts"
import { tableMeanings } from "../Meanings.ts"
import { cell, type Cell, type ColumnPick, type Condition, type RowPick } from "../../formula/Formula.ts"
import { type IdentityRule, type IdentitySource, identityRule } from "../../judging/identity.ts"
import type { Statement } from "../../statement/Statement.ts"

/** Nobody has checked the relations against the ministry's own list. */
export const citation: Citation = {
  document: "财政部部门决算公开表样：表内与表间关系",
  inForceFrom: "2015-01-01",
  verified: false
}

type Written = Pick<IdentitySource, "id" | "label" | "labelEn" | "english"> &
  Partial<
    Pick<IdentitySource, "kind" | "strength" | "severity" | "copies" | "together" | "ofLocalTable" | "jurisdiction">
  >

/** A hard identity unless it says otherwise. */
export const identity = (
  written: Written,
  ...statements: readonly [Statement, ...ReadonlyArray<Statement>]
): IdentityRule =>
  identityRule({
    kind: "identity",
    strength: "hard",
    severity: "error",
    jurisdiction: "national",
    inForceFrom: "2015-01-01",
    citation,
    ...written,
    id: `identity.${written.id}`,
    statements
  })

type TableName = keyof typeof tableMeanings
/** Names of a family (`revenue.…`) are made from the closed lists; a test holds all of them against the meanings. */
type Names<Table extends TableName, Part extends "rows" | "columns"> =
  | (keyof (typeof tableMeanings)[Table][Part] & string)
  | `${string}.${string}`

/** A cell of a table by meanings that the table is known to have; rows may also be codes. */
export const cellIn =
  <Table extends TableName>(table: Table) =>
  (row: Names<Table, "rows"> | `${number}` | RowPick, column: Names<Table, "columns"> | ColumnPick): Cell =>
    cell(table, row, column)

/** `left = right`, where the condition holds. */
export const equal = (left: Statement["left"], right: Statement["right"], when?: Condition): Statement => ({
  left,
  comparison: "=",
  right,
  ...(when === undefined ? {} : { when })
})

/** A statement for every row, column or both of a table. */
export const forEach = (loop: NonNullable<Statement["forEach"]>, statement: Statement): Statement => ({
  forEach: loop,
  ...statement
})

/** An identifier as words: `state-capital` is “state capital”. */
export const inWords = (identifier: string): string => identifier.replaceAll("-", " ")

export const labelOfTable = (name: TableName): string => (tableMeanings[name] satisfies TableMeaning).label
