/** 写表: every line of a table is equally wide on a terminal; CSV opens in a spreadsheet without computing anything. */
import { printedSheet, type Sheet, sheetCsv, sheetText, tableSheet, widthOf } from "@juesuan/documents"
import { parse } from "csv-parse/sync"
import * as fc from "fast-check"
import stringWidth from "string-width"
import { describe, expect, test } from "vitest"
import { sampleBooks } from "../rules/sample-year.ts"
import { runs } from "../runs.ts"

const { disclosure } = sampleBooks()
const rule = /^-+$/u

/** The lines between the first rule and the last: the table itself, without title, head and notes. */
const blocksOf = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const blocks: Array<Array<string>> = []
  for (const line of text.split("\n")) {
    if (rule.test(line)) blocks.push([line])
    else blocks.at(-1)?.push(line)
  }
  return blocks
}

describe("终端表格", () => {
  test.each(disclosure.tables.map((table) => [table.id, table] as const))("%s 的每一行显示宽度相同", (_, table) => {
    const text = sheetText(printedSheet(table, disclosure.unit.name))
    const width = stringWidth(text.split("\n").find((line) => rule.test(line)) ?? "")
    const body = blocksOf(text).slice(0, -1).flat()
    expect(body.length).toBeGreaterThan(3)
    for (const line of body) expect([line, stringWidth(line)]).toEqual([line, width])
  })

  test.each([60, 80, 100, 120])("终端宽 %i 列时不超宽，行名仍在，金额不折断", (width) => {
    for (const table of disclosure.tables) {
      const text = sheetText(printedSheet(table, disclosure.unit.name), { width })
      for (const block of blocksOf(text).slice(0, -1)) {
        for (const line of block) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }
      const printed = table.rows.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell.printed ?? []))
      for (const amount of printed) expect(text).toContain(amount)
    }
  })

  test("控制字符不落到终端上", () => {
    const sheet: Sheet = {
      columns: [{ id: "a", headings: ["内容"], holds: "words" }],
      rows: [["正常\u001b[31m红\u0007\u202e反"]]
    }
    expect(sheetText(sheet).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe("CSV", () => {
  const csvOf = (cells: ReadonlyArray<string | null>): ReadonlyArray<string> => {
    const sheet: Sheet = {
      columns: cells.map((_, at) => ({ id: `c${at}`, headings: ["x"], holds: "words" })),
      rows: [cells]
    }
    return (parse(sheetCsv(sheet)) as ReadonlyArray<ReadonlyArray<string>>)[1] ?? []
  }

  test.each([
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1a",
    "＠x",
    "\t=1",
    "\r=1",
    " =cmd|' /C calc'!A0",
    "\u200b=1"
  ])("%j 不会被当作公式", (payload) => {
    const [cell = ""] = csvOf([payload])
    expect(cell.startsWith("'")).toBe(true)
    expect(cell).toContain(payload.trim().slice(-2))
  })

  test.each(["-12.34", "0.00", "1564.71", "56.92%", ""])("%j 原样写出", (amount) => {
    expect(csvOf([amount, "x"])[0]).toBe(amount)
  })

  test("空白是空字段，不是零", () => expect(csvOf([null, "x"])).toEqual(["", "x"]))

  test("任何文字读回来还是那些文字，至多多一个防公式的撇号", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
        const [cell = ""] = csvOf([text, "x"])
        expect([text, `'${text}`]).toContain(cell)
      }),
      { numRuns: runs(1000) }
    )
  })

  test("每张表的 CSV 与单元格逐格相同", () => {
    for (const table of disclosure.tables) {
      const [head, ...rows] = parse(sheetCsv(tableSheet(table))) as ReadonlyArray<ReadonlyArray<string>>
      expect(head).toEqual(["key", "label", ...table.columns.map(({ label }) => label)])
      expect(rows).toEqual(
        table.rows.map(({ cells, key, label }) => [
          key,
          label,
          ...table.columns.map((column) => cells[column.label]?.printed ?? "")
        ])
      )
    }
  })
})

test("字宽与通行的算法一致：汉字、标点、假名、生僻字、西文、组合附标", () => {
  const letters = [..."决算公开〇㐀𠮷（）：，。、％￥＋－～①—…“”‘’·ーあアｱ한aZ09 .,%-+€éñ́̈‍⺀〔〕【】《》"]
  const texts = fc.array(fc.oneof(fc.constantFrom(...letters), fc.string({ unit: "binary-ascii" })), { maxLength: 12 })
  const readable = texts.map((parts) => parts.join("").replaceAll(/\p{Cc}|\p{Cs}/gu, ""))
  fc.assert(
    fc.property(readable, (text) => void expect(widthOf(text)).toBe(stringWidth(text))),
    { numRuns: runs(300) }
  )
})
