/**
 * The tree of commands. A new command: its file in `commands/`, its line in the index, its place here. Only the command that
 * is asked for is loaded: most of the program is needed by a few commands, and loading it would be most of the waiting.
 */
import * as Command from "effect/cli/Command"
import { commandIndex, title } from "./CommandIndex.ts"
import type { Language } from "./Language.ts"

const commands = {
  start: async () => (await import("./commands/start.ts")).start,
  sample: async () => (await import("./commands/files.ts")).sample,
  record: async () => (await import("./commands/record.ts")).record,
  correct: async () => (await import("./commands/record.ts")).correct,
  import: async () => (await import("./commands/files.ts")).importFile,
  adopt: async () => (await import("./commands/adopt.ts")).adopt,
  export: async () => (await import("./commands/files.ts")).exportLog,
  tables: async () => (await import("./commands/tables.ts")).tables,
  table: async () => (await import("./commands/tables.ts")).table,
  scores: async () => (await import("./commands/scores.ts")).scores,
  narrative: async () => (await import("./commands/narrative.ts")).narrative,
  check: async () => (await import("./commands/check.ts")).check,
  explain: async () => (await import("./commands/explain.ts")).explain,
  history: async () => (await import("./commands/history.ts")).history,
  feeds: async () => (await import("./commands/history.ts")).feeds,
  log: async () => (await import("./commands/log.ts")).log,
  diff: async () => (await import("./commands/diff.ts")).diff,
  verify: async () => (await import("./commands/verify.ts")).verify,
  checkpoint: async () => (await import("./commands/verify.ts")).checkpoint,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  bundle: async () => (await import("./commands/bundle.ts")).bundle,
  backup: async () => (await import("./commands/backup.ts")).backup,
  restore: async () => (await import("./commands/backup.ts")).restore,
  keys: async () => (await import("./commands/keys.ts")).keys,
  audit: async () => (await import("./commands/audit.ts")).audit,
  rules: async () => (await import("./commands/rules.ts")).rules,
  serve: async () => (await import("./commands/serve.ts")).serve
} satisfies { readonly [Name in keyof typeof commandIndex]: unknown }

type CommandName = keyof typeof commands
type AnyCommand = ReturnType<Awaited<ReturnType<(typeof commands)[CommandName]>>>

const isCommandName = (word: string | undefined): word is CommandName =>
  word !== undefined && Object.hasOwn(commands, word)

/** The command that the first word names; every command where it names none, to say which there are. */
const asked = ([first]: ReadonlyArray<string>): ReadonlyArray<CommandName> =>
  isCommandName(first) ? [first] : (Object.keys(commands) as ReadonlyArray<CommandName>)

export const treeFor = async (args: ReadonlyArray<string>, language: Language) => {
  const loaded = await Promise.all(
    asked(args).map(async (name): Promise<AnyCommand> => (await commands[name]())(language))
  )
  return Command.make("juesuan").pipe(Command.withDescription(title[language]), Command.withSubcommands(loaded))
}
