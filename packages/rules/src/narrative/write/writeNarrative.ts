/**
 * 写说明: the narrative of a disclosure from its own tables, last year's figures and the reasons that were stated, by the
 * subjects that the reader reads by. A figure that the tables do not hold is left out; nothing is made up.
 */
import { type PublishedDisclosure, type PublishedParagraph, Quantities, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"
import { type SubjectDefinition, subjectDefinitions } from "../../content/narrative/subjects.ts"
import { narrativeTemplate, type ParagraphTemplate } from "../../content/narrative/templates.ts"
import { type Cells, cellsOf } from "../Cells.ts"
import { heldSum } from "../judge/amounts.ts"

/** What a narrative says beyond the tables, by the addresses by meaning of what it is about. */
export interface NarrativeFacts {
  /** 上年数 in 元. */
  readonly lastYear: (cell: string) => Quantity | undefined
  /** 主要原因. */
  readonly reason: (cell: string) => string | undefined
}

/** 段: its address `说明/<section>/<claim>`, its words, and the cells (by meaning) whose figures it states. */
export interface WrittenParagraph {
  readonly ref: string
  readonly text: string
  readonly cells: ReadonlyArray<string>
}

export interface WrittenSection {
  readonly heading: string
  readonly paragraphs: ReadonlyArray<WrittenParagraph>
}

const { compare, dividedBy, isZero, minus, plus, quantity, ratio, rounded, text, times, yuan } = Quantities

/** 元 in 万元 with two decimals half-up, in thousands; zero is 0. */
const amountText = (value: Quantity): string => {
  if (isZero(value)) return "0万元"
  const [whole = "", decimals = ""] = text(inWan(value), 2).split(".")
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")}.${decimals}万元`
}

const wan = quantity("10000", ratio)

/** As printed: what is added and compared in the text are the printed amounts, in units of 万元. */
const inWan = (value: Quantity): Quantity => rounded(Result.getOrThrow(dividedBy(value, wan, yuan)), 2, "half-up")

const asPrinted = (value: Quantity): Quantity => times(inWan(value), wan, yuan)

const percentText = (part: Quantity, whole: Quantity): string | undefined => {
  const quotient = Result.getOrUndefined(dividedBy(part, whole, ratio))
  if (quotient === undefined) return undefined
  return `${text(rounded(times(quotient, quantity("100", ratio), ratio), 2, "half-up"), 2)}%`
}

interface Stated {
  readonly subject: SubjectDefinition
  readonly value: Quantity
}

const zero = quantity("0", yuan)

const absolute = (value: Quantity): Quantity => (compare(value, zero) < 0 ? minus(zero, value) : value)

class Writer {
  readonly #year: number
  readonly #cells: Cells
  readonly #facts: NarrativeFacts

  constructor(year: number, cells: Cells, facts: NarrativeFacts) {
    this.#year = year
    this.#cells = cells
    this.#facts = facts
  }

  #stated(id: string): Stated | undefined {
    const subject = subjectDefinitions.find((one) => one.id === id)
    const held = subject === undefined ? undefined : heldSum(this.#cells, subject.cells)
    return subject === undefined || held === undefined ? undefined : { subject, value: asPrinted(held.value) }
  }

  /** 与上年相比，… 增加 …, 增长 …; nothing where last year is not known of every cell. */
  #change({ subject, value }: Stated): string | undefined {
    const before = subject.cells.map((cell) => this.#facts.lastYear(cell))
    const known = before.filter((one) => one !== undefined)
    if (known.length === 0 || known.length < before.length) return undefined
    const base = asPrinted(known.reduce(plus))
    const difference = minus(value, base)
    if (isZero(difference)) return `${subject.name}与上年相同`
    const [more, rate] = compare(difference, zero) > 0 ? ["增加", "增长"] : ["减少", "下降"]
    const amount = absolute(difference)
    const percent = isZero(base) ? undefined : percentText(amount, base)
    return `${subject.name}比上年${more}${amountText(amount)}${percent === undefined ? "" : `，${rate}${percent}`}`
  }

  #figures(template: Extract<ParagraphTemplate, { readonly kind: "figures" }>): string | undefined {
    const stated = template.subjects.flatMap((id) => this.#stated(id) ?? [])
    const [first] = stated
    if (first === undefined || stated.length < template.subjects.length) return undefined
    const whole = template.shareOf === undefined ? undefined : this.#stated(template.shareOf)
    const share = whole === undefined ? undefined : percentText(first.value, whole.value)
    const figures = stated.map(({ subject, value }) => `${subject.name}${amountText(value)}`).join("，")
    const changes = stated.flatMap((one) => this.#change(one) ?? [])
    const reason = first.subject.cells.map((cell) => this.#facts.reason(cell)).find((one) => one !== undefined)
    const because = reason === undefined ? "" : `，主要原因是${reason}`
    return [
      `${this.#year}年度${figures}`,
      whole === undefined || share === undefined ? "" : `，占${whole.subject.name}的${share}`,
      changes.length === 0 ? "" : `。${changes.join("；")}${because}`,
      "。"
    ].join("")
  }

  #parts(whole: Stated, parts: ReadonlyArray<readonly [name: string, value: Quantity]>): string {
    const named = parts.flatMap(([name, value]) => {
      const share = percentText(value, whole.value)
      return isZero(value) || share === undefined
        ? []
        : [`${name}${amountText(value)}，占${whole.subject.name}的${share}`]
    })
    const listed = named.length === 0 ? "" : `，其中：${named.join("；")}`
    return `${this.#year}年度${whole.subject.name}${amountText(whole.value)}${listed}。`
  }

  #classes(whole: Stated): string {
    const classes = this.#cells.functional.filter(({ code }) => code.length === 3)
    const byCode = new Map(classes.map(({ code, label }) => [code, label]))
    const parts = [...byCode].flatMap(([code, label]) => {
      const held = heldSum(this.#cells, [`general-public-budget-expenditure/${code}/expenditure-of-year`])
      return held === undefined ? [] : [[`${label}（类）`, asPrinted(held.value)] as const]
    })
    return this.#parts(whole, parts)
  }

  #items({ part, subject }: Extract<ParagraphTemplate, { readonly kind: "items" }>): string | undefined {
    const whole = this.#stated(subject)
    if (whole === undefined) return undefined
    const names = this.#cells.economic.flatMap(({ code, label }) => {
      const held = heldSum(this.#cells, [`general-public-budget-basic-expenditure/${code}/amount`])
      const own = code.length === 5 && /^30[13]/u.test(code) === (part === "personnel")
      return own && held !== undefined && !isZero(held.value) ? [label] : []
    })
    const listed = names.length === 0 ? "" : `，主要包括${names.join("、")}`
    return `${whole.subject.name}${amountText(whole.value)}${listed}。`
  }

  #nothing({ table, text }: Extract<ParagraphTemplate, { readonly kind: "nothing" }>): string | undefined {
    const rows = this.#cells.table(table)?.rows
    const empty = rows?.every(({ cells }) =>
      Object.values(cells).every(({ printed }) => printed._tag !== "Number" || isZero(printed.value))
    )
    return empty === true ? text : undefined
  }

  text(template: ParagraphTemplate): string | undefined {
    switch (template.kind) {
      case "figures":
        return this.#figures(template)
      case "parts": {
        const whole = this.#stated(template.whole)
        const parts = template.parts.flatMap((id) => this.#stated(id) ?? [])
        return whole === undefined
          ? undefined
          : this.#parts(
              whole,
              parts.map(({ subject, value }) => [subject.name, value] as const)
            )
      }
      case "classes": {
        const whole = this.#stated(template.whole)
        return whole === undefined ? undefined : this.#classes(whole)
      }
      case "items":
        return this.#items(template)
      case "nothing":
        return this.#nothing(template)
    }
  }
}

