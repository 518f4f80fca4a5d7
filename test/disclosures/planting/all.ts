/** 所有能种的错. */
import { evaluationPlants } from "./evaluations.ts"
import type { Plant } from "./Plant.ts"
import { tablePlants } from "./tables.ts"
import { textPlants } from "./text.ts"

export const plants: ReadonlyArray<Plant> = [...tablePlants, ...textPlants, ...evaluationPlants]

/** Kinds that the audit does not always find yet, or that are a matter of taste: docs/assurance.md says how often it does. */
export const notAlwaysFound: ReadonlySet<string> = new Set([
  "wrong-direction",
  "unchanged-though-changed",
  "template-leftover",
  "wrong-year",
  "zero-base-with-rate",
  "list-with-item-more",
  "vehicle-count",
  "wrong-denominator",
  "missing-row"
])
