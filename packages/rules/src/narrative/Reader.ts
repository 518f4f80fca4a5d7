/**
 * 读说明: sentences into claims. What a clause leaves out (subject, year compared with, whole of a share) it takes from the
 * clauses before it; what cannot be bound for sure becomes a claim that is not judged, with the reason.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Phrases from "../content/narrative/phrases.ts"
import { type Cells, cellsOf } from "./Cells.ts"
import type { Claim } from "./Claim.ts"
import { ClauseReader } from "./ClauseReader.ts"
import { listClaims, nothingClaims, tooLong } from "./clauses.ts"
import { NumberReader } from "./NumberReader.ts"
import { isTooLong, type Sentence, sentencesOf, sectionParagraphs, type SectionParagraph } from "./Sentences.ts"
import { Speech } from "./Speech.ts"
import { type Token, tokensIn } from "./Tokens.ts"

export interface Reading {
  readonly claims: ReadonlyArray<Claim>
  readonly paragraphs: ReadonlyArray<SectionParagraph>
  readonly cells: Cells
}

class NarrativeReader {
  readonly #speech: Speech
  readonly #clauses: ClauseReader
  readonly #numbers: NumberReader

  constructor(document: PublishedDisclosure, cells: Cells) {
    this.#speech = new Speech(document, cells)
    this.#clauses = new ClauseReader(this.#speech)
    this.#numbers = new NumberReader(this.#speech)
  }

  read(paragraphs: ReadonlyArray<SectionParagraph>): ReadonlyArray<Claim> {
    for (const paragraph of paragraphs) {
      if (isTooLong(paragraph)) this.#speech.claim(tooLong(paragraph))
      // Numbers of projects and grades have sentences of their own.
      if (paragraph.section === "ignored" || paragraph.section === "performance") continue
      this.#speech.open(paragraph)
      for (const sentence of sentencesOf(paragraph.plain.text)) this.#sentence(sentence)
    }
    return this.#speech.claims
  }

  #sentence(sentence: Sentence): void {
    const speech = this.#speech
    const { memory, section, text } = speech
    memory.begin(sentence, Phrases.reason.test(text.slice(sentence.start)))
    speech.explainsBudget = false
    speech.partsOf = undefined
    const tokens = tokensIn(text, sentence.start, sentence.end)
    const quote = speech.quote(sentence.start, sentence.end)
    const whole = { section, quote, text: text.slice(sentence.start, sentence.end) }
    speech.claim(
      ...nothingClaims(whole, tokens.length),
      ...listClaims(whole, { isItem: speech.subjects.isItem, subject: memory.subject?.id ?? "" })
    )
    let end = sentence.start
    for (const [index, token] of tokens.entries()) {
      const gap = text.slice(end, token.start)
      // 轿车1辆18.00万元: what was counted cost that, and nothing else that the sentence speaks of.
      const ofCounted = gap === "" && token.kind === "amount" && tokens[index - 1]?.kind === "count"
      if (ofCounted) speech.unjudged(token.text, "subject", quote)
      else this.#token(token, gap)
      end = token.end
    }
    const tail = text.slice(end, sentence.end)
    speech.claim(...memory.bracket(tail))
    for (const clause of tail.split(/[,:。;!]/u)) this.#clauses.read(clause, quote)
    speech.claim(...memory.finish(quote, sentence.full))
  }

  /** A number with all that stands between it and the number before. */
  #token(token: Token, gap: string): void {
    const speech = this.#speech
    speech.claim(...speech.memory.bracket(gap))
    const pieces = gap.split(/[,:]/u)
    const quote = speech.quote(token.start, token.end)
    for (const piece of pieces.slice(0, -1)) this.#clauses.read(piece, quote)
    const raw = pieces.at(-1) ?? ""
    const { number, text } = token
    if (number === undefined) {
      speech.unjudged(text, "unreadable", quote)
      return
    }
    if (speech.explainsBudget && Phrases.againstLastYear.test(raw)) speech.memory.inReason = false
    if (Phrases.reason.test(raw)) speech.memory.inReason = true
    this.#numbers.read(token, raw, { number, text, quote })
  }
}

/** 读说明: the claims of a disclosure's narrative, in the order of the text. */
export const readNarrative = (document: PublishedDisclosure): Reading => {
  const [cells, paragraphs] = [cellsOf(document), sectionParagraphs(document)]
  return { claims: new NarrativeReader(document, cells).read(paragraphs), paragraphs, cells }
}
