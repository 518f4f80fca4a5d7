/** `juesuan narrative` as scripts meet it: 情况说明 written from the books. */
import { beforeAll, describe, expect, test } from "vitest"
import { jsonOf, juesuan, newFolder } from "./juesuan.ts"

let folder = ""
beforeAll(() => {
  folder = newFolder()
  expect(juesuan(folder, ["sample"]).code).toBe(0)
})

interface NarrativeJson {
  readonly sections: ReadonlyArray<{
    readonly paragraphs: ReadonlyArray<{ readonly ref: string; readonly text: string }>
  }>
}

const paragraphs = (options: ReadonlyArray<string>): ReadonlyMap<string, string> =>
  new Map(
    jsonOf<NarrativeJson>(juesuan(folder, ["narrative", "--json", ...options])).sections.flatMap((section) =>
      section.paragraphs.map(({ ref, text }) => [ref, text] as const)
    )
  )

describe("情况说明", () => {
  test("由各表、记录的上年数与原因写成；过去某一天没有记录的上年数不写", () => {
    expect(paragraphs([]).get("说明/总体情况/收支总计")).toContain("收入总计比上年减少434.67万元，下降21.74%")
    expect(paragraphs(["--until", "2024-06-30"]).get("说明/总体情况/收支总计")).not.toContain("上年")
    expect(juesuan(folder, ["narrative"]).stdout).toContain("五、一般公共预算财政拨款支出决算情况说明")
  })
})
