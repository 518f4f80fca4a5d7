/**
 * Transactions of a store in PostgreSQL. An append takes the store's lock before it reads anything, so what it was decided
 * upon is what it is stored upon, positions have no gaps, and nothing is ever committed in front of what a reader has seen.
 * A connection that was lost is replaced before the next transaction; whether the last one was committed, a command id tells.
 */
import type { Client } from "pg"
import type { Additions, StreamSum, Summing, Transaction } from "../Backend.ts"
import type { SealedRow } from "../EventLog.ts"
import { oneAtATime } from "../exclusive.ts"
import { toBytes } from "../proof/MerkleTree.ts"
import { type Ask, asking, connectForWriting, type StoreAddress } from "./connecting.ts"
import { faultOf } from "./faults.ts"
import { dimensionColumns } from "./layout.ts"
import { reading } from "./reading.ts"

export interface Writing {
  readonly transact: <A>(work: (transaction: Transaction) => Promise<A>) => Promise<A>
  readonly close: () => Promise<void>
}

/** How many events one statement inserts. */
const batch = 1000

const columnsOf = (
  events: ReadonlyArray<SealedRow>,
  facts: ReadonlyArray<boolean>
): ReadonlyArray<ReadonlyArray<unknown>> => [
  events.map(({ position }) => position),
  events.map(({ stream }) => stream),
  events.map(({ version }) => version),
  events.map(({ type }) => type),
  events.map(({ schemaVersion }) => schemaVersion),
  events.map(({ recordedAt }) => recordedAt),
  events.map(({ data }) => data),
  events.map(({ metadata }) => metadata),
  events.map(({ leaf }) => toBytes(leaf)),
  events.map((_, index) => facts[index] ?? true)
]

const addSums = async (ask: Ask, sums: ReadonlyArray<StreamSum>): Promise<void> => {
  if (sums.length === 0) return
  const keys = ["stream", ...dimensionColumns].join(", ")
  await ask(
    `INSERT INTO sums SELECT * FROM unnest($1::text[], ${dimensionColumns.map((_, index) => `$${index + 2}::text[]`).join(", ")},
       $10::bigint[], $11::bigint[])
     ON CONFLICT (${keys}) DO UPDATE SET total = sums.total + excluded.total, entries = sums.entries + excluded.entries`,
    [
      sums.map(({ stream }) => stream),
      ...dimensionColumns.map((name) => sums.map(({ dimensions }) => dimensions[name])),
      sums.map(({ total }) => total),
      sums.map(({ count }) => count)
    ]
  )
}

const add = async (ask: Ask, { commands, events }: Additions, summing: Summing): Promise<void> => {
  for (let start = 0; start < events.length; start += batch) {
    await ask(
      `INSERT INTO events SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::integer[],
         $6::text[], $7::text[], $8::text[], $9::bytea[], $10::boolean[])`,
      columnsOf(events.slice(start, start + batch), summing.facts.slice(start, start + batch))
    )
  }
  await addSums(ask, summing.sums)
  if (commands.length === 0) return
  await ask(
    `INSERT INTO commands SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
     ON CONFLICT (command_id) DO UPDATE SET request_digest = excluded.request_digest,
       first_position = excluded.first_position, last_position = excluded.last_position`,
    [
      commands.map(({ commandId }) => commandId),
      commands.map(({ requestDigest }) => requestDigest ?? null),
      commands.map(({ first }) => first),
      commands.map(({ last }) => last)
    ]
  )
}

const transactionOf = (ask: Ask): Transaction => {
  const read = reading(ask)
  return {
    standing: async (streams, commandIds) => ({
      end: await read.end(),
      versions: await read.versionsOf([...streams]),
      commands: await read.commands([...commandIds])
    }),
    rows: (span) => read.rows(span),
    add: (additions, summing = { sums: [], facts: [] }) => add(ask, additions, summing)
  }
}

/** Transactions through one connection, one after the other. `first` is a connection that is open already. */
export const writing = (address: StoreAddress, first: Client, busyTimeoutMs: number): Writing => {
  const exclusively = oneAtATime()
  let client: Client | undefined = first
  const lost = (one: Client) => () => {
    if (client === one) client = undefined
  }
  first.on("end", lost(first))

  /** A connection whose transaction is still open is never written through again. */
  const forget = (one: Client): void => {
    lost(one)()
    one.end().catch(() => undefined)
  }

  const connection = async (): Promise<Client> => {
    if (client !== undefined) return client
    client = await connectForWriting(address, busyTimeoutMs)
    client.on("end", lost(client))
    return client
  }

  const begin = async (ask: Ask): Promise<void> => {
    await ask("BEGIN")
    await ask("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`juesuan.append.${address.schema}`])
  }

  return {
    transact: (work) =>
      exclusively(async () => {
        try {
          const own = await connection()
          const ask = asking(own as never)
          try {
            await begin(ask)
            const answer = await work(transactionOf(ask))
            await ask("COMMIT")
            return answer
          } catch (thrown) {
            if (client === own) await ask("ROLLBACK").catch(() => forget(own))
            throw thrown
          }
        } catch (thrown) {
          throw faultOf(address.path, thrown)
        }
      }),
    close: () =>
      exclusively(async () => {
        await client?.end()
      })
  }
}
