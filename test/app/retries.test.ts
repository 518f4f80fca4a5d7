/** A command repeated while it is still being carried out: every sender hears the same answer, whatever came in between. */
import { Books } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { newBooks, openYear, payment, recorded } from "./books.ts"

const senders = 50

/** The same request from many senders, each a few turns later than the one before, so that they meet in every phase. */
const meeting = (commandId: string, offset: number, expectedVersion?: number) =>
  Effect.all(
    Array.from({ length: senders }, (_, index) =>
      Effect.gen(function* () {
        for (let turn = 0; turn < index + offset; turn += 1) yield* Effect.promise(() => Promise.resolve())
        const more = expectedVersion === undefined ? { commandId } : { commandId, expectedVersion }
        return yield* recorded("PaymentMade", { ...payment, amount: "50.00" }, more)
      })
    ),
    { concurrency: "unbounded" }
  )

describe("同一命令在途中重提", () => {
  it.each([
    ["写明预期版本", true],
    ["不写预期版本，预算只够付一次", false]
  ])("%s：五十个相同的回答，一个事件", async (_name, versioned) => {
    const books = newBooks()
    await books.run(openYear)
    // All but 50.00 of the year is spent first where no version guards the second payment.
    if (!versioned) await books.run(recorded("PaymentMade", { ...payment, amount: "950.00" }))
    for (let round = 0; round < (versioned ? 11 : 1); round += 1) {
      const before = await books.length()
      // Two of the events belong to the unit.
      const answers = await books.run(meeting(`pay-${round}`, round, versioned ? before - 2 : undefined))
      expect(new Set(answers.map(({ events }) => JSON.stringify(events))).size).toBe(1)
      expect(answers.filter(({ stored }) => stored)).toHaveLength(1)
      expect(await books.length()).toBe(before + 1)
    }
  })

  it("同一命令编号换了经办人就是另一请求", async () => {
    const books = newBooks()
    await books.run(openYear)
    const paidBy = (actor: string) =>
      Effect.flatMap(Books, (use) =>
        use.record({ kind: "PaymentMade", data: payment, unit: "001", year: 2024, actor, commandId: "pay" })
      )
    await books.run(paidBy("会计岗"))
    expect((await books.run(paidBy("会计岗"))).repeated).toBe(true)
    expect((await books.refused(paidBy("出纳岗"))).code).toBe("CommandIdReused")
  })
})
