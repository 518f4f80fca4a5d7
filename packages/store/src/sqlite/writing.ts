/**
 * Transactions of a store file. `BEGIN IMMEDIATE` takes the write lock before anything is read, so what an append was
 * decided upon is what it is stored upon. Waiting for another program's lock is done here, not inside SQLite, so that this
 * program goes on with other things meanwhile.
 */
import type { DatabaseSync } from "node:sqlite"
import { setTimeout as sleep } from "node:timers/promises"
import type { Additions, StoredCommand, Transaction } from "../Backend.ts"
import { toBytes } from "../proof/MerkleTree.ts"
import { oneAtATime } from "../exclusive.ts"
import { faultOf, guarded, isBusy } from "./faults.ts"
import { reading } from "./reading.ts"

/** How long SQLite itself waits for a lock: the usual holder is done by then. */
const shortWaitMs = 20

export interface Writing {
  readonly transact: <A>(work: (transaction: Transaction) => Promise<A>) => Promise<A>
  readonly close: () => Promise<void>
}

/** Transactions through one connection, one after the other. */
export const writing = (path: string, database: DatabaseSync, busyTimeoutMs: number): Writing => {
  const exclusively = oneAtATime()
  database.exec(`PRAGMA busy_timeout = ${shortWaitMs}`)
  const begin = database.prepare("BEGIN IMMEDIATE")
  const commit = database.prepare("COMMIT")
  const transaction = transactionOf(path, database)

  const undo = (): void => {
    if (database.isTransaction) database.exec("ROLLBACK")
  }

  const beginPatiently = async () => {
    const deadline = performance.now() + busyTimeoutMs
    for (;;) {
      try {
        // What a transaction that failed could not undo then.
        undo()
        begin.run()
        return
      } catch (thrown) {
        if (!isBusy(thrown) || performance.now() > deadline) throw faultOf(path, thrown)
      }
      await sleep(1 + Math.random() * shortWaitMs)
    }
  }

  return {
    transact: (work) =>
      exclusively(async () => {
        try {
          await beginPatiently()
          const answer = await work(transaction)
          commit.run()
          return answer
        } catch (thrown) {
          attempt(undo)
          throw faultOf(path, thrown)
        }
      }),
    close: () =>
      exclusively(async () => {
        if (database.isOpen) database.close()
      })
  }
}

/** Where it fails, the next transaction tries again before it begins. */
const attempt = (work: () => void): void => {
  try {
    work()
  } catch {
    // The fault that led here is the one to report.
  }
}

const transactionOf = (path: string, database: DatabaseSync): Transaction => {
  const read = reading(database)
  const insertEvent = database.prepare(
    `INSERT INTO events (position, stream, version, type, schema_version, recorded_at, data, metadata, leaf)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const putCommand = database.prepare(
    "INSERT OR REPLACE INTO commands (command_id, request_digest, first_position, last_position) VALUES (?, ?, ?, ?)"
  )
  const add = ({ events, commands }: Additions): void => {
    for (const { position, stream, version, type, schemaVersion, recordedAt, data, metadata, leaf } of events) {
      insertEvent.run(position, stream, version, type, schemaVersion, recordedAt, data, metadata, toBytes(leaf))
    }
    for (const { commandId, requestDigest, first, last } of commands) {
      putCommand.run(commandId, requestDigest ?? null, first, last)
    }
  }
  return {
    standing: async (streams, commandIds) =>
      guarded(path, () => {
        const versions = new Map([...streams].map((stream) => [stream, read.versionOf(stream)]))
        const commands = new Map<string, StoredCommand>()
        for (const id of commandIds) {
          const command = read.command(id)
          if (command !== undefined) commands.set(id, command)
        }
        return { end: read.end(), versions, commands }
      }),
    rows: async (span) => guarded(path, () => read.rows(span)),
    add: async (additions) => guarded(path, () => add(additions))
  }
}
