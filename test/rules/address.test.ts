/** 地址: the ways a figure may be asked for, and what a wrong address is answered with. On the sample year. */
import { foldLedger, type FoldedEvent } from "@juesuan/domain"
import { derive, describeAddressProblem, describeValue } from "@juesuan/rules"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { sampleBooks } from "./sample-year.ts"

const books = sampleBooks()

const found = (address: string): string => {
  const figure = books.figureAt(address)
  return Result.isSuccess(figure) ? figure.success.ref : describeAddressProblem(figure.failure).zh
}
const problem = (address: string) => {
  const figure = books.figureAt(address)
  return Result.isFailure(figure) ? figure.failure : undefined
}

describe("地址", () => {
  it.each([
    ["公开03/2010306/项目支出", "公开03/2010306/项目支出"],
    ["公开3/2010306/项目支出", "公开03/2010306/项目支出"],
    ["公开03表/2010306/项目支出", "公开03/2010306/项目支出"],
    ["表3/2010306/项目支出", "公开03/2010306/项目支出"],
    ["03/2010306/3", "公开03/2010306/项目支出"],
    ["支出决算表/政务公开审批/项目支出", "公开03/2010306/项目支出"],
    [" 公开03 / 2010306 政务公开审批 / 项目支出 ", "公开03/2010306/项目支出"],
    ["公开03/20103/基本支出", "公开03/20103/基本支出"],
    ["公开03/政府办公厅(室)及相关机构事务/基本支出", "公开03/20103/基本支出"],
    ["公开03/政府办公厅（室）及相关机构事务/基本支出", "公开03/20103/基本支出"],
    ["公开01/一、一般公共服务支出/支出", "公开01/201/支出"],
    ["公开01/一般公共服务支出", "公开01/201/支出"],
    ["公开01/32", "公开01/201/支出"],
    ["公开01/31", "公开01/总计/收入"],
    ["公开01/62", "公开01/总计/支出"],
    ["公开01/总计/2", "公开01/总计/支出"],
    ["公开01/使用非财政拨款结余（含专用结余）", "公开01/使用非财政拨款结余(含专用结余)/收入"],
    ["公开04/一般公共预算财政拨款", "公开04/一般公共预算财政拨款/收入"],
    ["公开04/29/收入", "公开04/年初财政拨款结转和结余·一般公共预算财政拨款/收入"],
    ["公开04/64/一般公共预算财政拨款", "公开04/总计/一般公共预算财政拨款"],
    ["公开04/32", "公开04/总计/收入"],
    ["公开04/64/合计", "公开04/总计/合计"],
    ["公开06/301", "公开06/301/决算数"],
    ["公开06/因公出国（境）费用/决算数", "公开06/30212/决算数"],
    ["公开09/决算数·公务接待费", "公开09/三公经费/决算数·公务接待费"],
    ["公开09/决算数公务接待费", "公开09/三公经费/决算数·公务接待费"],
    ["公开09/“三公”经费/12", "公开09/三公经费/决算数·公务接待费"],
    ["公开09/8", "公开09/三公经费/决算数·因公出国(境)费"],
    ["公开10/8. 其他用车", "公开10/其他用车/统计数"],
    ["公开10/（一）车辆数合计（辆）", "公开10/车辆数合计(辆)/统计数"],
    ["公开10/17", "公开10/单价100万元(含)以上设备(不含车辆)/统计数"],
    ["预算/201/年初预算数", "预算/201/年初预算数"],
    ["预算/201/预算编制数", "预算/201/年初预算数"],
    ["预算/房租费/全年预算数", "预算/P01/全年预算数"],
    ["预算/合计/年初预算数", "预算/合计/年初预算数"],
    ["结转/一般公共预算财政拨款·未列项目/年末结转和结余", "结转/一般公共预算财政拨款·未列项目/年末结转和结余"],
    ["单位/基本情况/单位类别", "单位/基本情况/单位类别"],
    ["自评/房租费/总分", "自评/房租费/总分"],
    ["自评/P01/等级", "自评/房租费/等级"],
    ["自评/优", "自评/优"]
  ])("%s 指 %s", (address, ref) => {
    expect(found(address)).toBe(ref)
  })

  it.each([
    ["公开13/201/支出", "HeadUnknown", "公开13", "公开01/201/支出"],
    ["公开03/2010307/项目支出", "RowUnknown", "2010307", "公开03/2010306/项目支出"],
    ["公开03/政务公开审/项目支出", "RowUnknown", "政务公开审", "公开03/2010306/项目支出"],
    ["公开03/2010306/项目支岀", "ColumnUnknown", "项目支岀", "公开03/2010306/项目支出"],
    ["公开01/201/收入", "ColumnUnknown", "收入", "公开01/201/支出"],
    ["公开01/31/支出", "ColumnUnknown", "支出", "公开01/总计/收入"],
    ["公开04/32/合计", "ColumnUnknown", "合计", "公开04/总计/收入"],
    ["公开04/64", "ColumnMissing", "", "公开04/总计/合计"],
    ["公开03/2010306", "ColumnMissing", "", "公开03/2010306/本年支出合计"],
    ["公开03", "RowMissing", "", "公开03/合计/本年支出合计"],
    ["", "HeadUnknown", "", "公开01/一般公共预算财政拨款收入/收入"],
    ["公开06/公务用车购置/决算数", "Ambiguous", "公务用车购置", "公开06/30913/决算数"],
    ["自评/房租/总分", "RowUnknown", "房租", "自评/房租费/总分"],
    ["自评/房租费/总份", "ColumnUnknown", "总份", "自评/房租费/总分"],
    ["预算/202/年初预算数", "RowUnknown", "202", "预算/201/年初预算数"]
  ])("“%s”是 %s：错在“%s”，相近的有 %s", (address, tag, part, nearest) => {
    const answer = problem(address)
    expect(answer).toMatchObject({ _tag: tag, address, part })
    expect(answer?.nearest).toContain(nearest)
    for (const ref of answer?.nearest ?? []) expect(found(ref)).toBe(ref)
  })

  it("出错的话写明问的是什么、错在哪里、该问什么", () => {
    const answer = problem("公开03/2010307/项目支出")
    expect(answer === undefined ? "" : describeAddressProblem(answer)).toEqual({
      zh: "地址“公开03/2010307/项目支出”：没有“2010307”这一行。相近的地址：公开03/2010306/项目支出、公开03/20103/项目支出、公开03/20131/项目支出、公开03/201/项目支出。",
      en: "Address “公开03/2010307/项目支出”: there is no row “2010307”. Nearest addresses: 公开03/2010306/项目支出, 公开03/20103/项目支出, 公开03/20131/项目支出, 公开03/201/项目支出."
    })
  })

  it("每个数都能用自己的地址问到", () => {
    let seen = 0
    for (const space of books.spaces) {
      for (const { columns, key } of space.rows) {
        for (const { label } of columns) {
          const figure = space.figureAt(key, label)
          expect(figure, `${space.head}/${key}/${label}`).toBeDefined()
          expect(Result.getOrThrow(books.figureAt(figure?.ref ?? ""))).toBe(figure)
          seen += 1
        }
      }
    }
    expect(seen).toBeGreaterThan(1000)
  })
})

