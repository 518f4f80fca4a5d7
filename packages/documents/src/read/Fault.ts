/**
 * 错处: what is wrong with a file that was read, and exactly where. Reading collects every fault before it answers, so
 * that a file can be put right in one go.
 */

/** A sentence in both languages. */
export interface Says {
  readonly zh: string
  readonly en: string
}

/** Lines count from 1, as an editor shows them. */
export interface Fault {
  readonly file: string
  readonly line?: number
  /** The heading of the column, or the path of a field. */
  readonly column?: string
  readonly found?: string
  readonly expected?: string
  /** Stable name of the kind of fault. */
  readonly code: string
  readonly says: Says
}

/** Where a fault stands. */
export type FaultPlace = Pick<Fault, "file" | "line" | "column">

const shownLength = 60

/** What was found, short enough to be shown. */
const excerpt = (text: string): string => (text.length <= shownLength ? text : `${text.slice(0, shownLength)}…`)

const placeText = ({ column, file, line }: FaultPlace): Says => ({
  zh: [file, ...(line === undefined ? [] : [`第 ${line} 行`]), ...(column === undefined ? [] : [`“${column}”列`])].join(
    " "
  ),
  en: [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column “${column}”`])
  ].join(", ")
})

const foundText = (found: string | undefined): Says =>
  found === undefined
    ? { zh: "", en: "" }
    : found === ""
      ? { zh: "；实际为空白", en: "; found a blank" }
      : { zh: `；实际为“${found}”`, en: `; found “${found}”` }

const expectedText = (expected: Says | undefined): Says =>
  expected === undefined ? { zh: "", en: "" } : { zh: `，应为${expected.zh}`, en: `, expected ${expected.en}` }

/** A fault with its place in front of the sentence, and found against expected behind it. */
export const fault = (
  place: FaultPlace,
  code: string,
  what: Says,
  { expected, ...values }: { readonly found?: string; readonly expected?: Says } = {}
): Fault => {
  const found = values.found === undefined ? undefined : excerpt(values.found)
  const parts = [placeText(place), foundText(found), expectedText(expected)] as const
  const sentence = (lang: keyof Says, colon: string, stop: string): string =>
    `${parts[0][lang]}${colon}${what[lang]}${parts[1][lang]}${parts[2][lang]}${stop}`
  return {
    ...place,
    code,
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected: `${expected.zh} / ${expected.en}` }),
    says: { zh: sentence("zh", "：", "。"), en: sentence("en", ": ", ".") }
  }
}
