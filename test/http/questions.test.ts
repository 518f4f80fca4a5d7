/** What can be asked of the sample year over HTTP: a transcript of every route, as of any point, page by page. */
import { readFileSync } from "node:fs"
import type { NarrativeJson } from "@juesuan/app"
import { tablesWorkbook } from "@juesuan/documents"
import { sample } from "@juesuan/sample"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sampleBooks } from "../rules/sample-year.ts"
import { operations, seen } from "./contract.ts"
import { type Answer, type Running, start } from "./server.ts"

let server: Running
beforeAll(async () => {
  server = await start({ sample: true })
})
afterAll(() => server.close())

const year = `/v1/units/${sample.unit}/years/${sample.year}`
const lines = readFileSync(sample.events, "utf8").trimEnd().split("\n")
const logged = lines.map((line) => JSON.parse(line) as { id: string; position: number; type: string; stream: string })
const last = logged.length

interface Amount {
  readonly value: string
  readonly unit: string
  readonly exact: string
}
interface TableAnswer {
  readonly table: string
  readonly rows: ReadonlyArray<{ readonly key: string; readonly cells: Readonly<Record<string, Amount | null>> }>
}
interface Published {
  readonly rows: ReadonlyArray<{ readonly key: string; readonly cells: Readonly<Record<string, string | null>> }>
}
const cell = (answer: Answer, row: string, column: string) =>
  (answer.json as unknown as TableAnswer).rows.find(({ key }) => key === row)?.cells[column]
const ref = (address: string) => `ref=${encodeURIComponent(address)}`
const expenditure = "公开03/2010306/项目支出"

/** All pages of a list, following `next`; the number of pages is bounded. */
const pages = async (path: string, list: string): Promise<ReadonlyArray<ReadonlyArray<Record<string, unknown>>>> => {
  const all: Array<ReadonlyArray<Record<string, unknown>>> = []
  let cursor = ""
  for (let page = 0; page < 100; page += 1) {
    const { json, status } = await server.ask(`${path}${cursor}`)
    expect(status).toBe(200)
    all.push(json[list] as ReadonlyArray<Record<string, unknown>>)
    if (json["next"] === undefined) return all
    cursor = `&cursor=${encodeURIComponent(json["next"] as string)}`
  }
  throw new Error("the pages do not end")
}

describe("日志", () => {
  it("逐页读完就是整本日志，页间不重不漏", async () => {
    const read = await pages("/v1/log?limit=300", "events")
    expect(read.map((page) => page.length)).toStrictEqual([300, 300, 300, 294])
    expect(read.flat()).toStrictEqual(lines.map((line) => JSON.parse(line) as unknown))
  })

  it.each(["PaymentMade", "支付"])("按种类 %s 筛选", async (kind) => {
    const read = (await pages(`/v1/log?limit=1000&kind=${encodeURIComponent(kind)}`, "events")).flat()
    expect(read.map(({ id }) => id)).toStrictEqual(
      logged.filter(({ type }) => type === "PaymentMade").map(({ id }) => id)
    )
  })

  it("没有的种类答 400，列出有哪些", async () => {
    expect((await server.ask("/v1/log?kind=Payment")).json).toMatchObject({ status: 400, code: "KindUnknown" })
  })

  it("不是上一页给出的游标答 400", async () => {
    expect((await server.ask("/v1/log?cursor=zzz")).json).toMatchObject({ status: 400, code: "CursorUnusable" })
  })

  it("截至某一位置之后的事件不出现", async () => {
    const { json } = await server.ask("/v1/log?at=3&limit=1000")
    expect((json["events"] as ReadonlyArray<{ id: string }>).map(({ id }) => id)).toStrictEqual(
      logged.slice(0, 3).map(({ id }) => id)
    )
  })

  it("事件可用编号或日志位置来问", async () => {
    const [first] = logged
    const byId = await server.ask(`/v1/events/${encodeURIComponent(first?.id ?? "")}`)
    const byPosition = await server.ask("/v1/events/1")
    expect(byId.json).toStrictEqual(first)
    expect(byPosition.json).toStrictEqual(first)
  })

  it("没有的事件答 404，说明有多少", async () => {
    const { json } = await server.ask(`/v1/events/${last + 1}`)
    expect(json).toMatchObject({ status: 404, code: "EventUnknown", details: { reference: String(last + 1), last } })
  })
})