describe("预算数", () => {
  it.each([
    ["预算/201/年初预算数", "16095300.00元"],
    ["预算/合计/年初预算数", "18691400.00元"],
    ["预算/房租费/年初预算数", "2400000.00元"],
    ["预算/房租费/全年预算数", "1366133.02元"]
  ])("%s 为 %s", (address, value) => {
    expect(describeValue(Result.getOrThrow(books.figureAt(address)).value)).toBe(value)
  })
})

describe("项目名称里的斜线", () => {
  it("属于名称，不当作分隔", () => {
    const listed: FoldedEvent = {
      position: 1,
      stream: "year-001-2024",
      version: 1,
      recordedAt: "2024-01-01T00:00:00.000Z",
      type: "ProjectListed",
      data: { occurredOn: "2024-01-02", project: "P9", name: "维修/改造" }
    }
    const { figureAt } = Result.getOrThrow(
      derive(foldLedger([listed]), { unit: "001", year: 2024, ruleSet: "shanxi-2024" })
    )
    const refOf = (address: string) => Result.getOrThrow(figureAt(address)).ref
    expect(refOf("预算/维修/改造/全年预算数")).toBe("预算/P9/全年预算数")
    expect(refOf("自评/维修/改造/总分")).toBe("自评/维修/改造/总分")
    expect(refOf("自评/P9/总分")).toBe("自评/维修/改造/总分")
  })
})
