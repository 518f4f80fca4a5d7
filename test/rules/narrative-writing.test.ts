/** 写说明: the sentences that the books give, what they leave unsaid, and every figure of them at its address. */
import { type FoldedEvent, foldLedger, leavesOf, Quantities } from "@juesuan/domain"
import { type Derivation, derive, ruleSetFor, shanghaiNarrative } from "@juesuan/rules"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { sampleBooks, sampleEvents } from "./sample-year.ts"
import { withFacts } from "./year-arbitrary.ts"

type Events = ReadonlyArray<FoldedEvent>
const sampleYear = sampleEvents()
const books = (events: Events): Derivation =>
  Result.getOrThrow(derive(foldLedger(events), { unit: "023001", year: 2024 }))
const without = (...types: ReadonlyArray<string>): Events => sampleYear.filter(({ type }) => !types.includes(type))

const sample = sampleBooks()

/** The paragraphs of a section. */
const paragraphs = ({ narrative }: Derivation, section: string): ReadonlyArray<string> =>
  narrative.sections.flatMap((one) => (one.section === section ? one.paragraphs.map(({ text }) => text) : []))

const untold = ({ narrative }: Derivation, about: "figure" | "reason"): ReadonlyArray<string> =>
  narrative.untold.flatMap((one) => (one.about === about ? [one.ref] : []))

const lastYear = (figure: string, value: string) => ({
  occurredOn: "2024-12-31",
  figure,
  value,
  unit: "元",
  source: "上年决算"
})

/** 收入总计 of the sample, against another figure of last year. */
const incomeAgainst = (value: string): string => {
  const events = withFacts(without("ComparativeRecorded"), "ComparativeRecorded", [lastYear("公开01/总计/收入", value)])
  return paragraphs(books(events), "总体情况")[0] ?? ""
}

describe("总计与增减", () => {
  it("动词带正负号，两项同一原因的只写一次", () => {
    expect(paragraphs(sample, "总体情况")).toEqual([
      "2024年度收入总计1,564.71万元，支出总计1,564.71万元。收入总计比上年减少434.67万元，下降21.74%；支出总计比上年减少434.67万元，下降21.74%，主要原因是2024年“政府统一服务”项目较上年预算减少400万元。"
    ])
  })

  it.each([
    ["15647114.68", "收入总计与上年相同"],
    ["15647114.00", "收入总计与上年基本持平"],
    ["0.00", "收入总计比上年增加1,564.71万元（上年无此项）"],
    ["100.00", "收入总计比上年增加1,564.70万元，主要原因"],
    ["10000000.00", "收入总计比上年增加564.71万元，增长56.47%"],
    ["20000000.00", "收入总计比上年减少435.29万元，下降21.76%"]
  ])("上年 %s 元：%s", (value, words) => {
    expect(incomeAgainst(value)).toContain(words)
  })

  it("没有上年数：不写增减，写明缺什么，没有一处提上年", () => {
    const year = books(without("ComparativeRecorded", "ReasonStated"))
    expect(paragraphs(year, "总体情况")).toEqual(["2024年度收入总计1,564.71万元，支出总计1,564.71万元。"])
    const text = year.narrative.sections.flatMap((one) => one.paragraphs.map((paragraph) => paragraph.text)).join("")
    expect(text).not.toContain("上年")
    expect(year.narrative.untold).toContainEqual({
      ref: "说明/总体情况/收入总计·比上年增减额",
      about: "figure",
      missing: "上年收入总计"
    })
    expect(untold(sample, "figure")).toEqual(["说明/三公经费/公务用车购置及运行维护费·比上年增减额"])
  })

  it("有变动而没有原因：写变动，原因另列", () => {
    const year = books(without("ReasonStated"))
    expect(paragraphs(year, "总体情况")[0]).toMatch(/支出总计比上年减少434.67万元，下降21.74%。$/u)
    expect(untold(year, "reason")).toContain("说明/总体情况/支出总计·比上年增减额")
    expect(untold(sample, "reason")).not.toContain("说明/总体情况/支出总计·比上年增减额")
  })

  it("原因里的句号、分号不断开句子", () => {
    const events = withFacts(sampleYear, "ReasonStated", [
      { occurredOn: "2024-12-31", about: "说明/总体情况/支出总计·比上年增减额", text: "人员减少；项目减少。会议减少。" }
    ])
    expect(paragraphs(books(events), "总体情况")[0]).toMatch(/下降21.74%，主要原因是人员减少，项目减少，会议减少。$/u)
  })
})

