/** 支出分类科目: the lists against published tables, look-ups, unknown codes, adopted items, and content that is refused. */
import { readFileSync } from "node:fs"
import { Classifications, isEconomicCode, isFunctionalCode, normalizedLabel } from "@juesuan/domain"
import type { AdoptedItem, Classification, ClassificationSource, FunctionalCode } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { ancestorsOf, childrenOf, classificationFrom, classificationOf, isKnown, levelOf, lookup, parentOf } =
  Classifications
const { classesOf, partOf, tableClassesOf, withItems } = Classifications

const functional = Result.getOrThrow(classificationOf("functional", 2024))
const economic = Result.getOrThrow(classificationOf("economic", 2024))

interface PublishedRow {
  readonly key: string
  readonly label: string
  readonly lines?: Readonly<Record<string, number>>
}
const published = (number: string): ReadonlyArray<PublishedRow> => {
  const place = new URL(`../../packages/sample/zezhou-2024/published/table-${number}.json`, import.meta.url)
  return (JSON.parse(readFileSync(place, "utf8")) as { rows: ReadonlyArray<PublishedRow> }).rows
}

const itemsOf = (classification: Classification) => [...classification.items.values()]
const codes = (items: ReadonlyArray<{ readonly code: string }>) => items.map(({ code }) => code)

describe("功能分类科目与公布的表一致", () => {
  it("公开01第32至57行就是列入部门表的26类，顺序、行次、名称都相同", () => {
    const rows = published("01").filter(({ key }) => isFunctionalCode(key))
    expect(rows.length).toBe(26)
    expect(
      tableClassesOf(functional).map(({ code, name }, index) => [code, normalizedLabel(name), index + 32])
    ).toEqual(rows.map(({ key, label, lines }) => [key, normalizedLabel(label), lines?.["支出"]]))
  })

  it("不列入部门表的是社会保险基金支出、预备费、转移性支出、债务发行费用支出", () => {
    const outside = classesOf(functional).filter(({ outsideTables }) => outsideTables === true)
    expect(outside.map(({ code, name }) => `${code} ${name}`)).toEqual([
      "209 社会保险基金支出",
      "227 预备费",
      "230 转移性支出",
      "233 债务发行费用支出"
    ])
  })

  it.each(["02", "03", "05"])("公开%s的每个科目都在，名称相同，并注明出处", (number) => {
    const rows = published(number).filter(({ key }) => isFunctionalCode(key))
    expect(rows.length).toBe(20)
    for (const { key, label } of rows) {
      const item = functional.items.get(key)
      expect(normalizedLabel(item?.name ?? ""), key).toBe(normalizedLabel(label))
      expect([item?.sure, typeof item?.source], key).toEqual(["published", "string"])
    }
  })
})

describe("经济分类科目与公布的表一致", () => {
  it("公开06的10类100款，一个不多一个不少，顺序、名称都相同", () => {
    const rows = published("06").filter(({ key }) => isEconomicCode(key))
    expect(itemsOf(economic).map(({ code, name }) => `${code} ${name}`)).toEqual(
      rows.map(({ key, label }) => `${key} ${label}`)
    )
    const levels = itemsOf(economic).map(({ level }) => level)
    expect([
      levels.filter((level) => level === "class").length,
      levels.filter((level) => level === "section").length
    ]).toEqual([10, 100])
  })

  it("人员经费是301、303，公用经费是其余各类", () => {
    const of = (part: string) => codes(classesOf(economic).filter((item) => item.part === part))
    expect(of("personnel")).toEqual(["301", "303"])
    expect(of("public-use")).toEqual(["302", "307", "309", "310", "311", "312", "313", "399"])
    expect([partOf(economic, "30301"), partOf(economic, "31013"), partOf(economic, "304")]).toEqual([
      "personnel",
      "public-use",
      undefined
    ])
  })
})

describe.each([
  { label: "功能分类", classification: functional as Classification },
  { label: "经济分类", classification: economic as Classification }
])("$label 科目自身", ({ classification }) => {
  const items = itemsOf(classification)

  it("每个科目的上级都在，级次与代码长度相符", () => {
    for (const { code, level } of items) {
      expect(
        ancestorsOf(code).every((ancestor) => classification.items.has(ancestor)),
        code
      ).toBe(true)
      expect(levelOf(code), code).toBe(level)
    }
  })

  it("同一上级之下没有同名的科目", () => {
    for (const { code } of items) {
      const names = childrenOf(classification, code).map(({ name }) => normalizedLabel(name))
      expect(new Set(names).size, code).toBe(names.length)
    }
  })

  it("以99结尾的款项都是其他", () => {
    const endings = items.filter(({ code, level }) => level !== "class" && code.endsWith("99"))
    expect(endings.length).toBeGreaterThan(5)
    expect(endings.filter(({ name }) => !name.includes("其他"))).toEqual([])
  })

  it("写明出处的才是公布的，没有出处的都是待核", () => {
    expect(items.filter(({ sure, source }) => (sure === "published") !== (source !== undefined))).toEqual([])
    expect(new Set(items.map(({ sure }) => sure)).has("adopted")).toBe(false)
  })

  it("出处是本年度的文本：别的年度的科目不能作证", () => {
    const sources = new Set(items.flatMap(({ source }) => source ?? []))
    expect(sources.size).toBeGreaterThan(0)
    expect([...sources].filter((source) => !source.includes(`${classification.year}年`))).toEqual([])
  })
})

