/**
 * 发现集: for every rule a document that it objects to and one that it lets pass, for every cause a document that it explains.
 * `npm run docs` writes docs/findings.md, every message in both languages, from the same cases; the page is held current here.
 */
import { join } from "node:path"
import { checkRules } from "@juesuan/rules"
import { beforeAll, describe, expect, it } from "vitest"
import { casesIn, type FindingCase, findingsOf, judgeText } from "./Case.ts"

const cases = casesIn("cases")
const causes = casesIn("causes")

describe("发现集", () => {
  it("每条规则有一例，每一例是一条规则", () => {
    const ids = checkRules.map(({ id }) => id).toSorted()
    expect(cases.map(({ id }) => id)).toEqual(ids)
  })

  it.each(cases)("$id：$story", async ({ id, place, right, wrong }) => {
    const objected = await judgeText(wrong, place)
    expect(objected.receipts.find(({ rule }) => rule === id)?.outcome).toBe("fail")
    expect(findingsOf(objected, id).length).toBeGreaterThan(0)
    const passed = await judgeText(right, place)
    expect(["pass", "rounding"]).toContain(passed.receipts.find(({ rule }) => rule === id)?.outcome)
    expect(findingsOf(passed, id).filter(({ severity }) => severity !== "rounding")).toEqual([])
  })

  it.each(causes)("原因 $id：$story", async ({ id, place, right, wrong }) => {
    const kinds = (await judgeText(wrong, place)).findings.flatMap(({ cause }) => cause?.kind ?? [])
    expect(kinds).toContain(id)
    const passed = await judgeText(right, place)
    expect(passed.findings.filter(({ severity }) => severity === "error")).toEqual([])
  })
})

describe("发现集的索引", () => {
  let page = ""
  beforeAll(async () => {
    page = await indexPage()
  })
  it("docs/findings.md 与规则所说一致", async () => {
    await expect(page).toMatchFileSnapshot(join(import.meta.dirname, "..", "..", "docs", "findings.md"))
  })
})

const messages = async ({ id, place, wrong }: FindingCase, isCause: boolean): Promise<ReadonlyArray<string>> => {
  const judged = await judgeText(wrong, place)
  const found = isCause ? judged.findings.filter(({ cause }) => cause?.kind === id) : findingsOf(judged, id)
  return found
    .slice(0, 1)
    .flatMap(({ cause, message, severity }) => [
      `> **${severity}** ${message.zh}${cause === undefined ? "" : `　原因：${cause.label.zh}`}`,
      ">",
      `> ${message.en}${cause === undefined ? "" : ` Cause: ${cause.label.en}`}`,
      ""
    ])
}

const section = async (title: string, of: FindingCase, isCause: boolean): Promise<ReadonlyArray<string>> => [
  `### ${title}`,
  "",
  of.story,
  "",
  ...(await messages(of, isCause))
]

const indexPage = async (): Promise<string> => {
  const labels = new Map(checkRules.map(({ id, label }) => [id, label]))
  const ofRules = await Promise.all(cases.map((of) => section(`${labels.get(of.id) ?? ""} \`${of.id}\``, of, false)))
  const ofCauses = await Promise.all(causes.map((of) => section(`\`${of.id}\``, of, true)))
  return [
    "# 发现集 · Findings",
    "",
    "What every rule says when it objects, and what every cause looks like, provoked by the smallest documents under",
    "`test/findings`. This page is made by `npm run docs`.",
    "",
    "## 规则 · Rules",
    "",
    ...ofRules.flat(),
    "## 原因 · Causes",
    "",
    ...ofCauses.flat()
  ].join("\n")
}
