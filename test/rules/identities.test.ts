/**
 * 勾稽: a consistent year passes every identity, in any rounding; a planted change of more than twice the tolerance fails
 * and is found where it stands. What a form does not print is no error; what cannot be read is not judged.
 */
import { printedCellText, type PublishedDisclosure, type PublishedTable, Quantities } from "@juesuan/domain"
import {
  type CheckRule,
  checkRules,
  checkRulesFor,
  equationSystemOf,
  type Finding,
  judgeDisclosure,
  type LinearEquation,
  publishedOf,
  tableMeanings
} from "@juesuan/rules"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { publishedYear, withTexts } from "../arbitrary/PublishedYear.ts"
import { sampleBooks } from "./sample-year.ts"
import { runs } from "../runs.ts"

const rules = checkRulesFor("shanxi", 2024)
const identities = rules.filter(({ id }) => id.startsWith("identity."))
const judged = (document: PublishedDisclosure) => judgeDisclosure(document, identities)
const serious = (findings: ReadonlyArray<Finding>) =>
  findings.filter(({ severity }) => severity === "error" || severity === "warning")
const outcomeOf = (document: PublishedDisclosure, rule: string) =>
  judged(document).receipts.find((receipt) => receipt.rule === `identity.${rule}`)

/** What one rule says by itself, before findings of one cause become one. */
const findingsOf = (document: PublishedDisclosure, id: string): ReadonlyArray<Finding> =>
  identities
    .filter((rule) => rule.id === id)
    .flatMap((rule) => rule.judge(document).flatMap(({ finding }) => finding ?? []))

const sample = publishedOf(sampleBooks().disclosure)
const planted = (texts: Readonly<Record<string, string>>, document = sample) =>
  withTexts(document, new Map(Object.entries(texts)))
const edited = (meaning: string, edit: (table: PublishedTable) => PublishedTable, document = sample) => ({
  ...document,
  tables: document.tables.map((table) => (table.meaning === meaning ? edit(table) : table))
})
const withoutRows = (meaning: string, ...meanings: ReadonlyArray<string>) =>
  edited(meaning, (table) => ({ ...table, rows: table.rows.filter((row) => !meanings.includes(row.meaning ?? "")) }))

describe("相符的一年", () => {
  it("任何相符的一年没有错误，也没有要说明的；每条规则恰有一张回执", () => {
    fc.assert(
      fc.property(publishedYear, (document) => {
        const { findings, receipts } = judged(document)
        expect(serious(findings).map(({ message }) => message.zh)).toEqual([])
        expect(receipts.map(({ rule }) => rule)).toEqual(identities.map(({ id }) => id))
        expect(receipts.filter(({ outcome }) => outcome === "insufficient-data")).toEqual([])
      }),
      { numRuns: runs(60) }
    )
  })

  it("样本年度：全部数字都审到，没有错误；年金缴费两处不同只是提示", () => {
    const { coverage, findings } = judged(sample)
    expect(coverage.cells.judged).toBe(coverage.cells.read)
    expect(coverage.cells.read).toBeGreaterThan(180)
    expect(serious(findings)).toEqual([])
    expect(findings.filter(({ severity }) => severity === "note").map(({ message }) => message.zh)).toEqual([
      expect.stringContaining("9.44万元，应等于")
    ])
    expect(findings.some(({ severity }) => severity === "rounding")).toBe(true)
  })

  it("审一个部门的一年不超过 50 毫秒", () => {
    judged(sample)
    const times = Array.from({ length: 8 }, () => {
      const before = process.cpuUsage()
      judged({ ...sample })
      const { user } = process.cpuUsage(before)
      return user / 1000
    })
    expect(Math.min(...times)).toBeLessThan(50)
  })
})

/** 分 of a printed amount in 万元 with two decimals: whole hundredths. */
const hundredths = (text: string) => Math.round(Number(text) * 100)
const asText = (value: number) => (value / 100).toFixed(2)

