/** 记录的数: figures that an event states as they are. Nobody having stated one is a named absence, not a blank. */
import type { Figure, FigureValue, Unit } from "@juesuan/domain"
import { Quantities } from "@juesuan/domain"
import type { Statement } from "./ProjectRecord.ts"

/** Where a figure stands and what it is called. */
export interface At {
  readonly ref: string
  readonly label: string
}

const figure = ({ label, ref }: At, value: FigureValue, events: ReadonlyArray<string>): Figure => ({
  ref,
  label,
  value,
  because: { _tag: "Stated", events }
})

const unstated = (at: At): Figure =>
  figure(at, { _tag: "NoValue", noValue: { _tag: "InputMissing", input: at.label } }, [])

/** A number that was stated, in its unit. */
export const statedQuantity = (at: At, statement: Statement<string> | undefined, unit: Unit): Figure =>
  statement === undefined
    ? unstated(at)
    : figure(at, { _tag: "Quantity", quantity: Quantities.quantity(statement.value, unit) }, [statement.event])

/** Words that were stated. */
export const statedText = (at: At, statement: Statement<string> | undefined): Figure =>
  statement === undefined ? unstated(at) : figure(at, { _tag: "Text", text: statement.value }, [statement.event])

/** A number of things, each made known by one event. */
export const statedCount = (at: At, events: ReadonlyArray<string>, unit: Unit): Figure =>
  figure(at, { _tag: "Quantity", quantity: Quantities.quantity(String(events.length), unit) }, events)

/** The same statement read further: its value taken apart, its event kept. */
export const within = <Whole, Part>(
  statement: Statement<Whole> | undefined,
  part: (whole: Whole) => Part | undefined
): Statement<Part> | undefined => {
  if (statement === undefined) return undefined
  const value = part(statement.value)
  return value === undefined ? undefined : { event: statement.event, value }
}
