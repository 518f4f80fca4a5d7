/** 读表格文件: cells as they are shown, merged ranges, titles and notes, what is hidden; archives and XML that mean harm. */
import { Workbook } from "@cj-tech-master/excelts"
import { describe, expect, test } from "vitest"
import { type Entry, workbookParts, zipped } from "./archives.ts"
import { codesOf, documentOf, gridsOf, paragraphsOf, rowsOf } from "./reading.ts"

const sheetOf = (rows: string, others: ReadonlyArray<Entry> = []) => documentOf(zipped(workbookParts(rows, others)))

/** One row of numbers, each with its own format; a second row keeps it a table. */
const shown = async (cells: ReadonlyArray<readonly [string, string]>): Promise<ReadonlyArray<string>> => {
  const styles = `<styleSheet><numFmts>${cells
    .map(([, code], index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`)
    .join(
      ""
    )}</numFmts><cellXfs>${cells.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join("")}</cellXfs></styleSheet>`
  const row = cells.map(([value], index) => `<c s="${index}"><v>${value}</v></c>`).join("")
  const marks = cells.map(() => '<c t="str"><v>x</v></c>').join("")
  const document = await sheetOf(`<sheetData><row>${row}</row><row>${marks}</row></sheetData>`, [
    { name: "xl/styles.xml", content: styles }
  ])
  const [grid] = gridsOf(document)
  return grid === undefined ? [] : (rowsOf(grid)[0] ?? []).map((text) => text ?? "")
}

describe("表格软件写出的工作簿", () => {
  test("列宽不是图片：有图片的表才说有图片没读", async () => {
    const rows = "<sheetData><row><c><v>1</v></c></row></sheetData>"
    const wide = await sheetOf(`<cols><col min="1" max="3" width="20" customWidth="1"/></cols>${rows}`)
    expect(wide.unread).toEqual([])
    const drawn = await sheetOf(`${rows}<drawing/>`)
    expect(drawn.unread.map(({ aside, reason }) => [aside, reason.zh])).toEqual([
      [true, "工作表上的图片、图表或文本框，没有读"]
    ])
  })

  test("标题、单位成段，表成格，注在后；合并、隐藏的表都说到", async () => {
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet("公开01表")
    sheet.addRow(["收入决算表"])
    sheet.mergeCells("A1:C1")
    sheet.addRow(["部门：某局", "", "单位：万元"])
    sheet.addRow(["项目", "决算数", ""])
    sheet.mergeCells("B3:C3")
    sheet.addRow(["", "本年", "上年"])
    sheet.mergeCells("A3:A4")
    sheet.addRow(["货物", 1564.71, null])
    sheet.getCell("B5").numFmt = "#,##0.00"
    sheet.addRow(["合计", { formula: "SUM(B5:B5)", result: 1564.71 }, 2])
    sheet.addRow(["注：本表反映收入。"])
    workbook.addWorksheet("底稿", { state: "hidden" }).addRow(["合计", 12.34])
    workbook.addWorksheet("HIDDENSHEETNAME", { state: "hidden" }).addRow(["ERRANGE_O="])
    const document = await documentOf(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(document.format).toBe("xlsx")
    expect(paragraphsOf(document)).toEqual(["收入决算表", "部门：某局", "单位：万元", "注：本表反映收入。"])
    expect(gridsOf(document).map(rowsOf)).toEqual([
      [
        ["项目", "决算数", null],
        [null, "本年", "上年"],
        ["货物", "1,564.71", ""],
        ["合计", "1564.71", "2"]
      ]
    ])
    expect(gridsOf(document)[0]?.place).toEqual({ sheet: "公开01表", line: 3 })
    expect(document.unread.map(({ aside = false, text }) => [text, aside])).toEqual([
      ["底稿", false],
      ["HIDDENSHEETNAME", true]
    ])
  })
})

describe("单元格显示的样子", () => {
  test("按格式显示，四舍五入看得见", async () => {
    expect(
      await shown([
        ["1564.7100000000001", "General"],
        ["0.1", "General"],
        ["-0.5", "General"],
        ["1.25", "0.0"],
        ["0.285", "0.00"],
        ["1.005", "0.00"],
        ["1234567.891", "#,##0.00"],
        ["-1234.5", "#,##0.00;[Red]-#,##0.00"],
        ["-1234.5", "#,##0.00_);[Red](#,##0.00)"],
        ["0", "#,##0.00;-#,##0.00;"],
        ["0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
        ["0.5692", "0.00%"],
        ["15647103.21", '0.00,"千元"'],
        ["1.5E-3", "0.0000"],
        ["-0.001", "0.00"],
        ["12", '0"人次"']
      ])
    ).toEqual([
      "1564.71",
      "0.1",
      "-0.5",
      "1.3",
      "0.29",
      "1.01",
      "1,234,567.89",
      "-1,234.50",
      "-1,234.50",
      "",
      "-",
      "56.92%",
      "15647.10千元",
      "0.0015",
      "0.00",
      "12人次"
    ])
  })

  test("日期", async () => {
    expect(
      await shown([
        ["45657", 'yyyy"年"m"月"d"日"'],
        ["45657", "yyyy-mm-dd"],
        ["45657.75", "yyyy/m/d h:mm"]
      ])
    ).toEqual(["2024年12月31日", "2024-12-31", "2024/12/31 18:00"])
  })

  test("共享的、内嵌的、带格式的文字，逻辑值与错误值", async () => {
    const shared = '<sst><si><r><t>收</t></r><r><t>入</t></r><rPh sb="0" eb="1"><t>shou</t></rPh></si></sst>'
    const row = `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>支出</t></is></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>`
    const [grid] = gridsOf(
      await sheetOf(`<sheetData>${row}${row}</sheetData>`, [{ name: "xl/sharedStrings.xml", content: shared }])
    )
    expect(grid && rowsOf(grid)[0]).toEqual(["收入", "支出", "TRUE", "#REF!"])
  })

  test("隐藏的行列不读但说明，公式没有结果的说明", async () => {
    const document = await sheetOf(
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>' +
        '<row r="1"><c r="A1" t="str"><v>项目</v></c><c r="B1" t="str"><v>藏</v></c><c r="C1" t="str"><v>数</v></c></row>' +
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>' +
        '<row r="3"><c r="A3" t="str"><v>合计</v></c><c r="C3"><f>A1</f></c></row></sheetData>'
    )
    expect(gridsOf(document).map(rowsOf)).toEqual([
      [
        ["项目", "数"],
        ["合计", "\uFFFD"]
      ]
    ])
    expect(paragraphsOf(document)).toEqual([])
    expect(document.unread.map(({ text }) => text)).toEqual(["2", "C3"])
  })

  test("一张工作表上的两张表分开", async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`
    const table = `${cell("项目")}${cell("金额")}`
    const document = await sheetOf(
      `<sheetData><row r="1">${cell("表一")}</row><row r="2">${table}</row><row r="3">${table}</row>` +
        `<row r="5">${cell("表二")}</row><row r="6">${table}</row><row r="7">${table}</row></sheetData>`
    )
    expect(document.blocks.map(({ _tag }) => _tag)).toEqual(["Paragraph", "Grid", "Paragraph", "Grid"])
  })
})

