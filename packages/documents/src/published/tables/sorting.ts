/** 分行: the rows of a grid sorted into captions, notes and what is left: the table itself. */
import { isPageMark, isSignature } from "../formats/openings.ts"
import type { SourcePlace } from "@juesuan/domain"
import { type Captions, captionOf, joinedCaptions } from "./captions.ts"
import { type Matrix, type MatrixRow, ownTexts, placeOfRow, plain } from "./Matrix.ts"
import { isNote, saysEmpty } from "./words.ts"

export interface Sorted {
  readonly matrix: Matrix
  readonly captions: Captions
  readonly notes: ReadonlyArray<string>
  readonly statedEmpty: { readonly text: string; readonly place: SourcePlace } | undefined
}

const captionsOfRow = (row: MatrixRow): ReadonlyArray<Captions> | undefined => {
  const texts = ownTexts(row)
  const all = texts.map((text) => captionOf(text))
  const whole = all.flatMap((caption) => caption ?? [])
  if (texts.length > 0 && whole.length === texts.length) return whole
  const joined = captionOf(texts.join(" "))
  return joined === undefined ? undefined : [joined]
}

/** A row of words that is no row of the table: a remark of its own, or a sentence. */
const isRemark = (texts: ReadonlyArray<string>): boolean => {
  const [text = ""] = texts
  return (
    isNote(text) ||
    texts.every(isSignature) ||
    (texts.length === 1 && (saysEmpty(text) || (plain(text).length > 30 && /[。；]/u.test(text))))
  )
}

/** Sorts the rows of a grid. */
export const sortedRows = ({ rows, width }: Matrix, otherwise: SourcePlace): Sorted => {
  const kept: MatrixRow[] = []
  const captions: Captions[] = []
  const notes: string[] = []
  let statedEmpty: Sorted["statedEmpty"]
  for (const row of rows) {
    const texts = ownTexts(row)
    const found = captionsOfRow(row)
    if (texts.length === 0 || (texts.length === 1 && isPageMark(texts[0] ?? ""))) continue
    if (found !== undefined) captions.push(...found)
    else if (isRemark(texts)) {
      const text = texts.join(" ")
      notes.push(text)
      if (saysEmpty(text)) statedEmpty ??= { text, place: placeOfRow(row, otherwise) }
    } else kept.push(row)
  }
  return { matrix: { rows: kept, width }, captions: joinedCaptions(captions), notes, statedEmpty }
}
