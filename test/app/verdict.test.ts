/** 结论: pass only where what the rules needed and what stands in the document was read and understood. Figures are made up. */
import { auditing, Audits, Books, Disclosures } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { newBooks } from "./books.ts"

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

const reportOf = async (text: string, before?: string) => {
  const asked = Effect.gen(function* () {
    const { audit, read } = yield* Audits
    const previous = before === undefined ? undefined : yield* read([file("2023.txt", before)])
    return yield* audit([file("2024.txt", text)], { previous })
  })
  return (await Effect.runPromise(Effect.provide(asked, auditing))).report
}

const table = (title: string, number: string, head: string, ...rows: ReadonlyArray<string>) =>
  [title, `公开${number}表`, "部门名称：某局", "金额单位：万元", "", head, ...rows, ""].join("\n")

const titled = (year: number, ...tables: ReadonlyArray<string>) =>
  [`${year}年度某局部门决算公开`, "", ...tables].join("\n").replaceAll("部门名称：某局", `部门名称：某局\n${year}年度`)

const expenditure = (title = "支出决算表") =>
  table(
    title,
    "03",
    "科目代码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出",
    "合计\t\t500.00\t400.00\t100.00\t\t\t",
    "201\t一般公共服务支出\t500.00\t400.00\t100.00\t\t\t",
    "20103\t政府办公厅（室）及相关机构事务\t500.00\t400.00\t100.00\t\t\t",
    "2010301\t行政运行\t500.00\t400.00\t100.00\t\t\t"
  )

const summary = (opening: string, closing: string, total: string, expended: string) =>
  table(
    "收入支出决算总表",
    "01",
    "收入\t行次\t金额\t支出\t行次\t金额",
    `一、一般公共预算财政拨款收入\t1\t500.00\t一、一般公共服务支出\t32\t${expended}`,
    `本年收入合计\t27\t500.00\t本年支出合计\t58\t${expended}`,
    `年初结转和结余\t29\t${opening}\t年末结转和结余\t60\t${closing}`,
    `总计\t31\t${total}\t总计\t62\t${total}`
  )

/** A table that no form knows. */
const unknown = table(
  "某某专户资金收支情况",
  "01",
  "事项\t金额\t备注",
  "房租\t12.00\t略",
  "水电\t3.00\t略",
  "其他\t5.00\t略"
)

describe("审核的结论", () => {
  it("公开没有的表不影响结论", async () => {
    const report = await reportOf(titled(2024, expenditure()))
    expect(report.verdict).toBe("pass")
    expect(report.receipts.filter(({ outcome }) => outcome === "insufficient-data").length).toBeGreaterThan(0)
    expect(report.receipts.filter(({ undecided }) => undecided)).toEqual([])
  })

  it("缺必有的表，又有一张认不出的表：也许就是它，无法判断", async () => {
    const report = await reportOf(titled(2024, expenditure(), unknown))
    expect(report.document.tables.map(({ recognised }) => recognised)).toEqual([true, false])
    expect(report.verdict).toBe("incomplete")
    expect(report.receipts.some(({ undecided }) => undecided)).toBe(true)
  })

  it("认得表名而看不出各栏是什么：无法判断，报告里说明", async () => {
    const further = (head: string) =>
      table(
        "部门决算公开相关信息统计表",
        "10",
        `项目\t行次\t${head}`,
        "一、政府采购支出合计\t1\t9.00",
        "1. 政府采购货物支出\t2\t5.00",
        "2. 政府采购服务支出\t4\t4.00"
      )
    expect((await reportOf(titled(2024, expenditure(), further("统计数")))).verdict).toBe("pass")
    const report = await reportOf(titled(2024, expenditure(), further("▢▢▢")))
    expect(report.verdict).toBe("incomplete")
    expect(report.unread.map(({ reason }) => reason.en).join()).toContain("not what any of the columns is")
  })

  it("支出决算表没有写明金额单位而附有自评：无法判断，报告里说明", async () => {
    const form = [
      "\n项目支出绩效自评表",
      "项目名称\t古籍修复",
      "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
      "\t年度资金总额\t80.00\t80.00\t76.00\t10\t95%\t9.5"
    ].join("\n")
    const report = await reportOf(
      titled(2024, expenditure().replace("金额单位：万元\n", "本年支出合计500.00万元。\n"), form)
    )
    expect(report.verdict).toBe("incomplete")
    expect(report.unread.map(({ reason }) => reason.en)).toEqual([
      expect.stringContaining("unit of the amounts is not stated")
    ])
  })

  it("自评表里没有读懂的数，报告里写出；在指标之外的不影响结论，在指标之中的无法判断", async () => {
    const form = (task: string, stray: string) =>
      [
        "\n部门整体支出绩效自评表\n（2024年度）",
        `年度任务\t教学\t${task}`,
        "一级指标\t二级指标\t三级指标\t分值\t年度指标值\t实际完成值\t得分",
        `产出指标\t数量指标\t开设班级数\t100\t48个\t48个\t100${stray}`,
        "总分\t\t\t100\t\t\t100"
      ].join("\n")
    const beside = await reportOf(titled(2024, expenditure(), form("86.00", "")))
    expect([beside.verdict, beside.unread.map(({ text }) => text)]).toEqual(["pass", ["86.00"]])
    const within = await reportOf(titled(2024, expenditure(), form("略", "\t3.50")))
    expect([within.verdict, within.unread.map(({ text }) => text)]).toEqual(["incomplete", ["3.50"]])
  })

  it("对照的上一年度：对得上通过，对不上不通过，给错了年度无法判断", async () => {
    const own = titled(2024, summary("20.00", "10.00", "520.00", "510.00"))
    const before = summary("", "20.00", "500.00", "480.00")
    expect((await reportOf(own)).verdict).toBe("pass")
    const beside = await reportOf(own, titled(2023, before))
    expect(beside.verdict).toBe("pass")
    expect(beside.document.previous).toMatchObject({ year: 2023, files: [{ name: "2023.txt" }] })
    expect((await reportOf(own, titled(2023, before.replace("\t20.00", "\t25.00")))).verdict).toBe("fail")
    expect((await reportOf(own, titled(2021, before))).verdict).toBe("incomplete")
  })
})

