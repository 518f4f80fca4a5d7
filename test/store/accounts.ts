/** The events that the tests of the store log: small ones of their own, so that the store is tested without the domain. */
import { Quantities } from "@juesuan/domain"
import type { AppendCommand, EventCodec, NewEvent, RecordedEvent } from "@juesuan/store"
import { eventCodec } from "@juesuan/store"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

const schemas = {
  Deposited: Schema.Struct({
    occurredOn: Schema.String,
    amount: Schema.String,
    note: Schema.optionalKey(Schema.String)
  }),
  Withdrawn: Schema.Struct({ occurredOn: Schema.String, amount: Schema.String })
}

export type AccountEvent =
  | { readonly type: "Deposited"; readonly data: typeof schemas.Deposited.Type }
  | { readonly type: "Withdrawn"; readonly data: typeof schemas.Withdrawn.Type }

const isKind = (type: string): type is keyof typeof schemas => Object.hasOwn(schemas, type)

type Entry = ReturnType<NonNullable<EventCodec<AccountEvent>["summing"]>["entriesOf"]>[number]

const entryOf = ({ data, type }: Pick<Recorded, "data" | "type">): Entry => ({
  amount: Quantities.fenOfText(data.amount),
  dimensions: {
    account: type === "Deposited" ? "revenue" : "payment",
    fund: "",
    functional: "",
    economic: "",
    kind: "",
    project: "",
    item: "",
    detail: ""
  }
})

export const accountCodec: EventCodec<AccountEvent> = eventCodec({
  kinds: { Deposited: { schemaVersion: 1 }, Withdrawn: { schemaVersion: 1 } },
  decode: (type, data) => {
    if (!isKind(type)) return Result.fail({ issue: type })
    const decoded = Schema.decodeUnknownResult(schemas[type] as Schema.Codec<unknown>)(data, {
      onExcessProperty: "error"
    })
    return Result.mapBoth(decoded, {
      onSuccess: (value) => ({ type, data: value }) as AccountEvent,
      onFailure: (error) => ({ issue: String(error) })
    })
  },
  // For stores that keep sums: what was deposited is one sum of a stream, what was withdrawn another.
  summing: { entriesOf: (event) => [entryOf(event)], isFact: () => false }
})

export type Recorded = RecordedEvent<AccountEvent>

export const deposited = (amount: string, note?: string): NewEvent<AccountEvent> => ({
  type: "Deposited",
  data: { occurredOn: "2024-01-01", amount, ...(note !== undefined && { note }) }
})

export const deposits = (count: number): ReadonlyArray<NewEvent<AccountEvent>> =>
  Array.from({ length: count }, (_, index) => deposited(`${index + 1}.00`))

/** One command on one stream. */
export const command = (commandId: string, stream: string, amount: string): AppendCommand<AccountEvent> => ({
  commandId,
  actor: "会计",
  batches: [{ stream, events: [deposited(amount)] }]
})