describe("功能分类的通用项", () => {
  it.each([
    ["行政运行", "01"],
    ["一般行政管理事务", "02"],
    ["机关服务", "03"]
  ])("%s的项都是%s", (name, ending) => {
    const found = itemsOf(functional).filter((item) => item.name === name)
    expect(found.length).toBeGreaterThan(50)
    expect(found.filter(({ code }) => !(code.length === 7 && code.endsWith(ending)))).toEqual([])
  })

  it("清单自己说明并不完整", () => {
    expect([functional.complete, economic.complete]).toEqual([false, true])
  })
})

describe("查科目", () => {
  it("答出名称、级次和把握程度", () => {
    expect(lookup(functional, "2010306")).toEqual(
      Result.succeed({
        code: "2010306",
        name: "政务公开审批",
        level: "item",
        sure: "published",
        source: "县级部门2024年度部门决算公开，公开01—05表"
      })
    )
    expect(isKnown(functional, "2010301")).toBe(true)
    expect(isKnown(functional, "2010398")).toBe(false)
  })

  it("上级、下级与级次由代码得出", () => {
    expect(parentOf("2010306")).toBe("20103")
    expect(parentOf("201")).toBeUndefined()
    expect(ancestorsOf("2010306")).toEqual(["201", "20103"])
    expect(codes(childrenOf(functional, "22102"))).toEqual(["2210201", "2210202", "2210203"])
    expect(codes(childrenOf(economic, "307"))).toEqual(["30701", "30702", "30703", "30704"])
    expect([levelOf("210"), levelOf("21011"), levelOf("2101101")]).toEqual(["class", "section", "item"])
  })

  it.each<[FunctionalCode, ReadonlyArray<string>]>([
    ["2210204", ["2210203", "2210202", "2210201"]],
    ["2010316", ["2010306"]],
    ["2101298", ["2101299", "2101202", "2101201"]],
    ["22109", ["22103", "22102", "22101"]],
    ["218", ["217", "219"]]
  ])("没有%s这个科目时，先举同一上级之下最接近的", (code, expected) => {
    const answer = lookup(functional, code)
    const nearest = Result.isFailure(answer) ? codes(answer.failure.nearest) : []
    expect(nearest.slice(0, expected.length)).toEqual(expected)
    expect(nearest.length).toBe(5)
  })

  it("没有的科目如实答未知，带上年度和种类", () => {
    const answer = lookup(economic, "30210")
    expect(Result.isFailure(answer) && { ...answer.failure, nearest: codes(answer.failure.nearest) }).toEqual({
      _tag: "UnknownCode",
      kind: "economic",
      year: 2024,
      code: "30210",
      nearest: ["30211", "30212", "30213", "30214", "30215"]
    })
  })

  it("最接近的都是已有的科目，不重复，同一上级的排在前面", () => {
    const digits = fc.integer({ min: 0, max: 9_999 }).map((number) => String(number).padStart(4, "0"))
    fc.assert(
      fc.property(fc.constantFrom(...codes(classesOf(functional))), digits, (head, tail) => {
        const code = `${head}${tail}` as FunctionalCode
        const answer = lookup(functional, code)
        if (Result.isSuccess(answer)) return answer.success.code === code
        const { nearest } = answer.failure
        const siblings = nearest.map((item) => parentOf(item.code) === parentOf(code))
        const known = nearest.every((item) => functional.items.has(item.code))
        return (
          known && new Set(codes(nearest)).size === 5 && siblings.lastIndexOf(true) < siblings.filter(Boolean).length
        )
      })
    )
  })

  it("没有的年度答出现有的年度", () => {
    expect(classificationOf("functional", 1999)).toEqual(
      Result.fail({ _tag: "ClassificationNotHeld", kind: "functional", year: 1999, held: [2024, 2025, 2026] })
    )
  })

  it("没有自己清单的年度沿用上一年的科目，每一项都注明未核对", () => {
    for (const year of [2025, 2026]) {
      for (const kind of ["functional", "economic"] as const) {
        const before = Result.getOrThrow(classificationOf(kind, 2024))
        const later = Result.getOrThrow(classificationOf(kind, year))
        expect([...later.items.values()].map(({ code, name }) => [code, name])).toEqual(
          [...before.items.values()].map(({ code, name }) => [code, name])
        )
        expect(new Set([...later.items.values()].map(({ sure }) => sure))).toEqual(new Set(["general"]))
        expect(later).toMatchObject({ year, complete: false, citation: { verified: false } })
        expect(later.citation.document).toContain("暂按2024年科目")
      }
    }
  })

  it("功能科目与经济科目的代码不能混用", () => {
    // @ts-expect-error an economic code is no functional code
    expect(isKnown(functional, "30201")).toBe(false)
    // @ts-expect-error a functional code is no economic code
    expect(isKnown(economic, "2010306")).toBe(false)
    expect([isFunctionalCode("30201"), isEconomicCode("2010306"), isFunctionalCode("20103061")]).toEqual([
      false,
      false,
      false
    ])
  })
})

