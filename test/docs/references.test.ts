/** The reference pages under docs/ are made from the code; this holds them current. `npm run docs` writes them anew. */
import { join } from "node:path"
import {
  AuditBatchJson,
  AuditJson,
  BundleVerification,
  DiagnosisJson,
  KeysJson,
  VerificationJson,
  Adopted,
  DiffJson,
  EnvelopeJson,
  ExplanationJson,
  FedBy,
  HistoryJson,
  Imported,
  LogPage,
  NarrativeJson,
  ReadTablesJson,
  Recorded,
  ScoresJson,
  TableJson
} from "@juesuan/app"
import { budgetFields, carryoverFields, type Field, voucherFields } from "@juesuan/documents"
import { type EventKind, eventKinds, requestSchema } from "@juesuan/domain"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"

const docs = join(import.meta.dirname, "..", "..", "docs")

const answers: Readonly<Record<string, Schema.Top>> = {
  table: TableJson,
  explain: ExplanationJson,
  scores: ScoresJson,
  narrative: NarrativeJson,
  history: HistoryJson,
  diff: DiffJson,
  feeds: FedBy,
  log: LogPage,
  event: EnvelopeJson,
  record: Recorded,
  import: Imported,
  verify: VerificationJson,
  keys: KeysJson,
  doctor: DiagnosisJson,
  "bundle-verify": BundleVerification,
  adopt: Adopted,
  audit: AuditJson,
  "audit-batch": AuditBatchJson,
  "audit-tables": ReadTablesJson
}

const schemaText = (schema: Schema.Top): string => {
  const { definitions, schema: root } = Schema.toJsonSchemaDocument(schema)
  const document = { $schema: "https://json-schema.org/draft/2020-12/schema", ...root, $defs: definitions }
  return `${JSON.stringify(document, null, 2).replaceAll("#/definitions/", "#/$defs/")}\n`
}

const fieldTable = (fields: Readonly<Record<string, Field>>): ReadonlyArray<string> => [
  "| 列名 | 同义列名 | 英文列名 | 必填 | 示例 |",
  "| --- | --- | --- | --- | --- |",
  ...Object.values(fields).map(
    (field) =>
      `| ${field.label} | ${field.synonyms.join("、")} | \`${field.id}\` | ${field.required ? "是" : ""} | ${field.example} |`
  )
]

const template = (fields: Readonly<Record<string, Field>>): ReadonlyArray<string> => {
  const quoted = (text: string): string => (text.includes(",") ? `"${text}"` : text)
  const all = Object.values(fields)
  return ["```csv", all.map(({ label }) => label).join(","), all.map(({ example }) => quoted(example)).join(","), "```"]
}

const importsPage = [
  "# 导入文件 · Files to import",
  "",
  "`juesuan import FILE` takes over all rows of a file or none. A file is recognised by its first line; UTF-8 (with or without",
  "byte order mark) and GB 18030 are read; columns may stand in any order, under the heading, a synonym of it or its English",
  "name; enumerations may be written as 中文 or as identifiers. Every faulty row is named with file, line and column. A row that",
  "was imported before is known by its content and changes nothing. `--dry-run` checks and stores nothing.",
  "",
  "## 支付凭证 · vouchers",
  "",
  ...fieldTable(voucherFields),
  "",
  ...template(voucherFields),
  "",
  "## 年初预算 · budgets",
  "",
  ...fieldTable(budgetFields),
  "",
  ...template(budgetFields),
  "",
  "## 记账请求 · requests (JSONL)",
  "",
  "One request a line: `kind` and `data` as for `juesuan record`, and where needed `unit`, `year`, `project`, `actor`, `evidence`,",
  "`commandId`.",
  "",
  "```json",
  '{"kind":"ReasonStated","data":{"occurredOn":"2024-12-31","about":"说明/一","text":"项目减少"},"unit":"001","year":2024,"actor":"预算岗"}',
  "```",
  "",
  "## 导出的日志 · an exported log (JSONL)",
  "",
  "What `juesuan export` wrote, one event a line. It must continue this log exactly; ids and recorded times stay as they are.",
  "",
  "## 年初结转和结余 · opening carry-over, for `juesuan adopt --carryover FILE`",
  "",
  "Amounts in 元 to the 分. Together they have to agree with what was published, within the digits that were printed.",
  "",
  ...fieldTable(carryoverFields),
  "",
  ...template(carryoverFields),
  ""
].join("\n")

const eventsPage = [
  "# 事件种类 · Kinds of events",
  "",
  "`juesuan record KIND --data JSON` accepts every kind, by its name or its 中文 term. Required fields are in bold.",
  "",
  "| 种类 | kind | 属于 | data |",
  "| --- | --- | --- | --- |",
  ...(Object.keys(eventKinds) as ReadonlyArray<EventKind>).map((kind) => {
    const { family, label } = eventKinds[kind]
    const { schema } = Schema.toJsonSchemaDocument(requestSchema(kind))
    const { properties = {}, required = [] } = schema as { properties?: object; required?: ReadonlyArray<string> }
    const fields = Object.keys(properties).map((name) => (required.includes(name) ? `**${name}**` : name))
    return `| ${label} | \`${kind}\` | ${family} | ${fields.join(", ")} |`
  }),
  ""
].join("\n")

describe("参考页与代码一致", () => {
  test.each(Object.keys(answers))("%s 的 JSON Schema", async (name) => {
    await expect(schemaText(answers[name] as Schema.Top)).toMatchFileSnapshot(join(docs, "json", `${name}.schema.json`))
  })
  test("导入文件", async () => {
    await expect(importsPage).toMatchFileSnapshot(join(docs, "imports.md"))
  })
  test("事件种类", async () => {
    await expect(eventsPage).toMatchFileSnapshot(join(docs, "events.md"))
  })
})