describe("构成", () => {
  it("各来源、基本与项目支出占比，没有金额的不列", () => {
    expect(paragraphs(sample, "收入决算")).toEqual([
      "2024年度收入合计1,564.71万元，其中：财政拨款收入1,564.71万元，占收入合计的100.00%。"
    ])
    expect(paragraphs(sample, "支出决算")).toEqual([
      "2024年度支出合计1,564.71万元，其中：基本支出1,096.83万元，占支出合计的70.10%；项目支出467.89万元，占支出合计的29.90%。"
    ])
  })

  it("款的罗列恰是有金额的款；没有一款的不罗列", () => {
    expect(paragraphs(sample, "基本支出")[2]).toBe(
      "公用经费47.32万元，包括办公费、差旅费、工会经费、公务用车运行维护费、其他交通费用、其他商品和服务支出。"
    )
    expect(paragraphs(books(without("PaymentMade", "PaymentReturned", "EventReversed")), "基本支出")[2]).toBe(
      "公用经费0万元。"
    )
  })

  it("政府性基金：没有的写无此项收支，有的写金额与各类", () => {
    expect(paragraphs(sample, "政府性基金")).toEqual(["本年度无此项收支。"])
    const line = { occurredOn: "2024-06-30", functional: "2120801", kind: "project", amount: "30000.00" } as const
    const received = withFacts(sampleYear, "RevenueReceived", [{ ...line, source: "government-fund", payer: "国库" }])
    const spent = withFacts(received, "PaymentMade", [
      { ...line, amount: "20000.00", fund: "government-fund", economic: "30201", payee: "某公司", summary: "费用" }
    ])
    expect(paragraphs(books(spent), "政府性基金")).toEqual([
      "2024年度年初结转和结余0万元，本年收入3.00万元，本年支出2.00万元，年末结转和结余1.00万元。其中：项目支出2.00万元。其中：城乡社区支出（类）2.00万元。"
    ])
  })

  it("中小、小微企业各占多少，小微的分母按各地", () => {
    expect(paragraphs(sample, "政府采购")[1]).toBe(
      "授予中小企业合同金额393.57万元，占政府采购支出总额的98.60%，其中：授予小微企业合同金额165.03万元，占政府采购支出总额的41.34%。"
    )
    expect(paragraphs(inShanghai(sampleYear), "政府采购")[1]).toContain(
      "授予小微企业合同金额165.03万元，占授予中小企业合同金额的41.93%。"
    )
  })
})

/** The tables of one place in the narrative of another. */
const inShanghai = (events: Events): Derivation => {
  const shanxi = Result.getOrThrow(ruleSetFor("shanxi", 2024))
  const ruleSet = { ...shanxi, narrative: shanghaiNarrative }
  return Result.getOrThrow(derive(foldLedger(events), { unit: "023001", year: 2024, ruleSet }))
}

describe("预算执行", () => {
  it("总额与各类：年初预算、决算、完成率、基本与项目、增减", () => {
    const [total, first] = paragraphs(sample, "一般公共预算支出").slice(2)
    expect(total).toBe(
      "2024年度一般公共预算财政拨款支出年初预算1,869.14万元，支出决算1,564.71万元，完成年初预算的83.71%。"
    )
    expect(first).toBe(
      "一般公共服务支出（类）年初预算1,609.53万元，支出决算1,297.04万元，完成年初预算的80.59%。其中：基本支出829.16万元，项目支出467.89万元。一般公共服务支出（类）比上年减少489.29万元，下降27.39%，主要原因是人员经费增加23.39万元，项目经费减少512.67万元。"
    )
  })

  it("决算与预算不同的原因，有记录的写", () => {
    const events = withFacts(sampleYear, "ReasonStated", [
      { occurredOn: "2024-12-31", about: "预算/221/年初预算数", text: "年中调出" }
    ])
    expect(paragraphs(books(events), "一般公共预算支出").at(-1)).toMatch(
      /^住房保障支出（类）年初预算96.98万元，支出决算94.02万元，完成年初预算的96.95%，决算数小于年初预算数的主要原因是年中调出。/u
    )
  })

  it("没有年初预算：不写完成率，也不当作零", () => {
    const year = books(without("InitialBudgetApproved"))
    expect(paragraphs(year, "一般公共预算支出").join("")).not.toContain("预算数")
    expect(paragraphs(year, "一般公共预算支出")[2]).toMatch(/^一般公共服务支出（类）1,297.04万元。其中：/u)
    expect(untold(year, "figure")).toContain("说明/一般公共预算支出/201·年初预算数")
  })

  it("上海：按项写，“三公”经费按年初预算", () => {
    const shanghai = inShanghai(sampleYear)
    // 样例的年初预算批到类，各项的年初预算因此不知道。
    expect(paragraphs(shanghai, "一般公共预算支出")[3]).toBe(
      "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）政务公开审批（项）962.12万元。其中：基本支出829.16万元，项目支出132.96万元。"
    )
    expect(untold(shanghai, "figure")).toContain("说明/一般公共预算支出/2010306·年初预算数")
    expect(paragraphs(shanghai, "三公经费")[0]).toMatch(/^2024年度“三公”经费财政拨款支出年初预算/u)
  })

  it("“三公”经费没有也写，写为 0；没有记录的实物量不写", () => {
    expect(paragraphs(sample, "三公经费")[1]).toBe(
      "2024年度因公出国（境）费全年预算0万元，支出决算0万元。因公出国（境）费与上年相同，主要原因是本单位无因公出国（境）。因公出国（境）团组0个，累计0人次。"
    )
    const year = books(without("ThreePublicCounted", "ThreePublicBudgetApproved", "ThreePublicBudgetAdjusted"))
    expect(paragraphs(year, "三公经费")[1]).toMatch(/^2024年度因公出国（境）费0万元。/u)
    expect(paragraphs(year, "三公经费").join("")).not.toMatch(/团组|预算/u)
    expect(untold(year, "figure")).toContain("说明/三公经费/因公出国（境）团组数")
  })
})