describe("增设科目", () => {
  const document = "《关于修订2024年政府收支分类科目的通知》"
  const section: AdoptedItem<"functional"> = { code: "22599", name: "某款", source: document }
  const adopted: ReadonlyArray<AdoptedItem<"functional">> = [
    { code: "225", name: "某类", source: document },
    section,
    { code: "2259901", name: "某项", source: document },
    { code: "2010398", name: "专项试点", source: document }
  ]

  it("增设后可查，注明文件，原清单不变", () => {
    const extended = Result.getOrThrow(withItems(functional, adopted))
    expect(extended.items.get("2259901")).toEqual({
      code: "2259901",
      name: "某项",
      level: "item",
      sure: "adopted",
      source: document
    })
    expect(codes(tableClassesOf(extended)).at(-1)).toBe("225")
    expect(codes(childrenOf(extended, "20103")).slice(-2)).toEqual(["2010398", "2010399"])
    expect(functional.items.has("225")).toBe(false)
  })

  it("先后顺序无关，重复增设不变", () => {
    const once = Result.getOrThrow(withItems(functional, adopted))
    fc.assert(
      fc.property(fc.shuffledSubarray([...adopted], { minLength: adopted.length }), (shuffled) => {
        expect(withItems(functional, shuffled)).toEqual(Result.succeed(once))
      })
    )
    expect(withItems(once, adopted)).toEqual(Result.succeed(once))
  })

  it("上级未知的不能增设，答出缺的是哪一级", () => {
    expect(withItems(functional, [section])).toEqual(
      Result.fail({ _tag: "ParentUnknown", code: "22599", parent: "225" })
    )
  })

  it("公布的科目不能改名，括号全角半角不算改名", () => {
    expect(withItems(functional, [{ code: "2010306", name: "政务服务", source: document }])).toEqual(
      Result.fail({ _tag: "CodeHasAnotherName", code: "2010306", name: "政务服务", known: "政务公开审批" })
    )
    expect(withItems(functional, [{ code: "20103", name: "政府办公厅(室)及相关机构事务", source: document }])).toEqual(
      Result.succeed(functional)
    )
  })

  it("待核的科目以文件所载名称为准", () => {
    expect(functional.items.get("2013804")?.sure).toBe("general")
    const extended = Result.getOrThrow(
      withItems(functional, [{ code: "2013804", name: "市场主体管理", source: document }])
    )
    expect(extended.items.get("2013804")).toMatchObject({ name: "市场主体管理", sure: "adopted", source: document })
  })
})

describe("写错的清单建不起来", () => {
  const content = (items: string): ClassificationSource<"functional"> => ({
    kind: "functional",
    year: 2024,
    revision: 1,
    complete: false,
    citation: { document: "试", verified: false },
    sources: { a: "某文件" },
    items
  })

  it("写对的建得起来", () => {
    const built = classificationFrom(
      content("\n201 一般公共服务支出 a\n20101 人大事务\n209 社会保险基金支出 outside-tables\n")
    )
    expect(itemsOf(built)).toEqual([
      { code: "201", name: "一般公共服务支出", level: "class", sure: "published", source: "某文件" },
      { code: "20101", name: "人大事务", level: "section", sure: "general" },
      { code: "209", name: "社会保险基金支出", level: "class", sure: "general", outsideTables: true }
    ])
  })

  it.each([
    ["缺上级", "201 甲\n2010101 乙", "parent 20101 is missing: 2010101 乙"],
    ["代码重复", "201 甲\n201 乙", "code twice: 201 乙"],
    ["混入经济科目", "301 工资福利支出", "not an item of the functional classification: 301 工资福利支出"],
    ["代码位数不对", "2010 甲", "not an item of the functional classification: 2010 甲"],
    ["没有名称", "201", "not an item of the functional classification: 201"],
    ["出处没有列出", "201 甲 z", 'unknown mark "z": 201 甲 z'],
    [
      "款上标了不列入部门表",
      "201 甲\n20101 乙 outside-tables",
      'unknown mark "outside-tables": 20101 乙 outside-tables'
    ]
  ])("%s", (_, items, message) => {
    expect(() => classificationFrom(content(items))).toThrow(message)
  })
})
