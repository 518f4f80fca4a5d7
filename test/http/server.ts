/** A real server on a free port of this machine, over a store in memory, and what the tests send to it. */
import { Books, storeLayer, useCases } from "@juesuan/app"
import { type Serving, serve } from "@juesuan/http"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import { expectDocumented } from "./contract.ts"

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
  readonly json: Record<string, unknown>
}

export interface Running extends Serving {
  /** Sends a request and holds the answer against the OpenAPI document. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Answer>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  readonly close: () => Promise<void>
}

export interface Start {
  /** Whether the sample year is loaded. */
  readonly sample: boolean
  readonly actor?: string
}

/** 记账时刻: one second later each time it is asked. */
const ticking = () => {
  let second = Date.parse("2026-01-01T00:00:00Z")
  return () => new Date((second += 1000)).toISOString()
}

export const start = async ({ sample, actor }: Start): Promise<Running> => {
  const scope = Effect.runSync(Scope.make())
  const opening = Effect.gen(function* () {
    const context = yield* Layer.build(
      Layer.provide(useCases, storeLayer("memory:", { access: "write", now: ticking() }))
    )
    if (sample)
      yield* Effect.provide(
        Effect.flatMap(Books, (books) => books.loadSample),
        context
      )
    return yield* serve({ port: 0, layer: Layer.succeedContext(context), actor })
  })
  const serving = await Effect.runPromise(Scope.provide(opening, scope))
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(serving.url + path, init)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const json: unknown =
      /json/u.test(response.headers.get("content-type") ?? "") && text !== "" ? JSON.parse(text) : {}
    const answer = {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      json: json as Record<string, unknown>
    }
    expectDocumented(init.method ?? "GET", path, answer)
    return answer
  }
  return {
    ...serving,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...headers }
      }),
    close: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}
