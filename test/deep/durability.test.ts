/** R3: a server that does not write through to its disk is refused, and accepted again once it does. */
import { postgresLog, StoreUnavailable } from "@juesuan/store"
import { afterAll, beforeAll, expect, it } from "vitest"
import { accountCodec, deposits } from "../store/accounts.ts"
import { rejection } from "../store/places.ts"
import { startServer } from "../store/postgres.ts"

const settings = ["fsync", "full_page_writes"] as const
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const appended = async () => {
  const now = () => new Date().toISOString()
  const log = postgresLog(server.url, { codec: accountCodec, now, access: "write" })
  try {
    return await log.appendToStreams([{ stream: "a", events: deposits(1) }], { actor: "会计" })
  } finally {
    await log.close()
  }
}

it.each(settings)("服务器的 %s 关着：拒绝写入，不建账库；打开之后照常", async (setting) => {
  await server.set(setting, "off")
  const refused = await rejection(appended())
  expect(refused).toBeInstanceOf(StoreUnavailable)
  expect(refused).toMatchObject({ reason: "NotDurable", detail: expect.stringContaining(`${setting} off`) })
  await server.set(setting, "on")
  expect((await appended()).repeated).toBe(false)
})