describe("有害的文件", () => {
  const empty = "<sheetData/>"
  const big = Buffer.alloc(40 * 1024 * 1024, "<!-- -->")
  const many = Array.from({ length: 5_000 }, (_, index): Entry => ({ name: `n${index}`, content: "" }))
  const xml = (content: string): Uint8Array =>
    zipped([
      ...workbookParts(empty).filter(({ name }) => !name.includes("sheet1")),
      { name: "xl/worksheets/sheet1.xml", content }
    ])

  test.each([
    ["解压后过大", () => zipped(workbookParts(empty, [{ name: "a", content: big }])), "ArchiveHostile"],
    ["条目过多", () => zipped([...workbookParts(empty), ...many]), "ArchiveHostile"],
    ["大小不实", () => zipped(workbookParts(empty).map((part) => ({ ...part, saysLength: 40 }))), "ArchiveHostile"],
    ["互相重叠", () => zipped(workbookParts(empty, [{ name: "a", content: "x", saysStart: 0 }])), "ArchiveHostile"],
    ["同名两次", () => zipped([...workbookParts(empty), ...workbookParts(empty)]), "ArchiveHostile"],
    ["有密码的条目", () => zipped(workbookParts(empty).map((part) => ({ ...part, flags: 1 }))), "FileEncrypted"],
    ["DOCTYPE", () => xml('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'), "XmlHostile"],
    ["没有声明的实体", () => xml("<worksheet>&a;</worksheet>"), "FileDamaged"],
    ["嵌套过深", () => xml("<a>".repeat(10_000)), "XmlHostile"],
    ["没有写完", () => xml("<worksheet><sheetData>"), "FileDamaged"],
    ["缺工作表", () => zipped(workbookParts(empty).filter(({ name }) => !name.includes("sheet1"))), "FileDamaged"],
    ["截断", () => zipped(workbookParts(empty)).subarray(0, 600), "FileDamaged"]
  ])("%s：拒绝得快", async (_, make, code) => {
    const bytes = make()
    const started = performance.now()
    expect(await codesOf(bytes)).toEqual([code])
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  test("其他压缩的文件说明怎么办", async () => {
    expect(await codesOf(zipped([{ name: "OFD.xml", content: "" }]))).toEqual(["FormatOther"])
    expect(await codesOf(zipped([{ name: "xl/workbook.bin", content: "" }]))).toEqual(["FormatOther"])
    expect(await codesOf(zipped([{ name: "a.txt", content: "x" }]))).toEqual(["FormatArchive"])
  })

  test("天边的单元格和铺满全表的合并不撑爆内存", async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row>'
    const sheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>${far}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`
    expect(await codesOf(zipped(workbookParts(sheet)))).toEqual(["TablesTooLarge"])
  })
})
