/**
 * Mistakes as people make them, put into a disclosure: which cells are printed otherwise, and what the mistake is. Every draw
 * is decided by whole numbers, so that a counterexample can be repeated.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import { checkRules, equationSystemOf } from "@juesuan/rules"

/** What stands instead, by address, and the kind of mistake that it is. */
export interface Mistake {
  /** What it may be called: one name, or several where what is printed cannot tell them apart. */
  readonly kinds: ReadonlyArray<string>
  readonly texts: ReadonlyMap<string, string>
  /** The fewest hard equalities on a cell that is wrong. */
  readonly bound: number
}

interface Amount {
  readonly address: string
  readonly text: string
  /** Hard equalities on it. */
  readonly bound: number
}

/** Figures shorter than this are equal to others, or to their own slips, by chance. */
const tellingDigits = 3
const digits = (text: string): number => text.replaceAll(/\D/gu, "").replace(/^0+/u, "").length

const known = new WeakMap<PublishedDisclosure, ReadonlyArray<Amount>>()

/** The amounts of a disclosure on which some hard equality rests, in the order of the rules. */
export const amountsOf = (document: PublishedDisclosure): ReadonlyArray<Amount> => {
  const found = known.get(document)
  if (found !== undefined) return found
  const { cells, equations } = equationSystemOf(document, checkRules)
  const bound = new Map<string, number>()
  for (const { comparison, strength, terms } of equations)
    if (strength === "hard" && comparison === "=")
      for (const { address } of terms) bound.set(address, (bound.get(address) ?? 0) + 1)
  const amounts = [...cells.values()].flatMap(({ address, printed }) =>
    printed._tag === "Number" && printed.shown === "万元" && digits(printed.text) >= tellingDigits && bound.has(address)
      ? [{ address, text: printed.text, bound: bound.get(address) ?? 0 }]
      : []
  )
  known.set(document, amounts)
  return amounts
}

type Slip = (text: string, chance: number) => string | undefined

const places = (text: string): ReadonlyArray<number> =>
  [...text].flatMap((character, at) => (/\d/u.test(character) ? [at] : []))
const before = (text: string): ReadonlyArray<number> => places(text).filter((at) => at < text.indexOf("."))
const pick = <A>(list: ReadonlyArray<A>, chance: number): A | undefined => list[chance % Math.max(1, list.length)]
const isPlain = (text: string): boolean => /^(?:0|[1-9]\d*)\.\d+$/u.test(text)
const plain = (text: string): string | undefined => (isPlain(text) ? text : undefined)

/** Slips of the pen: what is written instead of a figure. */
const slips = {
  "dropped-digit": (text, chance) => {
    const at = pick(before(text), chance) ?? 0
    return plain(text.slice(0, at) + text.slice(at + 1))
  },
  "added-digit": (text, chance) => {
    const at = pick(before(text), chance) ?? 0
    return plain(text.slice(0, at) + String(1 + (chance % 9)) + text.slice(at))
  },
  "swapped-digits": (text, chance) => {
    const all = places(text)
    const pairs = all.slice(1).flatMap((right, index) => {
      const left = all[index] ?? 0
      return text[left] === text[right] ? [] : [[left, right] as const]
    })
    const [left, right] = pick(pairs, chance) ?? [0, 0]
    const characters = [...text]
    characters[left] = text[right] ?? ""
    characters[right] = text[left] ?? ""
    return plain(characters.join(""))
  },
  "wrong-digit": (text, chance) => {
    const at = pick(places(text), chance) ?? 0
    const digit = (Number(text[at]) + 1 + (chance % 9)) % 10
    return plain(text.slice(0, at) + digit + text.slice(at + 1))
  },
  "unit-slip": (text) => `${text.replace(".", "").replace(/^0+/u, "")}00.00`,
  sign: (text) => `-${text}`,
  "omitted-figure": () => ""
} satisfies Readonly<Record<string, Slip>>

type SlipKind = keyof typeof slips

/** One figure of the disclosure with a slip of a kind; `undefined` where the figure that is drawn admits none. */
const slipIn = (document: PublishedDisclosure, kind: SlipKind, chance: number): Mistake | undefined => {
  const amount = pick(amountsOf(document), chance)
  if (amount === undefined) return undefined
  const slip: Slip = slips[kind]
  const text = slip(amount.text, Math.floor(chance / 7))
  if (text === undefined || text === amount.text) return undefined
  return { kinds: [kind], texts: new Map([[amount.address, text]]), bound: amount.bound }
}

/** The same figure often stands in several tables: which of them was copied cannot be told. */
const misplaced = ["budget-for-actual", "figure-of-another-column", "figure-of-another-row", "figure-of-another-table"]

