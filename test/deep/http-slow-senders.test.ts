/** A sender that never finishes its request is told so and let go, head or body. */
import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Running, start } from "../http/server.ts"

let server: Running
beforeAll(async () => {
  server = await start({ sample: false })
})
afterAll(() => server.close())

/** Sends a beginning and waits for what comes back until the server hangs up. */
const begin = (bytes: string): Promise<{ received: string; seconds: number }> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    let received = ""
    const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes))
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      received += chunk
    })
    socket.on("error", reject).on("close", () => resolve({ received, seconds: (performance.now() - began) / 1000 }))
  })

describe("慢发送者", () => {
  it.concurrent("请求头十秒内没有收完，答 408", async () => {
    const { received, seconds } = await begin("GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ")
    expect(received).toMatch(/^HTTP\/1\.1 408 /u)
    expect(received).toContain('"code":"RequestTimeout"')
    expect(seconds).toBeGreaterThan(9)
    expect(seconds).toBeLessThan(20)
  })

  it.concurrent("整个请求三十秒内没有收完，答 408", async () => {
    const head =
      "POST /v1/units/1/years/2024/events HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{"
    const { received, seconds } = await begin(head)
    expect(received).toMatch(/^HTTP\/1\.1 408 /u)
    expect(seconds).toBeGreaterThan(29)
    expect(seconds).toBeLessThan(40)
  })
})