/** How far off the printed cells of an equation may be by rounding, in hundredths: half of one for every number. */
const toleranceOf = (equation: LinearEquation, cells: ReturnType<typeof equationSystemOf>["cells"]) =>
  Math.ceil(equation.terms.filter(({ address }) => cells.get(address)?.printed._tag === "Number").length / 2)

describe("放进去的错误", () => {
  it("每条硬性的等式：任何一格错出容许差额的两倍以上，就不通过，并指出这一格", () => {
    const tried = new Set<string>()
    fc.assert(
      fc.property(publishedYear, fc.nat(), fc.boolean(), (document, pick, up) => {
        const { adjusted, cells, equations } = equationSystemOf(document, identities)
        const usable = equations.filter(({ comparison, strength }) => comparison === "=" && strength === "hard")
        const untried = usable.filter(({ rule }) => !tried.has(rule))
        const pool = untried.length > 0 ? untried : usable
        const equation = pool[pick % pool.length]
        const numbers = (equation?.terms ?? []).filter(({ address }) => {
          const printed = cells.get(address)?.printed
          return printed?._tag === "Number" && printed.shown === "万元"
        })
        const term = numbers[pick % Math.max(numbers.length, 1)]
        if (equation === undefined || term === undefined) return
        const printed = cells.get(term.address)?.printed
        if (printed?._tag !== "Number") return
        const apart = toleranceOf(equation, cells) * (adjusted ? 6 : 2) + 2
        const text = asText(hundredths(printed.text) + (up ? apart : -apart))
        const changed = withTexts(document, new Map([[term.address, text]]))
        const { receipts } = judged(changed)
        expect(receipts.find(({ rule }) => rule === equation.rule)?.outcome, `${equation.rule} ${term.address}`).toBe(
          "fail"
        )
        const named = findingsOf(changed, equation.rule).flatMap(({ where }) => where)
        expect(named.map(({ address }) => address)).toContain(term.address)
        tried.add(equation.rule)
      }),
      { numRuns: runs(250) }
    )
    expect(tried.size).toBeGreaterThan(30)
  })

  const cases: ReadonlyArray<readonly [string, Readonly<Record<string, string>>, string]> = [
    [
      "本年收入合计多写一万元",
      { "income-expenditure-summary/income-of-year/income": "1565.71" },
      "summary.income-of-year"
    ],
    ["收支总计不等", { "income-expenditure-summary/total/expenditure": "1564.69" }, "summary.totals"],
    ["支出表某类与总表不同", { "expenditure/208/expenditure-of-year": "116.75" }, "expenditure.summary-class"],
    ["没有结转时某类收支不等", { "income/208/income-of-year": "161.57" }, "expenditure.income-class"],
    [
      "财政拨款支出大于全部支出",
      { "fiscal-income-expenditure-summary/expenditure.208/expenditure.fiscal": "117.57" },
      "fiscal-summary.within-summary"
    ],
    [
      "一般公共预算支出表某项与支出表不同",
      { "general-public-budget-expenditure/2101101/expenditure.basic": "12.71" },
      "general-budget.all-general"
    ],
    [
      "人员经费漏加一类",
      { "general-public-budget-basic-expenditure/personnel/amount": "1041.34" },
      "basic-detail.personnel"
    ],
    [
      "公用经费与基本支出不符",
      { "general-public-budget-basic-expenditure/public-use/amount": "74.32" },
      "basic-detail.basic-expenditure"
    ],
    [
      "“三公”小于基本支出里的同一项",
      { "three-public/three-public/actual.vehicle-operation": "2.50" },
      "three-public.vehicle-operation-in-detail"
    ],
    [
      "“三公”决算大于预算",
      { "three-public/three-public/budget.vehicle-operation": "2.50" },
      "three-public.within-budget"
    ],
    ["采购合计少一万元", { "further-information/procurement/amount": "398.17" }, "further-information.procurement"],
    ["车辆数多一辆", { "further-information/vehicles/amount": "3" }, "further-information.vehicles"],
    [
      "机关运行经费大于公用经费",
      { "further-information/operating-expenditure.administrative/amount": "47.35" },
      "further-information.operating-expenditure"
    ],
    [
      "基金表空白而总表有基金支出",
      { "fiscal-income-expenditure-summary/expenditure-of-year/expenditure.government-fund": "3.00" },
      "government-fund.empty"
    ]
  ]

  it.each(cases)("%s", (_, texts, rule) => {
    expect(outcomeOf(sample, rule)?.outcome, "before").not.toBe("fail")
    const { findings, receipts } = judged(planted(texts))
    expect(findings.length).toBeGreaterThan(0)
    expect(receipts.find((receipt) => receipt.rule === `identity.${rule}`)?.outcome).toBe("fail")
    const named = findingsOf(planted(texts), `identity.${rule}`).flatMap(({ where }) => where)
    expect(named.map(({ address }) => address)).toContain(Object.keys(texts)[0])
  })

  it("发现写明两边、差额、容许的差额和它的根据", () => {
    const document = planted({ "expenditure/20805/expenditure-of-year": "161.57" })
    const [found] = findingsOf(document, "identity.expenditure.across").filter(({ severity }) => severity === "error")
    expect(found).toMatchObject({
      found: "161.57万元",
      expected: "116.57万元",
      difference: "45.00万元",
      tolerance: "0.01万元",
      basis: { zh: "四舍五入，2 个印出的数" }
    })
    expect(found?.message.zh).toContain("《公开03 支出决算表》“行政事业单位养老支出”行")
    expect(found?.message.zh).toContain("161.57万元")
    expect(found?.message.en).toContain("161.57万元")
  })
})

