/** 财政拨款“三公”经费支出决算表: relations within the table and with 基本支出明细表. */
import { cell, cells, columnGroup, filled, sum, total } from "../../formula/Formula.ts"
import { equal, identity, inWords } from "./head.ts"

const name = "three-public"
const row = "three-public"
/** A form may print only the codes in use: one that is not printed has no part in it. */
const inDetail = (code: string) => total(cells("general-public-budget-basic-expenditure", code, "amount"))
const halves = ["budget", "actual"] as const
const at = (half: (typeof halves)[number], column: string) => cell(name, row, `${half}.${column}`)
const labels = { budget: "预算数", actual: "决算数" } as const

export const threePublic = [
  ...halves.flatMap((half) => [
    identity(
      {
        id: `three-public.${half}-total`,
        label: `“三公”经费表：${labels[half]}合计`,
        labelEn: `Three public expenses: total of the ${half} figures`,
        english: "The total is travel abroad, vehicles and reception"
      },
      equal(
        at(half, "total"),
        sum(at(half, "overseas-travel"), at(half, "vehicles"), at(half, "official-reception")),
        filled(cells(name, row, columnGroup(`${half}.`)))
      )
    ),
    identity(
      {
        id: `three-public.${half}-vehicles`,
        label: `“三公”经费表：${labels[half]}公务用车购置及运行维护费小计`,
        labelEn: `Three public expenses: vehicles in the ${half} figures`,
        english: "Vehicles are purchase and operation"
      },
      equal(
        at(half, "vehicles"),
        sum(at(half, "vehicle-purchase"), at(half, "vehicle-operation")),
        filled(cells(name, row, columnGroup(`${half}.`)))
      )
    )
  ]),
  identity(
    {
      id: "three-public.within-budget",
      label: "“三公”经费表：决算数不大于预算数",
      labelEn: "Three public expenses: final amounts within the budget",
      english: "Actual figures are expected to stay within the budget",
      kind: "plausibility",
      strength: "soft",
      severity: "warning"
    },
    ...(["total", "overseas-travel", "vehicle-purchase", "vehicle-operation", "official-reception"].map((column) => ({
      when: filled(cells(name, row, columnGroup("budget."))),
      left: at("actual", column),
      comparison: "<=" as const,
      right: at("budget", column)
    })) as unknown as [ReturnType<typeof equal>, ...Array<ReturnType<typeof equal>>])
  ),
  ...(
    [
      ["overseas-travel", "因公出国（境）费", ["30212"]],
      ["official-reception", "公务接待费", ["30217"]],
      ["vehicle-operation", "公务用车运行维护费", ["30231"]],
      ["vehicle-purchase", "公务用车购置费", ["31013", "30913"]]
    ] as const
  ).map(([column, label, [first, ...rest]]) =>
    identity(
      {
        id: `three-public.${column}-in-detail`,
        label: `“三公”经费表与基本支出明细表：${label}`,
        labelEn: `Three public expenses and basic expenditure detail: ${inWords(column)}`,
        english: "The item is not less than its part in basic expenditure"
      },
      {
        left: at("actual", column),
        comparison: ">=",
        right: sum(inDetail(first), ...rest.map(inDetail))
      }
    )
  )
]
