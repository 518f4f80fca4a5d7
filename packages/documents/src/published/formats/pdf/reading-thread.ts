/**
 * 读 PDF 的线程: pdf.js and what is made of its pages, in a thread of its own, whose time and memory are bounded by the one
 * that started it. For each file that it is given it posts what it read, or the reason why it could not.
 */
import { createRequire, enableCompileCache, flushCompileCache } from "node:module"
import { dirname, join, sep } from "node:path"
import { parentPort, workerData } from "node:worker_threads"
import type { RawBlock, RawDocument } from "../../RawDocument.ts"
import { readingLimits } from "../reading-limits.ts"
import type { RefusalReason } from "../refusals.ts"
import { flowed } from "./flow.ts"
import type { Matrix, PageContent } from "./geometry.ts"
import type { PageItems } from "./margins.ts"
import type { FontInfo, Operations } from "./drawing.ts"
import { damagedStreams } from "./packed-streams.ts"
import { type HalfPort, halfPorts } from "./halves.ts"
import { pageContent } from "./page-content.ts"
import { pageItems } from "./page-items.ts"
import { unknownCharacter } from "./radicals.ts"

type Unread = RawDocument["unread"][number]

/** What the thread posts: the number of each page that is done, then its answer. */
export type ThreadMessage = number | ThreadAnswer

export type ThreadAnswer =
  | { readonly refused: RefusalReason }
  | { readonly pages: number; readonly blocks: ReadonlyArray<RawBlock>; readonly unread: ReadonlyArray<Unread> }

/** Pictures of more pixels are not decoded: what they show is not read anyway. */
const mostPixels = 250_000

/** What pdf.js warns of: errors that it skips over, and pictures that it leaves out. */
const warnings: Array<string> = []
const keepWarning = (message: unknown): void => {
  warnings.push(String(message))
}
Object.assign(globalThis.console, { warn: keepWarning, info: keepWarning })

/** Nothing is fetched for a PDF: what could is neither there nor loaded. */
Object.assign(globalThis, { fetch: undefined, Response: { prototype: {} } })

/** Warnings that mean that something of the page is lost: its bytes do not unpack, or its instructions are none. */
const losses =
  /getOperatorList - ignoring|Error during font|in flate stream|Unknown command|Skipping command|Invalid stream/u

/** Where compiled programs are kept, where the program that reads keeps them. */
const compiled: unknown = workerData
if (typeof compiled === "string") enableCompileCache(compiled)
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs")
/** The half that parses has no types of its own. */
const { WorkerMessageHandler: parsing }: { WorkerMessageHandler: { initializeFromPort(port: HalfPort): void } } =
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs" as string)
const codes = pdfjs.OPS as unknown as Readonly<Record<string, number>>
type PdfDocument = Awaited<ReturnType<typeof pdfjs.getDocument>["promise"]>
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>

const open = (data: Uint8Array, port: HalfPort) => {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"))
  const within = (name: string): string => join(folder, name) + sep
  return pdfjs.getDocument({
    data,
    worker: new pdfjs.PDFWorker({ port: port as never }),
    cMapUrl: within("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: within("standard_fonts"),
    wasmUrl: within("wasm"),
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: mostPixels,
    verbosity: 5
  })
}

/** What a font is, as far as text needs it; it is known once the operations of the page are. */
const fontsOf = (page: PdfPage): ((name: string) => FontInfo) => {
  const known = new Map<string, FontInfo>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const { fontMatrix, vertical } = (font ?? {}) as { fontMatrix?: ReadonlyArray<number>; vertical?: boolean }
    const info = { unit: Math.abs(fontMatrix?.[0] ?? 0.001) || 0.001, vertical: vertical === true }
    known.set(name, info)
    return info
  }
}

const contentOf = async (page: PdfPage): Promise<PageContent> => {
  const operations = (await page.getOperatorList()) as unknown as Operations
  const { height, transform, width } = page.getViewport({ scale: 1 })
  return pageContent({
    operations,
    codes,
    fontOf: fontsOf(page),
    matrix: transform as unknown as Matrix,
    width,
    height
  })
}

const note = (page: number, text: string, zh: string, en: string): Unread => ({
  text,
  reason: { zh, en },
  place: { page }
})

/** Of one page, so many losses are told apart. */
const mostLosses = 5

/** Share of a page from which a picture may hold a table or a page of text. */
const largePicture = 0.08

interface PageNotes {
  readonly notes: ReadonlyArray<Unread>
  readonly isScan: boolean
}

