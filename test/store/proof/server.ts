/** R12 on PostgreSQL: a store on a server that is tampered with, what its verification says, and the store as it was again. */
import { leavesBytes, leavesOf, type Verification, verifyLog, type Witness } from "@juesuan/store"
import { expect } from "vitest"
import { deposited } from "../accounts.ts"
import { openAt, systemClock } from "../opening.ts"
import { administer, freshStore } from "../postgres.ts"
import { rowsOnServer, type TamperedRow, type Tampering, tamperOnServer } from "./tampering.ts"

export interface ServedStore {
  readonly witness: Witness
  readonly schema: string
  readonly verified: (against?: Witness) => Promise<Verification>
  /** Tampers, and answers what the verification against the witness says. */
  readonly tampered: (bend: Tampering["bend"], place: number) => Promise<Verification>
  readonly remove: () => Promise<void>
}

/** A store of so many events over three streams. */
export const servedStore = async (size: number): Promise<ServedStore> => {
  const { location, remove } = await freshStore()
  const schema = new URL(location).searchParams.get("schema") ?? ""
  let time = Date.parse("2024-01-01T00:00:00.000Z")
  const log = openAt(location, () => new Date((time += 1000)).toISOString())
  for (let index = 0; index < size; index += 1) {
    const events = [deposited(`${100 + index}.00`, `说明 ${index}`)]
    await log.appendToStreams([{ stream: `流${index % 3}`, events }], { actor: "会计" })
  }
  const { damages, head, leaves } = await verifyLog(log, { keepLeaves: true })
  expect(damages).toEqual([])
  await log.close()
  const rows: ReadonlyArray<TamperedRow> = await administer((client) => rowsOnServer(client, schema))
  const witness = { head, leaves: leavesOf(leavesBytes(leaves), head) }
  const verified = async (against?: Witness): Promise<Verification> => {
    const reader = openAt(location, systemClock, "read")
    try {
      return await verifyLog(reader, { against })
    } finally {
      await reader.close()
    }
  }
  const tampered: ServedStore["tampered"] = async (bend, place) => {
    await administer((client) => tamperOnServer(client, schema, bend(rows, place)))
    return verified(witness)
  }
  return { witness, schema, verified, tampered, remove }
}