describe("各地的表式", () => {
  it("没有上缴上级支出一栏的支出表照样审", () => {
    const narrow = edited("expenditure", (table) => ({
      ...table,
      columns: table.columns.filter(({ meaning }) => meaning !== "expenditure.remitted-to-superior")
    }))
    expect(serious(judged(narrow).findings)).toEqual([])
    expect(outcomeOf(narrow, "expenditure.across")?.counts).toEqual(outcomeOf(sample, "expenditure.across")?.counts)
  })

  it("合计印在最后一行、只印项级科目的表照样审，缺的级次不是错误", () => {
    const items = edited("expenditure", (table) => {
      const [total, ...rest] = table.rows
      return {
        ...table,
        rows: [...rest.filter(({ code }) => code?.length === 7), ...(total === undefined ? [] : [total])]
      }
    })
    const { findings, receipts } = judged(items)
    expect(serious(findings)).toEqual([])
    expect(receipts.find(({ rule }) => rule === "identity.expenditure.hierarchy")?.counts.fail).toBe(0)
    const wrong = planted({ "expenditure/2080505/expenditure-of-year": "170.13" }, items)
    expect(outcomeOf(wrong, "expenditure.hierarchy")?.outcome).toBe("fail")
  })

  it("类、款的行只是标题，没有数：不算差额", () => {
    const headings = edited("expenditure", (table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.code === undefined || row.code.length === 7
          ? row
          : {
              ...row,
              cells: Object.fromEntries(
                Object.entries(row.cells).map(([key, one]) => [key, { ...one, printed: { _tag: "Blank" as const } }])
              )
            }
      )
    }))
    expect(judged(headings).receipts.find(({ rule }) => rule === "identity.expenditure.hierarchy")?.counts.fail).toBe(0)
  })

  it("年末结转只有一行，没有分预算列示：不判分项", () => {
    const document = planted({
      "income-expenditure-summary/income-of-year/income": "1574.71",
      "fiscal-income-expenditure-summary/closing-carryover/expenditure.fiscal": "10.00",
      "fiscal-income-expenditure-summary/total/expenditure.fiscal": "1574.71"
    })
    expect(outcomeOf(document, "fiscal-summary.balance-general-public-budget")?.outcome).toBe("not-applicable")
    expect(outcomeOf(document, "fiscal-summary.closing-carryover")?.outcome).toBe("not-applicable")
    expect(outcomeOf(document, "fiscal-summary.total-expenditure")?.outcome).toBe("pass")
  })

  it("未识别的行恰好是差额：数据不足，不是错误；不是差额：仍是错误", () => {
    const withUnknown = (amount: string, label = "九、其他来源") =>
      edited("income-expenditure-summary", (table) => ({
        ...table,
        rows: [
          ...table.rows,
          {
            key: "其他来源",
            label,
            code: undefined,
            meaning: undefined,
            place: {},
            cells: { 收入: { printed: printedCellText(amount, "万元"), place: {} } }
          }
        ]
      }))
    const texts = {
      "income-expenditure-summary/income-of-year/income": "1574.71",
      "income-expenditure-summary/total/income": "1574.71"
    }
    expect(outcomeOf(planted(texts, withUnknown("10.00")), "summary.income-of-year")?.outcome).toBe("insufficient-data")
    expect(outcomeOf(planted(texts, withUnknown("3.00")), "summary.income-of-year")?.outcome).toBe("fail")
    // 其中 is a part of the line above, and no line that was left out of the sum.
    const part = withUnknown("10.00", "其中：教育收费")
    expect(outcomeOf(planted(texts, part), "summary.income-of-year")?.outcome).toBe("fail")
  })

  it("未识别的行连同四舍五入、一栏加另一栏减，恰好是差额：数据不足，不是错误", () => {
    const unknownRow = (key: string, column: string, amount: string) => ({
      key,
      label: key,
      code: undefined,
      meaning: undefined,
      place: {},
      cells: { [column]: { printed: printedCellText(amount, "万元"), place: {} } }
    })
    const withRows = (...added: ReadonlyArray<PublishedTable["rows"][number]>) =>
      edited("income-expenditure-summary", (table) => ({ ...table, rows: [...table.rows, ...added] }))
    const texts = {
      "income-expenditure-summary/income-of-year/income": "1574.71",
      "income-expenditure-summary/total/income": "1574.71"
    }
    const broken = withRows(unknownRow("九、其他来", "收入", "6.00"), unknownRow("十、另有来", "收入", "4.01"))
    expect(outcomeOf(planted(texts, broken), "summary.income-of-year")?.outcome).toBe("insufficient-data")
    const sides = (opening: string) =>
      withRows(unknownRow("年初结转和结", "收入", opening), unknownRow("年末结转和结", "支出", "12.00"))
    expect(outcomeOf(planted(texts, sides("2.00")), "summary.carryover")?.outcome).toBe("insufficient-data")
    expect(outcomeOf(planted(texts, sides("3.00")), "summary.carryover")?.outcome).toBe("fail")
  })

  it("读不清的数不判；没有的表说数据不足，地方自设的表没有就不适用", () => {
    const unreadable = planted({ "expenditure/208/expenditure.basic": "116.5?" })
    expect(outcomeOf(unreadable, "expenditure.across")?.outcome).toBe("insufficient-data")
    const without = (meaning: string) => ({
      ...sample,
      tables: sample.tables.filter((table) => table.meaning !== meaning)
    })
    expect(outcomeOf(without("income"), "income.across")?.outcome).toBe("insufficient-data")
    expect(outcomeOf(without("income"), "income.across")?.reason?.zh).toBe("文件中没有读到《收入决算表》")
    expect(outcomeOf(without("further-information"), "further-information.procurement")?.outcome).toBe("not-applicable")
  })

  it("总表没有使用非财政拨款结余一行：这一项就不在和里", () => {
    const document = withoutRows("income-expenditure-summary", "surplus-used", "surplus-distributed")
    expect(outcomeOf(document, "summary.total-income")?.outcome).toBe("pass")
    expect(outcomeOf(document, "summary.total-expenditure")?.outcome).toBe("pass")
  })

  it("以元为单位的表与以万元为单位的表照样相比", () => {
    const inYuan = edited("expenditure", (table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([key, { place, printed }]) => [
            key,
            {
              place,
              printed: printed._tag === "Number" ? printedCellText(Quantities.text(printed.value, 2), "元") : printed
            }
          ])
        )
      }))
    }))
    expect(outcomeOf(inYuan, "expenditure.summary")?.outcome).toBe("pass")
    expect(outcomeOf(inYuan, "expenditure.summary-class")?.outcome).toBe("pass")
  })
})

