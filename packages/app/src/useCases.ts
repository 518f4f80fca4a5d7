/** 用例 over an opened store: the services, sharing what they keep. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Asking } from "./Asking.ts"
import { creating } from "./bundle/creating.ts"
import { Books } from "./Books.ts"
import { booksLive } from "./BooksLive.ts"
import { streamStates } from "./Deciding.ts"
import { Disclosures } from "./Disclosures.ts"
import { disclosuresLive } from "./DisclosuresLive.ts"
import { Explanations } from "./Explanations.ts"
import { explanationsLive } from "./ExplanationsLive.ts"
import { Ledgers } from "./Ledgers.ts"
import { Store } from "./Store.ts"
import { Trust } from "./Trust.ts"
import { verifying } from "./trust/verifying.ts"

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
      Context.add(Trust, { ...verifying(log, asking), bundle: creating(log, asking) })
    )
  })
)
