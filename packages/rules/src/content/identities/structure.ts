/**
 * 表的结构: what must hold of the rows of tables whatever their amounts: codes that stand under their 类 and 款, each once;
 * an empty table that says so; and tables of a place's own that add up along their codes.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import type { CheckRule } from "../../judging/CheckRule.ts"
import { cellsOf, type DocumentTable, type NamedColumn, type NamedRow } from "../../judging/DocumentCells.ts"
import type { Judgement, Severity, Where, Wording } from "../../judging/Finding.ts"
import { insideQuotes } from "../../judging/naming.ts"
import { identityRule } from "../../judging/identity.ts"
import { cell, cells, everyRow, rowsBelow, sum, thisRow, total } from "../../formula/Formula.ts"
import type { Statement } from "../../statement/Statement.ts"
import { citation, forEach, equal } from "./head.ts"

const rule = (
  head: Pick<CheckRule, "label" | "severity" | "strength" | "statement"> & { readonly id: string },
  judge: CheckRule["judge"]
): CheckRule => ({
  ...head,
  id: `identity.structure.${head.id}`,
  kind: "identity",
  jurisdiction: "national",
  inForceFrom: "2015-01-01",
  citation,
  judge
})

const notApplicable = (zh: string, en: string): Judgement => ({ outcome: "not-applicable", reason: { zh, en } })

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

const judgeTables = (
  document: PublishedDisclosure,
  judge: (table: DocumentTable) => ReadonlyArray<Judgement>
): ReadonlyArray<Judgement> => {
  const judgements = cellsOf(document).tables.flatMap(judge)
  return judgements.length > 0 ? judgements : [notApplicable("文件没有这样的表", "the document has no such table")]
}

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

const duplicates = rule(
  {
    id: "one-row-per-code",
    label: "同一科目在一张表里只有一行",
    strength: "hard",
    severity: "warning",
    statement: { zh: "同一科目在一张表里只有一行", en: "A code stands once in a table" }
  },
  (document) =>
    judgeTables(document, (table) => {
      if (table.table.meaning === undefined) return []
      const coded = codedRows(table)
      const repeated = coded.filter(({ code }, index) => coded.findIndex((other) => other.code === code) !== index)
      if (coded.length === 0) return []
      if (repeated.length === 0) return [{ outcome: "pass" }]
      return repeated.map((row) =>
        failed(
          "one-row-per-code",
          "warning",
          {
            zh: `《${table.title}》的科目 ${row.code} ${row.row.label} 印了不止一行`,
            en: `“${insideQuotes(table.title)}” prints ${row.code} ${row.row.label} in more than one row`
          },
          coded.filter(({ code }) => code === row.code).map((same) => atRow(table, same))
        )
      )
    })
)

const canBeEmpty = ["government-fund", "state-capital-expenditure"]

const empty = rule(
  {
    id: "stated-empty",
    label: "空表注明无数据，注明无数据的表没有数",
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

/** A table that no place's rules know adds up where its headings leave no doubt: every row has a code, but for one 合计. */
const addsUpForSure = ({ rows, table }: DocumentTable): boolean => {
  const filled = rows.filter(({ row }) => Object.values(row.cells).some(({ printed }) => printed._tag === "Number"))
  const coded = filled.filter(({ code }) => code !== undefined)
  const families = new Set(coded.map(({ code }) => code?.[0]))
  const codes = coded.map(({ code }) => code)
  return (
    table.meaning === undefined &&
    table.unit !== undefined &&
    table.unread.length === 0 &&
    coded.length >= 2 &&
    coded.length >= filled.length - 1 &&
    families.size === 1 &&
    new Set(codes).size === codes.length
  )
}

/** Shares, rates and counts per head do not add up; amounts of money do. */
const amountColumns = ({ columns, rows }: DocumentTable): ReadonlyArray<NamedColumn> =>
  columns.filter(
    ({ column: { key } }) =>
      !/[%％率比]|人均|单价|编码|代码/u.test(key) &&
      rows.every(({ row: { cells } }) => {
        const printed = cells[key]?.printed
        return printed?._tag !== "Number" || printed.value.unit.kind === "yuan"
      })
  )

