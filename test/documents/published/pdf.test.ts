/** 读 PDF: tables by their ruling lines, over pages, turned; running text; what has no text, is damaged or locked. */
import { setTimeout } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { bytesOf, codesOf, documentOf, gridsOf, paragraphsOf, rowsOf } from "./reading.ts"
import { type PdfPage, pdfOf, ruled } from "./pdfs.ts"

const read = (...pages: ReadonlyArray<PdfPage>) => documentOf(pdfOf(pages))

const rows = [
  ["科目", "本年支出", null],
  [undefined, "基本支出", "项目支出"],
  ["201", "829.16", ""],
  ["合计", "1,096.83", "467.89"]
]
const expected = rows.map((row) => row.map((text) => text ?? null))
const table = { x: 60, y: 120, widths: [100, 120, 120], height: 20, rows }

const good = pdfOf([ruled(table)])

describe("画了线的表", () => {
  test.each([
    ["描边的线", false],
    ["填充的细条", true]
  ])("%s", async (_, thin) => {
    const document = await read(ruled(table, thin))
    expect(gridsOf(document).map(rowsOf)).toEqual([expected])
    const [grid] = gridsOf(document)
    expect(grid?.cells.find(({ text }) => text === "科目")).toMatchObject({ rowSpan: 2, columnSpan: 1 })
    expect(grid?.cells.find(({ text }) => text === "829.16")?.place).toEqual({
      page: 1,
      rectangle: { left: 160, top: 160, right: 280, bottom: 180 }
    })
    expect(paragraphsOf(document)).toEqual([])
  })

  test("裁剪用的路径不是线", async () => {
    const { texts = [], strokes = [] } = ruled(table)
    const clips = [[60, 120, 50, 80]] as const
    expect(gridsOf(await read({ texts, strokes, clips })).map(rowsOf)).toEqual([expected])
  })

  test("左右不封口的表，两边的栏也在", async () => {
    const { texts = [], strokes = [] } = ruled(table)
    const open = strokes.filter(([x, , width]) => width > 0 || (x > 60 && x < 400))
    expect(gridsOf(await read({ texts, strokes: open })).map(rowsOf)).toEqual([expected])
  })

  test("稍微出格的数字不被切开", async () => {
    const narrow = {
      ...table,
      widths: [100, 60, 60],
      rows: [
        ["项目", "甲", "乙"],
        ["货物", "", ""],
        ["工程", "1", "2"]
      ]
    }
    const { texts = [], strokes = [] } = ruled(narrow)
    const long = { x: 157, y: 153, text: "12,345,678.90" }
    const [grid] = gridsOf(await read({ texts: [...texts, long], strokes }))
    expect(grid && rowsOf(grid)[1]).toEqual(["货物", "12,345,678.90", ""])
  })

  test("单元格里折行的文字与数字合成一个", async () => {
    const { texts = [], strokes = [] } = ruled({
      ...table,
      height: 40,
      widths: [60, 42, 60],
      rows: [
        ["科目", "金额", "备注"],
        ["", "", ""]
      ]
    })
    const wrapped = [
      { x: 62, y: 172, text: "机关事业" },
      { x: 62, y: 184, text: "单位" },
      { x: 122, y: 172, text: "1,564.7" },
      { x: 122, y: 184, text: "1" },
      { x: 164, y: 172, text: "10" },
      { x: 164, y: 184, text: "20" }
    ]
    const [grid] = gridsOf(await read({ texts: [...texts, ...wrapped], strokes }))
    expect(grid && rowsOf(grid)[1]).toEqual(["机关事业单位", "1,564.71", "10 20"])
  })

  test("跨页的表是一张，重复的表头只算一次，被页切开的行是一行", async () => {
    const head = ["项目", "金额"]
    const part = (y: number, body: ReadonlyArray<ReadonlyArray<string>>) =>
      ruled({ x: 60, y, widths: [160, 80], height: 20, rows: [head, ...body] })
    const document = await read(
      {
        ...part(700, [
          ["一、外交支出", "1.00"],
          ["二、一般公共预算财政拨款收", "2.00"]
        ])
      },
      {
        ...part(60, [
          ["入", ""],
          ["合计", "3.00"]
        ])
      }
    )
    expect(gridsOf(document).map(rowsOf)).toEqual([
      [head, ["一、外交支出", "1.00"], ["二、一般公共预算财政拨款收入", "2.00"], ["合计", "3.00"]]
    ])
    expect(gridsOf(document)[0]?.cells.find(({ text }) => text === "3.00")?.place.page).toBe(2)
  })

  test("只有编码和金额的行，翻页后仍是两行", async () => {
    const head = ["科目", "本年支出", "项目支出"]
    const page = (...last: ReadonlyArray<string>) =>
      ruled({ ...table, rows: [head, ["201", "2.00", "0.00"], [...last]] })
    const [grid] = gridsOf(
      await read(page("2010129", "1.39", "0.00"), ruled({ ...table, rows: [head, ["2010130", "2.10", "0.00"]] }))
    )
    expect(grid && rowsOf(grid).slice(2)).toEqual([
      ["2010129", "1.39", "0.00"],
      ["2010130", "2.10", "0.00"]
    ])
  })

  test("编码和金额在页末断成两半的，是一行", async () => {
    const head = ["科目", "科目名称", "年初结转", "本年收入"]
    const page = (...last: ReadonlyArray<string>) =>
      ruled({ ...table, widths: [80, 100, 80, 80], rows: [head, [...last]] })
    const [grid] = gridsOf(await read(page("208080", "死亡抚恤", "0.0", "1,115.14"), page("1", "", "0", "")))
    expect(grid && rowsOf(grid).slice(1)).toEqual([["2080801", "死亡抚恤", "0.00", "1,115.14"]])
  })

  test("另一页上各行都合并了的栏，仍是原来的几栏", async () => {
    const part = (y: number, texts: ReadonlyArray<ReadonlyArray<string | null>>) =>
      ruled({ x: 60, y, widths: [40, 40, 80], height: 20, rows: texts })
    const split = ["201", "03", "1.00"]
    const document = await read(part(700, [["类", "款", "金额"], split]), part(60, [["20103", null, "2.00"]]))
    expect(gridsOf(document).map(rowsOf)).toEqual([[["类", "款", "金额"], split, ["20103", null, "2.00"]]])
    const reversed = await read(part(700, [["科目", null, "金额"]]), part(60, [split]))
    expect(gridsOf(reversed).map(rowsOf)).toEqual([[["科目", null, "金额"], split]])
  })

  test("中间隔着标题的是两张表", async () => {
    const title = { texts: [{ x: 200, y: 100, text: "支出决算表" }] }
    const second = ruled(table)
    const document = await read(ruled(table), { ...second, texts: [...title.texts, ...(second.texts ?? [])] })
    expect(document.blocks.map(({ _tag }) => _tag)).toEqual(["Grid", "Paragraph", "Grid"])
  })

  test("横排的页读正，位置仍在看到的页上", async () => {
    const document = await read({ ...ruled(table), rotate: 90 })
    expect(gridsOf(document).map(rowsOf)).toEqual([expected])
    const box = gridsOf(document)[0]?.place.rectangle
    expect(box).toEqual({ left: 642, top: 60, right: 722, bottom: 400 })
  })
})

