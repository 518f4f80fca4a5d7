/** A published PDF of thirty pages for the benchmarks: half tables and half text, as disclosures are, or all tables. */
import { type PdfPage, pdfOf, ruled } from "../test/documents/published/pdfs.ts"

export const pages = 30
export const rows = 34

const row = (page: number, index: number): ReadonlyArray<string> => [
  String(2_010_301 + index),
  `其他一般公共服务支出之${index}`,
  `${page * 31 + index}.${String(index + 10)}`,
  `${page * 17 + index}.05`,
  ""
]

const table = (number: number): PdfPage => {
  const body = Array.from({ length: rows }, (_, index) => row(number, index))
  const head = ["科目代码", "科目名称", "合计", "基本支出", "项目支出"]
  const ruling = ruled({ x: 60, y: 90, widths: [70, 180, 70, 70, 70], height: 20, rows: [head, ...body] })
  const title = { x: 230, y: 60, text: `支出决算表之${number}`, size: 16 }
  return { ...ruling, texts: [title, ...(ruling.texts ?? [])] }
}

const sentence = "年度收入总计一千五百六十四万元，比上年减少，主要原因是项目支出较上年减少。"

const prose = (number: number): PdfPage => ({
  texts: Array.from({ length: rows }, (_, index) => ({
    x: 60,
    y: 70 + 21 * index,
    text: `${number + index}${sentence}`,
    size: 12
  }))
})

/** Every `every`-th page is a table, the others are running text. */
export const pdfWithTables = (every: 1 | 2): Uint8Array =>
  pdfOf(Array.from({ length: pages }, (_, index) => (index % every === 0 ? table(index + 1) : prose(index + 1))))
