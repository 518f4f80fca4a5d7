/** 损坏的文件: cut short and with bits turned, every format gives a document or a fault in words, never an exception. */
import { Workbook } from "@cj-tech-master/excelts"
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx"
import { readDisclosure, readRaw } from "@juesuan/documents"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { pdfOf, ruled } from "./pdfs.ts"
import { bytesOf } from "./reading.ts"

const rows = [
  ["项目", "预算数", "决算数"],
  ["货物", "1.00", "2.00"],
  ["合计", "1.00", "2.00"]
]

const xlsx = async (): Promise<Uint8Array> => {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet("公开01表")
  for (const row of rows) sheet.addRow(row)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const docx = async (): Promise<Uint8Array> => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })
  return new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("收入"), table] }] }))
  )
}

const html = async (): Promise<Uint8Array> =>
  bytesOf(
    `<html><body><table>${rows.map((row) => `<tr><td>${row.join("</td><td>")}</td></tr>`).join("")}</table></body></html>`
  )

const text = async (): Promise<Uint8Array> => bytesOf(rows.map((row) => row.join("\t")).join("\n"))

const pdf = async (): Promise<Uint8Array> =>
  pdfOf([ruled({ x: 60, y: 120, widths: [100, 100, 100], height: 20, rows })])

/** The same sequence for the same seed. */
const sequence = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

const damaged = (bytes: Uint8Array, next: () => number, round: number): Uint8Array => {
  if (round % 2 === 0) return bytes.slice(0, Math.floor(next() * bytes.length))
  const copy = Uint8Array.from(bytes)
  for (let flips = 1 + Math.floor(next() * 8); flips > 0; flips -= 1) {
    const at = Math.floor(next() * copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8))
  }
  return copy
}

const rounds = 50

describe("截断与翻转的比特", () => {
  test.each([
    ["PDF", pdf],
    ["docx", docx],
    ["xlsx", xlsx],
    ["网页", html],
    ["文本", text]
  ])("%s：读出，或者说明原因", async (name, make) => {
    const whole = await make()
    const next = sequence(20_251_125)
    const outcomes = { read: 0, refused: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const read = await readRaw({ name, bytes: damaged(whole, next, round) })
      if (Result.isSuccess(read)) {
        outcomes.read += 1
        expect(read.success.blocks.length + read.success.unread.length).toBeGreaterThan(0)
      } else {
        outcomes.refused += 1
        for (const { code, says } of read.failure) {
          expect(code).toMatch(/^[A-Z][A-Za-z]+$/u)
          expect(says.zh.startsWith(name)).toBe(true)
        }
      }
    }
    expect(outcomes.read + outcomes.refused).toBe(rounds)
    expect(outcomes.refused).toBeGreaterThan(0)
  })

  test("好的文件都读得出", async () => {
    for (const make of [pdf, docx, xlsx, html, text]) {
      const read = await readRaw({ name: "好", bytes: await make() })
      expect(Result.isSuccess(read)).toBe(true)
    }
  })
})

test("合并的单元格铺开得比任何决算公开都大：不读，说明原因", async () => {
  const row = '<tr><td colspan="1000" rowspan="1000">1</td></tr>'
  const read = await readDisclosure([{ name: "表.html", bytes: bytesOf(`<html><table>${row.repeat(1000)}</table>`) }])
  expect(Result.isFailure(read) && read.failure.map(({ code }) => code)).toEqual(["TablesTooLarge"])
})
