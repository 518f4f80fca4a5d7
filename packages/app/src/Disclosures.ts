/** 决算: the published form of the books as of a point: tables, single figures, scores. */
import type { Cell, Disclosure, Figure, Table } from "@juesuan/domain"
import type { CheckRule, WrittenNarrative } from "@juesuan/rules"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import type { Audited } from "./Audits.ts"
import type { AsOfJson } from "./json/values.ts"
import type { Question, Scope } from "./Question.ts"

/** What was asked, settled: the scope that was meant, its official name, the point in time. */
export interface Answered {
  readonly scope: Scope
  readonly name: string
  readonly asOf: AsOfJson
  /** Last log position that was looked at. */
  readonly position: number
}

/** 概览: what `juesuan start` shows. */
export interface Overview extends Answered {
  readonly ruleSet: string
  /** How many events were replayed. */
  readonly events: number
  /** The main figures, as cells of the tables. */
  readonly figures: ReadonlyArray<Cell>
  readonly evaluations: Disclosure["evaluations"]
  /** 收入总计 and 支出总计, each summed on its own. */
  readonly balance: { readonly income: Figure; readonly expenditure: Figure; readonly equal: boolean }
}

export interface DisclosuresShape {
  /** Which unit and year a question means; with none or several in the store and none named, what there is. */
  readonly scope: (question?: Question) => Effect.Effect<Scope, AppError>
  readonly disclosure: (question?: Question) => Effect.Effect<Answered & { readonly disclosure: Disclosure }, AppError>
  /** By id: `公开03`, `03`, or title. */
  readonly table: (id: string, question?: Question) => Effect.Effect<Answered & { readonly table: Table }, AppError>
  /** By address: `公开03/2010306/项目支出`. A wrong address answers with the nearest right ones. */
  readonly figure: (ref: string, question?: Question) => Effect.Effect<Answered & { readonly figure: Figure }, AppError>
  /** Self-evaluations: of every project, or of one, by code or name. */
  readonly scores: (
    question?: Question,
    project?: string
  ) => Effect.Effect<Answered & { readonly ruleSet: string; readonly evaluations: Disclosure["evaluations"] }, AppError>
  /** 情况说明 from the tables, last year's figures and the reasons that were stated. */
  readonly narrative: (
    question?: Question
  ) => Effect.Effect<Answered & { readonly narrative: WrittenNarrative }, AppError>
  /** 自查: what the books print, judged by every rule that judges a published file. */
  readonly check: (question?: Question, rules?: ReadonlyArray<CheckRule>) => Effect.Effect<Answered & Audited, AppError>
  readonly overview: (question?: Question) => Effect.Effect<Overview, AppError>
}

export class Disclosures extends Context.Service<Disclosures, DisclosuresShape>()("juesuan/Disclosures") {}
