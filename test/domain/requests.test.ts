/** 请求的读取: labels in place of identifiers, every fault with its path, sentences in both languages. */
import {
  type CommandRequest,
  decodeRequest,
  eventKindOf,
  eventKinds,
  type Fault,
  requestIssueMessage
} from "@juesuan/domain"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { history } from "../arbitrary/history.ts"
import { runs } from "../runs.ts"

const payment = {
  occurredOn: "2024-03-20",
  fund: "general-public-budget",
  functional: "2010306",
  kind: "basic",
  economic: "30201",
  amount: "2448.70",
  payee: "供应商",
  summary: "购置复印纸"
}
const indicator = {
  occurredOn: "2024-01-02",
  level1: "产出指标",
  level2: "数量指标",
  indicator: "租赁面积",
  target: { form: "quantitative", operator: ">=", value: "5424.08", unit: "平方米" },
  direction: "higher",
  weight: "20",
  filing: "initial"
}

const faultsOf = (kind: string, data: unknown): ReadonlyArray<Fault> => {
  const decoded = decodeRequest(kind, data)
  if (Result.isSuccess(decoded)) throw new Error("it was accepted")
  const issue = decoded.failure
  return issue._tag === "RequestDoesNotFit" ? issue.faults : []
}

const said = (kind: string, data: unknown, lang: "zh" | "en"): ReadonlyArray<string> => {
  const decoded = decodeRequest(kind, data)
  return Result.isSuccess(decoded) ? [] : requestIssueMessage(decoded.failure, lang).split("\n")
}

describe("请求的读取", () => {
  it("凡接受过的请求都读得回来，一字不差", () => {
    fc.assert(
      fc.property(history(), ({ attempts }) => {
        for (const { request } of attempts) {
          const text = JSON.parse(JSON.stringify(request)) as CommandRequest
          expect(Result.getOrThrow(decodeRequest(text.type, text.data))).toEqual(request)
        }
      }),
      { numRuns: runs(200) }
    )
  })

  it("种类可以写标识，也可以写名称", () => {
    for (const [kind, { label }] of Object.entries(eventKinds)) {
      expect(eventKindOf(kind)).toBe(kind)
      expect(eventKindOf(label)).toBe(kind)
    }
    expect(eventKindOf("付款")).toBeUndefined()
  })

  it("术语可以写名称或别名，嵌在里面的也可以", () => {
    const inChinese = { ...payment, fund: "一般公共预算", kind: "基本支出" }
    expect(Result.getOrThrow(decodeRequest("支付", inChinese))).toEqual({ type: "PaymentMade", data: payment })
    const target = { ...indicator.target, operator: "≥" }
    expect(Result.getOrThrow(decodeRequest("IndicatorDeclared", { ...indicator, target, direction: "正向" }))).toEqual({
      type: "IndicatorDeclared",
      data: indicator
    })
    const vehicles = [{ kind: "其他用车", count: 2 }]
    expect(Result.getOrThrow(decodeRequest("VehiclesCounted", { occurredOn: "2024-12-31", vehicles })).data).toEqual({
      occurredOn: "2024-12-31",
      vehicles: [{ kind: "other", count: 2 }]
    })
  })

  it("自由文本不会被当作术语", () => {
    const reason = { occurredOn: "2024-12-31", figure: "公开01", value: "1", unit: "元", source: "其他收入" }
    expect(Result.getOrThrow(decodeRequest("ComparativeRecorded", reason)).data).toEqual(reason)
  })

  it("退回只写支付的指称；写了别的也是不符", () => {
    const data = { occurredOn: "2024-04-01", payment: 57, amount: "1.00", reason: "银行退回" }
    expect(Result.getOrThrow(decodeRequest("PaymentReturned", data))).toEqual({ type: "PaymentReturned", data })
    expect(faultsOf("PaymentReturned", { ...data, fund: "non-fiscal" })).toMatchObject([
      { path: "fund", problem: "unexpected" }
    ])
  })

  it("更正中的事件也按其种类读取，不符之处写明从头起的路径", () => {
    const replacement = { type: "支付", data: { ...payment, amount: "1.234" } }
    const data = { event: "year-023001-2024@57", reason: "金额有误", replacement }
    expect(faultsOf("EventReversed", data)).toMatchObject([{ path: "replacement.data.amount", found: '"1.234"' }])
    expect(faultsOf("EventReversed", { ...data, replacement: { type: "PaymentMad", data: {} } })).toMatchObject([
      { path: "replacement.type", expected: { en: expect.stringContaining("PaymentMade") } }
    ])
    const right = { ...data, replacement: { type: "支付", data: payment } }
    expect(Result.getOrThrow(decodeRequest("EventReversed", right))).toEqual({
      type: "EventReversed",
      data: { ...data, replacement: { type: "PaymentMade", data: payment } }
    })
  })
})

