/** `juesuan serve`: the use cases over HTTP, on this machine only. The one place where the command line starts the other adapter. */
import { storeLayer, useCases } from "@juesuan/app"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { actorOf } from "../Actor.ts"
import { answerText, note } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { type Language, wordingOf } from "../Language.ts"
import * as Options from "../Options.ts"

const defaultPort = 8080

export const serve = (language: Language) => {
  const t = wordingOf(language)
  return Command.make(
    "serve",
    {
      ...Options.general(t),
      port: Flag.Int("port").pipe(
        Flag.withDefault(defaultPort),
        Flag.withDescription(t("端口；0 表示任一空闲端口", "port; 0 takes any free one"))
      ),
      actor: Options.recording(t).actor
    },
    (options) =>
      Effect.scoped(
        Effect.gen(function* () {
          const http = yield* Effect.promise(() => import("@juesuan/http"))
          const layer = Layer.provide(useCases, storeLayer(options.store, { access: "write" }))
          const { url } = yield* http.serve({ port: options.port, layer, actor: actorOf(options.actor) })
          yield* answerText(url)
          yield* note(
            t(`接口说明 ${url}/openapi.json；按 Ctrl-C 停止。`, `API description ${url}/openapi.json; Ctrl-C stops.`)
          )
          return yield* Effect.never
        })
      )
  ).pipe(Command.withDescription(commandIndex.serve[language]))
}
