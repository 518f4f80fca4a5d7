/** `juesuan narrative` as scripts meet it: 情况说明 written from the books. */
import type { NarrativeJson } from "@juesuan/app"
import { beforeAll, describe, expect, test } from "vitest"
import { jsonOf, juesuan, newFolder } from "./juesuan.ts"

let folder = ""
beforeAll(() => {
  folder = newFolder()
  expect(juesuan(folder, ["sample"]).code).toBe(0)
})

const answer = (options: ReadonlyArray<string>): NarrativeJson =>
  jsonOf<NarrativeJson>(juesuan(folder, ["narrative", "--json", ...options]))

const first = ({ sections }: NarrativeJson) => sections[0]?.paragraphs[0]

describe("情况说明", () => {
  test("文字到 stdout，没有写的到 stderr", () => {
    const { stderr, stdout } = juesuan(folder, ["narrative"])
    expect(stdout).toContain(
      "五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n2024年度"
    )
    expect(stderr).toContain("没有记录、因而没有写的数 1 个，如 说明/三公经费/公务用车购置及运行维护费·比上年增减额")
  })

  test("每个数的地址、分母、来源；地址可以再问", () => {
    const { claims = [] } = first(answer([])) ?? {}
    const ref = "说明/总体情况/收入总计·比上年增减幅度"
    expect(claims.find((claim) => claim.ref === ref)).toMatchObject({
      text: "21.74%",
      direction: "下降",
      of: "上年",
      value: { value: "-21.74", unit: "%" },
      sources: ["公开01/总计/收入", "上年/公开01/总计/收入"]
    })
    expect(juesuan(folder, ["explain", ref]).stdout).toContain("[上年/公开01/总计/收入]")
    expect(juesuan(folder, ["explain", "说明/总体情况/收入总数"]).stderr).toContain("说明/总体情况/收入总计")
  })

  test("history 列出改变它的事件", () => {
    const { stdout } = juesuan(folder, ["history", "说明/三公经费/公务用车保有量"])
    expect(stdout).toContain("“三公”经费实物量")
  })

  test("过去某一天没有记录的上年数不写", () => {
    const june = answer(["--until", "2024-06-30"])
    expect(first(june)?.text).not.toContain("上年")
    expect(june.untold.length).toBeGreaterThan(10)
  })
})
