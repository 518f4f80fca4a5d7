/** The peer for whole replays: ledger-cli on the same payments, one transaction each. */
import { closeSync, openSync, writeSync } from "node:fs"
import { spawnSync } from "node:child_process"
import type { DataOf, StoredEvent } from "@juesuan/domain"

export const hasLedgerCli = (): boolean => spawnSync("ledger", ["--version"]).status === 0

const accountOf = (payment: DataOf<"PaymentMade">): string =>
  [
    "Expenditure",
    payment.functional.slice(0, 3),
    payment.functional.slice(0, 5),
    payment.functional,
    payment.kind,
    payment.economic,
    payment.fund,
    payment.project ?? "none"
  ].join(":")

/** Writes the payments of a log as a ledger-cli journal. */
export const writeJournal = (place: string, events: Iterable<StoredEvent>): void => {
  const file = openSync(place, "w")
  let lines: Array<string> = []
  const flush = (): void => {
    writeSync(file, lines.join(""))
    lines = []
  }
  for (const event of events) {
    if (event.type !== "PaymentMade") continue
    const payment = event.data as DataOf<"PaymentMade">
    lines.push(
      `${payment.occurredOn} ${payment.summary}\n  ${accountOf(payment)}  CNY ${payment.amount}\n  Treasury\n\n`
    )
    if (lines.length === 10_000) flush()
  }
  flush()
  closeSync(file)
}

/** Totals by functional class from `ledger balance --depth 2`, in 元 as text. */
export const balances = (output: string): ReadonlyMap<string, string> => {
  const totals = new Map<string, string>()
  for (const line of output.split("\n")) {
    const found = /^\s*CNY\s+(-?[\d.]+)\s+.*?(\d{3})\s*$/u.exec(line)
    if (found !== null) totals.set(found[2] as string, found[1] as string)
  }
  return totals
}
