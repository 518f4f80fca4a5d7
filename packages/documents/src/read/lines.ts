/** 逐行读: text lines out of bytes as they come, so that a file of any length needs the memory of one line. */
import * as Result from "effect/Result"
import { type Fault, fault } from "./Fault.ts"
import { limits } from "./limits.ts"

/** A line of a file, without its end. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Stops the reading of a file at its fault. */
export class LineUnreadable extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.says.en)
    this.fault = fault
  }
}

/** The lines of a file in UTF-8 that are not blank. Throws `LineUnreadable` at one that is too long or no UTF-8. */
export async function* linesOf(
  file: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let number = 1
  let rest = ""
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      throw new LineUnreadable(notUtf8(file, number))
    }
  }
  for await (const chunk of bytes) {
    const lines = (rest + decode(chunk)).split("\n")
    rest = lines.pop() ?? ""
    if (rest.length > limits.line) throw new LineUnreadable(tooLong(file, number + lines.length))
    for (const text of lines) {
      if (text.length > limits.line) throw new LineUnreadable(tooLong(file, number))
      if (text.trim() !== "") yield { number, text }
      number += 1
    }
  }
  rest += decode()
  if (rest.trim() !== "") yield { number, text: rest }
}

const notUtf8 = (file: string, line: number): Fault =>
  fault({ file, line }, "EncodingUnknown", {
    zh: "此行或其后的字节不是 UTF-8 文字，请取得完好的文件后重试",
    en: "the bytes of this line or after it are no UTF-8: get an undamaged file and try again"
  })

const tooLong = (file: string, line: number): Fault =>
  fault(
    { file, line },
    "LineTooLong",
    { zh: "这一行过长", en: "this line is too long" },
    { expected: { zh: `不多于 ${limits.line} 个字符`, en: `at most ${limits.line} characters` } }
  )

/** A line as JSON. */
export const jsonOf = (file: string, { number, text }: Line): Result.Result<unknown, Fault> => {
  try {
    return Result.succeed(JSON.parse(text))
  } catch {
    return Result.fail(
      fault(
        { file, line: number },
        "JsonMalformed",
        { zh: "不是一行完整的 JSON", en: "this is no complete JSON on one line" },
        { found: text }
      )
    )
  }
}
