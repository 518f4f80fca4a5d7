/** R19: the same log gives the same bytes whatever the time zone and the locale of the machine, and in whatever batches it came. */
import { join } from "node:path"
import { writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { juesuanProcess as juesuan, newFolder } from "./juesuan.ts"

const machines = [
  { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
  { TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }
]

test("时区、地区不同，入账批次不同：各表与评分的 JSON 逐字节相同", { timeout: 60_000 }, () => {
  const source = newFolder()
  expect(juesuan(source, ["sample"]).code).toBe(0)
  const lines = juesuan(source, ["export"]).stdout.split("\n").slice(0, -1)
  const answers = machines.map((env, index) => {
    const folder = newFolder()
    // All at once on one machine, in two parts on the other.
    const cuts = index === 0 ? [lines.length] : [371, lines.length]
    for (const cut of cuts) {
      writeFileSync(join(folder, "log.jsonl"), `${lines.slice(0, cut).join("\n")}\n`)
      expect(juesuan(folder, ["import", "log.jsonl"], { env })).toMatchObject({ code: 0 })
    }
    return [
      ["table", "公开03", "--until", "2024-06-30", "--json"],
      ["scores", "--json"]
    ].map((args) => juesuan(folder, [...args, "--lang", "zh"], { env }).stdout)
  })
  for (const answer of answers[0] ?? []) expect(answer.length).toBeGreaterThan(100)
  expect(answers[1]).toEqual(answers[0])
})
