/** 读不了的文件: why a published file cannot be read, and what to do about it. One sentence for each reason. */
import { type Fault, fault, type Says } from "../../read/Fault.ts"
import { readingLimits } from "./reading-limits.ts"

/** Reasons that need no figure of the file. */
const reasons = {
  FileEmpty: { zh: "文件是空的，请重新下载或重新导出", en: "the file is empty: download or export it again" },
  FileTooLarge: {
    zh: `文件超过 ${readingLimits.bytes / 1024 / 1024} MiB，请拆分后再读`,
    en: `the file is larger than ${readingLimits.bytes / 1024 / 1024} MiB: split it and read the parts`
  },
  FileDamaged: {
    zh: "文件已损坏或不完整，请重新下载；能用办公软件打开的，另存一份再读",
    en: "the file is damaged or cut short: download it again, or open it in an office program and save a copy"
  },
  FileEncrypted: {
    zh: "文件设有打开密码，请去掉密码另存一份再读",
    en: "the file needs a password to be opened: save a copy without it"
  },
  FormatLegacy: {
    zh: "这是旧版办公文件（.doc、.xls、.wps、.et），请用 Word、Excel 或 WPS 另存为 docx、xlsx 或 PDF 再读",
    en: "this is an office file of the old kind (.doc, .xls, .wps, .et): save it as docx, xlsx or PDF"
  },
  FormatOther: {
    zh: "这种文件读不了（OFD、ODF、xlsb、RTF、PPT 等），请另存或打印为 PDF、docx 或 xlsx 再读",
    en: "files of this kind are not read (OFD, ODF, xlsb, RTF, PPT and the like): save or print it as PDF, docx or xlsx"
  },
  FormatPicture: {
    zh: "这是图片，没有文字可读；请找文字版的 PDF、Word、Excel 或网页，或先做文字识别",
    en: "this is a picture without text: find the PDF, Word, Excel or web version, or run character recognition first"
  },
  FormatArchive: {
    zh: "这是压缩包，请解压后逐个读其中的文件",
    en: "this is an archive: unpack it and read the files in it"
  },
  FormatUnknown: {
    zh: "看不出是什么文件；能读的是 PDF、docx、xlsx、网页和文本（UTF-8、UTF-16、GBK）",
    en: "it is not clear what this file is: PDF, docx, xlsx, HTML and text (UTF-8, UTF-16, GBK) are read"
  },
  ArchiveHostile: {
    zh: "压缩内容异常（条目过多、解压后过大、压缩比过高、大小不实或互相重叠），为安全起见不读；请用办公软件打开后另存一份",
    en: "its compressed content is not sound (too many entries, too large, lying sizes or overlaps) and is not unpacked: open it in an office program and save a copy"
  },
  XmlHostile: {
    zh: "文件内部含有 DOCTYPE 或实体声明，或嵌套过深，办公软件不会写出这样的文件，为安全起见不读",
    en: "the file holds a DOCTYPE, declares entities or nests too deep, which no office program writes: it is not read"
  },
  PageHostile: {
    zh: `网页嵌套过深，或超过 ${readingLimits.page.elements} 个元素、${readingLimits.page.characters} 字，不像一份决算公开，没有读；请另存为 PDF 或拆分`,
    en: `the page nests too deep or has more than ${readingLimits.page.elements} elements or ${readingLimits.page.characters} characters, unlike a disclosure, and was not read: save it as PDF, or split it`
  },
  PdfScanned: {
    zh: "各页都没有文字层（扫描件或图片），请找文字版，或先做文字识别",
    en: "no page has a text layer (a scan): find a version with text, or run character recognition first"
  },
  TooManyPages: {
    zh: `页数超过 ${readingLimits.pages} 页，请拆分后再读`,
    en: `it has more than ${readingLimits.pages} pages: split it and read the parts`
  },
  ReadingTooLong: {
    zh: `${readingLimits.seconds} 秒内读不完，或有一页要算 ${readingLimits.pageSeconds} 秒以上，请拆分，或用办公软件另存一份再读`,
    en: `it could not be read within ${readingLimits.seconds} s, or a page takes more than ${readingLimits.pageSeconds} s of computing: split it, or save a copy from an office program`
  },
  ReadingTooMuch: {
    zh: "读它所需的内存超过限度，请拆分，或用办公软件另存一份再读",
    en: "reading it takes more memory than is allowed: split it, or save a copy from an office program"
  },
  TextTooLong: {
    zh: `文字超过 ${readingLimits.characters} 字或 ${readingLimits.lines} 行，或一行超过 ${readingLimits.line} 字，不像一份决算公开，没有读；请拆分`,
    en: `it holds more than ${readingLimits.characters} characters, ${readingLimits.lines} lines, or ${readingLimits.line} characters in one line, unlike a disclosure, and was not read: split it`
  },
  TablesTooLarge: {
    zh: `各表共有 ${readingLimits.places} 格以上（合并的单元格按所占格数）、有内容的超过 ${readingLimits.cells} 格，或一张表超过 ${readingLimits.rows} 行、${readingLimits.columns} 列，不像一份决算公开，没有读；请检查合并的单元格，或拆分`,
    en: `its tables take more than ${readingLimits.places} places, merged cells counted whole, or hold more than ${readingLimits.cells} entries, or one of them has more than ${readingLimits.rows} rows or ${readingLimits.columns} columns, unlike a disclosure, and were not read: check the merged cells, or split it`
  },
  TablesTooMany: {
    zh: `有 ${readingLimits.tables} 张以上的表，不像一份决算公开，没有读；请拆分`,
    en: `it holds more than ${readingLimits.tables} tables, unlike a disclosure, and was not read: split it`
  },
  NothingToRead: {
    zh: "文件里没有任何文字或表格",
    en: "there is neither text nor a table in the file"
  }
} as const satisfies Readonly<Record<string, Says>>

export type RefusalReason = keyof typeof reasons

/** The fault that says why a file, or one sheet or part of it (`column`), cannot be read. */
export const refused = (file: string, reason: RefusalReason, found?: string): Fault =>
  fault({ file }, reason, reasons[reason], found === undefined ? {} : { found })
