/**
 * 年度决策: whether what happened in a fiscal year can be recorded as asked. The checks run in the order of precedence of
 * `Refusal.ts`: standing of the year, the event referred to, done already, dates, codes, projects, budget lines, amounts.
 */
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import { isApproved } from "./BudgetControl.ts"
import { refusedAftermath, refusedAmounts, refusedLines } from "./BudgetChecks.ts"
import { refusedDate } from "./BusinessDate.ts"
import type { Original, ReturnCommand, ReversalCommand, YearCommand } from "./Command.ts"
import type { Decider } from "./Decider.ts"
import type { YearEvent, YearFact } from "./Event.ts"
import { streamName } from "./EventId.ts"
import { type PlainYearCommand, refusedCodes, refusedPurpose, type YearContext } from "./LineChecks.ts"
import { type Fen, fenOfText, negatedFen, plusFen, textOfFen } from "./Quantity.ts"
import type { Refusal } from "./Refusal.ts"
import { refusedOriginal, refusedReplacement, reversalOf } from "./Reversing.ts"
import { controlOf, returnedOf, threePublicOf, yearFold, type YearState } from "./YearState.ts"

type Decision = Result.Result<ReadonlyArray<YearEvent>, Refusal>

const streamOf = ({ unit, year }: YearContext): string => streamName({ family: "year", unit, year })

/** What may still be recorded of a closed year: that it is reopened, and that its disclosure went out, or did not. */
const isForClosed = (command: YearCommand): boolean =>
  command.type === "YearReopened" ||
  command.type === "DisclosurePublished" ||
  (command.type === "EventReversed" && command.original?.type === "DisclosurePublished")

const refusedStanding = (command: YearCommand, { status }: YearState, context: YearContext): Refusal | undefined => {
  const { unit, year } = context
  const { type } = command
  if (type === "YearOpened") return undefined
  if (status === "unopened") return { _tag: "YearNotOpened", unit, year }
  if (status === "closed") return isForClosed(command) ? undefined : { _tag: "YearClosed", unit, year, type }
  return type === "YearReopened" || type === "DisclosurePublished"
    ? { _tag: "YearNotClosed", unit, year, type }
    : undefined
}

const knownName = (state: YearState, project: string): string | undefined => {
  const name = HashMap.get(state.projects, project)
  return name._tag === "Some" ? name.value : undefined
}

const refusedAsDone = (
  command: PlainYearCommand,
  state: YearState,
  { unit, year }: YearContext
): Refusal | undefined => {
  switch (command.type) {
    case "YearOpened":
      return state.status === "unopened" ? undefined : { _tag: "YearAlreadyOpened", unit, year }
    case "ProjectListed": {
      const { name: requested, project } = command.data
      const known = knownName(state, project)
      return known === undefined || known === requested
        ? undefined
        : { _tag: "ProjectAlreadyListed", project, known, requested }
    }
    case "InitialBudgetApproved": {
      const { functional, fund, kind, project } = command.data
      const line = { fund, functional, kind, ...(project === undefined ? {} : { project }) }
      return isApproved(controlOf(state, line), functional) ? { _tag: "BudgetAlreadyApproved", line } : undefined
    }
    case "ThreePublicBudgetApproved": {
      const { item } = command.data
      return threePublicOf(state, item).approvals === 0 ? undefined : { _tag: "ThreePublicBudgetAlreadyApproved", item }
    }
    default:
      return undefined
  }
}

const record = (command: PlainYearCommand, state: YearState, context: YearContext): Decision => {
  const refused =
    refusedStanding(command, state, context) ??
    refusedAsDone(command, state, context) ??
    refusedDate(command.type, command.data.occurredOn, context.year) ??
    refusedCodes(command, context) ??
    refusedPurpose(command, state, context) ??
    refusedLines(command, state) ??
    refusedAmounts(command, state, context)
  if (refused !== undefined) return Result.fail(refused)
  // Listed already under this name: nothing new to state.
  const nothingNew = command.type === "ProjectListed" && knownName(state, command.data.project) !== undefined
  return Result.succeed(nothingNew ? [] : [command])
}

type PaymentOriginal = Extract<Original, { readonly type: "PaymentMade" }>

const returnedPayment = (
  { data, original }: ReturnCommand,
  state: YearState,
  context: YearContext
): Result.Result<PaymentOriginal, Refusal> => {
  const expected = streamOf(context)
  if (original === undefined) return Result.fail({ _tag: "OriginalNotFound", reference: data.payment })
  const { id, stream, type } = original
  if (stream !== expected) return Result.fail({ _tag: "OriginalOfAnotherStream", id, stream, expected })
  if (type !== "PaymentMade") {
    return Result.fail({ _tag: "OriginalOfAnotherKind", id, found: type, expected: "PaymentMade" })
  }
  return HashSet.has(state.reversed, id) ? Result.fail({ _tag: "AlreadyReversed", id }) : Result.succeed(original)
}

