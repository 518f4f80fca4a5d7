/** 损坏的文件: small valid files of every format, and what a bad line or disk makes of them, the same for the same seed. */
import { Workbook } from "@cj-tech-master/excelts"
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx"
import { pdfOf, ruled } from "./published/pdfs.ts"
import { bytesOf } from "./published/reading.ts"

const rows = [
  ["项目", "预算数", "决算数"],
  ["货物", "101.00", "202.00"],
  ["服务", "303.00", "404.00"],
  ["合计", "404.00", "606.00"]
]

/** What each of the files says, without blanks. */
export const content = rows.flat().join("")

const xlsx = async (): Promise<Uint8Array> => {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet("公开01表")
  for (const row of rows) sheet.addRow(row)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const docx = async (): Promise<Uint8Array> => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [table] }] })))
}

/** 项目 预算数 决算数, 货物 12.00 30.00: no encoder of GBK is at hand, so its bytes. */
const gbk = Uint8Array.from(
  Buffer.from("cfeec4bf09d4a4cbe3cafd09bef6cbe3cafd0abbf5ceef0931322e30300933302e30300a", "hex")
)

const markup = rows.map((row) => `<tr><td>${row.join("</td><td>")}</td></tr>`).join("\n")

/** Makers of one small file in each format. */
export const makers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  PDF: async () => pdfOf([ruled({ x: 60, y: 120, widths: [100, 100, 100], height: 20, rows })], true),
  docx,
  xlsx,
  网页: async () => bytesOf(`<html><body>\n<table>\n${markup}\n</table>\n</body></html>`),
  文本: async () => bytesOf(`${rows.map((row) => row.join("\t")).join("\n")}\n`),
  "GBK 文本": async () => gbk,
  "UTF-16 文本": async () =>
    Uint8Array.from(Buffer.from(`\uFEFF${rows.map((row) => row.join("\t")).join("\n")}\n`, "utf16le"))
}

/** The same sequence of numbers from 0 to 1 for the same seed. */
const sequence = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

const flipped = (bytes: Uint8Array, next: () => number): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  for (let flips = 1 + Math.floor(next() * 8); flips > 0; flips -= 1) {
    const at = Math.floor(next() * copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8))
  }
  return copy
}

/** A stretch of it gone, or written twice. */
const spliced = (bytes: Uint8Array, next: () => number): Uint8Array => {
  const from = Math.floor(next() * bytes.length)
  const to = Math.min(bytes.length, from + 1 + Math.floor(next() * 40))
  const rest = next() < 0.5 ? bytes.subarray(to) : bytes.subarray(from)
  return Uint8Array.from([...bytes.subarray(0, to === bytes.length ? from : next() < 0.5 ? from : to), ...rest])
}

/** `count` damaged copies of a file: cut short, bits turned, stretches lost or doubled. */
export function* damagedCopies(bytes: Uint8Array, seed: number, count: number): Generator<Uint8Array> {
  const next = sequence(seed)
  for (let round = 0; round < count; round += 1) {
    if (round % 3 === 0) yield bytes.slice(0, Math.floor(next() * bytes.length))
    else yield round % 3 === 1 ? flipped(bytes, next) : spliced(bytes, next)
  }
}
