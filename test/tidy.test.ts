/**
 * Properties of the code base itself. Every check is a plain function from files to complaints; each is run on the
 * whole checkout, and on planted text that it must complain about: a check that cannot fail checks nothing.
 */
import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { parseAst } from "rolldown/parseAst"
import { describe, expect, it } from "vitest"
import { directions, purePackages } from "../directions.ts"

const root = fileURLToPath(new URL("..", import.meta.url))

interface SourceFile {
  readonly path: string
  readonly text: string
}
type Check = (file: SourceFile) => ReadonlyArray<string>

const skipped = new Set(["node_modules", "dist", ".cache", ".git", "coverage"])

/** Every file of the checkout with one of these endings, by its path from the root. */
const filesOf = (folder: string, ending: RegExp): ReadonlyArray<SourceFile> =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesOf(path, ending)
    return ending.test(entry.name) ? [{ path, text: readFileSync(join(root, path), "utf8") }] : []
  })

const code = filesOf(".", /\.(?:ts|mjs)$/u)
const sources = code.filter(({ path }) => /^packages\/[^/]+\/src\//u.test(path))
const tests = code.filter(({ path }) => path.endsWith(".test.ts"))
/** What people write; data files (published documents, recorded cases) say what they say, and this file plants. */
const written = [...code, ...filesOf(".", /\.(?:md|ya?ml|sh)$|^run$|^package\.json$|^tsconfig.*\.json$/u)].filter(
  ({ path }) => path !== "test/tidy.test.ts" && !/^packages\/sample\/(?!src)|\/fixtures\//u.test(path)
)

// --- reading a source -----------------------------------------------------------------------------------------------

type Node = { readonly type: string } & Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"

const nodesOf = (node: Node): ReadonlyArray<Node> => {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isNode(value)) {
      found.push(value)
      Object.values(value).forEach(visit)
    }
  }
  visit(node)
  return found
}

const parsed = new Map<string, ReadonlyArray<Node>>()
const nodes = ({ path, text }: SourceFile): ReadonlyArray<Node> => {
  const known = parsed.get(text)
  if (known) return known
  const found = nodesOf(parseAst(text, { lang: path.endsWith(".mjs") ? "js" : "ts" }) as unknown as Node)
  parsed.set(text, found)
  return found
}

const identifiers = (file: SourceFile): ReadonlySet<string> =>
  new Set(
    nodes(file)
      .filter(({ type }) => type === "Identifier" || type === "PrivateIdentifier")
      .map(({ name }) => String(name))
  )

/** The modules that a file names: imported, re-exported, or loaded later by a fixed text. */
const modulesNamed = (file: SourceFile): ReadonlyArray<string> =>
  nodes(file)
    .filter(({ type }) => /^(?:Import|Export(?:Named|All))Declaration$|^ImportExpression$/u.test(type))
    .map(({ source }) => (isNode(source) ? source["value"] : undefined))
    .filter((value) => typeof value === "string")

// --- checks of one file ---------------------------------------------------------------------------------------------

/** The words of this trade in pinyin. Syllables alone cannot tell: `language`, `reduce` and `candidate` are made of them too. */
const fiscalPinyin = (
  "yusuan juesuan danwei xiangmu jine zhichu shouru jiezhuan jieyu nianchu nianmo niandu gongkai jixiao zijin caizheng kemu " +
  "gongneng jingji fenlei zhibiao defen fenzhi bumen heji zongji xiaoji bokuan jingfei daima mingcheng leixing shijian riqi " +
  "pingjia ziping zhifu tuihui tiaozheng tiaoji zhuijia zhuijian shouhui hongzi chongxiao gouji jiben quannian yewu shangnian " +
  "bennian pingzheng piwen yiju yuanyin dengji zhixinglv mubiao wancheng caigou cheliang jiedai chuguo renyuan gongyong"
).split(" ")
const pinyinWords = new RegExp(`^(?:${fiscalPinyin.join("|")})+$`, "u")
/** The name of the product. */
const notPinyin = new Set(["juesuan"])

const words = (identifier: string) =>
  identifier.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/u).map((word) => word.toLowerCase())

const isPinyin = (word: string) => !notPinyin.has(word) && pinyinWords.test(word)

const chineseIdentifiers: Check = (file) => [...identifiers(file)].filter((name) => /[^\x20-\x7e]/u.test(name))

const pinyinIdentifiers: Check = (file) => [...identifiers(file)].filter((name) => words(name).some(isPinyin))

const decimalDoor = "packages/domain/src/Quantity.ts"
const decimalsOutsideTheDoor: Check = (file) =>
  file.path === decimalDoor ? [] : modulesNamed(file).filter((name) => /^decimal\.js(?:\/|$)/u.test(name))

