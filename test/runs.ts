/**
 * R10: how often properties are tried: as often as each says (small, so that `npm test` stays quick), or as PROPERTY_RUNS
 * says for all of them, as the project "properties" of `npm run test:deep` does.
 */
const given = process.env["PROPERTY_RUNS"]

export const runs = (usual: number): number => Number(given ?? usual)

/** A test's time limit in milliseconds, which grows with the runs. */
export const patience = (usual: number) => ({ timeout: given === undefined ? usual : 21_600_000 })
