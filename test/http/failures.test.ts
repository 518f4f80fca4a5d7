/** What happens when the program or the store fails behind a route: one problem, no detail for strangers. */
import { AppError, Books, type BooksShape, storeLayer, useCases } from "@juesuan/app"
import { serve } from "@juesuan/http"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { describe, expect, it } from "vitest"
import { expectDocumented } from "./contract.ts"

const real = Layer.provide(useCases, storeLayer("memory:", { access: "write" }))

/** The real use cases, of which the log fails in one way. */
const failing = (log: BooksShape["log"]) =>
  Layer.provideMerge(
    Layer.effect(
      Books,
      Effect.map(Books, (books) => ({ ...books, log }))
    ),
    real
  )

/** What a request is answered, and what the server said about it to its own log. */
const asked = (log: BooksShape["log"], headers: Record<string, string> = {}) => {
  const said: Array<unknown> = []
  const listening = Logger.layer([Logger.make(({ message, cause }) => said.push(message, cause))])
  const asking = Effect.gen(function* () {
    const { url } = yield* serve({ port: 0, layer: failing(log) })
    return yield* Effect.promise(async () => {
      const response = await fetch(`${url}/v1/log`, { headers })
      const text = await response.text()
      const answer = { status: response.status, headers: response.headers, json: JSON.parse(text), text }
      expectDocumented("GET", "/v1/log", answer)
      return { ...answer, said }
    })
  })
  return Effect.runPromise(Effect.provide(Effect.scoped(asking), listening))
}

describe("内部错误", () => {
  it("缺陷答 500，不露细节；细节在服务器自己的日志里", async () => {
    const answer = await asked(() => Effect.die(new Error("password of the database")))
    expect(answer.json).toStrictEqual({
      type: "urn:juesuan:problem:Internal",
      title: "内部错误",
      status: 500,
      detail: "程序内部错误，请求没有完成；细节在服务器的标准错误输出里。",
      code: "Internal",
      details: {},
      issues: []
    })
    expect(answer.said.map(String).join("\n")).toContain("password of the database")
  })

  it("不合自己约定的回答也是缺陷，不会发出去", async () => {
    const answer = await asked(() => Effect.succeed({ events: [{ position: "one" }] } as never), {
      "accept-language": "en"
    })
    expect(answer.json).toMatchObject({ status: 500, code: "Internal", title: "Internal error" })
    expect(answer.said.length).toBeGreaterThan(0)
  })
})

describe("账库出错", () => {
  it.each([
    ["StoreUnavailable", 503],
    ["StoreDamaged", 500]
  ])("%s 答 %i，用它自己的话", async (code, status) => {
    const says = { zh: "账库正忙", en: "The store is busy" }
    const error = new AppError({ code, category: "failure", says, details: { path: "juesuan.db" }, issues: [] })
    const answer = await asked(() => Effect.fail(error))
    expect(answer.json).toMatchObject({ status, code, detail: "账库正忙", details: { path: "juesuan.db" } })
  })
})
