/**
 * 账: one unit's fiscal year as folded from the log, up to any point. It keeps entries (what can be summed) and facts
 * (what was stated: names, counts, targets, scores); every figure is derived from these two and nothing else.
 */
import { type Account, type Dimensions, Entries, type EntrySource, type SummedEntries } from "./Entries.ts"
import type { DataOf, DomainEvent, Fact, FactKind, StoredEvent } from "./Event.ts"
import { eventId } from "./EventId.ts"
import type { BudgetLine } from "./events/fields.ts"
import { type Fen, fenOfText, negatedFen } from "./Quantity.ts"
import { adjustmentSign, fundOfSource } from "./Terms.ts"

/** 时点: which part of the log counts. Position and recorded time look at what was known; `until` at what had happened. */
export interface AsOf {
  /** Log position, inclusive. */
  readonly at?: number
  /** Recorded time, inclusive, written as the log writes it: UTC with milliseconds, `2024-06-30T15:59:59.999Z`. */
  readonly knownAt?: string
  /** Business date, inclusive: `YYYY-MM-DD`. */
  readonly until?: string
}

/** A fact as it stands in the log. */
export interface RecordedFact<Kind extends FactKind = FactKind> {
  readonly id: string
  readonly stream: string
  readonly position: number
  readonly recordedAt: string
  readonly type: Kind
  readonly data: DataOf<Kind>
}

/** What the fold needs of a stored event; the store's fast reader gives exactly this. */
export type FoldedEvent = Pick<StoredEvent, "position" | "stream" | "version" | "type" | "data"> & {
  readonly recordedAt: string
}

/**
 * What holds for a whole fiscal year, not from a day on: who the unit is and by whose rules, and which codes its
 * classification has. A question by business date still needs them, whatever day they are dated.
 */
const undated: ReadonlySet<string> = new Set(["UnitRegistered", "ClassificationItemAdopted"])

const isUndated = (event: FoldedEvent): boolean =>
  event.type === "EventReversed" && "original" in event.data
    ? undated.has(event.data.original.type)
    : undated.has(event.type)

/** Whether an event counts as of a point. */
export const isWithin = (asOf: AsOf, event: FoldedEvent): boolean =>
  (asOf.at === undefined || event.position <= asOf.at) &&
  (asOf.knownAt === undefined || event.recordedAt <= asOf.knownAt) &&
  (asOf.until === undefined || event.data.occurredOn <= asOf.until || isUndated(event))

const nothing: Dimensions = {
  account: "payment",
  fund: "",
  functional: "",
  economic: "",
  kind: "",
  project: "",
  item: "",
  detail: ""
}

const onLine = (account: Account, line: BudgetLine, economic = ""): Dimensions => ({
  account,
  fund: line.fund,
  functional: line.functional,
  economic,
  kind: line.kind,
  project: line.project ?? "",
  item: "",
  detail: ""
})

type Add = (dimensions: Dimensions, amount: Fen) => void

/** Kinds that come by the hundred thousand and state nothing beside their entries: kept as entries only. */
const entriesOnly: ReadonlySet<string> = new Set(["PaymentMade", "PaymentReturned", "RevenueReceived"])

/** Adds the entries of a fact; a kind that moves no amounts adds none. */
const addEntries = (fact: Fact, add: Add): void => {
  switch (fact.type) {
    case "PaymentMade":
      add(onLine("payment", fact.data, fact.data.economic), fenOfText(fact.data.amount))
      return
    case "PaymentReturned":
      add(onLine("payment", fact.data, fact.data.economic), negatedFen(fenOfText(fact.data.amount)))
      return
    case "RevenueReceived": {
      const line = { ...fact.data, fund: fundOfSource(fact.data.source) }
      add({ ...onLine("revenue", line), item: fact.data.source }, fenOfText(fact.data.amount))
      return
    }
    case "YearOpened":
      for (const carryover of fact.data.carryovers)
        add(onLine("opening-carryover", carryover), fenOfText(carryover.amount))
      return
    case "NonFiscalSurplusUsed":
      add(onLine("surplus-used", fact.data), fenOfText(fact.data.amount))
      return
    case "SurplusDistributed":
      add({ ...onLine("surplus-distributed", fact.data), detail: fact.data.purpose }, fenOfText(fact.data.amount))
      return
    default:
      addBudgetEntries(fact, add)
  }
}

const addBudgetEntries = (fact: Fact, add: Add): void => {
  switch (fact.type) {
    case "InitialBudgetApproved":
      add(onLine("budget-approved", fact.data), fenOfText(fact.data.approved))
      if (fact.data.applied !== undefined) add(onLine("budget-applied", fact.data), fenOfText(fact.data.applied))
      return
    case "BudgetAdjusted": {
      const { adjustment, amount } = fact.data
      add({ ...onLine("budget-adjustment", fact.data), detail: adjustment }, signed(adjustmentSign(adjustment), amount))
      return
    }
    case "BudgetReallocated": {
      const { amount, from, to } = fact.data
      add({ ...onLine("budget-adjustment", from), detail: "reallocation" }, signed(-1, amount))
      add({ ...onLine("budget-adjustment", to), detail: "reallocation" }, signed(1, amount))
      return
    }
    case "ThreePublicBudgetApproved":
      add({ ...nothing, account: "three-public-budget", item: fact.data.item }, fenOfText(fact.data.amount))
      return
    case "ThreePublicBudgetAdjusted": {
      const { adjustment, amount, item } = fact.data
      const dimensions: Dimensions = { ...nothing, account: "three-public-adjustment", item, detail: adjustment }
      add(dimensions, signed(adjustmentSign(adjustment), amount))
      return
    }
    case "ProcurementContracted": {
      const { amount, category, project, size } = fact.data
      add(
        { ...nothing, account: "procurement", item: category, detail: size, project: project ?? "" },
        fenOfText(amount)
      )
      return
    }
    default:
  }
}

