// Bundles the command line into packages/cli/dist/juesuan.mjs: it starts in a quarter of the time the sources take.
// The bundle serves the checkout it was made in. Published packages are built by `tsc -b`, not by this script.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, extname, join, relative, sep } from "node:path"
import { rolldown } from "rolldown"
import { bundled, dist, entry, isFresh, made, source, stateOf } from "./bundle-state.mjs"
import { withLock } from "./lock.mjs"
import { cache, manifestsDigest, root } from "./workspace.mjs"

const keepOldFilesMs = 3_600_000

/** A library outside the bundle is named by its file, since the bundle stands where its name does not resolve. */
const keepOutside = {
  name: "keep-outside",
  resolveId: {
    filter: { id: /^[^./]/ },
    async handler(id, importer) {
      if (importer === undefined || id.startsWith("node:") || bundled.test(id) || importer.includes("node_modules"))
        return null
      const found = await this.resolve(id, importer, { skipSelf: true })
      return found && !found.external && found.id.includes("node_modules")
        ? { id: relative(dist, found.id).split(sep).join("/"), external: true }
        : null
    }
  }
}

/** A source that starts a thread, a file beside it named `…-thread`, starts one that is bundled too. */
const bundleThreads = {
  name: "bundle-threads",
  transform: {
    filter: { id: /packages[\\/][^\\/]+[\\/]src[\\/]/, code: /-thread\$\{extname\(/ },
    handler(code, id) {
      const places = /new URL\(`([\w-]+-thread)\$\{extname\(import\.meta\.url\)\}`, import\.meta\.url\)/g
      return code.replace(places, (_, name) => {
        const file = this.emitFile({ type: "chunk", name, id: join(dirname(id), name + extname(id)) })
        return `new URL(import.meta.ROLLUP_FILE_URL_${file})`
      })
    }
  }
}

/** A source that asks where it is gets the place of the source, so that files beside it are still found. */
const keepPlaces = {
  name: "keep-places",
  transform: {
    filter: { id: /packages[\\/][^\\/]+[\\/]src[\\/]/, code: /import\.meta\.(?:url|dirname|filename)/ },
    handler(code, id) {
      const path = JSON.stringify(relative(dist, id).split(sep).join("/"))
      const url = `new URL(${path}, import.meta.url)`
      const file = (of) => `process.getBuiltinModule("node:url").fileURLToPath(new URL(${of}, import.meta.url))`
      return code.replace(/import\.meta\.(url|dirname|filename)/g, (_, what) =>
        what === "url"
          ? `${url}.href`
          : file(what === "filename" ? path : JSON.stringify(relative(dist, join(id, ".."))))
      )
    }
  }
}

/** What a library makes while it loads, at the price of half a start of Node, is made when it is first needed. */
const whenNeeded = {
  name: "when-needed",
  transform: {
    filter: { id: /effect[\\/](?:dist|src)[\\/]cli[\\/]CliOutput\./ },
    handler: (code) =>
      code
        .replace(
          /const graphemeSegmenter = ([^;]*);/,
          "let segmenter;\nconst graphemeSegmenter = () => (segmenter ??= $1);"
        )
        .replaceAll("graphemeSegmenter.segment(", "graphemeSegmenter().segment(")
  }
}

/** The modules in the chunks that a chunk cannot do without, its own among them. */
function closureOf(output, first) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]))
  const names = new Set([first.fileName])
  for (const name of names)
    for (const imported of chunks.get(name).imports) if (chunks.has(imported)) names.add(imported)
  return new Set([...names].flatMap((name) => chunks.get(name).moduleIds))
}

/**
 * What every command loads stands in one chunk, since to find and open a chunk takes longer than to run it; what `--version`
 * needs stays out of it. Which modules these are is seen by dividing the program as it falls.
 */
function everyCommand(output) {
  const entryChunk = output.find(({ facadeModuleId }) => facadeModuleId === source)
  const runs = output.find(({ moduleIds = [] }) => moduleIds.includes(join(source, "..", "run.ts")))
  const early = closureOf(output, entryChunk)
  const all = closureOf(output, runs ?? entryChunk)
  return (id) => all.has(id) && !early.has(id)
}

async function bundle() {
  const manifests = manifestsDigest()
  const script = relative(root, import.meta.filename)
  const sources = { [script]: stateOf(script) }
  const noteSources = {
    name: "note-sources",
    load: {
      filter: { id: /packages[\\/][^\\/]+[\\/]/ },
      handler(id) {
        const path = relative(root, id)
        if (!path.includes("node_modules")) sources[path] = stateOf(path)
        return null
      }
    }
  }
  const plugins = [noteSources, keepOutside, bundleThreads, keepPlaces, whenNeeded]
  const preserveEntrySignatures = "allow-extension"
  const build = await rolldown({ input: source, platform: "node", plugins, preserveEntrySignatures })
  const { output: divided } = await build.generate({ format: "esm" })
  const { output } = await build.generate({
    format: "esm",
    minify: { compress: true, mangle: false, codegen: true },
    entryFileNames: "juesuan.mjs",
    chunkFileNames: "juesuan-[name]-[hash].mjs",
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: "every-command", test: everyCommand(divided) }]
    }
  })
  await build.close()
  write(output, { manifests, sources })
}

/** Puts the parts in place first and the entry last, so that a start in between finds a whole bundle. */
function write(output, record) {
  mkdirSync(dist, { recursive: true })
  rmSync(made, { force: true })
  for (const file of output) {
    const path = join(dist, file.fileName)
    writeFileSync(`${path}.new`, file.type === "chunk" ? file.code : file.source)
    if (path !== entry) renameSync(`${path}.new`, path)
  }
  renameSync(`${entry}.new`, entry)
  writeFileSync(`${made}.new`, JSON.stringify(record))
  renameSync(`${made}.new`, made)
  const names = new Set(output.map((file) => file.fileName))
  for (const name of readdirSync(dist)) {
    const path = join(dist, name)
    const isOld =
      /^juesuan-.*\.mjs$/.test(name) && !names.has(name) && Date.now() - statSync(path).mtimeMs > keepOldFilesMs
    if (isOld) rmSync(path, { force: true })
  }
}

await withLock(join(cache, "bundle.lock"), async () => {
  if (!isFresh()) await bundle()
})
