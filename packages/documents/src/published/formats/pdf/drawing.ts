/** 画出一页: the operations of a page carried out, as far as they place characters, lines and pictures. */
import { applied, type Box, composed, type Glyph, type Matrix, type Picture, type Rule } from "./geometry.ts"
import { dottedRules, filledShapes, type Point, strokedRules } from "./paths.ts"
import { characterOf } from "./radicals.ts"

/** The operations of a page as pdf.js lists them. */
export interface Operations {
  readonly fnArray: ReadonlyArray<number>
  readonly argsArray: ReadonlyArray<ReadonlyArray<unknown> | null>
}

/** What is known of a font: units of its widths, and whether it is written downwards. */
export interface FontInfo {
  readonly unit: number
  readonly vertical: boolean
}

export interface PageSource {
  readonly operations: Operations
  /** Numbers of the operations by name. */
  readonly codes: Readonly<Record<string, number>>
  readonly fontOf: (name: string) => FontInfo
  /** From the page's own space to points from the top left corner, as it is shown. */
  readonly matrix: Matrix
  readonly width: number
  readonly height: number
}

interface State {
  matrix: Matrix
  font: FontInfo
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

/** A character with the direction it is written in. */
export interface Written extends Glyph {
  readonly turn: 0 | 1 | 2 | 3 | undefined
}

export interface Drawing {
  readonly source: PageSource
  readonly base: Matrix
  readonly states: Array<State>
  readonly written: Array<Written>
  readonly rules: Array<Rule>
  readonly dots: Array<Point>
  readonly pictures: Array<Picture>
  state: State
  text: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  op: number
}

interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const ascent = 0.86
export const descent = 0.14

/** Quarter turns of a direction of writing; `undefined` for text that runs askew. */
const turnOf = (a: number, b: number): Written["turn"] => {
  if (Math.abs(b) <= Math.abs(a) * 0.05) return a >= 0 ? 0 : 2
  if (Math.abs(a) <= Math.abs(b) * 0.05) return b >= 0 ? 1 : 3
  return undefined
}

export const boxOf = (corners: ReadonlyArray<readonly [number, number]>): Box => {
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** A character of a font at the place that is reached, in the space of the text, which `m` puts on the page. */
const showGlyph = (drawing: Drawing, glyph: ShownGlyph, m: Matrix): void => {
  const { charSpacing, font, rise, scale, size, wordSpacing } = drawing.state
  const advance = glyph.width * size * font.unit
  const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0)
  const y = drawing.y + rise
  const [x0, x1, y0, y1] = font.vertical
    ? [drawing.x - size / 2, drawing.x + size / 2, y - size, y]
    : [drawing.x, drawing.x + advance * scale, y - size * descent, y + size * ascent]
  const [ax, ay] = [m[0] * x0 + m[2] * y0 + m[4], m[1] * x0 + m[3] * y0 + m[5]]
  const [acrossX, acrossY] = [m[0] * (x1 - x0), m[1] * (x1 - x0)]
  const [upX, upY] = [m[2] * (y1 - y0), m[3] * (y1 - y0)]
  const sign = Math.sign(size || 1)
  const bottom = ay + Math.max(0, acrossY) + Math.max(0, upY)
  const height = Math.hypot(m[2], m[3]) * Math.abs(size)
  drawing.written.push({
    left: ax + Math.min(0, acrossX) + Math.min(0, upX),
    right: ax + Math.max(0, acrossX) + Math.max(0, upX),
    top: ay + Math.min(0, acrossY) + Math.min(0, upY),
    bottom,
    text: characterOf(glyph.unicode),
    baseline: bottom - height * descent,
    size: height,
    op: drawing.op,
    turn: font.vertical ? 0 : turnOf(m[0] * sign, m[1] * sign)
  })
  if (font.vertical) drawing.y -= size + spacing
  else drawing.x += (advance + spacing) * scale
}

const showText = (drawing: Drawing, glyphs: ReadonlyArray<unknown>): void => {
  drawing.op += 1
  const matrix = composed(drawing.state.matrix, drawing.text)
  const { font, scale, size } = drawing.state
  for (const glyph of glyphs) {
    if (typeof glyph === "object" && glyph !== null) showGlyph(drawing, glyph as ShownGlyph, matrix)
    else if (typeof glyph === "number" && font.vertical) drawing.y -= (glyph * size) / 1_000
    else if (typeof glyph === "number") drawing.x -= ((glyph * size) / 1_000) * scale
  }
}

const moveText = (drawing: Drawing, x: number, y: number): void => {
  drawing.lineX += x
  drawing.lineY += y
  drawing.x = drawing.lineX
  drawing.y = drawing.lineY
}

const setTextMatrix = (drawing: Drawing, matrix: Matrix): void => {
  drawing.text = matrix
  drawing.x = drawing.y = drawing.lineX = drawing.lineY = 0
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

const isMatrix = (value: unknown): boolean =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as ArrayLike<number>).length >= 6

const matrixOf = (value: unknown): Matrix => {
  const m = isMatrix(value) ? Array.from(value as ArrayLike<number>).map(Number) : []
  return m.length >= 6 && m.every(Number.isFinite) ? (m as unknown as Matrix) : identity
}

const save = (drawing: Drawing): void => {
  drawing.states.push({ ...drawing.state })
}

const restore = (drawing: Drawing): void => {
  const state = drawing.states.pop()
  if (state !== undefined) drawing.state = state
}

const transform = (drawing: Drawing, matrix: unknown): void => {
  drawing.state.matrix = composed(drawing.state.matrix, matrixOf(matrix))
}

const unitSquare = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1]
] as const

