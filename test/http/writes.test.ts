/** Recording and correcting over HTTP: what is stored, what is refused, and what a retry does. */
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { operations, seen } from "./contract.ts"
import { type Running, start } from "./server.ts"

let server: Running
beforeEach(async () => {
  server = await start({ sample: false, actor: "会计" })
  await write({ kind: "UnitRegistered", data: unitRegistered }, 0)
  await write({ kind: "YearOpened", data: { occurredOn: "2024-01-01", carryovers: [] } }, 0)
  await write(
    {
      kind: "InitialBudgetApproved",
      data: { ...line, occurredOn: "2024-01-02", approved: "100.00", approval: "批复一号" }
    },
    1
  )
})
afterEach(() => server.close())

const events = "/v1/units/001/years/2024/events"
const stream = "year-001-2024"
const unitRegistered = {
  occurredOn: "2024-01-01",
  name: "某县某局",
  department: { code: "001", name: "某县某局" },
  jurisdiction: "shanxi"
}
const line = { fund: "general-public-budget", functional: "2010301", kind: "basic" }
const payment = (amount: string) => ({
  kind: "PaymentMade",
  data: { ...line, occurredOn: "2024-02-01", economic: "30201", amount, payee: "文具店", summary: "办公用品" }
})

const write = (body: unknown, version: number, headers: Record<string, string> = {}) =>
  server.post(events, body, { "if-match": `"${version}"`, ...headers })

const versionNow = async (of = stream) => (await server.ask(`/v1/streams/${of}`)).headers.get("etag")
const logLength = async () => ((await server.ask("/v1/log?limit=1000")).json["events"] as ReadonlyArray<unknown>).length

describe("记账", () => {
  it("存入的事件、它的地址和流的新版本", async () => {
    const answer = await write({ ...payment("60.00"), evidence: "记字001号", actor: "出纳" }, 2)
    expect(answer.status).toBe(201)
    expect(answer.headers.get("location")).toBe(`/v1/events/${encodeURIComponent(`${stream}@3`)}`)
    expect(answer.headers.get("etag")).toBe('"3"')
    expect(answer.headers.get("idempotency-replayed")).toBeNull()
    expect(answer.json).toStrictEqual({
      events: [
        {
          position: 4,
          id: `${stream}@3`,
          stream,
          version: 3,
          type: "PaymentMade",
          schemaVersion: 1,
          data: payment("60.00").data,
          metadata: { recordedAt: "2026-01-01T00:00:04.000Z", actor: "出纳", evidence: "记字001号" }
        }
      ],
      streams: [{ stream, version: 3 }]
    })
    const [stored] = answer.json["events"] as ReadonlyArray<unknown>
    expect((await server.ask(answer.headers.get("location") ?? "")).json).toStrictEqual(stored)
    expect(await versionNow()).toBe('"3"')
  })

  it("没有写明经办岗位时，用服务器启动时给的；都没有就答 422", async () => {
    const { json } = await write(payment("1.00"), 2)
    expect(json["events"]).toMatchObject([{ metadata: { actor: "会计" } }])
    const nameless = await start({ sample: false })
    const refused = await nameless.post(events, { kind: "UnitRegistered", data: unitRegistered }, { "if-match": '"0"' })
    await nameless.close()
    expect(refused.json).toMatchObject({ status: 422, code: "ActorMissing" })
  })

  it("项目的事件写进项目的流", async () => {
    await write({ kind: "ProjectListed", data: { occurredOn: "2024-01-03", project: "P1", name: "修缮" } }, 2)
    const established = {
      kind: "ProjectEstablished",
      project: "P1",
      data: { occurredOn: "2024-01-03", name: "修缮", basis: "批复一号", office: "办公室" }
    }
    const { headers, status } = await write(established, 0)
    expect([status, headers.get("etag"), headers.get("location")]).toStrictEqual([
      201,
      '"1"',
      `/v1/events/${encodeURIComponent("project-001-2024-P1@1")}`
    ])
  })

  it("超出可用预算的支付不入账，答 403，写明还剩多少", async () => {
    await write(payment("60.00"), 2)
    const { json } = await write(payment("40.01"), 3)
    expect(json).toMatchObject({ status: 403, title: "不允许", details: { line } })
    expect(json["detail"]).toContain("40.00")
    expect(await versionNow()).toBe('"3"')
    expect((await write(payment("40.00"), 3)).status).toBe(201)
  })

  it("内容有误答 422，每一处都列出", async () => {
    const { json } = await write({ kind: "PaymentMade", data: { ...line, amount: "1.001", when: "x" } }, 2)
    expect(json).toMatchObject({ status: 422, code: "RequestDoesNotFit", details: { kind: "PaymentMade" } })
    const columns = (json["issues"] as ReadonlyArray<{ column: string }>).map(({ column }) => column)
    for (const column of ["amount", "when", "occurredOn", "economic"]) expect(columns).toContain(column)
  })

  it("没有的种类答 422", async () => {
    expect((await write({ kind: "Payment", data: {} }, 2)).json).toMatchObject({ status: 422, code: "KindUnknown" })
  })

  it("没有登记的单位答 404", async () => {
    const answer = await server.post("/v1/units/009/years/2024/events", payment("1.00"), { "if-match": '"0"' })
    expect(answer.json).toMatchObject({ status: 404, code: "UnitUnknown" })
  })

  it("英文请求得到英文的话", async () => {
    const { json } = await write(payment("100.01"), 2, { "accept-language": "en" })
    expect(json["title"]).toBe("Not allowed")
    expect(json["detail"]).not.toMatch(/可用|预算/u)
  })
})

