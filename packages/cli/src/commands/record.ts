/** `juesuan record KIND`: one event of any kind. `juesuan correct EVENT`: its reversal, and what stands in its place. */
import { Books, type Recorded } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { actorOf } from "../Actor.ts"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { dataOf } from "../Data.ts"
import type { Wording } from "../Language.ts"
import * as Options from "../Options.ts"
import { kindText } from "../render/explanation.ts"

const recordedText = (recorded: Recorded, t: Wording): string => {
  if (!recorded.stored && !recorded.repeated) {
    const planned = recorded.planned.map((event) => `  ${kindText(event.type)}  ${event.id}`)
    return [t("检查通过，未入账：", "Would be recorded (nothing was stored):"), ...planned].join("\n")
  }
  const stored = recorded.events.map((event) => `  #${event.position}  ${kindText(event.type)}  ${event.id}`)
  const head = recorded.repeated
    ? t("此前已入账，未重复：", "Recorded before; nothing was done twice:")
    : t("已入账：", "Recorded:")
  return [head, ...stored].join("\n")
}

const writeOptions = (t: Wording) => ({
  ...Options.general(t),
  ...Options.recording(t),
  ...Options.format(t, ["text", "json"])
})

const answerRecorded = (
  recorded: Recorded,
  options: { readonly json: boolean; readonly format: string },
  t: Wording
) => (wantsJson(options) ? answerJson(recorded) : answerText(recordedText(recorded, t)))

export const record = booksCommand("record", {
  access: "write",
  options: (t) => ({
    kind: Argument.String("kind").pipe(
      Argument.withDescription(t("事件种类，如 PaymentMade 或 支付", "kind of event, e.g. PaymentMade"))
    ),
    data: Options.optionalText(
      "data",
      t("事件内容；- 表示从标准输入读", "what is recorded; - reads standard input"),
      "JSON"
    ),
    ...Options.scope(t),
    project: Options.optionalText(
      "project",
      t("项目代码（项目类事件）", "project code (for events of a project)"),
      t("代码", "code")
    ),
    ...writeOptions(t)
  }),
  examples: (t) => [
    {
      command: `juesuan record ReasonStated --data '{"occurredOn":"2025-01-10","about":"说明/一","text":"项目减少"}' --actor 预算岗`,
      description: t("记一条主要原因", "record a reason")
    }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const books = yield* Books
      const data = yield* dataOf("--data", options.data)
      const { commandId, dryRun, evidence, kind, project, unit, year } = options
      const actor = actorOf(options.actor)
      const recorded = yield* books.record({ kind, data, unit, year, project, actor, evidence, commandId, dryRun })
      return yield* answerRecorded(recorded, options, t)
    })
})

export const correct = booksCommand("correct", {
  access: "write",
  options: (t) => ({
    event: Argument.String("event").pipe(
      Argument.withDescription(t("被冲销的事件：编号或日志位置", "the event to reverse: id or log position"))
    ),
    reason: Flag.String("reason").pipe(Flag.withDescription(t("冲销原因", "why it is reversed"))),
    data: Options.optionalText(
      "data",
      t(
        "更正后的内容（同一种类）；不写则只冲销",
        "what stands in its place (same kind); without it the event is only reversed"
      ),
      "JSON"
    ),
    ...writeOptions(t)
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const books = yield* Books
      const replacement = options.data === undefined ? undefined : yield* dataOf("--data", options.data)
      const { commandId, dryRun, event, evidence, reason } = options
      const actor = actorOf(options.actor)
      const recorded = yield* books.correct({ event, reason, replacement, actor, evidence, commandId, dryRun })
      return yield* answerRecorded(recorded, options, t)
    })
})
