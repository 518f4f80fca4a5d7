/** 表外的行: what single lines above and under a form state: whose it is, its total, its grade. */
import type { RawParagraph } from "../RawDocument.ts"
import type { Building } from "./Building.ts"
import { pointsOf } from "./funds.ts"
import { plain } from "./grid-rows.ts"
import { gradeNamed, isTotalLabel } from "./labels.ts"

const total = /^(?<label>\p{Script=Han}{2,8}?)[:：为]?(?<points>\d{1,3}(?:\.\d+)?)分?$/u
const grade = /^\p{Script=Han}{0,8}(?:等级|等次|评级|结论|结果)[:：为]?["“]?(?<grade>\p{Script=Han}{1,3})["”]?$/u

type Stated = Partial<Pick<Building, "total" | "grade">>

const statedIn = (part: string): Stated | undefined => {
  const { label = "", points } = total.exec(part)?.groups ?? {}
  if (points !== undefined && isTotalLabel(label)) return { total: pointsOf(points) }
  const named = gradeNamed(grade.exec(part)?.groups?.["grade"] ?? "")
  return named === undefined ? undefined : { grade: named }
}

/** 自评总分：98.30分，自评等级：优: whether the line states nothing but a total or a grade, which are then the form's. */
export const readStatedLine = (evaluation: Building, { text }: RawParagraph): boolean => {
  const parts = plain(text)
    .split(/[,，;；。]/u)
    .filter((part) => part !== "")
  const stated = parts.map(statedIn)
  if (stated.length === 0 || stated.includes(undefined)) return false
  for (const each of stated) {
    evaluation.total ??= each?.total
    evaluation.grade ??= each?.grade
  }
  if (evaluation.part === "indicators") evaluation.part = "text"
  return true
}