describe("事件流", () => {
  it("列出每一条流和它的版本", async () => {
    const { json } = await server.ask("/v1/streams")
    const counts = new Map<string, number>()
    for (const { stream } of logged) counts.set(stream, (counts.get(stream) ?? 0) + 1)
    expect(json).toStrictEqual([...counts].sort().map(([stream, version]) => ({ stream, version })))
  })

  it("一条流的 ETag 是它的版本；版本没变就不再发送", async () => {
    const path = "/v1/streams/unit-023001"
    const { headers, json } = await server.ask(path)
    expect(headers.get("etag")).toBe('"3"')
    expect((json["events"] as ReadonlyArray<{ id: string }>).map(({ id }) => id)).toStrictEqual(
      [1, 2, 3].map((v) => `unit-023001@${v}`)
    )
    for (const tag of ['"3"', 'W/"3"', '"2", "3"', "*"]) {
      const again = await server.ask(path, { headers: { "if-none-match": tag } })
      expect([again.status, again.text, again.headers.get("etag")]).toStrictEqual([304, "", '"3"'])
    }
    for (const tag of ['"2"', "3", '"33"']) {
      expect((await server.ask(path, { headers: { "if-none-match": tag } })).status).toBe(200)
    }
  })

  it("尚无事件的流是版本 0", async () => {
    const { headers, json, status } = await server.ask("/v1/streams/unit-999")
    expect([status, headers.get("etag"), json]).toStrictEqual([200, '"0"', { events: [] }])
  })
})

describe("表", () => {
  it("十张表，ETag 是看到的最后日志位置", async () => {
    const { headers, json } = await server.ask(`${year}/tables`)
    expect((json as unknown as ReadonlyArray<TableAnswer>).map(({ table }) => table)).toStrictEqual(
      ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"].map((number) => `公开${number}`)
    )
    expect(headers.get("etag")).toBe(`"${last}"`)
    expect((await server.ask(`${year}/tables`, { headers: { "if-none-match": `"${last}"` } })).status).toBe(304)
  })

  it.each(["公开03", "03", "支出决算表"])("一张表可以叫 %s", async (name) => {
    const { json } = await server.ask(`${year}/tables/${encodeURIComponent(name)}`)
    expect(json).toMatchObject({ table: "公开03", of: { unit: sample.unit, year: sample.year }, asOf: {} })
  })

  it.each(sample.published.tables.map((file) => [file.pathname.slice(-7, -5), file] as const))(
    "公开%s 的每一格与已公开的相同",
    async (number, file) => {
      const published = JSON.parse(readFileSync(file, "utf8")) as Published
      const answer = await server.ask(`${year}/tables/${number}`)
      for (const { cells, key } of published.rows) {
        for (const [column, printed] of Object.entries(cells)) {
          expect(cell(answer, key, column)?.value ?? null, `${key} ${column}`).toBe(printed)
        }
      }
    }
  )

  it("公开表工作簿：就是账上的十张表，截至的时点也算数", async () => {
    const { tables, unit } = sampleBooks().disclosure
    const now = await server.ask(`${year}/tables.xlsx`)
    expect(now.headers.get("content-type")).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    expect(Buffer.from(now.bytes).equals(tablesWorkbook(tables, { name: unit.name, year: sample.year }))).toBe(true)
    const then = await server.ask(`${year}/tables.xlsx?until=2024-06-30`)
    expect(Buffer.from(then.bytes).equals(now.bytes)).toBe(false)
  })

  it.each(["tables", "tables.xlsx", "tables/公开03", "scores", "narrative", "tables?at=500"])(
    "%s 的标记没变就不再发送",
    async (path) => {
      const { headers } = await server.ask(`${year}/${path}`)
      const again = await server.ask(`${year}/${path}`, { headers: { "if-none-match": headers.get("etag") ?? "" } })
      expect([again.status, again.text]).toStrictEqual([304, ""])
    }
  )

  it("金额是文字：印出的、单位、未舍入的", async () => {
    const answer = await server.ask(`${year}/tables/公开03`)
    expect(cell(answer, "2010306", "项目支出")).toStrictEqual({
      value: expect.stringMatching(/^\d+\.\d\d$/u),
      unit: "万元",
      exact: expect.stringMatching(/^\d+\.\d\d$/u)
    })
  })

  it("没有的表答 404，列出有哪些", async () => {
    const { json } = await server.ask(`${year}/tables/${encodeURIComponent("公开11")}`)
    expect(json).toMatchObject({ status: 404, code: "TableUnknown", details: { table: "公开11" } })
    expect((json["details"] as { known: ReadonlyArray<string> }).known).toHaveLength(10)
  })

  it.each([["/v1/units/023001/years/2023/tables"], ["/v1/units/999/years/2024/scores"]])(
    "%s 不在账上，答 404，并说明账上有什么",
    async (path) => {
      expect((await server.ask(path)).json).toMatchObject({
        status: 404,
        code: "ScopeUnknown",
        details: { held: [{ unit: sample.unit, year: sample.year }] }
      })
    }
  )
})

