/**
 * The gates refuse what they are there to refuse. A copy of the workspace's configuration gets a small source in every
 * package; the same copy with violations planted must be refused, each in its own file, by the gate it is meant for.
 */
import { execFile } from "node:child_process"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { adapterDoor, directions } from "../directions.ts"

const root = fileURLToPath(new URL("..", import.meta.url))
const tool = (name: string) => join(root, "node_modules", ".bin", name)

interface Run {
  readonly code: number
  readonly output: string
}

const runFile = promisify(execFile)
const run = (command: string, args: ReadonlyArray<string>, cwd: string): Promise<Run> =>
  runFile(tool(command), [...args], { cwd, maxBuffer: 64 << 20 }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, output: error.stdout })
  )

interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly help?: string
  readonly filename: string
}

/** A lint run: how many files it read, and for each file that it refuses the rules and messages. */
const lint = async (cwd: string) => {
  const { code, output } = await run("oxlint", ["--format=json"], cwd)
  const report = JSON.parse(output) as { number_of_files: number; diagnostics: ReadonlyArray<Diagnostic> }
  const refused = new Map<string, string>()
  for (const { filename, code: rule, message, help } of report.diagnostics) {
    refused.set(filename, `${refused.get(filename) ?? ""}${rule}: ${message} ${help ?? ""}\n`)
  }
  return { code, files: report.number_of_files, refused }
}

/** A run of the compiler over all packages: for each file that it refuses its errors. */
const compile = async (cwd: string) => {
  const { code, output } = await run(
    "tsc",
    ["-b", "--pretty", "false", ...Object.keys(directions).map((name) => `packages/${name}`)],
    cwd
  )
  const refused = new Map<string, string>()
  for (const line of output.split("\n")) {
    const file = /^(\S+\.ts)\(\d+,\d+\): /u.exec(line)?.[1]
    if (file !== undefined) refused.set(file, `${refused.get(file) ?? ""}${line}\n`)
  }
  return { code, refused }
}

/** What is planted, file by file, and what each gate must say there (undefined: that gate need not see it). */
interface Planted {
  readonly rule: string
  readonly file: string
  readonly source: string
  readonly lint?: RegExp
  readonly compile?: RegExp
}

