/**
 * 说明的主语: what the narrative calls a figure, and which figure of the tables it is, by meaning. The first name is the one
 * that we write; the others are read too. Names are compared without brackets, quotes, years and “本部门”.
 */
import { cellAddress } from "@juesuan/domain"
import type { SectionKind } from "../sections.ts"

export interface SubjectDefinition {
  readonly id: string
  /** As we write it. */
  readonly name: string
  /** As others write it. */
  readonly read: RegExp
  /** In which sections the name means this; `everywhere` where it can mean nothing else. */
  readonly sections: ReadonlyArray<SectionKind> | "everywhere"
  /** Cells that hold the figure, by meaning; several are added. Empty: no table holds it. */
  readonly cells: ReadonlyArray<string>
  /** Other cells that hold what the name means where writers differ; each a sum, as `cells` is. */
  readonly otherwise?: ReadonlyArray<ReadonlyArray<string>>
  /** What writers who use the name loosely may mean; a figure that agrees with it is worth a word, no error. */
  readonly loosely?: ReadonlyArray<string>
  /** 预算数 of the same figure, where a table holds it. */
  readonly budget?: string
}

/** 公开01: the cell of a row in a column of the summary of income and expenditure. */
export const summary = (row: string, column: string): string => cellAddress("income-expenditure-summary", row, column)