/** In a pure package nothing may be loaded later: what the lint gate sees are imports at the top. */
const loadedLater: Check = (file) =>
  nodes(file)
    .filter(({ type, callee }) => type === "ImportExpression" || (isNode(callee) && callee["name"] === "require"))
    .map(({ type }) => type)

const marker = /\b(?:TODO|FIXME|XXX|HACK|WIP)\b|^(?:<{7}|>{7}) /mu
const suppression = /@ts-(?:ignore|nocheck)|(?:oxlint|eslint|biome)-(?:disable|enable|ignore)|\bdebugger;?$/mu
const leftovers: Check = ({ text }) => [marker, suppression].flatMap((pattern) => pattern.exec(text)?.[0] ?? [])

const machinePath = /(?<![\w.:/*)}-])\/(?:home|Users|root|work|tmp)\/|\b[A-Z]:\\\w/u
const machinePaths: Check = ({ text }) => text.split("\n").filter((line) => machinePath.test(line))

const withoutOpening: Check = ({ text }) =>
  /^(?:#!.*\n)?(?:\/\*\*|\/\/)/u.test(text) ? [] : ["says nothing in its first lines"]

const vagueNames: Check = ({ path }) =>
  /(?:^|[/-])(?:utils?|helpers?|commons?|misc|stuff)(?:[./-]|$)/iu.test(path) ? [path] : []

const testFunctions = new Set(["it", "test", "describe", "suite"])
const evasions = new Set(["only", "skip", "todo", "fails"])
const rootOfChain = (node: unknown): unknown => {
  if (!isNode(node)) return undefined
  return node.type === "Identifier" ? node["name"] : rootOfChain(node["object"] ?? node["callee"])
}
const evasionsInTests: Check = (file) =>
  nodes(file)
    .filter(({ type }) => type === "MemberExpression")
    .map(({ object, property }) => ({ of: rootOfChain(object), name: isNode(property) ? property["name"] : undefined }))
    .filter(({ of, name }) => name === "toBeCloseTo" || (evasions.has(String(name)) && testFunctions.has(String(of))))
    .map(({ name }) => String(name))

interface Rule {
  readonly name: string
  readonly check: Check
  readonly files: ReadonlyArray<SourceFile>
  /** Texts that the check must complain about, and texts that it must let pass. */
  readonly bad: ReadonlyArray<string>
  readonly good: ReadonlyArray<string>
  readonly at?: string
}

const rules: ReadonlyArray<Rule> = [
  {
    name: "源文件的标识符里没有汉字",
    check: chineseIdentifiers,
    files: sources,
    bad: ["const 预算 = 1", "const total收入 = 1", "export const row = { 合计: 1 }", "type A = { 金额: string }"],
    good: ['const label = "预算"', "/** 预算 */ const budget = 1", 'const row = { "合计": 1 }']
  },
  {
    name: "源文件的标识符里没有拼音",
    check: pinyinIdentifiers,
    files: sources,
    bad: [
      "const yusuanShu = 1",
      "let zhichuHeji = 1",
      "const o = { danwei: 1 }",
      "function shangNianJieZhuan() { const shangnianjiezhuan = 1; return shangnianjiezhuan }"
    ],
    good: ["const change = range", "const juesuan = 1", "const available = determine(reference)"]
  },
  {
    name: "decimal.js 只从一处引入",
    check: decimalsOutsideTheDoor,
    files: sources,
    bad: ['import { Decimal } from "decimal.js"', 'export * from "decimal.js"', 'const d = await import("decimal.js")'],
    good: ['import { yuan } from "@juesuan/domain"']
  },
  {
    name: "纯净的包不在运行中载入模块",
    check: loadedLater,
    files: sources.filter(({ path }) => purePackages.some((name) => path.startsWith(`packages/${name}/`))),
    bad: ['const fs = await import("node:fs")', 'const fs = require("node:fs")'],
    good: ['import * as Schema from "effect/Schema"']
  },
  {
    name: "没有遗留的记号，没有压下去的检查",
    check: leftovers,
    files: written,
    bad: ["// TODO: later", "/* FIXME */", `${"<".repeat(7)} HEAD`, "// @ts-ignore", "// oxlint-disable-next-line"],
    good: ["const todoList = []", "Heading\n======="]
  },
  {
    name: "没有某台机器上的绝对路径",
    check: machinePaths,
    files: written,
    bad: ['const x = "/home/someone/file"', "cd /tmp/x", '"C:\\Users"'],
    good: ["https://example.org/work/x", "../work/x", "a/home/b"]
  },
  {
    name: "每个源文件开头说明自己是什么",
    check: withoutOpening,
    files: code,
    bad: ["export const a = 1\n", "import x from 'y'\n/** late */"],
    good: ["/** A concept. */\nexport {}", "#!/usr/bin/env node\n/** The entry. */", "// A script.\n"]
  },
  {
    name: "没有说不清内容的文件名",
    check: vagueNames,
    files: code,
    bad: [""],
    good: [],
    at: "packages/domain/src/utils.ts"
  },
  {
    name: "测试不用近似比较，也不跳过",
    check: evasionsInTests,
    files: tests,
    bad: [
      "expect(1).toBeCloseTo(1)",
      "it.only('x', () => {})",
      "describe.skip('x', () => {})",
      "it.skip.each([1])('x', () => {})",
      "it.each([1]).only('x')"
    ],
    good: ["list.only(1)", "it.each([1])('x', () => {})", "stream.skip(3)"]
  }
]

describe("代码的整洁", () => {
  it("读到了文件", () => {
    for (const { name, files } of rules) expect(files.length, name).toBeGreaterThan(0)
    expect(new Set(sources.map(({ path }) => path.split("/")[1]))).toEqual(new Set(Object.keys(directions)))
  })

  it.each(rules)("$name", ({ check, files }) => {
    const complaints = files.flatMap((file) => check(file).map((complaint) => `${file.path}: ${complaint}`))
    expect(complaints).toEqual([])
  })

  it.each(rules)("能够发现：$name", ({ check, bad, good, at = "packages/app/src/planted.ts" }) => {
    expect(bad.filter((text) => check({ path: at, text }).length === 0)).toEqual([])
    expect(good.filter((text) => check({ path: at, text }).length > 0)).toEqual([])
    expect(bad.length).toBeGreaterThan(0)
  })
})

// --- manifests ------------------------------------------------------------------------------------------------------

interface Manifest {
  readonly name: string
  readonly license?: string
  readonly version?: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const readJson = <A>(path: string): A => JSON.parse(readFileSync(path, "utf8")) as A
const manifestOf = (folder: string) => readJson<Manifest>(join(root, folder, "package.json"))
const scope = "@juesuan/"

/** The packages of this workspace that a manifest names, against those it may. */
const againstDirection = (name: string, manifest: Manifest): ReadonlyArray<string> =>
  Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })
    .filter((dependency) => dependency.startsWith(scope))
    .map((dependency) => dependency.slice(scope.length))
    .filter((other) => !directions[name]?.includes(other))

