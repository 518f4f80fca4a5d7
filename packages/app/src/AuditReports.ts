/** 审核报告 of a disclosure, read from files or printed from the books: the rules, their receipts, the verdict. */
import { Jurisdiction, type PublishedDisclosure } from "@juesuan/domain"
import {
  type AuditReport,
  type CheckRule,
  checkRulesFor,
  type Finding,
  type Judged,
  judgeDisclosure,
  type Verdict
} from "@juesuan/rules"

const severities: ReadonlyArray<Finding["severity"]> = ["error", "warning", "rounding", "note"]

const bySeverity = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  findings.toSorted((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity))

/** Whether a table was not read whole, or an amount of a recognised table could not be read for sure. */
const hasUnreadableAmount = ({ tables }: PublishedDisclosure): boolean =>
  tables.some(
    ({ meaning, rows, unread }) =>
      unread.length > 0 ||
      (meaning !== undefined &&
        rows.some(({ cells }) => Object.values(cells).some(({ printed }) => printed._tag === "Unreadable")))
  )

/** 结论: an error is one whatever else could not be read; without one, everything needed must have been read. */
const verdictOf = (document: PublishedDisclosure, { findings }: Judged): Verdict => {
  if (findings.some(({ severity }) => severity === "error")) return "fail"
  const recognised = document.tables.some(({ meaning }) => meaning !== undefined)
  return recognised && document.unread.every(({ aside }) => aside === true) && !hasUnreadableAmount(document)
    ? "pass"
    : "incomplete"
}

/** The report of a disclosure, by the rules of a place and of the disclosure's year, and by a user's own where there are any. */
export const auditReportOf = (
  document: PublishedDisclosure,
  jurisdiction: Jurisdiction,
  own: ReadonlyArray<CheckRule> = []
): AuditReport => {
  // Where no year is printed, every rule that is in force at all applies.
  const rules = [...checkRulesFor(jurisdiction, document.year ?? 9999), ...own]
  const judged = judgeDisclosure(document, rules)
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]))
  const label = `${Jurisdiction.labelOf(jurisdiction)}${document.year === undefined ? "" : ` ${document.year}`}`
  return {
    document: {
      files: document.files,
      unit: document.unit,
      year: document.year,
      ruleSet: { id: `${jurisdiction}${document.year === undefined ? "" : `-${document.year}`}`, label },
      tables: document.tables
        .filter(({ arranged }) => arranged !== true)
        .map(({ id, meaning, title }) => ({ id, title, recognised: meaning !== undefined })),
      paragraphs: document.narrative.length,
      evaluations: document.evaluations.map(({ project }) => project)
    },
    verdict: verdictOf(document, judged),
    coverage: judged.coverage,
    receipts: judged.receipts.flatMap((receipt) => {
      const rule = ruleById.get(receipt.rule)
      return rule === undefined ? [] : [{ ...receipt, label: rule.label, kind: rule.kind, strength: rule.strength }]
    }),
    findings: bySeverity(judged.findings),
    unread: [...document.unread, ...document.tables.flatMap(({ unread }) => unread)]
  }
}
