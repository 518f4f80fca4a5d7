/**
 * 写说明: the narrative of a year's books by the form of its place, with the figures that it states, each at its address, and
 * what could not be said because nobody recorded it. Nothing is made up.
 */
import type { PublishedParagraph } from "@juesuan/domain"
import type { DefinedSpace } from "../../FigureSpace.ts"
import { type NarrativeRow } from "./narrativeSpace.ts"
import { Telling, type TellingSource, type ToldClaim, type Untold } from "./Telling.ts"

/** 段: its words, and the figures that they state. */
export interface WrittenParagraph {
  readonly text: string
  readonly claims: ReadonlyArray<ToldClaim>
}

/** 节 or a part of one, under its headings from the outermost in. */
export interface WrittenSection {
  readonly section: string
  readonly headings: ReadonlyArray<string>
  readonly paragraphs: ReadonlyArray<WrittenParagraph>
}

/** 情况说明. */
export interface WrittenNarrative {
  readonly sections: ReadonlyArray<WrittenSection>
  readonly untold: ReadonlyArray<Untold>
}

/**
 * 情况说明 over the figures of its space. Read back by `readNarrative` it states exactly the claims that are listed with it.
 */
export const writeNarrative = (space: DefinedSpace<NarrativeRow>, source: TellingSource): WrittenNarrative => {
  const untold = new Map<string, Untold>()
  const sections = space.rows.flatMap(({ key, parts }) =>
    parts.flatMap(({ headings, paragraphs }): ReadonlyArray<WrittenSection> => {
      const written = paragraphs.flatMap(({ tell }) => {
        const telling = new Telling(key, space, source)
        const text = tell(telling)
        for (const one of telling.untold) untold.set(`${one.ref} ${one.about}`, one)
        return text === undefined ? [] : [{ text, claims: telling.told }]
      })
      return written.length === 0 ? [] : [{ section: key, headings, paragraphs: written }]
    })
  )
  return { sections, untold: [...untold.values()] }
}

/** The written narrative as paragraphs of a published disclosure. */
export const narrativeParagraphs = ({ sections }: WrittenNarrative): ReadonlyArray<PublishedParagraph> =>
  sections.flatMap(({ headings, paragraphs }) => paragraphs.map(({ text }) => ({ headings, text, place: {} })))
