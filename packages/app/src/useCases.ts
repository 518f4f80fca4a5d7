/** 用例 over an opened store: the services, sharing what they keep. */
import type { EventLog } from "@juesuan/store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Asking } from "./Asking.ts"
import { Books } from "./Books.ts"
import { booksLive } from "./BooksLive.ts"
import { streamStates } from "./Deciding.ts"
import { Disclosures } from "./Disclosures.ts"
import { disclosuresLive } from "./DisclosuresLive.ts"
import { Explanations } from "./Explanations.ts"
import { explanationsLive } from "./ExplanationsLive.ts"
import { Ledgers } from "./Ledgers.ts"
import { Store } from "./Store.ts"
import { Trust, type TrustShape } from "./Trust.ts"

/** 可信, loaded when it is asked for. */
const trustLive = (log: EventLog, asking: Asking): TrustShape => {
  const verifying = Effect.map(
    Effect.promise(() => import("./trust/verifying.ts")),
    (loaded) => loaded.verifying(log, asking)
  )
  return {
    verify: (options) => Effect.flatMap(verifying, ({ verify }) => verify(options)),
    checkpoint: (options) => Effect.flatMap(verifying, ({ checkpoint }) => checkpoint(options)),
    bundle: (request) =>
      Effect.flatMap(
        Effect.promise(() => import("./bundle/creating.ts")),
        ({ creating }) => creating(log, asking)(request)
      )
  }
}

/**
 * @example
 * Effect.runPromise(program.pipe(Effect.provide(Layer.provide(useCases, storeLayer("sqlite:juesuan.db", { access: "read" })))))
 */
export const useCases: Layer.Layer<Books | Disclosures | Explanations | Trust, never, Store> = Layer.effectContext(
  Effect.gen(function* () {
    const { log } = yield* Store
    const asking = new Asking(log, new Ledgers(log))
    return Context.make(Books, booksLive(log, streamStates(log))).pipe(
      Context.add(Disclosures, disclosuresLive(asking)),
      Context.add(Explanations, explanationsLive(log, asking)),
      Context.add(Trust, trustLive(log, asking))
    )
  })
)
