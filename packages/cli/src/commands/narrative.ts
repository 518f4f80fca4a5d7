/** `juesuan narrative`: 情况说明, written from the books; what could not be said goes to stderr. */
import { Disclosures, narrativeJson, type NarrativeJson } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { answerJson, answerText, note, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import type { Wording } from "../Language.ts"
import { questionOf, questionOptions } from "./question.ts"

type Sections = NarrativeJson["sections"]

/** The headings that the part before did not stand under. */
const newHeadings = (sections: Sections, index: number): ReadonlyArray<string> => {
  const before = sections[index - 1]?.headings ?? []
  const { headings = [] } = sections[index] ?? {}
  const common = headings.findIndex((heading, level) => heading !== before[level])
  return headings.slice(common < 0 ? headings.length : common)
}

const textOf = (sections: Sections): string =>
  sections
    .map(({ paragraphs }, index) => [...newHeadings(sections, index), ...paragraphs.map(({ text }) => text)].join("\n"))
    .join("\n\n")

/** One line for what is missing, with how often and where first. */
const untoldLines = (untold: NarrativeJson["untold"], t: Wording): ReadonlyArray<string> =>
  (["figure", "reason"] as const).flatMap((about) => {
    const found = untold.filter((one) => one.about === about)
    const [first] = found
    if (first === undefined) return []
    const count = found.length
    return about === "figure"
      ? [
          t(
            `没有记录、因而没有写的数 ${count} 个，如 ${first.ref}（缺${first.missing}）。全部见 --json。`,
            `${count} figures were not recorded and are left out, e.g. ${first.ref} (missing ${first.missing}). All of them: --json.`
          )
        ]
      : [
          t(
            `没有记录原因的 ${count} 处，如 ${first.ref}。全部见 --json。`,
            `${count} reasons were not recorded, e.g. of ${first.ref}. All of them: --json.`
          )
        ]
  })

export const narrative = booksCommand("narrative", {
  access: "read",
  options: (t) => questionOptions(t),
  examples: (t) => [
    { command: "juesuan narrative", description: t("情况说明", "the narrative") },
    {
      command: "juesuan narrative --json",
      description: t("每个数的地址、分母和来源", "with the address, denominator and sources of every figure")
    },
    { command: "juesuan narrative --until 2024-06-30", description: t("截至六月底", "as of the end of June") }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const disclosures = yield* Disclosures
      const answer = narrativeJson(yield* disclosures.narrative(questionOf(options)))
      if (wantsJson(options)) return yield* answerJson(answer)
      for (const line of untoldLines(answer.untold, t)) yield* note(line)
      return yield* answerText(textOf(answer.sections))
    })
})
