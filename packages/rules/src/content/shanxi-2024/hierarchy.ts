/** What the forms by functional code share: columns that select entries of a code, and columns that add up others. */
import type { ExpenditureKind, Fund, Stub } from "@juesuan/domain"
import { type Formula, select, sum } from "../../formula/Formula.ts"
import type { HierarchyColumn, HierarchyRows } from "../../TableTemplate.ts"
import type { Form } from "./form.ts"

/** 科目代码 and 科目名称 under 项目. */
export const codeAndName: ReadonlyArray<Stub> = [
  { holds: "code", headings: ["项目", "科目代码"] },
  { holds: "label", headings: ["项目", "科目名称"] }
]

/** The entries of a code. */
export const selected = (of: (code: string) => Formula): HierarchyColumn => ({ _tag: "Selected", of })

/** The sum of other columns of the row. */
export const acrossOf = (...columns: readonly [string, ...ReadonlyArray<string>]): HierarchyColumn => ({
  _tag: "Across",
  of: (cell) => {
    const [first, ...rest] = columns
    return sum(cell(first), ...rest.map(cell))
  }
})

/** The rows of a form by functional code, with what each column is, by its label. */
export const byFunction = (
  form: Form,
  columns: ReadonlyArray<readonly [label: string, column: HierarchyColumn]>
): HierarchyRows => ({
  _tag: "Hierarchy",
  columns: Object.fromEntries(columns),
  rules: {
    selected: form.rule("item", "项级科目"),
    addedUp: form.rule("added-up", "款、类与合计"),
    across: form.rule("across", "各栏之间")
  }
})

/** What was spent on a code from one fund, as basic or project expenditure. */
export const spentFrom = (fund: Fund, kind: ExpenditureKind): HierarchyColumn =>
  selected((code) => select({ account: "payment", fund: [fund], functional: [code], kind: [kind] }))
