/** Books for tests: the use cases over a log in memory, with a clock that the test moves. */
import { type AppError, Books, Disclosures, Explanations, storeLayer, Trust, useCases } from "@juesuan/app"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Result from "effect/Result"

type Services = Books | Disclosures | Explanations | Trust

export interface TestBooks {
  /** Moves the clock. */
  readonly at: (instant: string) => void
  readonly run: <A>(effect: Effect.Effect<A, AppError, Services>) => Promise<A>
  /** The error that the effect must end with. */
  readonly refused: <A>(effect: Effect.Effect<A, AppError, Services>) => Promise<AppError>
  readonly length: () => Promise<number>
}

export const newBooks = (location = "memory:"): TestBooks => {
  let now = "2024-01-02T01:00:00.000Z"
  const store = storeLayer(location, { access: "write", now: () => now })
  const runtime = ManagedRuntime.make(Layer.provide(useCases, store))
  const run = <A>(effect: Effect.Effect<A, AppError, Services>): Promise<A> => runtime.runPromise(effect)
  return {
    at: (instant) => {
      now = instant
    },
    run,
    refused: async (effect) => {
      const outcome = await run(Effect.result(effect))
      if (Result.isSuccess(outcome)) throw new Error(`was not refused: ${JSON.stringify(outcome.success)}`)
      return outcome.failure
    },
    length: async () => {
      const streams = await run(Effect.flatMap(Books, (books) => books.streams))
      return streams.reduce((total, { version }) => total + version, 0)
    }
  }
}

/** Records one event of the year 2024 of unit 001. */
export const recorded = (
  kind: string,
  data: object,
  more: {
    readonly project?: string
    readonly commandId?: string
    readonly expectedVersion?: number
    readonly dryRun?: boolean
  } = {}
) => Effect.flatMap(Books, (books) => books.record({ kind, data, unit: "001", year: 2024, actor: "会计岗", ...more }))

const line = { fund: "general-public-budget", functional: "201", kind: "basic" }
export const payment = {
  fund: "general-public-budget",
  functional: "2010306",
  kind: "basic",
  economic: "30201",
  occurredOn: "2024-03-05",
  amount: "100.00",
  payee: "供应商",
  summary: "办公用品"
}

/** A unit whose year is open, with 1,000.00 元 on one budget line and 600.00 元 received. */
export const openYear = Effect.gen(function* () {
  yield* recorded("UnitRegistered", {
    occurredOn: "2024-01-01",
    name: "示例局",
    department: { code: "001", name: "示例局" },
    jurisdiction: "shanxi"
  })
  yield* recorded("UnitClassified", { occurredOn: "2024-01-01", category: "administrative" })
  yield* recorded("YearOpened", { occurredOn: "2024-01-02", carryovers: [] })
  yield* recorded("InitialBudgetApproved", {
    occurredOn: "2024-01-15",
    ...line,
    approved: "1000.00",
    approval: "财预〔2024〕1号"
  })
  yield* recorded("RevenueReceived", {
    occurredOn: "2024-01-20",
    source: "general-public-budget",
    functional: "2010306",
    kind: "basic",
    amount: "600.00",
    payer: "财政局"
  })
})
