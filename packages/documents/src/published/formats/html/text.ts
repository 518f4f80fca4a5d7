/** 网页的文字: text of an element as the page shows it. */
import { collapsed, joinedAll } from "../joining.ts"
import { childrenOf, isBlock, isElement, isHidden, type Node } from "./tree.ts"

/** Each run of blanks as one: a line feed where the run has a line break, else a blank. */
const collapsedBlanks = (text: string): string =>
  text.replaceAll(/[\s\u00A0]+/gu, (blanks) => (/[\r\n]/u.test(blanks) ? "\n" : " "))

/** Source text breaks lines anywhere; between Chinese characters such a break is nothing. */
export const inlineText = (text: string): string => {
  const starts = /^\s/u.test(text) ? " " : ""
  const ends = /\s$/u.test(text) ? " " : ""
  const inner = joinedAll(collapsedBlanks(text).split("\n")).trim()
  return inner === "" ? starts : starts + inner + ends
}

/** The lines of a cell: blocks and line breaks part them; tables within it are not its text. */
const linesOf = (node: Node, lines: Array<string>): void => {
  for (const child of childrenOf(node)) {
    if (child.nodeName === "#text" && "value" in child) lines.push((lines.pop() ?? "") + inlineText(child.value))
    if (!isElement(child) || isHidden(child) || child.tagName === "table") continue
    const breaks = isBlock(child) || child.tagName === "br"
    if (breaks) lines.push("")
    linesOf(child, lines)
    if (breaks) lines.push("")
  }
}

/** The text of a cell, its lines joined as they read. */
export const cellText = (cell: Node): string => {
  const lines: Array<string> = []
  linesOf(cell, lines)
  return joinedAll(lines.map(collapsed))
}
