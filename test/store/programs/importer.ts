/** Imports 20,000 events in one go and says on stdout how far it is. Argument: store file. */
import { writeSync } from "node:fs"
import { openPlace } from "../opening.ts"

const total = 20_000
function* envelopes() {
  for (let position = 1; position <= total; position += 1) {
    const metadata = { recordedAt: "2024-01-01T00:00:00.000Z", actor: "会计" }
    const data = { occurredOn: "2024-01-01", amount: "1.00" }
    yield {
      position,
      id: `a@${position}`,
      stream: "a",
      version: position,
      type: "Deposited",
      schemaVersion: 1,
      data,
      metadata
    }
  }
}

const log = openPlace(process.argv[2] ?? "")
await log.importEvents(envelopes(), { total, onProgress: (done) => writeSync(1, `${done}\n`) })
