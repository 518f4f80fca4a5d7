/** 恶意 PDF: loops, counts that lie, streams that unpack without end. */
import { deflateSync } from "node:zlib"
import { pdfOf } from "../published/pdfs.ts"
import { type Hostile, many } from "./Hostile.ts"

/** A file of the objects, the first its catalog, with a table of where each stands. */
const fileOf = (objects: ReadonlyArray<Uint8Array | string>): Uint8Array => {
  const pieces: Array<Buffer> = [Buffer.from("%PDF-1.5\n")]
  const starts: Array<number> = []
  let at = 9
  for (const [index, object] of objects.entries()) {
    const piece = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as Uint8Array),
      Buffer.from("\nendobj\n")
    ])
    starts.push(at)
    pieces.push(piece)
    at += piece.length
  }
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("")
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Uint8Array.from(Buffer.concat([...pieces, Buffer.from(end)]))
}

const streamOf = (content: Uint8Array | string, entries = "", times = 1): Uint8Array => {
  let packed = Buffer.from(content as Uint8Array)
  for (let round = 0; round < times; round += 1) packed = deflateSync(packed)
  const filters = "/FlateDecode ".repeat(times)
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} ${times > 0 ? `/Filter [${filters}]` : ""} ${entries} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream")
  ])
}

const catalog = "<< /Type /Catalog /Pages 2 0 R >>"
const pages = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
const pageWith = (resources = "/Font << /F1 5 0 R >>"): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`

/** A file of one page that draws `content`. */
const drawing = (
  content: string | Uint8Array,
  others: ReadonlyArray<string | Uint8Array> = [],
  resources?: string,
  times = 1
) => fileOf([catalog, pages, pageWith(resources), streamOf(content, "", times), font, ...others])

const sound = pdfOf([{ texts: [{ x: 60, y: 60, text: "部门决算" }] }])

export const hostilePdfs: ReadonlyArray<Hostile> = [
  {
    name: "PDF：只有开头",
    bytes: () => Uint8Array.from(Buffer.from("%PDF-1.4\n")),
    answers: ["FileDamaged"],
    isQuick: true
  },
  {
    name: "PDF：截去一半",
    bytes: () => sound.slice(0, Math.floor(sound.length / 2)),
    answers: ["FileDamaged"],
    isQuick: true
  },
  {
    name: "PDF：页树成环",
    bytes: () => fileOf([catalog, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]),
    answers: ["FileDamaged"],
    isQuick: true
  },
  {
    name: "PDF：自称十亿页",
    bytes: () =>
      fileOf([catalog, "<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>", pageWith(), streamOf(""), font]),
    answers: ["NothingToRead"],
    isQuick: true
  },
  {
    name: "PDF：十万页",
    bytes: () =>
      fileOf([
        catalog,
        `<< /Type /Pages /Count 100000 /Kids [${"3 0 R ".repeat(100_000)}] >>`,
        pageWith(),
        streamOf(""),
        font
      ]),
    answers: ["TooManyPages"]
  },
  {
    name: "PDF：页树很深",
    bytes: () =>
      fileOf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        ...Array.from({ length: 50_000 }, (_, index) => `<< /Type /Pages /Count 1 /Kids [${index + 3} 0 R] >>`)
      ]),
    answers: ["FileDamaged"]
  },
  {
    name: "PDF：一页画一亿次",
    bytes: () => drawing("0 0 1 1 re f\n".repeat(8_000_000)),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "PDF：一页三百万个字",
    bytes: () => drawing(`BT /F1 1 Tf ${"(1234567890) Tj ".repeat(300_000)} ET`),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "PDF：一个字符串二十兆",
    bytes: () => drawing(`BT /F1 1 Tf (${"1".repeat(20_000_000)}) Tj ET`),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "PDF：内容解压为四百兆",
    bytes: () => drawing(new Uint8Array(400_000_000).fill(32), [], undefined, 2),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "PDF：图形画自己",
    bytes: () =>
      drawing(
        "/X1 Do",
        [
          streamOf(
            "/X1 Do /X1 Do",
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >>"
          )
        ],
        "/XObject << /X1 6 0 R >>"
      ),
    answers: ["read"],
    isQuick: true
  },
  {
    name: "PDF：图形套图形三十层",
    bytes: () =>
      drawing(
        "/X Do",
        Array.from({ length: 30 }, (_, index) =>
          streamOf(
            "/X Do /X Do",
            `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${index + 7} 0 R >> >>`
          )
        ),
        "/XObject << /X 6 0 R >>"
      ),
    answers: ["ReadingTooLong", "ReadingTooMuch"]
  },
  {
    name: "PDF：对照表四十亿字",
    bytes: () =>
      drawing(
        "BT /F2 9 Tf <0041> Tj ET",
        [
          "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
          "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
          streamOf(
            `begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${many(20_000, () => "1 beginbfrange <00000000> <00ffffff> <0041> endbfrange\n")}endcmap`
          )
        ],
        "/Font << /F2 6 0 R >>"
      ),
    answers: ["read"],
    isQuick: true
  },
  {
    name: "PDF：许多线段",
    bytes: () =>
      drawing(many(120_000, (index) => `${index % 595} ${index % 842} m ${(index * 7) % 595} ${index % 842} l S\n`)),
    answers: ["NothingToRead"]
  },
  {
    name: "PDF：许多格的表",
    bytes: () =>
      drawing(
        `${many(800, (index) => `0 ${index} m 595 ${index} l S ${index * 0.7} 0 m ${index * 0.7} 842 l S\n`)}BT /F1 1 Tf (1) Tj ET`
      ),
    answers: ["read"]
  },
  {
    name: "PDF：对象流解压为四百兆",
    bytes: () => {
      const objects = fileOf([
        catalog,
        pages,
        pageWith(),
        streamOf(new Uint8Array(400_000_000).fill(32), "/Type /ObjStm /N 1 /First 10", 2)
      ])
      return objects
    },
    answers: ["ReadingTooMuch"]
  }
]
