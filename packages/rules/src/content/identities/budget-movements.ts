/** 一项预算的结转与收入: relations of a budget's own table that prints them, within the table and with 财政拨款总表. */
import { Quantities } from "@juesuan/domain"
import {
  cell,
  cells,
  compares,
  constant,
  every,
  everyRow,
  filled,
  rowGroup,
  some,
  sum,
  thisRow,
  unfilled
} from "../../formula/Formula.ts"
import type { IdentityRule } from "../../judging/identity.ts"
import { equal, forEach, identity } from "./head.ts"

const fiscal = "fiscal-income-expenditure-summary"
const nothing = constant(Quantities.quantity("0", Quantities.yuan))

export interface Budget {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly table: "general-public-budget-expenditure" | "government-fund" | "state-capital-expenditure"
  readonly fund: "general-public-budget" | "government-fund" | "state-capital"
}

/** What a budget's own table says of carry-over and income. A form that prints expenditure only has no place for it. */
export const movementRules = ({ fund, id, label, labelEn, table }: Budget): ReadonlyArray<IdentityRule> => {
  const at = (column: string) => cell(table, "total", column)
  const has = (column: string) => filled(cells(table, everyRow, column))
  const closing = cell(fiscal, "closing-carryover", "expenditure.fiscal")
  const line = `closing-carryover.${fund}`
  const lineIn = (column: string) => filled(cells(fiscal, line, column))
  const ownColumn = `expenditure.${fund}`
  return [
    identity(
      {
        id: `${id}.carryover`,
        label: `${label}：年末结转和结余`,
        labelEn: `${labelEn}: carry-over at the end of the year`,
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
    identity(
      {
        id: `${id}.income`,
        label: `${label}与财政拨款总表：本年收入`,
        labelEn: `${labelEn} and fiscal summary: income of the year`,
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
        labelEn: `${labelEn} and fiscal summary: carry-over at the start`,
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
        labelEn: `${labelEn} and fiscal summary: carry-over at the end`,
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
      // Where the summary prints no column of the budget: another budget may be overdrawn, and the total less than this one.
      {
        left: at("closing-carryover"),
        comparison: "<=",
        right: closing,
        when: every(has("closing-carryover"), unfilled(cells(fiscal, "closing-carryover", ownColumn)))
      }
    )
  ]
}
