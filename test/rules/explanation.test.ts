/**
 * 推导可以复算: every node of an explanation equals its formula over its children, worked out by a second reader of formulas
 * that shares no code with the first; its leaves are sums of the entries that they name.
 */
import {
  type Figure,
  type FigureValue,
  type Ledger,
  Quantities,
  type Quantity,
  type Selection,
  foldLedger,
  leavesOf
} from "@juesuan/domain"
import {
  type Derivation,
  type DerivedReason,
  type Formula,
  derive,
  derivedReasonOf,
  describe as inChinese,
  describeValue,
  explain,
  printedFigureOf
} from "@juesuan/rules"
import { Decimal } from "decimal.js"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sampleBooks, sampleEvents } from "./sample-year.ts"
import { scope, yearOfAUnit } from "./year-arbitrary.ts"
import { runs } from "../runs.ts"

const Exact = Decimal.clone({ precision: 80 })

/** A value as this second reader has it: a number, words, or `undefined` where there is none. */
type Value = Decimal | string | undefined
type ValueOf = (input: Parameters<DerivedReason["figureOf"]>[0]) => Value

const plain = (quantity: Quantity): Decimal => new Exact(Quantities.text(quantity))
const valueOf = (value: FigureValue): Value => {
  switch (value._tag) {
    case "Quantity":
      return plain(value.quantity)
    case "Text":
      return value.text
    case "NoValue":
      return undefined
  }
}

const numbers = (formulas: ReadonlyArray<Formula>, of: ValueOf): ReadonlyArray<Decimal> | undefined => {
  const values = formulas.map((formula) => read(formula, of))
  return values.every((value) => value instanceof Decimal) ? values : undefined
}

const folded = (
  formulas: ReadonlyArray<Formula>,
  of: ValueOf,
  combine: (left: Decimal, right: Decimal) => Decimal
): Value => {
  const [first, ...rest] = numbers(formulas, of) ?? []
  return first === undefined ? undefined : rest.reduce(combine, first)
}

const modes = { "half-up": Decimal.ROUND_HALF_UP, floor: Decimal.ROUND_FLOOR, ceiling: Decimal.ROUND_CEIL }

const applies = (
  condition: Extract<Formula, { readonly _tag: "When" }>["condition"],
  of: ValueOf
): boolean | undefined => {
  if (condition._tag === "Is") {
    const words = read(condition.figure, of)
    return typeof words === "string" ? condition.oneOf.includes(words) : undefined
  }
  if (condition._tag !== "Compares") return undefined
  const [left, right] = numbers([condition.left, condition.right], of) ?? []
  if (left === undefined || right === undefined) return undefined
  return {
    "<": left.lt(right),
    "<=": left.lte(right),
    "=": left.eq(right),
    ">=": left.gte(right),
    ">": left.gt(right)
  }[condition.comparison]
}

const read = (formula: Formula, of: ValueOf): Value => {
  switch (formula._tag) {
    case "Reference":
    case "Parameter":
    case "Select":
    case "Cell":
    case "Total":
      return of(formula)
    case "Constant":
      return valueOf(formula.value)
    case "Sum":
      return formula.terms.length === 0 ? new Exact(0) : folded(formula.terms, of, (left, right) => left.plus(right))
    case "Difference":
      return folded([formula.minuend, formula.subtrahend], of, (left, right) => left.minus(right))
    case "Product":
      return folded(formula.factors, of, (left, right) => left.times(right))
    case "Quotient": {
      const [dividend, divisor] = numbers([formula.dividend, formula.divisor], of) ?? []
      return divisor === undefined || divisor.isZero() ? undefined : dividend?.div(divisor)
    }
    case "Least":
      return folded(formula.of, of, (left, right) => Decimal.min(left, right))
    case "Greatest":
      return folded(formula.of, of, (left, right) => Decimal.max(left, right))
    case "Rounded":
      return folded([formula.of], of, (only) => only) === undefined
        ? undefined
        : (read(formula.of, of) as Decimal).toDecimalPlaces(formula.digits, modes[formula.mode])
    case "Banded": {
      const value = read(formula.of, of)
      if (!(value instanceof Decimal)) return undefined
      const band = formula.bands.find(({ atLeast }) => value.gte(plain(atLeast)))
      return valueOf(band?.gives ?? formula.below)
    }
    case "InTenThousandYuan":
      return folded([formula.of], of, (only) => only) === undefined
        ? undefined
        : (read(formula.of, of) as Decimal).div(10_000)
    case "When": {
      const met = applies(formula.condition, of)
      return met === undefined ? undefined : read(met ? formula.met : formula.otherwise, of)
    }
    case "NotApplicable":
      return undefined
  }
}

const shown = (value: Value): string =>
  value instanceof Decimal ? value.toSignificantDigits(50).toFixed() : (value ?? "无")

/** The sum of the entries of a selection, one by one. */
const listed = (ledger: Ledger, selection: Selection): { readonly total: number; readonly count: number } => {
  let total = 0
  let count = 0
  for (const { amount } of ledger.entries.list(selection)) {
    total += amount
    count += 1
  }
  return { total, count }
}

/** The one kind of formula that gives a range in words: its two ends, put in place of their names. */
const wrongInWords = ({ because, ref, value }: Figure): string | undefined => {
  if (because._tag !== "Derived") return undefined
  const [low, high] = because.inputs.map((input) => shown(valueOf(input.value)))
  const expected = because.formula.replace("计算得分下限", low ?? "").replace("计算得分上限", high ?? "")
  return value._tag === "NoValue" || describeValue(value) === expected ? undefined : `${ref}: ${expected}`
}

