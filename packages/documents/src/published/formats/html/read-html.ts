/** 网页: paragraphs, headings, lists and tables of a page as a reader of it sees them. */
import * as Result from "effect/Result"
import type { Fault } from "../../../read/Fault.ts"
import type { RawBlock, RawDocument } from "../../RawDocument.ts"
import { collapsed } from "../joining.ts"
import { isTooLong, readingLimits } from "../reading-limits.ts"
import { type RefusalReason, refused } from "../refusals.ts"
import { readText } from "../text/read-text.ts"
import { decodeHtml } from "./decode-html.ts"
import { captionOf, gridOf, isFrame, partsOf, tablesWithin } from "./table.ts"
import { cellText, inlineText } from "./text.ts"
import { attribute, childrenOf, type Element, isBlock, isElement, isHidden, lineOf, type Node, treeOf } from "./tree.ts"

type Unread = RawDocument["unread"][number]

/** What is being read: blocks so far, and the paragraph that is open. */
interface Page {
  readonly blocks: Array<RawBlock>
  readonly unread: Array<Unread>
  /** Whether the paragraph has begun: something of it is no blank. */
  begun: boolean
  text: string
  line: number
  heading: number | undefined
  /** Items so far of the lists whose items are being read. */
  readonly items: Map<Node, number>
  refusal: RefusalReason | undefined
}

const close = (page: Page): void => {
  const text = collapsed(page.text)
  page.text = ""
  page.begun = false
  if (text === "") return
  const heading = page.heading === undefined ? {} : { heading: page.heading }
  page.blocks.push({ _tag: "Paragraph", text, place: { line: page.line }, ...heading })
}

const add = (page: Page, text: string, line: number): void => {
  if (!page.begun) page.line = line
  page.begun ||= text.trim() !== ""
  page.text += text
}

const embedded = new Set(["iframe", "object", "embed", "canvas", "video", "audio"])

const noteEmbedded = (page: Page, element: Element): void => {
  const source = attribute(element, "src") ?? attribute(element, "data") ?? ""
  page.unread.push({
    text: collapsed(`${element.tagName} ${attribute(element, "title") ?? ""} ${source}`),
    reason: { zh: "网页里嵌入的内容，没有读", en: "embedded in the page and not read" },
    place: { line: lineOf(element) }
  })
}

const smallPicture = 200