describe("没有画线的表", () => {
  test("按对齐分栏", async () => {
    const line = (y: number, ...texts: ReadonlyArray<string>) =>
      texts.map((text, index) => ({ x: 60 + 150 * index, y, text }))
    const document = await read({
      texts: [
        ...line(100, "项目", "预算数", "决算数"),
        ...line(120, "货物", "1.00", "2.00"),
        ...line(140, "合计", "1.00", "2.00")
      ]
    })
    const [grid] = gridsOf(document)
    expect(grid?.bounded).toBe(false)
    expect(grid && rowsOf(grid)).toEqual([
      ["项目", "预算数", "决算数"],
      ["货物", "1.00", "2.00"],
      ["合计", "1.00", "2.00"]
    ])
  })
})

describe("文字", () => {
  /** Lines of 40 characters from the left margin at 60; the first of a paragraph is indented by two. */
  const first = "支出年初预算110.91万元，支出决算116.57万元，完成年初预算的105.10%，其中基本支出"
  const prose = (y: number, text: string, indented: boolean) => ({ x: indented ? 80 : 60, y, text })
  const full = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"

  test("折行的段落合成一段，首行缩进另起一段，标题不并入", async () => {
    const document = await read({
      texts: [
        { x: 60, y: 80, text: "三、支出决算情况说明", size: 14 },
        prose(110, full.slice(0, 38), true),
        prose(130, full, false),
        prose(150, "完成预算的82.39%。", false),
        prose(170, first, true),
        prose(190, "1.00万元。", false)
      ]
    })
    expect(paragraphsOf(document)).toEqual([
      "三、支出决算情况说明",
      `${full.slice(0, 38)}${full}完成预算的82.39%。`,
      `${first}1.00万元。`
    ])
    expect(document.blocks[1]?.place).toMatchObject({ page: 1, rectangle: { left: 60 } })
  })

  test("首行缩进的文里，满行的段落下面不缩进的标题另起一段，段落的下一行不另起", async () => {
    const ended = `${full.slice(0, 39)}。`
    const rest = `一、${full.slice(0, 24)}。`
    const document = await read({
      texts: [
        prose(110, full.slice(0, 38), true),
        prose(130, full, false),
        prose(150, rest, false),
        prose(170, full.slice(0, 38), true),
        prose(190, full, false),
        prose(210, ended, false),
        prose(230, "十、其他重要事项情况说明", false),
        prose(250, first, true),
        prose(270, "1.00万元。", false)
      ]
    })
    expect(paragraphsOf(document)).toEqual([
      `${full.slice(0, 38)}${full}${rest}`,
      `${full.slice(0, 38)}${full}${ended}`,
      "十、其他重要事项情况说明",
      `${first}1.00万元。`
    ])
  })

  test("各款带着金额的段落，没有逗号的一行也不是表", async () => {
    const lines = [
      "2021 年度基本支出 881.57 万元，其中：人员经费 769.15 万元，主要包括：基本",
      "工资 189.92 万元、津贴补贴 162.51 万元、奖金 133.05 万元、绩效工资 68.20 万元、机",
      "关事业单位基本养老保险缴费 64.80 万元、职业年金缴费 31.94 万元、其他工资福利支出",
      "118.73 万元。"
    ]
    const document = await read({ texts: lines.map((text, index) => prose(100 + index * 20, text, false)) })
    expect(document.blocks.filter(({ _tag }) => _tag === "Grid")).toEqual([])
    expect(paragraphsOf(document).join("")).toContain("津贴补贴162.51万元")
  })

  test("翻页的段落合成一段；页码不读，表上方的单位每页都读", async () => {
    const caption = { x: 60, y: 50, text: "部门：某局" }
    const number = (page: number) => ({ x: 290, y: 815, text: `- ${page} -` })
    const document = await read(
      { texts: [caption, prose(760, full.slice(0, 38), true), prose(780, full, false), number(1)] },
      { texts: [prose(60, "继续下去。", false), prose(80, full.slice(0, 38), true), number(2)] },
      { texts: [caption, number(3)] }
    )
    expect(paragraphsOf(document)).toEqual([
      "部门：某局",
      `${full.slice(0, 38)}${full}继续下去。`,
      full.slice(0, 38),
      "部门：某局"
    ])
  })

  test("一行上离得远的各成一段，目录行带着页码", async () => {
    const document = await read({
      texts: [
        { x: 60, y: 60, text: "部门名称：某局" },
        { x: 300, y: 60, text: "2024年度" },
        { x: 450, y: 60, text: "单位：万元" },
        { x: 60, y: 100, text: "第一部分概况" },
        { x: 500, y: 100, text: "1" },
        { x: 60, y: 120, text: "一、职责" },
        { x: 500, y: 120, text: "2" }
      ]
    })
    expect(paragraphsOf(document)).toEqual([
      "部门名称：某局",
      "2024年度",
      "单位：万元",
      "第一部分概况\t1",
      "一、职责\t2"
    ])
  })

  test("部首字是它代表的字", async () => {
    expect(paragraphsOf(await read({ texts: [{ x: 60, y: 60, text: "⽀出" }] }))).toEqual(["支出"])
  })

  test("斜着的水印不混进正文，但说到", async () => {
    const document = await read({
      texts: [{ x: 60, y: 60, text: "支出决算表" }],
      raw: "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <6837672C> Tj ET"
    })
    expect(paragraphsOf(document)).toEqual(["支出决算表"])
    expect(document.unread.map(({ text }) => text)).toEqual(["样本"])
  })
})

