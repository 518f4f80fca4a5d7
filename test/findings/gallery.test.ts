/**
 * 发现集: for every rule a document that it objects to and one that it lets pass, for every cause a document that it explains.
 * A rule without a case fails here. `npm run docs` writes docs/findings.md, every message in both languages, from the same
 * cases; the page is held current here.
 */
import { join } from "node:path"
import { causeLabels, checkRules, type Finding } from "@juesuan/rules"
import { describe, expect, it } from "vitest"
import { untranslated } from "../rules/RuleLaws.ts"
import { casesIn, findingsOf, judgeText, ownFindings } from "./Case.ts"
import { indexPage } from "./Page.ts"

const cases = casesIn("cases")
const causes = casesIn("causes")

const objections = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  findings.filter(({ severity }) => severity === "error" || severity === "warning").map(({ message }) => message.zh)

describe("发现集", () => {
  it("每条规则有一例，每一例是一条规则", () => {
    expect(cases.map(({ id }) => id)).toEqual(checkRules.map(({ id }) => id).toSorted())
  })

  it("每种原因有一例，每一例是一种原因", () => {
    expect(causes.map(({ id }) => id)).toEqual(Object.keys(causeLabels).toSorted())
  })

  it.each(cases)("$id：$story", async (of) => {
    const { id, right, wrong } = of
    const objected = await judgeText(wrong, of)
    expect(objected.receipts.find(({ rule }) => rule === id)?.outcome).toBe("fail")
    expect((await ownFindings(of)).length).toBeGreaterThan(0)
    expect(findingsOf(objected, id).length).toBeGreaterThan(0)
    const passed = await judgeText(right, of)
    expect(["pass", "rounding"]).toContain(passed.receipts.find(({ rule }) => rule === id)?.outcome)
    expect(findingsOf(passed, id).filter(({ severity }) => severity !== "rounding")).toEqual([])
    expect(objections(passed.findings)).toEqual([])
  })

  it.each(causes)("原因 $id：$story", async (of) => {
    const { id, right, wrong } = of
    const kinds = (await judgeText(wrong, of)).findings.flatMap(({ cause }) => cause?.kind ?? [])
    expect(kinds).toContain(id)
    expect(objections((await judgeText(right, of)).findings)).toEqual([])
  })

  it("每条发现中英文都有话说，英文不是照抄中文", async () => {
    const own = await Promise.all(cases.map(ownFindings))
    const merged = await Promise.all([...cases, ...causes].map((of) => judgeText(of.wrong, of)))
    const messages = [...own.flat(), ...merged.flatMap(({ findings }) => findings)].map(
      ({ message, rule }) => [rule, message] as const
    )
    expect(untranslated(messages)).toEqual([])
  })
})

describe("发现集的索引", () => {
  it("docs/findings.md 与规则所说一致", async () => {
    const page = await indexPage(cases, causes)
    await expect(page).toMatchFileSnapshot(join(import.meta.dirname, "..", "..", "docs", "findings.md"))
  })
})