describe("If-Match", () => {
  it.each([
    [undefined, 428, "IfMatchMissing"],
    ['"1"', 412, "ConcurrencyConflict"],
    ['"3"', 412, "ConcurrencyConflict"],
    ['"0"', 412, "ConcurrencyConflict"],
    ["2", 400, "IfMatchUnusable"],
    ['W/"2"', 400, "IfMatchUnusable"],
    ["*", 400, "IfMatchUnusable"],
    ['"2", "3"', 400, "IfMatchUnusable"],
    ['"02"', 400, "IfMatchUnusable"],
    ['"-1"', 400, "IfMatchUnusable"],
    ['"2.0"', 400, "IfMatchUnusable"],
    ['"9999999999999999"', 400, "IfMatchUnusable"],
    ['""', 400, "IfMatchUnusable"]
  ])("%s 写入流的版本 2 时答 %i", async (ifMatch, status, code) => {
    const answer = await server.post(events, payment("1.00"), ifMatch === undefined ? {} : { "if-match": ifMatch })
    expect(answer.json).toMatchObject({ status, code })
    expect(await logLength()).toBe(3)
  })

  it("过时的版本：写明流现在的版本，读过之后再写就成", async () => {
    await write(payment("1.00"), 2)
    const stale = await write(payment("2.00"), 2)
    expect(stale.json).toMatchObject({ status: 412, title: "版本已变", details: { stream, found: 3 } })
    expect((await server.post(events, payment("2.00"), { "if-match": (await versionNow()) ?? "" })).status).toBe(201)
  })

  it("版本先于账的规则：过时的写入不说预算够不够", async () => {
    expect((await write(payment("1000.00"), 1)).status).toBe(412)
    expect((await write(payment("1000.00"), 2)).status).toBe(403)
  })

  it("二十个人凭同一版本同时写，只有一个写成，其余都答 412", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => write(payment(`${index + 1}.00`), 2)))
    expect(answers.map(({ status }) => status).sort()).toStrictEqual([201, ...Array.from({ length: 19 }, () => 412)])
    expect(await versionNow()).toBe('"3"')
  })
})

describe("Idempotency-Key", () => {
  const key = { "idempotency-key": "pay-0001" }

  it("同一键、同一内容：同一回答，一个字节不差，只入账一次", async () => {
    const first = await write(payment("1.00"), 2, key)
    await write(payment("2.00"), 3)
    const again = await write(payment("1.00"), 2, key)
    expect([again.status, again.text]).toStrictEqual([first.status, first.text])
    for (const name of ["location", "etag", "content-type"])
      expect(again.headers.get(name)).toBe(first.headers.get(name))
    expect(again.headers.get("idempotency-replayed")).toBe("true")
    expect(await versionNow()).toBe('"4"')
  })

  it("带引号的键与不带的是同一个键", async () => {
    const first = await write(payment("1.00"), 2, key)
    expect((await write(payment("1.00"), 2, { "idempotency-key": '"pay-0001"' })).text).toBe(first.text)
  })

  it.each([
    ["金额", payment("1.01")],
    ["种类", { kind: "YearClosed", data: { occurredOn: "2024-12-31" } }],
    ["凭证号", { ...payment("1.00"), evidence: "记字002号" }],
    ["经办岗位", { ...payment("1.00"), actor: "出纳" }]
  ])("同一键、%s不同：答 422，不入账", async (_what, body) => {
    await write(payment("1.00"), 2, key)
    expect((await write(body, 3, key)).json).toMatchObject({ status: 422, code: "CommandIdReused" })
    expect(await versionNow()).toBe('"3"')
  })

  it("被拒绝的写入没有占用它的键", async () => {
    expect((await write(payment("100.01"), 2, key)).status).toBe(403)
    expect((await write(payment("100.00"), 2, key)).status).toBe(201)
  })

  it.each(["", "a b", '"a b"', "é", "x".repeat(201)])("键 %j 不能用", async (unusable) => {
    const { json } = await write(payment("1.00"), 2, { "idempotency-key": unusable })
    expect(json).toMatchObject({ status: 400, code: "IdempotencyKeyUnusable" })
  })

  it("五十次同时提交：一笔入账，五十个相同的回答", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => write(payment("1.00"), 2, key)))
    expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([201]))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === null)).toHaveLength(1)
    expect(await versionNow()).toBe('"3"')
  })
})

