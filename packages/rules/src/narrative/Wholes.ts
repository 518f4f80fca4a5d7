/**
 * 整体与部分: of what the parts that a text lists are parts: 其中 opens a list, lists stand within lists, and a share that names
 * no whole may be of any list that is still open.
 */
import type { Stated, Subject, Whole } from "./Claim.ts"

/** Lists within lists that are kept open. */
const mostOpen = 3

export class Wholes {
  /** What the section stated first. */
  #first: Whole | undefined
  /** What parts were listed of, the last one first. */
  #open: ReadonlyArray<Whole> = []
  #column: string | undefined
  /** The last subject that was said to be a share of something. */
  #part: string | undefined

  /** What the paragraph speaks of first. */
  #opening: Subject | undefined

  nextParagraph(): void {
    this.#column = undefined
    this.#opening = undefined
  }

  opens(subject: Subject): void {
    this.#opening ??= subject
  }

  get opening(): Subject | undefined {
    return this.#opening
  }

  stated(whole: Whole): void {
    this.#first ??= whole
  }

  isPart(subject: Subject): void {
    this.#part = subject.id
  }

  /** 其中, 支出决算中: parts of the whole follow. */
  partsFollow(whole: Whole): void {
    const others = this.#open.filter(({ subject }) => subject.id !== whole.subject.id)
    this.#open = [whole, ...others].slice(0, mostOpen)
    this.#column = /\.(basic|project)$/u.exec(whole.subject.id)?.[1] ?? this.#column
  }

  /** 具体情况如下: parts follow, unless the subject was itself listed as a part: then the list is told once more. */
  tellsPartsAgain(subject: Subject): boolean {
    return subject.id === this.#part
  }

  /** 基本支出 or 项目支出 whose parts this paragraph lists: an item may stand there for its part of that. */
  get column(): string | undefined {
    return this.#column
  }

  /** What is named, or words of this section that end in the same name; without a name what stands before the list. */
  candidates(named: string, whole: Subject | undefined, known: ReadonlyMap<string, Stated>): ReadonlyArray<Whole> {
    const first = this.#first === undefined ? [] : [this.#first]
    const ofName = whole === undefined ? [] : [{ subject: whole, stated: known.get(whole.id) }]
    if (named === "") return [...this.#open, ...first.filter(({ subject }) => subject.id === whole?.id), ...ofName]
    const near = [...this.#open.slice(0, 1), ...first]
    return [...ofName, ...near.filter(({ subject }) => subject.name.endsWith(named) && subject.id !== whole?.id)]
  }
}
