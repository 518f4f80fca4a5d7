/** `juesuan diff`: which figures differ between two points, and which events moved them. */
import { Explanations } from "@juesuan/app"
import type { AsOf } from "@juesuan/domain"
import * as Argument from "effect/cli/Argument"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { answerList, listFormats, note } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import type { Wording } from "../Language.ts"
import * as Options from "../Options.ts"
import { diffSheet } from "../render/sheets.ts"

/** A point as one word: a position (`57`), a business date (`2024-06-30`), a recorded time (`2024-06-30T08:00:00Z`), `now`. */
const pointOf = (text: string): AsOf | undefined => {
  if (text === "now") return {}
  if (/^\d+$/u.test(text)) return { at: Number(text) }
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return { until: text }
  return /^\d{4}-\d{2}-\d{2}T/u.test(text) ? { knownAt: text } : undefined
}

const point = (name: string, text: string, t: Wording) =>
  Argument.String(name).pipe(
    Argument.withDescription(text),
    Argument.filterMap(
      (given) => Option.fromUndefinedOr(pointOf(given)),
      (given) =>
        t(
          `“${given}”不是时点：请写日志位置（57）、业务日期（2024-06-30）、入账时间（2024-06-30T08:00:00Z）或 now`,
          `“${given}” is no point: write a position (57), a business date (2024-06-30), a recorded time (2024-06-30T08:00:00Z) or now`
        )
    )
  )

export const diff = booksCommand("diff", {
  access: "read",
  options: (t) => ({
    from: point(
      "from",
      t("从哪一时点：位置、业务日期、入账时间或 now", "from: position, business date, recorded time or now"),
      t
    ),
    to: point("to", t("到哪一时点", "to"), t),
    ...Options.general(t),
    ...Options.scope(t),
    ...Options.format(t, listFormats)
  }),
  examples: (t) => [
    {
      command: "juesuan diff 2024-06-30 2024-12-31",
      description: t("下半年动了什么", "what moved in the second half-year")
    }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const explanations = yield* Explanations
      const found = yield* explanations.diff(options.from, options.to, { unit: options.unit, year: options.year })
      if (found.figures.length === 0) yield* note(t("没有数字不同。", "No figure differs."))
      return yield* answerList(options, found, diffSheet(found, t, options.format !== "text"))
    })
})
