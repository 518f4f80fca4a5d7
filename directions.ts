/**
 * Which package may import which: the one statement of it, read by the lint gate, the tests and nobody else.
 * (tsconfig references and package.json dependencies say it a second and a third time, because their tools want it
 * there; `test/tidy.test.ts` holds all three against this one.)
 */

/** For every package the packages of this workspace it may import. */
export const directions: Readonly<Record<string, ReadonlyArray<string>>> = {
  domain: [],
  rules: ["domain"],
  store: ["domain"],
  documents: ["domain", "rules"],
  // Only the scripts that reconstruct the data: what is published of it is files.
  sample: ["domain"],
  app: ["documents", "domain", "rules", "sample", "store"],
  cli: ["app", "domain", "http"],
  http: ["app", "domain"]
}

/** Adapters do not know each other, but for the one command that starts the other one: its file, and what it may import. */
export const adapterDoor = { file: "packages/cli/src/commands/serve.ts", imports: "@juesuan/http" }

/** Packages without Node, clock, randomness and I/O. */
export const purePackages: ReadonlyArray<string> = ["domain", "rules"]

/** What pure packages may use of effect: data and pure functions, nothing that runs. */
export const pureEffectModules: ReadonlyArray<string> = [
  "Array",
  "BigInt",
  "Brand",
  "Chunk",
  "Data",
  "Equal",
  "Equivalence",
  "Function",
  "Hash",
  "HashMap",
  "HashSet",
  "Iterable",
  "Match",
  "Number",
  "Option",
  "Order",
  "Ordering",
  "Pipeable",
  "Predicate",
  "Record",
  "Result",
  "Schema",
  "SchemaAST",
  "SchemaGetter",
  "SchemaIssue",
  "SchemaTransformation",
  "String",
  "Struct",
  "Tuple",
  "Types"
]

/** Parts of effect that may change in a minor version: each stays inside one package. */
export const unstableEffectModules: Readonly<Record<string, ReadonlyArray<string>>> = {
  cli: ["cli"],
  http: ["http", "http-api"]
}
