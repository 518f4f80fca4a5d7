/** 恶意压缩包: docx and xlsx whose archive or XML is not what office programs write. */
import { documentParts, type Entry, workbookParts, zipped } from "../published/archives.ts"
import { type Hostile, many } from "./Hostile.ts"

/** Not packed, so that nothing is refused for how tightly it is packed. */
const loose = (parts: ReadonlyArray<Entry>): Uint8Array => zipped(parts.map((part) => ({ ...part, stored: true })))
const workbook = (sheet: string, others: ReadonlyArray<Entry> = []): Uint8Array => loose(workbookParts(sheet, others))
const document = (body: string, others: ReadonlyArray<Entry> = []): Uint8Array => loose(documentParts(body, others))

const oneRow = '<sheetData><row><c t="inlineStr"><is><t>收入</t></is></c><c><v>1</v></c></row></sheetData>'
const million = 1_000_000

const stringsOf = (items: string): Entry => ({ name: "xl/sharedStrings.xml", content: `<sst>${items}</sst>` })
const stylesOf = (code: string): Entry => ({
  name: "xl/styles.xml",
  content: `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`
})
const rowsOf = (rows: number, cells: string): string => `<sheetData>${`<row>${cells}</row>`.repeat(rows)}</sheetData>`

const archives: ReadonlyArray<Hostile> = [
  {
    name: "压缩包：一百兆的零",
    bytes: () => zipped(workbookParts(oneRow, [{ name: "xl/media/a.bin", content: new Uint8Array(90 * million) }])),
    answers: ["ArchiveHostile"]
  },
  {
    name: "压缩包：大小不实",
    bytes: () =>
      zipped([
        ...workbookParts(oneRow).slice(0, 3),
        { name: "xl/worksheets/sheet1.xml", content: new Uint8Array(50 * million), saysLength: 1_000 }
      ]),
    answers: ["ArchiveHostile"],
    isQuick: true
  },
  {
    name: "压缩包：互相重叠",
    bytes: () =>
      workbook(
        oneRow,
        Array.from({ length: 1_900 }, (_, index) => ({ name: `xl/a${index}.xml`, content: "", saysStart: 0 }))
      ),
    answers: ["ArchiveHostile"],
    isQuick: true
  },
  {
    name: "压缩包：十万个部件",
    bytes: () =>
      workbook(
        oneRow,
        Array.from({ length: 65_000 }, (_, index) => ({ name: `a${index}`, content: "" }))
      ),
    answers: ["ArchiveHostile"]
  },
  {
    name: "压缩包：包中有包",
    bytes: () => zipped([{ name: "xl/workbook.xml", content: workbook(oneRow) }]),
    answers: ["FileDamaged"],
    isQuick: true
  }
]

