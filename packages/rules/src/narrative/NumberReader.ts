/**
 * 读数: what a number with the words before it states: a figure, a budget, a change, a share, a completion rate, a count, or a
 * part of a reason. What cannot be bound for sure becomes a claim that is not judged.
 */
import { Quantities } from "@juesuan/domain"
import * as Phrases from "../content/narrative/phrases.ts"
import type { Direction, Stated } from "./Claim.ts"
import { countClaim } from "./clauses.ts"
import { comparedWords, type Lead, leadOf } from "./Comparison.ts"
import { isBare, namesNothing, ofSection, unknownSubject, yearBefore } from "./Naming.ts"
import type { Speech } from "./Speech.ts"
import type { Token } from "./Tokens.ts"

export class NumberReader {
  readonly #speech: Speech

  constructor(speech: Speech) {
    this.#speech = speech
  }

  /** A number with the words right before it. */
  read(token: Token, raw: string, stated: Stated): void {
    if (this.#speech.memory.inReason) {
      this.#inReason(token, raw, stated)
      return
    }
    if (Phrases.amongThem.test(raw)) this.#speech.memory.amongThem()
    if (token.kind === "count") this.#count(token, raw, stated)
    else this.#number(token, raw, stated)
  }

  #inReason(token: Token, raw: string, stated: Stated): void {
    const found = Phrases.change.exec(raw)
    const direction: Direction = found === null ? "either" : Phrases.directionOf(found.groups?.["word"] ?? "")
    const name = found === null ? raw : raw.slice(0, found.index)
    if (token.kind === "amount") this.#speech.memory.reasonPart({ name, direction, stated })
    this.#speech.unjudged(token.text, "reason", stated.quote)
  }

  #count(token: Token, raw: string, stated: Stated): void {
    const { section } = this.#speech
    const claim = countClaim({ raw, token, stated, section, unit: this.#speech.unit, memory: this.#speech.memory })
    if (claim === undefined) this.#speech.unjudged(token.text, "subject", stated.quote)
    else this.#speech.claim(claim)
  }

  #number(token: Token, gap: string, stated: Stated): void {
    const lead = leadOf(gap, this.#speech.compared(gap))
    const use = lead.raw.search(Phrases.use)
    if (use >= 0) this.#speech.useBegins(lead.raw.slice(0, use))
    const handled =
      token.kind === "percent"
        ? this.#completion(lead, stated) ||
          this.#share(lead, stated) ||
          this.#deviation(lead, stated) ||
          this.#change(token, lead, stated)
        : this.#baseAmount(lead, stated) || this.#change(token, lead, stated) || this.#amount(lead, stated)
    if (!handled) this.#speech.unjudged(token.text, "relation", stated.quote)
  }

  #completion({ raw }: Lead, percent: Stated): boolean {
    const found = Phrases.completion.exec(raw)
    if (found === null) {
      // 为年初预算1,899.14万元的82.39%
      const ofBudget = raw === "的" ? this.#speech.memory.budgetJustStated : undefined
      if (ofBudget !== undefined) this.#speech.claim(...this.#speech.memory.completion(ofBudget, percent))
      return ofBudget !== undefined
    }
    this.#speech.maybeSpeakOf(raw.slice(0, found.index))
    const kind = Phrases.budgetKindOf(found.groups?.["kind"] ?? found.groups?.["rate"] ?? "")
    this.#speech.claim(...this.#speech.memory.completion(kind, percent))
    return true
  }

  #share({ raw }: Lead, percent: Stated): boolean {
    const found = Phrases.share.exec(raw)
    if (found === null) return false
    const before = raw.slice(0, found.index)
    this.#speech.maybeSpeakOf(before)
    const name = found.groups?.["whole"] ?? ""
    const { memory, section, subjects } = this.#speech
    const whole = name === "" ? ofSection(section) : subjects.whole(name, section, memory.subject)
    this.#speech.claim(...this.#speech.memory.share(name, whole, percent))
    return true
  }

  /** 预决算差异率-9.89%: the sign is the direction. */
  #deviation({ raw }: Lead, percent: Stated): boolean {
    const found = Phrases.deviationRate.exec(raw)
    if (found === null) return false
    const { memory } = this.#speech
    const { value } = percent.number
    const isLess = Quantities.isNegative(value)
    this.#speech.maybeSpeakOf(raw.slice(0, found.index))
    memory.compareWith({ against: "budget", year: undefined })
    const size = isLess ? Quantities.minus(Quantities.quantity("0", value.unit), value) : value
    const stated = { ...percent, number: { ...percent.number, value: size } }
    this.#speech.claim(...memory.change(false, isLess ? -1 : 1, stated))
    return true
  }

  /** 比上年决算数1,999.38万元, 比2024年初预算3.00万元: the amount that is compared with. */
  #baseAmount({ raw }: Lead, stated: Stated): boolean {
    const compared = comparedWords(raw, this.#speech.year)
    if (compared === undefined || Phrases.change.test(compared.words) || Phrases.undecidedChange.test(compared.words))
      return false
    this.#speech.maybeSpeakOf(compared.before.replace(/(?:决算|支出决算)数?$/u, ""))
    this.#speech.memory.compareWith(compared)
    this.#speech.claim(...this.#speech.memory.compared(compared, stated, this.#speech.section))
    return true
  }

  #change(token: Token, { raw, words }: Lead, stated: Stated): boolean {
    const undecided = Phrases.undecidedChange.exec(words)
    const found = Phrases.change.exec(words)
    if (undecided === null && found === null) return false
    const at = undecided?.index ?? found?.index ?? 0
    this.#speech.maybeSpeakOf(words.slice(0, at))
    const direction = undecided === null ? Phrases.directionOf(found?.groups?.["word"] ?? "") : "either"
    this.#speech.claim(...this.#speech.memory.change(token.kind === "amount", direction, stated))
    return raw !== "" || words === ""
  }

  #amount({ words }: Lead, stated: Stated): boolean {
    const { section } = this.#speech
    const year = yearBefore(words)
    // 支出决算 after a subject is the subject's; alone it opens a section and is the section's.
    const inherited = this.#speech.memory.awaitsActual && isBare(words)
    if (inherited) this.#leaveCarriedOver(words)
    const named = inherited ? undefined : this.#speech.named(words)
    if (this.#speech.memory.used !== undefined && !Phrases.budget.test(words)) {
      this.#speech.claim(...this.#speech.memory.usePart(words, named, stated, section))
      return true
    }
    if (named !== undefined) {
      this.#speech.speakOf(named)
      this.#figure(stated, year)
      return true
    }
    const budget = Phrases.budget.exec(words)
    if (budget !== null && !/(?:公共|基金|经营)$/u.test(words.slice(0, budget.index))) {
      this.#speech.maybeSpeakOf(
        this.#speech.subjects.budgetName(words, budget.index, this.#speech.section, this.#speech.memory)
      )
      this.#leaveCarriedOver(words)
      this.#speech.claim(
        ...this.#speech.memory.budget(stated, Phrases.budgetKindOf(budget.groups?.["kind"] ?? ""), section)
      )
      return true
    }
    if (namesNothing(words, this.#speech.unit)) {
      if (!this.#speech.memory.awaitsActual) return false
      this.#leaveCarriedOver(words)
      this.#figure(stated, year)
      return true
    }
    return this.#describedAmount(words, stated, year)
  }

  /** A figure without a name in a paragraph of its own is not known to be of what was spoken of before. */
  #leaveCarriedOver(words: string): void {
    if (this.#speech.memory.subjectIsCarriedOver) this.#speech.speakOf(unknownSubject(words))
  }

  /** The figure itself, or that of the year before where the sentence says so. */
  #figure(stated: Stated, year: number | undefined): void {
    const { section } = this.#speech
    const before = year !== undefined && year + 1 === this.#speech.year
    this.#speech.claim(
      ...(before
        ? this.#speech.memory.baseStated(stated, year, section)
        : this.#speech.memory.actual(stated, year, section))
    )
  }

  /** A name before 支出决算 and the like; else an amount whose subject is not known. */
  #describedAmount(words: string, stated: Stated, year: number | undefined): boolean {
    const bare = words.replaceAll(/(?:为|是|共|共计|约|的)+$/gu, "")
    const tail = Phrases.actualTail.exec(bare)
    const name = tail === null ? bare : bare.slice(0, tail.index)
    const isIncome = tail?.[0].includes("收入") === true
    const named = this.#speech.named(name) ?? (isIncome ? undefined : this.#speech.named(`${name}支出`))
    this.#speech.speakOf(named ?? unknownSubject(name))
    this.#figure(stated, year)
    return true
  }
}
