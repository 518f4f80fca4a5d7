/** 段落样式: heading level and numbering that a paragraph has by its style. */
import { childNamed, type Element } from "../office/xml.ts"

interface NumberedAs {
  readonly id: string
  readonly level: number
}

export interface ParagraphStyle {
  /** 1 is the highest. */
  readonly heading: number | undefined
  readonly numbered: NumberedAs | undefined
}

const value = (element: Element | undefined, name: string): string | undefined =>
  childNamed(element, name)?.attributes["w:val"]

const headingLevel = (properties: Element | undefined): number | undefined => {
  const level = Number(value(properties, "w:outlineLvl") ?? "9")
  return level >= 0 && level < 9 ? level + 1 : undefined
}

/** Numbering of a paragraph or style; id 0 takes it away. */
const numberedAs = (properties: Element | undefined): Partial<{ id: string; level: string }> => {
  const numbering = childNamed(properties, "w:numPr")
  const id = value(numbering, "w:numId")
  const level = value(numbering, "w:ilvl")
  return { ...(id === undefined ? {} : { id }), ...(level === undefined ? {} : { level }) }
}

const deepest = 20

/** What a paragraph is by its own properties and by its style and those that the style is based on. */
export const styleReader = (styles: ReadonlyArray<Element>): ((properties: Element | undefined) => ParagraphStyle) => {
  const byId = new Map(styles.map((style) => [style.attributes["w:styleId"] ?? "", style]))
  const chainOf = (id: string | undefined): ReadonlyArray<Element> => {
    const chain: Array<Element> = []
    for (let style = byId.get(id ?? ""); style !== undefined && chain.length < deepest; ) {
      chain.push(style)
      style = byId.get(value(style, "w:basedOn") ?? "")
    }
    return chain
  }
  return (properties) => {
    const chain = chainOf(value(properties, "w:pStyle"))
    const all = [properties, ...chain.map((style) => childNamed(style, "w:pPr"))]
    const named = chain
      .map((style) => /^(?:heading|标题)\s*(\d)$/iu.exec(value(style, "w:name") ?? "")?.[1])
      .find((level) => level !== undefined)
    const heading = all.map(headingLevel).find((level) => level !== undefined)
    const id = all.map((each) => numberedAs(each).id).find((each) => each !== undefined)
    const level = all.map((each) => numberedAs(each).level).find((each) => each !== undefined)
    return {
      heading: heading ?? (named === undefined ? undefined : Number(named)),
      numbered: id === undefined || id === "0" ? undefined : { id, level: Number(level ?? "0") }
    }
  }
}
