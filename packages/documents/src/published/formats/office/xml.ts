/**
 * XML 部件: parts of an office file as small trees, one after the other, so that a large part is never in memory whole.
 * A DOCTYPE is refused, entities other than XML's own are no XML, and depth and size are bounded.
 */
import * as Result from "effect/Result"
import { SaxesParser } from "saxes"
import type { Fault } from "../../../read/Fault.ts"
import { readingLimits } from "../reading-limits.ts"
import { type RefusalReason, refused } from "../refusals.ts"

/** An element; `text` is its own text, in `children` its elements in order. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Array<Element>
  text: string
}

/** Why reading a part stops; one that is given the units may throw it as well. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(reason)
    this.reason = reason
  }
}

const { attributes: mostAttributes, depth: deepest, elements: mostElements, kept: mostKept } = readingLimits.xml
const chunk = 256 * 1024

export interface XmlReading {
  /** Names of elements that are given one by one, as soon as each is complete. Those within one of them stay in it. */
  readonly units: ReadonlySet<string>
  readonly onUnit: (unit: Element) => void
  /** Whether whoever is given the units keeps them all; else each is dropped when the next one comes. */
  readonly keepsAll?: boolean
  /** Names of elements that say nothing to the reader, left out with all they hold. */
  readonly without?: ReadonlySet<string>
  /** Whether names are taken without their prefix. */
  readonly bareNames?: boolean
}

const decoderOf = (bytes: Uint8Array) => {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8"
  return new TextDecoder(encoding, { fatal: true })
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1)

/** Counts what a part holds: all its elements and those in memory at once, the depth, the attributes of one. */
class Counter {
  depth = 0
  attributes = 0
  #elements = 0
  #kept = 0

  open(): void {
    this.depth += 1
    this.#elements += 1
    this.attributes = 0
    if (this.depth > deepest) throw new Refusal("XmlHostile")
    if (this.#elements > mostElements) throw new Refusal("ReadingTooMuch")
  }

  attribute(): void {
    this.attributes += 1
    if (this.attributes > mostAttributes) throw new Refusal("XmlHostile")
  }

  keep(isFirst: boolean): void {
    this.#kept = isFirst ? 1 : this.#kept + 1
    if (this.#kept > mostKept) throw new Refusal("ReadingTooMuch")
  }
}

const parser = ({ bareNames = false, keepsAll = false, onUnit, units, without }: XmlReading): SaxesParser => {
  const sax = new SaxesParser()
  const open: Array<Element> = []
  const counter = new Counter()
  /** The depth of the element that is being left out. */
  let leavingOut: number | undefined
  sax.on("doctype", () => {
    throw new Refusal("XmlHostile")
  })
  sax.on("error", () => {
    throw new Refusal("FileDamaged")
  })
  sax.on("attribute", () => counter.attribute())
  sax.on("opentag", (tag) => {
    counter.open()
    const name = bareNames ? bare(tag.name) : tag.name
    if (leavingOut !== undefined || (open.length === 0 && !units.has(name))) return
    if (without?.has(name) === true) {
      leavingOut = counter.depth
      return
    }
    counter.keep(open.length === 0 && !keepsAll)
    const element: Element = { name, attributes: tag.attributes, children: [], text: "" }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string): void => {
    const element = leavingOut === undefined ? open.at(-1) : undefined
    if (element !== undefined) element.text += text
  }
  sax.on("text", addText)
  sax.on("cdata", addText)
  sax.on("closetag", () => {
    counter.depth -= 1
    if (leavingOut !== undefined) {
      if (counter.depth < leavingOut) leavingOut = undefined
      return
    }
    const element = open.pop()
    if (element !== undefined && open.length === 0) onUnit(element)
  })
  return sax
}

/** Reads a part; what `onUnit` was given before a fault was found is the caller's to drop. */
export const readXml = (
  file: string,
  name: string,
  bytes: Uint8Array,
  reading: XmlReading
): Result.Result<void, Fault> => {
  const decoder = decoderOf(bytes)
  const sax = parser(reading)
  try {
    for (let at = 0; at < bytes.length; at += chunk) {
      sax.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }))
    }
    sax.write(decoder.decode())
    sax.close()
    return Result.succeed(undefined)
  } catch (thrown) {
    return Result.fail(refused(file, thrown instanceof Refusal ? thrown.reason : "FileDamaged", name))
  }
}

export const childrenNamed = (element: Element | undefined, name: string): ReadonlyArray<Element> =>
  element?.children.filter((child) => child.name === name) ?? []

export const childNamed = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name)
