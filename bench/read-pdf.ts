/** Reading a published PDF of thirty pages, half tables and half text, against what pdf.js alone takes for its text. */
import { fileURLToPath } from "node:url"
import { readRaw } from "@juesuan/documents"
import * as Result from "effect/Result"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import { pages, pdfWithTables, rows } from "./pdf-file.ts"

const maps = fileURLToPath(new URL("cmaps/", import.meta.resolve("pdfjs-dist/package.json")))
const rounds = 9
const file = pdfWithTables(2)
/** The text of every page, as pdf.js gives it. */
const textAlone = async (): Promise<number> => {
  const task = getDocument({
    data: Uint8Array.from(file),
    cMapUrl: maps,
    cMapPacked: true,
    disableFontFace: true,
    verbosity: 0
  })
  const document = await task.promise
  let items = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent()
    items += content.items.length
  }
  await task.destroy()
  return items
}

const whole = async (): Promise<number> => {
  const { blocks } = Result.getOrThrow(await readRaw({ name: "bench.pdf", bytes: file }))
  return blocks.reduce((sum, block) => sum + (block._tag === "Grid" ? block.rows : 0), 0)
}

const seconds = async (work: () => Promise<number>, expected: (found: number) => boolean): Promise<number> => {
  const started = process.hrtime.bigint()
  if (!expected(await work())) throw new Error("it did not read what the file holds")
  return Number(process.hrtime.bigint() - started) / 1e9
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const wholes: Array<number> = []
const alones: Array<number> = []
for (let round = 0; round <= rounds; round += 1) {
  const one = await seconds(whole, (found) => found === (pages / 2) * (rows + 1))
  const other = await seconds(textAlone, (found) => found > pages * rows)
  if (round === 0) console.log(`read a PDF  the first time, with pdf.js loading: ${(one * 1000).toFixed(0)} ms`)
  else {
    wholes.push(one)
    alones.push(other)
  }
}
const ratio = median(wholes.map((time, index) => time / (alones[index] ?? 1)))
console.log(
  `read a PDF  ${pages} pages: ${(median(wholes) * 1000).toFixed(0)} ms, text by pdf.js alone ${(median(alones) * 1000).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`
)
process.exit()
