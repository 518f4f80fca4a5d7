/** 文字文件: a docx document as it is shown: body, tables, text boxes, numbers of lists, notes at its end. */
import * as Result from "effect/Result"
import type { Fault } from "../../../read/Fault.ts"
import type { RawDocument } from "../../RawDocument.ts"
import { type Archive, openArchive } from "../office/archive.ts"
import { relationshipsOf } from "../office/relationships.ts"
import { type Element, readXml } from "../office/xml.ts"
import { refused } from "../refusals.ts"
import { noteText, type Reading, readPart } from "./body.ts"
import { noteKey } from "./runs.ts"
import { numberer, numberingOf } from "./numbering.ts"
import { styleReader } from "./styles.ts"

/** The units of a part, with the prefixes of their names; none where the part is not there. */
const unitsOf = (
  file: string,
  archive: Archive,
  part: string,
  names: ReadonlyArray<string>
): Result.Result<ReadonlyArray<Element>, Fault> =>
  Result.flatMap(archive.part(part), (bytes) => {
    const found: Array<Element> = []
    if (bytes === undefined) return Result.succeed(found)
    return Result.map(
      readXml(file, part, bytes, { units: new Set(names), onUnit: (unit) => found.push(unit), keepsAll: true }),
      () => found
    )
  })

const bodyUnits = new Set(["w:p", "w:tbl", "w:altChunk"])

/** How the text of a document looks: most of its elements, and none of its content. */
const looks = new Set(
  "rFonts sz szCs b bCs i iCs u color kern lang spacing ind jc shd tcW tcBorders tcMar vAlign noWrap tblPr tblGrid proofErr bookmarkStart bookmarkEnd"
    .split(" ")
    .map((name) => `w:${name}`)
)

/** Notes that the text refers to, in the order in which it does. */
const addNotes = (reading: Reading, units: ReadonlyArray<Element>): void => {
  const byId = new Map(units.map((unit) => [noteKey(unit.name, unit.attributes["w:id"] ?? ""), noteText(unit)]))
  for (const id of new Set(reading.notes)) {
    const text = byId.get(id) ?? ""
    if (text !== "") reading.blocks.push({ _tag: "Paragraph", text, place: {} })
  }
}

/** Pages are told only by a file that stores where they broke when it was saved. */
const withoutPages = (document: RawDocument): RawDocument => ({
  ...document,
  pages: null,
  blocks: document.blocks.map((block) =>
    block._tag === "Paragraph"
      ? { ...block, place: {} }
      : { ...block, place: {}, cells: block.cells.map((cell) => ({ ...cell, place: {} })) }
  ),
  unread: document.unread.map((each) => ({ ...each, place: {} }))
})

/** A docx document as paragraphs and grids. */
export const readDocx = async (
  name: string,
  bytes: Uint8Array
): Promise<Result.Result<RawDocument, ReadonlyArray<Fault>>> => {
  const opened = await openArchive(name, bytes)
  const read = Result.gen(function* () {
    const archive = yield* opened
    const main =
      (yield* relationshipsOf(name, archive, "")).find(({ type }) => type === "officeDocument")?.target ??
      "word/document.xml"
    const parts = yield* relationshipsOf(name, archive, main)
    const partOf = (wanted: string): string => parts.find(({ type }) => type === wanted)?.target ?? ""
    const styles = yield* unitsOf(name, archive, partOf("styles"), ["w:style"])
    const numbering = yield* unitsOf(name, archive, partOf("numbering"), ["w:abstractNum", "w:num"])
    const reading: Reading = {
      styleOf: styleReader(styles),
      numberOf: numberer(numberingOf(numbering)),
      blocks: [],
      unread: [],
      notes: [],
      characters: 0,
      page: 1,
      carried: ""
    }
    const body = yield* archive.part(main)
    if (body === undefined) return yield* Result.fail(refused(name, "FileDamaged", main))
    yield* readXml(name, main, body, { units: bodyUnits, without: looks, onUnit: (unit) => readPart(reading, unit) })
    const footnotes = yield* unitsOf(name, archive, partOf("footnotes"), ["w:footnote"])
    const endnotes = yield* unitsOf(name, archive, partOf("endnotes"), ["w:endnote"])
    addNotes(reading, [...footnotes, ...endnotes])
    const document = {
      name,
      format: "docx" as const,
      pages: reading.page,
      blocks: reading.blocks,
      unread: reading.unread
    }
    return reading.page > 1 ? document : withoutPages(document)
  })
  return Result.mapError(read, (found) => [found])
}
