/**
 * 文字本身: years and departments that are not those of the disclosure, leftovers of a form, paragraphs that stand twice, and
 * changes without a reason.
 */
import { type PublishedDisclosure, Quantities } from "@juesuan/domain"
import type { Judgement, Where } from "../../judging/Finding.ts"
import { departmentName, leftovers } from "../../content/narrative/leftovers.ts"
import type { AmountClaim, ChangeClaim, ReasonPart } from "../Claim.ts"
import { originalOf, plainText } from "../Plain.ts"
import { minusInterval, overlap, plusInterval, type Interval, ofPrinted } from "../../judging/Interval.ts"
import type { SectionKind } from "../../content/narrative/sections.ts"
import type { Reading } from "../Reader.ts"
import { type SectionParagraph, sentencesOf } from "../Sentences.ts"
import { agreement, heldSum } from "./amounts.ts"
import { signedChange } from "./changes.ts"
import { faulty, roundingBasis, notApplicable, notJudged, pass, aboutText, rangeText, whereOf } from "./verdict.ts"

const { isZero, quantity, yuan } = Quantities

const judged = ({ section }: SectionParagraph): boolean => section !== "ignored"

/** The sentence around a place of a paragraph. */
const whereAt = ({ headings, place, plain }: SectionParagraph, index: number): Where => {
  const sentence = sentencesOf(plain.text).find(({ end, start }) => index >= start && index < end)
  const quote = originalOf(plain, sentence?.start ?? 0, sentence?.end ?? plain.text.length)
  return { ...place, section: headings.join(" / "), quote }
}

export const judgeLeftovers = ({ paragraphs }: Reading): ReadonlyArray<Judgement> =>
  paragraphs.filter(judged).flatMap((paragraph) => {
    const { text } = paragraph.plain
    const found = leftovers.flatMap(({ certain, read }) => {
      const match = read.exec(text)
      return match === null ? [] : [{ certain, words: match[0], index: match.index }]
    })
    const [worst] = found.toSorted((left, right) => Number(right.certain) - Number(left.certain))
    if (worst === undefined) return [pass]
    return [
      faulty({
        rule: "narrative.leftover",
        severity: worst.certain ? "error" : "warning",
        message: {
          zh: `文字中留有模板的内容“${worst.words}”。`,
          en: `the text still holds words of the form: “${worst.words}”.`
        },
        where: [whereAt(paragraph, worst.index)],
        found: worst.words
      })
    ]
  })

const yearRule = "narrative.year"

const wrongYear = (year: number, found: number, where: Where, certain: boolean): Judgement =>
  faulty({
    rule: yearRule,
    severity: certain ? "error" : "warning",
    message: {
      zh: `公开的是${year}年度，这里写为${found}年。`,
      en: `the disclosure is of ${year}; here ${found} is written.`
    },
    where: [where],
    expected: String(year),
    found: String(found)
  })

/** An amount said to be of another year that is this year's amount to the cent, where the text states none for this year. */
const leadYear = (claim: AmountClaim, { cells, claims }: Reading, year: number): ReadonlyArray<Judgement> => {
  if (claim.year === undefined) return []
  if (claim.year === year) return [pass]
  const sums = claim.subject.cells.flatMap((addresses) => heldSum(cells, addresses) ?? [])
  const same = sums.some((held) => !isZero(held.value) && agreement(claim.stated.number, held) === "equal")
  const stated = claims.some(
    (one) =>
      one.kind === "amount" &&
      one.of === "actual" &&
      one.subject.id === claim.subject.id &&
      one.year === year &&
      one.stated.quote.section === claim.stated.quote.section
  )
  return same && !stated ? [wrongYear(year, claim.year, whereOf(claim.stated.quote), true)] : []
}

const comparedYear = (claim: ChangeClaim, year: number): ReadonlyArray<Judgement> => {
  if (claim.againstYear === undefined) return []
  if (claim.againstYear === year - 1) return [pass]
  return [wrongYear(year - 1, claim.againstYear, whereOf(claim.quote), false)]
}