const refusedReturn = (
  { data }: ReturnCommand,
  payment: PaymentOriginal,
  state: YearState,
  { year }: YearContext
): Refusal | undefined => {
  const { amount, occurredOn } = data
  const refused = refusedDate("PaymentReturned", occurredOn, year)
  if (refused !== undefined) return refused
  if (occurredOn < payment.data.occurredOn) {
    const paidOn = payment.data.occurredOn
    return { _tag: "ReturnBeforePayment", payment: payment.id, paidOn, returnedOn: occurredOn }
  }
  const returned = returnedOf(state, payment.id)
  const left: Fen = plusFen(fenOfText(payment.data.amount), negatedFen(returned))
  if (fenOfText(amount) <= left) return undefined
  const paid = payment.data.amount
  return { _tag: "ReturnExceedsPayment", payment: payment.id, paid, returned: textOfFen(returned), requested: amount }
}

const giveBack = (command: ReturnCommand, state: YearState, context: YearContext): Decision => {
  const standing = refusedStanding(command, state, context)
  if (standing !== undefined) return Result.fail(standing)
  return Result.flatMap(returnedPayment(command, state, context), (payment) => {
    const refused = refusedReturn(command, payment, state, context)
    if (refused !== undefined) return Result.fail(refused)
    const { payee: _payee, summary: _summary, ...purpose } = payment.data
    const { amount, occurredOn, reason } = command.data
    const data = { ...purpose, occurredOn, amount, payment: payment.id, reason }
    return Result.succeed([{ type: "PaymentReturned", data }])
  })
}

/** A payment is reversed as a whole: what came back of it is taken back first. */
const refusedReturned = ({ id }: Original, state: YearState): Refusal | undefined => {
  const returned = returnedOf(state, id)
  return returned === 0 ? undefined : { _tag: "PaymentHasReturns", id, returned: textOfFen(returned) }
}

/** The year itself and its projects are what everything else rests on: they are replaced, never just taken away. */
const refusedAlone = (original: Original, replacement: YearCommand | undefined): Refusal | undefined => {
  const { id, type } = original
  if (type === "YearOpened") {
    return replacement?.type === type ? undefined : { _tag: "NotReversibleAlone", id, type }
  }
  if (type !== "ProjectListed") return undefined
  const { project } = original.data
  const same = replacement?.type === type && replacement.data.project === project
  return same ? undefined : { _tag: "NotReversibleAlone", id, type, subject: project }
}

const reverse = (command: ReversalCommand, state: YearState, context: YearContext): Decision => {
  const stream = streamOf(context)
  const replacement = command.data.replacement as YearCommand | undefined
  const { original } = command
  const refused =
    refusedStanding(command, state, context) ??
    refusedOriginal(command, stream, (id) => HashSet.has(state.reversed, id)) ??
    (original === undefined ? undefined : (refusedReturned(original, state) ?? refusedAlone(original, replacement))) ??
    refusedReplacement(command, stream)
  if (refused !== undefined || original === undefined) {
    return Result.fail(refused ?? { _tag: "OriginalNotFound", reference: command.data.event })
  }
  const reversal = reversalOf(original, command.data.reason)
  const without = yearFold.evolve(state, reversal)
  const replaced = replacement === undefined ? Result.succeed([]) : decide(replacement, without, context)
  return Result.flatMap(replaced, (events) => {
    const facts = [original as YearFact, ...(events as ReadonlyArray<YearFact>)]
    const aftermath = refusedAftermath(original.id, facts, {
      before: state,
      after: events.reduce(yearFold.evolve, without)
    })
    return aftermath === undefined ? Result.succeed([reversal, ...events]) : Result.fail(aftermath)
  })
}

const decide = (command: YearCommand, state: YearState, context: YearContext): Decision => {
  switch (command.type) {
    case "PaymentReturned":
      return giveBack(command, state, context)
    case "EventReversed":
      return reverse(command, state, context)
    default:
      return record(command, state, context)
  }
}

/**
 * 年度的决策者, in the context of a year: its unit, its number, its classifications.
 *
 * @example
 * const decider = yearDecider(context)
 * decider.decide({ type: "YearOpened", data: { occurredOn: "2024-01-02", carryovers: [] } }, decider.initialState())
 * // Result.succeed([{ type: "YearOpened", … }])
 */
export const yearDecider = (context: YearContext): Decider<YearState, YearCommand, YearEvent> => ({
  ...yearFold,
  decide: (command, state) => decide(command, state, context)
})