const isPinned = (version: string) => version === "workspace:*" || /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version)
const unpinned = ({ dependencies, devDependencies, optionalDependencies }: Manifest): ReadonlyArray<string> =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !isPinned(version))
    .map(([name, version]) => `${name}@${version}`)

describe("各包的清单", () => {
  const names = Object.keys(directions)

  it("工作区的包就是 directions.ts 所列的包", () => {
    expect(
      readdirSync(join(root, "packages"))
        .filter((name) => existsSync(join(root, "packages", name, "package.json")))
        .toSorted()
    ).toEqual(names.toSorted())
  })

  it.each(names)("%s 的依赖与 tsconfig 引用都只朝允许的方向", (name) => {
    const manifest = manifestOf(`packages/${name}`)
    expect(againstDirection(name, manifest)).toEqual([])
    const references =
      readJson<{ references?: ReadonlyArray<{ path: string }> }>(join(root, "packages", name, "tsconfig.json"))
        .references ?? []
    const referenced = references.map(({ path }) => path.replace("../", ""))
    const named = Object.keys(manifest.dependencies ?? {}).filter((dependency) => dependency.startsWith(scope))
    expect(referenced.toSorted()).toEqual(named.map((dependency) => dependency.slice(scope.length)).toSorted())
    expect(manifest.license).toBe("MIT")
  })

  it("版本都写死", () => {
    for (const folder of [".", "test", "bench", ...names.map((name) => `packages/${name}`)])
      expect(unpinned(manifestOf(folder)), folder).toEqual([])
  })

  it("能够发现：反方向的依赖与没有写死的版本", () => {
    expect(againstDirection("domain", { name: "x", dependencies: { "@juesuan/rules": "workspace:*" } })).toEqual([
      "rules"
    ])
    expect(againstDirection("http", { name: "x", devDependencies: { "@juesuan/cli": "workspace:*" } })).toEqual(["cli"])
    expect(unpinned({ name: "x", dependencies: { a: "^1.0.0", b: "1.0.0", c: "*" } })).toEqual(["a@^1.0.0", "c@*"])
  })
})

// --- licences -------------------------------------------------------------------------------------------------------

