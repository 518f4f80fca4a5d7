#!/usr/bin/env node
/**
 * 决算命令行入口: where the `juesuan` command starts. `--version` and the first help page are answered before anything
 * heavy is loaded.
 */
import { enableCompileCache } from "node:module"
import { languageOf } from "./Language.ts"
import { rootHelp } from "./RootHelp.ts"
import { version } from "./Version.ts"

const args = process.argv.slice(2)
const language = languageOf(args, process.env)
const plain = args.filter((arg, index) => !arg.startsWith("--lang") && args[index - 1] !== "--lang")
const [first] = plain

if (plain.length === 1 && first === "--version") process.stdout.write(`juesuan ${version}\n`)
else if (plain.length === 0 || (plain.length === 1 && (first === "--help" || first === "-h"))) {
  process.stdout.write(`${rootHelp(language)}\n`)
} else {
  // Compiled once per version of the program, not at every call.
  enableCompileCache()
  const { run } = await import("./run.ts")
  await run(args, language)
}
