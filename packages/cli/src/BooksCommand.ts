/** 账的命令: what every command over the books is made of: its name and explanation, its options, its books opened and closed. */
import type { AppError } from "@juesuan/app"
import * as Command from "effect/cli/Command"
import type * as Effect from "effect/Effect"
import { commandIndex } from "./CommandIndex.ts"
import { type Language, type Wording, wordingOf } from "./Language.ts"
import { type UseCases, withBooks } from "./Session.ts"

/** A command as it is written: whether it records, its options, what it does with them. */
export interface BooksCommand<Config extends Command.Command.Config> {
  readonly access: "read" | "write"
  readonly options: (t: Wording) => Config
  readonly run: (options: Command.Command.Config.Infer<Config>, t: Wording) => Effect.Effect<void, AppError, UseCases>
  readonly examples?: (t: Wording) => ReadonlyArray<Command.Command.Example>
}

/** The command in a language. Its name is its place in the index, where its explanation stands. */
export const booksCommand =
  <const Name extends keyof typeof commandIndex, const Config extends Command.Command.Config>(
    name: Name,
    { access, examples, options, run }: BooksCommand<Config>
  ) =>
  (language: Language) => {
    const t = wordingOf(language)
    return Command.make(name, options(t), (given) =>
      withBooks(given as { readonly store: string }, access, language, run(given, t))
    ).pipe(Command.withDescription(commandIndex[name][language]), Command.withExamples(examples?.(t) ?? []))
  }
