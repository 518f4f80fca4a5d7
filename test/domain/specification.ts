/**
 * 给定—当—则: a specification of decisions. *Given* what was recorded, *when* something is asked for, *then* exactly these
 * events are recorded, or exactly this refusal is given. Everything runs through the real deciders.
 */
import type { CommandRequest, DomainEvent, Refusal, RefusalTag, Scope } from "@juesuan/domain"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { TestBooks } from "../arbitrary/TestBooks.ts"

/** A request, and for whose books where it is not for the usual ones. */
export interface Asked {
  readonly request: CommandRequest
  readonly scope?: Scope
}

export const usual: Required<Scope> = { unit: "023001", year: 2024, project: "P01" }

const record = (books: TestBooks, { request, scope = usual }: Asked) => books.record(request, scope)

/** Books in which all of this was recorded; a request that is refused here is a mistake of the specification. */
export const booksWith = (given: ReadonlyArray<Asked>): TestBooks => {
  const books = new TestBooks()
  for (const asked of given) {
    const recorded = record(books, asked)
    if (Result.isFailure(recorded)) {
      throw new Error(`given was refused: ${JSON.stringify([asked.request, recorded.failure])}`)
    }
  }
  return books
}

/** The refusal that is given, or `undefined` where the request is accepted. */
export const refusalOf = (given: ReadonlyArray<Asked>, asked: Asked): Refusal | undefined => {
  const decided = booksWith(given).decide(asked.request, asked.scope ?? usual)
  return Result.isFailure(decided) ? decided.failure : undefined
}

export const given = (...before: ReadonlyArray<Asked>) => ({
  when: (asked: Asked) => {
    const books = booksWith(before)
    const decided = books.decide(asked.request, asked.scope ?? usual)
    const events = (): ReadonlyArray<DomainEvent> => {
      if (Result.isFailure(decided)) throw new Error(`refused: ${JSON.stringify(decided.failure)}`)
      return decided.success.map(([, event]) => event)
    }
    return {
      /** Exactly these events, in this order. */
      thenExactly: (...expected: ReadonlyArray<DomainEvent>) => expect(events()).toEqual(expected),
      /** Accepted, with events of these kinds. */
      thenKinds: (...kinds: ReadonlyArray<string>) => expect(events().map(({ type }) => type)).toEqual(kinds),
      thenNothing: () => expect(events()).toEqual([]),
      thenRefused: <Tag extends RefusalTag>(tag: Tag, fields: object = {}) => {
        expect(Result.isFailure(decided) ? decided.failure : events()).toMatchObject({ _tag: tag, ...fields })
      }
    }
  }
})
