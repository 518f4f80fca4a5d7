/** 情况说明的 JSON: the text by section, with every figure that it states, at its address; and what could not be said. */
import type { Figure } from "@juesuan/domain"
import type { ToldClaim, WrittenNarrative } from "@juesuan/rules"
import * as Schema from "effect/Schema"
import type { Answered } from "../Disclosures.ts"
import { cellJson, figureValue } from "./figures.ts"
import { AsOfJson, ScopeJson, Value } from "./values.ts"

const ClaimJson = Schema.Struct({
  /** 地址: `说明/<section>/<claim>`, to be asked about by explain, history and diff. */
  ref: Schema.String,
  label: Schema.String,
  aspect: Schema.Literals([
    "amount",
    "items",
    "share",
    "budget",
    "completion",
    "deviation",
    "change",
    "change-rate",
    "count"
  ]),
  /** As it stands in the text. */
  text: Schema.String,
  /** With its sign, where the text carries it by a verb. */
  value: Value,
  /** 增加, 下降 …. */
  direction: Schema.optionalKey(Schema.String),
  /** The denominator, the budget or the year that is compared with. */
  of: Schema.optionalKey(Schema.String),
  /** Addresses of the figures that it is made of. */
  sources: Schema.Array(Schema.String)
}).annotate({ identifier: "NarrativeClaim", title: "所写的数" })

export const NarrativeJson = Schema.Struct({
  of: ScopeJson,
  asOf: AsOfJson,
  sections: Schema.Array(
    Schema.Struct({
      section: Schema.String,
      /** From the outermost in. */
      headings: Schema.Array(Schema.String),
      paragraphs: Schema.Array(Schema.Struct({ text: Schema.String, claims: Schema.Array(ClaimJson) }))
    })
  ),
  /** What nobody recorded: a figure that the text leaves out, or the reason of one. */
  untold: Schema.Array(
    Schema.Struct({ ref: Schema.String, about: Schema.Literals(["figure", "reason"]), missing: Schema.String })
  )
}).annotate({ identifier: "Narrative", title: "情况说明" })
export type NarrativeJson = typeof NarrativeJson.Type

const sourcesOf = ({ because }: Figure): ReadonlyArray<string> =>
  because._tag === "Derived" ? because.inputs.flatMap(({ ref }) => (ref === "" ? [] : [ref])) : []

const claimJson = ({ cell, claim, figure, ref, text, word }: ToldClaim): typeof ClaimJson.Type => ({
  ref,
  label: figure.label,
  aspect: claim.aspect,
  text,
  value: cell === undefined ? figureValue(figure) : cellJson(cell),
  ...(word === undefined ? {} : { direction: word }),
  ...(claim.of === undefined ? {} : { of: claim.of.name }),
  sources: sourcesOf(figure)
})

/** `juesuan narrative --json`. */
export const narrativeJson = ({
  asOf,
  name,
  narrative,
  scope
}: Answered & { readonly narrative: WrittenNarrative }): NarrativeJson => ({
  of: { ...scope, name },
  asOf,
  sections: narrative.sections.map(({ headings, paragraphs, section }) => ({
    section,
    headings,
    paragraphs: paragraphs.map(({ claims, text }) => ({ text, claims: claims.map(claimJson) }))
  })),
  untold: narrative.untold
})
