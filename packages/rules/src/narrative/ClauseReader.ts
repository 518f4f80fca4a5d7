/** 读分句: clauses without a number of their own: names, cues that parts or a reason follow, 持平, 决算数大于预算数. */
import * as Phrases from "../content/narrative/phrases.ts"
import type { Quote } from "./Claim.ts"
import { unknownSubject } from "./Naming.ts"
import type { Speech } from "./Speech.ts"

export class ClauseReader {
  readonly #speech: Speech

  constructor(speech: Speech) {
    this.#speech = speech
  }

  /** Clauses that stand whole before a number: cues, and names without a number. */
  read(clause: string, quote: Quote): void {
    if (clause === "") return
    const { memory } = this.#speech
    this.#ordered(clause, quote)
    if (memory.inReason) return
    const reason = clause.search(Phrases.reason)
    // 决算数与年初预算数持平的主要原因是…
    const isUnchanged = this.#unchanged(reason < 0 ? clause : clause.slice(0, reason), quote)
    if (reason >= 0) memory.inReason = true
    if (reason >= 0 || isUnchanged) return
    if (Phrases.amongThem.test(clause)) memory.amongThem()
    if (Phrases.asFollows.test(clause)) memory.asFollows()
    const use = clause.search(Phrases.use)
    if (use >= 0) this.#speech.useBegins(clause.slice(0, use))
    this.#name(clause)
  }

  /** 教育支出, “三公”经费支出决算中: the figure that a clause names and whose parts may follow. */
  #name(clause: string): void {
    const { memory } = this.#speech
    const named = this.#speech.named(clause.replace(Phrases.comparison, "").replace(Phrases.within, ""))
    if (named !== undefined) this.#speech.speakOf(named)
    else if (Phrases.levelMark.test(clause) && memory.used === undefined) this.#speech.speakOf(unknownSubject(clause))
    if (named === undefined || !Phrases.within.test(clause)) return
    memory.within()
    if (named.id.startsWith("procurement.small")) this.#speech.partsOf = named
  }

  /** 决算数小于预算数. */
  #ordered(clause: string, quote: Quote): void {
    const ordered = this.#speech.memory.inReason ? null : Phrases.againstBudget.exec(clause)
    if (ordered !== null) {
      this.#speech.explainsBudget = true
      this.#speech.claim(
        ...this.#speech.memory.order(
          Phrases.orderOf(ordered.groups?.["word"] ?? ordered.groups?.["because"] ?? ""),
          quote
        )
      )
    }
  }

  /** 与上年持平; whether the clause says so. */
  #unchanged(clause: string, quote: Quote): boolean {
    const { memory } = this.#speech
    const withAmount = memory.isCompared && Phrases.startsUnchanged.test(clause)
    if (!withAmount && !(this.#speech.compared(clause) && Phrases.unchanged.test(clause))) return false
    if (Phrases.nearlyUnchanged.test(clause)) return true
    const words = clause.slice(0, Phrases.comparison.exec(clause)?.index ?? 0)
    const named = this.#speech.named(words)
    if (named === undefined) this.#speech.maybeSpeakOf(words.replace(/(?:决算|支出)数?$/u, ""))
    else this.#speech.speakOf(named)
    this.#speech.claim(...memory.unchanged(quote), ...(memory.isAgainstBudget ? memory.order(0, quote) : []))
    return true
  }
}
