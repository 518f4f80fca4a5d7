/** 其他表: tables and columns of a place's own, which no form of ours knows, add up as their own headings say. */
import type { PublishedDisclosure } from "@juesuan/domain"
import { cell, cells, everyRow, rowsBelow, sum, thisRow, total } from "../../formula/Formula.ts"
import type { DocumentTable, NamedColumn } from "../../judging/DocumentCells.ts"
import type { Judgement } from "../../judging/Finding.ts"
import type { Statement } from "../../statement/Statement.ts"
import { equal, forEach, identity } from "./head.ts"
import { judgeTables, rule } from "./structure-rule.ts"

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
    const about = { id: `structure.${id}`, label, labelEn: table.title, english: table.title }
    return identity(about, first, ...rest).judge(document)
  })

const addedUp = rule(
  {
    id: "other-tables",
    label: "其他按科目列示的表：上级科目等于下级科目之和",
    labelEn: "Other tables by code: every level is the sum of the level below",
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

/** Of a table that was not read whole no sum may be judged. */
const dividedRule = (table: DocumentTable): ReadonlyArray<Statement> =>
  (table.table.unread.length > 0 ? [] : dividedColumns(table)).flatMap(([whole, [first, second]]) =>
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
    labelEn: "Carry-over and income divided into basic and project: the total is the sum of both",
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

export const otherTables = [addedUp, divided]
