/** 用于: the parts that a sentence says an item's expenditure was used for, until the sentence ends. */
import type { SectionKind } from "../content/narrative/sections.ts"
import type { Claim, Quote, Stated, Subject, UsePart } from "./Claim.ts"

export class Uses {
  #of: Subject | undefined
  #parts: ReadonlyArray<UsePart> = []

  get of(): Subject | undefined {
    return this.#of
  }

  /** Whether a part of what was used stands before: a percentage may be of it. */
  get hasParts(): boolean {
    return this.#parts.length > 0
  }

  begin(subject: Subject): void {
    this.#of ??= subject
  }

  part(words: string, named: Subject | undefined, stated: Stated, section: SectionKind): ReadonlyArray<Claim> {
    const name = words.replace(/^.*用于/u, "")
    if (this.#of !== undefined) this.#parts = [...this.#parts, { name, bound: named !== undefined, stated }]
    if (named === undefined) return []
    return [{ kind: "amount", subject: named, of: "actual", stated, year: undefined, section, use: true }]
  }

  forget(): void {
    this.#of = undefined
    this.#parts = []
  }

  close(quote: Quote, actual: Stated | undefined, budget: Stated | undefined): ReadonlyArray<Claim> {
    const [subject, parts] = [this.#of, this.#parts]
    this.forget()
    if (subject === undefined || parts.length === 0) return []
    const open = /等[,。;]?|主要用于/u.test(quote.quote.slice(quote.quote.indexOf("用于") - 2))
    return [{ kind: "use", subject, actual, budget, parts, open, quote }]
  }
}
