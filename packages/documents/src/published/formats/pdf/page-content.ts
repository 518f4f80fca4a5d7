/** 页面内容: characters, ruling lines and pictures of a page, turned so that most of it reads from left to right. */
import { boxOf, descent, draw, identity, type PageSource, type Written } from "./drawing.ts"
import { applied, type Box, type Glyph, type Matrix, type PageContent, type Rule } from "./geometry.ts"

/** The direction in which most of a page is written, in quarter turns. */
const mainTurn = (written: ReadonlyArray<Written>): 0 | 1 | 2 | 3 => {
  const counts = [0, 0, 0, 0]
  for (const { text, turn } of written)
    if (turn !== undefined && text.trim() !== "") counts[turn] = (counts[turn] ?? 0) + 1
  const most = Math.max(...counts)
  return (counts[0] === most ? 0 : counts.indexOf(most)) as 0 | 1 | 2 | 3
}

/** Turns the page so that its main direction runs from left to right; and back. */
const turning = (
  turn: 0 | 1 | 2 | 3,
  width: number,
  height: number
): { readonly there: Matrix; readonly back: Matrix } => {
  switch (turn) {
    case 0:
      return { there: identity, back: identity }
    case 1:
      return { there: [0, -1, 1, 0, 0, width], back: [0, 1, -1, 0, width, 0] }
    case 2:
      return { there: [-1, 0, 0, -1, width, height], back: [-1, 0, 0, -1, width, height] }
    case 3:
      return { there: [0, 1, -1, 0, height, 0], back: [0, -1, 1, 0, 0, height] }
  }
}

const turnedBox = (matrix: Matrix, { bottom, left, right, top }: Box): Box =>
  boxOf([applied(matrix, left, top), applied(matrix, right, bottom)])

const turnedRule = (matrix: Matrix, { at, from, to, upright }: Rule): Rule => {
  const box = turnedBox(
    matrix,
    upright ? { left: at, right: at, top: from, bottom: to } : { left: from, right: to, top: at, bottom: at }
  )
  return box.right - box.left < box.bottom - box.top
    ? { upright: true, at: box.left, from: box.top, to: box.bottom }
    : { upright: false, at: box.top, from: box.left, to: box.right }
}

const turnedGlyph = (matrix: Matrix, { op, size, text, ...glyph }: Glyph): Glyph => {
  const box = turnedBox(matrix, glyph)
  return { ...box, text, baseline: box.bottom - size * descent, size, op }
}

/** What a page shows. */
export const pageContent = (source: PageSource): PageContent => {
  const { height, width } = source
  const { pictures, rules, written } = draw(source)
  const turn = mainTurn(written)
  const { back, there } = turning(turn, width, height)
  const isAside = turn === 1 || turn === 3
  const upright = written.filter((glyph) => glyph.turn === turn)
  const askew = written.filter((glyph) => glyph.turn !== turn)
  return {
    width: isAside ? height : width,
    height: isAside ? width : height,
    glyphs: turn === 0 ? upright : upright.map((glyph) => turnedGlyph(there, glyph)),
    rules: turn === 0 ? rules : rules.map((rule) => turnedRule(there, rule)),
    pictures: turn === 0 ? pictures : pictures.map((each) => turnedBox(there, each)),
    askew: askew.map(({ text }) => text).join(""),
    onPage: turn === 0 ? (box) => box : (box) => turnedBox(back, box)
  }
}
