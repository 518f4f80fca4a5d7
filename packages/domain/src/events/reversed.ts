/** 红字冲销: the one event of every stream. The name in this file is what is stored: renaming it is a migration. */
import * as Schema from "effect/Schema"
import { EventId } from "../EventId.ts"
import { dated, Reason, Words } from "./fields.ts"

/**
 * 红字冲销: takes back one earlier event of the same stream, by its id, with a copy of what it recorded (a red voucher
 * repeats its lines), so that nothing has to be looked up to fold it. `occurredOn` is the business date of the event
 * that is reversed: by business date the mistake never was; by position and recorded time it stays visible.
 */
export const EventReversed = Schema.Struct({
  ...dated,
  event: EventId,
  reason: Reason,
  original: Schema.Struct({ type: Words, data: Schema.Record(Schema.String, Schema.Unknown) })
})
