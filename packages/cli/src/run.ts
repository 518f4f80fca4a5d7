/** Runs one command line: the tree of commands, the language of its help, and the exit code of what happened. */
import { AppError } from "@juesuan/app"
import * as Cause from "effect/Cause"
import type { CliError } from "effect/cli/CliError"
import * as CliConfig from "effect/cli/CliConfig"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as GlobalFlag from "effect/cli/GlobalFlag"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import { ExitCode } from "./ExitCode.ts"
import { cliErrorText, presenter } from "./Help.ts"
import type { Language } from "./Language.ts"
import { takeLeavingCode } from "./Leaving.ts"
import { errorText, exitCodeOf } from "./Session.ts"
import { endQuietlyWithReader } from "./Terminal.ts"
import { treeFor } from "./Tree.ts"
import { version } from "./Version.ts"

type Failure = AppError | CliError

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** What an error of the command line itself says, and how to go on. */
const sayUsage = (error: CliError, language: Language): ExitCode => {
  const errors = error._tag === "ShowHelp" ? error.errors : [error]
  if (errors.length === 0) return ExitCode.fine
  for (const fault of errors) say(`juesuan: ${cliErrorText(fault, language)}`)
  const path = error._tag === "ShowHelp" ? error.commandPath.join(" ") : "juesuan"
  say(language === "zh" ? `用法见 ${path} --help` : `See ${path} --help`)
  return ExitCode.usage
}

const exitCodeAfter = (exit: Exit.Exit<void, Failure>, language: Language): ExitCode => {
  const wanted = takeLeavingCode()
  if (Exit.isSuccess(exit)) return wanted ?? ExitCode.fine
  const error = Option.getOrUndefined(Cause.findErrorOption(exit.cause))
  if (error instanceof AppError) {
    say(errorText(error, language))
    return exitCodeOf(error)
  }
  if (error !== undefined) return sayUsage(error, language)
  if (Cause.hasInterruptsOnly(exit.cause)) return ExitCode.cancelled
  say(
    language === "zh"
      ? `juesuan: 程序内部错误，请连同下文报告：\n${Cause.pretty(exit.cause)}`
      : `juesuan: internal error; please report it with what follows:\n${Cause.pretty(exit.cause)}`
  )
  return ExitCode.failure
}

/**
 * Runs the command line and sets the exit code; Ctrl-C interrupts whatever is under way, so that nothing is left open.
 *
 * The library may ask a platform for files, a terminal and processes, where an option is a path or a question is put. None of
 * ours is: a platform, which takes long to load, is not given.
 */
export const run = async (args: ReadonlyArray<string>, language: Language): Promise<void> => {
  endQuietlyWithReader()
  const command = Command.runWith(await treeFor(args, language), { version })(args)
  const cancel = new AbortController()
  process.once("SIGINT", () => cancel.abort())
  process.once("SIGTERM", () => cancel.abort())
  const exit = await Effect.runPromiseExit(
    command.pipe(
      Effect.provide(CliOutput.layerPresenter(presenter(language))),
      Effect.provide(CliConfig.layer({ builtIns: [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions] }))
    ) as Effect.Effect<void, Failure>,
    { signal: cancel.signal }
  )
  process.exitCode = exitCodeAfter(exit, language)
}
