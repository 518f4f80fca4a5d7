/** 规则文件: a YAML file of rules as nodes with their places; what is no such file is told by line and column. */
import type { NodePosition, RuleNode, TextNode } from "@juesuan/rules"
import * as Result from "effect/Result"
import type { LineCounter, Node, Pair, YAMLMap } from "yaml"
import { decodeText } from "./decode-text.ts"
import { type Fault, fault, type Says } from "./Fault.ts"

/** How long a rule file may be; a thousand rules are a tenth of it. */
const largest = 1 << 20

const shape: Says = {
  zh: "一列规则，每条写“编号、名称、公式”，可写“级别、依据”",
  en: "a list of rules, each with id, label and formula, and where wanted severity and citation"
}

/** The library is loaded when a rule file is read, not before. */
type Yaml = typeof import("yaml")

class Reader {
  readonly faults: Array<Fault> = []
  readonly #yaml: Yaml
  readonly #file: string
  readonly #text: string
  readonly #lines: LineCounter

  constructor(yaml: Yaml, file: string, text: string, lines: LineCounter) {
    this.#yaml = yaml
    this.#file = file
    this.#text = text
    this.#lines = lines
  }

  at(offset: number): NodePosition {
    const { col, line } = this.#lines.linePos(offset)
    return { line, column: col }
  }

  object(offset: number, what: Says, expected: Says): void {
    const { column, line } = this.at(offset)
    const said = { zh: `第 ${column} 列，${what.zh}`, en: `column ${column}, ${what.en}` }
    this.faults.push(fault({ file: this.#file, line }, "RuleFileMalformed", said, { expected }))
  }

  /** A text as it stands: a quoted one begins behind its mark, a block on the line below its sign. */
  text(node: unknown, offset: number): TextNode {
    if (!this.#yaml.isScalar(node)) {
      this.object(offset, { zh: "这里不是文字", en: "this is no text" }, { zh: "一行文字", en: "a text" })
      return { text: "", position: this.at(offset) }
    }
    const start = node.range?.[0] ?? offset
    const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value ?? ""))
    if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
      const below = this.#text.indexOf("\n", start) + 1
      const indent = /^ */u.exec(this.#text.slice(below))?.[0].length ?? 0
      return { text, position: this.at(below + indent), indent: indent + 1 }
    }
    const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE"
    return { text, position: this.at(isQuoted ? start + 1 : start) }
  }

  rule(map: YAMLMap): RuleNode {
    const start = map.range?.[0] ?? 0
    const entries = (map.items as ReadonlyArray<Pair<Node, Node>>).map(({ key, value }) => ({
      key: this.text(key, key.range?.[0] ?? start),
      value: this.text(value, value?.range?.[0] ?? key.range?.[1] ?? start)
    }))
    return { position: this.at(start), entries }
  }

  rules(contents: unknown): ReadonlyArray<RuleNode> {
    const { isMap, isNode, isSeq } = this.#yaml
    const list = isMap(contents) ? (contents.get("rules", true) ?? contents.get("规则", true)) : contents
    if (!isSeq(list)) {
      this.object(0, { zh: "文件里没有规则", en: "the file holds no rules" }, shape)
      return []
    }
    return list.items.flatMap((item) => {
      if (isMap(item)) return [this.rule(item)]
      const offset = isNode(item) ? (item.range?.[0] ?? 0) : 0
      this.object(offset, { zh: "这一项不是规则", en: "this item is no rule" }, shape)
      return []
    })
  }
}

/**
 * The rules of a file as nodes.
 *
 * @example await readRuleFile("rules.yaml", bytes) // Result.succeed([{ position: { line: 1, column: 3 }, entries: […] }])
 */
export const readRuleFile = async (
  file: string,
  bytes: Uint8Array
): Promise<Result.Result<ReadonlyArray<RuleNode>, ReadonlyArray<Fault>>> => {
  if (bytes.length > largest) {
    const what = { zh: "规则文件过大", en: "the rule file is too large" }
    return Result.fail([
      fault({ file }, "RuleFileTooLarge", what, { expected: { zh: "不超过 1 MiB", en: "at most 1 MiB" } })
    ])
  }
  const decoded = decodeText(file, bytes)
  if (Result.isFailure(decoded)) return Result.fail([decoded.failure])
  const yaml = await import("yaml")
  const lines = new yaml.LineCounter()
  const document = yaml.parseDocument(decoded.success.text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false
  })
  const reader = new Reader(yaml, file, decoded.success.text, lines)
  for (const { message, pos } of document.errors) {
    reader.object(
      pos[0],
      { zh: `不是完整的 YAML（${message}）`, en: `this is no well-formed YAML (${message})` },
      shape
    )
  }
  const nodes = reader.faults.length > 0 ? [] : reader.rules(document.contents)
  return reader.faults.length > 0 ? Result.fail(reader.faults) : Result.succeed(nodes)
}
