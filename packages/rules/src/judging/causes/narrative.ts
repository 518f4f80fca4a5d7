/**
 * 文字里的差错: findings on the narrative that share a cause: an amount that was misprinted takes the share and the rate that
 * stand beside it along; an amount that says what a suspected cell should be speaks for that cell being wrong.
 */
import { printedNumber } from "@juesuan/domain"
import type { EquationSystem } from "../Equation.ts"
import type { Cause, CauseCandidate, Finding } from "../Finding.ts"
import { type DocumentSystem, intervalOfText } from "../joint/DocumentSystem.ts"
import { isEmpty, meetingOf } from "../joint/LinearSystem.ts"
import type { Change } from "./Explanation.ts"
import { causeLabels, likelihood } from "./kinds.ts"
import { copiedFromLastYear } from "./last-year.ts"
import { misprintsOf } from "./misprints.ts"

const amountRule = "narrative.amount"

/** Digits behind the point in which texts of findings are compared. */
const places = 10

interface Said {
  readonly text: string
  readonly value: bigint
  readonly shown: string
}

/** `1300.18万元` as number and unit; `undefined` for a range or words. */
const saidIn = (text: string | undefined): Said | undefined => {
  const [, number = "", shown = ""] = /^(-?\d+(?:\.\d+)?)([^\d\s–～.-]+)$/u.exec(text ?? "") ?? []
  const [whole = "", digits = ""] = number.split(".")
  if (number === "" || digits.length > places) return undefined
  return { text: number, value: BigInt(whole + digits.padEnd(places, "0")), shown }
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** Whether an amount of the narrative says of a cell what the other cells say of it. */
export const speaksFor = (system: DocumentSystem, { right, variable }: Change, finding: Finding): boolean => {
  const address = system.cells[variable]?.address
  const said = finding.rule === amountRule ? saidIn(finding.found) : undefined
  if (said === undefined || !finding.where.some((place) => place.address === address)) return false
  const interval = intervalOfText(said.text, said.shown, system.decimals)
  return interval !== undefined && !isEmpty(meetingOf(interval, right))
}

const sameQuote = (left: Finding, right: Finding): boolean =>
  left.where[0]?.quote !== undefined &&
  left.where[0].quote === right.where[0]?.quote &&
  left.where[0].section === right.where[0].section

/** A hundredth of one per cent: what the printed digits of a percentage leave open. */
const openPercent = 10n ** BigInt(places - 2)

/** Whether a percentage is right once the amount is: it was worked out from the right one. */
const followsFrom = (amount: Finding, finding: Finding): boolean => {
  const [wrong, right] = [saidIn(amount.found), saidIn(amount.expected)]
  const [printed, computed] = [saidIn(finding.found), saidIn(finding.expected)]
  if (wrong === undefined || right === undefined || printed?.shown !== "%" || computed?.shown !== "%") return false
  const ofPart = printed.value * wrong.value - computed.value * right.value
  const ofWhole = printed.value * right.value - computed.value * wrong.value
  return (
    magnitude(ofPart) <= openPercent * magnitude(wrong.value) ||
    magnitude(ofWhole) <= openPercent * magnitude(right.value)
  )
}

const plainText = (text: string): string => text.replaceAll(/[\s,，]/gu, "")

/** The table, or the text, says what was said last year. */
const fromLastYear = (
  { cells, lastYear }: EquationSystem,
  { where: [text, ...where] }: Finding,
  found: Said
): ReadonlyArray<CauseCandidate> => {
  const label = causeLabels["figure-of-last-year"]
  const said = printedNumber(found.text, found.shown)
  return where.flatMap(({ address }): ReadonlyArray<CauseCandidate> => {
    const cell = address === undefined ? undefined : cells.get(address)
    if (cell?.printed._tag !== "Number" || text === undefined) return []
    const ofTable = copiedFromLastYear(lastYear, cell.address, cell.printed)
    const ofText = said === undefined ? undefined : copiedFromLastYear(lastYear, cell.address, said)
    return [
      ...(ofTable === undefined ? [] : [{ kind: "figure-of-last-year", label, where: [cell.where, ofTable] }]),
      ...(ofText === undefined ? [] : [{ kind: "figure-of-last-year", label, where: [text, ofText] }])
    ]
  })
}

/** What would print the amount of the text in place of the one of the table. */
const candidatesFor = (equations: EquationSystem, finding: Finding): ReadonlyArray<CauseCandidate> => {
  const [found, expected, tolerance] = [saidIn(finding.found), saidIn(finding.expected), saidIn(finding.tolerance)]
  if (found === undefined || expected === undefined) return []
  const [whole = "", digits = ""] = found.text.split(".")
  const text = found.shown.endsWith("元") ? `${whole}.${digits.padEnd(2, "0")}` : found.text
  const where = finding.where.slice(0, 1)
  const slips = misprintsOf(text).flatMap(({ kind, right }) => {
    const said = saidIn(`${right}${found.shown}`)
    const apart = said === undefined ? undefined : magnitude(said.value - expected.value)
    return apart !== undefined && apart <= magnitude(tolerance?.value ?? 0n) ? [kind] : []
  })
  const sources = [...equations.cells.values()].filter(
    ({ printed }) => printed._tag === "Number" && printed.shown === found.shown && plainText(printed.text) === text
  )
  const named = [...new Set(slips)]
    .toSorted((left, right) => likelihood.indexOf(left) - likelihood.indexOf(right))
    .map((kind): CauseCandidate => ({ kind, label: causeLabels[kind], where }))
  const copied: ReadonlyArray<CauseCandidate> =
    sources.length === 0
      ? []
      : [
          {
            kind: "figure-of-another-table",
            label: causeLabels["figure-of-another-table"],
            where: [...where, ...sources.map((source) => source.where)]
          }
        ]
  return [...fromLastYear(equations, finding, found), ...copied, ...named]
}

/** Which of the two is wrong, text or table, is not known here: no cause of a difference between them is certain. */
const causeOf = (equations: EquationSystem, finding: Finding): Cause | undefined => {
  const [first, ...alternatives] = candidatesFor(equations, finding)
  if (first === undefined) return undefined
  const { kind, label } = first
  return { kind, label, certainty: "possible", ...(alternatives.length === 0 ? {} : { alternatives }) }
}

/** An amount with its cause and what follows from it, as one finding. */
const withFollowers = (equations: EquationSystem, amount: Finding, followers: ReadonlyArray<Finding>): Finding => {
  const cause = amount.cause ?? causeOf(equations, amount)
  const said = (language: "zh" | "en"): string =>
    followers.map(({ message }) => message[language]).join(language === "zh" ? "；" : "; ")
  return {
    ...amount,
    ...(cause === undefined ? {} : { cause }),
    ...(followers.length === 0
      ? {}
      : {
          message: {
            zh: `${amount.message.zh}。由此而来：${said("zh")}`,
            en: `${amount.message.en}. From this follows: ${said("en")}`
          },
          rules: [...new Set([...(amount.rules ?? [amount.rule]), ...followers.map(({ rule }) => rule)])]
        })
  }
}

/** Amounts of the narrative with their causes; percentages that are off only because such an amount is belong to it. */
export const diagnoseNarrative = (
  equations: EquationSystem,
  findings: ReadonlyArray<Finding>
): ReadonlyArray<Finding> => {
  const amounts = findings.filter(({ rule, severity }) => rule === amountRule && severity === "error")
  const followersOf = new Map(
    amounts.map((amount) => [
      amount,
      findings.filter((one) => one.rule !== amountRule && sameQuote(amount, one) && followsFrom(amount, one))
    ])
  )
  const following = new Set([...followersOf.values()].flat())
  return findings
    .filter((finding) => !following.has(finding))
    .map((finding) => {
      const followers = followersOf.get(finding)
      return followers === undefined ? finding : withFollowers(equations, finding, followers)
    })
}
