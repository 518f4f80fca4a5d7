/** 式样表头: the headings of a head that has all the words of an official form, wherever in the head they stand. */
import { officialHeadOf } from "../content/official-heads.ts"
import type { Path } from "./headings.ts"
import type { Layout } from "./Layout.ts"
import { ownText } from "./Matrix.ts"
import { isStubHeading } from "./words.ts"

/** The headings over a column without what says what a row is, which may be broken over lines of the head: 科目代 │ 码 │ 类. */
const withoutStub = (texts: ReadonlyArray<string>): ReadonlyArray<string> => {
  const from = texts.findLastIndex((_, index) => isStubHeading(texts.slice(index).join("")))
  return from < 0 ? texts : withoutStub(texts.slice(0, from))
}

/** Headings by order of the columns of amounts, where the head is that of a form with as many of them. */
export const officialHeadings = ({ blocks, head, roles }: Layout): ReadonlyArray<Path> | undefined => {
  const amounts = blocks.flatMap((block) => block.amounts)
  const texts = roles.flatMap((_, column) => {
    const own = head.map((row) => ownText(row[column])).filter((text) => text !== "")
    return amounts.includes(column) ? own : withoutStub(own)
  })
  const columns = officialHeadOf(
    texts.filter((text) => !isStubHeading(text)),
    head.length
  )
  return columns?.length === amounts.length ? columns : undefined
}
