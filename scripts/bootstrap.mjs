// The way in from npm: sees to it that the workspace is installed, then runs what was asked for under its Node.
//
//   node scripts/bootstrap.mjs juesuan ARGS     the command line
//   node scripts/bootstrap.mjs run FILE ARGS    a script of the workspace
//   node scripts/bootstrap.mjs exec TOOL ARGS   an installed tool, such as tsc
//
// stdout, stdin, exit code and signals are those of what was asked for; what the set-up prints goes to stderr.
// Node 20 runs this file; it has no dependencies.
import { existsSync } from "node:fs"
import * as module from "node:module"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { cache, ensureInstalled, isWorkspaceNode, root, run, tool, workspaceEnv, workspaceNode } from "./workspace.mjs"

const [mode, ...rest] = process.argv.slice(2)

await ensureInstalled()
switch (mode) {
  case "juesuan":
    await runFile(await commandLine(), rest)
    break
  case "run":
    await runFile(resolve(root, rest[0] ?? ""), rest.slice(1))
    break
  case "exec":
    process.exitCode = await run(tool(rest[0] ?? ""), rest.slice(1))
    break
  default:
    process.stderr.write("juesuan: bootstrap.mjs juesuan ARGS | run FILE ARGS | exec TOOL ARGS\n")
    process.exitCode = 2
}

/** The bundle of the command line, made anew when a source has changed; its source where no bundle can be made. */
async function commandLine() {
  const { isFresh, entry, source } = await import("./bundle-state.mjs")
  if (isFresh()) return entry
  const code = await run(workspaceNode(), [join(root, "scripts", "bundle.mjs")], { stdio: ["ignore", 2, 2] })
  if (code === 0) return entry
  process.stderr.write("juesuan: 打包失败，改从源文件运行 / no bundle could be made, running from the sources\n")
  return source
}

/** Runs a file in this process where this is the workspace's Node already, else in one of its own. */
async function runFile(file, args) {
  if (!existsSync(file)) {
    process.stderr.write(`juesuan: 没有这个文件 / there is no such file: ${file}\n`)
    process.exitCode = 1
  } else if (isWorkspaceNode()) {
    module.enableCompileCache(join(cache, "compiled"))
    process.env.PATH = workspaceEnv().PATH
    process.argv = [process.execPath, file, ...args]
    await import(pathToFileURL(file).href)
  } else {
    process.exitCode = await run(workspaceNode(), [file, ...args])
  }
}
