/**
 * 读说明: sentences into claims. What a clause leaves out (subject, year compared with, whole of a share) it takes from the
 * clauses before it; what cannot be bound for sure becomes a claim that is not judged, with the reason.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Phrases from "../content/narrative/phrases.ts"
import { type Cells, cellsOf } from "./Cells.ts"
import type { Claim, Direction, Quote, Stated, Subject } from "./Claim.ts"
import { comparedWords, comparisonIn, type Lead, leadOf } from "./Comparison.ts"
import { countClaim, listClaims, nothingClaims, tooLong } from "./clauses.ts"
import { isBare, itemThatOpens, namesNothing, ofSection, unknownSubject, yearBefore } from "./Naming.ts"
import { Memory } from "./Memory.ts"
import { originalOf, plainText } from "./Plain.ts"
import { isTooLong, type Sentence, sentencesOf, sectionParagraphs, type SectionParagraph } from "./Sentences.ts"
import { Subjects } from "./Subjects.ts"
import { type Token, tokensIn } from "./Tokens.ts"

export interface Reading {
  readonly claims: ReadonlyArray<Claim>
  readonly paragraphs: ReadonlyArray<SectionParagraph>
  readonly cells: Cells
}

class NarrativeReader {
  readonly #subjects: Subjects
  readonly #unit: string | undefined
  readonly #year: number | undefined
  readonly #claims: Array<Claim> = []
  #memory = new Memory()
  #paragraph!: SectionParagraph
  #path = ""

  constructor(document: PublishedDisclosure, cells: Cells) {
    this.#unit = document.unit === undefined ? undefined : plainText(document.unit).text
    this.#subjects = new Subjects(cells, this.#unit)
    this.#year = document.year
  }

  read(paragraphs: ReadonlyArray<SectionParagraph>): ReadonlyArray<Claim> {
    for (const paragraph of paragraphs) {
      if (isTooLong(paragraph)) this.#claims.push(tooLong(paragraph))
      // Numbers of projects and grades have sentences of their own.
      if (paragraph.section === "ignored" || paragraph.section === "performance") continue
      this.#open(paragraph)
      this.#opensWith(paragraph.plain.text)
      for (const sentence of sentencesOf(paragraph.plain.text)) this.#sentence(sentence)
    }
    return this.#claims
  }

  #open(paragraph: SectionParagraph): void {
    const path = `${paragraph.section}\n${paragraph.headings.join("\n")}`
    this.#paragraph = paragraph
    this.#memory.nextParagraph()
    if (path === this.#path) return
    this.#path = path
    this.#memory = this.#memory.forSection()
    const heading = paragraph.headings.at(-1)?.replaceAll(/\s/gu, "") ?? ""
    // 4.公务接待费支出情况说明: what its paragraphs state without a name is of 公务接待费.
    const subject = this.#named(paragraph.section === "three-public" ? heading.replace(Phrases.tells, "") : heading)
    if (subject !== undefined) this.#memory.speakOf(subject)
  }

  /** An item that opens a paragraph and is not known: what follows is its own, not of what was spoken of before. */
  #opensWith(text: string): void {
    const name = itemThatOpens(text)
    if (name !== undefined && this.#named(name) === undefined && !namesNothing(name, this.#unit))
      this.#speakOf(unknownSubject(name))
  }

  #named(raw: string): Subject | undefined {
    return this.#subjects.named(raw, this.#paragraph.section, this.#memory)
  }

  #quote(start: number, end: number): Quote {
    const { headings, place, plain } = this.#paragraph
    const from = this.#memory.sentence?.start ?? start
    return {
      quote: originalOf(plain, Math.min(from, start), this.#memory.sentence?.end ?? end),
      section: headings.join(" / "),
      place
    }
  }

  #sentence(sentence: Sentence): void {
    const memory = this.#memory
    const { text } = this.#paragraph.plain
    memory.begin(sentence, Phrases.reason.test(text.slice(sentence.start)))
    const tokens = tokensIn(text, sentence.start, sentence.end)
    const quote = this.#quote(sentence.start, sentence.end)
    const before = { section: this.#paragraph.section, quote, text: text.slice(sentence.start, sentence.end) }
    this.#claims.push(
      ...nothingClaims(before, tokens.length),
      ...listClaims(before, { isItem: this.#subjects.isItem, subject: memory.subject?.id ?? "" })
    )
    let end = sentence.start
    for (const token of tokens) {
      this.#token(token, text.slice(end, token.start))
      end = token.end
    }
    const tail = text.slice(end, sentence.end)
    this.#claims.push(...memory.bracket(tail))
    for (const clause of tail.split(/[,:。;!]/u)) this.#clause(clause, quote)
    this.#claims.push(...memory.finish(quote, sentence.full))
  }

  /** Clauses that stand whole before a number: cues, and names without a number. */
  #clause(clause: string, quote: Quote): void {
    if (clause === "") return
    const memory = this.#memory
    this.#ordered(clause, quote)
    if (memory.inReason) return
    const reason = clause.search(Phrases.reason)
    // 决算数与年初预算数持平的主要原因是…
    const isUnchanged = this.#unchanged(reason < 0 ? clause : clause.slice(0, reason), quote)
    if (reason >= 0) memory.reasonBegins()
    if (reason >= 0 || isUnchanged) return
    if (Phrases.amongThem.test(clause)) memory.amongThem()
    if (Phrases.asFollows.test(clause)) memory.asFollows()
    if (Phrases.use.test(clause)) memory.useBegins()
    const named = this.#named(clause.replace(Phrases.comparison, "").replace(Phrases.within, ""))
    if (named !== undefined) this.#speakOf(named)
    else if (Phrases.levelMark.test(clause) && memory.use === undefined) this.#speakOf(unknownSubject(clause))
    if (named !== undefined && Phrases.within.test(clause)) memory.within()
  }

  /** 决算数小于预算数. */
  #ordered(clause: string, quote: Quote): void {
    const ordered = this.#memory.inReason ? null : Phrases.againstBudget.exec(clause)
    if (ordered !== null) {
      this.#claims.push(...this.#memory.order(Phrases.orderOf(ordered.groups?.["word"] ?? ""), quote))
    }
  }

  /** 与上年持平; whether the clause says so. */
  #unchanged(clause: string, quote: Quote): boolean {
    const memory = this.#memory
    const withAmount = memory.isCompared && Phrases.startsUnchanged.test(clause)
    if (!withAmount && !(this.#compared(clause) && Phrases.unchanged.test(clause))) return false
    if (Phrases.nearlyUnchanged.test(clause)) return true
    const words = clause.slice(0, Phrases.comparison.exec(clause)?.index ?? 0)
    const named = this.#named(words)
    if (named === undefined) this.#maybeSpeakOf(words.replace(/(?:决算|支出)数?$/u, ""))
    else this.#speakOf(named)
    this.#claims.push(...memory.unchanged(quote), ...(memory.isAgainstBudget ? memory.order(0, quote) : []))
    return true
  }

  #speakOf(subject: Subject): void {
    this.#claims.push(...this.#memory.speakOf(subject))
  }

  #compared(clause: string): boolean {
    const comparison = comparisonIn(clause, this.#year)
    if (comparison !== undefined) this.#memory.compareWith(comparison)
    return comparison !== undefined
  }

  #token(token: Token, gap: string): void {
    this.#claims.push(...this.#memory.bracket(gap))
    const pieces = gap.split(/[,:]/u)
    const quote = this.#quote(token.start, token.end)
    for (const piece of pieces.slice(0, -1)) this.#clause(piece, quote)
    const raw = pieces.at(-1) ?? ""
    const stated = token.number === undefined ? undefined : { number: token.number, text: token.text, quote }
    if (stated === undefined) {
      this.#unjudged(token, "unreadable", quote)
      return
    }
    if (Phrases.reason.test(raw)) this.#memory.reasonBegins()
    if (this.#memory.inReason) {
      this.#inReason(token, raw, stated)
      return
    }
    if (Phrases.amongThem.test(raw)) this.#memory.amongThem()
    if (token.kind === "count") this.#count(token, raw, stated)
    else this.#number(token, raw, stated)
  }

  #unjudged(token: Token, reason: "subject" | "relation" | "unreadable" | "reason", quote: Quote): void {
    this.#claims.push({ kind: "unjudged", text: token.text, reason, quote })
  }

  #inReason(token: Token, raw: string, stated: Stated): void {
    const found = Phrases.change.exec(raw)
    const direction: Direction = found === null ? "either" : Phrases.directionOf(found.groups?.["word"] ?? "")
    const name = found === null ? raw : raw.slice(0, found.index)
    if (token.kind === "amount") this.#memory.reasonPart({ name, direction, stated })
    this.#unjudged(token, "reason", stated.quote)
  }

  #count(token: Token, raw: string, stated: Stated): void {
    const { section } = this.#paragraph
    const claim = countClaim({ raw, token, stated, section, unit: this.#unit, memory: this.#memory })
    if (claim === undefined) this.#unjudged(token, "subject", stated.quote)
    else this.#claims.push(claim)
  }

  #number(token: Token, gap: string, stated: Stated): void {
    const lead = leadOf(gap, this.#compared(gap))
    if (Phrases.use.test(lead.raw)) this.#memory.useBegins()
    const handled =
      token.kind === "percent"
        ? this.#completion(lead, stated) || this.#share(lead, stated) || this.#change(token, lead, stated)
        : this.#baseAmount(lead, stated) || this.#change(token, lead, stated) || this.#amount(lead, stated)
    if (!handled) this.#unjudged(token, "relation", stated.quote)
  }

  #completion({ raw }: Lead, percent: Stated): boolean {
    const found = Phrases.completion.exec(raw)
    if (found === null) {
      // 为年初预算1,899.14万元的82.39%
      const ofBudget = raw === "的" ? this.#memory.budgetJustStated : undefined
      if (ofBudget !== undefined) this.#claims.push(...this.#memory.completion(ofBudget, percent))
      return ofBudget !== undefined
    }
    this.#maybeSpeakOf(raw.slice(0, found.index))
    const kind = Phrases.budgetKindOf(found.groups?.["kind"] ?? found.groups?.["rate"] ?? "")
    this.#claims.push(...this.#memory.completion(kind, percent))
    return true
  }

  /** Words before a relation name the subject (教育支出（类）: with its bracket), nothing, or what is not known. */
  #maybeSpeakOf(words: string): void {
    const bare = words.replaceAll(/^[)、]+|[(、]+$/gu, "")
    if (bare === "") return
    const named = this.#named(bare)
    if (named !== undefined) this.#speakOf(named)
    else if (!namesNothing(bare, this.#unit)) this.#speakOf(unknownSubject(bare))
  }

  #share({ raw }: Lead, percent: Stated): boolean {
    const found = Phrases.share.exec(raw)
    if (found === null) return false
    const before = raw.slice(0, found.index)
    this.#maybeSpeakOf(before)
    const name = found.groups?.["whole"] ?? ""
    const { section } = this.#paragraph
    const whole = name === "" ? ofSection(section) : this.#subjects.whole(name, section, this.#memory.subject)
    this.#claims.push(...this.#memory.share(name, whole, percent))
    return true
  }

  /** 比上年决算数1,999.38万元, 比2024年初预算3.00万元: the amount that is compared with. */
  #baseAmount({ raw }: Lead, stated: Stated): boolean {
    const compared = comparedWords(raw, this.#year)
    if (compared === undefined || Phrases.change.test(compared.words) || Phrases.undecidedChange.test(compared.words))
      return false
    this.#maybeSpeakOf(compared.before.replace(/(?:决算|支出决算)数?$/u, ""))
    this.#memory.compareWith(compared)
    this.#claims.push(...this.#memory.compared(compared, stated, this.#paragraph.section))
    return true
  }

  #change(token: Token, { raw, words }: Lead, stated: Stated): boolean {
    const undecided = Phrases.undecidedChange.exec(words)
    const found = Phrases.change.exec(words)
    if (undecided === null && found === null) return false
    const at = undecided?.index ?? found?.index ?? 0
    this.#maybeSpeakOf(words.slice(0, at))
    const direction = undecided === null ? Phrases.directionOf(found?.groups?.["word"] ?? "") : "either"
    this.#claims.push(...this.#memory.change(token.kind === "amount", direction, stated))
    return raw !== "" || words === ""
  }

  #amount({ words }: Lead, stated: Stated): boolean {
    const { section } = this.#paragraph
    const year = yearBefore(words)
    // 支出决算 after a subject is the subject's; alone it opens a section and is the section's.
    const inherited = this.#memory.awaitsActual && isBare(words)
    if (inherited) this.#leaveCarriedOver(words)
    const named = inherited ? undefined : this.#named(words)
    if (this.#memory.use !== undefined && !Phrases.budget.test(words)) {
      this.#claims.push(...this.#memory.usePart(words, named, stated, section))
      return true
    }
    if (named !== undefined) {
      this.#speakOf(named)
      this.#figure(stated, year)
      return true
    }
    const budget = Phrases.budget.exec(words)
    if (budget !== null && !/(?:公共|基金|经营)$/u.test(words.slice(0, budget.index))) {
      this.#maybeSpeakOf(this.#subjects.budgetName(words, budget.index, this.#paragraph.section, this.#memory))
      this.#leaveCarriedOver(words)
      this.#claims.push(...this.#memory.budget(stated, Phrases.budgetKindOf(budget.groups?.["kind"] ?? ""), section))
      return true
    }
    if (namesNothing(words, this.#unit)) {
      if (!this.#memory.awaitsActual) return false
      this.#leaveCarriedOver(words)
      this.#figure(stated, year)
      return true
    }
    return this.#describedAmount(words, stated, year)
  }

  /** A figure without a name in a paragraph of its own is not known to be of what was spoken of before. */
  #leaveCarriedOver(words: string): void {
    if (this.#memory.subjectIsCarriedOver) this.#speakOf(unknownSubject(words))
  }

  /** The figure itself, or that of the year before where the sentence says so. */
  #figure(stated: Stated, year: number | undefined): void {
    const { section } = this.#paragraph
    const before = year !== undefined && year + 1 === this.#year
    this.#claims.push(
      ...(before ? this.#memory.baseStated(stated, year, section) : this.#memory.actual(stated, year, section))
    )
  }

  /** A name before 支出决算 and the like; else an amount whose subject is not known. */
  #describedAmount(words: string, stated: Stated, year: number | undefined): boolean {
    const bare = words.replaceAll(/(?:为|是|共|共计|约|的)+$/gu, "")
    const tail = Phrases.actualTail.exec(bare)
    const name = tail === null ? bare : bare.slice(0, tail.index)
    const named = this.#named(name) ?? (tail?.[0].includes("收入") === true ? undefined : this.#named(`${name}支出`))
    this.#speakOf(named ?? unknownSubject(name))
    this.#figure(stated, year)
    return true
  }
}

/** 读说明: the claims of a disclosure's narrative, in the order of the text. */
export const readNarrative = (document: PublishedDisclosure): Reading => {
  const [cells, paragraphs] = [cellsOf(document), sectionParagraphs(document)]
  return { claims: new NarrativeReader(document, cells).read(paragraphs), paragraphs, cells }
}
