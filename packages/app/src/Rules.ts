/** 规则: which rules there are, what one says, and whether a file of a user's own rules can be used. */
import type { NamedBytes } from "@juesuan/documents"
import type { Disclosure, Jurisdiction, PublishedDisclosure } from "@juesuan/domain"
import type { CheckRule } from "@juesuan/rules"
import type * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import type { TriedJson } from "./json/rules.ts"

export interface RulesQuestion {
  /** Whose rules; the national ones where no place is named. */
  readonly jurisdiction?: Jurisdiction | undefined
  /** As far as in force in this year; every rule that is held where none is named. */
  readonly year?: number | undefined
}

export interface RulesShape {
  readonly list: (question?: RulesQuestion) => ReadonlyArray<CheckRule>
  /** By id, or by its official name. */
  readonly show: (name: string, question?: RulesQuestion) => Effect.Effect<CheckRule, AppError>
  /** How a user's rules come out on a document, or on books as they would be published. */
  readonly tryOn: (
    file: NamedBytes,
    on: { readonly name: string; readonly document: PublishedDisclosure | Disclosure }
  ) => Effect.Effect<TriedJson, AppError>
  /** The rules of a user's file; with a fault in one, none. */
  readonly read: (file: NamedBytes) => Effect.Effect<ReadonlyArray<CheckRule>, AppError>
}
