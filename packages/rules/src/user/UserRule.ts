/**
 * 自定规则: rules that a user keeps in a file of his own. They come here as the nodes of the file, each with its place, and
 * become check rules like any other; what is wrong with one is told with line and column, and no rule of a faulty file
 * applies.
 */
import { type Citation, Quantities } from "@juesuan/domain"
import * as Result from "effect/Result"
import { tableMeanings } from "../content/Meanings.ts"
import { compares } from "../formula/Formula.ts"
import { checkConditionUnits, describeUnitFault, type KindOf, type UnitFault } from "../formula/units.ts"
import type { IdentityRule } from "../judging/identity.ts"
import { identityRule } from "../judging/identity.ts"
import type { Severity, Wording } from "../judging/Finding.ts"
import { parseStatement } from "../statement/parse.ts"
import type { Statement } from "../statement/Statement.ts"

/** 位置 in the file, counted from 1 as editors do. */
export interface NodePosition {
  readonly line: number
  readonly column: number
}

/**
 * A text of the file. `position` is where the text itself begins (behind a quotation mark); a text of several lines says by
 * `indent` in which column each further line begins.
 */
export interface TextNode {
  readonly text: string
  readonly position: NodePosition
  readonly indent?: number
}

/** One rule of the file: its entries by key as written, and where it begins. */
export interface RuleNode {
  readonly position: NodePosition
  readonly entries: ReadonlyArray<{ readonly key: TextNode; readonly value: TextNode }>
}

/** What is wrong with a rule of the file, and where. */
export interface UserRuleFault extends NodePosition {
  readonly found: string
  readonly expected: Wording
  readonly message: Wording
}

/** The keys of a rule, each with its 中文 name. */
const keys = {
  id: ["编号", "id"],
  label: ["名称", "label"],
  formula: ["公式", "formula"],
  severity: ["级别", "severity"],
  citation: ["依据", "citation"]
} as const
type Key = keyof typeof keys
const required: ReadonlyArray<Key> = ["id", "label", "formula"]

const severities: ReadonlyMap<string, Severity> = new Map([
  ["错误", "error"],
  ["error", "error"],
  ["待说明", "warning"],
  ["warning", "warning"],
  ["提示", "note"],
  ["note", "note"]
])

const keyOf = (text: string): Key | undefined =>
  (Object.keys(keys) as ReadonlyArray<Key>).find((key) => (keys[key] as ReadonlyArray<string>).includes(text.trim()))

const known: Wording = {
  zh: Object.values(keys)
    .map(([zh]) => zh)
    .join("、"),
  en: Object.keys(keys).join(", ")
}

const fault = (position: NodePosition, found: string, expected: Wording, what: Wording): UserRuleFault => ({
  line: position.line,
  column: position.column,
  found,
  expected,
  message: {
    zh: `第 ${position.line} 行第 ${position.column} 列：${what.zh}，应为${expected.zh}${found === "" ? "" : `，实为“${found}”`}`,
    en: `line ${position.line}, column ${position.column}: ${what.en}, expected ${expected.en}${found === "" ? "" : `, found “${found}”`}`
  }
})

/** A place within a text as a place in the file. */
const within = ({ indent, position }: TextNode, line: number, column: number): NodePosition => ({
  line: position.line + line - 1,
  column: line === 1 ? position.column + column - 1 : (indent ?? 1) + column - 1
})

type Fields = { readonly [Name in Key]?: TextNode }

const fieldsOf = ({ entries }: RuleNode, faults: Array<UserRuleFault>): Fields => {
  const fields: { [Name in Key]?: TextNode } = {}
  for (const { key, value } of entries) {
    const name = keyOf(key.text)
    if (name === undefined) {
      faults.push(fault(key.position, key.text, known, { zh: "没有这一项", en: "there is no such entry" }))
    } else if (fields[name] !== undefined) {
      faults.push(
        fault(
          key.position,
          key.text,
          { zh: "只写一次", en: "it once" },
          { zh: "这一项写了两次", en: "the entry stands twice" }
        )
      )
    } else fields[name] = value
  }
  return fields
}

const missing = (key: Key, position: NodePosition): UserRuleFault => {
  const [zh, en] = keys[key]
  return fault(
    position,
    "",
    { zh: `“${zh}”一项`, en: `the entry “${en}”` },
    { zh: "规则不完整", en: "the rule is incomplete" }
  )
}