const published = titled(
  2024,
  summary("", "12.34", "500.00", "487.66"),
  expenditure().replaceAll("500.00", "487.66").replaceAll("400.00", "387.66")
)
const carryover = (amount: string) => ({
  fund: "general-public-budget",
  functional: "2010301",
  kind: "basic",
  amount
})
const adopted = Effect.flatMap(Books, (books) =>
  books.adopt({
    unit: "001",
    jurisdiction: "山西",
    department: { code: "001", name: "某局" },
    actor: "会计岗",
    files: [file("2024.txt", published)],
    carryovers: file(
      "结转.csv",
      "资金性质,功能科目,支出类型,项目代码,金额\n一般公共预算财政拨款,2010301,基本支出,,123400.00"
    )
  })
)
const checked = Effect.flatMap(Disclosures, ({ check }) => check({ scope: { unit: "001", year: 2025 } }))
const outcomeOf = (report: { readonly receipts: ReadonlyArray<{ rule: string; outcome: string }> }) =>
  report.receipts.find(({ rule }) => rule === "identity.previous-year.carryover")?.outcome

describe("自查与上一年度", () => {
  it("账里没有上一年度，就用记下的上年数", async () => {
    const books = newBooks()
    await books.run(adopted)
    const { report } = await books.run(checked)
    expect(outcomeOf(report)).toBe("pass")
    expect(report.document.previous).toMatchObject({ year: 2024 })
  })

  it("年初结转开错了，与记下的上年年末数对不上", async () => {
    const books = newBooks()
    await books.run(adopted)
    await books.run(
      Effect.flatMap(Books, (own) =>
        own.record({
          kind: "ComparativeRecorded",
          unit: "001",
          year: 2025,
          actor: "会计岗",
          data: {
            occurredOn: "2025-01-02",
            figure: "公开01/年末结转和结余/支出",
            value: "21.34",
            unit: "万元",
            source: "更正后的公开"
          }
        })
      )
    )
    const { report } = await books.run(checked)
    expect([outcomeOf(report), report.verdict]).toEqual(["fail", "fail"])
  })

  it("账里有上一年度，就用那一年印出的数", async () => {
    const openedWith = async (amount: string) => {
      const books = newBooks()
      await books.run(adopted)
      await books.run(opened(amount))
      return outcomeOf((await books.run(next)).report)
    }
    const opened = (amount: string) =>
      Effect.flatMap(Books, (own) =>
        own.record({
          kind: "YearOpened",
          unit: "001",
          year: 2026,
          actor: "会计岗",
          data: { occurredOn: "2026-01-01", carryovers: [carryover(amount)] }
        })
      )
    const next = Effect.flatMap(Disclosures, ({ check }) => check({ scope: { unit: "001", year: 2026 } }))
    expect(await openedWith("123400.00")).toBe("pass")
    expect(await openedWith("133400.00")).toBe("fail")
  })
})
