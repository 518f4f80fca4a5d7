/** 自查 as text: the report as an audit prints it, and every receipt, by outcome. */
import type { AuditReport, Outcome, ReportedReceipt } from "@juesuan/app"
import { type Language, wordingOf } from "../Language.ts"
import { auditText, outcomes } from "./audit.ts"

const order: ReadonlyArray<Outcome> = ["fail", "insufficient-data", "rounding", "pass", "not-applicable"]

/** How many places of a rule came out like this, where there are several. */
const placesText = ({ counts }: ReportedReceipt, outcome: Outcome): string =>
  counts[outcome] > 1 ? ` ×${counts[outcome]}` : ""

export const checkText = (report: AuditReport, language: Language): string => {
  const t = wordingOf(language)
  const groups = order.flatMap((outcome) => {
    const receipts = report.receipts.filter((receipt) => receipt.outcome === outcome)
    const [zh, en] = outcomes[outcome]
    const lines = receipts.map((receipt) => {
      const reason = receipt.reason === undefined ? "" : ` – ${receipt.reason[language]}`
      return `  ${receipt.rule} ${receipt.label}${placesText(receipt, outcome)}${reason}`
    })
    return receipts.length === 0 ? [] : ["", `${t(zh, en)} ${receipts.length}`, ...lines]
  })
  return [auditText(report, language), "", t("回执", "Receipts"), ...groups].join("\n")
}
