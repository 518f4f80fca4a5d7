/**
 * 情况说明的写法 as data: the sections of a place's form in order, and in each what its paragraphs state, by the ids of the
 * subjects. What a subject is called and which cell holds it is said once, in `subjects.ts`, for writing and for reading.
 */
import type { ThreePublicCount } from "@juesuan/domain"

/** 预算口径 of a completion rate. */
export type BudgetOf = "initial" | "full-year"

export const budgetNames: Readonly<Record<BudgetOf, string>> = { initial: "年初预算", "full-year": "全年预算" }

export type ParagraphTemplate =
  /** Figures of the year, the first perhaps with its share of something, then what changed against last year, with the reason. */
  | { readonly kind: "figures"; readonly subjects: ReadonlyArray<string>; readonly shareOf?: string }
  /** A whole with its parts; with their shares where `shares` says so. A part without an amount is left out. */
  | {
      readonly kind: "parts"
      readonly whole: string
      readonly parts: ReadonlyArray<string>
      readonly shares: boolean
    }
  /** 各类 of the general public budget with their shares. */
  | { readonly kind: "structure"; readonly whole: string }
  /** 年初预算, 决算, 完成率 and change of the general public budget in total and of every 类 or 项. */
  | { readonly kind: "execution"; readonly whole: string; readonly by: "class" | "item" }
  /** A part of basic expenditure with the 款 that have an amount. */
  | { readonly kind: "items"; readonly subject: string; readonly part: "personnel" | "public-use" }
  /** A budget of its own: that there is nothing, or its amounts with those of every 类. */
  | {
      readonly kind: "fund"
      readonly nothing: string
      readonly subjects: ReadonlyArray<string>
      readonly spent: string
      readonly parts: ReadonlyArray<string>
      readonly fund: "government-fund" | "state-capital"
    }
  /** 预算, 决算, 完成率 and change of an item of “三公”经费, then what was counted for it. */
  | {
      readonly kind: "three-public"
      readonly subject: string
      readonly budget: BudgetOf
      readonly counts: ReadonlyArray<ThreePublicCount>
    }
  /** Contracts with 中小企业 as a share of the total, with 小微企业 as a share of what the place takes it of. */
  | { readonly kind: "supplier-sizes"; readonly whole: string; readonly smallAndMicroOf: string }
  /** 车辆 by kind and large equipment at the end of the year. */
  | { readonly kind: "assets" }
  /** 自评: projects, their funds by budget, and how many have which grade. */
  | { readonly kind: "performance" }

/** A part of a section under a heading of its own; without one it stands under the heading of the section. */
interface PartTemplate {
  readonly heading?: string
  readonly paragraphs: ReadonlyArray<ParagraphTemplate>
}

/** 节: `说明/<section>/…` is the address of what it states. */
export interface SectionTemplate {
  readonly section: string
  readonly headings: ReadonlyArray<string>
  readonly parts: ReadonlyArray<PartTemplate>
}

/** 情况说明 as a place wants it. */
export interface NarrativeForm {
  /** Stable: `national`, `shanghai`. */
  readonly id: string
  readonly sections: ReadonlyArray<SectionTemplate>
}
