/** 表述规则: a rule over the claims of a narrative, which is read once for all of them. */
import type { PublishedDisclosure } from "@juesuan/domain"
import type { CheckRule, FigureOfLastYear, JudgingContext } from "../../judging/CheckRule.ts"
import type { Judgement, Severity, Wording } from "../../judging/Finding.ts"
import type { PrintedRatio } from "../../judging/joint/ratios.ts"
import { capitalised } from "../../judging/naming.ts"
import { printedShares } from "../../narrative/judge/ratios.ts"
import { noSentence } from "../../narrative/judge/texts.ts"
import { readNarrative, type Reading } from "../../narrative/Reader.ts"
import { narrativeCitation } from "./relations.ts"

/** One disclosure is read once for all rules. */
const readings = new WeakMap<PublishedDisclosure, Reading>()

const readingOf = (document: PublishedDisclosure): Reading => {
  const known = readings.get(document)
  if (known !== undefined) return known
  const reading = readNarrative(document)
  readings.set(document, reading)
  return reading
}

/** 占比 of a document, for the joint check. */
export const printedSharesOf = (document: PublishedDisclosure): ReadonlyArray<PrintedRatio> =>
  printedShares(readingOf(document))

type Judge = (
  reading: Reading,
  document: PublishedDisclosure,
  context: JudgingContext | undefined
) => ReadonlyArray<Judgement>

interface Source {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly strength: CheckRule["strength"]
  readonly severity: Severity
  readonly statement: Wording
  readonly judge: Judge
  readonly lastYearIn?: (reading: Reading) => ReadonlyArray<FigureOfLastYear>
}

export const claimRule = ({ judge, lastYearIn: told, ...source }: Source): CheckRule => ({
  ...source,
  ...(told === undefined ? {} : { lastYearIn: (document) => told(readingOf(document)) }),
  statement: { zh: source.statement.zh, en: capitalised(source.statement.en) },
  kind: "claim",
  citation: narrativeCitation,
  jurisdiction: "national",
  inForceFrom: "2016-01-01",
  judge: (document, context) => {
    const judgements = judge(readingOf(document), document, context)
    return judgements.length === 0 ? [noSentence] : judgements
  }
})
