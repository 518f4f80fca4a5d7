/** 成品: from a seed to the files of a disclosure. */
import { chanceOf } from "./Chance.ts"
import { departmentYearOf, type DepartmentYear } from "./DepartmentYear.ts"
import type { Draft } from "./Draft.ts"
import { docxFile } from "./formats/docx.ts"
import { htmlFile } from "./formats/html.ts"
import { pdfFile } from "./formats/pdf.ts"
import { textFile } from "./formats/text.ts"
import { xlsxFile } from "./formats/xlsx.ts"
import type { Layout } from "./layouts/Layout.ts"
import { hunan } from "./layouts/hunan.ts"
import { shanghai } from "./layouts/shanghai.ts"
import { shanxi } from "./layouts/shanxi.ts"
import { sichuan } from "./layouts/sichuan.ts"
import { yunnan } from "./layouts/yunnan.ts"
import { yearBefore } from "./YearBefore.ts"
import { statementOf, type Statement } from "./Statement.ts"

export const layouts = { shanxi, shanghai, yunnan, sichuan, hunan } as const
export type LayoutName = keyof typeof layouts

export interface File {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A disclosure laid out, and everything it was made of. */
export interface Drafted {
  readonly year: DepartmentYear
  readonly statement: Statement
  readonly draft: Draft
}

export const drafted = (seed: number, layout: LayoutName): Drafted => {
  const chance = chanceOf(seed)
  const year = departmentYearOf(chance, {
    province: layout === "hunan" ? chance.pick(["hunan", "guangxi"]) : layout,
    isClosed: chance.happens(0.3)
  })
  const statement = statementOf(year, chance.happens(0.15) ? "元" : "万元")
  const lay: Layout = layouts[layout]
  return { year, statement, draft: lay({ year, statement, chance: chanceOf(seed + 1) }) }
}

/** The tables of the year before, laid out alike; by default of the year as it is, else of one that says otherwise. */
export const draftedBefore = (
  seed: number,
  layout: LayoutName,
  year: DepartmentYear = drafted(seed, layout).year
): Draft | undefined => {
  const before = yearBefore(year)
  if (before === undefined) return undefined
  const statement = statementOf(before, drafted(seed, layout).statement.unit)
  const { blocks } = layouts[layout]({ year: before, statement, chance: chanceOf(seed + 2) })
  return {
    blocks: blocks.filter(
      (block) => block.block !== "paragraph" && !(block.block === "table" && block.kind === "evaluation")
    )
  }
}

const text = (name: string, content: string): File => ({ name, bytes: new TextEncoder().encode(content) })

type Format = (draft: Draft) => Promise<ReadonlyArray<File>>

/** The text of a disclosure whose tables are in a workbook; self-evaluations are attached to the text. */
const withoutTables = ({ blocks }: Draft): Draft => ({
  blocks: blocks.filter((block) => block.block !== "table" || block.kind === "evaluation")
})

export const formats = {
  tabs: async (draft) => [text("disclosure.txt", textFile(draft, { aligned: false, leader: "\t", formFeeds: false }))],
  columns: async (draft) => [
    text("disclosure.txt", textFile(draft, { aligned: true, leader: "..........", formFeeds: true }))
  ],
  html: async (draft) => [text("disclosure.html", htmlFile(draft))],
  docx: async (draft) => [{ name: "disclosure.docx", bytes: await docxFile(draft) }],
  xlsx: async (draft) => [
    { name: "tables.xlsx", bytes: await xlsxFile(draft, { numbers: true }) },
    { name: "text.docx", bytes: await docxFile(withoutTables(draft)) }
  ],
  pdf: async (draft) => [{ name: "disclosure.pdf", bytes: pdfFile(draft) }]
} as const satisfies Readonly<Record<string, Format>>
export type FormatName = keyof typeof formats
