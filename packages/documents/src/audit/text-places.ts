/** 所在 as text: places of one table or section together, its name once; long paths and quotations shortened. */
import type { Finding, Where } from "@juesuan/rules"
import { tellingPlaces } from "./places.ts"
import { shortened } from "./quotes.ts"
import { hanging, roomOf } from "./text-lines.ts"
import { type Language, pageText, tableText } from "./wording.ts"

/** So many places of a finding are written out. */
const mostPlaces = 8

interface Spot {
  readonly where: Where
  /** Of the place itself, within its table or section. */
  readonly name: string
}

interface Group {
  readonly path: string
  readonly spots: ReadonlyArray<Spot>
}

const joined = (parts: ReadonlyArray<string | undefined>): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" / ")

const groupsOf = (places: ReadonlyArray<Where>): ReadonlyArray<Group> => {
  const groups: Array<{ readonly path: string; readonly spots: Array<Spot> }> = []
  for (const where of places) {
    const path = joined([tableText(where), where.section])
    const spot = { where, name: joined([where.row, where.column]) }
    const last = groups.at(-1)
    if (last?.path === path) last.spots.push(spot)
    else groups.push({ path, spots: [spot] })
  }
  return groups
}

/** Writes places; a path that it has written is shortened to its end from then on. */
export class PlacesText {
  readonly #lang: Language
  readonly #width: number | undefined
  readonly #written = new Set<string>()

  constructor(lang: Language, width: number | undefined) {
    this.#lang = lang
    this.#width = width
  }

  /** The lines of a finding's places. */
  of(finding: Finding, indent: number): ReadonlyArray<string> {
    const all = tellingPlaces(finding)
    const rest = all.length - mostPlaces
    const more = this.#lang === "zh" ? `… 另有 ${rest} 处` : `… ${rest} more`
    return [
      ...groupsOf(all.slice(0, mostPlaces)).flatMap((group) => this.#group(group, finding, indent)),
      ...(rest > 0 ? [`${" ".repeat(indent)}${more}`] : [])
    ]
  }

  #group({ path, spots }: Group, finding: Finding, indent: number): ReadonlyArray<string> {
    const [first] = spots
    const margin = " ".repeat(indent)
    const shortPath = this.#path(path)
    if (spots.length === 1 && first !== undefined && first.where.section === undefined) {
      const name = joined([shortPath, first.name])
      return hanging(margin, `${name}${this.#quote(first.where, finding, indent)}${this.#at(first.where)}`, this.#width)
    }
    const items = spots.flatMap(({ name, where }) => {
      const text = `${name}${this.#quote(where, finding, indent + 2)}${this.#at(where)}`.trim()
      return text === "" ? [] : hanging(`${margin}  `, text, this.#width)
    })
    return [...hanging(margin, shortPath, this.#width), ...items]
  }

  #path(path: string): string {
    const parts = path.split(" / ")
    if (parts.length < 2) return path
    if (this.#written.has(path)) return `… / ${parts.at(-1)}`
    this.#written.add(path)
    return path
  }

  #quote({ quote }: Where, finding: Finding, indent: number): string {
    if (quote === undefined) return ""
    const short = shortened(quote, finding, roomOf(indent + 16, this.#width))
    return this.#lang === "zh" ? `“${short}”` : ` “${short}”`
  }

  #at({ line, page, sheet }: Where): string {
    const place = pageText(
      {
        ...(sheet === undefined ? {} : { sheet }),
        ...(page === undefined ? {} : { page }),
        ...(line === undefined ? {} : { line })
      },
      this.#lang
    )
    if (place.length === 0) return ""
    return this.#lang === "zh" ? `（${place.join("，")}）` : ` (${place.join(", ")})`
  }
}
