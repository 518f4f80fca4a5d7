/**
 * 读到这里: the paragraph that is being read, what it has spoken of so far, and the claims that were found. Readers of clauses
 * and of numbers share it.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import { tells } from "../content/narrative/phrases.ts"
import type { SectionKind } from "../content/narrative/sections.ts"
import type { Cells } from "./Cells.ts"
import type { Claim, Quote, Subject } from "./Claim.ts"
import { comparisonIn } from "./Comparison.ts"
import { Memory } from "./Memory.ts"
import { itemThatOpens, namesNothing, unknownSubject } from "./Naming.ts"
import { originalOf, plainText } from "./Plain.ts"
import type { SectionParagraph } from "./Sentences.ts"
import { Subjects } from "./Subjects.ts"

type Unjudged = Extract<Claim, { readonly kind: "unjudged" }>

export class Speech {
  readonly subjects: Subjects
  readonly unit: string | undefined
  readonly year: number | undefined
  readonly claims: Array<Claim> = []
  memory = new Memory()
  /** 授予中小企业合同中: what the sentence lists are parts of this, not the section's figures of the same names. */
  partsOf: Subject | undefined
  /** Whether the reason that has begun is why the figure is not its budget. */
  explainsBudget = false
  #paragraph!: SectionParagraph
  #path = ""

  constructor(document: PublishedDisclosure, cells: Cells) {
    this.unit = document.unit === undefined ? undefined : plainText(document.unit).text
    this.subjects = new Subjects(cells, this.unit)
    this.year = document.year
  }

  get section(): SectionKind {
    return this.#paragraph.section
  }

  get text(): string {
    return this.#paragraph.plain.text
  }

  open(paragraph: SectionParagraph): void {
    const path = `${paragraph.section}\n${paragraph.headings.join("\n")}`
    this.#paragraph = paragraph
    this.memory.nextParagraph()
    if (path !== this.#path) {
      this.#path = path
      this.memory = this.memory.forSection()
      const heading = plainText(paragraph.headings.at(-1) ?? "").text
      // 4.公务接待费支出情况说明: what its paragraphs state without a name is of 公务接待费.
      const subject = this.named(paragraph.section === "three-public" ? heading.replace(tells, "") : heading)
      if (subject !== undefined) this.memory.speakOf(subject)
    }
    this.#opensWith(paragraph.plain.text)
  }

  /** An item that opens a paragraph and is not known: what follows is its own, not of what was spoken of before. */
  #opensWith(text: string): void {
    const name = itemThatOpens(text)
    if (name !== undefined && this.named(name) === undefined && !namesNothing(name, this.unit))
      this.speakOf(unknownSubject(name))
  }

  claim(...claims: ReadonlyArray<Claim>): void {
    this.claims.push(...claims)
  }

  unjudged(text: string, reason: Unjudged["reason"], quote: Quote): void {
    this.claim({ kind: "unjudged", text, reason, quote })
  }

  named(raw: string): Subject | undefined {
    const named = this.subjects.named(raw, this.section, this.memory)
    return this.partsOf === undefined || named === undefined
      ? named
      : unknownSubject(`${this.partsOf.name}的${named.name}`)
  }

  speakOf(subject: Subject): void {
    this.claim(...this.memory.speakOf(subject))
  }

  /** Words before a relation name the subject (教育支出（类）: with its bracket), nothing, or what is not known. */
  maybeSpeakOf(words: string): void {
    const bare = words.replaceAll(/^[)、]+|[(、]+$/gu, "")
    if (bare === "") return
    const named = this.named(bare)
    if (named !== undefined) this.speakOf(named)
    else if (!namesNothing(bare, this.unit)) this.speakOf(unknownSubject(bare))
  }

  /** 支出主要用于: the figure that is named right before is the one whose uses follow. */
  useBegins(words: string): void {
    const named = this.named(words.replace(/主要$/u, ""))
    if (named !== undefined) this.speakOf(named)
    this.memory.useBegins()
  }

  /** Whether a clause compares; what it compares with is kept. */
  compared(clause: string): boolean {
    const comparison = comparisonIn(clause, this.year)
    if (comparison !== undefined) this.memory.compareWith(comparison)
    return comparison !== undefined
  }

  quote(start: number, end: number): Quote {
    const { headings, place, plain } = this.#paragraph
    const from = this.memory.sentence?.start ?? start
    return {
      quote: originalOf(plain, Math.min(from, start), this.memory.sentence?.end ?? end),
      section: headings.join(" / "),
      place
    }
  }
}
