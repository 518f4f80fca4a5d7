/** 说明 as a space of figures: `说明/<section>/<claim>`, every figure that the narrative of a place's form may state. */
import type { NarrativeForm, SectionTemplate } from "../../content/narrative/forms/NarrativeForm.ts"
import { type DefinedRow, DefinedSpace } from "../../FigureSpace.ts"
import type { FigureSource } from "../../formula/evaluate.ts"
import { lazily } from "../../Lazy.ts"
import type { Definition } from "../../Rule.ts"
import { plannedParagraphs } from "./paragraphs.ts"
import type { FigureClaim } from "./FigureClaim.ts"
import type { PlannedParagraph } from "./PlannedParagraph.ts"
import { type NarrativeGround, Topics } from "./Topic.ts"

/** What the addresses of the narrative begin with. */
export const narrativeHead = "说明"

/** A part of a section under its headings. */
interface PlannedPart {
  readonly headings: ReadonlyArray<string>
  readonly paragraphs: ReadonlyArray<PlannedParagraph>
}

export interface NarrativeRow extends DefinedRow {
  readonly parts: ReadonlyArray<PlannedPart>
  readonly claimOf: (column: string) => FigureClaim | undefined
}

/** 一、 of 一、收入支出决算总体情况说明. */
const numeralOf = (heading: string): ReadonlyArray<string> => {
  const numeral = /^[一二三四五六七八九十]+(?=、)/u.exec(heading)?.[0]
  return numeral === undefined ? [] : [numeral]
}

/** What a section states, worked out when one of its figures is first asked for. */
const plannedSection = (
  { headings, parts: templates }: SectionTemplate,
  topics: Topics,
  ground: NarrativeGround
): { readonly parts: ReadonlyArray<PlannedPart>; readonly claims: ReadonlyMap<string, FigureClaim> } => {
  const parts = templates.map(({ heading, paragraphs }) => ({
    headings: heading === undefined ? headings : [...headings, heading],
    paragraphs: paragraphs.flatMap((template) => plannedParagraphs(template, topics, ground))
  }))
  const claims = parts.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.claims))
  return { parts, claims: new Map(claims.map((claim) => [claim.key, claim])) }
}

class SectionRow implements NarrativeRow {
  readonly key: string
  readonly label: string
  readonly names: ReadonlyArray<string>
  readonly #planned: () => ReturnType<typeof plannedSection>

  constructor(template: SectionTemplate, topics: Topics, ground: NarrativeGround) {
    const { headings, section } = template
    this.key = section
    this.label = section
    this.names = [...headings.slice(-1), ...(headings.length === 1 ? headings.flatMap(numeralOf) : [])]
    this.#planned = lazily(() => plannedSection(template, topics, ground))
  }

  get parts(): NarrativeRow["parts"] {
    return this.#planned().parts
  }

  get columns(): NarrativeRow["columns"] {
    return [...this.#planned().claims.values()].map(({ key, names }) => ({ label: key, names }))
  }

  claimOf(column: string): FigureClaim | undefined {
    return this.#planned().claims.get(column)
  }

  define(column: string): Definition | undefined {
    return this.claimOf(column)?.definition
  }

  name(column: string): string {
    return this.claimOf(column)?.label ?? column
  }
}

const rowsOf = (form: NarrativeForm, ground: NarrativeGround): ReadonlyArray<NarrativeRow> => {
  const topics = new Topics(ground)
  return form.sections.map((template) => new SectionRow(template, topics, ground))
}

export const narrativeSpace = (
  form: NarrativeForm,
  ground: () => NarrativeGround,
  source: FigureSource
): DefinedSpace<NarrativeRow> =>
  new DefinedSpace({ head: narrativeHead, names: ["情况说明"] }, () => rowsOf(form, ground()), source)