describe("时点", () => {
  const paths = ["tables/公开03", "scores", "narrative", `figures?${ref(expenditure)}`, `history?${ref(expenditure)}`]

  it.each(paths)("%s 截至某一位置、入账时间、业务日期都与现在不同", async (path) => {
    const join = path.includes("?") ? "&" : "?"
    const now = await server.ask(`${year}/${path}`)
    expect(now.status).toBe(200)
    for (const point of ["at=500", "known-at=2024-06-30", "known-at=2024-06-30T23:59:59%2B08:00", "until=2024-06-30"]) {
      const then = await server.ask(`${year}/${path}${join}${point}`)
      expect(then.status, `${path} ${point}`).toBe(200)
      expect(then.text).not.toBe(now.text)
    }
  })

  it("截至最后位置就是现在", async () => {
    const now = await server.ask(`${year}/tables/公开03`)
    const then = await server.ask(`${year}/tables/公开03?at=${last}`)
    expect((then.json as unknown as TableAnswer).rows).toStrictEqual((now.json as unknown as TableAnswer).rows)
    expect(then.json["asOf"]).toStrictEqual({ at: last })
  })

  it("截至较早位置的回答，ETag 是那个位置", async () => {
    expect((await server.ask(`${year}/tables/公开03?at=500`)).headers.get("etag")).toBe('"500"')
  })

  it("日志末尾之后的位置答 400", async () => {
    const { json } = await server.ask(`${year}/tables?at=${last + 1}`)
    expect(json).toMatchObject({ status: 400, code: "AsOfUnusable" })
  })
})

describe("自评", () => {
  it("十四个项目；按名称只看一个", async () => {
    const all = await server.ask(`${year}/scores`)
    expect(all.json["evaluations"]).toHaveLength(14)
    expect(all.headers.get("etag")).toBe(`"${last}"`)
    const one = await server.ask(`${year}/scores?project=${encodeURIComponent("房租费")}`)
    expect(one.json["evaluations"]).toMatchObject([{ project: "P01", name: "房租费" }])
    const none = await server.ask(`${year}/scores?project=P99`)
    expect(none.json).toMatchObject({ status: 404, code: "ProjectUnknown" })
  })
})

describe("情况说明", () => {
  it("文字与每个数的地址；地址可以再问", async () => {
    const { json } = await server.ask(`${year}/narrative`)
    const { sections } = json as unknown as NarrativeJson
    const [claim] = sections[0]?.paragraphs[0]?.claims ?? []
    expect(claim).toMatchObject({ ref: "说明/总体情况/收入总计", text: "1,564.71万元", sources: ["公开01/总计/收入"] })
    const asked = await server.ask(`${year}/figures?${ref("说明/总体情况/收入总计")}`)
    expect(asked.json["value"]).toStrictEqual(claim?.value)
  })
})

