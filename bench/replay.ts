/**
 * All tables from stored payments, cold: the whole command against ledger-cli's `balance` on the same payments. Totals by
 * functional class must be equal to the 分; then the ratio of times and of peak memory is printed.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { domainCodec, sqliteLog } from "@juesuan/store"
import { balances, hasLedgerCli, writeJournal } from "./ledger-cli.ts"
import { yearOfPayments } from "./payments.ts"
import { inTurn, type Run, runOnce } from "./Timing.ts"

const commandLine = join(import.meta.dirname, "..", "packages", "cli", "dist", "juesuan.mjs")
const sizes = process.argv.slice(2).map(Number)
const rounds = 3

interface TableRow {
  readonly key: string
  readonly cells: Readonly<Record<string, { readonly exact: string } | null>>
}

/** 本年支出合计 by functional class, in 元, as the JSON of 公开03 states it. */
const classTotals = (output: string): ReadonlyMap<string, string> => {
  const all = JSON.parse(output) as ReadonlyArray<{ readonly table: string; readonly rows: ReadonlyArray<TableRow> }>
  const table = all.find((candidate) => candidate.table === "公开03")
  const totals = new Map<string, string>()
  for (const row of table?.rows ?? []) {
    const exact = row.cells["本年支出合计"]?.exact
    if (/^\d{3}$/u.test(row.key) && exact !== undefined) totals.set(row.key, exact)
  }
  return totals
}

const assertEqual = (ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): void => {
  if (theirs.size === 0) throw new Error("ledger-cli stated no totals")
  for (const [code, total] of theirs) {
    if (ours.get(code) !== total)
      throw new Error(`unequal: class ${code} is ${ours.get(code)} here, ${total} by ledger-cli`)
  }
  if (ours.size !== theirs.size) throw new Error(`unequal: ${ours.size} classes here, ${theirs.size} by ledger-cli`)
}

const described = (name: string, run: Run): string =>
  `${name} ${run.seconds.toFixed(2)} s${run.peakMb === undefined ? "" : `, ${run.peakMb.toFixed(0)} MB`}`

const measure = async (count: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-bench-"))
  try {
    const place = join(folder, "books.db")
    const journal = join(folder, "payments.ledger")
    const log = sqliteLog(place, { codec: domainCodec, access: "write", now: () => new Date().toISOString() })
    await log.importEvents(yearOfPayments(count))
    await log.close()
    writeJournal(journal, yearOfPayments(count))
    const ours = () => runOnce(process.execPath, [commandLine, "tables", "--json", "--store", `sqlite:${place}`])
    const theirs = () => runOnce("ledger", ["-f", journal, "balance", "^Expenditure", "--depth", "2"])
    const { first, ratio, second } = inTurn(rounds, ours, theirs)
    assertEqual(classTotals(first.output), balances(second.output))
    const memory =
      first.peakMb === undefined || second.peakMb === undefined
        ? ""
        : `, memory ratio ${(first.peakMb / second.peakMb).toFixed(2)}`
    console.log(
      `replay ${count}: ${described("all tables", first)}; ${described("ledger balance", second)}; time ratio ${ratio.toFixed(2)}${memory}; totals equal`
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (!hasLedgerCli()) {
  console.log("replay: not run, ledger-cli is not installed (Debian package `ledger`)")
} else {
  for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await measure(size)
}
