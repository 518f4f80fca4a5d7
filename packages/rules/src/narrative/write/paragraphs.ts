/** 段: from a template of the form to what its paragraphs state over the books. */
import type { ParagraphTemplate } from "../../content/narrative/forms/NarrativeForm.ts"
import { items } from "./basic-expenditure.ts"
import { fund, structure } from "./by-code.ts"
import { assets, performance } from "./counted.ts"
import { execution, threePublic } from "./execution.ts"
import { figures, parts, supplierSizes } from "./figures.ts"
import type { PlannedParagraph } from "./PlannedParagraph.ts"
import type { NarrativeGround, Topics } from "./Topic.ts"

/** The paragraphs of a template over the books. */
export const plannedParagraphs = (
  template: ParagraphTemplate,
  topics: Topics,
  ground: NarrativeGround
): ReadonlyArray<PlannedParagraph> => {
  switch (template.kind) {
    case "figures":
      return figures(template, topics)
    case "parts":
      return parts(template, topics)
    case "structure":
      return structure(template, topics)
    case "execution":
      return execution(template, topics)
    case "items":
      return items(template, topics, ground)
    case "fund":
      return fund(template, topics, ground)
    case "three-public":
      return threePublic(template, topics)
    case "supplier-sizes":
      return supplierSizes(template, topics)
    case "assets":
      return assets(ground)
    case "performance":
      return performance(ground)
  }
}
