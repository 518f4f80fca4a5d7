/**
 * 预算: 目标申报数, 年初预算数 (预算编制数), 预算调整数, 年初结转和结余 and 全年预算数, in total, by functional code, by project and by
 * budget line. Both bases that a rate can be taken on, the year-start and the full-year budget, are figures of their own.
 */
import {
  type Account,
  ExpenditureKind,
  Fund,
  isFunctionalCode,
  type Ledger,
  Quantities,
  type Selection
} from "@juesuan/domain"
import { type DefinedRow, DefinedSpace, addressOf } from "../../FigureSpace.ts"
import type { FigureSource } from "../../formula/evaluate.ts"
import { reference, select, sum } from "../../formula/Formula.ts"
import type { Definition, RuleHeader } from "../../Rule.ts"
import { projectNames } from "./projects.ts"

const head = "预算"

/** What is budgeted on: everything, a code, a project, one line. */
type Subject = Omit<Selection, "account" | "item" | "detail" | "economic">

const applied = "目标申报数"
const initial = "年初预算数"
const adjustment = "预算调整数"
const carriedOver = "年初结转和结余"
const fullYear = "全年预算数"

const selectedColumns = [
  [applied, "budget-applied"],
  [initial, "budget-approved"],
  [adjustment, "budget-adjustment"],
  [carriedOver, "opening-carryover"]
] as const satisfies ReadonlyArray<readonly [string, Account]>
const accounts = selectedColumns.map(([, account]) => account)

const columns = [
  { label: applied },
  { label: initial, names: ["预算编制数"] },
  { label: adjustment },
  { label: carriedOver },
  { label: fullYear, names: ["调整后预算数"] }
]

const ruleOf = (name: string, label: string): RuleHeader => ({
  id: `national.budget.${name}`,
  label,
  citation: {
    document: "《预算管理一体化规范（2.0版）》（财办〔2023〕12号）",
    inForceFrom: "2023-01-01",
    verified: false
  },
  jurisdiction: "national",
  inForceFrom: "2023-01-01"
})

/** The rules of this file, for the registry. */
export const budgetRules = {
  recorded: ruleOf("recorded", "预算批复、预算调整与年初结转"),
  fullYear: ruleOf("full-year", "全年预算数＝年初预算数＋预算调整数＋年初结转和结余")
} as const

const rowOf = (key: string, label: string, subject: Subject, names: ReadonlyArray<string> = []): DefinedRow => {
  const cell = (column: string) => reference(addressOf(head, key, column), column, Quantities.yuan)
  const definitions = new Map<string, Definition>([
    ...selectedColumns.map(([column, account]): [string, Definition] => [
      column,
      { rule: budgetRules.recorded, formula: select({ account, ...subject }) }
    ]),
    [fullYear, { rule: budgetRules.fullYear, formula: sum(cell(initial), cell(adjustment), cell(carriedOver)) }]
  ])
  return {
    key,
    label,
    names,
    columns,
    define: (column) => definitions.get(column),
    name: (column) => `${label}·${column}`
  }
}

const prefixesOf = (code: string): ReadonlyArray<string> =>
  [3, 5, 7].filter((length) => length <= code.length).map((length) => code.slice(0, length))

/** One row per fund, functional code as budgeted, 支出类型 and project. */
const lineRows = (ledger: Ledger, names: ReadonlyMap<string, string>): ReadonlyArray<DefinedRow> => {
  const rows = ledger.entries.cells({ account: accounts }).map(({ dimensions }): DefinedRow => {
    const { functional, project } = dimensions
    const fund = Fund.ids.find((id) => id === dimensions.fund)
    const kind = ExpenditureKind.ids.find((id) => id === dimensions.kind)
    const parts = [
      fund === undefined ? dimensions.fund : Fund.labelOf(fund),
      functional,
      kind === undefined ? dimensions.kind : ExpenditureKind.labelOf(kind)
    ]
    const key = [...parts, ...(project === "" ? [] : [project])].join("·")
    const label = [...parts, ...(project === "" ? [] : [names.get(project) ?? project])].join("·")
    return rowOf(key, label, {
      fund: [dimensions.fund],
      functional: [functional],
      kind: [dimensions.kind],
      project: [project]
    })
  })
  return [...new Map(rows.map((row) => [row.key, row])).values()]
}

/** A project's code; where it looks like a functional code it is told apart from one. */
const projectKey = (code: string): string => (isFunctionalCode(code) ? `项目${code}` : code)

const rowsOf = (ledger: Ledger, nameOf: (code: string) => string): ReadonlyArray<DefinedRow> => {
  const cells = ledger.entries.cells({ account: accounts }).map(({ dimensions }) => dimensions)
  const codes = [...new Set(cells.flatMap(({ functional }) => prefixesOf(functional)))].toSorted()
  const names = projectNames(ledger)
  const projects = [...new Set([...names.keys(), ...cells.map(({ project }) => project)])].filter((code) => code !== "")
  return [
    rowOf("合计", "合计", {}),
    ...codes.map((code) => rowOf(code, `${code} ${nameOf(code)}`, { functional: [code] }, [nameOf(code)])),
    ...projects.map((code) => {
      const name = names.get(code) ?? code
      return rowOf(projectKey(code), name, { project: [code] }, [name])
    }),
    ...lineRows(ledger, names)
  ]
}

/** `预算/201/年初预算数`, `预算/<project>/全年预算数`. */
export const budgetSpace = (ledger: Ledger, nameOf: (code: string) => string, source: FigureSource): DefinedSpace =>
  new DefinedSpace({ head, names: ["预算数"] }, () => rowsOf(ledger, nameOf), source)
