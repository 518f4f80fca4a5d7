/** 约定: what the OpenAPI document says an answer may be; every answer that a test receives is held against it. */
import { Api } from "@juesuan/http"
import * as OpenApi from "effect/http-api/OpenApi"
import { expect } from "vitest"

export const document = OpenApi.fromApi(Api)

export interface Operation {
  readonly method: string
  readonly path: string
  readonly responses: OpenApi.OpenAPISpecResponses
}

export const operations: ReadonlyArray<Operation> = Object.entries(document.paths).flatMap(([path, item]) =>
  (["get", "post", "put", "patch", "delete"] as const).flatMap((method) => {
    const operation = item[method]
    return operation === undefined ? [] : [{ method: method.toUpperCase(), path, responses: operation.responses }]
  })
)

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u")

/** Operations that a test has seen answer, as `GET /v1/log 200`. */
export const seen = new Set<string>()

/** The answer has a status and a media type that its route declares; outside every route it is a problem. */
export const expectDocumented = (
  method: string,
  asked: string,
  answer: { readonly status: number; readonly headers: Headers; readonly json: Record<string, unknown> }
): void => {
  const path = asked.replace(/\?.*$/u, "")
  const type = answer.headers.get("content-type")
  const operation = operations.find((one) => one.method === method && patternOf(one.path).test(path))
  if (answer.status >= 400) {
    expect(type).toBe("application/problem+json")
    expect(answer.json).toMatchObject({ status: answer.status, code: expect.any(String), detail: expect.any(String) })
    expect(answer.json["type"]).toBe(`urn:juesuan:problem:${String(answer.json["code"])}`)
  }
  if (operation === undefined) return
  const declared = operation.responses[answer.status]
  expect(declared, `${method} ${operation.path} does not declare ${answer.status}`).toBeDefined()
  if (type !== null) expect(Object.keys(declared?.content ?? {})).toContain(type)
  for (const name of Object.keys(declared?.headers ?? {})) {
    if (declared?.headers?.[name]?.required === true) expect(answer.headers.get(name), name).not.toBeNull()
  }
  seen.add(`${method} ${operation.path} ${answer.status}`)
}