const addedUpIn = ({ name }: DocumentTable, { column: { key } }: NamedColumn): Statement =>
  forEach({ table: name, rows: everyRow }, equal(cell(name, thisRow, key), total(cells(name, rowsBelow, key))))

/** Judges what a table's own headings say must hold. */
const judgeWritten = (
  document: PublishedDisclosure,
  { id, label }: { readonly id: string; readonly label: string },
  statementsOf: (table: DocumentTable) => ReadonlyArray<Statement>
): ReadonlyArray<Judgement> =>
  judgeTables(document, (table) => {
    const [first, ...rest] = statementsOf(table)
    if (first === undefined) return []
    return identityRule({
      id: `identity.structure.${id}`,
      label,
      english: table.title,
      kind: "identity",
      strength: "hard",
      severity: "error",
      jurisdiction: "national",
      inForceFrom: "2015-01-01",
      citation,
      statements: [first, ...rest]
    }).judge(document)
  })

const addedUp = rule(
  {
    id: "other-tables",
    label: "其他按科目列示的表：上级科目等于下级科目之和",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "各行都有科目代码的其他表，上级科目等于下级科目之和",
      en: "In further tables whose rows all have codes, every row is the sum of the rows below it"
    }
  },
  (document) =>
    judgeWritten(document, { id: "other-tables", label: "上级科目等于下级科目之和" }, (table) =>
      addsUpForSure(table) ? amountColumns(table).map((column) => addedUpIn(table, column)) : []
    )
)

/** Columns under one heading that a form of ours does not know: 合计, 基本支出…, 项目支出… and nothing else. */
const dividedColumns = ({
  columns
}: DocumentTable): ReadonlyArray<readonly [NamedColumn, ReadonlyArray<NamedColumn>]> => {
  const printed = columns.filter(({ column }) => column.arranged !== true && column.headings.length === 2)
  const groups = new Map(printed.map(({ column: { headings } }) => [headings[0], headings[0]]))
  return [...groups.keys()].flatMap((heading) => {
    const group = printed.filter(({ column: { headings } }) => headings[0] === heading)
    const [whole, ...wholes] = group.filter(({ column: { headings } }) => /^(?:合计|小计)$/u.test(headings[1] ?? ""))
    const parts = group.filter(({ column: { headings } }) => /^(?:基本支出|项目支出)/u.test(headings[1] ?? ""))
    // Headings that ran into each other (基本支出项目支出) say nothing for sure.
    const isParted = (["基本支出", "项目支出"] as const).every(
      (name) => parts.filter(({ column: { headings } }) => headings[1]?.includes(name)).length === 1
    )
    const isSure = whole !== undefined && wholes.length === 0 && isParted && parts.length === 2 && group.length === 3
    return isSure && parts.every(({ column: { meaning } }) => meaning === undefined) ? [[whole, parts] as const] : []
  })
}

const dividedRule = (table: DocumentTable): ReadonlyArray<Statement> =>
  dividedColumns(table).flatMap(([whole, [first, second]]) =>
    first === undefined || second === undefined
      ? []
      : [
          forEach(
            { table: table.name, rows: everyRow },
            equal(
              cell(table.name, thisRow, whole.column.key),
              sum(cell(table.name, thisRow, first.column.key), cell(table.name, thisRow, second.column.key))
            )
          ),
          addedUpIn(table, first),
          addedUpIn(table, second)
        ]
  )

const divided = rule(
  {
    id: "divided-columns",
    label: "结转、收入分为基本支出与项目支出的：合计等于两栏之和",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "结转、收入分为基本支出与项目支出两栏的，合计等于两栏之和，两栏各自按科目加总",
      en: "Where carry-over or income is divided into basic and project expenditure, the two make up the total and add up along the codes"
    }
  },
  (document) =>
    judgeWritten(document, { id: "divided-columns", label: "分为基本支出与项目支出的，合计等于两栏之和" }, dividedRule)
)

export const structure = [closure, duplicates, empty, addedUp, divided]
