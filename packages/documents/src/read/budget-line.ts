/** 指标的各栏: the columns that every file of money has, since a line of the budget is told by them. */
import { ExpenditureKind, Fund } from "@juesuan/domain"
import { functionalCode, optional, projectCode, term } from "./Layout.ts"

export const fund = term(Fund, { id: "fund", label: "资金性质", synonyms: [], example: "一般公共预算财政拨款" })

export const functional = functionalCode({
  id: "functional",
  label: "功能科目",
  synonyms: ["功能分类科目", "支出功能分类科目", "功能科目代码", "功能分类科目代码"],
  example: "2010306"
})

export const kind = term(ExpenditureKind, {
  id: "kind",
  label: "支出类型",
  synonyms: ["支出类别"],
  example: "项目支出"
})

export const project = optional(projectCode({ id: "project", label: "项目代码", synonyms: ["项目"], example: "P01" }))
