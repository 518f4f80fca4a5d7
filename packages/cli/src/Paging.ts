/** 分页: `--limit`, `--cursor`, and the note how to go on. */
import type { PageOptions } from "@juesuan/app"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { note } from "./Answer.ts"
import type { Wording } from "./Language.ts"

export const options = (t: Wording) => ({
  limit: Flag.Int("limit").pipe(
    Flag.withDefault(100),
    Flag.withDescription(t("最多几行（1–1000）", "at most so many rows (1–1000)"))
  ),
  cursor: Flag.String("cursor").pipe(
    Flag.withDescription(t("接着上一页（上一页给出的 next）", "go on after a page (its `next`)")),
    Flag.optional,
    Flag.map(Option.getOrUndefined)
  )
})

export const pageOf = (given: { readonly limit: number; readonly cursor: string | undefined }): PageOptions => ({
  limit: given.limit,
  cursor: given.cursor
})

export const noteNext = (next: string | undefined, t: Wording): Effect.Effect<void> =>
  next === undefined ? Effect.void : note(t(`还有更多：--cursor ${next}`, `there is more: --cursor ${next}`))
