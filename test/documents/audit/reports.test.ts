/** 审核报告 as CSV, workbook, page and marked PDF: every finding with its place, nothing of the document taken for code. */
import { PDFDocument, PDFName, degrees } from "@cantoo/pdf-lib"
import { Workbook } from "@cj-tech-master/excelts"
import {
  auditPage,
  auditText,
  auditWorkbook,
  findingsSheet,
  markedPdf,
  receiptsSheet,
  sheetCsv,
  unreadSheet
} from "@juesuan/documents"
import { type PublishedDisclosure, printedCellText } from "@juesuan/domain"
import type { AuditReport, Finding } from "@juesuan/rules"
import stringWidth from "string-width"
import { describe, expect, it } from "vitest"

const hostile = '=HYPERLINK("http://x")<script>alert(1)</script>\u202E'

const failing: Finding = {
  rule: "national.expenditure.across",
  severity: "error",
  message: { zh: `支出决算表“2010306”：${hostile}`, en: `row 2010306: ${hostile}` },
  cause: { kind: "dropped-digit", label: { zh: "漏了一位数字", en: "a digit was dropped" }, certainty: "possible" },
  where: [
    {
      table: "公开03",
      row: "2010306",
      column: "本年支出合计",
      page: 2,
      rectangle: { left: 100, top: 200, right: 160, bottom: 212 },
      address: "expenditure/2010306/expenditure-of-year"
    }
  ],
  expected: "962.12 万元",
  found: "92.12 万元",
  difference: "-870.00 万元",
  tolerance: "0.015 万元",
  basis: { zh: "四舍五入，2 项相加", en: "rounding, 2 terms" }
}

const quoted: Finding = {
  rule: "national.claim.growth",
  severity: "warning",
  message: { zh: "增长率与增减额不符", en: "the rate does not follow from the amounts" },
  where: [{ section: "一、收入支出决算总体情况说明", quote: "下降 21.74%", page: 3 }]
}

const counts = { pass: 3, rounding: 0, fail: 1, "not-applicable": 0, "insufficient-data": 0 }

const report: AuditReport = {
  document: {
    files: [{ name: "决算.pdf", format: "pdf", pages: 3 }],
    unit: "某县行政审批局",
    year: 2024,
    ruleSet: { id: "national-2020", label: "全国", chosenBy: "default" },
    tables: [{ id: "公开03", title: "支出决算表", recognised: true }],
    paragraphs: 1,
    evaluations: []
  },
  verdict: "fail",
  coverage: {
    cells: { read: 1, judged: 1 },
    claims: { read: 1, judged: 1 },
    rules: { ...counts, fail: 1, pass: 0 }
  },
  receipts: [
    {
      rule: failing.rule,
      outcome: "fail",
      counts,
      label: { zh: "各栏之和", en: "Sum of the columns" },
      kind: "identity",
      strength: "hard"
    }
  ],
  findings: [failing, quoted],
  unread: [{ text: "O.68", reason: { zh: "不是数字", en: "no number" }, place: { page: 2 } }]
}

const document: PublishedDisclosure = {
  files: report.document.files,
  unit: report.document.unit,
  year: 2024,
  tables: [
    {
      id: "公开03",
      title: "支出决算表",
      meaning: "expenditure",
      unit: undefined,
      columns: [
        { key: "本年支出合计", label: "本年支出合计", headings: [], number: 1, meaning: "expenditure-of-year" },
        { key: "基本支出", label: "基本支出", headings: [], number: 2, meaning: "expenditure.basic" }
      ],
      rows: [
        {
          key: "2010306",
          label: hostile,
          code: "2010306",
          meaning: "2010306",
          place: {},
          cells: {
            本年支出合计: { printed: printedCellText("92.12", "万元"), place: { page: 2 } },
            基本支出: { printed: printedCellText("829.16", "万元"), place: { page: 2 } }
          }
        }
      ],
      statedEmpty: undefined,
      notes: [],
      unread: [],
      place: { page: 2 }
    }
  ],
  narrative: [
    {
      headings: ["第三部分", "一、收入支出决算总体情况说明"],
      text: "与上年相比减少 434.67 万元，下降 21.74%，主要原因是项目减少。",
      place: { page: 3 }
    }
  ],
  evaluations: [],
  unread: []
}