/** Pictures large enough to hold a table or a page; icons and decorations say nothing. */
const notePicture = (page: Page, element: Element): void => {
  const size = (name: string): number => {
    const styled = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(\\d+)`, "iu").exec(attribute(element, "style") ?? "")?.[1]
    return Number.parseInt(styled ?? attribute(element, name) ?? "", 10)
  }
  if (!(size("width") >= smallPicture && size("height") >= smallPicture)) return
  page.unread.push({
    text: collapsed(attribute(element, "alt") ?? attribute(element, "title") ?? "") || "图片",
    reason: { zh: "图片里的内容没有读", en: "what the picture shows was not read" },
    place: { line: lineOf(element) },
    aside: true
  })
}

const table = (page: Page, element: Element): void => {
  close(page)
  if (isFrame(element)) {
    for (const part of partsOf(element)) walk(page, part)
    return
  }
  const caption = captionOf(element)
  if (caption !== undefined) {
    add(page, cellText(caption), lineOf(caption))
    close(page)
  }
  page.blocks.push(gridOf(element))
  for (const within of tablesWithin(element)) table(page, within)
}

const rawText = (node: Node): string =>
  childrenOf(node)
    .map((child) => ("value" in child && child.nodeName === "#text" ? child.value : rawText(child)))
    .join("")

/** Text that keeps its lines and blanks is read as text is. */
const preformatted = (page: Page, element: Element): void => {
  close(page)
  const place = { line: lineOf(element) }
  const text = rawText(element)
  if (isTooLong(text)) page.refusal = "TextTooLong"
  else for (const block of readText("", text).blocks) page.blocks.push({ ...block, place })
}

/** The number that a list shows before an item. */
const itemNumber = (page: Page, item: Element): string => {
  const list = item.parentNode
  const isPlain = list === null || !isElement(list) || list.tagName !== "ol"
  if (isPlain || /list-style(?:-type)?\s*:\s*none/iu.test(attribute(list, "style") ?? "")) return ""
  const before = page.items.get(list) ?? 0
  page.items.set(list, before + 1)
  const start = Number.parseInt(attribute(list, "start") ?? "1", 10)
  return `${(Number.isNaN(start) ? 1 : start) + before}.`
}

const block = (page: Page, element: Element): void => {
  close(page)
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1]
  const outer = page.heading
  if (level !== undefined) page.heading = Number(level)
  if (element.tagName === "li") add(page, itemNumber(page, element), lineOf(element))
  walk(page, element)
  close(page)
  page.heading = outer
}

const element = (page: Page, child: Element): void => {
  if (isHidden(child)) return
  if (child.tagName === "table") table(page, child)
  else if (child.tagName === "pre") preformatted(page, child)
  else if (child.tagName === "img") notePicture(page, child)
  else if (embedded.has(child.tagName)) noteEmbedded(page, child)
  else if (isBlock(child)) block(page, child)
  else if (child.tagName === "br") close(page)
  else walk(page, child)
}

const walk = (page: Page, node: Node): void => {
  for (const child of childrenOf(node)) {
    if (isElement(child)) element(page, child)
    else if (child.nodeName === "#text" && "value" in child) add(page, inlineText(child.value), lineOf(child))
  }
}

/** Characters that no encoding gives are said once; where they stand, U+FFFD stands. */
const damage = (characters: number): Unread => ({
  text: "\uFFFD",
  reason: {
    zh: `有 ${characters} 个字符读不出来（编码损坏）`,
    en: `${characters} characters could not be read (damaged encoding)`
  },
  place: {}
})

const cutShort: Unread = {
  text: "</html>",
  reason: {
    zh: "网页没有结尾，可能不完整，后面的内容可能缺失",
    en: "the page has no end and may be cut short: what followed is not here"
  },
  place: {}
}

const count = (text: string, tag: RegExp): number => text.match(tag)?.length ?? 0

/** Whether a page begins what it does not end: the page itself, or a table. */
const isCutShort = (text: string): boolean =>
  (/<html[\s>]/iu.test(text) && !/<\/html\s*>/iu.test(text)) ||
  count(text, /<table[\s>]/giu) > count(text, /<\/table\s*>/giu)

/** Pictures that a page holds within itself as text. */
const withoutPictures = (text: string): string => text.replaceAll(/data:[\w/+.;=-]+,[\w+/=%-]*/gu, "data:")

/** A page as paragraphs and grids in reading order. */
export const readHtml = (name: string, bytes: Uint8Array): Result.Result<RawDocument, ReadonlyArray<Fault>> => {
  const { damaged, text: whole } = decodeHtml(name, bytes)
  const text = withoutPictures(whole)
  if (text.length > readingLimits.page.characters) return Result.fail([refused(name, "PageHostile")])
  const tree = treeOf(text)
  if (Result.isFailure(tree)) return Result.fail([refused(name, "PageHostile")])
  const page: Page = {
    blocks: [],
    unread: [...(damaged === 0 ? [] : [damage(damaged)]), ...(isCutShort(text) ? [cutShort] : [])],
    begun: false,
    text: "",
    line: 1,
    heading: undefined,
    items: new Map(),
    refusal: undefined
  }
  walk(page, tree.success)
  close(page)
  if (page.refusal !== undefined) return Result.fail([refused(name, page.refusal)])
  return Result.succeed({ name, format: "html", pages: null, blocks: page.blocks, unread: page.unread })
}
