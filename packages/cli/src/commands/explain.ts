/** `juesuan explain`: why a figure is what it is. */
import { Explanations } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { explanationLines } from "../render/explanation.ts"
import { questionOf, questionOptions } from "./question.ts"

const shownEvents = 5
const shownDepth = 12

export const explain = booksCommand("explain", {
  access: "read",
  options: (t) => ({
    ref: Argument.String("ref").pipe(
      Argument.withDescription(
        t("数字的地址，如 公开03/2010306/项目支出", "address of the figure, e.g. 公开03/2010306/项目支出")
      )
    ),
    ...questionOptions(t),
    events: Flag.Int("events").pipe(
      Flag.withDefault(shownEvents),
      Flag.withDescription(t("每个末端列出几个事件", "how many events to list at each leaf"))
    ),
    zeros: Flag.Boolean("zeros").pipe(
      Flag.withDefault(false),
      Flag.withDescription(t("为零的项也展开", "unfold zeros too"))
    ),
    depth: Flag.Int("depth").pipe(
      Flag.withDefault(shownDepth),
      Flag.withDescription(t("展开到第几层", "how many levels to unfold"))
    )
  }),
  examples: (t) => [
    { command: "juesuan explain 公开03/2010306/项目支出", description: t("一个单元格", "a cell of a table") },
    { command: "juesuan explain 自评/房租费/总分 --json", description: t("一个得分，输出 JSON", "a score, as JSON") }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const explanations = yield* Explanations
      const explained = yield* explanations.explain(options.ref, questionOf(options))
      if (wantsJson(options)) return yield* answerJson(explained)
      return yield* answerText(explanationLines(explained, t, options).join("\n"))
    })
})
