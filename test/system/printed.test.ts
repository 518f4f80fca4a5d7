/**
 * 打印出的公开文件: a disclosure printed to PDF by a browser and by an office program, and saved as DOCX, is read into the
 * same tables and paragraphs as the page it was printed from. Wants chromium, soffice and a Chinese font.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type RawDocument, readRaw } from "@juesuan/documents"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

type Rows = ReadonlyArray<ReadonlyArray<string>>

const amount = (cents: number): string => (cents / 100).toFixed(2)

const balance: Rows = Array.from({ length: 45 }, (_, index) => [
  `${index + 1}、第${index + 1}项财政拨款及其他各类收入`,
  String(index + 1),
  index % 3 === 0 ? "" : amount(index * 13_371),
  `第${index + 1}类公共服务支出`,
  String(index + 46),
  index % 2 === 0 ? amount(index * 7_113) : ""
])

const expenditure: Rows = Array.from({ length: 60 }, (_, index) => [
  String(2_010_301 + index),
  `其他政府办公厅（室）及相关机构事务支出之${index + 1}`,
  amount(index * 1_001 + 7),
  index % 4 === 0 ? "" : amount(index * 1_001),
  amount(7)
])

const body = (rows: Rows): string => rows.map((row) => `<tr><td>${row.join("</td><td>")}</td></tr>`).join("")

const table = (head: string, rows: Rows): string =>
  `<table border="1" cellspacing="0"><thead>${head}</thead><tbody>${body(rows)}</tbody></table>`

const prose =
  "本年度收入总计1,564.71万元，支出总计1,564.71万元。与上年相比，收入总计减少434.67万元，下降21.74%，支出总计减少434.67万元，下降21.74%。主要原因是有一个项目较上年预算减少400.00万元，其他项目与上年持平。"

const page = `<html><head><meta charset="utf-8"><style>
body { font-family: "Noto Serif CJK SC", "Noto Sans CJK SC"; font-size: 12pt } table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #000; font-size: 8pt; padding: 2px } p { text-indent: 2em } p.caption { text-indent: 0 }
</style></head><body>
<p class="caption">收入支出决算总表</p><p class="caption">金额单位：万元</p>
${table('<tr><th colspan="3">收入</th><th colspan="3">支出</th></tr><tr><th>项目</th><th>行次</th><th>金额</th><th>项目</th><th>行次</th><th>金额</th></tr>', balance)}
<p class="caption">支出决算表</p>
${table('<tr><th colspan="2">项目</th><th rowspan="2">本年支出合计</th><th rowspan="2">基本支出</th><th rowspan="2">项目支出</th></tr><tr><th>科目代码</th><th>科目名称</th></tr>', expenditure)}
<p>${prose}</p><p>${prose.slice(0, 60)}。</p>
</body></html>`

const folder = mkdtempSync(join(tmpdir(), "juesuan-printed-"))
const source = join(folder, "page.html")

const run = (command: string, args: ReadonlyArray<string>): void => {
  const { error, status, stderr } = spawnSync(command, args, { encoding: "utf8", timeout: 110_000 })
  if (error !== undefined) throw new Error(`${command} is missing or does not answer: ${error.message}`)
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
}

const office = (from: string, to: string): void =>
  run("soffice", [
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
    "--headless",
    "--convert-to",
    to,
    "--outdir",
    folder,
    from
  ])

const read = async (path: string): Promise<RawDocument> =>
  Result.getOrThrow(await readRaw({ name: path, bytes: readFileSync(path) }))

const bare = (text: string): string => text.replaceAll(/\s/gu, "")

/** Grids as rows of texts with their spans, and paragraphs, without blanks. */
const content = ({ blocks }: RawDocument) => ({
  grids: blocks
    .filter((block) => block._tag === "Grid")
    .map(({ cells, columns, rows }) => ({
      rows,
      columns,
      cells: cells
        .map(({ column, columnSpan, row, rowSpan, text }) => `${row}/${column}+${rowSpan}x${columnSpan} ${bare(text)}`)
        .toSorted()
    })),
  paragraphs: blocks.filter((block) => block._tag === "Paragraph").map(({ text }) => bare(text))
})

beforeAll(() => writeFileSync(source, page))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("打印成 PDF、存成 DOCX 的公开文件，读出的与网页相同", () => {
  test("浏览器打印的 PDF", async () => {
    const pdf = join(folder, "browser.pdf")
    const quiet =
      "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --no-pdf-header-footer"
    run("chromium", [
      ...quiet.split(" "),
      `--user-data-dir=${join(folder, "browser")}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(source).href
    ])
    const printed = await read(pdf)
    expect(printed.pages).toBeGreaterThan(2)
    expect(content(printed)).toEqual(content(await read(source)))
    expect(printed.unread).toEqual([])
  })

  test("办公软件存的 DOCX，和由它导出的 PDF", async () => {
    office(source, "docx:MS Word 2007 XML")
    const saved = join(folder, "page.docx")
    const expected = content(await read(source))
    expect(content(await read(saved))).toEqual(expected)
    office(saved, "pdf")
    const printed = await read(join(folder, "page.pdf"))
    expect(printed.pages).toBeGreaterThan(2)
    expect(content(printed)).toEqual(expected)
  })
})
