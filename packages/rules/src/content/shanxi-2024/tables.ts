/** 公开01表–公开10表, in the order of the disclosure. */
import type { TableTemplate } from "../../TableTemplate.ts"
import { incomeExpenditureSummary } from "./01-income-expenditure-summary.ts"
import { incomeByFunction } from "./02-income.ts"
import { expenditureByFunction } from "./03-expenditure.ts"
import { fiscalIncomeExpenditureSummary } from "./04-fiscal-summary.ts"
import { generalBudgetExpenditure } from "./05-general-budget-expenditure.ts"
import { basicExpenditureDetail } from "./06-basic-expenditure-detail.ts"
import { governmentFund } from "./07-government-fund.ts"
import { stateCapitalExpenditure } from "./08-state-capital.ts"
import { threePublic } from "./09-three-public.ts"
import { furtherInformation } from "./10-further-information.ts"

export const shanxi2024Tables: ReadonlyArray<TableTemplate> = [
  incomeExpenditureSummary,
  incomeByFunction,
  expenditureByFunction,
  fiscalIncomeExpenditureSummary,
  generalBudgetExpenditure,
  basicExpenditureDetail,
  governmentFund,
  stateCapitalExpenditure,
  threePublic,
  furtherInformation
]
