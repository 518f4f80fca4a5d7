/**
 * Hostile files one by one, each read by a process of its own: without arguments lists their names, with a name and a path
 * writes the file there, with a path alone reads it and prints the answer, its seconds of computing and its peak memory.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { readDisclosure } from "@juesuan/documents"
import { isFailure } from "effect/Result"
import { hostileFiles } from "../all.ts"

const list = () => {
  for (const { name } of hostileFiles) console.log(name)
}

const write = (name: string, path: string) => {
  const file = hostileFiles.find((each) => each.name === name)
  if (file === undefined) throw new Error(`no such file: ${name}`)
  writeFileSync(path, file.bytes())
}

const read = async (path: string) => {
  const answer = await readDisclosure([{ name: path, bytes: readFileSync(path) }])
  const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage()
  const codes = isFailure(answer) ? answer.failure.map(({ code }) => code) : ["read"]
  const seconds = (systemCPUTime + userCPUTime) / 1_000_000
  console.log(JSON.stringify({ codes, seconds, megabytes: Math.round(maxRSS / 1024) }))
  process.exit()
}

const [first, path] = process.argv.slice(2)
if (first === undefined) list()
else if (path === undefined) await read(first)
else write(first, path)
