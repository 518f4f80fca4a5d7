/** 自评读毕: what an evaluation became when its last block was read, and whether it reads cleanly. */
import type { PublishedEvaluation, PublishedParagraph } from "@juesuan/domain"
import type { Building } from "./Building.ts"
import { gradeNamed } from "./labels.ts"
import { isUnsure, withoutFigures } from "./loose-forms.ts"

const named = "(优秀?|良好?|中|差|合格|不合格)"
const quoted = new RegExp(`(?:属于|等级|评价结果|评定|结论)[^，。；]{0,8}?[“"「]${named}[”"」]`, "u")
const bare = new RegExp(`(?:等级[为是：:]|评定为|属于)${named}(?:等级|等|[。，；、）)]|$)`, "u")

/** 优 in the cell beside 自评等级. */
const underHeading = ({ headings, text }: PublishedParagraph): string | undefined =>
  /(?:等级|等次|评级)$/u.test(headings.at(-1) ?? "") ? gradeNamed(text) : undefined

/** 优, 良, … as a conclusion states it: 属于“优”, 自评等级为良. */
const gradeIn = (paragraphs: ReadonlyArray<PublishedParagraph>): string | undefined =>
  paragraphs
    .map((paragraph) => (quoted.exec(paragraph.text) ?? bare.exec(paragraph.text))?.[1] ?? underHeading(paragraph))
    .find((grade) => grade !== undefined)

/**
 * A form is noisy where labels are garbled and cells hold what they cannot hold: one of the two alone may be a form that
 * nobody here has seen, or a slip of who filled it in.
 */
const legibilityOf = ({ form, signs }: Building): PublishedEvaluation["legibility"] => {
  const { garbled, misfits, rows } = signs
  if (form === "report" && garbled === 0) return "clean"
  return (garbled >= 1 && misfits >= 2) || garbled >= 4 || misfits * 2 > Math.max(2, rows) ? "noisy" : "clean"
}

export const publishedOf = (read: Building): PublishedEvaluation => {
  const evaluation = isUnsure(read) ? withoutFigures(read) : read
  const { form, funds, indicators, paragraphs, place, project, total, totalWeight, unit, unread, year } = evaluation
  return {
    form,
    legibility: isUnsure(read) ? "noisy" : legibilityOf(evaluation),
    project,
    unit: unit === "" ? undefined : unit,
    year,
    funds,
    indicators,
    total,
    ...(totalWeight === undefined ? {} : { totalWeight }),
    grade: evaluation.grade ?? gradeIn(paragraphs),
    paragraphs,
    unread,
    place
  }
}
