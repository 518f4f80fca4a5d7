// Bundles the programs of test/store/programs into test/dist/programs: tests start them by the hundred, and to find and open
// the files of the sources takes most of a start. Names of libraries that stay outside resolve there as in the tests.
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, isAbsolute, join, relative } from "node:path"
import { rolldown } from "rolldown"
import { bundled, stateOf } from "./bundle-state.mjs"
import { withLock } from "./lock.mjs"
import { cache, manifestsDigest, root } from "./workspace.mjs"

const dist = join(root, "test", "dist", "programs")
const made = join(dist, "made.json")

/** Whether the programs are there, made from the sources as they are and what is installed. */
function isFresh() {
  try {
    const { manifests, sources } = JSON.parse(readFileSync(made, "utf8"))
    return manifests === manifestsDigest() && Object.entries(sources).every(([path, state]) => stateOf(path) === state)
  } catch {
    return false
  }
}

async function bundle() {
  const manifests = manifestsDigest()
  const sources = {}
  const noteSources = {
    name: "note-sources",
    load(id) {
      const path = relative(root, id)
      if (!path.includes("node_modules")) sources[path] = stateOf(path)
      return null
    }
  }
  const programs = globSync(join(root, "test", "store", "programs", "*.ts"))
  const build = await rolldown({
    input: Object.fromEntries(programs.map((file) => [basename(file, ".ts"), file])),
    platform: "node",
    external: (id) => !id.startsWith(".") && !isAbsolute(id) && !bundled.test(id),
    plugins: [noteSources]
  })
  await build.write({ dir: dist, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" })
  await build.close()
  mkdirSync(dist, { recursive: true })
  writeFileSync(made, JSON.stringify({ manifests, sources }))
}

await withLock(join(cache, "programs.lock"), async () => {
  if (!isFresh()) await bundle()
})
