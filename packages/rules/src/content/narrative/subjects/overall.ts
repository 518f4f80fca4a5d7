/** 总体情况: totals of income and expenditure with what leads to them, by 公开01. */
import { type SubjectDefinition, summary } from "./Subject.ts"

/** 2022年度收入X万元, beside 年初结转和结余: of the year, or with what was carried over. */
const yearOrTotal = (side: "income" | "expenditure", name: string): SubjectDefinition => ({
  id: `${side}-or-total`,
  name,
  read: new RegExp(`^${name}$`, "u"),
  sections: ["overall"],
  cells: [summary(`${side}-of-year`, side)],
  otherwise: [[summary("total", side)]]
})

export const overall: ReadonlyArray<SubjectDefinition> = [
  {
    id: "income-total",
    name: "收入总计",
    read: /^(?:收入(?:决算)?总[计额数](?:含(?:年初|上年)?结转(?:和|及)?结余)?|总收入|收入决算总计)$/u,
    sections: ["overall", "other"],
    cells: [summary("total", "income")],
    loosely: [summary("income-of-year", "income")]
  },
  {
    id: "expenditure-total",
    name: "支出总计",
    read: /^(?:支出(?:决算)?总[计额数]|总支出|支出决算总计)$/u,
    sections: ["overall", "other"],
    cells: [summary("total", "expenditure")],
    loosely: [summary("expenditure-of-year", "expenditure")]
  },
  {
    id: "income-and-expenditure-total",
    name: "收、支总计",
    read: /^(?:决算)?(?:收支|收、支|收入支出|收入、支出|收入和支出|收入总计和支出总计|收入总计、支出总计|收入与支出|总收入和总支出)(?:决算)?(?:总[计额数]|总计数|总决算)?(?:含(?:年初|上年)?结转(?:和|及)?结余)?$/u,
    sections: ["overall", "other"],
    cells: [summary("total", "income")],
    loosely: [summary("income-of-year", "income"), summary("expenditure-of-year", "expenditure")]
  },
  {
    id: "income-of-year",
    name: "本年收入合计",
    read: /^(?:本年)?收入(?:决算)?合计$|^本年收入$/u,
    sections: ["overall"],
    cells: [summary("income-of-year", "income")]
  },
  {
    id: "expenditure-of-year",
    name: "本年支出合计",
    read: /^支出(?:决算)?合计$|^本年支出$/u,
    sections: ["overall"],
    cells: [summary("expenditure-of-year", "expenditure")]
  },
  {
    id: "expenditure-of-year",
    name: "本年支出合计",
    read: /^本年支出(?:决算)?合计$/u,
    sections: "everywhere",
    cells: [summary("expenditure-of-year", "expenditure")]
  },
  yearOrTotal("income", "收入"),
  yearOrTotal("expenditure", "支出"),
  {
    id: "surplus-used",
    name: "使用非财政拨款结余（含专用结余）",
    read: /^使用非财政拨款结余(?:含专用结余|和专用结余)?$|^用事业基金弥补收支差额$/u,
    sections: ["overall", "income"],
    cells: [summary("surplus-used", "income")]
  },
  {
    id: "opening-carryover",
    name: "年初结转和结余",
    read: /^(?:年初|上年)结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["overall"],
    cells: [summary("opening-carryover", "income")]
  },
  {
    id: "surplus-distributed",
    name: "结余分配",
    read: /^结余分配$/u,
    sections: ["overall", "expenditure"],
    cells: [summary("surplus-distributed", "expenditure")]
  },
  {
    id: "closing-carryover",
    name: "年末结转和结余",
    read: /^年末结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["overall", "expenditure"],
    cells: [summary("closing-carryover", "expenditure")]
  }
]
