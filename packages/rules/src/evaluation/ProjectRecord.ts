/**
 * 项目记录: what the log states about one project's self-evaluation, as it holds at the point asked about: of statements that
 * replace each other the latest by business date. Nothing is computed here.
 */
import {
  type Actual,
  type DataOf,
  type FactKind,
  type IndicatorDirection,
  type Ledger,
  type RecordedFact,
  type Target,
  streamName
} from "@juesuan/domain"
import { knownProjects } from "../content/national/projects.ts"

/** Whose evaluations: a unit's fiscal year. */
export interface EvaluationScope {
  readonly unit: string
  readonly year: number
}

/** A statement with the event that makes it. */
export interface Statement<Value> {
  readonly event: string
  readonly value: Value
}

export interface IndicatorRecord {
  readonly level1: string
  readonly level2: string
  readonly indicator: string
  readonly filing: Statement<"initial" | "late">
  /** 年度指标值, direction and weight in force: as declared, or as adjusted last. */
  readonly measured: Statement<{
    readonly target: Target
    readonly direction: IndicatorDirection
    readonly weight: string
  }>
  readonly actual: Statement<Actual> | undefined
  readonly score: Statement<string> | undefined
  readonly reason: Statement<string> | undefined
}

export interface ProjectRecord {
  readonly code: string
  readonly name: string
  /** The event that made the project known. */
  readonly knownBy: string
  readonly indicators: ReadonlyArray<IndicatorRecord>
  /** 偏差原因 of the budget execution. */
  readonly executionReason: Statement<string> | undefined
  readonly conclusion: Statement<DataOf<"SelfEvaluationConcluded">> | undefined
}

/** Facts of a kind by their stream, each list in the order of `Ledger.facts`. */
const byStream = <Kind extends FactKind>(
  ledger: Ledger,
  kind: Kind
): ((stream: string) => ReadonlyArray<RecordedFact<Kind>>) => {
  const lists = new Map<string, Array<RecordedFact<Kind>>>()
  for (const fact of ledger.facts(kind)) {
    const list = lists.get(fact.stream)
    if (list === undefined) lists.set(fact.stream, [fact])
    else list.push(fact)
  }
  return (stream) => lists.get(stream) ?? []
}

const factsOf = (ledger: Ledger) => ({
  declared: byStream(ledger, "IndicatorDeclared"),
  adjusted: byStream(ledger, "IndicatorAdjusted"),
  actuals: byStream(ledger, "ActualValueRecorded"),
  scores: byStream(ledger, "IndicatorScored"),
  reasons: byStream(ledger, "DeviationExplained"),
  conclusions: byStream(ledger, "SelfEvaluationConcluded")
})
type Facts = ReturnType<typeof factsOf>

const stated = <Kind extends FactKind, Value>(
  fact: RecordedFact<Kind> | undefined,
  value: (data: DataOf<Kind>) => Value
): Statement<Value> | undefined => (fact === undefined ? undefined : { event: fact.id, value: value(fact.data) })

const indicatorRecord = (
  facts: Facts,
  stream: string,
  declared: RecordedFact<"IndicatorDeclared">
): IndicatorRecord => {
  const { filing, indicator, level1, level2 } = declared.data
  const ofThis = (fact: { readonly data: { readonly indicator?: string } }): boolean =>
    fact.data.indicator === indicator
  const inForce = facts.adjusted(stream).findLast(ofThis) ?? declared
  const { direction, target, weight } = inForce.data
  return {
    level1,
    level2,
    indicator,
    filing: { event: declared.id, value: filing },
    measured: { event: inForce.id, value: { direction, target, weight } },
    actual: stated(facts.actuals(stream).findLast(ofThis), ({ actual }) => actual),
    score: stated(facts.scores(stream).findLast(ofThis), ({ score }) => score),
    reason: stated(facts.reasons(stream).findLast(ofThis), ({ reason }) => reason)
  }
}

/** Things with equal keys stand together, each key where it appeared first. */
const together = <Thing>(things: ReadonlyArray<Thing>, key: (thing: Thing) => string): ReadonlyArray<Thing> => {
  const keys = [...new Set(things.map(key))]
  return keys.flatMap((each) => things.filter((thing) => key(thing) === each))
}

/**
 * The indicators of a project by their first and second level, as the form has them, otherwise in the order of their
 * declaration; of one declared twice the later declaration holds.
 */
const indicatorsOf = (facts: Facts, stream: string): ReadonlyArray<IndicatorRecord> => {
  const declared = new Map<string, RecordedFact<"IndicatorDeclared">>()
  for (const fact of facts.declared(stream)) declared.set(fact.data.indicator, fact)
  const records = [...declared.values()].map((fact) => indicatorRecord(facts, stream, fact))
  const byLevel2 = together(records, ({ level1, level2 }) => `${level1} ${level2}`)
  return together(byLevel2, ({ level1 }) => level1)
}

/** Everything stated about the projects of a year. */
export const projectRecords = (ledger: Ledger, scope: EvaluationScope): ReadonlyArray<ProjectRecord> => {
  const facts = factsOf(ledger)
  return [...knownProjects(ledger, scope)].map(([code, known]) => {
    const stream = streamName({ family: "project", ...scope, project: code })
    const executionReason = facts.reasons(stream).findLast(({ data }) => data.indicator === undefined)
    return {
      code,
      ...known,
      indicators: indicatorsOf(facts, stream),
      executionReason: stated(executionReason, ({ reason }) => reason),
      conclusion: stated(facts.conclusions(stream).at(-1), (data) => data)
    }
  })
}
