/** 所有能种的错. */
import { evaluationPlants } from "./evaluations.ts"
import type { Plant } from "./Plant.ts"
import { tablePlants } from "./tables.ts"
import { textPlants } from "./text.ts"

export const plants: ReadonlyArray<Plant> = [...tablePlants, ...textPlants, ...evaluationPlants]
