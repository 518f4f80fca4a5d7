/** 退出: a command that did what it was asked, and says by its exit code what it found. */
import * as Effect from "effect/Effect"
import type { ExitCode } from "./ExitCode.ts"

let code: ExitCode | undefined

/** Ends the program with this code unless something fails; the answer is already written. */
export const leaveWith = (wanted: ExitCode): Effect.Effect<void> =>
  Effect.sync(() => {
    code = wanted
  })

/** The code that the command which just ran asked for; asked again, none. */
export const takeLeavingCode = (): ExitCode | undefined => {
  const taken = code
  code = undefined
  return taken
}
