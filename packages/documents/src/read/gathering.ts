/** 取文件: the bytes of a file as they come: its head to see what it is, then all of it, up to the limit. */
import * as Result from "effect/Result"
import { type Fault, fault } from "./Fault.ts"
import { limits } from "./limits.ts"

/** Bytes in pieces: a file, a request, or one piece in memory. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The first line of a file, as far as 64 KiB, and the whole file still to be read. */
export interface Peeked {
  readonly firstLine: string
  readonly bytes: AsyncIterable<Uint8Array>
}

const headLength = 64 * 1024
const newline = 10

/** Looks at the head of a file without losing it. */
export const peek = async (bytes: Bytes): Promise<Peeked> => {
  const iterator = iteratorOf(bytes)
  const head: Array<Uint8Array> = []
  let length = 0
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    head.push(next.value)
    length += next.value.length
    if (length >= headLength || next.value.includes(newline)) break
  }
  const [firstLine = ""] = new TextDecoder().decode(Buffer.concat(head).subarray(0, headLength)).split("\n", 1)
  return { firstLine, bytes: continued(head, iterator) }
}

async function* iteratorOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  yield* bytes
}

async function* continued(
  head: ReadonlyArray<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>
): AsyncGenerator<Uint8Array> {
  yield* head
  yield* rest
}

/** All bytes of a file of rows; one that is too large is refused as soon as that is seen. */
export const gather = async (file: string, bytes: Bytes): Promise<Result.Result<Uint8Array, Fault>> => {
  const pieces: Array<Uint8Array> = []
  let length = 0
  for await (const piece of bytes) {
    length += piece.length
    if (length > limits.bytes) return Result.fail(tooLarge(file))
    pieces.push(piece)
  }
  return Result.succeed(Buffer.concat(pieces))
}

const tooLarge = (file: string): Fault =>
  fault(
    { file },
    "FileTooLarge",
    { zh: "文件过大，请分成几个文件导入", en: "the file is too large: import several files" },
    {
      expected: {
        zh: `不多于 ${limits.bytes / 1024 / 1024} MiB`,
        en: `at most ${limits.bytes / 1024 / 1024} MiB`
      }
    }
  )