const severityOf = (node: TextNode | undefined, faults: Array<UserRuleFault>): Severity => {
  if (node === undefined) return "warning"
  const severity = severities.get(node.text.trim())
  if (severity !== undefined) return severity
  const expected = { zh: "错误、待说明或提示", en: "error, warning or note" }
  faults.push(fault(node.position, node.text, expected, { zh: "级别看不懂", en: "the severity is not understood" }))
  return "warning"
}

const citationOf = (node: TextNode | undefined): Citation => ({
  document: node?.text.trim() ?? "用户自定规则，未写依据",
  verified: false
})

/** Tables that print nothing but amounts, by every name that a formula may call them. */
const amountTables: ReadonlySet<string> = new Set(
  Object.values(tableMeanings)
    .filter(({ meaning }) => meaning !== "further-information")
    .flatMap(({ label, meaning }, index) => [meaning, label, `公开0${index + 1}`])
)

/** Cells are amounts where the table is known to print nothing else; elsewhere they may be anything. */
const kindOf: KindOf = (input) => {
  if (input._tag === "Reference") return input.kind
  if (input._tag === "Parameter") return input.value.unit
  const table = input._tag === "Cell" ? input.table : input.of.table
  return amountTables.has(table) ? Quantities.yuan : Quantities.freeUnit("")
}

/** Whether both sides, and what the condition compares, are of one unit. */
const unitFaultOf = ({ comparison, left, right, when }: Statement): UnitFault | undefined => {
  const compared = checkConditionUnits(compares(left, comparison, right), kindOf)
  const condition = when === undefined ? Result.succeed(undefined) : checkConditionUnits(when, kindOf)
  return [compared, condition].find(Result.isFailure)?.failure
}

const sameUnits: Wording = { zh: "两边同一单位的量", en: "quantities of one unit on both sides" }

/** The formula of a rule, which a fault calls by the rule's name. */
const statementOf = (
  formula: TextNode,
  name: TextNode | undefined,
  faults: Array<UserRuleFault>
): Statement | undefined => {
  const parsed = parseStatement(formula.text.trimEnd())
  if (Result.isSuccess(parsed)) {
    const mismatch = unitFaultOf(parsed.success)
    if (mismatch === undefined) return parsed.success
    faults.push(fault(formula.position, "", sameUnits, describeUnitFault(mismatch)))
    return undefined
  }
  const { column, expected, found, line } = parsed.failure
  const of =
    name === undefined
      ? { zh: "公式", en: "the formula" }
      : { zh: `“${name.text.trim()}”的公式`, en: `the formula of “${name.text.trim()}”` }
  const what = found === "" ? { zh: `${of.zh}没有写完`, en: `${of.en} is not finished` } : of
  faults.push(fault(within(formula, line, column), found, expected, what))
  return undefined
}

const ruleOf = (node: RuleNode, seen: Set<string>, faults: Array<UserRuleFault>): IdentityRule | undefined => {
  const fields = fieldsOf(node, faults)
  for (const key of required) if (fields[key] === undefined) faults.push(missing(key, node.position))
  const severity = severityOf(fields.severity, faults)
  const { citation, formula, id, label } = fields
  if (id !== undefined) {
    if (seen.has(id.text.trim())) {
      const expected = { zh: "另一个编号", en: "another id" }
      faults.push(fault(id.position, id.text, expected, { zh: "编号重复", en: "the id is taken" }))
    }
    seen.add(id.text.trim())
  }
  const statement = formula === undefined ? undefined : statementOf(formula, label ?? id, faults)
  if (statement === undefined || id === undefined || label === undefined || formula === undefined) return undefined
  return identityRule({
    id: `user.${id.text.trim()}`,
    label: label.text.trim(),
    // A user gives one name, in whatever language.
    labelEn: label.text.trim(),
    citation: citationOf(citation),
    jurisdiction: "national",
    inForceFrom: "1900-01-01",
    kind: "identity",
    strength: "hard",
    severity,
    english: formula.text.trim(),
    statements: [statement]
  })
}

/**
 * The rules of a file; every fault of it where there is one.
 *
 * @example userRules([{ position: { line: 1, column: 3 }, entries: [{ key: { text: "编号", … }, value: { text: "收支相等", … } }, …] }])
 */
export const userRules = (
  nodes: ReadonlyArray<RuleNode>
): Result.Result<ReadonlyArray<IdentityRule>, ReadonlyArray<UserRuleFault>> => {
  const faults: Array<UserRuleFault> = []
  const seen = new Set<string>()
  const rules = nodes.flatMap((node) => ruleOf(node, seen, faults) ?? [])
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(rules)
}