const picture = (drawing: Drawing): void => {
  drawing.pictures.push(boxOf(unitSquare.map(([x, y]) => applied(drawing.state.matrix, x, y))))
}

const mostRules = 200_000

const path = (drawing: Drawing, args: ReadonlyArray<unknown>): void => {
  const { codes } = drawing.source
  const [kind, [points] = []] = args as [number, ReadonlyArray<ArrayLike<number> | null>?]
  if (points === null || points === undefined || drawing.rules.length + drawing.dots.length > mostRules) return
  const { matrix } = drawing.state
  const is = (...names: ReadonlyArray<string>): boolean => names.some((name) => codes[name] === kind)
  if (is("stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke")) {
    for (const rule of strokedRules(points, matrix)) drawing.rules.push(rule)
  } else if (is("fill", "eoFill")) {
    const { dots, rules } = filledShapes(points, matrix)
    for (const rule of rules) drawing.rules.push(rule)
    for (const dot of dots) drawing.dots.push(dot)
  }
}

type Handler = (drawing: Drawing, args: ReadonlyArray<unknown>) => void

const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0)

const handlers: Readonly<Record<string, Handler>> = {
  save,
  restore,
  transform: (drawing, args) => transform(drawing, args),
  constructPath: path,
  beginText: (drawing) => setTextMatrix(drawing, identity),
  setTextMatrix: (drawing, [matrix]) => setTextMatrix(drawing, matrixOf(matrix)),
  moveText: (drawing, [x, y]) => moveText(drawing, number(x), number(y)),
  setLeadingMoveText: (drawing, [x, y]) => {
    drawing.state.leading = number(y)
    moveText(drawing, number(x), number(y))
  },
  setLeading: (drawing, [leading]) => {
    drawing.state.leading = -number(leading)
  },
  nextLine: (drawing) => moveText(drawing, 0, drawing.state.leading),
  setFont: (drawing, [name, size]) => {
    drawing.state.font = drawing.source.fontOf(String(name))
    drawing.state.size = number(size)
  },
  setCharSpacing: (drawing, [spacing]) => {
    drawing.state.charSpacing = number(spacing)
  },
  setWordSpacing: (drawing, [spacing]) => {
    drawing.state.wordSpacing = number(spacing)
  },
  setHScale: (drawing, [percent]) => {
    drawing.state.scale = number(percent) / 100
  },
  setTextRise: (drawing, [rise]) => {
    drawing.state.rise = number(rise)
  },
  showText: (drawing, [glyphs]) => showText(drawing, Array.isArray(glyphs) ? glyphs : []),
  paintFormXObjectBegin: (drawing, [matrix]) => {
    save(drawing)
    if (isMatrix(matrix)) transform(drawing, matrix)
  },
  paintFormXObjectEnd: restore,
  beginGroup: save,
  endGroup: restore,
  beginAnnotation: (drawing, [, , matrix, inner]) => {
    save(drawing)
    drawing.state.matrix = composed(composed(drawing.base, matrixOf(matrix)), matrixOf(inner))
  },
  endAnnotation: restore,
  paintImageXObject: picture,
  paintInlineImageXObject: picture,
  paintImageMaskXObject: picture
}

export const draw = (source: PageSource): Drawing => {
  const font: FontInfo = { unit: 0.001, vertical: false }
  const state: State = {
    matrix: source.matrix,
    font,
    size: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0
  }
  const drawing: Drawing = {
    source,
    base: source.matrix,
    states: [],
    written: [],
    rules: [],
    dots: [],
    pictures: [],
    state,
    text: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    op: 0
  }
  const byCode = new Map<number, Handler>()
  for (const [name, handler] of Object.entries(handlers)) {
    const code = source.codes[name]
    if (code !== undefined) byCode.set(code, handler)
  }
  const { argsArray, fnArray } = source.operations
  for (const [index, code] of fnArray.entries()) byCode.get(code)?.(drawing, argsArray[index] ?? [])
  for (const rule of dottedRules(drawing.dots)) drawing.rules.push(rule)
  return drawing
}
