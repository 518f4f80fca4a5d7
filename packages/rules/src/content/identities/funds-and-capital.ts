/** 政府性基金预算 and 国有资本经营预算 tables: relations within the tables and with 财政拨款总表. */
import {
  cell,
  cells,
  compares,
  constant,
  every,
  everyColumn,
  everyRow,
  filled,
  rowGroup,
  some,
  sum,
  thisRow,
  unfilled
} from "../../formula/Formula.ts"
import { Quantities } from "@juesuan/domain"
import { expenditureByKind, hierarchy } from "./by-code.ts"
import { equal, forEach, identity } from "./head.ts"
import type { IdentityRule } from "../../judging/identity.ts"

const fiscal = "fiscal-income-expenditure-summary"
const nothing = constant(Quantities.quantity("0", Quantities.yuan))

interface Budget {
  readonly id: string
  readonly label: string
  readonly table: "government-fund" | "state-capital-expenditure"
  readonly fund: "government-fund" | "state-capital"
}

/** The relations of a budget's own table. A form that prints expenditure only has no place for the rest. */
const budgetRules = ({ fund, id, label, table }: Budget): ReadonlyArray<IdentityRule> => {
  const at = (column: string) => cell(table, "total", column)
  const has = (column: string) => filled(cells(table, everyRow, column))
  const closing = cell(fiscal, "closing-carryover", "expenditure.fiscal")
  const line = `closing-carryover.${fund}`
  const lineIn = (column: string) => filled(cells(fiscal, line, column))
  const ownColumn = `expenditure.${fund}`
  return [
    expenditureByKind(id, table),
    identity(
      {
        id: `${id}.carryover`,
        label: `${label}：年末结转和结余`,
        english: "Carry-over at the end is carry-over at the start and income less expenditure, in every row",
        strength: "conditional"
      },
      forEach(
        { table, rows: everyRow },
        equal(
          sum(cell(table, thisRow, "opening-carryover"), cell(table, thisRow, "income-of-year")),
          sum(cell(table, thisRow, "expenditure-of-year"), cell(table, thisRow, "closing-carryover")),
          some(has("opening-carryover"), has("income-of-year"))
        )
      )
    ),
    hierarchy(id, table),
    identity(
      {
        id: `${id}.expenditure`,
        label: `${label}与财政拨款总表：本年支出`,
        english: "Expenditure of the year is the same in both tables",
        copies: true
      },
      equal(at("expenditure-of-year"), cell(fiscal, "expenditure-of-year", ownColumn))
    ),
    identity(
      {
        id: `${id}.income`,
        label: `${label}与财政拨款总表：本年收入`,
        english: "Income of the year is the same in both tables",
        strength: "conditional",
        copies: true
      },
      equal(at("income-of-year"), cell(fiscal, `revenue.${fund}`, "income"), has("income-of-year"))
    ),
    identity(
      {
        id: `${id}.opening`,
        label: `${label}与财政拨款总表：年初结转和结余`,
        english: "Carry-over at the start is the same in both tables",
        strength: "conditional",
        copies: true
      },
      equal(
        at("opening-carryover"),
        cell(fiscal, `opening-carryover.${fund}`, "income"),
        every(
          has("opening-carryover"),
          some(
            filled(cells(fiscal, rowGroup("opening-carryover."), "income")),
            compares(cell(fiscal, "opening-carryover", "income"), "=", nothing)
          )
        )
      )
    ),
    identity(
      {
        id: `${id}.closing`,
        label: `${label}与财政拨款总表：年末结转和结余`,
        english: "Carry-over at the end is the same in both tables",
        strength: "conditional",
        copies: true
      },
      equal(
        at("closing-carryover"),
        cell(fiscal, line, "expenditure.fiscal"),
        every(has("closing-carryover"), lineIn("expenditure.fiscal"))
      ),
      equal(at("closing-carryover"), cell(fiscal, line, ownColumn), every(has("closing-carryover"), lineIn(ownColumn))),
      equal(
        at("closing-carryover"),
        cell(fiscal, "closing-carryover", ownColumn),
        every(has("closing-carryover"), filled(cells(fiscal, "closing-carryover", ownColumn)))
      ),
      { left: at("closing-carryover"), comparison: "<=", right: closing, when: has("closing-carryover") }
    )
  ]
}

export const governmentFund = [
  ...budgetRules({
    id: "government-fund",
    label: "政府性基金表",
    table: "government-fund",
    fund: "government-fund"
  }),
  identity(
    {
      id: "government-fund.empty",
      label: "政府性基金表空白时，财政拨款总表没有政府性基金",
      english:
        "Where the table is empty, the summary has no income of, carry-over of or expenditure from government funds",
      strength: "conditional"
    },
    equal(
      sum(
        cell(fiscal, "revenue.government-fund", "income"),
        cell(fiscal, "opening-carryover.government-fund", "income"),
        cell(fiscal, "expenditure-of-year", "expenditure.government-fund")
      ),
      nothing,
      unfilled(cells("government-fund", everyRow, everyColumn))
    )
  )
]

export const stateCapital = budgetRules({
  id: "state-capital",
  label: "国有资本经营预算表",
  table: "state-capital-expenditure",
  fund: "state-capital"
})
