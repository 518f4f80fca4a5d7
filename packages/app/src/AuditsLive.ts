/** 审核 over files alone: no books are opened. */
import { type Fault, type NamedBytes, readDisclosure } from "@juesuan/documents"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { AppError } from "./AppError.ts"
import { type Audited, type AuditOptions, Audits } from "./Audits.ts"
import { auditReportOf } from "./AuditReports.ts"
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

const audit = (files: ReadonlyArray<NamedBytes>, options: AuditOptions = {}): Effect.Effect<Audited, AppError> =>
  Effect.gen(function* () {
    const read = yield* Effect.promise(() => readDisclosure(files))
    if (Result.isFailure(read)) return yield* Effect.fail(unreadable(files, read.failure))
    const disclosure = read.success
    return { disclosure, report: auditReportOf(disclosure, options.jurisdiction ?? "national", options.rules) }
  })

/** @example Effect.runPromise(Effect.flatMap(Audits, ({ audit }) => audit(files)).pipe(Effect.provide(auditing))) */
export const auditing: Layer.Layer<Audits> = Layer.succeed(Audits, { audit })
