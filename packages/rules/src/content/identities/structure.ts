/**
 * 表的结构: what must hold of the rows of tables whatever their amounts: codes that stand under their 类 and 款, each once;
 * an empty table that says so; and tables of a place's own that add up along their codes.
 */
import { type PublishedDisclosure, Quantities } from "@juesuan/domain"
import { cellsOf, type DocumentTable, type NamedRow } from "../../judging/DocumentCells.ts"
import type { Judgement, Severity, Where, Wording } from "../../judging/Finding.ts"
import { insideQuotes } from "../../judging/naming.ts"
import { otherTables } from "./other-tables.ts"
import { judgeTables, notApplicable, rule } from "./structure-rule.ts"

const atRow = ({ title }: DocumentTable, { row }: NamedRow): Where => ({
  ...row.place,
  table: title,
  row: `${row.key} ${row.label}`
})

/** Rows by functional or economic code that hold a number. */
const codedRows = ({ rows }: DocumentTable): ReadonlyArray<NamedRow & { readonly code: string }> =>
  rows.flatMap((named) =>
    named.code !== undefined && Object.values(named.row.cells).some(({ printed }) => printed._tag === "Number")
      ? [{ ...named, code: named.code }]
      : []
  )

const levels = [3, 5] as const

interface Level {
  readonly has: number
  readonly missing: ReadonlyArray<NamedRow & { readonly code: string }>
}

/** The rows below a level, by whether the table prints the row that they stand under. */
const levelOf = (table: DocumentTable, digits: number): Level => {
  const codes = new Set(table.rows.flatMap(({ code }) => code ?? []))
  const deeper = codedRows(table).filter(({ code }) => code.length > digits)
  const missing = deeper.filter(({ code }) => !codes.has(code.slice(0, digits)))
  return { has: deeper.length - missing.length, missing }
}

/** Tables of the document that print a level without a gap, and the code itself where it is asked for. */
const printElsewhere = (tables: ReadonlyArray<DocumentTable>, code: string): boolean => {
  const complete = tables.filter((table) => {
    const { has, missing } = levelOf(table, code.length)
    return has >= 2 && missing.length === 0
  })
  return complete.length >= 2 && complete.some(({ rows }) => rows.some((row) => row.code === code))
}

/**
 * Only a form that prints every level can lack a row: one that leaves a level out lacks nothing. A table too small to tell
 * is measured by the others of the document.
 */
const orphansOf = (
  table: DocumentTable,
  others: ReadonlyArray<DocumentTable>
): ReadonlyArray<readonly [NamedRow, string]> =>
  levels.flatMap((digits) => {
    const { has, missing } = levelOf(table, digits)
    const isSure = has > missing.length && has >= 2
    const printsMore = table.rows.some(({ code }) => code !== undefined && code.length < 7)
    return missing
      .filter(({ code }) => isSure || (printsMore && printElsewhere(others, code.slice(0, digits))))
      .map((row) => [row, row.code.slice(0, digits)] as const)
  })

const failed = (id: string, severity: Severity, message: Wording, where: ReadonlyArray<Where>): Judgement => ({
  outcome: "fail",
  finding: { rule: `identity.structure.${id}`, severity, message, where }
})

/** The other tables of the document by the same classification, read without rest. */
const others = (document: PublishedDisclosure, { name, table }: DocumentTable): ReadonlyArray<DocumentTable> =>
  cellsOf(document).tables.filter(
    (other) => other.name !== name && other.table.meaning !== table.meaning && other.table.unread.length === 0
  )

const closure = rule(
  {
    id: "closure",
    label: "每个项、款都有它的款、类",
    labelEn: "Every item and sub-class has its sub-class and class",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "印有各级科目的表里，每个项级科目有款级、类级科目的行",
      en: "In a table that prints all levels, every item stands under rows of its section and class"
    }
  },
  (document) =>
    judgeTables(document, (table) => {
      if (table.table.meaning === undefined || codedRows(table).length === 0) return []
      const orphans = orphansOf(table, others(document, table))
      if (orphans.length === 0) return [{ outcome: "pass" }]
      // What was not read may be the row that is missed.
      if (table.table.unread.length > 0) {
        const zh = `${table.title}有没读懂的内容，缺的行可能就在其中`
        return [
          {
            outcome: "insufficient-data",
            reason: { zh, en: `${table.title} holds content that was not understood` },
            undecided: true
          }
        ]
      }
      return orphans.map(([row, code]) =>
        failed(
          "closure",
          "error",
          {
            zh: `《${table.title}》有科目 ${row.row.key} ${row.row.label}，没有它的上级科目 ${code} 的行`,
            en: `“${insideQuotes(table.title)}” prints ${row.row.key} ${row.row.label} without a row for ${code} above it`
          },
          [atRow(table, row)]
        )
      )
    })
)

