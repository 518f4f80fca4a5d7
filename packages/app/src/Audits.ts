/** 审核: a published disclosure, from the bytes of its files, judged by every rule of its place and year. */
import type { NamedBytes } from "@juesuan/documents"
import type { Jurisdiction, PublishedDisclosure } from "@juesuan/domain"
import type { AuditReport, CheckRule } from "@juesuan/rules"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"

export interface AuditOptions {
  /** Whose rules apply; without it those of the place that the unit's name begins with, else the national ones. */
  readonly jurisdiction?: Jurisdiction | undefined
  /** Rules of a user's own, beside those that are held. */
  readonly rules?: ReadonlyArray<CheckRule> | undefined
  /** The disclosure of the year before, where it is at hand. */
  readonly previous?: PublishedDisclosure | undefined
}

/** What was read, and what the rules say of it. */
export interface Audited {
  readonly disclosure: PublishedDisclosure
  readonly report: AuditReport
}

export interface AuditsShape {
  /** What the files of one disclosure state, unjudged. */
  readonly read: (files: ReadonlyArray<NamedBytes>) => Effect.Effect<PublishedDisclosure, AppError>
  /** Audits the files of one disclosure: text in one and tables in another are one. */
  readonly audit: (files: ReadonlyArray<NamedBytes>, options?: AuditOptions) => Effect.Effect<Audited, AppError>
}

export class Audits extends Context.Service<Audits, AuditsShape>()("juesuan/Audits") {}
