/**
 * 结转和结余, by fund and project: what was there, came in, went out and is left. The closing amount is derived line by
 * line; 公开01 and 公开04 add these lines up.
 */
import { type Account, Fund, type Ledger, Quantities, type Selection } from "@juesuan/domain"
import { type DefinedRow, DefinedSpace, addressOf } from "../../FigureSpace.ts"
import type { FigureSource } from "../../formula/evaluate.ts"
import { type Reference, difference, reference, select, sum } from "../../formula/Formula.ts"
import type { Definition, RuleHeader } from "../../Rule.ts"
import { projectNames } from "./projects.ts"

const head = "结转"

const columns = [
  ["年初结转和结余", "opening-carryover"],
  ["本年收入", "revenue"],
  ["使用非财政拨款结余", "surplus-used"],
  ["本年支出", "payment"],
  ["结余分配", "surplus-distributed"]
] as const satisfies ReadonlyArray<readonly [string, Account]>
const accounts = columns.map(([, account]) => account)
const closing = "年末结转和结余"
const withoutProject = "未列项目"

const ruleOf = (name: string, label: string): RuleHeader => ({
  id: `national.carryover.${name}`,
  label,
  citation: { document: "《部门决算管理办法》（财库〔2021〕36号）", inForceFrom: "2021-11-16", verified: false },
  jurisdiction: "national",
  inForceFrom: "2021-11-16"
})

/** The rules of this file, for the registry. */
export const carryoverRules = {
  movement: ruleOf("movement", "分资金、分项目的收支"),
  closing: ruleOf("closing", "年末结转和结余＝年初结转和结余＋本年收入＋使用非财政拨款结余－本年支出－结余分配")
} as const

interface Line {
  readonly fund: Fund
  readonly project: string
}

const linesOf = (ledger: Ledger): ReadonlyArray<Line> => {
  const cells = ledger.entries.cells({ account: accounts })
  return Fund.ids.flatMap((fund) => {
    const projects = cells
      .filter(({ dimensions }) => dimensions.fund === fund)
      .map(({ dimensions }) => dimensions.project)
    return [...new Set(projects)].toSorted().map((project) => ({ fund, project }))
  })
}

const keyOf = ({ fund, project }: Line): string => `${Fund.labelOf(fund)}·${project === "" ? withoutProject : project}`

const cell = (line: Line, column: string, label = column): Reference =>
  reference(addressOf(head, keyOf(line), column), label, Quantities.yuan)

const closingFormula = (line: Line): Definition["formula"] =>
  difference(
    difference(
      sum(cell(line, "年初结转和结余"), cell(line, "本年收入"), cell(line, "使用非财政拨款结余")),
      cell(line, "本年支出")
    ),
    cell(line, "结余分配")
  )

const definitionsOf = (line: Line): ReadonlyMap<string, Definition> => {
  const selection = (account: Account): Selection => ({ account, fund: [line.fund], project: [line.project] })
  return new Map<string, Definition>([
    ...columns.map(([label, account]): [string, Definition] => [
      label,
      { rule: carryoverRules.movement, formula: select(selection(account)) }
    ]),
    [closing, { rule: carryoverRules.closing, formula: closingFormula(line) }]
  ])
}

const rowOf = (line: Line, names: ReadonlyMap<string, string>): DefinedRow => {
  const definitions = definitionsOf(line)
  const name = names.get(line.project) ?? (line.project === "" ? withoutProject : line.project)
  const label = `${Fund.labelOf(line.fund)}·${name}`
  return {
    key: keyOf(line),
    label,
    columns: [...definitions.keys()].map((column) => ({ label: column })),
    define: (column) => definitions.get(column),
    name: (column) => `${label}·${column}`
  }
}

/** `结转/一般公共预算财政拨款·未列项目/年末结转和结余`. */
export const carryoverSpace = (ledger: Ledger, source: FigureSource): DefinedSpace =>
  new DefinedSpace(
    { head, names: ["结转和结余"] },
    () => {
      const names = projectNames(ledger)
      return linesOf(ledger).map((line) => rowOf(line, names))
    },
    source
  )

/** References to 年末结转和结余 of every line of these funds that has entries. */
export const closingOf = (ledger: Ledger): ((funds: ReadonlyArray<string>) => ReadonlyArray<Reference>) => {
  const lines = linesOf(ledger)
  return (funds) => lines.filter(({ fund }) => funds.includes(fund)).map((line) => cell(line, closing, keyOf(line)))
}