describe("审核报告", () => {
  it("CSV：一行一条发现，表头固定，文字不会被当作公式", () => {
    const csv = sheetCsv(findingsSheet(report, "zh"))
    const [head, ...lines] = csv.trim().split("\r\n")
    expect(head).toBe("severity,rule,message,cause,where,found,expected,difference,tolerance,basis")
    expect(lines).toHaveLength(2)
    expect(csv).toContain("公开03 · 2010306 · 本年支出合计（第 2 页）")
    expect(csv).toContain("漏了一位数字（可能）")
    const started: AuditReport = { ...report, unread: [{ ...report.unread[0]!, text: "=1+1" }] }
    expect(sheetCsv(unreadSheet(started, "zh"))).toContain("'=1+1")
  })

  it("每条规则的回执都在，各种结果的处数分开", () => {
    expect(receiptsSheet(report, "en").rows).toEqual([
      ["national.expenditure.across", "Sum of the columns", "identity", "fails", "3", "0", "1", "0", "0", null]
    ])
  })

  it("工作簿：三张表页读回来一字不差，没有公式", async () => {
    const workbook = new Workbook()
    await workbook.xlsx.load(auditWorkbook(report, "zh"))
    const page = workbook.getWorksheet("发现")
    expect(page?.rowCount).toBe(3)
    expect(page?.getRow(2).getCell(3).value).toBe(failing.message.zh)
    const found: Array<unknown> = []
    for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.formula)))
    expect(found.filter((formula) => formula !== undefined)).toEqual([])
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["审核报告", "发现", "规则回执", "没有读懂的内容"])
  })

  it.each([40, 60, 80, 120])("终端 %i 栏：不超宽，行首没有逗号句号；长的引文留下所说的数", (width) => {
    const sentence = `${"本年度机构改革，职能有所调整，".repeat(12)}支出比上年下降21.74%，${"主要是项目减少，".repeat(12)}`
    const long: Finding = { ...quoted, found: "21.74%", where: [{ section: "一、总体情况说明", quote: sentence }] }
    const lines = auditText({ ...report, findings: [failing, long] }, "zh", { width }).split("\n")
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([])
    expect(lines.filter((line) => /^\s*[，。；：、）]/u.test(line))).toEqual([])
    expect(lines.join("").replaceAll(/\s/gu, "")).toMatch(/“….*21\.74%.*…”/u)
    expect(lines.join("\n")).not.toContain("\u202E")
  })

  it("网页：发现标在所在的单元格和句子上，互相链接；文件里的内容不会成为标记", () => {
    const html = auditPage(report, document, "zh")
    expect(html).toContain('<td class="amount error">92.12<sup><a href="#f1" id="p1">1</a></sup></td>')
    expect(html).toContain('<td class="amount">829.16</td>')
    expect(html).toContain('<mark class="warning">下降 21.74%</mark><sup><a href="#f2" id="p2">2</a></sup>')
    expect(html).toContain('id="f1"')
    expect(html).toContain('href="#p1"')
    expect(html).not.toContain("<script")
    expect(html).not.toContain("\u202E")
    expect(html).toContain("default-src 'none'")
    expect(auditPage(report, document, "en")).toContain("The document as read")
  })

  it.each([0, 90, 180, 270])("PDF：页面转了 %i 度，方框仍落在读者看到的地方", async (angle) => {
    const made = await PDFDocument.create()
    for (let page = 0; page < 3; page += 1) made.addPage([595, 842]).setRotation(degrees(angle))
    const bytes = await made.save()
    const marked = await markedPdf({ name: "决算.pdf", bytes }, report.findings, "zh")
    const page = (await PDFDocument.load(marked ?? new Uint8Array())).getPages()[1]
    const annotation = page?.node.Annots()?.lookup(0)
    const rect = String((annotation as unknown as { get: (name: PDFName) => unknown }).get(PDFName.of("Rect")))
    const expected = {
      0: "[ 98.5 628.5 161.5 643.5 ]",
      90: "[ 198.5 98.5 213.5 161.5 ]",
      180: "[ 433.5 198.5 496.5 213.5 ]",
      270: "[ 381.5 680.5 396.5 743.5 ]"
    }[angle]
    expect(rect).toBe(expected)
    expect(await markedPdf({ name: "另一份.pdf", bytes }, [quoted], "zh")).toBeUndefined()
  })
})
