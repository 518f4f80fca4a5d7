// Whether the bundle of the command line is made from the sources as they are now. Node 20 runs this file.
import { readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { manifestsDigest, root } from "./workspace.mjs"

const folder = join(root, "packages", "cli")
/** What the bundle is made from, where it is put, and the list of the sources it was made from. */
export const source = join(folder, "src", "main.ts")
export const dist = join(folder, "dist")
export const entry = join(dist, "juesuan.mjs")
export const made = join(dist, "juesuan.made.json")

/** Libraries that are worth bundling and can be: plain modules that read no file of their own. All others stay out. */
export const bundled = /^(?:@juesuan\/|effect(?:\/|$)|@effect\/|decimal\.js$|@event-driven-io\/emmett$|csv-)/

/** What tells one state of a source from another: when it was written, and its size. Undefined where it is gone. */
export function stateOf(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  return stat && `${stat.mtimeMs} ${stat.size}`
}

/** Whether a bundle is there and every source that went into it, and what is installed, is as it was. */
export function isFresh() {
  let record
  try {
    record = JSON.parse(readFileSync(made, "utf8"))
  } catch {
    return false
  }
  const unchanged = Object.entries(record.sources).every(([path, state]) => stateOf(path) === state)
  return unchanged && record.manifests === manifestsDigest() && statSync(entry, { throwIfNoEntry: false }) !== undefined
}
