/**
 * The way in from npm. A small workspace of its own, with the real scripts and the installed tools, is driven as a
 * user drives ours: what comes out must be the command's own, and what is made once must not be made again.
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("..", import.meta.url))
const here = realpathSync(mkdtempSync(join(tmpdir(), "bootstrap-")))
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(here, file)), { recursive: true })
  writeFileSync(join(here, file), text)
}

/** Starts a command in the small workspace and gathers what it prints. */
const start = (args: ReadonlyArray<string>, input?: string) => {
  const child = spawn(process.execPath, [...args], { cwd: here, stdio: "pipe" })
  const printed = { out: "", err: "" }
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (printed.out += text))
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (printed.err += text))
  child.stdin.end(input)
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, ...printed }))
  return { child, ended }
}
const juesuan = (args: ReadonlyArray<string>, input?: string) =>
  start([join(here, "scripts", "bootstrap.mjs"), "juesuan", ...args], input).ended

/** Says that exactly what the manifests of the small workspace name is installed. */
const stampInstalled = async () => {
  const script = `import { manifestsDigest } from ${JSON.stringify(pathToFileURL(join(here, "scripts/workspace.mjs")).href)}
    process.stdout.write(manifestsDigest())`
  const { out } = await start(["--input-type=module", "--eval", script]).ended
  write("node_modules/.installed", out)
}

const greeting = (word: string) => `/** A word. */\nexport const word: string = "${word}"\n`
const bundle = join(here, "packages/cli/dist/juesuan.mjs")

beforeAll(async () => {
  cpSync(join(root, "scripts"), join(here, "scripts"), { recursive: true })
  cpSync(join(root, "package.json"), join(here, "package.json"))
  mkdirSync(join(here, "node_modules"))
  for (const name of ["node", "rolldown"]) {
    symlinkSync(realpathSync(join(root, "node_modules", name)), join(here, "node_modules", name))
  }
  write("packages/cli/package.json", `{"name":"@juesuan/cli","type":"module"}`)
  write("packages/cli/src/word.ts", greeting("first"))
  write(
    "packages/cli/src/main.ts",
    `/** The command of the small workspace. */
import { readFileSync } from "node:fs"
import { word } from "./word.ts"

const [what, ...rest] = process.argv.slice(2)
if (what === "word") process.stdout.write(word)
if (what === "args") process.stdout.write(JSON.stringify(rest))
if (what === "stdin") process.stdout.write(readFileSync(0, "utf8").toUpperCase())
if (what === "exit") process.exitCode = Number(rest[0])
if (what === "place") process.stdout.write(JSON.stringify([import.meta.url, import.meta.filename, import.meta.dirname]))
if (what === "wait") {
  process.on("SIGTERM", () => process.exit(43))
  process.stdout.write("ready")
  setTimeout(() => {}, 60_000)
}
`
  )
  await stampInstalled()
})
afterAll(() => rmSync(here, { recursive: true, force: true }))

describe("从 npm 进入命令行", () => {
  it("标准输出只有命令自己的结果，参数原样传入，什么也不安装", async () => {
    expect(await juesuan(["args", "a", "b c", "--json", "公开03"])).toEqual({
      code: 0,
      signal: null,
      out: `["a","b c","--json","公开03"]`,
      err: ""
    })
  })

  it("标准输入传到命令，退出码传回", async () => {
    expect((await juesuan(["stdin"], "abc")).out).toBe("ABC")
    expect((await juesuan(["exit", "6"])).code).toBe(6)
  })

  it("信号传到命令，由命令决定退出码", async () => {
    const { child, ended } = start([join(here, "scripts", "bootstrap.mjs"), "juesuan", "wait"])
    await once(child.stdout, "data")
    child.kill("SIGTERM")
    expect((await ended).code).toBe(43)
  })

  it("打包之后，源文件仍知道自己在哪里", async () => {
    const source = join(here, "packages/cli/src/main.ts")
    expect(JSON.parse((await juesuan(["place"])).out)).toEqual([pathToFileURL(source).href, source, dirname(source)])
  })

  it("源文件没有改动时不再打包，改动后自动重新打包", async () => {
    expect((await juesuan(["word"])).out).toBe("first")
    const made = statSync(bundle).mtimeMs
    expect((await juesuan(["word"])).out).toBe("first")
    expect(statSync(bundle).mtimeMs).toBe(made)

    write("packages/cli/src/word.ts", greeting("second"))
    expect((await juesuan(["word"])).out).toBe("second")
    expect(readFileSync(bundle, "utf8")).toContain("second")
  })

  it("不能打包时从源文件运行，并在标准错误里说明", async () => {
    write("node_modules/.installed", "")
    rmSync(join(here, "node_modules/rolldown"))
    write("packages/cli/src/word.ts", greeting("third"))
    await stampInstalled()
    const { code, out, err } = await juesuan(["word"])
    symlinkSync(realpathSync(join(root, "node_modules/rolldown")), join(here, "node_modules/rolldown"))
    expect({ code, out }).toEqual({ code: 0, out: "third" })
    expect(err).toContain("打包失败，改从源文件运行")
  })
})

describe("安装的锁", () => {
  const lock = join(here, ".cache", "probe.lock")
  const turns = join(here, "turns")
  const holder = (body: string) => `
    import { appendFileSync } from "node:fs"
    import { setTimeout as sleep } from "node:timers/promises"
    import { withLock } from ${JSON.stringify(pathToFileURL(join(here, "scripts/lock.mjs")).href)}
    await withLock(${JSON.stringify(lock)}, async () => { ${body} })`
  const take = (body: string) => start(["--input-type=module", "--eval", holder(body)])
  const turn = `appendFileSync(${JSON.stringify(turns)}, "<"); await sleep(30); appendFileSync(${JSON.stringify(turns)}, ">")`

  it("同时来的几个一个接一个，不会重叠", async () => {
    writeFileSync(turns, "")
    const ends = await Promise.all(Array.from({ length: 6 }, () => take(turn).ended))
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0])
    expect(readFileSync(turns, "utf8")).toBe("<>".repeat(6))
    expect(existsSync(lock)).toBe(false)
  })

  it("持有者被杀死后，等候的几个仍然一个接一个", async () => {
    writeFileSync(turns, "")
    const { child, ended } = take(`process.stdout.write("held"); await sleep(60_000)`)
    await once(child.stdout, "data")
    child.kill("SIGKILL")
    await ended
    expect(existsSync(lock)).toBe(true)
    const ends = await Promise.all(Array.from({ length: 4 }, () => take(turn).ended))
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(readFileSync(turns, "utf8")).toBe("<>".repeat(4))
  })
})
