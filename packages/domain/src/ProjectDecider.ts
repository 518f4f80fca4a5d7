/**
 * 项目决策: whether goals, indicators, actual values, scores and conclusions of one project in one year can be recorded.
 * What indicators and execution may weigh comes from the rule set that the unit follows, as context: no rule lives here.
 */
import * as Result from "effect/Result"
import { refusedDate } from "./BusinessDate.ts"
import type { Original, ProjectCommand, ReversalCommand } from "./Command.ts"
import type { Decider, Fold } from "./Decider.ts"
import type { ProjectEvent } from "./Event.ts"
import { streamName } from "./EventId.ts"
import { type ProjectContext, refusedEvaluation } from "./EvaluationChecks.ts"
import { factsOf, noFacts, withEvent } from "./LiveFacts.ts"
import { indicatorsOf, isInUse, type ProjectState } from "./ProjectState.ts"
import { nearestTo } from "./Nearest.ts"
import type { Refusal } from "./Refusal.ts"
import { refusedOriginal, refusedReplacement, reversalOf } from "./Reversing.ts"

type Decision = Result.Result<ReadonlyArray<ProjectEvent>, Refusal>
type PlainProjectCommand = Exclude<ProjectCommand, { readonly type: "EventReversed" }>

/** 项目的状态演变. */
export const projectFold: Fold<ProjectState, ProjectEvent> = { initialState: noFacts, evolve: withEvent }

const establishedName = (state: ProjectState): string | undefined => factsOf(state, "ProjectEstablished").at(-1)?.name

const refusedStanding = (
  command: ProjectCommand,
  state: ProjectState,
  { project, year }: ProjectContext
): Refusal | undefined =>
  command.type === "ProjectEstablished" || establishedName(state) !== undefined
    ? undefined
    : { _tag: "ProjectNotEstablished", project, year }

const refusedAsDone = (
  command: PlainProjectCommand,
  state: ProjectState,
  { project }: ProjectContext
): Refusal | undefined => {
  switch (command.type) {
    case "ProjectEstablished": {
      const name = establishedName(state)
      return name === undefined ? undefined : { _tag: "ProjectAlreadyEstablished", project, name }
    }
    case "PerformanceGoalDeclared":
      return factsOf(state, command.type).length === 0 ? undefined : { _tag: "GoalAlreadyDeclared", project }
    case "IndicatorDeclared": {
      const { indicator } = command.data
      return indicatorsOf(state).has(indicator) ? { _tag: "IndicatorAlreadyDeclared", indicator } : undefined
    }
    case "SelfEvaluationConcluded":
      return factsOf(state, command.type).length === 0
        ? undefined
        : { _tag: "EvaluationAlreadyConcluded", project, evaluation: "self" }
    case "DepartmentEvaluationConcluded":
      return factsOf(state, command.type).length === 0
        ? undefined
        : { _tag: "EvaluationAlreadyConcluded", project, evaluation: "department" }
    default:
      return undefined
  }
}

/** The indicator that a command is about, where it must be declared already. */
const indicatorNamed = (command: PlainProjectCommand): string | undefined => {
  switch (command.type) {
    case "IndicatorAdjusted":
    case "ActualValueRecorded":
    case "IndicatorScored":
    case "DeviationExplained":
      return command.data.indicator
    default:
      return undefined
  }
}

const refusedSubject = (
  command: PlainProjectCommand,
  state: ProjectState,
  { project }: ProjectContext
): Refusal | undefined => {
  if (command.type === "PerformanceGoalAdjusted" && factsOf(state, "PerformanceGoalDeclared").length === 0) {
    return { _tag: "GoalNotDeclared", project }
  }
  const indicator = indicatorNamed(command)
  const known = indicatorsOf(state)
  return indicator === undefined || known.has(indicator)
    ? undefined
    : { _tag: "IndicatorUnknown", indicator, nearest: nearestTo(indicator, known.keys()) }
}

const record = (command: PlainProjectCommand, state: ProjectState, context: ProjectContext): Decision => {
  const refused =
    refusedStanding(command, state, context) ??
    refusedAsDone(command, state, context) ??
    refusedDate(command.type, command.data.occurredOn, context.year) ??
    refusedSubject(command, state, context) ??
    refusedEvaluation(state, withEvent(state, command), context)
  return refused === undefined ? Result.succeed([command]) : Result.fail(refused)
}

/** The project, its goal and its indicators are replaced, not just taken away, while something rests on them. */
const refusedAlone = (
  original: Original,
  state: ProjectState,
  replacement: ProjectCommand | undefined
): Refusal | undefined => {
  const { id, type } = original
  if (type === "ProjectEstablished") {
    return replacement?.type === type ? undefined : { _tag: "NotReversibleAlone", id, type }
  }
  if (type === "PerformanceGoalDeclared") {
    return replacement?.type === type || factsOf(state, "PerformanceGoalAdjusted").length === 0
      ? undefined
      : { _tag: "NotReversibleAlone", id, type }
  }
  if (type !== "IndicatorDeclared") return undefined
  const { indicator } = original.data
  const same = replacement?.type === type && replacement.data.indicator === indicator
  return same || !isInUse(state, indicator) ? undefined : { _tag: "NotReversibleAlone", id, type, subject: indicator }
}

const reverse = (command: ReversalCommand, state: ProjectState, context: ProjectContext): Decision => {
  const { project, unit, year } = context
  const stream = streamName({ family: "project", unit, year, project })
  const replacement = command.data.replacement as ProjectCommand | undefined
  const { original } = command
  const refused =
    refusedStanding(command, state, context) ??
    refusedOriginal(command, stream, (id) => state.reversed.has(id)) ??
    (original === undefined ? undefined : refusedAlone(original, state, replacement)) ??
    refusedReplacement(command, stream)
  if (refused !== undefined || original === undefined) {
    return Result.fail(refused ?? { _tag: "OriginalNotFound", reference: command.data.event })
  }
  const reversal = reversalOf(original, command.data.reason)
  const without = withEvent(state, reversal)
  const replaced = replacement === undefined ? Result.succeed([]) : decide(replacement, without, context)
  return Result.flatMap(replaced, (events) => {
    const refusedAfter = refusedEvaluation(state, events.reduce(projectFold.evolve, without), context)
    return refusedAfter === undefined ? Result.succeed([reversal, ...events]) : Result.fail(refusedAfter)
  })
}

const decide = (command: ProjectCommand, state: ProjectState, context: ProjectContext): Decision =>
  command.type === "EventReversed" ? reverse(command, state, context) : record(command, state, context)

/**
 * 项目的决策者, in the context of a project: whose it is, of which year, and what its evaluation may weigh.
 *
 * @example projectDecider({ unit: "023001", year: 2024, project: "P01", weights: { execution: "10", indicators: "90" } })
 */
export const projectDecider = (context: ProjectContext): Decider<ProjectState, ProjectCommand, ProjectEvent> => ({
  ...projectFold,
  decide: (command, state) => decide(command, state, context)
})
