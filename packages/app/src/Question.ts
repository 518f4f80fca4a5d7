/** 提问: which books a question is about, and as of when. */
import type { AsOf } from "@juesuan/domain"
import * as Context from "effect/Context"

/** 范围, as asked: unit and year may be left out where the store holds only one. */
export interface AskedScope {
  readonly unit?: string | undefined
  readonly year?: number | undefined
}

/** 范围, settled: one fiscal year of one unit. */
export interface Scope {
  readonly unit: string
  readonly year: number
}

/** What every question carries. */
export interface Question {
  readonly scope?: AskedScope | undefined
  readonly asOf?: AsOf | undefined
}

/** 进度 of long work, in events or rows. */
export interface ProgressReport {
  readonly work: "replay" | "import" | "export"
  readonly done: number
  readonly total: number
}

/** Where long work reports to; nowhere, unless somebody provides a place. */
export const ReportProgress = Context.Reference<(report: ProgressReport) => void>("juesuan/ReportProgress", {
  defaultValue: () => () => undefined
})
