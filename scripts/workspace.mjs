// The workspace as installed: where it is, which Node it brings, whether what is installed is what the manifests say.
// Node 20 runs this file; it has no dependencies.
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { delimiter, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { withLock } from "./lock.mjs"

/** The folder of the checkout. */
export const root = fileURLToPath(new URL("..", import.meta.url))
/** Where scripts keep what can be made again. */
export const cache = join(root, ".cache")

const bin = join(root, "node_modules", ".bin")
const stamp = join(root, "node_modules", ".installed")
const installer = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager

/** One text that changes exactly when what should be installed changes. */
export function manifestsDigest() {
  const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name))
  const manifests = ["pnpm-workspace.yaml", "pnpm-lock.yaml"]
  for (const folder of [".", "bench", "test", ...packages.sort()]) manifests.push(join(folder, "package.json"))
  const digest = createHash("sha256").update(`${process.platform} ${process.arch}`)
  for (const path of manifests) {
    if (existsSync(join(root, path))) digest.update(`\n${path}\n`).update(readFileSync(join(root, path)))
  }
  return digest.digest("hex")
}

/** Installs what the lock file says, unless exactly that is installed. Everything it prints goes to stderr. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock(join(cache, "install.lock"), async () => {
    if (isInstalled()) return
    const wanted = manifestsDigest()
    process.stderr.write("juesuan: 首次运行或依赖有变，正在安装 / first run or changed dependencies, installing\n")
    const code = await install()
    if (code !== 0) {
      process.stderr.write(
        "juesuan: 安装失败，原因见上 / the installation failed, see above.\n" +
          `  如改过 package.json / after a change of a package.json: npx -y ${installer} install --no-frozen-lockfile\n`
      )
      process.exit(1)
    }
    mkdirSync(join(root, "node_modules"), { recursive: true })
    writeFileSync(stamp, wanted)
  })
}

function isInstalled() {
  try {
    return readFileSync(stamp, "utf8") === manifestsDigest()
  } catch {
    return false
  }
}

/** Runs the package manager with the machine's own Node, not with the one that it is about to put in place. */
function install() {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => resolve(folder) !== bin)
  const env = { ...process.env, PATH: path.join(delimiter), CI: "true", npm_config_update_notifier: "false" }
  delete env.npm_config_loglevel
  const args = ["-y", installer, "install", "--frozen-lockfile", "--reporter=append-only"]
  return run("npx", args, { cwd: root, env, stdio: ["ignore", 2, 2], shell: process.platform === "win32" })
}

/** The Node that the workspace brings. */
export function workspaceNode() {
  return join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")
}

/** Whether the Node that runs this is the one that the workspace brings. */
export function isWorkspaceNode() {
  const brought = JSON.parse(readFileSync(join(root, "node_modules", "node", "package.json"), "utf8")).version
  return process.versions.node === brought
}

/** The environment in which the workspace's tools and its Node come first. */
export function workspaceEnv() {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` }
}

/** The path of a tool of the workspace, such as `tsc`. */
export function tool(name) {
  return join(bin, process.platform === "win32" ? `${name}.cmd` : name)
}

/** Runs a program to its end, hands signals on to it, and answers with its exit code (128 + n after signal n). */
export function run(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: "inherit", env: workspaceEnv(), ...options })
    const relays = (hasTerminal ? ["SIGTERM"] : ["SIGINT", "SIGTERM", "SIGHUP"]).map((signal) => [
      signal,
      () => child.kill(signal)
    ])
    for (const [signal, relay] of relays) process.on(signal, relay)
    child.once("error", failed)
    child.once("exit", (code, signal) => {
      for (const [name, relay] of relays) process.removeListener(name, relay)
      done(code ?? 128 + (signalNumbers[signal] ?? 0))
    })
  })
}

// At a terminal the keys that interrupt reach the whole group of processes: handing on would interrupt twice.
const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
const signalNumbers = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGTERM: 15
}
