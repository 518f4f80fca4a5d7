/** 一步: what a step of an arbitrary history asks for, given the books as they stand and some numbers. */
import type { CommandRequest } from "@juesuan/domain"
import type { TestBooks } from "../TestBooks.ts"

/** The numbers of a step; what they choose depends on the step. */
export interface Dice {
  readonly a: number
  readonly b: number
  readonly c: number
  /** Day of the year, from 0. */
  readonly day: number
  /** An amount in 分, at least 1. */
  readonly fen: number
}

export interface Planned {
  readonly request: CommandRequest
  /** For requests to a project. */
  readonly project?: string
}

/** No request where the books offer nothing to do the step with. */
export type Plan = (books: TestBooks, dice: Dice) => ReadonlyArray<Planned>

/** The one that a number chooses; `undefined` from an empty list. */
export const chosen = <Item>(items: ReadonlyArray<Item>, number: number): Item | undefined =>
  items[number % items.length]

/** The same for lists that are never empty. */
export const one = <Item>(items: readonly [Item, ...ReadonlyArray<Item>], number: number): Item =>
  items[number % items.length] ?? items[0]

export const plan = (request: CommandRequest): ReadonlyArray<Planned> => [{ request }]

/** A day of 2024 (a leap year; its last day is 31 December or the day before). */
export const dayOf = (number: number): string => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10)

export const yuanOf = (fen: number): string => {
  const digits = String(fen).padStart(3, "0")
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
