/** 证据包: events, rules, disclosure, checkpoint, proofs and a page to read, sealed in one file that verifies without the store. */
import {
  type EventLog,
  envelopeOfRow,
  MerkleTree,
  type SealedRow,
  toBase64,
  verifierText,
  verifyLog,
  signCheckpoint
} from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type AppError, fromLog } from "../AppError.ts"
import type { Asking } from "../Asking.ts"
import { belongsTo } from "../Ledgers.ts"
import type { Scope } from "../Question.ts"
import type { BundleRequest } from "../Trust.ts"
import { archiveBytes } from "./Archive.ts"
import { disclosureOf, jsonBytes, rulesOf } from "./disclosed.ts"
import { sealed } from "./Manifest.ts"
import { pageOf } from "./page.ts"
import { damagedLog } from "../trust/damages.ts"

const readme = `决算证据包 · evidence bundle

index.html       给人看的决算；断网可读 · the disclosure to read, offline
events.jsonl     有关的全部事件，一行一个 · every event behind it, one a line
disclosure.json  决算各表与得分 · tables and scores
rules.json       所用规则集及其哈希 · the rules they were made by
checkpoint.txt   日志的检查点（签名）· the signed checkpoint of the log
proof.json       事件在日志中的证明（RFC 9162）· proof that the events are in that log
keys.txt         签名公钥，请与公布的核对 · public keys: compare them with those published
manifest.txt     各文件的哈希（签名）· hashes of all of this, signed

juesuan bundle verify FILE
juesuan bundle explain FILE 公开03/合计/项目支出
`

/** The events of a year's streams, as stored, up to a position. */
const eventsOf = async (log: EventLog, scope: Scope, until: number): Promise<ReadonlyArray<SealedRow>> => {
  const found: Array<SealedRow> = []
  for (let after = 0; after < until; ) {
    const page = await log.readSealed({ after, until, limit: 1000 })
    for (const row of page) if (belongsTo(scope, row.stream)) found.push(row)
    after = page.at(-1)?.position ?? until
  }
  return found
}

const text = (content: string): Uint8Array => Buffer.from(content)

export const creating =
  (log: EventLog, asking: Asking) =>
  ({ hash, keys, scope: asked }: BundleRequest): Effect.Effect<Uint8Array, AppError> =>
    Effect.gen(function* () {
      const scope = yield* asking.scope({ scope: asked ?? {} })
      const { damages, head, leaves } = yield* fromLog(() => verifyLog(log, { hash, keepLeaves: true }))
      if (damages.length > 0) return yield* Effect.fail(damagedLog(damages))
      const answered = yield* asking.ask({ scope, asOf: { at: head.size } })
      const rows = yield* fromLog(() => eventsOf(log, scope, head.size))
      const tree = new MerkleTree(head.hash, leaves)
      const nodes = tree.setProof(rows.map(({ position }) => position - 1)).map(toBase64)
      const checkpoint = yield* fromLog(() => signCheckpoint(head, keys))
      const published = keys.map((key) => `${verifierText(key)}\n`).join("")
      const [disclosure, rules] = [disclosureOf(answered), rulesOf(answered)]
      const contents = new Map<string, Uint8Array>([
        ["README.txt", text(readme)],
        ["index.html", text(pageOf(disclosure, { checkpoint, events: rows.length, keys: published, rules }))],
        ["events.jsonl", text(rows.map((row) => `${JSON.stringify(envelopeOfRow(row))}\n`).join(""))],
        ["disclosure.json", jsonBytes(disclosure)],
        ["rules.json", jsonBytes({ ...rules, unit: scope.unit, year: scope.year })],
        ["checkpoint.txt", text(checkpoint)],
        ["proof.json", jsonBytes({ hash: head.hash, size: head.size, nodes })],
        ["keys.txt", text(published)]
      ])
      return archiveBytes(yield* fromLog(() => sealed(contents, keys)))
    })
