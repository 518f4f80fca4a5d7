/** Adds up what was noted of properties: how many there are of each file, how often they were tried. `node test/deep/programs/tally.ts [FILE]` */
import { noted, notesFile, type Tally, tallied } from "../notes.ts"

const all = tallied(noted(process.argv[2] ?? notesFile))
const enough = Number(process.env["PROPERTY_RUNS"] ?? 100_000)
const columns = ["properties", `≥ ${enough}`, "fewest", "runs", "seconds", "failed"]
const line = (name: string, tallies: ReadonlyArray<Tally>): string => {
  const sum = (of: "runs" | "seconds" | "failed") => tallies.reduce((total, each) => total + each[of], 0)
  const reached = tallies.filter(({ runs }) => runs >= enough).length
  const fewest = Math.min(...tallies.map(({ runs }) => runs))
  return `| ${[name, tallies.length, reached, fewest, sum("runs"), Math.round(sum("seconds")), sum("failed")].join(" | ")} |`
}

console.log(`| file | ${columns.join(" | ")} |\n| --- |${" --- |".repeat(columns.length)}`)
for (const name of new Set(all.map(({ file }) => file))) {
  const ofFile = all.filter(({ file }) => file === name)
  console.log(line(name, ofFile))
}
console.log(line("all", all))
