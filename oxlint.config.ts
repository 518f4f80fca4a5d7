/**
 * The lint gate. What it says about imports comes from `directions.ts`; `test/gates.test.ts` plants a violation of each
 * kind and sees it refused, because a gate that reads no file is green for ever.
 */
import { defineConfig } from "oxlint"
import { adapterDoor, directions, pureEffectModules, purePackages, unstableEffectModules } from "./directions.ts"

const packages = Object.keys(directions)
const sources = (name: string) => `packages/${name}/src/**/*.ts`
const decimalDoor = "packages/domain/src/Quantity.ts"
const pureSources = purePackages.map(sources)

/** Content: tables of a law or of a classification. It is as long as its source; splitting it would hide it. */
const contents = [
  "**/content/**",
  "**/classification/**",
  "**/tables/**",
  "**/data/**",
  "glossary/**",
  "packages/domain/src/Terms.ts"
]

const betweenPackages = (name: string) => {
  const allowed = directions[name] ?? []
  const list = allowed.length === 0 ? "no package" : allowed.join(", ")
  return [
    {
      group: ["@juesuan/*", ...allowed.map((other) => `!@juesuan/${other}`)],
      message: `${name} may import ${list} of this workspace (directions.ts).`
    },
    { regex: "^@juesuan/[^/]+/", message: "Import a package by its name: its index.ts is its public API." },
    {
      regex: `^(?:\\.\\./)+(?:packages/)?(?:${packages.join("|")})/(?:src|dist)(?:/|$)`,
      message: "Import another package by its name, never by a path."
    }
  ]
}

const effectOfPurePackages = {
  group: ["effect", "effect/**", ...pureEffectModules.map((module) => `!effect/${module}`)],
  message:
    "Pure packages use the modules of effect that directions.ts lists: no clock, no randomness, nothing that runs."
}

const effectOfOthers = (name: string) => ({
  group: [
    "effect/[a-z]*",
    "effect/[a-z]*/**",
    ...(unstableEffectModules[name] ?? []).flatMap((module) => [`!effect/${module}`, `!effect/${module}/**`])
  ],
  caseSensitive: true,
  message: "This part of effect may change in a minor version: it stays inside the one package directions.ts names."
})

const ofNode = { regex: "^(?:node:|@effect/|@types/)", message: "Pure packages run anywhere: no Node, no platform." }

const decimals = {
  name: "decimal.js",
  message: `Numbers have one door: ${decimalDoor}.`
}
const otherAdapter = {
  name: adapterDoor.imports,
  message: `Adapters do not know each other; only ${adapterDoor.file} starts the other one.`
}
const platformBarrel = {
  name: "@effect/platform-node",
  message: "The barrel loads redis: import @effect/platform-node/NodeRuntime and the like."
}

type Path = { name: string; message: string }
type Pattern = { group?: string[]; regex?: string; caseSensitive?: boolean; message: string }

const importsOf = (name: string, paths: Path[]): ["error", { paths: Path[]; patterns: Pattern[] }] => {
  const own = purePackages.includes(name) ? [effectOfPurePackages, ofNode] : [effectOfOthers(name)]
  return ["error", { paths: [platformBarrel, ...paths], patterns: [...betweenPackages(name), ...own] }]
}

const clockAndChance = ["Date", "performance", "crypto", "Intl", "setTimeout", "setInterval", "queueMicrotask", "fetch"]

export default defineConfig({
  plugins: ["typescript", "import", "unicorn", "oxc", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["**/dist/**", ".cache/**", "coverage/**", "**/node_modules/**"],
  rules: {
    complexity: ["error", { max: 15, variant: "modified" }],
    eqeqeq: "error",
    "import/no-cycle": "error",
    "import/no-unassigned-import": "off",
    "max-depth": ["error", 3],
    "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    "max-params": ["error", 4],
    "no-console": "error",
    "no-shadow": "off",
    "no-underscore-dangle": "off",
    "no-var": "error",
    "prefer-const": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/no-explicit-any": "error",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    "unicorn/require-module-specifiers": "off",
    // Properties assert through fast-check, tables of cases through a condition: no rule can tell these from omissions.
    "vitest/expect-expect": "off",
    "vitest/no-conditional-expect": "off",
    "vitest/no-standalone-expect": "off",
    "vitest/no-disabled-tests": "error",
    "vitest/no-focused-tests": "error",
    "vitest/valid-expect": ["error", { maxArgs: 2 }]
  },
  overrides: [
    ...packages.map((name) => ({
      files: [sources(name)],
      rules: { "no-restricted-imports": importsOf(name, name === "cli" ? [decimals, otherAdapter] : [decimals]) }
    })),
    { files: [adapterDoor.file], rules: { "no-restricted-imports": importsOf("cli", [decimals]) } },
    { files: [decimalDoor], rules: { "no-restricted-imports": importsOf("domain", []) } },
    {
      files: pureSources,
      rules: {
        "no-restricted-globals": [
          "error",
          {
            checkGlobalObject: true,
            globals: [
              ...clockAndChance.map((name) => ({
                name,
                message: "Pure packages have no clock, no chance and no I/O."
              })),
              { name: "parseFloat", message: "Numbers have one door: Quantity.ts." }
            ]
          }
        ],
        "no-restricted-properties": [
          "error",
          { object: "Math", property: "random", message: "Pure packages have no chance." },
          { object: "Number", property: "parseFloat", message: "Numbers have one door: Quantity.ts." }
        ]
      }
    },
    {
      files: [...contents, "test/**", "bench/**"],
      rules: { "max-lines": "off", "max-lines-per-function": "off" }
    },
    { files: ["scripts/**", "bench/**", "test/**"], rules: { "no-console": "off" } }
  ]
})
