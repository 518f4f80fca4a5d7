/** 名称换为标识: outside data may name what a closed list holds by its official label; this puts the identifiers in. */
import type * as SchemaAST from "effect/SchemaAST"
import * as Terms from "./Terms.ts"

/** A closed list, found again by its identifiers. */
export interface KnownList {
  readonly ids: ReadonlyArray<string>
  readonly labels: ReadonlyArray<string>
  readonly idOf: (text: string) => string | undefined
}

const known = <Id extends string>({ idOf, ids, labelOf }: Terms.TermList<Id>): KnownList => ({
  ids,
  labels: ids.map(labelOf),
  idOf
})

const lists: ReadonlyArray<KnownList> = [
  known(Terms.AdjustmentKind),
  known(Terms.DistributionPurpose),
  known(Terms.ExpenditureKind),
  known(Terms.Fund),
  known(Terms.Grade),
  known(Terms.IndicatorDirection),
  known(Terms.IndicatorOperator),
  known(Terms.Jurisdiction),
  known(Terms.ProcurementCategory),
  known(Terms.QualitativeResult),
  known(Terms.RevenueSource),
  known(Terms.SupplierSize),
  known(Terms.ThreePublicCount),
  known(Terms.ThreePublicItem),
  known(Terms.UnitCategory),
  known(Terms.VehicleKind)
]

/** The literals of a union that has nothing else. */
export const literalsOf = (ast: SchemaAST.AST): ReadonlyArray<string> | undefined => {
  if (ast._tag !== "Union") return undefined
  const texts = ast.types.flatMap((type) => (type._tag === "Literal" ? [String(type.literal)] : []))
  return texts.length === ast.types.length ? texts : undefined
}

/** The closed list that these literals are the identifiers of. */
export const listOf = (literals: ReadonlyArray<string>): KnownList | undefined =>
  lists.find(({ ids }) => ids.length === literals.length && ids.every((id, index) => id === literals[index]))

type Fields = Readonly<Record<string, unknown>>

const isFields = (data: unknown): data is Fields => typeof data === "object" && data !== null && !Array.isArray(data)

const inFields = (ast: SchemaAST.Objects, data: Fields): Fields => {
  const named = { ...data }
  for (const { name, type } of ast.propertySignatures) {
    const key = String(name)
    if (Object.hasOwn(data, key)) named[key] = withIdentifiers(type, data[key])
  }
  return named
}

const inUnion = (ast: SchemaAST.Union, data: unknown): unknown => {
  const literals = literalsOf(ast)
  if (literals === undefined) return ast.types.reduce((named, type) => withIdentifiers(type, named), data)
  return typeof data === "string" ? (listOf(literals)?.idOf(data) ?? data) : data
}

/** The data with identifiers where it had labels of what the schema takes from a closed list; anything else as it was. */
export const withIdentifiers = (ast: SchemaAST.AST, data: unknown): unknown => {
  switch (ast._tag) {
    case "Objects":
      return isFields(data) ? inFields(ast, data) : data
    case "Union":
      return inUnion(ast, data)
    case "Arrays":
      return Array.isArray(data)
        ? data.map((item: unknown, index) => {
            const type = ast.elements[index] ?? ast.rest[0]
            return type === undefined ? item : withIdentifiers(type, item)
          })
        : data
    default:
      return data
  }
}
