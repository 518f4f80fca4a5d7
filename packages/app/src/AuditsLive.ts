/** 审核 over files alone: no books are opened. */
import { type Fault, type NamedBytes, readDisclosure } from "@juesuan/documents"
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { AppError } from "./AppError.ts"
import { type Audited, type AuditOptions, Audits, type AuditsShape } from "./Audits.ts"
import { auditReportOf, rulesOf } from "./AuditReports.ts"
import { issueOf } from "./ImportFaults.ts"

const unreadable = (files: ReadonlyArray<NamedBytes>, faults: ReadonlyArray<Fault>): AppError => {
  const names = files.map(({ name }) => name).join("、")
  return new AppError({
    category: "failure",
    code: "DocumentUnreadable",
    details: { files: files.map(({ name }) => name), faults: faults.length },
    issues: faults.map(issueOf),
    says: {
      zh: `${names} 读不了，没有审核任何内容。`,
      en: `${names} cannot be read; nothing was audited.`
    }
  })
}

const read: AuditsShape["read"] = (files) =>
  Effect.flatMap(
    Effect.promise(() => readDisclosure(files)),
    (result) =>
      Result.isFailure(result) ? Effect.fail(unreadable(files, result.failure)) : Effect.succeed(result.success)
  )

const audit: AuditsShape["audit"] = (files, options = {}) =>
  Effect.map(read(files), (disclosure) => judged(disclosure, options))

/** What was read, judged. */
export const judged = (disclosure: PublishedDisclosure, options: AuditOptions): Audited => ({
  disclosure,
  report: auditReportOf(disclosure, rulesOf(options.jurisdiction, disclosure), options)
})

/** @example Effect.runPromise(Effect.flatMap(Audits, ({ audit }) => audit(files)).pipe(Effect.provide(auditing))) */
export const auditing: Layer.Layer<Audits> = Layer.succeed(Audits, { read, audit })
