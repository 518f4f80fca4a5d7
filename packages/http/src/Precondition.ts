/** 前提: what a request says about the state it believes in: If-Match, If-None-Match, Idempotency-Key. */
import * as Result from "effect/Result"
import type { Trouble } from "./Problem.ts"

/** 版本标记: the version of a stream, or the log position an answer looked at, as a strong entity tag. */
export const entityTag = (version: number): string => `"${version}"`

const versionMissing: Trouble = {
  status: 428,
  code: "IfMatchMissing",
  says: {
    zh: '写入须带 If-Match：写明您所见的事件流版本，例如 If-Match: "57"；版本见 GET /v1/streams/{stream} 的 ETag，尚无事件的流写 "0"。',
    en: 'A write needs If-Match, the version of the stream you have seen, e.g. If-Match: "57"; GET /v1/streams/{stream} says it in its ETag; for a stream without events write "0".'
  }
}

const versionUnusable = (found: string): Trouble => ({
  status: 400,
  code: "IfMatchUnusable",
  details: { found },
  says: {
    zh: `If-Match 须为一个带引号的版本，例如 "57"；收到的是 ${found}。`,
    en: `If-Match must be one quoted version, e.g. "57"; found ${found}.`
  }
})

/**
 * The version a write expects. One strong tag and nothing else: `*`, a list or a weak tag would not say which version
 * the writer has seen.
 *
 * @example expectedVersion('"57"') // Result.succeed(57)
 */
export const expectedVersion = (ifMatch: string | undefined): Result.Result<number, Trouble> => {
  if (ifMatch === undefined) return Result.fail(versionMissing)
  const [, digits] = /^\s*"(0|[1-9]\d{0,14})"\s*$/u.exec(ifMatch) ?? []
  return digits === undefined ? Result.fail(versionUnusable(ifMatch)) : Result.succeed(Number(digits))
}

/**
 * The command id of a write, if it has one: 1 to 200 visible ASCII characters, with or without the quotes of a
 * structured header.
 *
 * @example commandIdOf("\"close-2024\"") // Result.succeed("close-2024")
 */
export const commandIdOf = (idempotencyKey: string | undefined): Result.Result<string | undefined, Trouble> => {
  if (idempotencyKey === undefined) return Result.succeed(undefined)
  const key = idempotencyKey.trim().replace(/^"(.*)"$/u, "$1")
  if (/^[!-~]{1,200}$/u.test(key)) return Result.succeed(key)
  return Result.fail({
    status: 400,
    code: "IdempotencyKeyUnusable",
    details: { found: idempotencyKey },
    says: {
      zh: "Idempotency-Key 须为 1 至 200 个可见的 ASCII 字符，不含空格。",
      en: "Idempotency-Key must be 1 to 200 visible ASCII characters without spaces."
    }
  })
}

/** Whether the caller has the answer with this tag already (weak comparison, as RFC 9110 says for If-None-Match). */
export const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//u, ""))
    .some((one) => one === tag || one === "*")
