/** 文字块: the text of a paragraph as it is shown, and what hangs in it: text boxes, pictures, objects, notes. */
import { childNamed, type Element } from "../office/xml.ts"

/** What a paragraph holds. Tabs stand as tabs, line breaks as line feeds, page breaks as form feeds. */
export interface ParagraphContent {
  readonly text: string
  readonly boxes: ReadonlyArray<Element>
  /** Pictures, charts and objects: what they are. */
  readonly pictures: ReadonlyArray<Picture>
  readonly notes: ReadonlyArray<string>
}

export interface Picture {
  readonly kind: "picture" | "object"
  readonly name: string
}

interface Draft {
  text: string
  readonly boxes: Array<Element>
  readonly pictures: Array<Picture>
  readonly notes: Array<string>
}

/** What was taken out, moved away, or is an instruction and not shown. */
const unseen = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:pPr",
  "w:rPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:fldData",
  "w:rt"
])

const isVanished = (run: Element): boolean => {
  const vanish = childNamed(childNamed(run, "w:rPr"), "w:vanish")
  return vanish !== undefined && !/^(?:0|false|off)$/u.test(vanish.attributes["w:val"] ?? "")
}

/** One of the alternatives is shown: the newest that holds anything. */
const alternative = (draft: Draft, element: Element): void => {
  for (const choice of element.children) {
    const before = draft.boxes.length + draft.pictures.length + draft.text.length
    visitAll(draft, choice)
    if (draft.boxes.length + draft.pictures.length + draft.text.length > before) return
  }
}

const pictureName = (element: Element): string =>
  element.attributes["descr"] ??
  element.attributes["title"] ??
  element.attributes["o:title"] ??
  element.attributes["name"] ??
  ""

const marks: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
  "w:lastRenderedPageBreak": "\f"
}

const symbol = (element: Element): string => {
  const code = Number.parseInt(element.attributes["w:char"] ?? "", 16)
  return Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff)
    ? "\uFFFD"
    : String.fromCodePoint(Math.min(code, 0x10ffff))
}

const objects: Readonly<Record<string, Picture["kind"]>> = {
  "pic:cNvPr": "picture",
  "v:imagedata": "picture",
  "c:chart": "object",
  "dgm:relIds": "object",
  "o:OLEObject": "object"
}

/** What stands in the text as it is; `undefined` for elements that hold others. */
const ownText = (element: Element): string | undefined => {
  if (element.name === "w:t" || element.name === "m:t") return element.text
  if (element.name === "w:sym") return symbol(element)
  if (element.name === "w:br") return element.attributes["w:type"] === "page" ? "" : "\n"
  return marks[element.name]
}

/** Names a note by its kind and id, from the element that refers to it or the one that holds it. */
export const noteKey = (element: string, id: string): string => `${element.replace("Reference", "")}:${id}`

const visit = (draft: Draft, element: Element): void => {
  const { attributes, name } = element
  if (unseen.has(name) || (name === "w:r" && isVanished(element))) return
  const own = ownText(element)
  const kind = objects[name]
  if (own !== undefined) draft.text += own
  else if (name === "mc:AlternateContent") alternative(draft, element)
  else if (name === "w:txbxContent") draft.boxes.push(element)
  else if (name === "w:footnoteReference" || name === "w:endnoteReference")
    draft.notes.push(noteKey(name, attributes["w:id"] ?? ""))
  else {
    if (kind !== undefined) draft.pictures.push({ kind, name: pictureName(element) })
    visitAll(draft, element)
  }
}

const visitAll = (draft: Draft, element: Element): void => {
  for (const child of element.children) visit(draft, child)
}

export const contentOf = (paragraph: Element): ParagraphContent => {
  const draft: Draft = { text: "", boxes: [], pictures: [], notes: [] }
  visitAll(draft, paragraph)
  return draft
}

/** Whether the mark at the end of a paragraph was deleted: then it goes on in the next one. */
export const isMergedWithNext = (paragraph: Element): boolean =>
  childNamed(childNamed(childNamed(paragraph, "w:pPr"), "w:rPr"), "w:del") !== undefined
