/** 政府性基金预算与国有资本经营预算: income, expenditure and carry-over, by 公开07 and 公开08. */
import { cellAddress } from "@juesuan/domain"
import type { SubjectDefinition } from "./Subject.ts"

const budgetTables = (
  kind: "fund" | "state-capital",
  name: string,
  at: (row: string, column: string) => string
): ReadonlyArray<SubjectDefinition> => [
  {
    id: `${kind}.opening-carryover`,
    name: "年初结转和结余",
    read: new RegExp(`^(?:${name}(?:财政拨款)?)?年初结转(?:和|及|、)?结余$`, "u"),
    sections: [kind],
    cells: [at("total", "opening-carryover")]
  },
  {
    id: `${kind}.income`,
    name: "本年收入",
    read: new RegExp(`^(?:${name}(?:财政)?(?:拨款)?)?(?:本年)?收入(?:决算)?(?:合计)?$`, "u"),
    sections: [kind],
    cells: [at("total", "income-of-year")]
  },
  {
    id: `${kind}.expenditure`,
    name: "本年支出",
    read: new RegExp(`^(?:${name}(?:财政)?(?:拨款)?)?(?:本年)?支出(?:决算)?(?:合计)?$`, "u"),
    sections: [kind],
    cells: [at("total", "expenditure-of-year")]
  },
  {
    id: `${kind}.basic`,
    name: "基本支出",
    read: /^基本支出$/u,
    sections: [kind],
    cells: [at("total", "expenditure.basic")]
  },
  {
    id: `${kind}.project`,
    name: "项目支出",
    read: /^项目支出$/u,
    sections: [kind],
    cells: [at("total", "expenditure.project")]
  },
  {
    id: `${kind}.closing-carryover`,
    name: "年末结转和结余",
    read: new RegExp(`^(?:${name}(?:财政拨款)?)?年末结转(?:和|及|、)?结余$`, "u"),
    sections: [kind],
    cells: [at("total", "closing-carryover")]
  }
]

export const governmentFund = budgetTables("fund", "政府性基金(?:预算)?", (row, column) =>
  cellAddress("government-fund", row, column)
)

export const stateCapital = budgetTables("state-capital", "国有资本经营(?:预算)?", (row, column) =>
  cellAddress("state-capital-expenditure", row, column)
)
