/** 数出来的: vehicles and equipment at the end of the year; projects that were evaluated, with their funds and grades. */
import { Fund, Quantities } from "@juesuan/domain"
import { countNames } from "../../content/narrative/counts.ts"
import { vehicleCounts } from "../../content/narrative/subjects/further.ts"
import { equipment } from "../../content/national/statements.ts"
import { evaluationHead } from "../../evaluation-space.ts"
import { addressOf } from "../../FigureSpace.ts"
import { reference, select } from "../../formula/Formula.ts"
import { type FigureClaim, plainClaim } from "./FigureClaim.ts"
import type { PlannedParagraph } from "./PlannedParagraph.ts"
import type { NarrativeGround } from "./Topic.ts"

const vehicleUnit = Quantities.freeUnit("辆")

/** 截至…，共有车辆…辆，其中：…；单价100万元（含）以上设备…台（套）。 */
export const assets = ({ addressOf: addressIn }: NarrativeGround): ReadonlyArray<PlannedParagraph> => {
  const vehicles = vehicleCounts.flatMap(({ cell, id, name }) => {
    const [table = "", row = "", column = ""] = cell.split("/")
    const address = addressIn(table, row, column)
    return address === undefined ? [] : [plainClaim({ id, name }, vehicleUnit, reference(address, name, vehicleUnit))]
  })
  const [all, ...kinds] = vehicles
  const large = countNames.find(({ id }) => id === "large-equipment")
  if (all === undefined || large === undefined) return []
  const sets = plainClaim({ id: large.id, name: `${large.name}（不含车辆）` }, equipment.kind, equipment)
  return [
    {
      claims: [all, ...kinds, sets],
      tell: (telling) => {
        const owned = telling.count(all)
        const byKind = kinds.flatMap((claim) => {
          const text = telling.isZero(claim) ? undefined : telling.count(claim)
          return text === undefined ? [] : [`${claim.subject.name}${text}`]
        })
        const count = telling.count(sets)
        const list = byKind.length === 0 ? "" : `，其中：${byKind.join("、")}`
        const told = [
          ...(owned === undefined ? [] : [`共有车辆${owned}${list}`]),
          ...(count === undefined ? [] : [`${sets.subject.name}${count}`])
        ]
        return told.length === 0 ? undefined : `截至${telling.year}年12月31日，${told.join("；")}。`
      }
    }
  ]
}

const projectUnit = Quantities.freeUnit("个")
const fundNames: ReadonlyArray<readonly [Fund, string]> = [
  ["general-public-budget", "一般公共预算项目支出"],
  ["government-fund", "政府性基金预算项目支出"],
  ["state-capital", "国有资本经营预算项目支出"]
]

const summarised = (id: string, name: string, row: string): FigureClaim =>
  plainClaim(
    { id: `performance.${id}`, name },
    projectUnit,
    reference(addressOf(evaluationHead, row, ""), name, projectUnit)
  )

/** 组织对…个项目开展绩效自评，涉及资金…; by budget and by grade where these make up the whole. */
export const performance = ({ grades, projects }: NarrativeGround): ReadonlyArray<PlannedParagraph> => {
  const count = summarised("projects", "自评项目个数", "项目个数")
  const amount = plainClaim(
    { id: "performance.amount", name: "自评项目资金" },
    Quantities.tenThousandYuan,
    reference(addressOf(evaluationHead, "年初预算合计", ""), "自评项目年初预算合计", Quantities.yuan)
  )
  const budgets = fundNames.map(([fund, name]) =>
    plainClaim(
      { id: `performance.budget.${fund}`, name },
      Quantities.tenThousandYuan,
      select({ account: "budget-approved", fund: [fund], project: projects })
    )
  )
  const byGrade = grades.map((grade) => summarised(`grade.${grade}`, `自评等级为“${grade}”的项目`, grade))
  return [
    {
      claims: [count, amount, ...budgets, ...byGrade],
      tell: (telling) => {
        if (projects.length === 0) return undefined
        const number = telling.count(count)
        if (number === undefined) return undefined
        const funds = telling.amount(amount)
        const split = telling.addUp(amount, budgets)
          ? `，其中：${budgets.map((claim) => `${claim.subject.name}${telling.amount(claim) ?? ""}`).join("、")}`
          : ""
        const graded = telling.addUp(count, byGrade)
          ? `${byGrade.map((claim) => `${claim.subject.name}${telling.count(claim) ?? ""}`).join("，")}。`
          : ""
        return `${telling.year}年度组织对${number}项目开展绩效自评${funds === undefined ? "" : `，涉及资金${funds}${split}`}。${graded}`
      }
    }
  ]
}
