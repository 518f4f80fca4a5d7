/** 全年日志: the whole year of the sample as one log, in order of recording. */
import type { StoredEvent } from "@juesuan/domain"
import { recordClosing, recordContracts } from "./chapters/closing.ts"
import { recordAdjustments, recordRevenue } from "./chapters/funding.ts"
import { recordOpening } from "./chapters/opening.ts"
import { recordPerformance } from "./chapters/performance.ts"
import { movementsOf, recordPayments } from "./chapters/spending.ts"
import { Journal } from "./Journal.ts"

/** On one day budgets come before revenue, revenue before contracts and payments, and the results of the year last. */
export const yearEvents = (): ReadonlyArray<StoredEvent> => {
  const journal = new Journal()
  recordOpening(journal)
  recordAdjustments(journal)
  recordRevenue(journal, movementsOf())
  recordContracts(journal)
  recordPayments(journal)
  recordPerformance(journal)
  recordClosing(journal)
  return journal.events()
}

/** The exported form: one event a line. */
export const exported = (events: ReadonlyArray<StoredEvent>): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join("")
