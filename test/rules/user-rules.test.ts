/** 自定规则: what a user's file says becomes rules, or every mistake is told where it stands. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readRuleFile } from "@juesuan/documents"
import { publishedOf, type UserRuleFault, userRules } from "@juesuan/rules"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { sampleBooks } from "./sample-year.ts"

const bytes = (text: string) => new TextEncoder().encode(text)

const read = async (text: string) => Result.flatMap(await readRuleFile("rules.yaml", bytes(text)), userRules)

const faultsOf = async (text: string): Promise<ReadonlyArray<UserRuleFault>> => {
  const nodes = Result.getOrThrow(await readRuleFile("rules.yaml", bytes(text)))
  const rules = userRules(nodes)
  if (Result.isSuccess(rules)) throw new Error("no fault was found")
  return rules.failure
}

const recipe = readFileSync(join(import.meta.dirname, "../../docs/recipes/write-your-own-rules.md"), "utf8")
const ten = /```yaml\n# rules\.yaml\n([\s\S]*?)```/u.exec(recipe)?.[1] ?? ""

const rule = (...lines: ReadonlyArray<string>) => ["- 编号: 甲", "  名称: 收支相等", ...lines].join("\n")
const formula = "公开01/总计/收入 = 公开01/总计/支出"

describe("自定规则", () => {
  it("做法里的十条公式都读得懂，编号、名称、级别、依据照写", async () => {
    const rules = Result.getOrThrow(await read(ten))
    expect(rules).toHaveLength(10)
    expect(rules[0]).toMatchObject({
      id: "user.收支总计",
      label: "收入总计等于支出总计",
      severity: "error",
      citation: { document: "内部审核要点第1条", verified: false }
    })
    expect(rules[2]).toMatchObject({ severity: "warning", citation: { document: "用户自定规则，未写依据" } })
  })

  it("中文键与英文键、带引号的与分行写的公式，读出来一样", async () => {
    const texts = [
      rule(`  公式: ${formula}`),
      `rules:\n  - id: 甲\n    label: 收支相等\n    formula: "${formula}"`,
      rule("  公式: |", "    公开01/总计/收入", "      = 公开01/总计/支出"),
      `规则:\n- {编号: 甲, 名称: 收支相等, 公式: '${formula}'}`
    ]
    const statements = await Promise.all(
      texts.map(async (text) => Result.getOrThrow(await read(text))[0]?.statement.zh)
    )
    expect(new Set(statements).size).toBe(1)
  })

  it.each([
    ["没有写完", rule("  公式: 公开01/总计/收入 ="), 3, 19],
    ["带引号的公式里", rule('  公式: "公开01/总计/收入 = 1 + + 2"'), 3, 25],
    ["分行写的公式里", rule("  公式: |", "    公开01/总计/收入", "      = 合计(公开01/总计"), 5, 19],
    ["单位不合", rule("  公式: 公开01/总计/收入 = 50%"), 3, 7],
    ["级别", rule(`  公式: ${formula}`, "  级别: 严重"), 4, 7],
    ["不认识的项", rule(`  公式: ${formula}`, "  备注: 甲"), 4, 3],
    ["写了两次的项", rule(`  公式: ${formula}`, `  公式: ${formula}`), 4, 3],
    ["缺了公式", rule("  级别: 错误"), 1, 3],
    ["重复的编号", `${rule(`  公式: ${formula}`)}\n${rule(`  公式: ${formula}`)}`, 4, 7]
  ])("%s：指出行和列", async (_, text, line, column) => {
    const faults = await faultsOf(text)
    expect(faults.map((fault) => [fault.line, fault.column])).toEqual([[line, column]])
    expect(faults[0]?.message.zh).toContain(`第 ${line} 行第 ${column} 列`)
    expect(faults[0]?.message.en).toContain(`line ${line}, column ${column}`)
    expect(faults[0]?.expected.zh).not.toBe("")
  })

  it.each([
    ["行", "公开01/总记/收入", "没有读到单元格 公开01/总记/收入，相近的有公开01/总计/收入"],
    ["栏", "公开01/总计/收人", "没有读到单元格 公开01/总计/收人，相近的有公开01/总计/收入"],
    ["表", "收人决算表/合计/本年收入合计", "文件中没有读到《收人决算表》，相近的有收入决算表"],
    // What other forms print is no mistake of the writer: nothing is offered in its place.
    ["别处才有的行", "公开01/财政拨款收入/收入", "没有读到单元格 公开01/财政拨款收入/收入"]
  ])("写错的%s：无法判断，说出读不到的地址和相近的", async (_, address, reason) => {
    const [own] = Result.getOrThrow(await read(rule(`  公式: ${address} = 公开01/总计/支出`)))
    const [judgement] = own?.judge(publishedOf(sampleBooks().disclosure)) ?? []
    expect(judgement?.outcome).toBe("insufficient-data")
    expect(judgement?.reason?.zh).toMatch(new RegExp(`^${reason}(?:、|$)`, "u"))
  })

  it("几处错误一次说完", async () => {
    const text = `${rule("  公式: 公开01/总计/收入 =", "  级别: 严重")}\n- 编号: 乙\n  公式: 1 =`
    expect((await faultsOf(text)).map(({ column, line }) => [line, column])).toEqual([
      [4, 7],
      [3, 19],
      [5, 3],
      [6, 10]
    ])
  })

  it.each([
    ["空文件", ""],
    ["不是规则", "收支相等"],
    ["没有配好的引号", '- 编号: "甲'],
    ["不是文字", rule("  公式: [1, 2]")]
  ])("%s：说明不是规则文件，不抛错", async (_, text) => {
    const nodes = await readRuleFile("rules.yaml", bytes(text))
    if (Result.isSuccess(nodes)) throw new Error("it was read")
    expect(nodes.failure[0]?.says.zh).toContain("rules.yaml")
  })
})