/** What is wrong with a node, if anything; `undefined` where it equals its formula over its children. */
const wrongIn = (figure: Figure, ledger: Ledger): string | undefined => {
  const { because } = figure
  if (because._tag === "Entries") {
    const { count, total } = listed(ledger, because.selection)
    const value = valueOf(figure.value)
    const right = because.total === total && because.count === count && value instanceof Decimal
    return right && value.times(100).eq(total) ? undefined : `${figure.label}: ${total} ${count}`
  }
  if (because._tag !== "Derived") return undefined
  const reason = derivedReasonOf(figure)
  if (reason === undefined) return wrongInWords(figure)
  const { definition, figureOf, inputs } = reason
  const value = read(definition.formula, (input) => {
    const child = figureOf(input)
    if (child !== undefined && !inputs.includes(child)) throw new Error(`${figure.ref}: an input is not in its reason`)
    return child === undefined ? undefined : valueOf(child.value)
  })
  if (shown(value) !== shown(valueOf(figure.value)))
    return `${figure.ref}: ${shown(value)}, ${describeValue(figure.value)}`
  return because.formula === inChinese(definition.formula) ? undefined : `${figure.ref}: another formula is printed`
}

const wrongBelow = (figure: Figure, ledger: Ledger, seen: Set<Figure>): ReadonlyArray<string> => {
  if (seen.has(figure)) return []
  seen.add(figure)
  const own = wrongIn(figure, ledger)
  const below = figure.because._tag === "Derived" ? figure.because.inputs : []
  return [...(own === undefined ? [] : [own]), ...below.flatMap((input) => wrongBelow(input, ledger, seen))]
}

/** Every place that may hold a figure, and what there is. */
const placesOf = ({ spaces }: Derivation): ReadonlyArray<() => Figure | undefined> =>
  spaces.flatMap((space) =>
    space.rows.flatMap(({ columns, key }) =>
      columns.map(
        ({ label }) =>
          () =>
            space.figureAt(key, label)
      )
    )
  )

const figuresOf = (books: Derivation): ReadonlyArray<Figure> => placesOf(books).flatMap((place) => place() ?? [])

describe("推导", () => {
  it("样例年度的每一个数，层层等于公式对下一层的结果，末端等于所列分录之和", () => {
    const ledger = foldLedger(sampleEvents())
    const books = Result.getOrThrow(derive(ledger, { unit: "023001", year: 2024 }))
    const figures = figuresOf(books)
    expect(figures.length).toBeGreaterThan(1_500)
    const seen = new Set<Figure>()
    expect(figures.flatMap((figure) => wrongBelow(figure, ledger, seen))).toEqual([])
    expect(seen.size).toBeGreaterThan(figures.length)
  })

  it("任何有效的一年也是如此", () => {
    fc.assert(
      fc.property(yearOfAUnit, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (events, picks) => {
        const ledger = foldLedger(events)
        const books = Result.getOrThrow(derive(ledger, scope))
        const places = placesOf(books)
        const seen = new Set<Figure>()
        for (const pick of picks) {
          const figure = places[pick % places.length]?.()
          if (figure !== undefined) expect(wrongBelow(figure, ledger, seen)).toEqual([])
        }
      }),
      { numRuns: runs(1_000) }
    )
  }, 60_000)

  it("末端只有分录、记录与参数", () => {
    for (const figure of figuresOf(sampleBooks())) {
      for (const leaf of leavesOf(figure)) expect(["Entries", "Stated", "Given"]).toContain(leaf.because._tag)
    }
  })

  it("写成 JSON 时，数值、公式与末端的选取都在", () => {
    const figure = Result.getOrThrow(sampleBooks().figureAt("公开03/2010306/项目支出"))
    expect(JSON.parse(JSON.stringify(figure))).toMatchObject({
      ref: "公开03/2010306/项目支出",
      value: { _tag: "Quantity", quantity: { amount: "1329614.44", unit: { label: "元" } } },
      because: {
        rule: "shanxi-2024.expenditure.item",
        formula: "支付(功能科目 2010306，项目支出)",
        inputs: [
          {
            label: "支付(功能科目 2010306，项目支出)",
            because: { selection: { account: "payment", functional: ["2010306"], kind: ["project"] }, count: 145 }
          }
        ]
      }
    })
  })

  it("印出的数多一步列示，写明四舍五入", () => {
    const books = sampleBooks()
    const cell = books.cellOf("公开03/2010306/项目支出")
    if (cell === undefined) throw new Error("no such cell")
    expect(cell.printed).toBe("132.96")
    expect(explain(printedFigureOf(cell))).toEqual([
      "2010306 政务公开审批·项目支出 = 132.96万元  ⇐ 四舍五入(金额 ÷ 10000, 2 位小数)  〔部门决算公开表式 待核〕",
      "  2010306 政务公开审批·项目支出 = 1329614.44元  ⇐ 支付(功能科目 2010306，项目支出)  〔山西省2024年度部门决算公开表式 公开03表 待核〕",
      "    支付(功能科目 2010306，项目支出) = 1329614.44元  ⇐ 145 笔分录"
    ])
    expect(books.cellOf("预算/201/年初预算数")).toBeUndefined()
  })
})
