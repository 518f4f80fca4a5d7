/** 读文字文件: tables with merged cells, automatic numbers, text boxes, tracked changes, notes; files that mean harm. */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from "docx"
import { describe, expect, test } from "vitest"
import { documentParts, type Entry, zipped } from "./archives.ts"
import { codesOf, documentOf, gridsOf, paragraphsOf, rowsOf } from "./reading.ts"

const bodyOf = (body: string, others: ReadonlyArray<Entry> = []) => documentOf(zipped(documentParts(body, others)))
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (text: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const row = (...cells: ReadonlyArray<string>) => `<w:tr>${cells.join("")}</w:tr>`

describe("字处理软件写出的文件", () => {
  test("标题、段落和合并了单元格的表", async () => {
    const entry = (text: string, merge: object = {}) => new TableCell({ children: [new Paragraph(text)], ...merge })
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: "第二部分 决算表", heading: HeadingLevel.HEADING_1 }),
            new Table({
              rows: [
                new TableRow({
                  children: [
                    entry("科目", { verticalMerge: VerticalMergeType.RESTART }),
                    entry("本年支出", { columnSpan: 2 })
                  ]
                }),
                new TableRow({
                  children: [
                    entry("", { verticalMerge: VerticalMergeType.CONTINUE }),
                    entry("基本支出"),
                    entry("项目支出")
                  ]
                }),
                new TableRow({ children: [entry("201"), entry("829.16"), entry("")] })
              ]
            }),
            new Paragraph({
              children: [new TextRun("支出"), new TextRun({ text: "1,564.71", bold: true }), new TextRun("万元。")]
            })
          ]
        }
      ]
    })
    const read = await documentOf(new Uint8Array(await Packer.toBuffer(document)))
    expect(read.format).toBe("docx")
    expect(read.blocks[0]).toMatchObject({ text: "第二部分 决算表", heading: 1 })
    expect(gridsOf(read).map(rowsOf)).toEqual([
      [
        ["科目", "本年支出", null],
        [null, "基本支出", "项目支出"],
        ["201", "829.16", ""]
      ]
    ])
    expect(gridsOf(read)[0]?.cells[0]).toMatchObject({ rowSpan: 2, columnSpan: 1 })
    expect(paragraphsOf(read)[1]).toBe("支出1,564.71万元。")
  })
})

describe("看得见的文字", () => {
  test("删去的不读，插入的读；段落标记删去的与下一段相连；隐藏的不读", async () => {
    const document = await bodyOf(
      `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run("新")}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>` +
        `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("增长")}</w:p>${paragraph("17.99%。")}`
    )
    expect(paragraphsOf(document)).toEqual(["新", "增长17.99%。"])
  })

  test("文本框只读一次", async () => {
    const box = `<w:txbxContent>${paragraph("框内")}</w:txbxContent>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    expect(paragraphsOf(await bodyOf(`<w:p>${run("框外")}<w:r>${both}</w:r></w:p>`))).toEqual(["框外", "框内"])
  })

  test("自动编号写出来，同一列表接着数", async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">${level(0, "chineseCountingThousand", "%1、")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%3.")}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
    const styled = (text: string, style: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`)
    const document = await bodyOf(
      styled("收入情况", "H1") +
        styled("总体", "H2") +
        styled("具体", "H2") +
        paragraph("分项", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr>') +
        styled("支出情况", "H1") +
        styled("总体", "H2") +
        paragraph("正文", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      [
        { name: "word/styles.xml", content: styles },
        { name: "word/numbering.xml", content: numbering }
      ]
    )
    expect(paragraphsOf(document)).toEqual([
      "一、收入情况",
      "（一）总体",
      "（二）具体",
      "1.分项",
      "二、支出情况",
      "（一）总体",
      "正文"
    ])
    expect(document.blocks.map((block) => (block._tag === "Paragraph" ? block.heading : undefined))).toEqual([
      1,
      2,
      2,
      undefined,
      1,
      2,
      undefined
    ])
  })

  test("脚注在最后，图片说明没有读", async () => {
    const document = await bodyOf(
      `<w:p>${run("收入")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing><pic:cNvPr xmlns:pic="p" descr="表的截图"/></w:drawing></w:r></w:p>${paragraph("完")}`,
      [
        {
          name: "word/footnotes.xml",
          content: `<w:footnotes xmlns:w="w"><w:footnote w:id="2">${paragraph("含上年结转。")}</w:footnote></w:footnotes>`
        }
      ]
    )
    expect(paragraphsOf(document)).toEqual(["收入", "完", "含上年结转。"])
    expect(document.unread.map(({ text }) => text)).toEqual(["表的截图"])
  })

  test("存有分页的文件记得页码", async () => {
    const broken = `<w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p>`
    const document = await bodyOf(paragraph("一") + broken)
    expect(document.pages).toBe(2)
    expect(document.blocks.map(({ place }) => place.page)).toEqual([1, 2])
  })
})

describe("表", () => {
  test("错开的行、删去的行、单元格里的表", async () => {
    const inner = `<w:tbl>${row(cell("内"), cell("1"))}</w:tbl>`
    const document = await bodyOf(
      `<w:tbl>${row(cell("甲"), cell("乙"), cell("丙"))}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("丁", '<w:gridSpan w:val="2"/>')}</w:tr>` +
        `<w:tr><w:trPr><w:del/></w:trPr>${cell("删")}</w:tr>${row(cell("戊"), `<w:tc>${inner}${paragraph("见")}</w:tc>`, cell("己"))}</w:tbl>`
    )
    expect(gridsOf(document).map(rowsOf)).toEqual([
      [
        ["甲", "乙", "丙"],
        [null, "丁", null],
        ["戊", "见", "己"]
      ],
      [["内", "1"]]
    ])
  })

  test("单个单元格的表是框，其中的段落和表都读", async () => {
    const document = await bodyOf(
      `<w:tbl>${row(`<w:tc>${paragraph("框内文字")}<w:tbl>${row(cell("甲"), cell("1"))}</w:tbl></w:tc>`)}</w:tbl>`
    )
    expect(document.blocks.map(({ _tag }) => _tag)).toEqual(["Paragraph", "Grid"])
  })
})

describe("读不了的文件", () => {
  const document = (content: string): Uint8Array =>
    zipped([
      ...documentParts("").filter(({ name }) => name !== "word/document.xml"),
      { name: "word/document.xml", content }
    ])

  test.each([
    ["DOCTYPE", document("<!DOCTYPE w><w:document/>"), "XmlHostile"],
    ["嵌套过深", document("<w:tbl>".repeat(5_000)), "XmlHostile"],
    ["没有写完", document('<w:document xmlns:w="w"><w:body><w:p>'), "FileDamaged"],
    [
      "不是 UTF-8",
      zipped(documentParts("").map((part) => ({ ...part, content: Uint8Array.of(0x3c, 0xff, 0xc0) }))),
      "FileDamaged"
    ],
    ["没有内容", zipped(documentParts("")), "NothingToRead"]
  ])("%s", async (_, bytes, code) => {
    expect(await codesOf(bytes)).toEqual([code])
  })
})
