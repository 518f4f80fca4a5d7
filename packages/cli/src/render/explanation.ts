/** 理由树: a figure and everything below it, one node a line, leaves with their events. */
import type { ExplanationJson, LeafEvent } from "@juesuan/app"
import { eventKinds, isEventKind } from "@juesuan/domain"
import type { Wording } from "../Language.ts"
import { valueText } from "./values.ts"

/** So many inputs are shown whatever they are. */
const fewInputs = 3

export interface TreeOptions {
  /** How many events of a leaf are listed. */
  readonly events: number
  /** How deep the tree is followed; below, nodes are only named. */
  readonly depth: number
  /** Also unfold what is zero; else zeros that stand beside other inputs are only counted. */
  readonly zeros: boolean
}

/** The official term of an event's kind. */
export const kindText = (type: string): string => (isEventKind(type) ? eventKinds[type].label : type)

const eventLine = (event: LeafEvent): string =>
  `${event.occurredOn}  ${kindText(event.type)}${event.amount === undefined ? "" : `  ${event.amount} 元`}  ${event.event}`

const citationText = (
  citation: { readonly document: string; readonly article?: string; readonly verified: boolean },
  t: Wording
): string =>
  `〔${citation.document}${citation.article === undefined ? "" : ` ${citation.article}`}${citation.verified ? "" : t("，待核", ", unverified")}〕`

const reasonLines = (node: ExplanationJson, t: Wording, options: TreeOptions): ReadonlyArray<string> => {
  const { because } = node
  switch (because.kind) {
    case "derived":
      return [`⇐ ${because.formula}  ${citationText(because.citation, t)}`]
    case "given":
      return [`⇐ ${t("参数", "parameter")}  ${citationText(because.citation, t)}`]
    case "recorded": {
      if (because.count === 0) return [`⇐ ${t("没有事件", "no events")}`]
      const total =
        because.total === null ? "" : t(`，合计 ${because.total.exact} 元`, `, together ${because.total.exact} 元`)
      const shown = because.events.slice(0, options.events)
      const more = because.count - shown.length
      return [
        `⇐ ${t(`${because.count} 个事件`, `${because.count} events`)}${total}`,
        ...shown.map((event) => `  · ${eventLine(event)}`),
        ...(more > 0
          ? [`  · ${t(`……另有 ${more} 个（--events 列出更多）`, `… ${more} more (--events lists more)`)}`]
          : [])
      ]
    }
  }
}

/** Zero, or blank because it is zero. */
const isZero = ({ value }: ExplanationJson): boolean =>
  value === null || ("exact" in value && /^-?0(\.0+)?$/u.test(value.exact))

/** The inputs that are unfolded, and how many zeros are only counted. */
const unfolded = (node: ExplanationJson, { zeros }: TreeOptions) => {
  const inputs = node.because.kind === "derived" ? node.because.inputs : []
  const shown = zeros || inputs.length <= fewInputs ? inputs : inputs.filter((input) => !isZero(input))
  return { shown, hidden: inputs.length - shown.length }
}

/** The tree as lines. A figure that was explained above is named again, not repeated. */
export const explanationLines = (root: ExplanationJson, t: Wording, options: TreeOptions): ReadonlyArray<string> => {
  const lines: Array<string> = []
  const seen = new Set<string>()
  const visit = (node: ExplanationJson, prefix: string, childPrefix: string, depth: number): void => {
    lines.push(`${prefix}${node.label} = ${valueText(node.value, t)}${node.ref === "" ? "" : `  [${node.ref}]`}`)
    const known = node.ref !== "" && seen.has(node.ref)
    seen.add(node.ref)
    if (known || depth > options.depth) {
      lines.push(`${childPrefix}  ${known ? t("见上", "see above") : "…"}`)
      return
    }
    const { hidden, shown: inputs } = unfolded(node, options)
    const bar = inputs.length > 0 ? "│ " : "  "
    for (const line of reasonLines(node, t, options)) lines.push(`${childPrefix}${bar}${line}`)
    if (hidden > 0)
      lines.push(
        `${childPrefix}${bar}${t(`（另有 ${hidden} 项为零，--zeros 列出）`, `(${hidden} more are zero; --zeros lists them)`)}`
      )
    inputs.forEach((input, at) => {
      const last = at === inputs.length - 1
      visit(input, `${childPrefix}${last ? "└─ " : "├─ "}`, `${childPrefix}${last ? "   " : "│  "}`, depth + 1)
    })
  }
  visit(root, "", "", 0)
  return lines
}