const plantings: ReadonlyArray<Planted> = [
  {
    rule: "domain 不得按名引用 rules",
    file: "packages/domain/src/names-rules.ts",
    source: `import { marker } from "@juesuan/rules"\nexport const seen = marker\n`,
    lint: /no-restricted-imports.*domain may import no package/u,
    compile: /TS2307/u
  },
  {
    rule: "store 不得按名引用 rules",
    file: "packages/store/src/names-rules.ts",
    source: `import { marker } from "@juesuan/rules"\nexport const seen = marker\n`,
    lint: /no-restricted-imports.*store may import domain/u,
    compile: /TS2307/u
  },
  {
    rule: "cli 不得按名引用 http",
    file: "packages/cli/src/names-http.ts",
    source: `import { marker } from "@juesuan/http"\nexport const seen = marker\n`,
    lint: /no-restricted-imports.*Adapters do not know each other/u
  },
  {
    rule: "rules 不得按路径引用 store",
    file: "packages/rules/src/deep/er/reaches-store.ts",
    source: `import { marker } from "../../../../store/src/index.ts"\nexport const seen = marker\n`,
    lint: /no-restricted-imports.*never by a path/u,
    compile: /TS6059|TS6307/u
  },
  {
    rule: "方向允许的包也不得按路径引用",
    file: "packages/rules/src/reaches-domain.ts",
    source: `import { marker } from "../../domain/src/index.ts"\nexport const seen = marker\n`,
    lint: /no-restricted-imports.*never by a path/u
  },
  {
    rule: "包的内部文件不得按名引用",
    file: "packages/rules/src/reads-inside.ts",
    source: `import { marker } from "@juesuan/domain/src/index.ts"\nexport const seen = marker\n`,
    lint: /no-restricted-imports.*public API/u,
    compile: /TS2307/u
  },
  {
    rule: "domain 不得读文件",
    file: "packages/domain/src/reads-files.ts",
    source: `import { readFileSync } from "node:fs"\nexport const read = readFileSync\n`,
    lint: /no-restricted-imports.*run anywhere/u,
    compile: /TS2591|TS2307/u
  },
  {
    rule: "domain 没有 process",
    file: "packages/domain/src/knows-process.ts",
    source: `export const here = process.cwd()\n`,
    compile: /TS2591|TS2304|TS2580/u
  },
  {
    rule: "rules 没有时钟",
    file: "packages/rules/src/knows-time.ts",
    source: `export const now = () => Date.now()\n`,
    lint: /no-restricted-globals.*no clock/u
  },
  {
    rule: "绕道 globalThis 也没有时钟",
    file: "packages/rules/src/knows-time-by-detour.ts",
    source: `export const now = () => new globalThis.Date()\n`,
    lint: /no-restricted-globals.*no clock/u
  },
  {
    rule: "domain 没有随机数",
    file: "packages/domain/src/draws-lots.ts",
    source: `export const lot = () => Math.random()\n`,
    lint: /no-restricted-properties.*no chance/u
  },
  {
    rule: "domain 不得用 effect 的时钟",
    file: "packages/domain/src/uses-clock.ts",
    source: `import * as Clock from "effect/Clock"\nexport const clock = Clock\n`,
    lint: /no-restricted-imports.*no clock/u
  },
  {
    rule: "rules 不得用 effect 的随机数",
    file: "packages/rules/src/uses-random.ts",
    source: `import * as Random from "effect/Random"\nexport const random = Random\n`,
    lint: /no-restricted-imports.*no clock/u
  },
  {
    rule: "rules 不得引用整个 effect",
    file: "packages/rules/src/uses-barrel.ts",
    source: `import { Schema } from "effect"\nexport const text = Schema.String\n`,
    lint: /no-restricted-imports.*directions\.ts/u
  },
  {
    rule: "app 不得用 effect 未定型的部分",
    file: "packages/app/src/uses-cli.ts",
    source: `import * as Command from "effect/cli/Command"\nexport const command = Command\n`,
    lint: /no-restricted-imports.*minor version/u
  },
  {
    rule: "decimal.js 只有一道门",
    file: "packages/domain/src/counts.ts",
    source: `import { Decimal } from "decimal.js"\nexport const one = new Decimal(1)\n`,
    lint: /no-restricted-imports.*one door/u
  },
  {
    rule: "不得循环引用",
    file: "packages/app/src/first.ts",
    source: `import { second } from "./second.ts"\nexport const first = (): number => second()\n`,
    lint: /no-cycle/u
  },
  {
    rule: "循环的另一头",
    file: "packages/app/src/second.ts",
    source: `import { first } from "./first.ts"\nexport const second = (): number => first()\n`,
    lint: /no-cycle/u
  },
  {
    rule: "不得用 any",
    file: "packages/app/src/any.ts",
    source: `export const anything = (value: any): unknown => value\n`,
    lint: /no-explicit-any/u
  },
  {
    rule: "机器文件不超过三百行",
    file: "packages/app/src/long.ts",
    source: Array.from({ length: 301 }, (_, n) => `export const line${n} = ${n}\n`).join(""),
    lint: /max-lines/u
  },
  {
    rule: "函数不超过六十行",
    file: "packages/app/src/tall.ts",
    source: `export const tall = (n: number): number => {\n${"  n += 1\n".repeat(60)}  return n\n}\n`,
    lint: /max-lines-per-function/u
  },
  {
    rule: "不得用 enum",
    file: "packages/app/src/enumerates.ts",
    source: `export enum Colour {\n  Red\n}\n`,
    compile: /TS1294/u
  }
]

/** What is allowed, so that the gates are seen to let it pass. */
const allowed: Readonly<Record<string, string>> = {
  "packages/domain/src/Quantity.ts": `import { Decimal } from "decimal.js"\nexport const one = new Decimal(1).toFixed(2)\n`,
  "packages/domain/src/pure.ts": `import * as Result from "effect/Result"\nimport * as Schema from "effect/Schema"\nexport const text = Schema.String\nexport const fine = Result.succeed(1)\n`,
  "packages/rules/src/content/long.ts": Array.from({ length: 400 }, (_, n) => `export const line${n} = ${n}\n`).join(
    ""
  ),
  "packages/store/src/reads-files.ts": `import { readFileSync } from "node:fs"\nexport const read = (file: string): string => readFileSync(file, "utf8")\n`,
  "packages/cli/src/uses-cli.ts": `import * as Command from "effect/cli/Command"\nexport const command = Command.make\n`
}

const write = (folder: string, file: string, source: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), source)
}

/** What a package names of this workspace as needed to run. */
const dependenciesOf = (name: string): ReadonlyArray<string> => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>
  }
  return Object.keys(dependencies).filter((dependency) => dependency.startsWith("@juesuan/"))
}

/** Puts within a package's reach exactly what its package.json names of this workspace, as the installation does. */
const linkDependencies = (folder: string, name: string) => {
  const scope = join(folder, "packages", name, "node_modules", "@juesuan")
  mkdirSync(scope, { recursive: true })
  for (const other of dependenciesOf(name)) {
    symlinkSync(
      join(folder, "packages", other.slice("@juesuan/".length)),
      join(folder, "packages", name, "node_modules", other)
    )
  }
}

