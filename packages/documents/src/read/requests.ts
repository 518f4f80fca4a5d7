/** 记录请求文件: JSON lines, one request each: kind, data, and where they belong. */
import { FiscalYear, ProjectCode, UnitCode } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, fault } from "./Fault.ts"
import { jsonOf, type Line } from "./lines.ts"
import { limits } from "./limits.ts"
import type { RequestRow } from "./RequestRow.ts"

const note = Schema.optionalKey(Schema.NonEmptyString)

/** One line of the file. */
export const RequestLine = Schema.Struct({
  kind: Schema.NonEmptyString,
  data: Schema.Record(Schema.String, Schema.Unknown),
  unit: Schema.optionalKey(UnitCode),
  year: Schema.optionalKey(FiscalYear),
  project: Schema.optionalKey(ProjectCode),
  actor: note,
  evidence: note,
  commandId: note
}).annotate({ identifier: "Request", title: "记录请求" })

const decode = Schema.decodeUnknownResult(RequestLine, { errors: "all", onExcessProperty: "error" })

/** Requests, in the order of the file. */
export const readRequests = (
  file: string,
  text: string
): Result.Result<ReadonlyArray<RequestRow>, ReadonlyArray<Fault>> => {
  const lines = text
    .split("\n")
    .map((line, index): Line => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== "")
  if (lines.length > limits.rows) {
    return Result.fail([
      fault(
        { file },
        "TooManyRows",
        { zh: "行数过多，请分成几个文件导入", en: "there are too many rows: import several files" },
        { found: String(lines.length), expected: { zh: `不多于 ${limits.rows} 行`, en: `at most ${limits.rows}` } }
      )
    ])
  }
  const faults: Array<Fault> = []
  const requests = lines.flatMap((line): ReadonlyArray<RequestRow> => {
    const decoded = Result.flatMap(jsonOf(file, line), (value) =>
      Result.mapError(decode(value), notARequest(file, line))
    )
    if (Result.isSuccess(decoded)) return [{ line: line.number, ...decoded.success }]
    faults.push(decoded.failure)
    return []
  })
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(requests)
}

const notARequest =
  (file: string, { number, text }: Line) =>
  (error: Schema.SchemaError): Fault =>
    fault(
      { file, line: number },
      "NotARequest",
      { zh: `不是记录请求（${String(error)}）`, en: `this is no request (${String(error)})` },
      {
        found: text,
        expected: {
          zh: '形如 {"kind":…,"data":{…}} 的对象，另可有 unit、year、project、actor、evidence、commandId',
          en: 'an object {"kind":…,"data":{…}}, with unit, year, project, actor, evidence, commandId where needed'
        }
      }
    )
