/** Measures what is read of made disclosures: SEEDS [LAYOUT,…] [FORMAT,…]. Prints a line for each layout and format. */
import { readDisclosure } from "@juesuan/documents"
import { isFailure } from "effect/Result"
import { cellRecall } from "../harness/cells.ts"
import { drafted, formats, layouts, type FormatName, type LayoutName } from "../Made.ts"

const [seeds = "3", layoutList, formatList] = process.argv.slice(2)
const wanted = <A extends string>(list: string | undefined, all: object) =>
  (list === undefined || list === "all"
    ? Object.keys(all)
    : list.split(",")) as ReadonlyArray<string> as ReadonlyArray<A>

for (const layout of wanted<LayoutName>(layoutList, layouts))
  for (const format of wanted<FormatName>(formatList, formats)) {
    let [printed, read] = [0, 0]
    const missed = new Map<string, number>()
    for (let seed = 1; seed <= Number(seeds); seed += 1) {
      const { draft } = drafted(seed, layout)
      const result = await readDisclosure(await formats[format](draft))
      if (isFailure(result)) {
        missed.set(`refused: ${JSON.stringify(result.failure).slice(0, 200)}`, seed)
        continue
      }
      const recall = cellRecall(draft, result.success)
      printed += recall.printed
      read += recall.read
      for (const { table, row, column, text } of recall.missed) {
        const where = `${table} / ${row} / ${column}`
        if (!missed.has(where)) missed.set(`${where} = ${text} (seed ${seed})`, seed)
      }
    }
    const rate = printed === 0 ? "-" : ((100 * read) / printed).toFixed(2)
    console.log(`${layout}\t${format}\t${read}/${printed}\t${rate}%`)
    for (const where of [...missed.keys()].slice(0, 4)) console.log(`    ${where}`)
  }
