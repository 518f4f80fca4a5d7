/** 追溯: why a figure is what it is, how it came to be, what moved it, and what an event feeds. */
import type { AsOf } from "@juesuan/domain"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import type { PageOptions } from "./Books.ts"
import type { DiffJson, EventsOfFigure, ExplanationJson, FedBy, HistoryJson } from "./json/explanations.ts"
import type { AskedScope, Question } from "./Question.ts"

export interface ExplanationsShape {
  /** The tree down to its leaves, with the first hundred events of each. */
  readonly explain: (ref: string, question?: Question) => Effect.Effect<ExplanationJson, AppError>
  /** All events behind a figure, or, with a leaf's `next`, those of that leaf from there on. */
  readonly eventsOf: (ref: string, question?: Question, page?: PageOptions) => Effect.Effect<EventsOfFigure, AppError>
  /** Every event that changed a figure, in the order of the log, with the value after. */
  readonly history: (ref: string, question?: Question, page?: PageOptions) => Effect.Effect<HistoryJson, AppError>
  /** The figures that differ between two points, and the events that moved them. */
  readonly diff: (from: AsOf, to: AsOf, scope?: AskedScope) => Effect.Effect<DiffJson, AppError>
  /** The figures that an event feeds, by event id or log position. */
  readonly fedBy: (event: string, question?: Question) => Effect.Effect<FedBy, AppError>
}

export class Explanations extends Context.Service<Explanations, ExplanationsShape>()("juesuan/Explanations") {}
