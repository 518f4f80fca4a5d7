/**
 * Verification of a log of a million events against plain SHA-256 over the same bytes: the floor reads the same rows of the
 * same file, makes the same canonical text and feeds it to one hash; the log also holds every leaf against the stored
 * one, builds the tree, checks places and times, and walks the index by streams. Medians of interleaved rounds. Also
 * shown, without a target: SHA-256 over the bytes alone, and SQLite's own integrity check. Ends with an error if anything
 * is found damaged or a root differs, never because of a time.
 *
 *   node bench/verify.ts [events] [rounds]
 */
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DomainEvent } from "@juesuan/domain"
import { canonicalText, domainCodec, type NewEvent, type SealedRow, sqliteLog, verifyLog } from "@juesuan/store"

const count = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 3)
const folder = mkdtempSync(join(tmpdir(), "juesuan-bench-verify-"))
const file = join(folder, "store.db")

const payment = (index: number): NewEvent<DomainEvent> => ({
  type: "PaymentMade",
  data: {
    occurredOn: `2024-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
    fund: "general-public-budget",
    functional: "2010306",
    economic: "30201",
    kind: "basic",
    amount: `${1 + ((index * 7919) % 10_000)}.${String(index % 100).padStart(2, "0")}`,
    payee: "某某印章制作服务部",
    summary: `支付第 ${index} 笔印章制作费`
  },
  metadata: { evidence: `记-${index}` }
})

const open = (access: "read" | "write") =>
  sqliteLog(file, { codec: domainCodec, now: () => "2024-12-31T00:00:00.000Z", access })

const fill = async () => {
  const log = open("write")
  for (let done = 0; done < count; done += 10_000) {
    const events = Array.from({ length: Math.min(10_000, count - done) }, (_, index) => payment(done + index))
    await log.appendToStreams([{ stream: `year-00${1 + ((done / 10_000) % 9)}-2024`, events }], { actor: "会计" })
  }
  await log.close()
}

const pages = async function* (): AsyncGenerator<ReadonlyArray<SealedRow>> {
  const log = open("read")
  for (let after = 0; after < count; ) {
    const page = await log.readSealed({ after, limit: 1000 })
    yield page
    after = page.at(-1)?.position ?? count
  }
  await log.close()
}

const timed = async <A>(work: () => Promise<A>) => {
  const before = performance.now()
  const answer = await work()
  return { seconds: (performance.now() - before) / 1000, answer }
}
const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN

const verified = async () => {
  const log = open("read")
  // SQLite's own check of pages is timed apart.
  const { damages, head } = await verifyLog({ ...log, examine: async () => [] })
  await log.close()
  if (damages.length > 0 || head.size !== count) throw new Error(`damaged: ${JSON.stringify(damages[0])}`)
  return head.root
}

const hashed = async () => {
  const hash = createHash("sha256")
  for await (const page of pages()) for (const row of page) hash.update(canonicalText(row))
  return hash.digest("hex")
}

try {
  await fill()
  const [ours, floors, bare]: [Array<number>, Array<number>, Array<number>] = [[], [], []]
  const roots = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const log = await timed(verified)
    roots.add(log.answer)
    ours.push(log.seconds)
    floors.push((await timed(hashed)).seconds)
  }
  if (roots.size !== 1) throw new Error("the root differs between rounds")
  for await (const page of pages()) {
    const texts = page.map(canonicalText)
    const hash = createHash("sha256")
    const before = performance.now()
    for (const text of texts) hash.update(text)
    hash.digest()
    bare.push((performance.now() - before) / 1000)
  }
  const log = open("read")
  const examined = await timed(() => log.examine())
  await log.close()
  if (examined.answer.length > 0) throw new Error(`damaged: ${JSON.stringify(examined.answer[0])}`)
  const ratio = median(ours.map((seconds, round) => seconds / (floors[round] ?? Number.NaN)))
  const seconds = (value: number) => `${value.toFixed(2)} s`
  console.log(
    `verify ${count.toLocaleString("en")} events   log ${seconds(median(ours))}   same rows through SHA-256 ${seconds(median(floors))}   ratio ${ratio.toFixed(2)}  (target ≤ 1.5)`
  )
  console.log(
    `  SHA-256 over the bytes alone ${seconds(bare.reduce((sum, one) => sum + one, 0))}   SQLite integrity check ${seconds(examined.seconds)}`
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
