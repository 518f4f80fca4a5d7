/** What the server refuses before any question is asked, and what stands on every answer. */
import { request as nodeRequest } from "node:http"
import { connect } from "node:net"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { storeLayer, useCases } from "@juesuan/app"
import { serve } from "@juesuan/http"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Running, start } from "./server.ts"

let server: Running
beforeAll(async () => {
  server = await start({ sample: false })
})
afterAll(() => server.close())

const events = "/v1/units/023001/years/2024/events"

/** Bytes on the wire as they are, and everything that comes back. */
const sendRaw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes))
    let received = ""
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      received += chunk
    })
    socket.on("close", () => resolve(received)).on("error", reject)
    socket.setTimeout(5000, () => socket.destroy())
  })

/** A body in pieces without a length, sent until the server has answered. */
const sendChunked = (pieces: number, piece: Uint8Array): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const sending = nodeRequest(
      {
        port: server.port,
        host: "127.0.0.1",
        path: events,
        method: "POST",
        headers: { "content-type": "application/json" }
      },
      (response) => {
        let body = ""
        response.setEncoding("utf8").on("data", (chunk: string) => {
          body += chunk
        })
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }))
      }
    )
    sending.on("error", reject)
    for (let sent = 0; sent < pieces; sent += 1) sending.write(piece)
    sending.end()
  })