describe("表的结构", () => {
  it("各级都印的表里少了款的一行", () => {
    const document = withoutRows("expenditure", "20805")
    const { findings } = judged(document)
    const closure = findings.filter(({ rule }) => rule === "identity.structure.closure")
    expect(closure.map(({ message }) => message.zh)).toEqual([
      expect.stringContaining("科目 2080505"),
      expect.stringContaining("科目 2080506")
    ])
    expect(outcomeOf(document, "expenditure.hierarchy")?.counts.fail).toBe(0)
  })

  it("同一科目印了两行", () => {
    const twice = edited("expenditure", (table) => ({
      ...table,
      rows: [
        ...table.rows,
        ...table.rows.filter(({ code }) => code === "2210201").map((row) => ({ ...row, key: `${row.key}·2` }))
      ]
    }))
    expect(outcomeOf(twice, "structure.one-row-per-code")?.outcome).toBe("fail")
    expect(outcomeOf(twice, "expenditure.hierarchy")?.outcome).toBe("fail")
  })

  it("空表没有注明、有数却注明，都只是提示", () => {
    const silent = edited("government-fund", (table) => ({ ...table, statedEmpty: undefined }))
    const [note] = judged(silent).findings.filter(({ rule }) => rule === "identity.structure.stated-empty")
    expect(note?.severity).toBe("note")
  })

  it("结转和收入分为基本支出、项目支出两栏的表：合计等于两栏之和，两栏各自加总", () => {
    const divided = (project: string) =>
      edited("general-public-budget-expenditure", (table) => ({
        ...table,
        columns: [
          ...table.columns,
          ...["合计", "基本支出", "项目支出"].map((label) => ({
            key: `本年收入·${label}`,
            label,
            headings: ["本年收入", label],
            number: null,
            meaning: label === "合计" ? "income-of-year" : undefined
          }))
        ],
        rows: table.rows.map((row) => {
          const [whole, basic, part] =
            ["本年支出合计", "小计"].flatMap((key) => row.cells[key] ?? []).length > 0
              ? [row.cells["小计"], row.cells["基本支出"], row.cells["项目支出"]]
              : []
          const changed = row.code === "20199" ? { printed: printedCellText(project, "万元"), place: {} } : part
          return {
            ...row,
            cells: {
              ...row.cells,
              ...(whole === undefined ? {} : { 本年收入·合计: whole }),
              ...(basic === undefined ? {} : { 本年收入·基本支出: basic }),
              ...(changed === undefined ? {} : { 本年收入·项目支出: changed })
            }
          }
        })
      }))
    expect(outcomeOf(sample, "structure.divided-columns")?.outcome).toBe("not-applicable")
    expect(outcomeOf(divided("334.24"), "structure.divided-columns")?.outcome).toBe("rounding")
    expect(outcomeOf(divided("343.24"), "structure.divided-columns")?.outcome).toBe("fail")
    expect(outcomeOf(divided("334.24"), "general-budget.income")?.outcome).toBe("pass")
  })

  it("没见过的按科目列示的表：合计等于各类之和才通过", () => {
    const local = (total: string): PublishedDisclosure => ({
      ...sample,
      tables: [
        ...sample.tables,
        {
          id: "公开11",
          title: "项目支出决算表",
          meaning: undefined,
          unit: { shown: "万元", unit: Quantities.yuan },
          columns: ["金额", "占比"].map((key) => ({
            key,
            label: key,
            headings: [key],
            number: null,
            meaning: undefined
          })),
          rows: [
            ["合计", "total", total, "100.00"],
            ["201", undefined, "300.00", "64.12"],
            ["208", undefined, "167.89", "35.90"]
          ].map(([key = "", meaning, amount = "", share = ""]) => ({
            key,
            label: key,
            code: /^\d/u.test(key) ? key : undefined,
            meaning: meaning ?? (/^\d/u.test(key) ? key : undefined),
            place: {},
            cells: {
              金额: { printed: printedCellText(amount, "万元"), place: {} },
              占比: { printed: printedCellText(share, "万元"), place: {} }
            }
          })),
          statedEmpty: undefined,
          notes: [],
          unread: [],
          place: {}
        }
      ]
    })
    expect(outcomeOf(local("467.89"), "structure.other-tables")?.outcome).toBe("pass")
    expect(outcomeOf(local("476.89"), "structure.other-tables")?.outcome).toBe("fail")
  })
})

