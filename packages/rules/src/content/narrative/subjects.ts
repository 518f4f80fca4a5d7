/** 说明的主语, all of them, and what a bare share is a share of in a section. */
import type { SectionKind } from "./sections.ts"
import { fiscalTotals } from "./subjects/fiscal.ts"
import { governmentFund, stateCapital } from "./subjects/funds.ts"
import { furtherSubjects } from "./subjects/further.ts"
import { generalPublic } from "./subjects/general-public.ts"
import { expenditure, income, sources } from "./subjects/income-and-expenditure.ts"
import { overall } from "./subjects/overall.ts"
import type { SubjectDefinition } from "./subjects/Subject.ts"
import { threePublicSubjects } from "./subjects/three-public.ts"

/** Every subject that is no code of a classification. */
export const subjectDefinitions: ReadonlyArray<SubjectDefinition> = [
  ...overall,
  ...income,
  ...sources,
  ...expenditure,
  ...fiscalTotals,
  ...generalPublic,
  ...governmentFund,
  ...stateCapital,
  ...threePublicSubjects,
  ...furtherSubjects
]

/** The subject that we write under an id: its first definition. */
export const subjectOf = (id: string): SubjectDefinition | undefined => subjectDefinitions.find((one) => one.id === id)

/** 各节的整体: what a bare 占比 is a share of in a section. */
export const wholeOfSection: Readonly<Partial<Record<SectionKind, string>>> = {
  income: "income",
  expenditure: "expenditure",
  "general-public": "general-public-expenditure",
  "fiscal-expenditure": "fiscal-expenditure",
  basic: "general-public.basic",
  fund: "fund.expenditure",
  "state-capital": "state-capital.expenditure",
  "three-public": "three-public.total",
  procurement: "procurement.total"
}
