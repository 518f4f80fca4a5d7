/** 式样表头: the headings of a head that has all the words of an official form, wherever in the head they stand. */
import { type OfficialHead, officialHeads } from "../content/official-heads.ts"
import type { Path } from "./headings.ts"
import type { Layout } from "./Layout.ts"
import { ownTexts, plain } from "./Matrix.ts"

const sorted = (texts: ReadonlyArray<string>): string => [...plain(texts.join(""))].sort().join("")

/** The words of headings, one that stands over several columns once. */
const wordsOf = (columns: OfficialHead["columns"]): ReadonlyArray<string> =>
  columns.flatMap((path, index) => {
    const before = columns[index - 1] ?? []
    return path.filter(
      (_, depth) =>
        depth === path.length - 1 || path.slice(0, depth + 1).join("·") !== before.slice(0, depth + 1).join("·")
    )
  })

const known: ReadonlyArray<{ readonly words: string; readonly columns: OfficialHead["columns"] }> =
  officialHeads.flatMap(({ columns, stubs }) =>
    stubs.map((stub) => ({ columns, words: sorted([...wordsOf(columns), stub]) }))
  )

/** Headings by order of the columns of amounts, where the head is that of a form and has as many lines. */
export const officialHeadings = ({ blocks, head }: Layout): ReadonlyArray<Path> | undefined => {
  const amounts = blocks.flatMap((block) => block.amounts).length
  const words = sorted(head.flatMap((row) => ownTexts(row)))
  return known.find(
    ({ columns, words: own }) =>
      columns.length === amounts && own === words && columns.every(({ length }) => length <= head.length)
  )?.columns
}
