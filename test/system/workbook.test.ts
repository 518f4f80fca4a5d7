/**
 * 公开表工作簿 in an office program: computed anew from its formulas alone, every cell shows what the books print; printed,
 * every table stands on A4 and no amount is too wide for its cell. Wants soffice.
 */
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { readDisclosure, readRaw, tablesWorkbook } from "@juesuan/documents"
import { type Disclosure, foldLedger } from "@juesuan/domain"
import { derive, publishedOf } from "@juesuan/rules"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { afterAll, describe, expect, test } from "vitest"
import { zipped } from "../documents/published/archives.ts"
import { printedCells } from "../documents/printed-cells.ts"
import { partsOf } from "../documents/spreadsheet.ts"
import { sampleBooks } from "../rules/sample-year.ts"
import { scope, yearOfAUnit } from "../rules/year-arbitrary.ts"

const folder = mkdtempSync(join(tmpdir(), "juesuan-workbook-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const office = (file: string, to: string): string => {
  const out = join(folder, "out")
  mkdirSync(out, { recursive: true })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`
  const args = [profile, "--headless", "--convert-to", to, "--outdir", out, file]
  const { error, status, stderr } = spawnSync("soffice", args, { encoding: "utf8", timeout: 110_000 })
  if (error !== undefined) throw new Error(`soffice is missing or does not answer: ${error.message}`)
  if (status !== 0) throw new Error(`soffice: ${stderr}`)
  return out
}

const workbookOf = ({ tables, unit, year }: Disclosure): Uint8Array => tablesWorkbook(tables, { name: unit.name, year })

/** The workbook with no value beside any formula: what its formulas do not give, nobody knows. */
const withoutStoredValues = (bytes: Uint8Array): { readonly bytes: Uint8Array; readonly formulas: number } => {
  let formulas = 0
  const parts = [...partsOf(bytes)].map(([name, content]) => ({
    name,
    content: content.replaceAll(/<\/f><v>[^<]*<\/v>/gu, () => {
      formulas += 1
      return "</f>"
    })
  }))
  return { bytes: zipped(parts), formulas }
}

const read = async (path: string) =>
  Result.getOrThrow(await readDisclosure([{ name: path, bytes: readFileSync(path) }]))

/** Years with money of several funds, the same ones every time. */
const years = fc
  .sample(yearOfAUnit, { seed: 20241231, numRuns: 40 })
  .map((events) => Result.getOrThrow(derive(foldLedger(events), scope)).disclosure)
  .toSorted((left, right) => printedCells(publishedOf(right)).size - printedCells(publishedOf(left)).size)

const cases: ReadonlyArray<readonly [string, Disclosure]> = [
  ["样例年度", sampleBooks().disclosure],
  ["数最多的任意一年", years[0] as Disclosure]
]

describe("公开表工作簿在办公软件里", () => {
  test.each(cases)("%s：只凭公式重新计算，每一格都是所印的数", async (name, disclosure) => {
    const { bytes, formulas } = withoutStoredValues(workbookOf(disclosure))
    expect(formulas).toBeGreaterThan(20)
    const file = join(folder, `${name}.xlsx`)
    writeFileSync(file, bytes)
    const computed = await read(join(office(file, "xlsx:Calc MS Excel 2007 XML"), `${name}.xlsx`))
    expect(printedCells(computed)).toEqual(printedCells(publishedOf(disclosure)))
  })

  test("打印：一张表一页，没有放不下的数", async () => {
    const file = join(folder, "print.xlsx")
    writeFileSync(file, workbookOf(sampleBooks().disclosure))
    const printed = join(office(file, "pdf"), "print.pdf")
    const document = Result.getOrThrow(await readRaw({ name: "print.pdf", bytes: readFileSync(printed) }))
    expect(document.pages).toBe(10)
    expect(JSON.stringify(document.blocks)).not.toContain("###")
    expect(printedCells(await read(printed))).toEqual(printedCells(publishedOf(sampleBooks().disclosure)))
  })
})
