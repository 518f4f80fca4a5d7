/**
 * Measures reading and judging on made disclosures: read|clean|planted SEEDS [LAYOUT,…|all] [FORMAT,…|all] [KIND,…].
 * Prints a line for each layout and format (or kind of error), and the first misses.
 */
import { readDisclosure } from "@juesuan/documents"
import { isFailure } from "effect/Result"
import { cellRecall } from "../harness/cells.ts"
import { judgeClean, judgePlanted } from "../harness/verdicts.ts"
import { drafted, formats, layouts, type FormatName, type LayoutName } from "../Made.ts"
import { plants } from "../planting/all.ts"

const [what = "read", seedCount = "3", layoutList = "all", formatList = "all", kindList] = process.argv.slice(2)
const chosen = (list: string, all: object): ReadonlyArray<string> =>
  list === "all" ? Object.keys(all) : list.split(",")
const layoutNames = chosen(layoutList, layouts) as ReadonlyArray<LayoutName>
const formatNames = chosen(formatList, formats) as ReadonlyArray<FormatName>
const [first = 1, last = Number(seedCount)] = seedCount.includes("-") ? seedCount.split("-").map(Number) : []
const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index)

const show = (lines: Iterable<string>, most = 6) => {
  for (const line of [...lines].slice(0, most)) console.log(`    ${line}`)
}

const measureReading = async (layout: LayoutName, format: FormatName) => {
  let [printed, read] = [0, 0]
  const missed = new Set<string>()
  for (const seed of seeds) {
    const { draft } = drafted(seed, layout)
    const result = await readDisclosure(await formats[format](draft))
    const recall = isFailure(result) ? undefined : cellRecall(draft, result.success)
    if (recall === undefined) missed.add(`seed ${seed} is refused: ${JSON.stringify(result).slice(0, 200)}`)
    printed += recall?.printed ?? 0
    read += recall?.read ?? 0
    for (const { table, row, column, text } of recall?.missed ?? [])
      missed.add(`seed ${seed}: ${table} / ${row} / ${column.join("·")} = ${text}`)
  }
  console.log(`${layout}\t${format}\t${read}/${printed}\t${printed === 0 ? "-" : ((100 * read) / printed).toFixed(2)}%`)
  show(missed)
}

const measureClean = async (layout: LayoutName, format: FormatName) => {
  const lines: string[] = []
  const counts = { error: 0, warning: 0, pass: 0 }
  for (const seed of seeds) {
    const { errors, warnings, verdict, audited } = await judgeClean(seed, layout, format)
    if (verdict === "incomplete") {
      const unread = audited.report.unread.slice(0, 2).map(({ reason, text }) => `${reason.zh} ${text.slice(0, 60)}`)
      lines.push(`seed ${seed}: incomplete: ${unread.join(" | ")}`)
    }
    counts.error += errors.length
    counts.warning += warnings.length
    counts.pass += verdict === "pass" ? 1 : 0
    for (const { rule, severity, message } of [...errors, ...warnings])
      lines.push(`seed ${seed}: ${severity} ${rule}: ${message.zh}`)
  }
  console.log(
    `${layout}\t${format}\t${seeds.length} clean\terrors ${counts.error}\twarnings ${counts.warning}\tpass ${counts.pass}`
  )
  show(lines)
}

const measurePlanted = async (layout: LayoutName, format: FormatName) => {
  for (const plant of plants.filter(({ kind }) => kindList === undefined || kindList.split(",").includes(kind))) {
    const lines: string[] = []
    let [planted, found] = [0, 0]
    for (const seed of seeds) {
      const result = await judgePlanted(seed, layout, format, plant)
      if (result === undefined) continue
      planted += 1
      if (result.found) found += 1
      else
        lines.push(
          `seed ${seed}: ${JSON.stringify(result.truth).slice(0, 400)} ← ${result.findings
            .map(({ rule }) => rule)
            .join(", ")
            .slice(0, 160)}`
        )
    }
    console.log(`${layout}\t${format}\t${plant.kind}\t${found}/${planted}`)
    show(lines, 2)
  }
}

const measures = { read: measureReading, clean: measureClean, planted: measurePlanted }
const measure = measures[what as keyof typeof measures]
for (const layout of layoutNames) for (const format of formatNames) await measure(layout, format)
