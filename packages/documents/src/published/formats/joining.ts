/** 并行: lines of one paragraph or cell joined as they read. */

/** Characters of Chinese text: ideographs, full-width forms, and the marks that stand between them. */
const chinese = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u3000-\u303F“”‘’…—·℃①-⑳]/u

const isChinese = (character: string | undefined): boolean => character !== undefined && chinese.test(character)

/**
 * Two pieces of one line of thought: no blank next to a Chinese character, none within a number that breaks at its point or
 * comma; one blank between others.
 *
 * @example joined("公务接", "待费") // "公务接待费"
 */
export const joined = (before: string, after: string): string => {
  const left = before.trimEnd()
  const right = after.trimStart()
  if (left === "" || right === "") return left + right
  const broken = /\d[.,]$/u.test(left) && /^\d/u.test(right)
  return broken || isChinese(left.at(-1)) || isChinese(right[0]) ? left + right : `${left} ${right}`
}

/** Pieces joined one after the other; only the ends that meet are looked at, however many they are. */
export const joinedAll = (pieces: ReadonlyArray<string>): string => {
  const parts: Array<string> = []
  let last = ""
  for (const piece of pieces.map((each) => each.trim()).filter((each) => each !== "")) {
    parts.push(last === "" ? piece : joined(last, piece).slice(last.length))
    last = piece
  }
  return parts.join("")
}

/** Blanks as they are shown: each run of them one blank, none at the ends. */
export const collapsed = (text: string): string => text.replaceAll(/[\s\u00A0\u200B\uFEFF]+/gu, " ").trim()
