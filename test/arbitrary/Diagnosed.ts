/** What an audit says of a mistake that was put in: whether it was seen, whether its cause is named, first or at all. */
import type { PublishedDisclosure } from "@juesuan/domain"
import { checkRules, type Finding, judgeDisclosure, type Where } from "@juesuan/rules"
import type { Mistake } from "./Mistakes.ts"
import { withTexts } from "./PublishedYear.ts"

export interface Diagnosed {
  /** The mistake breaks some rule that must hold. */
  readonly seen: boolean
  /**
   * An equality fails by itself, so that the right figure can be had from the others. Where only all together cannot hold, the
   * figure is off by little more than rounding: several figures would do, and no cause is claimed.
   */
  readonly reproducible: boolean
  /** A wrong cell is among the places of every error. */
  readonly named: boolean
  /** The true cause with the true cells is among the candidates. */
  readonly found: boolean
  /** It is the one finding's first candidate. */
  readonly first: boolean
  /** Some cause is called certain, and it is not the true one. */
  readonly wrongCertain: boolean
  readonly errors: ReadonlyArray<Finding>
}

const addresses = (where: ReadonlyArray<Where>): ReadonlyArray<string> => where.flatMap(({ address }) => address ?? [])

/** The cells that a finding's first cause touches come first among its places. */
const isTrueFirst = ({ cause, where }: Finding, { kinds, texts }: Mistake): boolean =>
  kinds.includes(cause?.kind ?? "") &&
  addresses(where)
    .slice(0, texts.size)
    .every((address) => texts.has(address))

const isAmongOthers = ({ cause }: Finding, { kinds, texts }: Mistake): boolean =>
  (cause?.alternatives ?? []).some(
    (other) =>
      kinds.includes(other.kind) &&
      addresses(other.where)
        .slice(0, texts.size)
        .every((address) => texts.has(address))
  )

export const diagnosed = (document: PublishedDisclosure, mistake: Mistake): Diagnosed => {
  const { findings } = judgeDisclosure(withTexts(document, mistake.texts), checkRules)
  const errors = findings.filter(({ severity }) => severity === "error")
  const [only, ...more] = errors
  return {
    seen: errors.length > 0,
    reproducible: errors.some(({ rule }) => rule !== "national.joint.consistency"),
    named: errors.every(({ where }) => addresses(where).some((address) => mistake.texts.has(address))),
    found: errors.some((finding) => isTrueFirst(finding, mistake) || isAmongOthers(finding, mistake)),
    first: only !== undefined && more.length === 0 && isTrueFirst(only, mistake),
    wrongCertain: errors.some((finding) => finding.cause?.certainty === "certain" && !isTrueFirst(finding, mistake)),
    errors
  }
}
