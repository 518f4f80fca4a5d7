/** 评分规则的性质: what holds for every rule set whatever the figures are, each with a thousand cases and more
 * where a rule set has formulas of its own, with some hundred where it varies another one by data alone. */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Figure, Quantities, leavesOf, quantityOf } from "@juesuan/domain"
import { describeValue, scoringRuleSets } from "@juesuan/rules"
import {
  type Happening,
  achieved,
  adjusted,
  approved,
  booksOf,
  carriedOver,
  concluded,
  declared,
  eventIdsOf,
  explained,
  figuresOf,
  listed,
  paid,
  quantitative,
  reached,
  returned,
  scored,
  valueAt,
  words
} from "./evaluation-books.ts"
import { fractionOf, isReckonedAgain, order } from "./Recomputation.ts"
import { inEveryCase } from "../laws.ts"
import { runs } from "../runs.ts"

const withFormulas = ["national-2020", "shanxi-2024"]
const sets = scoringRuleSets.map(
  (set) => [set.policy.id, set, runs(withFormulas.includes(set.policy.id) ? 1000 : 200)] as const
)
type RuleSet = (typeof scoringRuleSets)[number]

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`
/** Points with two decimals, as they are recorded. */
const pointsOf = (hundredths: number): string => yuan(hundredths).replace(/\.?0+$/u, "")
const positiveFen = fc.integer({ min: 1, max: 1_000_000_000 })
const weight = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => pointsOf(hundredths))
const decimal = (min: number, max: number) =>
  fc.tuple(fc.integer({ min, max }), fc.constantFrom(1, 10, 100, 1000)).map(([whole, scale]) => String(whole / scale))
const positive = decimal(1, 100_000)
const notNegative = fc.oneof(decimal(0, 100_000), fc.constant("0"))

const numberAt = (figures: ReadonlyMap<string, Figure>, ref: string): string => {
  const figure = figures.get(ref)
  const quantity = figure && quantityOf(figure)
  if (quantity === undefined) throw new Error(`no number at ${ref}: ${figure && describeValue(figure.value)}`)
  return Quantities.text(quantity)
}
const compare = (left: string, right: string): number => order(fractionOf(left), fractionOf(right))
const within = (value: string, low: string, high: string): boolean =>
  compare(low, value) <= 0 && compare(value, high) <= 0

const ask = (happenings: ReadonlyArray<Happening>, set: RuleSet) =>
  figuresOf(booksOf([listed("P1", "修路"), ...happenings]), set)

interface Indicator {
  readonly direction: "higher" | "lower" | "exact"
  readonly sign: ">=" | ">" | "=" | "<=" | "<"
  readonly target: string
  readonly weight: string
}
const computedValue = (set: RuleSet, { direction, sign, target, weight }: Indicator, actual: string): Figure => {
  const happenings = [declared("P1", { target: quantitative(target, sign), direction, weight }), reached("P1", actual)]
  const figure = ask(happenings, set).get("自评/修路/数量/计算得分")
  if (figure === undefined) throw new Error("no computed score")
  return figure
}
const textOf = (figure: Figure): string => {
  const quantity = quantityOf(figure)
  if (quantity === undefined) throw new Error(describeValue(figure.value))
  return Quantities.text(quantity)
}

describe.each(sets)("%s：预算执行率得分", (_id, set, often) => {
  const full = set.policy.weights.execution
  const score = (budget: ReadonlyArray<Happening>, executed: number): string =>
    numberAt(ask([...budget, paid("P1", yuan(executed))], set), "自评/修路/执行率得分")
  /** A full-year budget above zero, made up of approval, adjustment and carry-over. */
  const budget = fc
    .tuple(positiveFen, fc.option(positiveFen), fc.option(positiveFen), fc.option(fc.integer({ min: 0, max: 99 })))
    .map(([initial, supplement, opening, withdrawn]) => {
      const cut = withdrawn === null ? 0 : Math.floor((initial * withdrawn) / 100)
      return [
        approved("P1", yuan(initial)),
        ...(supplement === null ? [] : [adjusted("P1", "supplement", yuan(supplement))]),
        ...(opening === null ? [] : [carriedOver("P1", yuan(opening))]),
        ...(cut === 0 ? [] : [adjusted("P1", "withdrawal", yuan(cut))])
      ]
    })

  it("预算大于零时，在零与分值之间，随执行数单调不减", () => {
    fc.assert(
      fc.property(budget, positiveFen, positiveFen, (lines, one, other) => {
        const less = score(lines, Math.min(one, other))
        const more = score(lines, Math.max(one, other))
        return within(less, "0", full) && within(more, "0", full) && compare(less, more) <= 0
      }),
      { numRuns: often }
    )
  })

  it("执行数等于或超过预算时为满分，支付又全部退回时为零分", () => {
    fc.assert(
      fc.property(positiveFen, fc.integer({ min: 0, max: 1000 }), (initial, over) => {
        const most = score([approved("P1", yuan(initial))], initial + over)
        const none = ask(
          [approved("P1", yuan(initial)), paid("P1", yuan(over + 1)), returned("P1", yuan(over + 1))],
          set
        )
        return most === full && numberAt(none, "自评/修路/执行率得分") === "0"
      }),
      { numRuns: often }
    )
  })
})

describe.each(sets)("%s：定量指标计算得分", (_id, set, often) => {
  const directed = fc.oneof(
    fc.record({ direction: fc.constant("higher" as const), sign: fc.constantFrom(">=", ">", "=") }),
    fc.record({ direction: fc.constant("lower" as const), sign: fc.constantFrom("<=", "<", "=") }),
    fc.record({ direction: fc.constant("exact" as const), sign: fc.constant("=") })
  )
  const indicator = fc
    .tuple(directed, positive, weight)
    .map(([{ direction, sign }, target, points]) => ({ direction, sign, target, weight: points }) as Indicator)
  /** Actuals near the target as often as anywhere. */
  const actualOf = ({ target }: Indicator) => fc.oneof(notNegative, fc.constant(target))
  const measured = indicator.chain((each) => fc.tuple(fc.constant(each), actualOf(each), actualOf(each)))
  const isOnTheEdge = ({ sign, target }: Indicator, actual: string): boolean =>
    (sign === ">" || sign === "<") && compare(actual, target) === 0
  const isMet = ({ direction, target }: Indicator, actual: string): boolean => {
    const side = compare(actual, target)
    return direction === "higher" ? side >= 0 : direction === "lower" ? side <= 0 : side === 0
  }

  /** An indicator with two actual values, and what each scores. */
  const scoredTwice = ([each, one, other]: readonly [Indicator, string, string]) => {
    const [left, right] = [one, other].map((actual) => computedValue(set, each, actual)) as [Figure, Figure]
    return { each, one, other, left, right }
  }

  inEveryCase(
    { drawn: measured, made: scoredTwice, often },
    {
      "指标值大于零、完成值不小于零时，在零与分值之间": ({ each, left, one }) =>
        isOnTheEdge(each, one) ? left.value._tag === "NoValue" : within(textOf(left), "0", each.weight),
      "达到指标值时为满分；符号为 > < 而恰等于指标值时没有得分": ({ each, left, one }) => {
        if (!isMet(each, one)) return true
        return isOnTheEdge(each, one) ? left.value._tag === "NoValue" : compare(textOf(left), each.weight) === 0
      },
      "正向的随完成值单调不减，反向的单调不增，适度的离指标值越远越不多": ({ each, left, one, other, right }) => {
        if (isOnTheEdge(each, one) || isOnTheEdge(each, other)) return true
        const apart = (actual: string): string => String(Math.abs(Number(actual) - Number(each.target)))
        const byActual =
          each.direction === "higher"
            ? compare(one, other)
            : each.direction === "lower"
              ? compare(other, one)
              : Math.sign(Number(apart(other)) - Number(apart(one)))
        return byActual === 0 || compare(textOf(left), textOf(right)) * byActual >= 0
      }
    }
  )

  it("指标值不大于零时没有计算得分", () => {
    const target = fc.oneof(fc.constant("0"), decimal(-100_000, -1))
    fc.assert(
      fc.property(directed, target, fc.oneof(decimal(-1000, 1000), fc.constant("0")), (direction, value, actual) => {
        const figure = computedValue(set, { ...direction, target: value, weight: "10" } as Indicator, actual)
        return figure.value._tag === "NoValue" && figure.value.noValue._tag === "NotApplicable"
      }),
      { numRuns: often }
    )
  })

  it("只有事件写明年中补报的成本指标、项目年初没有成本指标、规则集又有封顶时，达到指标值才不是满分", () => {
    const filing = fc.constantFrom("initial" as const, "late" as const)
    const level2 = fc.constantFrom("数量指标", "成本指标", "经济成本指标")
    const property = fc.property(filing, level2, fc.boolean(), weight, (filed, level, hasInitial, points) => {
      const target = quantitative("100")
      const happenings = [
        declared("P1", { level2: level, filing: filed, target, weight: points }),
        reached("P1", "100"),
        ...(hasInitial ? [declared("P1", { level2: "成本指标", indicator: "水费", target })] : [])
      ]
      const score = numberAt(ask(happenings, set), "自评/修路/数量/计算得分")
      const mayBeCapped = set.policy.id === "shanxi-2024" && filed === "late" && level.includes("成本") && !hasInitial
      const most = mayBeCapped && compare(points, "5") > 0 ? "5" : points
      return compare(score, most) === 0
    })
    fc.assert(property, { numRuns: often })
  })
})

describe.each(sets)("%s：总得分与等级", (_id, set, often) => {
  const recorded = fc.record({
    initial: positiveFen,
    executed: fc.integer({ min: 1, max: 200 }),
    scores: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 5 })
  })
  const evaluation = ({ executed, initial, scores }: { initial: number; executed: number; scores: Array<number> }) =>
    ask(
      [
        approved("P1", yuan(initial)),
        paid("P1", yuan(Math.max(1, Math.floor((initial * executed) / 200)))),
        ...scores.flatMap((score, index) => [
          declared("P1", { indicator: `指标${index}`, target: quantitative("7"), weight: "30" }),
          reached("P1", String(index), `指标${index}`),
          scored("P1", pointsOf(score) || "0", `指标${index}`)
        ])
      ],
      set
    )

  const { excellent, fair, good, poor } = set.policy.grades.names
  const rank = (figures: ReadonlyMap<string, Figure>): number =>
    [poor, fair, good, excellent].indexOf(valueAt(figures, "自评/修路/等级"))

  inEveryCase(
    {
      drawn: fc.tuple(recorded, recorded),
      made: ([one, other]) => ({ scores: one.scores, left: evaluation(one), right: evaluation(other) }),
      often
    },
    {
      "总得分 = 执行率得分 + 各指标得分，记录的与计算的各自成立": ({ left, scores }) => {
        const add = (refs: ReadonlyArray<string>): string => {
          const terms = refs.map((ref) => Quantities.quantity(numberAt(left, ref), Quantities.points))
          return Quantities.text(terms.reduce(Quantities.plus, Quantities.quantity("0", Quantities.points)))
        }
        const all = (what: string) => scores.map((_score, index) => `自评/修路/指标${index}/${what}`)
        return (
          add(["自评/修路/执行率得分", ...all("得分")]) === numberAt(left, "自评/修路/总分") &&
          add(["自评/修路/执行率得分", ...all("计算得分")]) === numberAt(left, "自评/修路/计算总分")
        )
      },
      等级随总得分单调: ({ left, right }) => {
        const totals = compare(numberAt(left, "自评/修路/总分"), numberAt(right, "自评/修路/总分"))
        const grades = Math.sign(rank(left) - rank(right))
        return rank(left) >= 0 && (grades === 0 || grades === totals)
      }
    }
  )
})

/** A year of two projects with whatever may be recorded about them, no statement twice. */
const anyYear: fc.Arbitrary<ReadonlyArray<Happening>> = fc
  .array(
    fc.record({
      initial: fc.option(positiveFen),
      supplement: fc.option(positiveFen),
      opening: fc.option(positiveFen),
      executed: fc.option(positiveFen),
      indicators: fc.array(
        fc.record({
          level2: fc.constantFrom("数量指标", "成本指标"),
          filing: fc.constantFrom("initial" as const, "late" as const),
          direction: fc.constantFrom("higher" as const, "lower" as const, "exact" as const),
          sign: fc.constantFrom(">=" as const, ">" as const, "=" as const, "<=" as const, "<" as const),
          target: fc.option(fc.oneof(positive, fc.constantFrom("0", "-1"))),
          actual: fc.option(fc.oneof(notNegative, fc.constantFrom("met" as const, "partly-met" as const))),
          weight,
          score: fc.option(fc.integer({ min: 0, max: 3000 })),
          reason: fc.boolean()
        }),
        { maxLength: 4 }
      ),
      conclusion: fc.option(fc.constantFrom("excellent" as const, "good" as const, "fair" as const))
    }),
    { minLength: 1, maxLength: 2 }
  )
  .map((projects) =>
    projects.flatMap((project, number) => {
      const code = `P${number + 1}`
      const maybe = <Value>(value: Value | null, make: (known: Value) => Happening): ReadonlyArray<Happening> =>
        value === null ? [] : [make(value)]
      return [
        listed(code, `项目${number + 1}`),
        ...maybe(project.initial, (fen) => approved(code, yuan(fen), yuan(fen))),
        ...maybe(project.supplement, (fen) => adjusted(code, "supplement", yuan(fen))),
        ...maybe(project.opening, (fen) => carriedOver(code, yuan(fen))),
        ...maybe(project.executed, (fen) => paid(code, yuan(fen))),
        ...project.indicators.flatMap((each, index) => {
          const indicator = `指标${index}`
          const target = each.target === null ? words("保障") : quantitative(each.target, each.sign)
          return [
            declared(code, { ...each, target, indicator }),
            ...maybe(each.actual, (actual) =>
              actual === "met" || actual === "partly-met"
                ? achieved(code, actual, indicator)
                : reached(code, actual, indicator)
            ),
            ...maybe(each.score, (score) => scored(code, pointsOf(score) || "0", indicator)),
            ...(each.reason ? [explained(code, "说明", indicator)] : [])
          ]
        }),
        ...maybe(project.conclusion, (grade) => concluded(code, { grade }))
      ]
    })
  )
  .map((happenings) =>
    happenings.map((happening) => {
      const data = happening.data as Record<string, unknown>
      if (happening.type !== "IndicatorDeclared") return happening
      const { actual: _actual, reason: _reason, score: _score, sign: _sign, ...kept } = data
      return { ...happening, data: kept }
    })
  )

describe.each(sets)("%s：理由与次序", (_id, set, often) => {
  const shuffled = anyYear.chain((happenings) =>
    fc.tuple(fc.constant(happenings), fc.shuffledSubarray([...happenings], { minLength: happenings.length }))
  )
  const inBooks = ([happenings, other]: readonly [ReadonlyArray<Happening>, ReadonlyArray<Happening>]) => ({
    happenings,
    figures: figuresOf(booksOf(happenings), set),
    shuffled: figuresOf(booksOf(other), set)
  })
  // Of several missing inputs the first is named, in the order of declaration: that much may differ.
  const values = (figures: ReadonlyMap<string, Figure>): string =>
    [...figures]
      .map(([ref, { value }]) => `${ref} ${value._tag === "NoValue" ? "无" : describeValue(value)}`)
      .toSorted()
      .join("\n")
  const rules = new Set<string>()

  inEveryCase(
    { drawn: shuffled, made: inBooks, often },
    {
      每个推导的数都能只凭它的理由重算出来: ({ figures }) => {
        for (const figure of figures.values()) {
          if (figure.because._tag === "Derived" && figure.value._tag !== "NoValue") rules.add(figure.because.rule)
          if (!isReckonedAgain(figure)) throw new Error(`${figure.ref} = ${describeValue(figure.value)}`)
        }
      },
      "理由的尽头是日志里有的事件、分录或参数；没有事件说过的，就没有值": ({ figures, happenings }) => {
        const known = new Set(eventIdsOf(happenings))
        for (const { because, ref, value } of [...figures.values()].flatMap(leavesOf)) {
          if (because._tag !== "Stated") continue
          const isTold = because.events.length > 0
          if (because.events.some((id) => !known.has(id)) || isTold === (value._tag === "NoValue")) throw new Error(ref)
        }
      },
      得分与事件的先后无关: ({ figures, shuffled: other }) => {
        if (values(other) !== values(figures)) expect(values(other)).toBe(values(figures))
      }
    }
  )

  it("用到的规则不止十五条", () => expect(rules.size).toBeGreaterThan(15))
})
