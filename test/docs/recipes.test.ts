/** Every command that the recipes show is run, in order, as a reader would; every snippet of code too. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { juesuan, newFolder } from "../cli/juesuan.ts"

const folder = join(import.meta.dirname, "..", "..", "docs", "recipes")
const recipes = readdirSync(folder).filter((file) => file.endsWith(".md"))
const blocks = (text: string, language: string): ReadonlyArray<string> =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gmu"))].map((match) => match[1] as string)

/** Words of a command line, single quotes kept together, as a shell would. */
const wordsOf = (line: string): ReadonlyArray<string> =>
  [...line.matchAll(/'([^']*)'|(\S+)/gu)].map((match) => match[1] ?? (match[2] as string))

interface Step {
  readonly line: string
  readonly args: ReadonlyArray<string>
  readonly exit: number
}

const stepsOf = (text: string): ReadonlyArray<Step> =>
  blocks(text, "sh")
    .flatMap((block) => block.split("\n"))
    .filter((line) => line.startsWith("juesuan "))
    .map((line) => {
      const [command = "", expected] = line.split(/\s+# exit /u)
      return { line: command, args: wordsOf(command).slice(1), exit: Number(expected ?? 0) }
    })

/** Files that a recipe shows: a block whose first line names the file; in text that line is no part of it. */
const filesOf = (text: string): ReadonlyArray<readonly [string, string]> =>
  (["yaml", "text"] as const).flatMap((language) =>
    blocks(text, language).flatMap((block) => {
      const [line = "", name] = /^# (\S+)\n/u.exec(block) ?? []
      return name === undefined ? [] : [[name, language === "text" ? block.slice(line.length) : block] as const]
    })
  )

/** What a recipe shows of the output of a command: runs of its lines, … where some are left out. */
const shownOf = (
  text: string
): ReadonlyArray<{ readonly args: ReadonlyArray<string>; readonly runs: ReadonlyArray<string> }> =>
  blocks(text, "console").map((block) => {
    const [command = "", ...lines] = block.trimEnd().split("\n")
    return { args: wordsOf(command).slice(2), runs: lines.join("\n").split("\n…\n") }
  })

describe("做法里的每条命令都能照着做", () => {
  test("有做法可查", () => expect(recipes.length).toBeGreaterThanOrEqual(5))

  test.each(recipes)("%s", (recipe) => {
    const home = newFolder()
    for (const [name, content] of filesOf(readFileSync(join(folder, recipe), "utf8"))) {
      writeFileSync(join(home, name), content)
    }
    for (const { args, exit, line } of stepsOf(readFileSync(join(folder, recipe), "utf8"))) {
      const { code, stderr } = juesuan(home, args)
      expect({ line, code, stderr: code === exit ? "" : stderr }).toEqual({ line, code: exit, stderr: "" })
    }
  })

  test("写出的输出与实际一致，说明首页引用的也是", () => {
    const readmes = ["README.md", "README.zh-CN.md"].map((name) => readFileSync(join(folder, "..", "..", name), "utf8"))
    for (const recipe of recipes) {
      const text = readFileSync(join(folder, recipe), "utf8")
      const home = newFolder()
      for (const [name, content] of filesOf(text)) writeFileSync(join(home, name), content)
      for (const { args, runs } of shownOf(text)) {
        const { stdout } = juesuan(home, args)
        for (const run of runs) expect(stdout).toContain(run)
      }
      if (recipe === "audit-a-disclosure.md") {
        for (const readme of readmes) expect(blocks(text, "console")).toContain(blocks(readme, "console")[0])
      }
    }
  })

  test("代码片段照着运行，// => 之后是它的值", async () => {
    for (const recipe of recipes) {
      for (const [index, block] of blocks(readFileSync(join(folder, recipe), "utf8"), "ts").entries()) {
        const checked = block.replace(
          /^(.+?) \/\/ => (.+)$/gmu,
          (_, expression: string, value: string) => `results.push([${expression}, ${value}])`
        )
        const file = join(import.meta.dirname, `snippet-${recipe.replace(".md", "")}-${index}.generated.ts`)
        writeFileSync(
          file,
          `/** A snippet of ${recipe}, while it is tried. */\nconst results: Array<[unknown, unknown]> = []\n${checked}\nexport { results }\n`
        )
        const { results } = (await import(file)) as { readonly results: ReadonlyArray<readonly [unknown, unknown]> }
        rmSync(file)
        for (const [found, expected] of results) expect(found).toEqual(expected)
      }
    }
  })
})