describe("追溯", () => {
  it("一个数字的理由与表里的格相同，直到记下的事件", async () => {
    const table = await server.ask(`${year}/tables/公开03`)
    const { json } = await server.ask(`${year}/figures?${ref(expenditure)}`)
    expect(json).toMatchObject({
      ref: expenditure,
      value: cell(table, "2010306", "项目支出"),
      because: { kind: "derived" }
    })
    expect(JSON.stringify(json)).toContain('"kind":"recorded"')
  })

  it("数字背后的事件逐页列全，金额相加就是这个数字", async () => {
    const events = (await pages(`${year}/figures/events?${ref(expenditure)}&limit=50`, "events")).flat()
    const fen = events.reduce((sum, event) => sum + BigInt(String(event["amount"] ?? "0.00").replace(".", "")), 0n)
    const { json } = await server.ask(`${year}/figures?${ref(expenditure)}`)
    expect(fen).toBe(BigInt((json["value"] as Amount).exact.replace(".", "")))
  })

  it("变化逐页列全，最后一个值就是现在的值", async () => {
    const changes = (await pages(`${year}/history?${ref(expenditure)}&limit=50`, "changes")).flat()
    const { json } = await server.ask(`${year}/figures?${ref(expenditure)}`)
    expect(changes.at(-1)?.["value"]).toStrictEqual(json["value"])
    const positions = changes.map(({ position }) => position as number)
    expect(positions).toStrictEqual(positions.toSorted((one, other) => one - other))
  })

  it("错的地址答 404，给出最近的对的地址，照着问就有", async () => {
    const { json } = await server.ask(`${year}/figures?${ref("公开03/2010306/项目支岀")}`)
    expect(json).toMatchObject({ status: 404, code: "ColumnUnknown" })
    const nearest = (json["details"] as { nearest: ReadonlyArray<string> }).nearest
    expect(nearest[0]).toBe(expenditure)
    expect((await server.ask(`${year}/figures?${ref(nearest[0] ?? "")}`)).status).toBe(200)
    const english = await server.ask(`${year}/history?${ref("公开03/9/项目支出")}`, {
      headers: { "accept-language": "en" }
    })
    expect(english.json).toMatchObject({ status: 404, title: "Not found" })
    expect(english.json["detail"]).toMatch(/[A-Za-z]{4}/u)
  })

  it("差别：两个位置之间移动了数字的事件", async () => {
    const { json } = await server.ask(`${year}/diff?from-at=131&at=132`)
    const figures = json["figures"] as ReadonlyArray<{ events: ReadonlyArray<{ event: string }> }>
    expect(json).toMatchObject({ from: { at: 131 }, to: { at: 132 } })
    expect(figures.length).toBeGreaterThan(0)
    for (const { events } of figures) expect(events.map(({ event }) => event)).toStrictEqual([logged[131]?.id])
    expect((await server.ask(`${year}/diff?from-at=500&at=500`)).json["figures"]).toStrictEqual([])
  })

  it("一个事件所入的数字", async () => {
    const { json } = await server.ask(`/v1/events/132/figures`)
    expect(json["event"]).toBe(logged[131]?.id)
    const refs = (json["figures"] as ReadonlyArray<{ ref: string }>).map((figure) => figure.ref)
    expect(refs).toContain("公开03/2010306/基本支出")
  })
})

describe("约定", () => {
  it("以上问到了每一条问的路由，每条都答成过；有标记的都答过 304", () => {
    const questions = operations.filter(({ method, path }) => method === "GET" && path.startsWith("/v1/"))
    expect(questions.length).toBeGreaterThan(10)
    for (const { path, responses } of questions) {
      expect(seen).toContain(`GET ${path} 200`)
      if (responses[304] !== undefined) expect(seen).toContain(`GET ${path} 304`)
    }
  })
})
