/** 网页的树: parse5's tree of a page within limits, and what of it a reader of the page sees. */
import * as Result from "effect/Result"
import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser } from "parse5"
import { readingLimits } from "../reading-limits.ts"

export type Node = DefaultTreeAdapterMap["node"]
export type Element = DefaultTreeAdapterMap["element"]

const { chunk, depth: deepest, attributes: mostAttributes, elements: mostElements } = readingLimits.page

/** Thrown by the tree that is being built, to stop the parser. */
class TooMuch extends Error {}

/** parse5's tree, counted as it grows. Of the place of a node it keeps the line it begins on. */
const counted = (): typeof defaultTreeAdapter => {
  let depth = 0
  let elements = 0
  return {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      elements += 1
      if (elements > mostElements || attributes.length > mostAttributes) throw new TooMuch()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush: () => {
      depth += 1
      if (depth > deepest) throw new TooMuch()
    },
    onItemPop: () => {
      depth -= 1
    },
    setNodeSourceCodeLocation: (node, location) => {
      Object.assign(node, { line: location?.startLine })
    },
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => {}
  }
}

/** The tree of a page; a page that grows without end, to wear the parser out, is a failure. */
export const treeOf = (html: string): Result.Result<DefaultTreeAdapterMap["document"], "too-much"> => {
  const parser = new Parser<DefaultTreeAdapterMap>({ treeAdapter: counted(), sourceCodeLocationInfo: true })
  try {
    for (let at = 0; at < html.length; at += chunk) {
      parser.tokenizer.write(html.slice(at, at + chunk), at + chunk >= html.length)
      const token = parser.tokenizer["currentToken"]
      if (token !== null && "attrs" in token && token.attrs.length > mostAttributes) throw new TooMuch()
    }
    return Result.succeed(parser.document)
  } catch (thrown) {
    if (thrown instanceof TooMuch) return Result.fail("too-much")
    throw thrown
  }
}

export const isElement = (node: Node): node is Element => "tagName" in node

export const childrenOf = (node: Node): ReadonlyArray<Node> => ("childNodes" in node ? node.childNodes : [])

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

/** The line on which a node begins; an element that the page does not spell out (tbody) has none. */
export const lineOf = (node: Node & { readonly line?: number }): number => node.line ?? 1

const unseen = new Set(["head", "script", "style", "template", "noscript", "datalist", "option", "svg", "math"])

/** Whether a reader of the page does not see the element. */
export const isHidden = (element: Element): boolean => {
  if (unseen.has(element.tagName) || attribute(element, "hidden") !== undefined) return true
  return /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$))/iu.test(
    attribute(element, "style") ?? ""
  )
}

const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " "
  )
)

/** Whether the text of an element stands on lines of its own. */
export const isBlock = ({ tagName }: Element): boolean => blocks.has(tagName)

/** Elements below `node` with one of the names, not looking into those in `within`. */
export const found = (node: Node, names: ReadonlySet<string>, within: ReadonlySet<string>): ReadonlyArray<Element> =>
  childrenOf(node).flatMap((child) => {
    if (!isElement(child) || isHidden(child)) return []
    if (names.has(child.tagName)) return [child]
    return within.has(child.tagName) ? [] : found(child, names, within)
  })