/** Licences of what is used and passed on. */
const allowedLicences = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "OFL-1.1", "0BSD"])
/** Permissive too, but only for tools that build and test: nothing of them is passed on. */
const allowedForTools = new Set(["BlueOak-1.0.0", "Python-2.0", "CC0-1.0", "Unlicense"])
/** Packages that declare no licence, each with the reason why it is used all the same. */
const undeclared: Readonly<Record<string, string>> = {
  "@event-driven-io/emmett":
    "0.42.0 declares no licence: to be settled before anything is published (CHANGELOG, Unreleased)."
}

/** Whether an SPDX expression can be satisfied by allowed licences alone: one side of an OR, both of an AND. */
const satisfies = (expression: string, allowed: ReadonlySet<string>): boolean => {
  const bare = expression.replaceAll(/[()]/gu, "")
  return bare.split(" OR ").some((side) => side.split(" AND ").every((licence) => allowed.has(licence.trim())))
}

/** What is wrong with a package's licence, if anything. `shipped` says whether it reaches those who install ours. */
const licenceComplaint = (
  { name, license }: { name: string; license?: unknown },
  shipped: boolean
): string | undefined => {
  if (license === undefined && name in undeclared) return undefined
  const allowed = shipped ? allowedLicences : new Set([...allowedLicences, ...allowedForTools])
  return typeof license === "string" && satisfies(license, allowed) ? undefined : `${name}: ${String(license)}`
}

/** A scope stands for the packages in it. */
const withinScope = (modules: string, name: string): ReadonlyArray<string> =>
  name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name]

/** Every installed package, by the folder it is installed in. */
const installed = (): ReadonlyMap<string, Manifest> => {
  const store = join(root, "node_modules", ".pnpm")
  const found = new Map<string, Manifest>()
  const add = (folder: string) => {
    if (existsSync(join(folder, "package.json")))
      found.set(realpathSync(folder), readJson<Manifest>(join(folder, "package.json")))
  }
  for (const entry of readdirSync(store)) {
    const modules = join(store, entry, "node_modules")
    if (!existsSync(modules)) continue
    for (const name of readdirSync(modules).flatMap((name) => withinScope(modules, name))) add(join(modules, name))
  }
  return found
}

/** The folders of the packages that ours need when they run, with all that those need in turn. */
const shippedFolders = (): ReadonlySet<string> => {
  const seen = new Set<string>()
  const follow = (folder: string, modules: string) => {
    const { dependencies, optionalDependencies } = readJson<Manifest>(join(folder, "package.json"))
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const link = join(modules, name)
      if (name.startsWith(scope) || !existsSync(link)) continue
      const target = realpathSync(link)
      if (seen.has(target)) continue
      seen.add(target)
      const depth = target.lastIndexOf("/node_modules/") + "/node_modules".length
      follow(target, target.slice(0, depth))
    }
  }
  for (const name of Object.keys(directions))
    follow(join(root, "packages", name), join(root, "packages", name, "node_modules"))
  return seen
}

describe("所装软件的许可", () => {
  it("都在许可的清单之内", () => {
    const shipped = shippedFolders()
    const packages = installed()
    expect(packages.size).toBeGreaterThan(20)
    expect(shipped.size).toBeGreaterThan(3)
    expect([...shipped].filter((folder) => !packages.has(folder)).map((folder) => relative(root, folder))).toEqual([])
    expect(
      [...packages].flatMap(([folder, manifest]) => licenceComplaint(manifest, shipped.has(folder)) ?? [])
    ).toEqual([])
  })

  it("没有声明许可的包逐个列出，列出的确实没有声明", () => {
    const packages = [...installed().values()]
    for (const name of Object.keys(undeclared)) {
      const found = packages.filter((manifest) => manifest.name === name)
      expect(found.length, name).toBeGreaterThan(0)
      expect(found.filter(({ license }) => license !== undefined)).toEqual([])
    }
  })

  it("能够发现：不在清单之内的许可", () => {
    expect(licenceComplaint({ name: "a", license: "AGPL-3.0" }, false)).toBe("a: AGPL-3.0")
    expect(licenceComplaint({ name: "b", license: "MPL-2.0" }, false)).toBe("b: MPL-2.0")
    expect(licenceComplaint({ name: "c", license: "BlueOak-1.0.0" }, true)).toBe("c: BlueOak-1.0.0")
    expect(licenceComplaint({ name: "c", license: "BlueOak-1.0.0" }, false)).toBeUndefined()
    expect(licenceComplaint({ name: "d" }, false)).toBe("d: undefined")
    expect(licenceComplaint({ name: "e", license: "(MIT AND GPL-2.0)" }, true)).toBe("e: (MIT AND GPL-2.0)")
    expect(licenceComplaint({ name: "f", license: "(GPL-2.0 OR MIT)" }, true)).toBeUndefined()
  })
})
