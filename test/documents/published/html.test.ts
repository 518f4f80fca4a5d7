/** 读网页: tables with merged cells, pages framed by tables, headings, lists, what is hidden and what is embedded. */
import { describe, expect, test } from "vitest"
import { bytesOf, codesOf, documentOf, gridsOf, paragraphsOf, rowsOf } from "./reading.ts"

const page = (body: string) =>
  documentOf(bytesOf(`<!DOCTYPE html><html><head><title>题</title></head><body>${body}</body></html>`))

const table = `<table><caption>收入决算表</caption>
  <tr><th rowspan="2">科目</th><th colspan="2">本年支出</th></tr>
  <tr><th>基本支出</th><th>项目<br>支出</th></tr>
  <tr><td>201</td><td>829.16</td><td>&nbsp;</td></tr>
</table>`

describe("网页里的表", () => {
  test("合并的单元格只在左上角，带着跨度", async () => {
    const document = await page(table)
    const [grid] = gridsOf(document)
    expect(grid && rowsOf(grid)).toEqual([
      ["科目", "本年支出", null],
      [null, "基本支出", "项目支出"],
      ["201", "829.16", ""]
    ])
    expect(grid?.cells.slice(0, 2).map(({ columnSpan, rowSpan }) => [rowSpan, columnSpan])).toEqual([
      [2, 1],
      [1, 2]
    ])
    expect(paragraphsOf(document)).toEqual(["收入决算表"])
  })

  test("跨行的单元格把下一行的挤到右边", async () => {
    const [grid] = gridsOf(
      await page("<table><tr><td>甲</td><td rowspan=2>乙</td><td>丙</td></tr><tr><td>丁</td><td>戊</td></tr></table>")
    )
    expect(grid && rowsOf(grid)).toEqual([
      ["甲", "乙", "丙"],
      ["丁", null, "戊"]
    ])
  })

  test("只作版面用的表不是表，其中的段落和表都读到", async () => {
    const document = await page(
      `<table><tr><td>导航</td><td><h1>决算公开</h1><p>收入5.00万元。</p>${table}</td></tr></table>`
    )
    expect(paragraphsOf(document)).toEqual(["导航", "决算公开", "收入5.00万元。", "收入决算表"])
    expect(gridsOf(document).map(({ columns, rows }) => [rows, columns])).toEqual([[3, 3]])
  })

  test("数据表的单元格里的表另成一张，文字不重复", async () => {
    const inner = "<table><tr><td>内一</td><td>1</td></tr><tr><td>内二</td><td>2</td></tr></table>"
    const rows = "<tr><td>甲</td><td>1.00</td></tr><tr><td>乙</td><td>2.00</td></tr>"
    const grids = gridsOf(await page(`<table>${rows}<tr><td>丙</td><td>见下${inner}</td></tr></table>`))
    expect(grids.map(rowsOf)).toEqual([
      [
        ["甲", "1.00"],
        ["乙", "2.00"],
        ["丙", "见下"]
      ],
      [
        ["内一", "1"],
        ["内二", "2"]
      ]
    ])
  })

  test("说不通的跨度不撑爆内存", async () => {
    const row = '<tr><td rowspan="65534" colspan="100000">1</td><td rowspan="0">2</td></tr>'
    expect(await codesOf(bytesOf(`<html><table>${row.repeat(300)}</table></html>`))).toEqual(["TablesTooLarge"])
  })
})

describe("网页里的文字", () => {
  test("标题有级别，段落合并行内标签，汉字之间的换行不是空格", async () => {
    const { blocks } = await page("<h2>三、支出</h2><p>支出<b>1,564.71</b>\n万元，\n占比<i>70.10%</i>。<br>第二段</p>")
    expect(blocks.map((block) => (block._tag === "Paragraph" ? [block.heading, block.text] : []))).toEqual([
      [2, "三、支出"],
      [undefined, "支出1,564.71 万元，占比70.10%。"],
      [undefined, "第二段"]
    ])
  })

  test("看不见的不读", async () => {
    const hidden = '<p style="display:none">甲</p><p hidden>乙</p><script>丙</script><!-- 丁 --><p>戊</p>'
    expect(paragraphsOf(await page(hidden))).toEqual(["戊"])
  })

  test("有序列表带着看得见的序号", async () => {
    expect(paragraphsOf(await page("<ol start=3><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>"))).toEqual([
      "3.甲",
      "4.乙",
      "丙"
    ])
  })

  test("预排的文字按文本读", async () => {
    expect(gridsOf(await page("<pre>项目\t金额\n货物\t1.00\n</pre>")).map(rowsOf)).toEqual([
      [
        ["项目", "金额"],
        ["货物", "1.00"]
      ]
    ])
  })

  test("嵌入的附件和大图说明没有读，小图标不提", async () => {
    const { unread } = await page(
      '<p>甲</p><iframe src="a.pdf"></iframe><img width=600 height=400 alt="公开01表"><img width=16 height=16>'
    )
    expect(unread.map(({ text }) => text)).toEqual(["iframe a.pdf", "公开01表"])
  })
})

describe("网页的编码与限度", () => {
  test("按 meta 所说的 GBK 读，坏字节说明有几个", async () => {
    const head = bytesOf('<html><head><meta charset="gb2312"></head><body><p>')
    const gbk = Uint8Array.from([...head, 0xd6, 0xa7, 0xb3, 0xf6])
    expect(paragraphsOf(await documentOf(gbk))).toEqual(["支出"])
    const damaged = await documentOf(Uint8Array.from([...gbk, 0xff, 0x20, ...bytesOf("</html>")]))
    expect(paragraphsOf(damaged)[0]).toMatch(/^支出/u)
    expect(damaged.unread.length).toBe(1)
  })

  test("没有结尾的网页，没有结尾的表，说明可能不完整", async () => {
    const row = "<tr><td>项目</td><td>金额</td></tr>"
    for (const cut of [`<html><body><table>${row}</table><p>支出`, `<table>${row}`]) {
      const { unread } = await documentOf(bytesOf(cut))
      expect(unread.map(({ text }) => text)).toEqual(["</html>"])
    }
    expect((await documentOf(bytesOf(`<table>${row}</table>`))).unread).toEqual([])
  })

  test("嵌套过深的网页不读", async () => {
    expect(await codesOf(bytesOf(`<html>${"<div>".repeat(100_000)}`))).toEqual(["PageHostile"])
    expect(await codesOf(bytesOf(`<html><p>${"<b id=1><i>".repeat(50_000)}`))).toEqual(["PageHostile"])
  })
})
