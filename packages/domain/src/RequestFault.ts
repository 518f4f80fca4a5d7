/** 一处不符: where in a request something does not fit, what was expected there, and what was found. */
import type * as SchemaAST from "effect/SchemaAST"
import type * as SchemaIssue from "effect/SchemaIssue"
import type { Lang, Says } from "./Language.ts"
import { nearestTo } from "./Nearest.ts"
import { listOf, literalsOf } from "./request-labels.ts"

export interface Fault {
  /** `amount`, `vehicles[1].count`; empty for the whole. */
  readonly path: string
  readonly problem: "missing" | "unexpected" | "invalid"
  readonly expected: Says
  /** What was found, as JSON, shortened; absent where something is missing. */
  readonly found?: string
}

type Path = ReadonlyArray<PropertyKey>

const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`
    return text === "" ? String(step) : `${text}.${String(step)}`
  }, "")

const foundShown = 80

const foundAt = (data: unknown, path: Path): string => {
  let value = data
  for (const step of path) {
    value = typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined
  }
  const json = JSON.stringify(value) ?? "undefined"
  return json.length > foundShown ? `${json.slice(0, foundShown)}…` : json
}

/** Messages of schemas hold both languages, with a stroke between them. */
const bothOf = (message: string): Says => {
  const [zh = message, en = zh] = message.split(" / ")
  return { zh, en }
}

const typeNames: Readonly<Record<string, Says>> = {
  String: { zh: "文本（加引号）", en: "a text (in quotes)" },
  Number: { zh: "数字", en: "a number" },
  Objects: { zh: "一组字段", en: "an object with fields" },
  Arrays: { zh: "列表", en: "a list" }
}

const fieldsOf = (ast: SchemaAST.AST): ReadonlyArray<string> =>
  ast._tag === "Objects" ? ast.propertySignatures.map(({ name }) => String(name)) : []

/** `form: "quantitative"`: what tells the members of a union of objects apart. */
const tagsOf = (ast: SchemaAST.Union): ReadonlyArray<string> =>
  ast.types.flatMap((type) =>
    type._tag === "Objects"
      ? type.propertySignatures.flatMap(({ name, type: field }) =>
          field._tag === "Literal" ? [`${String(name)}: ${JSON.stringify(field.literal)}`] : []
        )
      : []
  )

const oneOf = (ast: SchemaAST.Union): Says => {
  const message = ast.annotations?.["message"]
  if (typeof message === "string") return bothOf(message)
  const literals = literalsOf(ast)
  if (literals === undefined) {
    const tags = tagsOf(ast)
    return { zh: `以下之一：${tags.join("、")}`, en: `one of ${tags.join(", ")}` }
  }
  const labels = listOf(literals)?.labels ?? literals
  return { zh: `以下之一：${labels.join("、")}`, en: `one of ${literals.join(", ")}` }
}

const ofType = (ast: SchemaAST.AST): Says => {
  if (ast._tag === "Union") return oneOf(ast)
  if (ast._tag === "Literal") return { zh: JSON.stringify(ast.literal), en: JSON.stringify(ast.literal) }
  return typeNames[ast._tag] ?? { zh: "另一种值", en: "another kind of value" }
}

const textAt = (annotations: unknown, key: string): string | undefined => {
  const value = typeof annotations === "object" && annotations !== null ? Reflect.get(annotations, key) : undefined
  return typeof value === "string" ? value : undefined
}

const representationOf = (annotations: unknown): { readonly id: string; readonly payload: unknown } => {
  const value: unknown =
    typeof annotations === "object" && annotations !== null ? Reflect.get(annotations, "representation") : undefined
  return {
    id: textAt(value, "id") ?? "",
    payload: typeof value === "object" && value !== null ? Reflect.get(value, "payload") : undefined
  }
}

/** What a check wanted: its own message, or one of the few checks that come without. */
const byCheck = ({ filter, issue }: SchemaIssue.Filter): Says => {
  const own =
    textAt(filter.annotations, "message") ?? ("annotations" in issue ? textAt(issue.annotations, "message") : undefined)
  if (own !== undefined) return bothOf(own)
  const { id, payload } = representationOf(filter.annotations)
  if (id.endsWith("/isMinLength")) return { zh: "非空文本", en: "a text that is not empty" }
  if (id.endsWith("/isInt")) return { zh: "整数", en: "a whole number" }
  if (id.endsWith("/isBetween") && typeof payload === "object" && payload !== null) {
    const [from, to] = [Reflect.get(payload, "minimum"), Reflect.get(payload, "maximum")]
    return { zh: `介于 ${from} 与 ${to} 之间的数`, en: `a number between ${from} and ${to}` }
  }
  return { zh: "符合格式的值", en: "a value of the right form" }
}

/** Every fault behind an issue, in the order of the fields. `data` is what was read. */
export const faultsOf = (issue: SchemaIssue.Issue, data: unknown, path: Path = []): ReadonlyArray<Fault> => {
  const invalid = (expected: Says): ReadonlyArray<Fault> => [
    { path: pathText(path), problem: "invalid", expected, found: foundAt(data, path) }
  ]
  switch (issue._tag) {
    case "Pointer":
      return faultsOf(issue.issue, data, [...path, ...issue.path])
    case "Composite":
      return issue.issues.flatMap((each) => faultsOf(each, data, path))
    case "Encoding":
      return faultsOf(issue.issue, data, path)
    case "AnyOf":
      return issue.issues.length === 0 || issue.ast.annotations?.["message"] !== undefined
        ? invalid(oneOf(issue.ast))
        : issue.issues.flatMap((each) => faultsOf(each, data, path))
    case "Filter":
      return invalid(byCheck(issue))
    case "InvalidType":
      return invalid(ofType(issue.ast))
    case "MissingKey":
      return [{ path: pathText(path), problem: "missing", expected: { zh: "必填", en: "required" } }]
    case "UnexpectedKey":
      return [unexpected(issue, data, path)]
    case "InvalidValue":
    case "Forbidden":
    case "OneOf":
      return invalid({ zh: "符合格式的值", en: "a value of the right form" })
  }
}

const unexpected = ({ ast }: SchemaIssue.UnexpectedKey, data: unknown, path: Path): Fault => {
  const fields = fieldsOf(ast)
  const near = nearestTo(String(path.at(-1)), fields)
  const names = (near.length === 0 ? fields : near).join("、")
  return {
    path: pathText(path),
    problem: "unexpected",
    expected: { zh: names, en: names.replaceAll("、", ", ") },
    found: foundAt(data, path)
  }
}

/** 一处不符的说明, in the reader's language. */
export const faultMessage = ({ expected, found = "", path, problem }: Fault, lang: Lang): string => {
  const zh = lang === "zh"
  const place = path === "" ? (zh ? "整体" : "The whole") : path
  switch (problem) {
    case "missing":
      return zh ? `${place}：缺少，必须填写。` : `${place}: it is missing and required.`
    case "unexpected":
      return zh
        ? `${place}：没有这一字段，可用的有 ${expected.zh}。`
        : `${place}: there is no such field; there are ${expected.en}.`
    case "invalid":
      return zh
        ? `${place}：应为${expected.zh}；实际为 ${found}。`
        : `${place}: expected ${expected.en}; found ${found}.`
  }
}