const signed = (sign: 1 | -1, amount: string): Fen => (sign === 1 ? fenOfText(amount) : negatedFen(fenOfText(amount)))

/** Adds the entries of an event; a reversal takes back what its original added. */
const addEntriesOf = (event: FoldedEvent, add: Add): void => {
  const domainEvent = { type: event.type, data: event.data } as DomainEvent
  if (domainEvent.type !== "EventReversed") addEntries(domainEvent, add)
  else addEntries(domainEvent.data.original as Fact, (dimensions, amount) => add(dimensions, negatedFen(amount)))
}

/** 分录 of one event: what it adds to the sums. */
export const entriesOf = (
  event: FoldedEvent
): ReadonlyArray<{ readonly dimensions: Dimensions; readonly amount: Fen }> => {
  const entries: Array<{ readonly dimensions: Dimensions; readonly amount: Fen }> = []
  addEntriesOf(event, (dimensions, amount) => entries.push({ dimensions, amount }))
  return entries
}

/** Whether events of a kind state nothing beside their entries, so that sums stand for them. */
export const isEntriesOnly = (type: string): boolean => entriesOnly.has(type)

/** What a store that keeps sums knows of a year: the sums of all entries, and every event that states more than entries. */
export interface SummedYear {
  readonly sums: Iterable<SummedEntries>
  readonly facts: Iterable<FoldedEvent>
  /** How many events there are, and the position of the last. */
  readonly events: number
  readonly lastPosition: number
}

/** 账, ready to be asked. */
export class Ledger {
  #entries = new Entries()
  #facts = new Map<FactKind, Array<RecordedFact>>()
  #reversed = new Set<string>()
  #events = 0
  #closed = false
  #lastPosition = 0

  get entries(): Entries {
    return this.#entries
  }

  /** Number of events folded, and the position of the last of them. */
  get events(): number {
    return this.#events
  }
  get lastPosition(): number {
    return this.#lastPosition
  }

  /**
   * The ledger of a year whose sums were kept while its events were stored: equal to the folded one in every sum and fact.
   * It takes no further events, and its entries cannot be listed.
   */
  static ofSums({ events, facts, lastPosition, sums }: SummedYear): Ledger {
    const ledger = new Ledger()
    for (const event of facts) ledger.#state(event)
    ledger.#entries = Entries.ofSums(sums)
    ledger.#events = events
    ledger.#lastPosition = lastPosition
    ledger.#closed = true
    return ledger
  }

  /** 过次页: a ledger that goes on from this one, which is closed: it stays as it is, and folding into it is a defect. */
  successor(): Ledger {
    if (this.#closed) throw new Error("this ledger is closed: it has a successor")
    this.#closed = true
    const next = new Ledger()
    next.#entries = this.#entries.successor()
    next.#facts = new Map([...this.#facts].map(([kind, facts]) => [kind, [...facts]]))
    next.#reversed = new Set(this.#reversed)
    next.#events = this.#events
    next.#lastPosition = this.#lastPosition
    return next
  }

  /** Folds one more event. Events may come stream by stream: nothing here depends on the order of independent events. */
  record(event: FoldedEvent): void {
    if (this.#closed) throw new Error("this ledger is closed: its successor goes on")
    this.#events += 1
    if (event.position > this.#lastPosition) this.#lastPosition = event.position
    const source: EntrySource = {
      stream: event.stream,
      version: event.version,
      position: event.position,
      occurredOn: event.data.occurredOn
    }
    addEntriesOf(event, (dimensions, amount) => this.#entries.add(dimensions, amount, source))
    this.#state(event)
  }

  /** Keeps what an event states beside its entries. */
  #state(event: FoldedEvent): void {
    const domainEvent = { type: event.type, data: event.data } as DomainEvent
    if (domainEvent.type === "EventReversed") {
      this.#reversed.add(domainEvent.data.event)
      return
    }
    if (entriesOnly.has(domainEvent.type)) return
    const fact: RecordedFact = {
      id: eventId(event.stream, event.version),
      stream: event.stream,
      position: event.position,
      recordedAt: event.recordedAt,
      type: domainEvent.type,
      data: domainEvent.data
    }
    const known = this.#facts.get(fact.type)
    if (known === undefined) this.#facts.set(fact.type, [fact])
    else known.push(fact)
  }

  /** Facts of a kind that were not reversed, by business date, then by position: the last one holds where only one can. */
  facts<Kind extends FactKind>(kind: Kind, stream?: string): ReadonlyArray<RecordedFact<Kind>> {
    const known = (this.#facts.get(kind) ?? []) as unknown as ReadonlyArray<RecordedFact<Kind>>
    return known
      .filter((fact) => !this.#reversed.has(fact.id) && (stream === undefined || fact.stream === stream))
      .toSorted(byDateThenPosition)
  }
}

type Placed = { readonly position: number; readonly data: { readonly occurredOn: string } }

const byDateThenPosition = (left: Placed, right: Placed): number =>
  left.data.occurredOn < right.data.occurredOn
    ? -1
    : left.data.occurredOn > right.data.occurredOn
      ? 1
      : left.position - right.position

/** Folds events into a ledger as of a point; the same events in any order of independent streams give the same ledger. */
export const foldLedger = (events: Iterable<FoldedEvent>, asOf: AsOf = {}): Ledger => {
  const ledger = new Ledger()
  for (const event of events) if (isWithin(asOf, event)) ledger.record(event)
  return ledger
}