describe("不符之处", () => {
  it("全部列出，各有路径", () => {
    const { payee: _payee, ...rest } = payment
    const data = {
      ...rest,
      occurredOn: "2024-02-30",
      fund: "财政",
      functional: "301",
      amount: "0.00",
      summary: "",
      voucher: 1
    }
    expect(
      faultsOf("PaymentMade", data)
        .map(({ path, problem }) => [path, problem])
        .toSorted()
    ).toEqual([
      ["amount", "invalid"],
      ["functional", "invalid"],
      ["fund", "invalid"],
      ["occurredOn", "invalid"],
      ["payee", "missing"],
      ["summary", "invalid"],
      ["voucher", "unexpected"]
    ])
  })

  const single = (change: object, kind = "PaymentMade", base: object = payment) => ({
    zh: said(kind, { ...base, ...change }, "zh")[1],
    en: said(kind, { ...base, ...change }, "en")[1]
  })

  it("金额三位小数、负数、数字而非文本，各说明应为与实际", () => {
    expect(single({ amount: "12.345" })).toEqual({
      zh: 'amount：应为元，两位小数，例如 1366133.02；实际为 "12.345"。',
      en: 'amount: expected yuan with exactly two decimals, e.g. 1366133.02; found "12.345".'
    })
    expect(single({ amount: "-1.00" }).zh).toBe('amount：应为元，两位小数，例如 1366133.02；实际为 "-1.00"。')
    expect(single({ amount: "0.00" }).en).toBe('amount: expected an amount above zero; found "0.00".')
    expect(single({ occurredOn: "2024-02-30" }).zh).toBe('occurredOn：应为日历上有的一天；实际为 "2024-02-30"。')
    expect(single({ amount: 12.5 }).zh).toBe("amount：应为文本（加引号）；实际为 12.5。")
  })

  it("术语不在表中时列出全部名称", () => {
    expect(single({ kind: "专项支出" })).toEqual({
      zh: 'kind：应为以下之一：基本支出、项目支出、上缴上级支出、经营支出、对附属单位补助支出；实际为 "专项支出"。',
      en: 'kind: expected one of basic, project, remitted-to-superior, operating, subsidy-to-subordinate; found "专项支出".'
    })
  })

  it("嵌套的、列表中的、按标记区分的，都指到处", () => {
    expect(
      single({ vehicles: [{ kind: "other", count: -1 }] }, "VehiclesCounted", { occurredOn: "2024-12-31" })
    ).toEqual({
      zh: "vehicles[0].count：应为介于 0 与 1000000000 之间的数；实际为 -1。",
      en: "vehicles[0].count: expected a number between 0 and 1000000000; found -1."
    })
    expect(
      single({ vehicles: [{ kind: "other", count: 1.5 }] }, "VehiclesCounted", { occurredOn: "2024-12-31" }).en
    ).toBe("vehicles[0].count: expected a whole number; found 1.5.")
    expect(single({ target: { form: "both" } }, "IndicatorDeclared", indicator).zh).toBe(
      'target：应为以下之一：form: "quantitative"、form: "qualitative"；实际为 {"form":"both"}。'
    )
    expect(single({ target: { ...indicator.target, value: "1e5" } }, "IndicatorDeclared", indicator).en).toBe(
      'target.value: expected a plain decimal, e.g. 5424.08; found "1e5".'
    )
  })

  it("多出的字段指出相近的字段，缺少的字段说明必填", () => {
    expect(single({ ammount: "1.00" })).toEqual({
      zh: "ammount：没有这一字段，可用的有 amount。",
      en: "ammount: there is no such field; there are amount."
    })
    expect(said("YearClosed", {}, "zh")).toEqual([
      "年度关账：内容有 1 处不符，请逐一更正后重新提交。",
      "occurredOn：缺少，必须填写。"
    ])
  })

  it("不是一组字段的、指称不对的、空文本的", () => {
    expect(said("YearClosed", "2024-12-31", "en")).toEqual([
      "YearClosed: 1 fault in its data. Correct and submit again.",
      'The whole: expected an object with fields; found "2024-12-31".'
    ])
    expect(said("EventReversed", { event: "第五笔", reason: "" }, "zh").slice(1)).toEqual([
      'event：应为事件编号或日志位置，例如 year-023001-2024@57、57；实际为 "第五笔"。',
      'reason：应为非空文本；实际为 ""。'
    ])
  })

  it("没有的种类，说明相近的种类", () => {
    expect(said("PaymentMad", {}, "zh")).toEqual([
      "事件种类“PaymentMad”：没有这种事件。应为已有的事件种类，相近的有支付（PaymentMade）、支付退回（PaymentReturned）。"
    ])
    const [unlike, ...others] = said("???", {}, "en")
    expect(unlike).toContain("Kind “???”: there is no such kind of event. Expected one of UnitRegistered, ")
    for (const kind of Object.keys(eventKinds)) expect(unlike).toContain(kind)
    expect(others).toEqual([])
  })

  it("任何数据都不会使读取出错，不符的都有说法", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(eventKinds)), fc.jsonValue(), (kind, data) => {
        const decoded = decodeRequest(kind, data)
        if (Result.isSuccess(decoded)) return
        for (const lang of ["zh", "en"] as const)
          expect(requestIssueMessage(decoded.failure, lang).length).toBeGreaterThan(10)
        expect(decoded.failure._tag === "RequestDoesNotFit" ? decoded.failure.faults.length : 1).toBeGreaterThan(0)
      }),
      { numRuns: runs(1000) }
    )
  })
})
