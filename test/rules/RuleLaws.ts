/**
 * 规则的通则: what holds of every rule whatever it says, as functions from rules to faults, so that each law can be seen to
 * object to a rule that breaks it.
 */
import { Jurisdiction, Quantities } from "@juesuan/domain"
import {
  type CheckRule,
  checkConditionUnits,
  describeUnitFault,
  Formulas,
  type IdentitySource,
  inputsOf,
  type KindOf,
  kindOfFormula,
  type Rule,
  type RuleHeader,
  type Wording
} from "@juesuan/rules"
import * as Result from "effect/Result"

type Faults = ReadonlyArray<string>

const repeated = (items: ReadonlyArray<string>): Faults => [
  ...new Set(items.filter((item, index) => items.indexOf(item) !== index))
]

/** 编号不重复: one id is one rule, among all that are in force together. */
export const repeatedIds = (rules: ReadonlyArray<Pick<RuleHeader, "id">>): Faults => repeated(rules.map(({ id }) => id))

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))

/** 有名称、有地区、有生效日期。 */
export const incompleteHeads = (rules: ReadonlyArray<RuleHeader>): Faults =>
  rules.flatMap(({ id, inForceFrom, jurisdiction, label }) => [
    ...(/^[a-z][a-z\d-]*(?:\.[a-z\d-]+)+$|^\d{2}\.|^公开/u.test(id) ? [] : [`${id}: no id`]),
    ...(/\p{Script=Han}/u.test(label) ? [] : [`${id}: no label`]),
    ...(Jurisdiction.ids.includes(jurisdiction) ? [] : [`${id}: no jurisdiction ${jurisdiction}`]),
    ...(isDate(inForceFrom) ? [] : [`${id}: in force from ${inForceFrom}`])
  ])

/** 名称另有英文: words that begin with a capital, no Chinese in them, and no two rules of one name. */
export const unnamedInEnglish = (rules: ReadonlyArray<Pick<CheckRule, "id" | "labelEn">>): Faults => [
  ...rules.flatMap(({ id, labelEn }) =>
    /^[A-Z][a-z ]/u.test(labelEn) && !/[\p{Script=Han}，；。：（）《》“”]/u.test(labelEn) ? [] : [`${id}: ${labelEn}`]
  ),
  ...repeated([...new Map(rules.map(({ id, labelEn }) => [id, labelEn])).values()])
]

/** 依据写全，或者明确标注没有核对: what was checked against its text names the article and the date. */
export const incompleteCitations = (rules: ReadonlyArray<RuleHeader>): Faults =>
  rules.flatMap(({ citation: { article, document, inForceFrom, verified }, id }) => [
    ...(document.trim() === "" ? [`${id}: no document`] : []),
    ...(inForceFrom === undefined || isDate(inForceFrom)
      ? []
      : [`${id}: the document is in force from ${inForceFrom}`]),
    ...(verified && (article === undefined || inForceFrom === undefined)
      ? [`${id}: verified, but without article or date`]
      : [])
  ])

/** 中文和英文都有: Han in the Chinese, words in the English. */
export const untranslated = (said: ReadonlyArray<readonly [of: string, Wording]>): Faults =>
  said.flatMap(([of, { en, zh }]) => [
    ...(/\p{Script=Han}{2}/u.test(zh) ? [] : [`${of}: no Chinese`]),
    ...(/[a-z]{1,} [a-z]{2,}/iu.test(en) ? [] : [`${of}: no English`]),
    ...(/[，；。、：（）《》～]/u.test(en.replaceAll(/“[^”]*”|"[^"]*"/gu, ""))
      ? [`${of}: Chinese punctuation in the English`]
      : [])
  ])

/** 同一年度、同一地区只有一个版本有效: `inForce` answers with the rules of a place and year. */
export const repeatedVersions = (
  inForce: (jurisdiction: Jurisdiction, year: number) => ReadonlyArray<Pick<RuleHeader, "id">>
): Faults =>
  Jurisdiction.ids.flatMap((jurisdiction) =>
    Array.from({ length: 16 }, (_, index) => 2015 + index).flatMap((year) =>
      repeatedIds(inForce(jurisdiction, year)).map((id) => `${id}: twice in ${jurisdiction} ${year}`)
    )
  )

/** Counts of vehicles and equipment; every other cell that identities speak of is an amount. */
const kindOfCell: KindOf = (input) => {
  if (input._tag === "Reference") return input.kind
  if (input._tag === "Parameter") return input.value.unit
  const row = input._tag === "Cell" ? input.row : input.of.rows
  const name = row._tag === "Row" ? row.row : row._tag === "RowGroup" ? row.prefix : ""
  return /^vehicles|^large-equipment/u.test(name) ? Quantities.freeUnit("辆") : Quantities.yuan
}

/** 勾稽式两边、条件两边单位一致。 */
export const unitFaults = (rules: ReadonlyArray<Pick<IdentitySource, "id" | "statements">>): Faults =>
  rules.flatMap(({ id, statements }) =>
    statements.flatMap(({ comparison, left, right, when }) =>
      [Formulas.compares(left, comparison, right), ...(when === undefined ? [] : [when])].flatMap((condition) => {
        const checked = checkConditionUnits(condition, kindOfCell)
        return Result.isFailure(checked) ? [`${id}: ${describeUnitFault(checked.failure).en}`] : []
      })
    )
  )

/** A rule with declared inputs, among other rules. */
export const hasInputs = (rule: RuleHeader): rule is Rule => "inputs" in rule && "formula" in rule

/** 声明的输入都用到，用到的都声明过，结果的单位就是所声明的。 */
export const inputFaults = (rules: ReadonlyArray<Rule>): Faults =>
  rules.flatMap(({ formula, id, inputs, kind }) => {
    const used = new Set(inputsOf(formula).map((input) => (input._tag === "Reference" ? input.ref : input._tag)))
    const declared = Object.keys(inputs)
    const given = kindOfFormula(formula)
    const isNothing = formula._tag === "NotApplicable"
    return [
      ...(isNothing ? [] : declared.filter((name) => !used.has(name)).map((name) => `${id}: ${name} is not used`)),
      ...[...used]
        .filter((name) => name !== "Parameter" && !declared.includes(name))
        .map((name) => `${id}: ${name} is not declared`),
      ...(Result.isFailure(given) ? [`${id}: ${describeUnitFault(given.failure).en}`] : []),
      ...(Result.isSuccess(given) && !isNothing && JSON.stringify(given.success) !== JSON.stringify(kind)
        ? [`${id}: gives ${JSON.stringify(given.success)}, declares ${JSON.stringify(kind)}`]
        : [])
    ]
  })

/** 每条规则在发现集里有一例，每一例是一条规则。 */
export const missingCases = (
  rules: ReadonlyArray<Pick<CheckRule, "id">>,
  cases: ReadonlyArray<{ readonly id: string }>
): Faults => {
  const [ids, held] = [rules.map(({ id }) => id), cases.map(({ id }) => id)]
  return [
    ...ids.filter((id) => !held.includes(id)).map((id) => `${id}: no case`),
    ...held.filter((id) => !ids.includes(id)).map((id) => `${id}: a case of no rule`)
  ]
}