/** 截至2024年12月31日 in the section on assets. */
const closingDay = (paragraph: SectionParagraph, year: number): ReadonlyArray<Judgement> =>
  paragraph.section !== "assets"
    ? []
    : [...paragraph.plain.text.matchAll(/截[至止](20\d\d)年(?:12月31日|末|底)/gu)].map((match) =>
        Number(match[1]) === year ? pass : wrongYear(year, Number(match[1]), whereAt(paragraph, match.index), true)
      )

/** Sections on what the tables print. */
const financial: ReadonlySet<SectionKind> = new Set<SectionKind>([
  "overall",
  "income",
  "expenditure",
  "fiscal",
  "fiscal-expenditure",
  "general-public",
  "basic",
  "three-public"
])

/** Sections whose paragraphs open with the year of the disclosure. */
const dated: ReadonlySet<SectionKind> = new Set<SectionKind>([
  ...financial,
  "fund",
  "state-capital",
  "operating",
  "procurement"
])

const opensWithYear =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.])?(?!.{0,30}(?:上年|上一年|去年|以前年度|结转))[\p{Script=Han}()]{0,30}?(?<![与比较同和从由自至止到于])(?<year>20\d\d)年度?(?![至\-—末底初])[^,。;]{0,40}?(?:收入|支出|收、支|收支|预算|决算|采购|经费)/u

/** 对2024年度一般公共预算项目支出全面开展绩效自评: whose projects were evaluated. */
const evaluates = /对(?<year>20\d\d)年度[^,。;]{0,40}(?:项目|支出)[^,。;]{0,20}自评/u
const statesFigures = /\d(?:[万亿]?元|%)|(?:无|没有)[^,。;]*(?:收支|收入|支出)/u

/** The year of which a paragraph tells, by its opening or by what was evaluated. */
const toldYear = ({ plain: { text }, section }: SectionParagraph): string | undefined => {
  if (section === "performance") return evaluates.exec(text)?.groups?.["year"]
  return dated.has(section) && statesFigures.test(text) ? opensWithYear.exec(text)?.groups?.["year"] : undefined
}

/** A paragraph that tells of another year and never names the year of the disclosure. */
const openingYear = (paragraph: SectionParagraph, year: number): ReadonlyArray<Judgement> => {
  const found = toldYear(paragraph)
  if (found === undefined) return []
  if (paragraph.plain.text.includes(String(year))) return [pass]
  return [wrongYear(year, Number(found), whereAt(paragraph, 0), false)]
}

export const judgeYears = (reading: Reading, { year }: PublishedDisclosure): ReadonlyArray<Judgement> => {
  if (year === undefined) return [notJudged("公开的年度没有读出", "the year of the disclosure was not read")]
  const ofClaims = reading.claims.flatMap((claim) => {
    if (claim.kind === "amount") return leadYear(claim, reading, year)
    return claim.kind === "change" ? comparedYear(claim, year) : []
  })
  const told = ofClaims.flatMap(({ finding }) => finding?.where.flatMap(({ quote }) => quote ?? []) ?? [])
  const isTold = ({ plain }: SectionParagraph): boolean => told.some((quote) => plain.original.includes(quote))
  const paragraphs = reading.paragraphs.filter(judged)
  return [
    ...ofClaims,
    ...paragraphs.flatMap((paragraph) => closingDay(paragraph, year)),
    ...paragraphs.filter((paragraph) => !isTold(paragraph)).flatMap((paragraph) => openingYear(paragraph, year))
  ]
}

export const judgeDepartments = ({ paragraphs }: Reading, { unit }: PublishedDisclosure): ReadonlyArray<Judgement> => {
  if (unit === undefined) return [notJudged("部门名称没有读出", "the name of the department was not read")]
  const own = plainText(unit).text
  return paragraphs
    .filter(({ section }) => financial.has(section))
    .flatMap((paragraph) => {
      const name = departmentName.exec(paragraph.plain.text)?.groups?.["name"]
      if (name === undefined) return []
      const related =
        own.includes(name) || name.includes(own) || /^(?:本|我|全)/u.test(name) || own.endsWith(name.slice(-4))
      if (related) return [pass]
      return [
        faulty({
          rule: "narrative.department",
          severity: "warning",
          message: {
            zh: `公开的部门是${unit}，这里写的是“${name}”。`,
            en: `the disclosure is of ${unit}; here “${name}” is named.`
          },
          where: [whereAt(paragraph, 0)],
          expected: unit,
          found: name
        })
      ]
    })
}