/** The workspace's configuration, with a source in every package that imports all that it may. */
const plant = (folder: string) => {
  for (const file of ["package.json", "tsconfig.base.json", "oxlint.config.ts", "directions.ts"])
    cpSync(join(root, file), join(folder, file))
  const modules = join(folder, "node_modules")
  mkdirSync(modules)
  for (const name of ["effect", "decimal.js"])
    symlinkSync(realpathSync(join(root, "test/node_modules", name)), join(modules, name))
  for (const name of ["oxlint", "@types"])
    symlinkSync(realpathSync(join(root, "node_modules", name)), join(modules, name))
  for (const [name, others] of Object.entries(directions)) {
    for (const file of ["package.json", "tsconfig.json"]) {
      write(folder, `packages/${name}/${file}`, readFileSync(join(root, "packages", name, file), "utf8"))
    }
    linkDependencies(folder, name)
    const needed = others.filter((other) => dependenciesOf(name).includes(`@juesuan/${other}`))
    const behindDoor = name === "cli" ? needed.filter((other) => `@juesuan/${other}` !== adapterDoor.imports) : needed
    const imports = behindDoor.map((other) => `import { marker as ${other} } from "@juesuan/${other}"\n`).join("")
    write(
      folder,
      `packages/${name}/src/index.ts`,
      `${imports}export const marker: string = [${["''", ...behindDoor].join(", ")}].join("")\n`
    )
  }
  write(folder, adapterDoor.file, `import { marker } from "${adapterDoor.imports}"\nexport const served = marker\n`)
  for (const [file, source] of Object.entries(allowed)) write(folder, file, source)
}

describe("依赖方向与纯净的关口", () => {
  const clean = realpathSync(mkdtempSync(join(tmpdir(), "gates-clean-")))
  const planted = realpathSync(mkdtempSync(join(tmpdir(), "gates-planted-")))
  let lintOfPlanted: Awaited<ReturnType<typeof lint>>
  let compileOfPlanted: Awaited<ReturnType<typeof compile>>

  beforeAll(async () => {
    plant(clean)
    plant(planted)
    for (const { file, source } of plantings) write(planted, file, source)
    lintOfPlanted = await lint(planted)
    compileOfPlanted = await compile(planted)
  })
  afterAll(() => {
    for (const folder of [clean, planted]) rmSync(folder, { recursive: true, force: true })
  })

  it("没有违规的副本两道关口都通过，而且每个文件都读到了", async () => {
    const linted = await lint(clean)
    expect([...linted.refused]).toEqual([])
    expect(linted.code).toBe(0)
    const sources = readdirSync(clean, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.includes("node_modules")
    )
    expect(sources.length).toBeGreaterThan(Object.keys(directions).length)
    expect(linted.files).toBe(sources.length)

    const compiled = await compile(clean)
    expect([...compiled.refused]).toEqual([])
    expect(compiled.code).toBe(0)
    for (const file of sources.filter((name) => name.startsWith("packages/"))) {
      const made = file.replace("/src/", "/dist/").replace(/\.ts$/u, ".js")
      expect(readFileSync(join(clean, made), "utf8"), `${file} was compiled`).not.toBe("")
    }
  })

  it.each(plantings)("$rule：$file 被拒绝", ({ file, lint: wantedOfLint, compile: wantedOfCompiler }) => {
    if (wantedOfLint) expect(lintOfPlanted.refused.get(file) ?? "not refused").toMatch(wantedOfLint)
    if (wantedOfCompiler) expect(compileOfPlanted.refused.get(file) ?? "not refused").toMatch(wantedOfCompiler)
    expect(wantedOfLint ?? wantedOfCompiler, "a planting without an expectation tests nothing").toBeDefined()
  })

  it("被拒绝的只有种下的文件，两道关口都以非零退出", () => {
    const files = new Set(plantings.map(({ file }) => file))
    expect([...lintOfPlanted.refused.keys()].filter((file) => !files.has(file))).toEqual([])
    expect([...compileOfPlanted.refused.keys()].filter((file) => !files.has(file))).toEqual([])
    expect(lintOfPlanted.code).not.toBe(0)
    expect(compileOfPlanted.code).not.toBe(0)
  })
})

describe("关口读到了真正的源文件", () => {
  const sourcesOf = (name: string) =>
    readdirSync(join(root, "packages", name, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join("packages", name, "src", file))

  it("oxlint 读到每个包的每个源文件", async () => {
    const { output } = await run("oxlint", ["--debug=files"], root)
    const read = new Set(output.split("\n"))
    const sources = Object.keys(directions).flatMap(sourcesOf)
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter((file) => !read.has(file))).toEqual([])
  })

  it.each(Object.keys(directions))("tsc 读到 %s 的每个源文件", async (name) => {
    const { output } = await run("tsc", ["-p", `packages/${name}`, "--listFilesOnly"], root)
    const read = new Set(output.split("\n").map((file) => relative(root, file.trim())))
    const sources = sourcesOf(name)
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter((file) => !read.has(file))).toEqual([])
  })
})
