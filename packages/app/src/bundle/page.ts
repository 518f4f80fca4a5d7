/** 证据包的网页: the disclosure for a person with a browser and nothing else. Everything is escaped; nothing is loaded, nothing runs. */
import { createHash } from "node:crypto"
import type { TableJson } from "../json/tables.ts"
import type { BundledDisclosure } from "./disclosed.ts"

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Text as HTML; characters that change the direction of text, or that are none, are shown by their number. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/gu, (character) => entities[character] ?? "")
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
      character === "\n"
        ? character
        : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
    )

const style =
  "body{font:16px/1.6 sans-serif;margin:2em;max-width:75em}table{border-collapse:collapse;margin:1em 0}" +
  "th,td{border:1px solid #999;padding:.2em .6em}td.amount{text-align:right}pre{background:#eee;padding:1em;overflow:auto}"
const styleHash = createHash("sha256").update(style).digest("base64")

const rowsOf = ({ columns, rows }: TableJson): string =>
  rows
    .map(({ cells, key, label }) => {
      const amounts = columns.map((column) => `<td class="amount">${escaped(cells[column.label]?.value ?? "")}</td>`)
      return `<tr><td>${escaped(key)}</td><td>${escaped(label)}</td>${amounts.join("")}</tr>`
    })
    .join("\n")

const tableOf = (table: TableJson): string => {
  const heads = table.columns.map(({ label }) => `<th>${escaped(label)}</th>`)
  const notes = table.notes.map((note) => `<p>${escaped(note)}</p>`)
  return [
    `<h2>${escaped(`${table.table} ${table.title}`)}</h2>`,
    `<p>金额单位：${escaped(table.unit)}</p>`,
    `<table><thead><tr><th>代码</th><th>项目</th>${heads.join("")}</tr></thead><tbody>`,
    rowsOf(table),
    `</tbody></table>${notes.join("")}`
  ].join("\n")
}

/** What the page shows beside the disclosure. */
export interface PageFacts {
  readonly checkpoint: string
  readonly events: number
  readonly rules: { readonly ruleSet: string; readonly sha256: string }
  readonly keys: string
}

export const pageOf = ({ of, tables }: BundledDisclosure, { checkpoint, events, keys, rules }: PageFacts): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<title>${escaped(`${of.name} ${of.year} 年度决算证据包`)}</title><style>${style}</style></head><body>
<h1>${escaped(`${of.name}（${of.unit}）${of.year} 年度决算`)}</h1>
<p>由日志中的 ${events} 个事件按规则集 ${escaped(rules.ruleSet)}（${escaped(rules.sha256)}）算出。核验：<code>juesuan bundle verify 文件</code>；
追问：<code>juesuan bundle explain 文件 公开03/合计/项目支出</code>。This page is for reading; <code>juesuan bundle verify FILE</code> proves it.</p>
<h2>检查点</h2><pre>${escaped(checkpoint)}</pre>
<h2>公钥（请与公布的公钥核对）</h2><pre>${escaped(keys)}</pre>
${tables.map(tableOf).join("\n")}
</body></html>
`
