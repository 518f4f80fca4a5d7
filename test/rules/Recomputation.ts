/**
 * A second, independent reckoning of every derived figure of an evaluation, in exact fractions over nothing but the
 * figures that its reason names. It knows each rule by the end of its id and trusts no formula.
 */
import { type Figure, Quantities, quantityOf } from "@juesuan/domain"
import { describeValue } from "@juesuan/rules"

/** An exact fraction; the denominator is positive. */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const fraction = (over: bigint, under: bigint): Fraction =>
  under < 0n ? { over: -over, under: -under } : { over, under }

/** `"1366133.02"` as a fraction. */
export const fractionOf = (text: string): Fraction => {
  const [whole = "", digits = ""] = text.split(".")
  return { over: BigInt(whole + digits), under: 10n ** BigInt(digits.length) }
}

const plus = (a: Fraction, b: Fraction) => fraction(a.over * b.under + b.over * a.under, a.under * b.under)
const minus = (a: Fraction, b: Fraction) => fraction(a.over * b.under - b.over * a.under, a.under * b.under)
const times = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under)
const by = (a: Fraction, b: Fraction) => fraction(a.over * b.under, a.under * b.over)
export const order = (a: Fraction, b: Fraction): number => {
  const difference = minus(a, b).over
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
const least = (a: Fraction, b: Fraction) => (order(a, b) <= 0 ? a : b)
const greatest = (a: Fraction, b: Fraction) => (order(a, b) >= 0 ? a : b)
const zero = fractionOf("0")
const one = fractionOf("1")

/** Two decimals, half away from zero. */
const toTwoDecimals = ({ over, under }: Fraction): Fraction => {
  const scaled = (over < 0n ? -over : over) * 100n
  const whole = (2n * scaled + under) / (2n * under)
  return fraction(over < 0n ? -whole : whole, 100n)
}

/** A rate may be endless: 60 significant digits of it are kept. Amounts and scores are exact. */
const same = (found: Fraction, expected: Fraction, unit: string | undefined): boolean => {
  const { over, under } = minus(found, expected)
  return unit === "ratio" ? (over < 0n ? -over : over) * 10n ** 40n < under : over === 0n
}

const numberOf = (figure: Figure | undefined): Fraction => {
  const quantity = figure && quantityOf(figure)
  if (quantity === undefined) throw new Error(`no number: ${figure?.label}`)
  return fractionOf(Quantities.text(quantity))
}

const wordsOf = (figure: Figure | undefined): string => (figure === undefined ? "" : describeValue(figure.value))

const input = (inputs: ReadonlyArray<Figure>, end: string): Figure | undefined =>
  inputs.find(({ label }) => label.endsWith(end))

const sumOf = (inputs: ReadonlyArray<Figure>): Fraction => inputs.map((each) => numberOf(each)).reduce(plus, zero)

/** The share that is left of the weight where the actual is above the target. */
const lessExcess = (actual: Fraction, target: Fraction): Fraction => minus(one, by(minus(actual, target), target))

const shareOf = (rule: string, actual: Fraction, target: Fraction): Fraction => {
  if (rule.includes(".higher.")) return by(actual, target)
  if (rule.includes(".exact.")) return least(by(actual, target), lessExcess(actual, target))
  if (!rule.includes("shanxi-2024")) return order(actual, target) <= 0 ? one : by(target, actual)
  return lessExcess(actual, target)
}

const quantitative = (rule: string, inputs: ReadonlyArray<Figure>): Fraction => {
  const [weight, actual, target] = ["分值", "实际完成值", "年度指标值"].map((end) => numberOf(input(inputs, end)))
  if (weight === undefined || actual === undefined || target === undefined) throw new Error(rule)
  return toTwoDecimals(times(weight, greatest(zero, least(one, shareOf(rule, actual, target)))))
}

const rateOf = (inputs: ReadonlyArray<Figure>, denominator: string): Fraction => {
  const budget = numberOf(input(inputs, denominator))
  const ofNothing = inputs.find(({ label }) => label === "零预算零执行时的执行率")
  return budget.over === 0n ? numberOf(ofNothing) : by(numberOf(input(inputs, "全年执行数")), budget)
}

/** What the places call the grades, from the highest down. */
const gradesIn = (rule: string): readonly [string, string, string, string] =>
  rule.includes("shanghai-2020") ? ["优", "良", "合格", "不合格"] : ["优", "良", "中", "差"]

const gradeOf = (total: Fraction, rule: string): string => {
  const [excellent, good, fair, poor] = gradesIn(rule)
  if (order(total, fractionOf("90")) >= 0) return excellent
  if (order(total, fractionOf("80")) >= 0) return good
  return order(total, fractionOf("60")) >= 0 ? fair : poor
}

type Reckoning = (inputs: ReadonlyArray<Figure>, rule: string) => Fraction | string

/** How the figures of a rule are reckoned, by a part of its id; the first that fits. */
const reckonings: ReadonlyArray<readonly [RegExp, Reckoning]> = [
  [
    /^performance\.funds\.unspent$/u,
    (inputs) => minus(numberOf(input(inputs, "全年预算数")), numberOf(input(inputs, "全年执行数")))
  ],
  [/^performance\.funds\./u, sumOf],
  [/\.initial-execution-rate$/u, (inputs) => rateOf(inputs, "预算编制数")],
  [/\.execution-rate$/u, (inputs) => rateOf(inputs, "全年预算数")],
  [
    /\.execution-score$/u,
    (inputs) => {
      const share = greatest(zero, least(one, numberOf(input(inputs, "预算执行率"))))
      return toTwoDecimals(times(numberOf(input(inputs, "分值")), share))
    }
  ],
  [/\.quantitative-score\./u, (inputs, rule) => quantitative(rule, inputs)],
  [
    /\.(lower|upper)-end$/u,
    (inputs) => {
      const share = numberOf(inputs.find(({ label }) => label.includes("一档的")))
      return toTwoDecimals(times(numberOf(input(inputs, "分值")), share))
    }
  ],
  [/\.qualitative-score$/u, (inputs) => inputs.map(({ value }) => describeValue(value).slice(0, -1)).join(", ")],
  [/-band$/u, (inputs) => numberOf(inputs[0])],
  [
    /\.late-cost-cap$/u,
    (inputs) => {
      const score = numberOf(input(inputs, "（未封顶）"))
      const late = wordsOf(input(inputs, "申报时间")) === "年中补报"
      return late ? least(score, numberOf(input(inputs, "最高得分"))) : score
    }
  ],
  [/\.(indicator|total)-score$/u, sumOf],
  [/\.grade$/u, (inputs, rule) => gradeOf(numberOf(inputs[0]), rule)],
  [
    /\.projects-graded\./u,
    (inputs, rule) => {
      const label = gradesIn(rule)[["excellent", "good", "fair", "poor"].indexOf(rule.replace(/.*\./u, ""))]
      return fractionOf(String(inputs.filter((each) => wordsOf(each) === label).length))
    }
  ]
]

/** What a derived figure ought to be, by its rule and inputs alone: a number, or words. */
const expected: Reckoning = (inputs, rule) => {
  const found = reckonings.find(([pattern]) => pattern.test(rule))
  if (found === undefined) throw new Error(`a rule that nobody reckons again: ${rule}`)
  return found[1](inputs, rule)
}

/** Whether the value of a derived figure is what its rule makes of the inputs that its reason names. */
export const isReckonedAgain = (figure: Figure): boolean => {
  if (figure.because._tag !== "Derived" || figure.value._tag === "NoValue") return true
  const { inputs, rule } = figure.because
  const value = expected(inputs, rule)
  return typeof value === "string"
    ? describeValue(figure.value).replace(/^\[(.*)[\])]$/u, "$1") === value
    : same(numberOf(figure), value, quantityOf(figure)?.unit.kind)
}
