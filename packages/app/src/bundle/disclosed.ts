/** 证据包所载的决算: the disclosure of a year as JSON, made the same way when a bundle is written and when it is read. */
import { createHash } from "node:crypto"
import type { Asked } from "../Asking.ts"
import { scoresJson, tableJson } from "../json/figures.ts"

const fingerprint = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex")

/** Which rules a disclosure was made by: the set, and the hash of its content. */
export const rulesOf = ({ derivation: { ruleSet } }: Asked) => ({
  ruleSet: ruleSet.id,
  label: ruleSet.label,
  sha256: fingerprint(ruleSet)
})

/** Every table and every score, as of the end of what is disclosed. */
export const disclosureOf = ({ answered, derivation }: Asked) => {
  const of = { ...answered, asOf: {} }
  const { evaluations, ruleSet, tables } = derivation.disclosure
  return {
    of: { ...answered.scope, name: answered.name },
    tables: tables.map((table) => tableJson(table, of)),
    scores: scoresJson({ ...of, ruleSet, evaluations })
  }
}
export type BundledDisclosure = ReturnType<typeof disclosureOf>

export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