describe("调过尾数的文件", () => {
  it("两张表的同一个数差末位一个单位，和数再差一点也只是舍入", () => {
    const document = planted({
      "expenditure/total/expenditure-of-year": "1564.72",
      "expenditure/20805/expenditure-of-year": "116.58",
      "expenditure/2080505/expenditure-of-year": "107.11"
    })
    expect(outcomeOf(document, "expenditure.hierarchy")?.outcome).toBe("rounding")
    const independent = planted({
      "expenditure/20805/expenditure-of-year": "116.58",
      "expenditure/2080505/expenditure-of-year": "107.11"
    })
    expect(outcomeOf(independent, "expenditure.hierarchy")?.outcome).toBe("fail")
  })
})

describe("规则登记", () => {
  const written: ReadonlyArray<CheckRule> = checkRules
  it("每条规则有唯一的编号、名称、出处、施行日期、级别和两种语言的说法", () => {
    expect(new Set(written.map(({ id }) => id)).size).toBe(written.length)
    for (const rule of written) {
      expect(rule.id).toMatch(/^[a-z]+(?:[.-][a-z0-9]+)+$/u)
      expect(rule.label).toMatch(/\p{Script=Han}/u)
      expect(rule.citation.document.length).toBeGreaterThan(4)
      expect(rule.inForceFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
      expect(rule.statement.zh.length * rule.statement.en.length).toBeGreaterThan(0)
      if (rule.strength === "soft") expect(rule.severity, rule.id).not.toBe("error")
    }
  })

  it("空文件：每条规则都有回执，没有一条通过，也没有发现", () => {
    const nothing: PublishedDisclosure = {
      files: [],
      unit: undefined,
      year: undefined,
      tables: [],
      narrative: [],
      evaluations: [],
      unread: []
    }
    const { coverage, findings, receipts } = judgeDisclosure(nothing, written)
    expect(receipts.length).toBe(written.length)
    expect(findings).toEqual([])
    for (const { outcome, reason, rule } of receipts) {
      expect(["not-applicable", "insufficient-data"], rule).toContain(outcome)
      expect(reason?.zh, rule).toBeDefined()
      expect(reason?.en, rule).toBeDefined()
    }
    expect(coverage.rules.pass).toBe(0)
  })

  it("规则的说法里只有人认得的名称", () => {
    for (const { id, statement } of identities)
      expect(statement.zh.replaceAll(/min|max/gu, ""), id).not.toMatch(/[a-z]/u)
  })

  it("规则所指的行、栏都是表有的", () => {
    const labels = Object.values(tableMeanings).map(({ label }) => label as string)
    for (const { id, statement } of identities.filter(({ id }) => !/structure|previous-year/u.test(id)))
      expect(
        labels.some((label) => statement.zh.includes(label)),
        id
      ).toBe(true)
  })
})
