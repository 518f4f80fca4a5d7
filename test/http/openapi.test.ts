/** The OpenAPI document: every route is in it, with every problem it can answer. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { document, operations } from "./contract.ts"
import { type Running, start } from "./server.ts"

let server: Running
beforeAll(async () => {
  server = await start({ sample: false })
})
afterAll(() => server.close())

const routes = [
  "GET /healthz",
  "GET /openapi.json",
  "GET /v1/events/{event}",
  "GET /v1/events/{event}/figures",
  "GET /v1/log",
  "GET /v1/streams",
  "GET /v1/streams/{stream}",
  "GET /v1/units/{unit}/years/{year}/diff",
  "GET /v1/units/{unit}/years/{year}/figures",
  "GET /v1/units/{unit}/years/{year}/figures/events",
  "GET /v1/units/{unit}/years/{year}/history",
  "GET /v1/units/{unit}/years/{year}/narrative",
  "GET /v1/units/{unit}/years/{year}/scores",
  "GET /v1/units/{unit}/years/{year}/tables",
  "GET /v1/units/{unit}/years/{year}/tables.xlsx",
  "GET /v1/units/{unit}/years/{year}/tables/{table}",
  "POST /v1/events/{event}/corrections",
  "POST /v1/units/{unit}/years/{year}/events"
]

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** What a route must declare: everything can fail, a question can be wrong, a write can be refused in every way. */
const required = (method: string, path: string): ReadonlyArray<number> => {
  const anything = [421, 500, 503]
  if (!path.startsWith("/v1/")) return anything
  return method === "POST" ? [400, 403, 404, 409, 412, 413, 415, 422, 428, ...anything] : [400, 403, 404, ...anything]
}

describe("接口说明", () => {
  it("服务器给出的就是这一份，OpenAPI 3.1", async () => {
    const { json } = await server.ask("/openapi.json")
    expect(json).toStrictEqual(JSON.parse(JSON.stringify(document)))
    expect(json["openapi"]).toMatch(/^3\.1\./u)
  })

  it("列出每一条路由，不多不少", () => {
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toStrictEqual(routes)
  })

  it.each(operations.map(({ method, path, responses }) => [method, path, responses] as const))(
    "%s %s 写明每一种问题，都是 application/problem+json",
    (method, path, responses) => {
      const problems = Object.keys(responses)
        .map(Number)
        .filter((status) => status >= 400)
      expect(problems.sort()).toStrictEqual(required(method, path).toSorted())
      for (const status of problems) {
        const { content = {}, description } = responses[status] ?? { description: "" }
        expect(Object.keys(content)).toStrictEqual(["application/problem+json"])
        expect(description).not.toBe("Error")
        const schema = content["application/problem+json"]?.schema as { properties?: { status?: unknown } }
        expect(schema.properties?.status).toMatchObject({ enum: [status] })
      }
    }
  )

  it.each(operations.map(({ method, path, responses }) => [method, path, responses] as const))(
    "%s %s 写明成功时的内容，名字各不相同，带一句说明",
    (_method, path, responses) => {
      const success = Object.keys(responses)
        .map(Number)
        .filter((status) => status < 300)
      expect(success).toHaveLength(1)
      const content = responses[success[0] ?? 0]?.content ?? {}
      expect(Object.keys(content)).toStrictEqual([path.endsWith(".xlsx") ? workbookType : "application/json"])
      expect(Object.values(content)[0]?.schema).toBeDefined()
      const summaries = Object.values(document.paths[path] ?? {}).map((one) => (one as { summary?: string }).summary)
      for (const summary of summaries) expect(summary).toMatch(/^\p{Script=Han}+：.{10,}/u)
    }
  )

  it("每个引用都指向文档里有的定义", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/gu)].map(
      ([, name]) => name
    )
    expect(references.length).toBeGreaterThan(10)
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name)
  })
})
