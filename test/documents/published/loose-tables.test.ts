/** 没有画线的 PDF 表: columns by where words stand, names broken over lines, heads of several levels, pages; and what is not sure. */
import { describe, expect, test } from "vitest"
import { readPublished } from "@juesuan/documents"
import { documentOf, gridsOf, paragraphsOf, rowsOf } from "./reading.ts"
import { type PdfPage, pdfOf } from "./pdfs.ts"

const size = 10
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (each <= "~" ? 0.5 : 1), 0) * size

type Align = "left" | "middle" | "right"

/** Where columns begin and end. */
const columns = [
  [60, 110],
  [120, 230],
  [240, 310],
  [320, 390],
  [400, 470]
] as const

const shown = (y: number, text: string, [left, right]: readonly [number, number], align: Align) => {
  const slack = right - left - widthOf(text)
  return { x: left + (align === "left" ? 0 : align === "right" ? slack : slack / 2), y, text, size }
}

/** A row of the table: numbers on the right, names on the left; lines of a name stand about the middle. */
const row = (y: number, texts: ReadonlyArray<string>) =>
  texts.flatMap((text, index) => {
    const place = columns[index] ?? columns[0]
    const lines = text === "" ? [] : text.split("\n")
    return lines.map((line, at) =>
      shown(
        y + (at - (lines.length - 1) / 2) * 12,
        line,
        place,
        /^[-\d,.]+$/u.test(line) && index > 1 ? "right" : "left"
      )
    )
  })

const rows = (top: number, body: ReadonlyArray<ReadonlyArray<string>>) =>
  body.flatMap((texts, index) => row(top + index * 30, texts))

const head = (y: number) => [
  shown(y, "本年支出", [240, 470], "middle"),
  shown(y + 10, "科目代码", [60, 110], "middle"),
  shown(y + 10, "科目名称", [120, 230], "middle"),
  shown(y + 20, "小计", [240, 310], "middle"),
  shown(y + 20, "基本支出", [320, 390], "middle"),
  shown(y + 20, "项目支出", [400, 470], "middle")
]

const captions = [
  { x: 200, y: 60, text: "一般公共预算财政拨款支出决算表", size },
  { x: 60, y: 80, text: "部门：某局", size },
  { x: 400, y: 80, text: "金额单位：万元", size }
]

const body = [
  ["合计", "", "1,096.83", "629.00", "467.83"],
  ["201", "一般公共服务支出", "829.16", "629.00", "200.16"],
  ["208", "社会保障和就业支出的一\n个很长很长很长的名称支\n出", "267.67", "", "267.67"]
]

const read = (...pages: ReadonlyArray<PdfPage>) => documentOf(pdfOf(pages))
const whole = ["208", "社会保障和就业支出的一个很长很长很长的名称支出", "267.67", null, "267.67"]
const shownAs = (texts: ReadonlyArray<string>) => texts.map((text) => (text === "" ? null : text))

describe("没有画线的表，按字的位置读", () => {
  test("两层的表头、折行的名称、空着的格子，各在其位", async () => {
    const document = await read({ texts: [...captions, ...head(110), ...rows(170, body)] })
    const [grid] = gridsOf(document)
    expect(grid).toMatchObject({ bounded: false, columns: 5 })
    expect(grid).not.toHaveProperty("doubt")
    expect(grid && rowsOf(grid).slice(-3)).toEqual([...body.slice(0, 2).map(shownAs), whole])
    expect(grid?.cells.find(({ text }) => text === "本年支出")).toMatchObject({ row: 0, column: 2, columnSpan: 3 })
    expect(grid?.cells.find(({ text }) => text === "科目名称")).toMatchObject({ row: 0, column: 1, rowSpan: 2 })
    expect(paragraphsOf(document)).toEqual(["一般公共预算财政拨款支出决算表", "部门：某局", "金额单位：万元"])
  })

  test("翻页后头几行只有“—”：仍是同一张表", async () => {
    const rest = ["210", "213", "221"].map((code) => [code, "某类支出", "—", "—", "—"])
    const document = await read(
      { texts: [...captions, ...head(110), ...rows(170, body)] },
      { texts: rows(60, [...rest, ["229", "其他支出", "1.00", "", "1.00"]]) }
    )
    const grids = gridsOf(document)
    expect(grids.map(({ doubt }) => doubt)).toEqual([undefined])
    expect(grids[0] && rowsOf(grids[0]).slice(-1)).toEqual([["229", "其他支出", "1.00", null, "1.00"]])
  })

  test("页尾只有表头，头一行只有一个栏目：同下一页的数是一张表", async () => {
    const down = captions.map((caption) => ({ ...caption, y: caption.y + 660 }))
    const document = await read(
      { texts: [{ x: 60, y: 60, text: "第二部分 决算表", size }, ...down, ...head(770)] },
      { texts: rows(60, body) }
    )
    const grids = gridsOf(document)
    expect(grids.map(({ doubt }) => doubt)).toEqual([undefined])
    expect(grids[0] && rowsOf(grids[0])[0]).toContain("本年支出")
    expect(grids[0] && rowsOf(grids[0]).at(-1)).toEqual(whole)
  })

  test("一栏全空，靠栏次知道有这一栏", async () => {
    const numbers = ["1", "2", "3"].map((text, index) => shown(150, text, columns[index + 2] ?? columns[0], "middle"))
    const blank = body.map((texts) => [...texts.slice(0, 3), "", texts[4] ?? ""])
    const document = await read({ texts: [...captions, ...head(110), ...numbers, ...rows(190, blank)] })
    const [grid] = gridsOf(document)
    expect(grid && rowsOf(grid).at(-1)).toEqual([...whole.slice(0, 3), null, "267.67"])
    expect(grid).not.toHaveProperty("doubt")
  })

  test("翻页的表是一张：名称断在两页的行是一行，重复的表头只算一次", async () => {
    const name = shown(770, "社会保障和就业支出的一", columns[1], "left")
    const first = { texts: [...captions, ...head(110), ...rows(170, body.slice(0, 2)), name] }
    const rest = [shown(78, "个很长很长很长的名称支", columns[1], "left"), shown(90, "出", columns[1], "left")]
    const broken = await read(first, { texts: [...row(66, ["208", "", "267.67", "", "267.67"]), ...rest] })
    expect(gridsOf(broken).map((grid) => rowsOf(grid).at(-1))).toEqual([whole])
    const again = await read(
      { texts: [...captions, ...head(110), ...rows(170, body.slice(0, 2))] },
      { texts: [...head(60), ...rows(120, body.slice(2))] }
    )
    expect(gridsOf(again).map((grid) => rowsOf(grid).slice(-3))).toEqual([[...body.slice(0, 2).map(shownAs), whole]])
  })
})

