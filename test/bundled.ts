/** 命令行打包: tests of the command line run the bundle that users run, made anew before them where a source has changed. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"

export const setup = (): void => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "..", "scripts", "bundle.mjs")], {
    encoding: "utf8"
  })
  if (status !== 0) throw new Error(`the command line was not bundled: ${stderr}`)
}
