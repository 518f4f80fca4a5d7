/**
 * 标注的 PDF: the audited file itself, each place of a finding marked by a coloured box that carries the finding as its note.
 * The pages keep their content; marks are annotations that any reader can hide.
 */
import type { Finding, Severity } from "@juesuan/rules"
import { numbered, tellingPlaces } from "./places.ts"
import { type Language, severityNames } from "./wording.ts"

const colours: Readonly<Record<Severity, readonly [number, number, number]>> = {
  error: [0.83, 0.18, 0.18],
  warning: [0.95, 0.6, 0.07],
  rounding: [0.36, 0.42, 0.75],
  note: [0.16, 0.56, 0.76]
}

/** How far a box stands off what it marks, in points. */
const margin = 1.5

interface Mark {
  readonly page: number
  readonly box: readonly [number, number, number, number]
  readonly severity: Severity
  readonly note: string
}

const marksOf = (findings: ReadonlyArray<Finding>, file: string, lang: Language): ReadonlyArray<Mark> =>
  numbered(findings).flatMap(({ finding, number }) =>
    tellingPlaces(finding).flatMap(({ file: of, page, rectangle }): ReadonlyArray<Mark> => {
      if (page === undefined || rectangle === undefined || (of !== undefined && of !== file)) return []
      const { bottom, left, right, top } = rectangle
      const box = [left - margin, top - margin, right + margin, bottom + margin] as const
      const note = `${number} ${severityNames[finding.severity][lang]}：${finding.message[lang]}`
      return [{ page, box, severity: finding.severity, note }]
    })
  )

interface CropBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A box as a reader sees it (from the top left, after the page is turned) in the coordinates of the page itself. */
const onPage = ([left, top, right, bottom]: Mark["box"], crop: CropBox, angle: number): Array<number> => {
  const { height, width, x, y } = crop
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return [x + top, y + left, x + bottom, y + right]
    case 180:
      return [x + width - right, y + top, x + width - left, y + bottom]
    case 270:
      return [x + width - bottom, y + height - right, x + width - top, y + height - left]
    default:
      return [x + left, y + height - bottom, x + right, y + height - top]
  }
}

/**
 * The file with its findings marked; `undefined` where no finding has a place in it.
 *
 * @example const marked = await markedPdf({ name: "决算.pdf", bytes }, report.findings, "zh")
 */
export const markedPdf = async (
  file: { readonly name: string; readonly bytes: Uint8Array },
  findings: ReadonlyArray<Finding>,
  lang: Language
): Promise<Uint8Array | undefined> => {
  const marks = marksOf(findings, file.name, lang)
  if (marks.length === 0) return undefined
  const { PDFDocument, PDFHexString, PDFName } = await import("@cantoo/pdf-lib")
  const document = await PDFDocument.load(file.bytes, { updateMetadata: false })
  const pages = document.getPages()
  for (const { box, note, page, severity } of marks) {
    const of = pages[page - 1]
    if (of === undefined) continue
    const annotation = document.context.register(
      document.context.obj({
        Type: "Annot",
        Subtype: "Square",
        Rect: onPage(box, of.getCropBox(), of.getRotation().angle),
        C: [...colours[severity]],
        BS: { W: 1.2 },
        F: 4,
        T: PDFHexString.fromText("Juesuan"),
        Contents: PDFHexString.fromText(note)
      })
    )
    const held = of.node.Annots()
    if (held === undefined) of.node.set(PDFName.of("Annots"), document.context.obj([annotation]))
    else held.push(annotation)
  }
  return document.save({ useObjectStreams: false })
}
