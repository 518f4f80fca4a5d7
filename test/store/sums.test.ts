/** 随存随汇: a store that keeps sums answers from them exactly what the replay of its log gives, whatever was recorded. */
import { accounts, foldLedger, Ledger } from "@juesuan/domain"
import { domainCodec, memoryLog, postgresLog } from "@juesuan/store"
import { derive } from "@juesuan/rules"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { history } from "../arbitrary/history.ts"
import { administer, freshStore } from "./postgres.ts"
import { patience, runs } from "../runs.ts"

const now = () => "2024-12-31T08:00:00.000Z"

/** Cells in one order, zero totals kept: a sum of nothing and nothing are not the same. */
const cellsOf = (ledger: Ledger) =>
  ledger.entries
    .cells({ account: accounts })
    .map(({ count, dimensions, total }) => JSON.stringify([dimensions, total, count]))
    .toSorted()

const tablesOf = (ledger: Ledger, scope: { unit: string; year: number }) =>
  Result.map(derive(ledger, scope), ({ disclosure }) =>
    disclosure.tables.map(({ id, rows }) => ({
      id,
      rows: rows.map(({ cells, key }) => [key, Object.entries(cells).map(([column, { printed }]) => [column, printed])])
    }))
  )

describe("PostgreSQL 随存随汇", patience(180_000), () => {
  it("任意一年的记录：汇总的账与重放的账，每个汇总数、每张表都相等；导入的日志也一样", async () => {
    await fc.assert(
      fc.asyncProperty(history(), async ({ events, unit, year }) => {
        const { location, remove } = await freshStore()
        const log = postgresLog(location, { codec: domainCodec, now, access: "write" })
        try {
          const source = memoryLog({ codec: domainCodec, now })
          for (const { data, stream, type } of events) {
            await source.appendToStreams([{ stream, events: [{ type, data }] as never }], { actor: "会计" })
          }
          await log.importEvents(await source.readVerbatim({ limit: 100_000 }))
          const streams = (await log.streams()).map(({ stream }) => stream)
          const summed = await log.summed(streams)
          if (summed === undefined) throw new Error("PostgreSQL keeps sums")
          expect(await source.summed(streams)).toBeUndefined()
          const replayed = foldLedger(events)
          const ledger = Ledger.ofSums({ ...summed, lastPosition: summed.position })
          expect(cellsOf(ledger)).toEqual(cellsOf(replayed))
          expect([ledger.events, ledger.lastPosition]).toEqual([replayed.events, events.length])
          const scope = { unit, year }
          expect(tablesOf(ledger, scope)).toEqual(tablesOf(replayed, scope))
        } finally {
          await log.close()
          await remove()
        }
      }),
      { numRuns: runs(12) }
    )
  })

  it("汇总数的账列不出分录，也不再接收事件", () => {
    const ledger = Ledger.ofSums({ sums: [], facts: [], events: 0, lastPosition: 0 })
    expect(() => [...ledger.entries.list({ account: "payment" })]).toThrow("listed from the log")
    expect(() => ledger.successor()).toThrow("closed")
  })

  it("没有成功的写入不进汇总", async () => {
    const { location, remove } = await freshStore()
    const log = postgresLog(location, { codec: domainCodec, now, access: "write" })
    const payment = {
      occurredOn: "2024-03-05",
      fund: "general-public-budget",
      functional: "2010306",
      kind: "basic",
      economic: "30201",
      amount: "12.34",
      payee: "甲",
      summary: "办公"
    }
    const pay = (expectedVersion: number) =>
      log.appendToStreams(
        [{ stream: "year-001-2024", expectedVersion, events: [{ type: "PaymentMade", data: payment }] as never }],
        { actor: "会计" }
      )
    await pay(0)
    await expect(pay(0)).rejects.toMatchObject({ _tag: "ConcurrencyConflict" })
    await pay(1)
    const summed = await log.summed(["year-001-2024"])
    expect(summed?.sums).toMatchObject([
      { total: 2468, count: 2, dimensions: { account: "payment", economic: "30201" } }
    ])
    expect(summed).toMatchObject({ position: 2, events: 2, facts: [] })
    await log.close()
    await administer(async (client) => {
      const schema = new URL(location).searchParams.get("schema")
      const found = await client.query(`SELECT count(*)::int AS n FROM ${schema}.sums`)
      expect(found.rows[0]).toEqual({ n: 1 })
    })
    await remove()
  })
})
