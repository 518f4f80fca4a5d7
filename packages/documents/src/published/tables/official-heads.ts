/** 式样表头: the headings of a head that has all the words of an official form, wherever in the head they stand. */
import { officialHeadOf } from "../content/official-heads.ts"
import type { Path } from "./headings.ts"
import type { Layout } from "./Layout.ts"
import { ownTexts } from "./Matrix.ts"
import { isStubHeading } from "./words.ts"

/** Headings by order of the columns of amounts, where the head is that of a form with as many of them. */
export const officialHeadings = ({ blocks, head }: Layout): ReadonlyArray<Path> | undefined => {
  const texts = head.flatMap((row) => ownTexts(row)).filter((text) => !isStubHeading(text))
  const columns = officialHeadOf(texts, head.length)
  return columns?.length === blocks.flatMap((block) => block.amounts).length ? columns : undefined
}
