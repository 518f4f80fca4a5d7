/** The tree of commands. A new command: its file in `commands/`, its line in the index, its place here. */
import * as Command from "effect/cli/Command"
import { title } from "./CommandIndex.ts"
import { adopt } from "./commands/adopt.ts"
import { audit } from "./commands/audit.ts"
import { backup, restore } from "./commands/backup.ts"
import { bundle } from "./commands/bundle.ts"
import { check } from "./commands/check.ts"
import { diff } from "./commands/diff.ts"
import { doctor } from "./commands/doctor.ts"
import { explain } from "./commands/explain.ts"
import { exportLog, importFile, sample } from "./commands/files.ts"
import { feeds, history } from "./commands/history.ts"
import { log } from "./commands/log.ts"
import { correct, record } from "./commands/record.ts"
import { rules } from "./commands/rules.ts"
import { scores } from "./commands/scores.ts"
import { serve } from "./commands/serve.ts"
import { keys } from "./commands/keys.ts"
import { start } from "./commands/start.ts"
import { table, tables } from "./commands/tables.ts"
import { checkpoint, verify } from "./commands/verify.ts"
import type { Language } from "./Language.ts"

export const tree = (language: Language) =>
  Command.make("juesuan").pipe(
    Command.withDescription(title[language]),
    Command.withSubcommands([
      start(language),
      sample(language),
      record(language),
      correct(language),
      importFile(language),
      adopt(language),
      exportLog(language),
      tables(language),
      table(language),
      scores(language),
      check(language),
      explain(language),
      history(language),
      feeds(language),
      log(language),
      diff(language),
      verify(language),
      checkpoint(language),
      doctor(language),
      bundle(language),
      backup(language),
      restore(language),
      keys(language),
      audit(language),
      rules(language),
      serve(language)
    ])
  )
