/** The text of a PDF, page by page, with pdf.js and nothing else; prints how many pieces it holds. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

const task = getDocument({
  data: Uint8Array.from(readFileSync(process.argv[2] ?? "")),
  cMapUrl: fileURLToPath(new URL("cmaps/", import.meta.resolve("pdfjs-dist/package.json"))),
  cMapPacked: true,
  disableFontFace: true,
  verbosity: 0
})
const document = await task.promise
let items = 0
for (let number = 1; number <= document.numPages; number += 1)
  items += (await (await document.getPage(number)).getTextContent()).items.length
await task.destroy()
console.log(items)
