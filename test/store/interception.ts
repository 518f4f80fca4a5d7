/**
 * 注入: lets a test or a program see every statement that goes to SQLite or PostgreSQL, before and after it runs, and stop
 * it there: throw what the database would report, or end the program. What is not a statement of a writer goes by name:
 * `leaf_of` (a row that is migrated), `link` (a new store gets its name).
 */
import fs from "node:fs"
import { syncBuiltinESMExports } from "node:module"
import { DatabaseSync, StatementSync } from "node:sqlite"
import { Client } from "pg"

export interface Interceptor {
  readonly before: (statement: string) => void
  readonly after: (statement: string) => void
}

type Method = (this: unknown, ...args: Array<unknown>) => unknown

/** Replaces methods and answers how to put them back. */
const replaced = (owner: object, methods: Readonly<Record<string, (original: Method) => Method>>): (() => void) => {
  const target = owner as Record<string, Method>
  const originals = Object.keys(methods).map((name) => [name, target[name] as Method] as const)
  for (const [name, original] of originals) target[name] = (methods[name] as (original: Method) => Method)(original)
  return () => {
    for (const [name, original] of originals) target[name] = original
  }
}

/** Text of a statement, without the blank in front of it. */
const textOf = (query: unknown): string => String((query as { text?: unknown }).text ?? query).trim()

/** Intercepts from now on, until the answer is called. */
export const intercept = ({ after, before }: Interceptor): (() => void) => {
  const around =
    (nameOf: (self: unknown, args: ReadonlyArray<unknown>) => string) =>
    (original: Method): Method =>
      function (...args) {
        const name = nameOf(this, args)
        before(name)
        const answer = original.apply(this, args)
        after(name)
        return answer
      }
  const statement = around((self) => textOf((self as StatementSync).sourceSQL))
  const undo = [
    replaced(StatementSync.prototype as never, { run: statement, get: statement, all: statement }),
    replaced(DatabaseSync.prototype, {
      exec: around((_, [sql]) => textOf(sql)),
      function: (original) =>
        function (name, options, work) {
          const wrapped = around(() => String(name))(work as Method)
          return original.call(this, name, options, wrapped)
        }
    }),
    replaced(fs, { linkSync: around(() => "link") }),
    replaced(Client.prototype, {
      // Pools ask with a callback: those are questions, which change nothing.
      query: (original) =>
        function (...args) {
          if (typeof args.at(-1) === "function") return original.apply(this, args)
          const name = textOf(args[0])
          return (async () => {
            before(name)
            const answer = await original.apply(this, args)
            after(name)
            return answer
          })()
        }
    })
  ]
  syncBuiltinESMExports()
  return () => {
    for (const put of undo) put()
    syncBuiltinESMExports()
  }
}

/** Where in the course of statements: before or after the n-th one that begins like this. */
export interface Point {
  readonly when: "before" | "after"
  readonly statement: string
  readonly count: number
}

/** An interceptor that does something at one point, once. */
export const atPoint = ({ count, statement, when }: Point, act: () => void): Interceptor => {
  let seen = 0
  const met = (name: string): void => {
    if (!name.startsWith(statement)) return
    seen += 1
    if (seen === count) act()
  }
  const ignored = () => undefined
  return when === "before" ? { before: met, after: ignored } : { before: ignored, after: met }
}