const subjectsOf = (template: ParagraphTemplate): ReadonlyArray<string> => {
  switch (template.kind) {
    case "figures":
      return [...template.subjects, ...(template.shareOf === undefined ? [] : [template.shareOf])]
    case "parts":
      return [template.whole, ...template.parts]
    case "classes":
      return [template.whole]
    case "items":
      return [template.subject]
    case "nothing":
      return []
  }
}

const cellsOfSubjects = (ids: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(ids.flatMap((id) => subjectDefinitions.find((one) => one.id === id)?.cells ?? []))
]

/**
 * 情况说明 of a disclosure. Read back by `readNarrative` it agrees with the tables it was written from.
 *
 * @example writeNarrative(publishedOf(disclosure), facts)[0].paragraphs[0].text // "2024年度收入总计1,564.71万元，…"
 */
export const writeNarrative = (
  published: PublishedDisclosure,
  facts: NarrativeFacts
): ReadonlyArray<WrittenSection> => {
  if (published.year === undefined) return []
  const writer = new Writer(published.year, cellsOf(published), facts)
  return narrativeTemplate.map(({ heading, paragraphs, section }) => ({
    heading,
    paragraphs: paragraphs.flatMap((template) => {
      const text = writer.text(template)
      const ref = `说明/${section}/${template.claim}`
      return text === undefined ? [] : [{ ref, text, cells: cellsOfSubjects(subjectsOf(template)) }]
    })
  }))
}

/** The written narrative as paragraphs of a published disclosure. */
export const narrativeParagraphs = (sections: ReadonlyArray<WrittenSection>): ReadonlyArray<PublishedParagraph> =>
  sections.flatMap(({ heading, paragraphs }) =>
    paragraphs.map(({ text }) => ({ headings: [heading], text, place: {} }))
  )
