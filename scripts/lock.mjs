// A lock between processes: a file that its holder keeps young. Node 20 runs this file; it has no dependencies.
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs"
import { hostname } from "node:os"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const beatMs = 1_000
const staleMs = 20_000
const me = `${hostname()} ${process.pid}`

/** Runs `work` while nobody else who asks for `file` runs theirs. A holder that died is noticed and succeeded. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true })
  while (!take(file)) {
    succeed(file)
    await sleep(100)
  }
  const release = () => rmSync(file, { force: true })
  process.once("exit", release)
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.removeListener("exit", release)
    release()
  }
}

function take(file) {
  try {
    writeFileSync(file, me, { flag: "wx" })
    return true
  } catch (error) {
    if (error.code === "EEXIST") return false
    throw error
  }
}

/** Removes the lock of a dead holder. Only one waiter at a time may, and it looks again before it does. */
function succeed(file) {
  if (!isDead(file)) return
  const guard = `${file}.guard`
  try {
    mkdirSync(guard)
  } catch {
    if (ageMs(guard) > staleMs) rmdirSync(guard)
    return
  }
  try {
    if (isDead(file)) rmSync(file, { force: true })
  } finally {
    rmdirSync(guard)
  }
}

function isDead(file) {
  if (ageMs(file) > staleMs) return true
  const [host, pid] = holder(file)
  if (host !== hostname() || !pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error.code === "ESRCH"
  }
}

function holder(file) {
  try {
    return readFileSync(file, "utf8").split(" ")
  } catch {
    return []
  }
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