describe("同时做着别的事", () => {
  const page = (number: number): PdfPage => {
    const amounts = Array.from({ length: 30 }, (_, index) => [`2010${100 + index}`, `${number}.${10 + index}`, "0.00"])
    return ruled({ ...table, y: 60, rows: [["科目", "基本支出", "项目支出"], ...amounts] })
  }
  const whole = pdfOf(Array.from({ length: 60 }, (_, index) => page(index + 1)))

  test("进程别处占用大量内存，不算在一份好 PDF 的头上", async () => {
    const reading = documentOf(whole)
    await setTimeout(20)
    const elsewhere = Array.from({ length: 9 }, () => Buffer.alloc(50 * 1024 * 1024, 1))
    const document = await reading
    expect(elsewhere).toHaveLength(9)
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([1 + 60 * 30])
  })

  test("几份一起读，与一份一份读相同", async () => {
    const files = [pdfOf([page(1)]), pdfOf([page(2)]), good, pdfOf([page(3), page(4)])]
    const together = await Promise.all(files.map((file) => documentOf(file)))
    for (const [index, file] of files.entries()) expect(together[index]).toEqual(await documentOf(file))
  })
})

describe("读不了的 PDF", () => {
  test("损坏、只有开头、没有内容的，说明原因", async () => {
    expect(await codesOf(bytesOf("%PDF-1.4\n%%EOF"))).toEqual(["FileDamaged"])
    expect(await codesOf(pdfOf([{}]))).toEqual(["NothingToRead"])
  })

  test("截断的文件读出的部分附有说明", async () => {
    const cut = await documentOf(good.subarray(0, good.length - 10))
    expect(cut.unread.map(({ text }) => text)).toContain("%%EOF")
  })

  test("只有图片的页是扫描件：个别的页说明，全部如此的不读", async () => {
    const image = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u00ff EI Q"
    expect(await codesOf(pdfOf([{ raw: image }]))).toEqual(["PdfScanned"])
    const mixed = await read({ raw: image }, ruled(table))
    expect(mixed.unread.map(({ place }) => place.page)).toEqual([1])
  })

  test("页数过多的不读", async () => {
    expect(await codesOf(pdfOf(Array.from({ length: 1_001 }, () => ({}))))).toEqual(["TooManyPages"])
  })
})
