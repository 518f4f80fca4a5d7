/**
 * 命令: what somebody asks to be recorded. A command has the kind and the data of the event it asks for, with two
 * exceptions: a return (支付退回) names the payment only, what it was for is filled in from the payment; and a reversal
 * (红字冲销) names the event only, with the replacement that is to follow in the same transaction.
 *
 * A request is a command as it came from outside, where it names other events by their ids or positions. Looking these
 * up is the application's: `referencesIn` says which, `commandFrom` puts them in, `route` says which stream decides.
 */
import * as Result from "effect/Result"
import type { DataOf, DomainEvent, EventKind, Fact, FactKind, ProjectEvent, UnitEvent, YearEvent } from "./Event.ts"
import { eventKinds } from "./Event.ts"
import { type EventReference, parseEventId, parseStreamName, type Stream } from "./EventId.ts"
import type { Refusal } from "./Refusal.ts"

/** 所指事件, as it was found in the log; every stored event is one. */
export type Original<Event extends DomainEvent = DomainEvent> = Event extends DomainEvent
  ? { readonly id: string; readonly stream: string; readonly type: Event["type"]; readonly data: Event["data"] }
  : never

/** 支付退回, as it is asked for. */
interface ReturnRequest extends Pick<DataOf<"PaymentReturned">, "occurredOn" | "amount" | "reason"> {
  readonly payment: EventReference
}

/** 红字冲销, as it is asked for. */
interface Reversal<Replacement> {
  readonly event: EventReference
  readonly reason: string
  readonly replacement?: Replacement
}

/** A kind whose command is its event. */
type PlainKind = Exclude<FactKind, "PaymentReturned">
export type PlainCommand<Kind extends PlainKind = PlainKind> = Extract<Fact, { readonly type: Kind }>

/** 请求: what was asked for from outside, decoded. */
export type CommandRequest =
  | PlainCommand
  | { readonly type: "PaymentReturned"; readonly data: ReturnRequest }
  | { readonly type: "EventReversed"; readonly data: Reversal<CommandRequest> }

/** `original` is the payment that was returned; absent where the log has no such event. */
export interface ReturnCommand {
  readonly type: "PaymentReturned"
  readonly data: ReturnRequest
  readonly original?: Original
}

/** `original` is the event to be reversed; absent where the log has no such event. */
export interface ReversalCommand<Replacement = Command> {
  readonly type: "EventReversed"
  readonly data: Reversal<Replacement>
  readonly original?: Original
}

/** 命令. */
export type Command = PlainCommand | ReturnCommand | ReversalCommand

type CommandsOf<Event extends DomainEvent> = PlainCommand<Extract<Event["type"], PlainKind>> | ReversalCommand

/** The commands each kind of stream decides. */
export type UnitCommand = CommandsOf<UnitEvent>
export type YearCommand = CommandsOf<YearEvent> | ReturnCommand
export type ProjectCommand = CommandsOf<ProjectEvent>

/**
 * The other events a request names, to be looked up in the log before it can be decided.
 *
 * @example referencesIn({ type: "EventReversed", data: { event: 57, reason: "…" } }) // [57]
 */
export const referencesIn = (request: CommandRequest): ReadonlyArray<EventReference> => {
  switch (request.type) {
    case "PaymentReturned":
      return [request.data.payment]
    case "EventReversed": {
      const { event, replacement } = request.data
      return replacement === undefined ? [event] : [event, ...referencesIn(replacement)]
    }
    default:
      return []
  }
}

/** The command of a request, with the events it names; one that the log does not hold is `undefined`. */
export const commandFrom = (
  request: CommandRequest,
  find: (reference: EventReference) => Original | undefined
): Command => {
  switch (request.type) {
    case "PaymentReturned":
      return withOriginal(request, find(request.data.payment))
    case "EventReversed": {
      const { event, reason, replacement } = request.data
      const data =
        replacement === undefined ? { event, reason } : { event, reason, replacement: commandFrom(replacement, find) }
      return withOriginal({ type: "EventReversed", data }, find(event))
    }
    default:
      return request
  }
}

const withOriginal = <Of extends object>(command: Of, original: Original | undefined): Of & { original?: Original } =>
  original === undefined ? command : { ...command, original }

/** 范围: whose books a command is for. The year and the project may be left out where the kind does not need them. */
export interface Scope {
  readonly unit: string
  readonly year?: number
  readonly project?: string
}

/** A command at the stream that decides it. */
export type Routed =
  | { readonly stream: Extract<Stream, { family: "unit" }>; readonly command: UnitCommand }
  | { readonly stream: Extract<Stream, { family: "year" }>; readonly command: YearCommand }
  | { readonly stream: Extract<Stream, { family: "project" }>; readonly command: ProjectCommand }

/**
 * 分派: which streams decide a command, in order; what they decide is stored in one transaction. A project that is
 * established is listed in its year first. A reversal goes to the stream of the event it reverses.
 */
export const route = (command: Command, scope: Scope): Result.Result<ReadonlyArray<Routed>, Refusal> => {
  if (command.type === "EventReversed") return Result.map(streamOfReversal(command, scope), (to) => [at(to, command)])
  return Result.map(streamFor(command.type, scope), (stream) =>
    command.type === "ProjectEstablished" && stream.family === "project"
      ? [
          at({ family: "year", unit: stream.unit, year: stream.year }, listing(command, stream.project)),
          at(stream, command)
        ]
      : [at(stream, command)]
  )
}

/** The kind's family is the stream's: `streamFor` chose it so. */
const at = (stream: Stream, command: Command): Routed => ({ stream, command }) as Routed

const listing = ({ data }: PlainCommand<"ProjectEstablished">, project: string): PlainCommand<"ProjectListed"> => ({
  type: "ProjectListed",
  data: { occurredOn: data.occurredOn, project, name: data.name }
})

const streamFor = (type: EventKind, { project, unit, year }: Scope): Result.Result<Stream, Refusal> => {
  const { family } = eventKinds[type]
  if (family === "unit") return Result.succeed({ family, unit })
  if (year === undefined) return Result.fail({ _tag: "ScopeIncomplete", type, missing: "year" })
  if (family !== "project") return Result.succeed({ family: "year", unit, year })
  return project === undefined
    ? Result.fail({ _tag: "ScopeIncomplete", type, missing: "project" })
    : Result.succeed({ family, unit, year, project })
}

const streamOfReversal = ({ data, original }: ReversalCommand, { unit }: Scope): Result.Result<Stream, Refusal> => {
  const name = original?.stream ?? parseEventId(String(data.event))?.stream
  const stream = name === undefined ? undefined : parseStreamName(name)
  if (stream === undefined) return Result.fail({ _tag: "OriginalNotFound", reference: data.event })
  return stream.unit === unit
    ? Result.succeed(stream)
    : Result.fail({
        _tag: "OriginalOfAnotherStream",
        id: String(data.event),
        stream: name ?? "",
        expected: `unit-${unit}`
      })
}

/**
 * 更正: for each event of one decision the id of the reversed event it replaces, for its metadata. What follows a
 * reversal in the same decision replaces what was reversed.
 */
export const correctionsOf = (events: ReadonlyArray<DomainEvent>): ReadonlyArray<string | undefined> => {
  const [first] = events
  return events.map((event) => (first?.type === "EventReversed" && event !== first ? first.data.event : undefined))
}
