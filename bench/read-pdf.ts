/** Reading a published PDF of thirty pages, half tables and half text, against what pdf.js alone takes for its text. */
import { fileURLToPath } from "node:url"
import { readRaw } from "@juesuan/documents"
import * as Result from "effect/Result"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import { type PdfPage, pdfOf, ruled } from "../test/documents/published/pdfs.ts"

const maps = fileURLToPath(new URL("cmaps/", import.meta.resolve("pdfjs-dist/package.json")))
const rounds = 9
const pages = 30
const rows = 34

const row = (page: number, index: number): ReadonlyArray<string> => [
  String(2_010_301 + index),
  `其他一般公共服务支出之${index}`,
  `${page * 31 + index}.${String(index + 10)}`,
  `${page * 17 + index}.05`,
  ""
]

/** Every other page is a table, the others are running text, as disclosures are. */
const isTable = (number: number): boolean => number % 2 === 1

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

const file = pdfOf(
  Array.from({ length: pages }, (_, index) => (isTable(index + 1) ? table(index + 1) : prose(index + 1)))
)

/** The text of every page, as pdf.js gives it. */
const textAlone = async (): Promise<number> => {
  const task = getDocument({
    data: Uint8Array.from(file),
    cMapUrl: maps,
    cMapPacked: true,
    disableFontFace: true,
    verbosity: 0
  })
  const document = await task.promise
  let items = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent()
    items += content.items.length
  }
  await task.destroy()
  return items
}

const whole = async (): Promise<number> => {
  const { blocks } = Result.getOrThrow(await readRaw({ name: "bench.pdf", bytes: file }))
  return blocks.reduce((sum, block) => sum + (block._tag === "Grid" ? block.rows : 0), 0)
}

const seconds = async (work: () => Promise<number>, expected: (found: number) => boolean): Promise<number> => {
  const started = process.hrtime.bigint()
  if (!expected(await work())) throw new Error("it did not read what the file holds")
  return Number(process.hrtime.bigint() - started) / 1e9
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const wholes: Array<number> = []
const alones: Array<number> = []
for (let round = 0; round <= rounds; round += 1) {
  const one = await seconds(whole, (found) => found === (pages / 2) * (rows + 1))
  const other = await seconds(textAlone, (found) => found > pages * rows)
  if (round === 0) console.log(`read a PDF  the first time, with pdf.js loading: ${(one * 1000).toFixed(0)} ms`)
  else {
    wholes.push(one)
    alones.push(other)
  }
}
const ratio = median(wholes.map((time, index) => time / (alones[index] ?? 1)))
console.log(
  `read a PDF  ${pages} pages: ${(median(wholes) * 1000).toFixed(0)} ms, text by pdf.js alone ${(median(alones) * 1000).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`
)
process.exit()
