/** 结构规则: what rules over the structure of tables share: their head, and a judgement of every table. */
import type { PublishedDisclosure } from "@juesuan/domain"
import type { CheckRule } from "../../judging/CheckRule.ts"
import { cellsOf, type DocumentTable } from "../../judging/DocumentCells.ts"
import type { Judgement } from "../../judging/Finding.ts"
import { citation } from "./head.ts"

/** A rule over the structure of tables: `identity.structure.<id>`. */
export const rule = (
  head: Pick<CheckRule, "label" | "labelEn" | "severity" | "strength" | "statement"> & { readonly id: string },
  judge: CheckRule["judge"]
): CheckRule => ({
  ...head,
  id: `identity.structure.${head.id}`,
  kind: "identity",
  jurisdiction: "national",
  inForceFrom: "2015-01-01",
  citation,
  judge
})

export const notApplicable = (zh: string, en: string): Judgement => ({ outcome: "not-applicable", reason: { zh, en } })

/** The judgements of every table; that there is none is said. */
export const judgeTables = (
  document: PublishedDisclosure,
  judge: (table: DocumentTable) => ReadonlyArray<Judgement>
): ReadonlyArray<Judgement> => {
  const judgements = cellsOf(document).tables.flatMap(judge)
  return judgements.length > 0 ? judgements : [notApplicable("文件没有这样的表", "the document has no such table")]
}
