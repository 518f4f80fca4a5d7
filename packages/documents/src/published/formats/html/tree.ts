/** 网页的树: parse5's tree of a page within limits, and what of it a reader of the page sees. */
import * as Result from "effect/Result"
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from "parse5"

export type Node = DefaultTreeAdapterMap["node"]
export type Element = DefaultTreeAdapterMap["element"]

const deepest = 512
const mostElements = 1_000_000

/** Thrown by the tree that is being built, to stop the parser. */
class TooDeep extends Error {}

/** The tree of a page; a page that nests without end, to wear the parser out, is a failure. */
export const treeOf = (html: string): Result.Result<DefaultTreeAdapterMap["document"], "too-deep"> => {
  let depth = 0
  let elements = 0
  const bounded = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1
      elements += 1
      if (depth > deepest || elements > mostElements) throw new TooDeep()
    },
    onItemPop: () => {
      depth -= 1
    }
  }
  try {
    return Result.succeed(parse(html, { treeAdapter: bounded, sourceCodeLocationInfo: true }))
  } catch (thrown) {
    if (thrown instanceof TooDeep) return Result.fail("too-deep")
    throw thrown
  }
}

export const isElement = (node: Node): node is Element => "tagName" in node

export const childrenOf = (node: Node): ReadonlyArray<Node> => ("childNodes" in node ? node.childNodes : [])

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

export const lineOf = (node: Node): number => node.sourceCodeLocation?.startLine ?? 1

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
