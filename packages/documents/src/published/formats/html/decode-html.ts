/** 网页编码: bytes of a page as text, by its byte order mark, by what is valid, else by the charset that it declares. */
import * as Result from "effect/Result"
import { decodeText } from "../../../read/decode-text.ts"

export interface DecodedPage {
  readonly text: string
  /** How many characters could not be read and stand as U+FFFD. */
  readonly damaged: number
}

const declared = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1")
  const charset = /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? "utf-8"
  return charset.startsWith("gb") ? "gb18030" : charset
}

const lenient = (bytes: Uint8Array, charset: string): string => {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder("utf-8").decode(bytes)
  }
}

export const decodeHtml = (name: string, bytes: Uint8Array): DecodedPage => {
  const strict = decodeText(name, bytes)
  if (Result.isSuccess(strict)) return { text: strict.success.text, damaged: 0 }
  const text = lenient(bytes, declared(bytes))
  return { text, damaged: text.split("\uFFFD").length - 1 }
}