/** The figure of another cell in place of its own. */
const misplacedFigureIn = (document: PublishedDisclosure, chance: number): Mistake | undefined => {
  const amount = pick(amountsOf(document), chance)
  const other = pick(amountsOf(document), Math.floor(chance / 11))
  if (amount === undefined || other === undefined || amount.text === other.text) return undefined
  return { kinds: misplaced, texts: new Map([[amount.address, other.text]]), bound: amount.bound }
}

interface Place {
  readonly address: string
  readonly text: string
}

const linesOf = (document: PublishedDisclosure, along: "column" | "row"): ReadonlyArray<ReadonlyArray<Place>> =>
  document.tables.flatMap((table) => {
    const rows = table.rows.map((row) =>
      table.columns.map(({ key, meaning }): Place | undefined => {
        const printed = row.cells[key]?.printed
        if (printed === undefined) return undefined
        const text = printed._tag === "Number" ? printed.text : ""
        return { address: `${table.meaning}/${row.meaning}/${meaning}`, text }
      })
    )
    const lines = along === "row" ? rows : table.columns.map((_, index) => rows.map((row) => row[index]))
    return lines.map((line) => line.filter((place) => place !== undefined))
  })

const moved = (
  document: PublishedDisclosure,
  kind: string,
  texts: ReadonlyMap<string, string>
): Mistake | undefined => {
  const amounts = new Map(amountsOf(document).map(({ address, bound }) => [address, bound]))
  const bounds = [...texts.keys()].map((address) => amounts.get(address) ?? 0)
  const before = new Map(linesOf(document, "row").flatMap((line) => line.map(({ address, text }) => [address, text])))
  const apart = [...texts].map(([address, text]) => Math.abs(Number(text) - Number(before.get(address) ?? "")))
  // A figure on which nothing rests, or that moved to where nearly the same one stood: nobody can see that it moved.
  return texts.size < 2 || bounds.includes(0) || apart.some((by) => by < 1)
    ? undefined
    : { kinds: [kind], texts, bound: Math.min(...bounds) }
}

/** A run of figures one place too far along a column or a row, the last one at the first place. */
const shiftIn = (document: PublishedDisclosure, along: "column" | "row", chance: number): Mistake | undefined => {
  const line = pick(
    linesOf(document, along).filter(({ length }) => length >= 3),
    chance
  )
  if (line === undefined) return undefined
  const length = 3 + (Math.floor(chance / 5) % (line.length - 2))
  const from = Math.floor(chance / 13) % (line.length - length + 1)
  const run = line.slice(from, from + length)
  const texts = run.map(({ text }) => text)
  const slipped = [texts.at(-1) ?? "", ...texts.slice(0, -1)]
  const changed = run.flatMap(({ address, text }, index) =>
    slipped[index] === text ? [] : [[address, slipped[index] ?? ""] as const]
  )
  return changed.length < 3 ? undefined : moved(document, `shifted-${along}`, new Map(changed))
}

/** Two figures of a column or a row in each other's place. */
const exchangeIn = (document: PublishedDisclosure, chance: number): Mistake | undefined => {
  const line = pick(linesOf(document, chance % 2 === 0 ? "row" : "column"), Math.floor(chance / 2)) ?? []
  const [first, second] = [pick(line, Math.floor(chance / 3)), pick(line, Math.floor(chance / 17))]
  if (first === undefined || second === undefined || first.text === second.text) return undefined
  if (first.text === "" || second.text === "") return undefined
  return moved(
    document,
    "exchanged-figures",
    new Map([
      [first.address, second.text],
      [second.address, first.text]
    ])
  )
}

type Plant = (document: PublishedDisclosure, chance: number) => Mistake | undefined

/** Mistakes by what they are, each drawn from whole numbers. */
export const plants: ReadonlyArray<readonly [name: string, plant: Plant]> = [
  ...(Object.keys(slips) as ReadonlyArray<SlipKind>).map((kind): readonly [string, Plant] => [
    kind,
    (document, chance) => slipIn(document, kind, chance)
  ]),
  ["figure of another cell", misplacedFigureIn],
  ["shifted-column", (document, chance) => shiftIn(document, "column", chance)],
  ["shifted-row", (document, chance) => shiftIn(document, "row", chance)],
  ["exchanged-figures", exchangeIn]
]

/** Draws that are tried before a disclosure is said to admit no mistake of the kind. */
const tries = 60

/** The first mistake that the disclosure admits from a draw on. */
export const planted = (document: PublishedDisclosure, plant: Plant, chance: number): Mistake | undefined => {
  for (let trial = 0; trial < tries; trial += 1) {
    const mistake = plant(document, chance + trial * 7919)
    if (mistake !== undefined) return mistake
  }
  return undefined
}
