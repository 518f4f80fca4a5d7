/** 行: the columns of an event as a store answers them, in this order, and the row they make. */
import type { FullEventRow } from "./Backend.ts"
import type { EventRow } from "./EventLog.ts"

export type BareTuple = readonly [number, string, number, string, number, string, string]
export type FullTuple = readonly [...BareTuple, string]

/** What comes after the columns of a row is not looked at. */
type AtLeast<Tuple extends ReadonlyArray<unknown>> = readonly [...Tuple, ...ReadonlyArray<unknown>]

export const bareRow = (tuple: AtLeast<BareTuple>): EventRow => ({
  position: tuple[0],
  stream: tuple[1],
  version: tuple[2],
  type: tuple[3],
  schemaVersion: tuple[4],
  recordedAt: tuple[5],
  data: tuple[6]
})

export const fullRow = (tuple: AtLeast<FullTuple>): FullEventRow => ({ ...bareRow(tuple), metadata: tuple[7] })