describe("数出来的", () => {
  it("车辆与设备、自评项目", () => {
    expect(paragraphs(sample, "国有资产")).toEqual([
      "截至2024年12月31日，共有车辆2辆，其中：其他用车2辆；单价100万元（含）以上设备（不含车辆）0台（套）。"
    ])
    expect(paragraphs(sample, "预算绩效")[0]).toContain("自评等级为“优”的项目13个，自评等级为“良”的项目0个")
    expect(paragraphs(books(without("VehiclesCounted", "LargeEquipmentCounted")), "国有资产")).toEqual([])
  })

  it("有项目没有等级时不写各等级", () => {
    const [all] = paragraphs(books(without("SelfEvaluationConcluded", "IndicatorScored")), "预算绩效")
    expect(all).toMatch(/^2024年度组织对14个项目开展绩效自评/u)
    expect(all).not.toContain("等级")
  })
})

describe("每个数都有地址", () => {
  it("写出的数就是该地址的数，分母写明", () => {
    const told = sample.narrative.sections.flatMap((one) => one.paragraphs.flatMap(({ claims }) => claims))
    expect(told.length).toBeGreaterThan(100)
    for (const { figure, ref } of told) expect(Result.getOrThrow(sample.figureAt(ref))).toBe(figure)
    const share = told.find(({ ref }) => ref === "说明/一般公共预算支出/201·占一般公共预算财政拨款支出的比例")
    expect(share).toMatchObject({ text: "82.89%", claim: { of: { name: "一般公共预算财政拨款支出" } } })
  })

  it("增减带符号，零为零，没有的说缺什么", () => {
    const value = (address: string) => Result.getOrThrow(sample.figureAt(address)).value
    const shown = (address: string): string => {
      const found = value(address)
      return found._tag === "Quantity" ? Quantities.text(found.quantity) : JSON.stringify(found)
    }
    expect(shown("说明/总体情况/收入总计·比上年增减额")).toBe("-4346725")
    expect(sample.cellOf("说明/总体情况/收入总计·比上年增减额")?.printed).toBe("-434.67")
    expect(sample.cellOf("说明/三公经费/公务接待费")?.printed).toBe("0")
    expect(value("说明/三公经费/公务用车购置及运行维护费·比上年增减额")).toEqual({
      _tag: "NoValue",
      noValue: { _tag: "InputMissing", input: "上年公务用车购置及运行维护费" }
    })
  })

  it("理由一直到事件：本年的支付，上年数的记录", () => {
    const rate = Result.getOrThrow(sample.figureAt("说明/一般公共预算支出/201增减幅度"))
    expect(rate.ref).toBe("说明/一般公共预算支出/201·比上年增减幅度")
    expect(rate.label).toBe("一般公共服务支出（类）·比上年增减幅度")
    expect(leavesOf(rate).map(({ because }) => because._tag)).toContain("Entries")
    expect(leavesOf(rate).flatMap(({ because }) => (because._tag === "Stated" ? because.events : []))).toHaveLength(1)
  })

  it.each([
    ["说明/一/收入总计", "说明/总体情况/收入总计"],
    ["情况说明/五/一般公共服务支出·完成率", "说明/一般公共预算支出/201·完成年初预算的比例"],
    ["说明/收入决算/财政拨款收入占比", "说明/收入决算/财政拨款收入·占收入合计的比例"]
  ])("%s 即 %s", (address, ref) => {
    expect(Result.getOrThrow(sample.figureAt(address)).ref).toBe(ref)
  })

  it("写错的地址答以最近的地址", () => {
    const { nearest } = Result.getOrThrow(Result.flip(sample.figureAt("说明/总体情况/收入总记")))
    expect(nearest).toContain("说明/总体情况/收入总计")
  })
})
