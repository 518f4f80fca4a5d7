/** 成品: from a seed to the files of a disclosure. */
import { chanceOf } from "./Chance.ts"
import { departmentYearOf, type DepartmentYear } from "./DepartmentYear.ts"
import type { Draft } from "./Draft.ts"
import { textFile } from "./formats/text.ts"
import type { Layout } from "./layouts/Layout.ts"
import { hunan } from "./layouts/hunan.ts"
import { shanghai } from "./layouts/shanghai.ts"
import { shanxi } from "./layouts/shanxi.ts"
import { sichuan } from "./layouts/sichuan.ts"
import { yunnan } from "./layouts/yunnan.ts"
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

export const formats = {
  tabs: (draft: Draft): ReadonlyArray<File> => [
    text(textFile(draft, { aligned: false, leader: "\t", formFeeds: false }))
  ],
  columns: (draft: Draft): ReadonlyArray<File> => [
    text(textFile(draft, { aligned: true, leader: "..........", formFeeds: true }))
  ]
} as const
export type FormatName = keyof typeof formats

const text = (content: string): File => ({ name: "disclosure.txt", bytes: new TextEncoder().encode(content) })