/** What was seen on a page and not read. */
const notesOf = (number: number, content: PageContent, warned: ReadonlyArray<string>): PageNotes => {
  const { askew, glyphs, height, pictures, width } = content
  const notes: Array<Unread> = []
  const characters = glyphs.filter(({ text }) => text.trim() !== "").length
  const leftOut = warned.filter((message) => message.includes("maximum allowed size")).length
  const large = pictures.filter(
    ({ bottom, left, right, top }) => (right - left) * (bottom - top) > width * height * largePicture
  ).length
  const isScan = characters === 0 && leftOut + pictures.length > 0
  if (isScan) notes.push(note(number, "", "这一页没有文字层（扫描件或图片）", "this page has no text layer (a scan)"))
  else if (leftOut + large > 0)
    notes.push({
      ...note(number, "", "页上的图片没有读", "what the pictures on this page show was not read"),
      aside: true
    })
  const unknown = glyphs.filter(({ text }) => text.includes(unknownCharacter)).length
  if (unknown > 0) {
    notes.push(
      note(
        number,
        unknownCharacter,
        `有 ${unknown} 个字符，字体没有说明是什么字`,
        `the font does not say what ${unknown} characters are`
      )
    )
  }
  if (askew.trim() !== "") {
    notes.push(
      note(
        number,
        askew.slice(0, 200),
        "方向不同的文字（水印、印章等）",
        "text in another direction (a watermark, a seal)"
      )
    )
  }
  for (const message of warned.filter((each) => losses.test(each)).slice(0, mostLosses)) {
    notes.push(
      note(
        number,
        message.slice(0, 200),
        "页上有一处内容损坏，没有读",
        "something on this page is damaged and was not read"
      )
    )
  }
  return { notes, isScan }
}

const broken = (number: number): Unread =>
  note(number, "", "这一页已损坏，没有读", "this page is damaged and was not read")

const isCutShort = (bytes: Uint8Array): boolean =>
  !Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, bytes.length - 2_048), Math.min(bytes.length, 2_048))
    .toString("latin1")
    .includes("%%EOF")

const cutShort: Unread = {
  text: "%%EOF",
  reason: {
    zh: "文件没有结尾，可能不完整，后面的内容可能缺失",
    en: "the file has no end and may be cut short: what followed is not here"
  },
  place: {}
}

const unsound = (streams: number): Unread => ({
  text: "",
  reason: {
    zh: `文件中有 ${streams} 段压缩数据与校验值不符，已损坏，读出的内容可能有缺有误`,
    en: `${streams} packed streams of the file do not match their check sums: they are damaged, and something may be missing or wrong`
  },
  place: {}
})

const readAll = async (document: PdfDocument, unread: Array<Unread>): Promise<ThreadAnswer> => {
  if (document.numPages > readingLimits.pages) return { refused: "TooManyPages" }
  const pages: Array<PageItems> = []
  let scans = 0
  let damaged = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    warnings.length = 0
    try {
      const page = await document.getPage(number)
      const content = await contentOf(page)
      const { isScan, notes } = notesOf(number, content, warnings)
      if (isScan) scans += 1
      for (const each of notes) unread.push(each)
      const { height, onPage, width } = content
      pages.push({ page: number, width, height, onPage, items: pageItems(content, number) })
      page.cleanup()
    } catch {
      damaged += 1
      unread.push(broken(number))
    }
    parentPort?.postMessage(number, [])
  }
  const blocks = flowed(pages)
  if (blocks.length === 0 && scans > 0) return { refused: "PdfScanned" }
  if (blocks.length === 0 && damaged > 0) return { refused: "FileDamaged" }
  return { pages: document.numPages, blocks, unread }
}

const read = async (bytes: Uint8Array): Promise<ThreadAnswer> => {
  const damaged = damagedStreams(bytes)
  const unread = [...(isCutShort(bytes) ? [cutShort] : []), ...(damaged > 0 ? [unsound(damaged)] : [])]
  const [asking, answering] = halfPorts()
  parsing.initializeFromPort(answering)
  const task = open(bytes, asking)
  try {
    return await readAll(await task.promise, unread)
  } catch (thrown) {
    return {
      refused: (thrown as { readonly name?: string }).name === "PasswordException" ? "FileEncrypted" : "FileDamaged"
    }
  } finally {
    await task.destroy()
  }
}

parentPort?.on("message", (bytes: Uint8Array) => {
  void read(bytes).then((answer) => {
    flushCompileCache()
    parentPort?.postMessage(answer, [])
  })
})
