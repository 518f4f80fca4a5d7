/** 内容: the JSON that a command is given, on the command line or through standard input. */
import { AppError } from "@juesuan/app"
import * as Effect from "effect/Effect"

const usage = (code: string, zh: string, en: string): AppError =>
  new AppError({ code, category: "usage", says: { zh, en }, details: {}, issues: [] })

const standardInput = async (): Promise<string> => {
  const chunks: Array<Uint8Array> = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks).toString("utf8")
}

/** Reads the JSON given under an option; what is no JSON says where it stops being JSON. */
export const dataOf = (option: string, given: string | undefined): Effect.Effect<unknown, AppError> =>
  Effect.gen(function* () {
    if (given === undefined) {
      return yield* Effect.fail(
        usage(
          "DataMissing",
          `缺少 ${option}：请写 JSON，例如 ${option} '{"occurredOn":"2024-12-31"}'，或 ${option} - 从标准输入读。`,
          `${option} is missing: give JSON, e.g. ${option} '{"occurredOn":"2024-12-31"}', or ${option} - to read standard input.`
        )
      )
    }
    const text = given === "-" ? yield* Effect.promise(standardInput) : given
    return yield* Effect.try({
      try: () => JSON.parse(text) as unknown,
      catch: (error) =>
        usage(
          "DataNotJson",
          `${option} 不是 JSON：${String(error)}。请检查引号与逗号。`,
          `${option} is not JSON: ${String(error)}. Check quotes and commas.`
        )
    })
  })
