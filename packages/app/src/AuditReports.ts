/** 审核报告 of a disclosure, read from files or printed from the books: the rules, their receipts, the verdict. */
import { Jurisdiction, type PublishedDisclosure, type Unread } from "@juesuan/domain"
import {
  type AuditReport,
  type CheckRule,
  checkRulesFor,
  type Derivation,
  type Finding,
  type Judged,
  judgeDisclosure,
  jurisdictionNamed,
  narrativeParagraphs,
  publishedOf,
  type RulesChosenBy,
  type Verdict,
  type Where
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

/** Numbers of self-evaluations that belong to nothing that was understood; of noisy forms it is said that they are noisy. */
const numbersLeftIn = ({ evaluations }: PublishedDisclosure): ReadonlyArray<Unread> =>
  evaluations
    .filter(({ legibility }) => legibility === "clean")
    .flatMap(({ unread }) => unread.filter(({ text }) => /\d/u.test(text.normalize("NFKC"))))

/** Whether a rule that must hold was not judged for content that stands there; a table that nobody printed is no such case. */
const leavesUndecided = ({ receipts }: Judged, rules: ReadonlyMap<string, CheckRule>): boolean =>
  receipts.some(({ rule, undecided }) => undecided === true && rules.get(rule)?.strength === "hard")

/**
 * 结论: an error is one whatever else could not be read; without one, everything that a rule needed and that stands in the
 * document must have been read and understood.
 */
const verdictOf = (document: PublishedDisclosure, judged: Judged, rules: ReadonlyMap<string, CheckRule>): Verdict => {
  if (judged.findings.some(({ severity }) => severity === "error")) return "fail"
  const recognised = document.tables.some(({ meaning }) => meaning !== undefined)
  const isRead = recognised && document.unread.every(({ aside }) => aside === true) && !hasUnreadableAmount(document)
  return isRead && !leavesUndecided(judged, rules) ? "pass" : "incomplete"
}

/** A table is named by its printed number in every report, with its title beside it, whatever the rule called it. */
const withTitles = (findings: ReadonlyArray<Finding>, { tables }: PublishedDisclosure): ReadonlyArray<Finding> => {
  const byName = new Map(
    tables.flatMap((table) =>
      [table.title, `${table.id} ${table.title}`, table.id].map((name) => [name, table] as const)
    )
  )
  const titled = (where: Where): Where => {
    const table = where.table === undefined ? undefined : byName.get(where.table)
    return table === undefined ? where : { ...where, table: table.id, title: table.title }
  }
  return findings.map((finding) => {
    const { cause } = finding
    const alternatives = cause?.alternatives?.map((one) => ({ ...one, where: one.where.map(titled) }))
    return {
      ...finding,
      where: finding.where.map(titled),
      ...(cause === undefined || alternatives === undefined ? {} : { cause: { ...cause, alternatives } })
    }
  })
}

/** Whose rules judge a disclosure, and why these. */
export interface RulesOf {
  readonly jurisdiction: Jurisdiction
  readonly chosenBy: RulesChosenBy
}

/** As asked for; else as the unit's own name tells for sure; else the national ones. */
export const rulesOf = (asked: Jurisdiction | undefined, { unit }: PublishedDisclosure): RulesOf => {
  if (asked !== undefined) return { jurisdiction: asked, chosenBy: "given" }
  const named = jurisdictionNamed(unit ?? "")
  return named === undefined
    ? { jurisdiction: "national", chosenBy: "default" }
    : { jurisdiction: named, chosenBy: "name" }
}

/** What a report stands on beside the document. */
export interface ReportTerms {
  /** Rules of a user's own. */
  readonly rules?: ReadonlyArray<CheckRule> | undefined
  /** The disclosure of the year before, where it is at hand. */
  readonly previous?: PublishedDisclosure | undefined
}

const headOf = ({ files, unit, year }: PublishedDisclosure) => ({ files, unit, year })

/** The report of a disclosure, by the rules of a place and of the disclosure's year, and by a user's own where there are any. */
export const auditReportOf = (
  document: PublishedDisclosure,
  { chosenBy, jurisdiction }: RulesOf,
  { previous, rules: own = [] }: ReportTerms = {}
): AuditReport => {
  // Where no year is printed, every rule that is in force at all applies.
  const rules = [...checkRulesFor(jurisdiction, document.year ?? 9999), ...own]
  const judged = judgeDisclosure(document, rules, { previous })
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]))
  const label = `${Jurisdiction.labelOf(jurisdiction)}${document.year === undefined ? "" : ` ${document.year}`}`
  return {
    document: {
      ...headOf(document),
      ...(previous === undefined ? {} : { previous: headOf(previous) }),
      ruleSet: { id: `${jurisdiction}${document.year === undefined ? "" : `-${document.year}`}`, label, chosenBy },
      tables: document.tables
        .filter(({ arranged }) => arranged !== true)
        .map(({ id, meaning, title }) => ({ id, title, recognised: meaning !== undefined })),
      paragraphs: document.narrative.length,
      evaluations: document.evaluations.map(({ project }) => project)
    },
    verdict: verdictOf(document, judged, ruleById),
    coverage: judged.coverage,
    receipts: judged.receipts.flatMap((receipt) => {
      const rule = ruleById.get(receipt.rule)
      if (rule === undefined) return []
      const { kind, label, labelEn, strength } = rule
      return [{ ...receipt, label: { zh: label, en: labelEn }, kind, strength }]
    }),
    findings: bySeverity(withTitles(judged.findings, document)),
    unread: [...document.unread, ...document.tables.flatMap(({ unread }) => unread), ...numbersLeftIn(document)]
  }
}

/** What the books print, and the report of it: the same rules, over the same kind of document. */
export const auditedBooks = (
  { disclosure: derived, narrative, ruleSet: { jurisdiction } }: Derivation,
  terms: ReportTerms = {}
): { readonly disclosure: PublishedDisclosure; readonly report: AuditReport } => {
  const disclosure = { ...publishedOf(derived), narrative: narrativeParagraphs(narrative) }
  return { disclosure, report: auditReportOf(disclosure, { jurisdiction, chosenBy: "books" }, terms) }
}
