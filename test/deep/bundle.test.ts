/** R11 on sealed files at full size: bits of an evidence bundle flipped, SEALED_FLIPS (20,000). Prints the figure that docs/assurance.md keeps. */
import { Trust, verifyBundle } from "@juesuan/app"
import { addKey, signingKeys } from "@juesuan/store"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterAll, expect, it } from "vitest"
import { newBooks, openYear, payment, recorded } from "../app/books.ts"
import { temporaryFolder } from "../store/places.ts"
import { sizeOf } from "./sizes.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

it("R11：封存的证据包，任意一位翻转都被发现", async () => {
  const keys = join(folder.path, "keys")
  await addKey(keys, "财政局", "ed25519")
  const signing = signingKeys(keys)
  const books = newBooks()
  await books.run(openYear)
  for (const amount of ["100.00", "12.34"]) await books.run(recorded("PaymentMade", { ...payment, amount }))
  const bytes = await books.run(Effect.flatMap(Trust, (trust) => trust.bundle({ keys: signing })))
  const flips = sizeOf("SEALED_FLIPS", 20_000)
  const unnoticed: Array<number> = []
  for (let run = 0; run < flips; run += 1) {
    // A stride that shares no factor with the number of bits visits another bit every time.
    const bit = (run * 7_919) % (bytes.length * 8)
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit % 8))
    if ((await Effect.runPromise(verifyBundle(flipped, signing))).verdict !== "fail") unnoticed.push(bit)
  }
  console.log("R11 sealed bundle", { bits: bytes.length * 8, flips, unnoticed: unnoticed.length })
  expect(unnoticed).toEqual([])
})