/** A paragraph shorter than this may well be said twice. */
const longEnough = 40

export const judgeRepetitions = ({ paragraphs }: Reading): ReadonlyArray<Judgement> => {
  const seen = new Map<string, SectionParagraph>()
  return paragraphs.filter(judged).flatMap((paragraph) => {
    const { text } = paragraph.plain
    if (text.length < longEnough || !/\d/u.test(text)) return []
    const key = `${paragraph.headings.join("\n")}\n${text}`
    const before = seen.get(key)
    seen.set(key, paragraph)
    if (before === undefined) return [pass]
    return [
      faulty({
        rule: "narrative.repetition",
        severity: "warning",
        message: { zh: "同一段文字出现了两次。", en: "one paragraph stands there twice." },
        where: [whereAt(paragraph, 0), whereAt(before, 0)]
      })
    ]
  })
}

/** Changes that a template asks a reason for and that have none anywhere in their paragraph. */
export const judgeReasons = ({ claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => {
    const change =
      claim.kind === "change" && claim.against === "last-year" && claim.subject.bound ? claim.amount : undefined
    if (claim.kind !== "change" || change === undefined || isZero(change.number.value)) return []
    if (claim.explained) return [pass]
    return [
      faulty({
        rule: "narrative.reason-missing",
        severity: "note",
        message: {
          zh: `“${claim.subject.name}”与上年相比变动${change.text}，没有说明原因。`,
          en: `“${claim.subject.name}” changed by ${change.text} against last year and no reason is given.`
        },
        where: [whereOf(claim.quote)]
      })
    ]
  })

const partKind = ({ name }: ReasonPart): "people" | "projects" | undefined => {
  if (/(?:人员|公用)(?:经费|支出)$|基本支出$/u.test(name)) return "people"
  return /项目(?:经费|支出)$/u.test(name) ? "projects" : undefined
}

const zero: Interval = { low: quantity("0", yuan), high: quantity("0", yuan) }

/** Reasons that name basic and project expenditure add up to the change; others give only the main ones. */
const judgeReasonParts = (claim: ChangeClaim): ReadonlyArray<Judgement> => {
  const change = signedChange(claim)
  const kinds = claim.reasonParts.map(partKind)
  if (change === undefined || claim.reasonParts.length === 0) return []
  if (!kinds.includes("people") || !kinds.includes("projects") || kinds.includes(undefined)) {
    return [notJudged("所列原因不是全部", "the reasons given are not all")]
  }
  const sum = claim.reasonParts.reduce(
    (total, { direction, stated }) =>
      direction === 1 ? plusInterval(total, ofPrinted(stated.number)) : minusInterval(total, ofPrinted(stated.number)),
    zero
  )
  if (overlap(sum, change)) return [pass]
  return [
    faulty({
      rule: "narrative.reason-parts",
      severity: "warning",
      message: {
        zh: `“${claim.subject.name}”变动的各项原因相加为${aboutText(sum, "万元").zh}，变动为${aboutText(change, "万元").zh}。`,
        en: `the reasons given for “${claim.subject.name}” add up to ${aboutText(sum, "万元").en}, the change is ${aboutText(change, "万元").en}.`
      },
      where: [whereOf(claim.quote)],
      expected: rangeText(change, "万元"),
      found: rangeText(sum, "万元"),
      basis: roundingBasis
    })
  ]
}

export const judgeReasonSums = ({ claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "change" ? judgeReasonParts(claim) : []))

export const noSentence = notApplicable("情况说明中没有这种表述", "the narrative has no sentence of this kind")