/** Rows by code that stand twice, each with all that stand for it. */
const codesTwice = (table: DocumentTable): ReadonlyArray<readonly [NamedRow, ReadonlyArray<NamedRow>]> => {
  const coded = codedRows(table)
  return coded
    .filter(({ code }, index) => coded.findIndex((other) => other.code === code) !== index)
    .map((row) => [row, coded.filter(({ code }) => code === row.code)])
}

const amountsOf = ({ row }: NamedRow): string =>
  Object.entries(row.cells)
    .flatMap(([column, { printed }]) =>
      printed._tag === "Number" ? [`${column} ${Quantities.text(printed.value)}`] : []
    )
    .join("\n")

/** Lines of a form that stand twice with the same amounts: the first is known for what it is, the other for nothing. */
const linesTwice = ({ rows }: DocumentTable): ReadonlyArray<readonly [NamedRow, ReadonlyArray<NamedRow>]> => {
  const known = new Map(
    rows.flatMap((row) =>
      row.row.meaning === undefined ? [] : [[`${row.row.label}\n${amountsOf(row)}`, row] as const]
    )
  )
  return rows.flatMap((row) => {
    const amounts = amountsOf(row)
    const first = row.row.meaning === undefined ? known.get(`${row.row.label}\n${amounts}`) : undefined
    return first === undefined || row.code !== undefined || amounts === "" ? [] : [[row, [first, row]] as const]
  })
}

const duplicates = rule(
  {
    id: "one-row-per-code",
    label: "同一科目、同一项目在一张表里只有一行",
    labelEn: "One row a code, or a line of a form, in a table",
    strength: "hard",
    severity: "warning",
    statement: { zh: "同一科目、同一项目在一张表里只有一行", en: "A code, or a line of a form, stands once in a table" }
  },
  (document) =>
    judgeTables(document, (table) => {
      if (table.table.meaning === undefined) return []
      const repeated = [...codesTwice(table), ...linesTwice(table)]
      if (repeated.length === 0) return table.rows.some((row) => amountsOf(row) !== "") ? [{ outcome: "pass" }] : []
      return repeated.map(([row, same]) =>
        failed(
          "one-row-per-code",
          "warning",
          {
            zh: `《${table.title}》的${row.code === undefined ? "项目" : `科目 ${row.code}`} ${row.row.label} 印了不止一行`,
            en: `“${insideQuotes(table.title)}” prints ${row.code ?? ""} ${row.row.label} in more than one row`
          },
          same.map((one) => atRow(table, one))
        )
      )
    })
)

const canBeEmpty = ["government-fund", "state-capital-expenditure"]

const empty = rule(
  {
    id: "stated-empty",
    label: "空表注明无数据，注明无数据的表没有数",
    labelEn: "An empty table says so, and a table that says so is empty",
    strength: "soft",
    severity: "note",
    statement: {
      zh: "没有数的政府性基金表、国有资本经营表注明本表无数据，有数的不注",
      en: "A table of government funds or state capital without numbers says so, and one with numbers does not"
    }
  },
  (document) => {
    const tables = cellsOf(document).tables.filter(({ table }) => canBeEmpty.includes(table.meaning ?? ""))
    if (tables.length === 0) return [notApplicable("文件没有这两张表", "the document has neither table")]
    return tables.map((table): Judgement => {
      const { statedEmpty } = table.table
      if (table.isEmpty === (statedEmpty !== undefined)) return { outcome: "pass" }
      const message = table.isEmpty
        ? {
            zh: `《${table.title}》没有数，也没有注明本表无数据`,
            en: `“${insideQuotes(table.title)}” has no numbers and does not say so`
          }
        : {
            zh: `《${table.title}》注明“${statedEmpty?.text ?? ""}”，表里却有数`,
            en: `“${insideQuotes(table.title)}” says that it is empty and holds numbers`
          }
      return failed("stated-empty", "note", message, [
        { ...(statedEmpty?.place ?? table.table.place), table: table.title }
      ])
    })
  }
)

export const structure = [closure, duplicates, empty, ...otherTables]
