/** 各地的自评表: what is right gives no finding, every slip is found; what copying does to a form loses none of its figures. */
import { type Printed, type PublishedDisclosure, Quantities } from "@juesuan/domain"
import { readPublished } from "@juesuan/documents"
import { type Finding, evaluationRules } from "@juesuan/rules"
import { describe, expect, it } from "vitest"
import { forms } from "./forms-of-places.ts"
import { bytesOf, documentOf } from "./reading.ts"

const readForm = async (text: string): Promise<PublishedDisclosure> =>
  readPublished([await documentOf(bytesOf(`某部门2023年度部门决算公开\n\n${text}\n`))])

const findingsOf = (document: PublishedDisclosure): ReadonlyArray<Finding> =>
  evaluationRules()
    .flatMap(({ judge }) => judge(document).flatMap(({ finding }) => finding ?? []))
    .filter(({ severity }) => severity === "error" || severity === "warning")

const shown = (printed: Printed | undefined): string =>
  printed?._tag === "Number" ? Quantities.text(printed.value) : (printed?._tag ?? "无")

/** Everything that rules ask of the evaluations of a document. */
const figuresOf = ({ evaluations }: PublishedDisclosure) =>
  evaluations.map(({ funds, grade, indicators, total }) => ({
    funds: funds.map(({ executed, fullYear, initial, rate, score }) =>
      [initial, fullYear, executed, rate, score].map(shown)
    ),
    indicators: indicators.map(({ level1, level2, name, score, weight }) => [
      level1.normalize("NFKC"),
      level2,
      name,
      shown(weight),
      shown(score)
    ]),
    total: shown(total),
    grade
  }))

describe.each(forms)("$about", ({ slips, text }) => {
  it("没有错的，没有发现，也没有没读懂的行", async () => {
    const document = await readForm(text)
    expect(findingsOf(document)).toEqual([])
    expect(document.evaluations.map(({ legibility }) => legibility)).toEqual(["clean"])
    expect(document.evaluations.flatMap(({ unread }) => unread).filter(({ aside }) => aside !== true)).toEqual([])
  })

  it.each(slips)("%s → %s：%s", async (before, after, rule) => {
    expect(text).toContain(before)
    expect(findingsOf(await readForm(text.replace(before, after))).map((finding) => finding.rule)).toContain(rule)
  })
})

const byRow = (change: (row: string) => string) => (text: string) =>
  text
    .split("\n")
    .map((row) => (row.includes("\t") ? change(row) : row))
    .join("\n")

/** Right above the row with the second-level indicator. */
const above = (lines: string) => (text: string) =>
  text.replaceAll(/^(?=[^\n]*\t(?:时效指标|社会效益))/gmu, `${lines}\n`)

const fullWidth = (text: string): string =>
  text.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** The row of a form that heads its indicators. */
const headOf = (text: string): string => text.split("\n").find((row) => row.includes("一级指标")) ?? ""

/** What happens to a form that is copied or taken out of a file. */
const changes: ReadonlyArray<readonly [name: string, change: (text: string) => string]> = [
  ["合并的标签所在的格没有抄下来，只在第一行", byRow((row) => row.replace(/^\t\t?(?=\S)/u, ""))],
  ["行首的空格没有抄下来", byRow((row) => row.replace(/^\t/u, ""))],
  ["行末的空格没有抄下来", byRow((row) => row.replace(/\t+$/u, ""))],
  ["页码断在指标中间", above("\n- 12 -\n")],
  ["页码与页眉断在指标中间", above("\n第 12 页 共 30 页\n\n某部门2023年度部门决算公开\n")],
  [
    "页码断在指标中间，行末的空格没有抄下来",
    (text) => above("\n— 12 —\n")(byRow((row) => row.replace(/\t+$/u, ""))(text))
  ],
  [
    "页眉之后再印一次表头",
    (text) => above(`\n- 12 -\n\n某部门2023年度部门决算公开\n\n- 13 -\n\n${headOf(text)}`)(text)
  ],
  ["数字是全角的", fullWidth],
  ["总分写在表下的一行里", (text) => text.replace(/^(?:总分|合计)\t.*?([\d.]+)\t*$/mu, "自评总分：$1分")]
]

describe.each(changes)("%s：读到的一样", (_, change) => {
  it.each(forms)("$about", async ({ text }) => {
    const [whole, changed] = [await readForm(text), await readForm(change(text))]
    expect(figuresOf(changed)).toEqual(figuresOf(whole))
    expect(findingsOf(changed)).toEqual([])
  })
})

it("少了得分的一行留在原来的栏里，不把完成值当作分值", async () => {
  const [form] = forms
  const text = form?.text.replace("\t=100%\t100%\t15\t15\t", "\t100\t100\t15") ?? ""
  const document = await readForm(text)
  expect(figuresOf(document)[0]?.indicators[1]).toEqual(["产出指标(50分)", "质量指标", "工程验收合格率", "15", "Blank"])
  expect(findingsOf(document).map(({ rule }) => rule)).toEqual(["evaluation.total-score"])
})

it("得分写作优、良、中、差的：读得进，各项不能相加，也不作字迹不清", async () => {
  const document = await readForm(
    [
      "项目支出绩效自评表",
      "项目名称\t古籍修复",
      "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t自评得分",
      "产出指标\t数量指标\t修复页数\t≥3000页\t3100页\t60\t优",
      "效益指标\t社会效益指标\t查阅便利\t提高\t提高\t40\t良",
      "总分\t\t\t\t\t100\t优"
    ].join("\n")
  )
  expect(document.evaluations.map(({ grade, legibility }) => [grade, legibility])).toEqual([["优", "clean"]])
  expect(figuresOf(document)[0]?.indicators.map((each) => each.at(-1))).toEqual(["Unreadable", "Unreadable"])
  expect(findingsOf(document)).toEqual([])
})
