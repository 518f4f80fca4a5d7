/**
 * 写、读、核: for any year whose facts agree with one another, the narrative that is written states exactly what a reader takes
 * from it, and no rule of the narrative finds anything to object to.
 */
import { type FoldedEvent, foldLedger, type PublishedDisclosure } from "@juesuan/domain"
import {
  type Derivation,
  derive,
  type Finding,
  narrativeParagraphs,
  narrativeRules,
  publishedOf,
  readNarrative,
  ruleSetFor,
  shanghaiNarrative
} from "@juesuan/rules"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { year } from "../arbitrary/plans/menu.ts"
import { runs } from "../runs.ts"
import { read, told } from "./narrative-told.ts"
import { sampleBooks } from "./sample-year.ts"
import { scope, withFacts, yearOfAUnit } from "./year-arbitrary.ts"

type Events = ReadonlyArray<FoldedEvent>

const shanxi = Result.getOrThrow(ruleSetFor("shanxi", year))
/** The forms of places, over one set of tables. */
const forms = { shanxi, shanghai: { ...shanxi, narrative: shanghaiNarrative } }
type Form = keyof typeof forms

const derived = (events: Events, form: Form = "shanxi"): Derivation =>
  Result.getOrThrow(derive(foldLedger(events), { ...scope, ruleSet: forms[form] }))

const occurredOn = `${year}-12-31`

/** Every amount of another year's tables becomes last year's figure of this one. */
const withLastYear = (events: Events, before: Derivation): Events =>
  withFacts(
    events,
    "ComparativeRecorded",
    before.disclosure.tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        Object.values(cells).flatMap(({ figure, unit: printed }) =>
          figure.value._tag === "Quantity" && printed.kind === "tenThousandYuan"
            ? [
                {
                  occurredOn,
                  figure: figure.ref,
                  value: figure.value.quantity.amount.toFixed(2),
                  unit: "元",
                  source: "上年决算"
                }
              ]
            : []
        )
      )
    )
  )

const amountAt = ({ figureAt }: Derivation, address: string): boolean => {
  const { value } = Result.getOrThrow(figureAt(address))
  return value._tag === "Quantity" && value.quantity.amount.abs().gte("50")
}

/** Counts that go with the amounts: nobody travels for nothing, nothing is bought for nothing. */
const withCounts = (events: Events, books: Derivation): Events => {
  const some = (column: string): number => (amountAt(books, `公开09/三公经费/决算数·${column}`) ? 3 : 0)
  const [travel, purchase, reception] = [some("因公出国(境)费"), some("公务用车购置费"), some("公务接待费")]
  return withFacts(events, "ThreePublicCounted", [
    {
      occurredOn,
      counts: [
        { item: "overseas-groups", count: travel },
        { item: "overseas-persons", count: travel },
        { item: "vehicles-purchased", count: purchase },
        { item: "domestic-reception-batches", count: reception },
        { item: "domestic-reception-persons", count: reception }
      ]
    }
  ])
}

/** A reason for everything that wants one. */
const withReasons = (events: Events, form: Form): Events =>
  withFacts(
    events,
    "ReasonStated",
    derived(events, form).narrative.untold.flatMap(({ about, ref }) =>
      about === "reason" ? [{ occurredOn, about: ref, text: "人员变动；项目减少5.00万元。" }] : []
    )
  )

/** A year in the form of a place, whose facts agree with one another and with those of the year before. */
const consistentYear: fc.Arbitrary<Derivation> = fc
  .tuple(yearOfAUnit, yearOfAUnit, fc.constantFrom<Form>("shanxi", "shanghai"))
  .map(([events, before, form]) => {
    const kept = events.filter(({ type }) => type !== "ThreePublicCounted" && type !== "ComparativeRecorded")
    return derived(withReasons(withLastYear(withCounts(kept, derived(kept)), derived(before)), form), form)
  })

const published = ({ disclosure, narrative }: Derivation): PublishedDisclosure => ({
  ...publishedOf(disclosure),
  narrative: narrativeParagraphs(narrative)
})

const claimsWritten = ({ narrative }: Derivation): ReadonlyArray<string> => [
  ...new Set(
    narrative.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ claims }) =>
        claims.filter(({ claim }) => !claim.subject.id.startsWith("performance.")).flatMap(told)
      )
    )
  )
]

const claimsRead = (books: Derivation): ReadonlyArray<string> => [
  ...new Set(readNarrative(published(books)).claims.flatMap(read))
]

const findingsOf = (books: Derivation): ReadonlyArray<Finding> =>
  narrativeRules.flatMap((rule) => rule.judge(published(books)).flatMap(({ finding }) => finding ?? []))

describe("写出的说明", () => {
  it("读回的正是所写的，核对没有发现", () => {
    fc.assert(
      fc.property(consistentYear, (books) => {
        expect(claimsRead(books).toSorted()).toEqual(claimsWritten(books).toSorted())
        expect(findingsOf(books)).toEqual([])
      }),
      { numRuns: runs(10), endOnFailure: true }
    )
  })

  it("样例年度也是如此", () => {
    const books = sampleBooks()
    expect(claimsRead(books).toSorted()).toEqual(claimsWritten(books).toSorted())
    expect(findingsOf(books)).toEqual([])
  })
})