describe("地址与方法", () => {
  it("没有的地址答 404，并指出去哪里看全部地址", async () => {
    const { status, json } = await server.ask("/v2/log")
    expect(status).toBe(404)
    expect(json).toMatchObject({ code: "RouteUnknown", title: "没有找到", details: { path: "/v2/log" }, issues: [] })
    expect(json["detail"]).toContain("/openapi.json")
  })

  it.each(["/v1/log/", "//v1/log", "/v1/units/1/years/2024/tables/%E0%A4%A", "/v1/../healthz/x"])(
    "%s 不是地址",
    async (path) => {
      expect(
        (await sendRaw(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`)).split("\r\n")[0]
      ).toBe("HTTP/1.1 404 Not Found")
    }
  )

  it.each([
    ["DELETE", "/v1/log", "GET, HEAD"],
    ["PUT", events, "POST"],
    ["OPTIONS", events, "POST"],
    ["GET", events, "POST"]
  ])("%s %s 答 405，并列出可用的方法", async (method, path, allow) => {
    const { status, headers, json } = await server.ask(path, { method })
    expect(status).toBe(405)
    expect(headers.get("allow")).toBe(allow)
    expect(json).toMatchObject({ code: "MethodNotAllowed", details: { method, path, allowed: allow.split(", ") } })
  })

  it("HEAD 与 GET 同头而无内容", async () => {
    const { status, headers, text } = await server.ask("/healthz", { method: "HEAD" })
    expect([status, headers.get("content-type"), text]).toStrictEqual([200, "application/json", ""])
  })

  it.each(["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", ""])(
    "主机名 %j 答 421",
    async (host) => {
      const received = await sendRaw(`GET /healthz HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
      expect(received).toMatch(/^HTTP\/1\.1 421 /u)
      expect(received).toContain('"code":"HostNotAllowed"')
    }
  )

  it("没有主机名也答 421", async () => {
    expect(await sendRaw("GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 421 /u)
  })

  it("请求行里写了别的主机，答 421", async () => {
    const received = await sendRaw(
      "GET http://evil.example/healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
    )
    expect(received).toMatch(/^HTTP\/1\.1 421 /u)
  })

  it.each(["127.0.0.1", "localhost", "[::1]", "localhost:9999"])("主机名 %s 是本机", async (host) => {
    expect(await sendRaw(`GET /healthz HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 200 /u
    )
  })
})

describe("请求内容", () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    server.ask(events, { method: "POST", body, headers })
  const json = { "content-type": "application/json" }

  it.each([
    ["text/plain", { "content-type": "text/plain" }],
    ["application/json; charset=gbk", { "content-type": "application/json; charset=gbk" }],
    ["application/x-www-form-urlencoded", { "content-type": "application/x-www-form-urlencoded" }],
    ["gzip", { ...json, "content-encoding": "gzip" }]
  ])("%s 答 415", async (_name, headers) => {
    const answer = await post("{}", headers)
    expect([answer.status, answer.json["code"], answer.headers.get("accept")]).toStrictEqual([
      415,
      "MediaTypeUnsupported",
      "application/json"
    ])
  })

  it.each([["{"], [""], ["{'kind': 1}"], ["undefined"]])("%j 不是 JSON，答 400", async (body) => {
    expect((await post(body, json)).json).toMatchObject({ status: 400, code: "BodyMalformed" })
  })

  it("不合 UTF-8 的字节不会被悄悄替换，答 400", async () => {
    const bytes = new Uint8Array([...Buffer.from('{"kind":"'), 0xff, 0xfe, ...Buffer.from('"}')])
    expect((await post(bytes, json)).json).toMatchObject({ status: 400, code: "BodyMalformed" })
  })

  it("每一处不合要求都列出，带所在的字段", async () => {
    const answer = await post('{"data":[],"extra":1,"actor":2}', json)
    expect(answer.status).toBe(422)
    expect(answer.json["issues"]).toStrictEqual([
      { code: "UnexpectedKey", column: "extra", detail: "不认识 extra。" },
      { code: "MissingKey", column: "kind", detail: "缺少 kind。" },
      { code: "InvalidType", column: "data", expected: "object", detail: "data 的类型不对。" },
      { code: "InvalidType", column: "actor", expected: "string", detail: "actor 的类型不对。" }
    ])
  })

  it("1 MiB 恰好收下，多一个字节答 413", async () => {
    const limit = 1_048_576
    expect((await post(" ".repeat(limit - 2) + "{}", json)).json).toMatchObject({ status: 422, code: "BodyUnfit" })
    const over = await post(" ".repeat(limit - 1) + "{}", json)
    expect(over.json).toMatchObject({ status: 413, code: "BodyTooLarge", details: { limit } })
    expect(over.headers.get("connection")).toBe("close")
  })

  it("没有写明长度的过大内容同样答 413", async () => {
    const { status, body } = await sendChunked(40, Buffer.alloc(65_536, 32))
    expect([status, (JSON.parse(body) as { code: string }).code]).toStrictEqual([413, "BodyTooLarge"])
    expect((await server.ask("/healthz")).status).toBe(200)
  })
})

describe("参数", () => {
  it.each([
    ["/v1/log?limit=0", "limit"],
    ["/v1/log?limit=1001", "limit"],
    ["/v1/log?limit=ten", "limit"],
    ["/v1/log?at=-1", "at"],
    ["/v1/log?at=1.5", "at"],
    ["/v1/log?knownAt=2024-06-30T00:00:00Z", "knownAt"],
    ["/v1/units/023001/years/24/tables", "year"],
    ["/v1/units/023001/years/2024/figures", "ref"]
  ])("%s 答 400，指出 %s", async (path, column) => {
    const { json } = await server.ask(path)
    expect(json).toMatchObject({ status: 400, code: "ParametersUnfit", issues: [{ column }] })
  })
})

describe("时点", () => {
  it.each(["until=2024-02-30", "until=2024", "known-at=2024-06-30T25:00:00Z", "known-at=yesterday", "at=7"])(
    "%s 不是时点，答 400",
    async (point) => {
      const { json } = await server.ask(`/v1/log?${point}`)
      expect(json).toMatchObject({ status: 400, code: "AsOfUnusable" })
    }
  )
})

describe("语言", () => {
  it.each([
    [undefined, "zh"],
    ["en", "en"],
    ["en-GB,en;q=0.9,zh;q=0.5", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en;q=0.4, *;q=0.8", "zh"],
    ["en;q=0", "zh"],
    ["fr", "zh"],
    ["*", "zh"],
    ["en;q=2", "zh"]
  ])("Accept-Language: %s 用 %s 回答", async (wish, language) => {
    const { headers, json } = await server.ask("/nowhere", {
      headers: wish === undefined ? { "accept-language": "" } : { "accept-language": wish }
    })
    expect(headers.get("content-language")).toBe(language)
    expect(json["title"]).toBe(language === "zh" ? "没有找到" : "Not found")
  })
})

describe("每个回答", () => {
  it.each(["/healthz", "/nowhere", "/openapi.json"])("%s 带安全头，不露服务器名", async (path) => {
    const { headers } = await server.ask(path)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(headers.get("cache-control")).toBe("private, no-cache")
    for (const banner of ["server", "x-powered-by", "access-control-allow-origin"])
      expect(headers.get(banner)).toBeNull()
  })

  it("不是 HTTP 的字节与过大的请求头也答问题文档", async () => {
    const malformed = await sendRaw("NONSENSE\r\n\r\n")
    expect(malformed).toMatch(/^HTTP\/1\.1 400 /u)
    expect(malformed).toContain('"code":"RequestMalformed"')
    const large = await sendRaw(`GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ${"y".repeat(20_000)}\r\n\r\n`)
    expect(large).toMatch(/^HTTP\/1\.1 431 /u)
    expect(large).toContain('"code":"HeadTooLarge"')
  })
})

describe("停止", () => {
  it("停止后端口放开，在途的请求先答完", async () => {
    const own = await start({ sample: true })
    const asked = own.ask("/v1/units/023001/years/2024/scores")
    await new Promise((resolve) => setTimeout(resolve, 20))
    const closed = own.close()
    expect((await asked).status).toBe(200)
    await closed
    await expect(fetch(`${own.url}/healthz`)).rejects.toThrow(/fetch failed/u)
  })
})

describe("监听", () => {
  const layer = Layer.provide(useCases, storeLayer("memory:", { access: "write" }))
  const refused = (options: { host?: string; port: number }) =>
    Effect.runPromise(Effect.flip(Effect.scoped(serve({ ...options, layer }))))

  it.each(["0.0.0.0", "::", "192.168.1.10", "example.org"])("只在本机提供：%s 被拒绝", async (host) => {
    expect(await refused({ host, port: 0 })).toMatchObject({ code: "HostNotLoopback", category: "notAllowed" })
  })

  it.each([-1, 65_536, 80.5, Number.NaN])("%d 不是端口", async (port) => {
    expect(await refused({ port })).toMatchObject({ code: "PortUnusable", category: "usage" })
  })

  it("端口被占用时说明原因", async () => {
    expect(await refused({ port: server.port })).toMatchObject({
      code: "PortUnavailable",
      details: { port: server.port }
    })
  })
})
