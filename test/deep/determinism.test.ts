/**
 * R19 on other versions of Node (NODES, those that npm has as `node@<version>`): the same log, imported, gives the same
 * bytes: tables, scores, the export, every part of the workbook, the root of the log.
 */
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { sample } from "@juesuan/sample"
import { afterAll, expect, it } from "vitest"
import { temporaryFolder } from "../store/places.ts"

const folder = temporaryFolder()
afterAll(folder.remove)
const entry = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url))

/** The binary of another version, through npm. */
const installed = (version: string): string => {
  const place = join(folder.path, `node-${version}`)
  mkdirSync(place)
  writeFileSync(join(place, "package.json"), "{}")
  const allowed = ["--foreground-scripts", "--no-audit", "--no-fund", "--silent"]
  execFileSync("npm", ["install", `node@${version}`, ...allowed], { cwd: place })
  return join(place, "node_modules", "node", "bin", "node")
}

const commands = [
  ["export"],
  ["verify", "--json"],
  ["scores", "--json"],
  ["table", "公开03", "--until", "2024-06-30", "--json"],
  ["explain", "公开03/2010306/项目支出", "--json"],
  ["tables", "--json"]
]

/** What a version of Node answers, as digests by command. */
const answers = (node: string, name: string): Readonly<Record<string, string>> => {
  const place = join(folder.path, name)
  mkdirSync(place)
  const run = (args: ReadonlyArray<string>): Buffer =>
    execFileSync(node, [entry, ...args], {
      cwd: place,
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, LANG: "zh_CN.UTF-8", JUESUAN_ACTOR: "会计岗" }
    })
  const digest = (bytes: Buffer): string => `${bytes.length} ${createHash("sha256").update(bytes).digest("hex")}`
  run(["import", fileURLToPath(sample.events)])
  run(["tables", "--output", "tables.xlsx"])
  const found = commands.map((args) => [args.join(" "), digest(run(args))])
  return Object.fromEntries([...found, ["workbook", digest(readFileSync(join(place, "tables.xlsx")))]])
}

it("别的 Node 版本：逐字节相同", () => {
  const versions = (process.env["NODES"] ?? "22 26").split(" ")
  const own = answers(process.execPath, "own")
  for (const version of versions) {
    const node = installed(version)
    console.log("R19", execFileSync(node, ["--version"], { encoding: "utf8" }).trim(), Object.keys(own).length)
    expect(answers(node, version)).toEqual(own)
  }
})