describe("更正", () => {
  const corrections = (event: string) => `/v1/events/${encodeURIComponent(event)}/corrections`
  const correct = (event: string, body: unknown, version: number, headers: Record<string, string> = {}) =>
    server.post(corrections(event), body, { "if-match": `"${version}"`, ...headers })

  beforeEach(() => write(payment("60.00"), 2))

  it("红字冲销连同替换，一次写入，改的是可用的预算", async () => {
    const answer = await correct(`${stream}@3`, { reason: "金额误记", replacement: payment("6.00").data }, 3)
    expect(answer.status).toBe(201)
    expect(answer.json).toMatchObject({
      events: [
        { id: `${stream}@4`, type: "EventReversed", data: { event: `${stream}@3`, reason: "金额误记" } },
        { id: `${stream}@5`, type: "PaymentMade", data: { amount: "6.00" }, metadata: { corrects: `${stream}@3` } }
      ],
      streams: [{ stream, version: 5 }]
    })
    expect([answer.headers.get("location"), answer.headers.get("etag")]).toStrictEqual([
      `/v1/events/${encodeURIComponent(`${stream}@4`)}`,
      '"5"'
    ])
    expect((await write(payment("94.01"), 5)).status).toBe(403)
    expect((await write(payment("94.00"), 5)).status).toBe(201)
  })

  it("不写替换就只冲销", async () => {
    const { json } = await correct("4", { reason: "重复入账" }, 3)
    expect((json["events"] as ReadonlyArray<{ type: string }>).map(({ type }) => type)).toStrictEqual(["EventReversed"])
  })

  it("一笔只能冲销一次", async () => {
    await correct(`${stream}@3`, { reason: "重复入账" }, 3)
    expect((await correct(`${stream}@3`, { reason: "重复入账" }, 4)).status).toBe(403)
  })

  it("没有的事件答 404，没有版本答 428，过时的版本答 412，替换有误答 422", async () => {
    expect((await correct(`${stream}@9`, { reason: "误" }, 3)).json).toMatchObject({
      status: 404,
      code: "EventUnknown"
    })
    expect((await server.post(corrections("4"), { reason: "误" })).json).toMatchObject({ status: 428 })
    expect((await correct("4", { reason: "误" }, 2)).json).toMatchObject({ status: 412 })
    expect((await correct("4", { reason: "误", replacement: { amount: "一元" } }, 3)).json).toMatchObject({
      status: 422
    })
    expect((await correct("4", {}, 3)).json).toMatchObject({ status: 422, issues: [{ column: "reason" }] })
    expect(await logLength()).toBe(4)
  })

  it("同一键重提同一更正，回答相同，冲销一次", async () => {
    const headers = { "idempotency-key": "fix-1" }
    const first = await correct("4", { reason: "误" }, 3, headers)
    const again = await correct("4", { reason: "误" }, 3, headers)
    expect(again.text).toBe(first.text)
    expect(await versionNow()).toBe('"4"')
  })
})

describe("同时有问有答", () => {
  it("写入之后的表马上不同，写入之前的标记不再有效", async () => {
    const table = "/v1/units/001/years/2024/tables/公开03"
    const before = await server.ask(table)
    expect((await server.ask(table, { headers: { "if-none-match": before.headers.get("etag") ?? "" } })).status).toBe(
      304
    )
    await write(payment("60.00"), 2)
    const after = await server.ask(table, { headers: { "if-none-match": before.headers.get("etag") ?? "" } })
    expect(after.status).toBe(200)
    expect(after.text).toContain('"exact":"60.00"')
    expect((await server.ask(`${table}?at=3`)).text).not.toContain('"exact":"60.00"')
  })
})

describe("约定", () => {
  it("以上两条写的路由都答成过，拒绝的种种也都见过", () => {
    for (const { method, path } of operations.filter((one) => one.method === "POST")) {
      for (const status of [201, 403, 404, 412, 422, 428]) expect(seen).toContain(`${method} ${path} ${status}`)
    }
  })
})