const xml: ReadonlyArray<Hostile> = [
  {
    name: "XML：实体套实体",
    bytes: () =>
      zipped([
        ...documentParts("").slice(0, 1),
        {
          name: "word/document.xml",
          content: `<!DOCTYPE a [<!ENTITY b "bbbb">${many(9, (index) => `<!ENTITY b${index} "&b;&b;">`)}]><w:document>&b8;</w:document>`
        }
      ]),
    answers: ["XmlHostile"],
    isQuick: true
  },
  { name: "XML：嵌套百万层", bytes: () => document("<w:p>".repeat(million)), answers: ["XmlHostile"] },
  {
    name: "XML：一个元素百万个属性",
    bytes: () => document(`<w:p ${many(million, (index) => `a${index}="" `)}/>`),
    answers: ["XmlHostile"]
  },
  {
    name: "docx：百万格的表",
    bytes: () => document(`<w:tbl><w:tr>${"<w:tc/>".repeat(2 * million)}</w:tr></w:tbl>`),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "docx：六十万行的表",
    bytes: () =>
      document(`<w:tbl>${"<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>".repeat(600_000)}</w:tbl>`),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "docx：百万段",
    bytes: () => document(many(million, (index) => `<w:p><w:r><w:t>${index}</w:t></w:r></w:p>`)),
    answers: ["TextTooLong"]
  },
  {
    name: "docx：一条脚注引用百万次",
    bytes: () =>
      document(`<w:p><w:r>${many(million, () => '<w:footnoteReference w:id="1"/>')}</w:r></w:p>`, [
        {
          name: "word/footnotes.xml",
          content: `<w:footnotes xmlns:w="w"><w:footnote w:id="1"><w:p><w:r><w:t>${"脚注".repeat(50_000)}</w:t></w:r></w:p></w:footnote></w:footnotes>`
        }
      ]),
    answers: ["ReadingTooMuch", "TextTooLong", "ArchiveHostile"]
  },
  {
    name: "docx：很长的自动编号",
    bytes: () =>
      document(
        `${'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p>'.repeat(20_000)}`,
        [
          {
            name: "word/numbering.xml",
            content: `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:start w:val="90000"/><w:lvlText w:val="${"%1".repeat(100_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
          }
        ]
      ),
    answers: ["ReadingTooMuch", "TextTooLong"],
    isQuick: true
  },
  {
    name: "docx：百万个空格的一段",
    bytes: () => document(`<w:p><w:r><w:t>一${" ".repeat(million)}二</w:t></w:r></w:p>`),
    answers: ["read"],
    isQuick: true
  }
]

const sheets: ReadonlyArray<Hostile> = [
  {
    name: "xlsx：百万条共享文字",
    bytes: () => workbook(oneRow, [stringsOf(many(million, (index) => `<si><t>${index}</t></si>`))]),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "xlsx：一条很长的共享文字用十万次",
    bytes: () =>
      workbook(rowsOf(50_000, '<c t="s"><v>0</v></c><c t="s"><v>0</v></c>'), [
        stringsOf(`<si><t>${"长".repeat(900_000)}</t></si>`)
      ]),
    answers: ["TextTooLong"],
    isQuick: true
  },
  {
    name: "xlsx：一百六十万个单元格",
    bytes: () =>
      workbook(
        rowsOf(
          50_000,
          many(100, (index) => `<c><v>${index}</v></c>`)
        )
      ),
    answers: ["TablesTooLarge"]
  },
  {
    name: "xlsx：一行百万个单元格",
    bytes: () =>
      workbook(
        rowsOf(
          1,
          many(million, (index) => `<c><v>${index}</v></c>`)
        )
      ),
    answers: ["ReadingTooMuch"]
  },
  {
    name: "xlsx：同一位置百万个单元格",
    bytes: () => workbook(rowsOf(10_000, '<c r="A1"><v>1</v></c>'.repeat(100))),
    answers: ["TablesTooLarge"]
  },
  {
    name: "xlsx：百万行各一格",
    bytes: () => workbook(rowsOf(million, "<c><v>1</v></c>")),
    answers: ["TablesTooLarge"]
  },
  {
    name: "xlsx：合并百万行的许多单元格",
    bytes: () =>
      workbook(
        `${rowsOf(100, "<c><v>1</v></c><c><v>2</v></c>")}<mergeCells>${many(100_000, (index) => `<mergeCell ref="A${index + 1}:XFD1048576"/>`)}</mergeCells>`
      ),
    answers: ["TablesTooLarge"],
    isQuick: true
  },
  {
    name: "xlsx：百万条隐藏的列",
    bytes: () =>
      workbook(
        `<cols>${many(500_000, () => '<col min="1" max="2" hidden="1"/>')}</cols>${rowsOf(2, '<c r="XFD1"><v>1</v></c>')}`
      ),
    answers: ["read"],
    isQuick: true
  },
  {
    name: "xlsx：很长的数字格式",
    bytes: () => workbook(rowsOf(2_000, '<c s="0"><v>1.5</v></c>'.repeat(10)), [stylesOf(`0.${"0".repeat(500_000)}`)]),
    answers: ["read"],
    isQuick: true
  },
  {
    name: "xlsx：百万位的数",
    bytes: () => workbook(rowsOf(3, `<c><v>${"7".repeat(million)}</v></c>`)),
    answers: ["TextTooLong"],
    isQuick: true
  },
  {
    name: "xlsx：工作簿列出同一张表十万次",
    bytes: () => {
      const parts = workbookParts(rowsOf(1_000, "<c><v>1</v></c><c><v>2</v></c>"))
      const sheet = '<sheet name="表" sheetId="1" r:id="r1"/>'
      return loose(
        parts.map((part) =>
          part.name === "xl/workbook.xml"
            ? { ...part, content: `<workbook xmlns:r="x"><sheets>${sheet.repeat(100_000)}</sheets></workbook>` }
            : part
        )
      )
    },
    answers: ["FileDamaged"],
    isQuick: true
  },
  {
    name: "xlsx：没有结果的公式五十万条",
    bytes: () => workbook(rowsOf(50_000, "<c><f>A1</f></c>".repeat(10))),
    answers: ["TablesTooLarge"]
  }
]

export const hostileArchives: ReadonlyArray<Hostile> = [...archives, ...xml, ...sheets]
