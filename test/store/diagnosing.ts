/** R16: store files to be damaged, and a diagnosis that has to leave them as they are. */
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Ailment, diagnose, envelopeOfRow } from "@juesuan/store"
import { expect } from "vitest"
import { deposited, type Recorded } from "./accounts.ts"
import { openFile } from "./opening.ts"
import { allEvents } from "./places.ts"

/** Makes a store of so many events in a file, closed, and answers them. */
export const storedIn = async (file: string, count: number): Promise<ReadonlyArray<Recorded>> => {
  const log = openFile(file)
  for (let index = 0; index < count / 10; index += 1) {
    const batch = {
      stream: `s${index % 3}`,
      events: Array.from({ length: 10 }, () => deposited("1.00", "说明".repeat(40)))
    }
    await log.appendToStreams([batch], { actor: "会计", commandId: `c${index}` })
  }
  const events = await allEvents(log)
  await log.close()
  return events
}

/** Changes bytes of a file. */
export const overwrite = (file: string, offset: number, bytes: Buffer): void => {
  const content = readFileSync(file)
  bytes.copy(content, offset)
  writeFileSync(file, content)
}

const stateOf = (file: string): string => {
  const place = join(file, "..")
  const hash = createHash("sha256")
  for (const name of readdirSync(place).toSorted()) hash.update(name).update(readFileSync(join(place, name)))
  return hash.digest("hex")
}

/** A diagnosis that left everything in the file's folder as it was, and saved only what was recorded. */
export const diagnosed = (
  file: string,
  events: ReadonlyArray<Recorded>
): { readonly ailments: ReadonlyArray<Ailment>; readonly intact: number } => {
  const before = existsSync(file) ? stateOf(file) : ""
  const saved: Array<unknown> = []
  const diagnosis = diagnose(file, (row) => saved.push(envelopeOfRow(row)))
  expect(existsSync(file) ? stateOf(file) : "").toBe(before)
  expect(saved).toHaveLength(diagnosis.intact)
  expect(saved).toEqual(events.slice(0, diagnosis.intact))
  return diagnosis
}
