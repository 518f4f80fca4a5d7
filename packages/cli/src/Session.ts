/** 会话: from the options of a command to the use cases, and from their errors to messages and exit codes. */
import { type AppError, type Category, ReportProgress, storeLayer, useCases } from "@juesuan/app"
import type { AsOf } from "@juesuan/domain"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { ExitCode } from "./ExitCode.ts"
import type { Language } from "./Language.ts"
import { progressOnTerminal } from "./Terminal.ts"

const exitCodes: { readonly [In in Category]: ExitCode } = {
  failure: ExitCode.failure,
  usage: ExitCode.usage,
  notFound: ExitCode.notFound,
  notAllowed: ExitCode.notAllowed,
  conflict: ExitCode.conflict
}

/** The exit code of an error of the use cases. */
export const exitCodeOf = (error: AppError): ExitCode => exitCodes[error.category]

/** An error as people read it: one sentence, then every fault with its place. */
export const errorText = (error: AppError, language: Language): string => {
  const faults = error.issues.map((issue) => `  ${issue.says[language]}`)
  return [`juesuan: ${error.says[language]}`, ...faults].join("\n")
}

/** The services that a command may use. */
export type UseCases = Layer.Success<typeof useCases>

/** Runs with the books open, for questions (`read`) or for recording (`write`), and closes them whatever happens. */
export const withBooks = <A, E>(
  options: { readonly store: string },
  access: "read" | "write",
  language: Language,
  run: Effect.Effect<A, E, UseCases>
): Effect.Effect<A, E | AppError> =>
  run.pipe(
    Effect.provide(Layer.provide(useCases, storeLayer(options.store, { access }))),
    Effect.provideService(ReportProgress, progressOnTerminal(language))
  )

/** The as-of options of a command, only those that were given. */
export const asOfOf = (options: {
  readonly at: number | undefined
  readonly knownAt: string | undefined
  readonly until: string | undefined
}): AsOf => ({
  ...(options.at === undefined ? {} : { at: options.at }),
  ...(options.knownAt === undefined ? {} : { knownAt: options.knownAt }),
  ...(options.until === undefined ? {} : { until: options.until })
})