describe("窄栏的栏目名称断成几层", () => {
  const edges = [60, 100, 190, 240, 320, 360, 450, 500]
  const at = (y: number, texts: ReadonlyArray<string>) =>
    texts.flatMap((text, index) => {
      const side = index < 3 ? index : index + 1
      const place = [edges[side] ?? 0, edges[side + 1] ?? 0] as const
      return text === "" ? [] : [shown(y, text, place, /\d\.\d/u.test(text) ? "right" : "middle")]
    })
  const tableOf = async (left: string, right: string) => {
    const texts = [
      { x: 200, y: 60, text: "一般公共预算财政拨款基本支出决算明细表", size },
      shown(100, left, [60, 240], "middle"),
      shown(100, right, [320, 500], "middle"),
      ...at(125, ["科目代", "", "决算", "科目代", "", ""]),
      ...at(135, ["", "科目名称", "", "", "科目名称", "决算数"]),
      ...at(145, ["码", "", "数", "码", "", ""]),
      ...at(180, ["301", "工资福利支出", "260.97", "302", "商品和服务支出", "34.48"]),
      ...at(210, ["30101", "基本工资", "139.65", "30201", "办公费", "20.00"]),
      ...at(240, ["30102", "津贴补贴", "121.32", "30202", "印刷费", "14.48"])
    ]
    const [table] = readPublished([await read({ texts })]).tables
    return {
      meanings: table?.columns.map(({ meaning }) => meaning),
      unread: table?.unread.length,
      rows: table?.rows.length
    }
  }

  test("表头是官方式样的，各栏都是决算数", async () => {
    expect(await tableOf("人员经费", "公用经费")).toEqual({ meanings: ["amount"], unread: 0, rows: 6 })
  })

  test("不是官方式样的，整张表不读", async () => {
    expect(await tableOf("人员支出", "公用支出")).toMatchObject({ unread: 1, rows: 0 })
  })
})

describe("看不准的不读，也不当成文字", () => {
  const unreadOf = async (...pages: ReadonlyArray<PdfPage>) => {
    const published = readPublished([await read(...pages)])
    return {
      meanings: published.tables.map(({ meaning }) => meaning),
      unread: published.tables.flatMap(({ unread }) => unread.map(({ text }) => text)).join("\n"),
      narrative: published.narrative.map(({ text }) => text)
    }
  }

  test("读得准的有含义", async () => {
    const read = await unreadOf({ texts: [...captions, ...head(110), ...rows(170, body)] })
    expect(read).toEqual({ meanings: ["general-public-budget-expenditure"], unread: "", narrative: [] })
  })

  test("数字在窄格里断开：整张表不读", async () => {
    const broken = [["208", "社会保障和就业支出", "1,267.6\n7", "", "1,267.6\n7"], ...body.slice(0, 2)]
    const read = await unreadOf({ texts: [...captions, ...head(110), ...rows(170, broken)] })
    expect(read.meanings).toEqual([undefined])
    expect(read.unread).toContain("1,267.6")
    expect(read.narrative).toEqual([])
  })

  test("有一行数旁边没有名称：整张表不读", async () => {
    const nameless = [...body.slice(0, 2), ["", "", "267.67", "", "267.67"]]
    const read = await unreadOf({ texts: [...captions, ...head(110), ...rows(170, nameless)] })
    expect(read.meanings).toEqual([undefined])
    expect(read.narrative).toEqual([])
  })

  test("数压在两栏上：整张表不读", async () => {
    const between = shown(260, "12,345,678,901.00", [270, 380], "right")
    const read = await unreadOf({ texts: [...captions, ...head(110), ...rows(170, body), between] })
    expect(read.meanings).toEqual([undefined])
    expect(read.narrative).toEqual([])
  })

  test("下文又有没有表头的数：上面的表不完整", async () => {
    const remark = { x: 60, y: 300, text: "以上各数均为决算数，单位为万元，与批复的决算一致。", size }
    const read = await unreadOf({
      texts: [
        ...captions,
        ...head(110),
        ...rows(170, body),
        remark,
        ...rows(330, [["210", "卫生健康支出", "1.00", "1.00", ""]])
      ]
    })
    expect(read.meanings[0]).toBeUndefined()
  })
})
