/** 字宽与折行: text measured and broken as a terminal shows it, where a 汉字 is two columns wide. */

/**
 * Characters that act on a terminal instead of standing in it: controls, and marks that turn the direction of text. They
 * are shown by their code, so that a name in the books can neither clear the screen nor reverse an amount.
 *
 * @example visible("a\u001b[2Jb") // "a\\u{1b}[2Jb"
 */
export const visible = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`
  )

const narrow = /^[\u0020-\u007e]*$/u
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const withoutWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/**
 * Columns of a text on a terminal. Kept this simple because every command loads it: a library that knows all emoji takes as
 * long to load as Node takes to start.
 */
export const widthOf = (text: string): number => {
  if (narrow.test(text)) return text.length
  let width = 0
  for (const mark of text) width += wide.test(mark) ? 2 : withoutWidth.test(mark) ? 0 : 1
  return width
}

/** Breaks text into lines of at most `width` columns: between 汉字 anywhere, between words at blanks, within a word only where it alone is too long. */
export const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const piece of piecesOf(text, width)) {
    if (widthOf(line + piece.trimEnd()) <= width || line === "") line += piece
    else {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    }
  }
  return [...lines, line.trimEnd()]
}

/** Marks that begin no line, and marks that end none (避头尾). */
const closing = /^[，。、；：！？）】》〉”’…,.;:!?)\]%]$/u
const opening = /^[“‘（《〈【([]+$/u

/** Unbreakable pieces: one 汉字 with the marks that cling to it, or one word with the blank after it; a word that is too long in parts. */
const piecesOf = (text: string, width: number): ReadonlyArray<string> => {
  const pieces: Array<string> = []
  let word = ""
  const endWord = () => {
    if (word !== "") pieces.push(word)
    word = ""
  }
  const clings = (mark: string): boolean => {
    const last = pieces.at(-1) ?? " "
    return word === "" && closing.test(mark) && !last.endsWith(" ") && widthOf(last + mark) <= width
  }
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)) {
    if (clings(segment)) pieces.push(`${pieces.pop() ?? ""}${segment}`)
    else if (opening.test(segment)) {
      if (!opening.test(word) || widthOf(word + segment) >= width) endWord()
      word += segment
    } else if (widthOf(segment) > 1) {
      const clinging = opening.test(word) || closing.test(segment)
      const held = clinging && widthOf(word + segment) <= width ? word : ""
      if (held === "") endWord()
      word = ""
      pieces.push(held + segment)
    } else if (segment === " ") {
      word += segment
      endWord()
    } else {
      if (widthOf(word + segment) > width) endWord()
      word += segment
    }
  }
  endWord()
  return pieces
}

export type Place = "left" | "right" | "centre"

/** Fills a text up with blanks to a width. */
export const padded = (text: string, width: number, place: Place): string => {
  const room = Math.max(0, width - widthOf(text))
  const before = place === "left" ? 0 : place === "right" ? room : Math.floor(room / 2)
  return " ".repeat(before) + text + " ".repeat(room - before)
}
