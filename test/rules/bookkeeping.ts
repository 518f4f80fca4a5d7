/**
 * 另一套账: the tables worked out a second time, straight from the events, without ledger, index or formula, so that the
 * derivation is held against something that shares no code with it. Amounts are whole 分 as bigint.
 */
import type { DataOf, FactKind, FoldedEvent } from "@juesuan/domain"

/** One movement of money (or of a budget, or a contract), with the event that made it. */
export interface Movement {
  readonly event: string
  readonly of: "opening" | "revenue" | "payment" | "used" | "distributed" | "procurement" | "budget"
  readonly amount: bigint
  readonly fund: string
  readonly source: string
  readonly functional: string
  readonly economic: string
  readonly kind: string
  readonly project: string
  readonly item: string
}

const none = { fund: "", source: "", functional: "", economic: "", kind: "", project: "", item: "" }
const fen = (text: string): bigint => BigInt(text.replace(".", ""))
const fundOf = (source: string): string =>
  ["general-public-budget", "government-fund", "state-capital"].includes(source) ? source : "non-fiscal"

type Fact = { readonly [Kind in FactKind]: { readonly type: Kind; readonly data: DataOf<Kind> } }[FactKind]
type Unsigned = Omit<Movement, "event">

const ofFact = (fact: Fact): ReadonlyArray<Unsigned> => {
  switch (fact.type) {
    case "YearOpened":
      return fact.data.carryovers.map((one) => ({ ...none, ...one, of: "opening", amount: fen(one.amount) }))
    case "RevenueReceived":
      return [{ ...none, ...fact.data, fund: fundOf(fact.data.source), of: "revenue", amount: fen(fact.data.amount) }]
    case "PaymentMade":
      return [{ ...none, ...fact.data, of: "payment", amount: fen(fact.data.amount) }]
    case "PaymentReturned":
      return [{ ...none, ...fact.data, of: "payment", amount: -fen(fact.data.amount) }]
    case "NonFiscalSurplusUsed":
      return [{ ...none, ...fact.data, of: "used", amount: fen(fact.data.amount) }]
    case "SurplusDistributed":
      return [{ ...none, ...fact.data, of: "distributed", amount: fen(fact.data.amount) }]
    case "ProcurementContracted":
      return [{ ...none, of: "procurement", item: fact.data.category, amount: fen(fact.data.amount) }]
    case "ThreePublicBudgetApproved":
      return [{ ...none, of: "budget", item: fact.data.item, amount: fen(fact.data.amount) }]
    case "ThreePublicBudgetAdjusted": {
      const sign = fact.data.adjustment === "supplement" ? 1n : -1n
      return [{ ...none, of: "budget", item: fact.data.item, amount: sign * fen(fact.data.amount) }]
    }
    default:
      return []
  }
}

/** Every movement of a year; a reversal moves the same amount back. */
export const movementsOf = (events: ReadonlyArray<FoldedEvent>): ReadonlyArray<Movement> =>
  events.flatMap(({ data, stream, type, version }) => {
    const event = `${stream}@${version}`
    if (type === "EventReversed") {
      const { original } = data as DataOf<"EventReversed">
      return ofFact(original as unknown as Fact).map((one) => ({ ...one, event, amount: -one.amount }))
    }
    return ofFact({ data, type } as Fact).map((one) => ({ ...one, event }))
  })

/** A part of a cell: which movements it counts, and whether it adds or takes away. */
export type Part = readonly [sign: 1n | -1n, counts: (movement: Movement) => boolean]

const fiscalFunds = ["general-public-budget", "government-fund", "state-capital"]
const isFiscal = ({ fund }: Movement): boolean => fiscalFunds.includes(fund)
const plus = (counts: (movement: Movement) => boolean): Part => [1n, counts]
const minus = (counts: (movement: Movement) => boolean): Part => [-1n, counts]
const isA =
  (...of: ReadonlyArray<Movement["of"]>) =>
  (movement: Movement): boolean =>
    of.includes(movement.of)

/** A row by code counts what begins with it; 合计 counts everything. */
const under = (row: string, code: string): boolean => row === "合计" || code.startsWith(row)

const funds: Readonly<Record<string, string>> = {
  一般公共预算财政拨款: "general-public-budget",
  政府性基金预算财政拨款: "government-fund",
  国有资本经营预算财政拨款: "state-capital"
}
const sources: Readonly<Record<string, string>> = {
  一般公共预算财政拨款收入: "general-public-budget",
  政府性基金预算财政拨款收入: "government-fund",
  国有资本经营预算财政拨款收入: "state-capital",
  上级补助收入: "superior-subsidy",
  事业收入: "institutional",
  经营收入: "operating",
  附属单位上缴收入: "subordinate-remittance",
  其他收入: "other"
}
const kinds: Readonly<Record<string, string>> = {
  基本支出: "basic",
  项目支出: "project",
  上缴上级支出: "remitted-to-superior",
  经营支出: "operating",
  对附属单位补助支出: "subsidy-to-subordinate"
}

const incoming = isA("opening", "revenue", "used")
const outgoing = isA("payment", "distributed")

const summary = (row: string, column: string): ReadonlyArray<Part> => {
  const source = sources[row]
  if (source !== undefined) return [plus((one) => one.of === "revenue" && one.source === source)]
  if (/^\d+$/u.test(row)) return [plus((one) => one.of === "payment" && under(row, one.functional))]
  const rows: Readonly<Record<string, ReadonlyArray<Part>>> = {
    本年收入合计: [plus(isA("revenue"))],
    "使用非财政拨款结余(含专用结余)": [plus(isA("used"))],
    年初结转和结余: [plus(isA("opening"))],
    本年支出合计: [plus(isA("payment"))],
    结余分配: [plus(isA("distributed"))],
    年末结转和结余: [plus(incoming), minus(outgoing)],
    总计: column === "收入" ? [plus(incoming)] : [plus(outgoing), plus(incoming), minus(outgoing)]
  }
  return rows[row] ?? []
}

const fiscalSummary = (row: string, column: string): ReadonlyArray<Part> => {
  const fund = funds[row] ?? funds[row.split("·")[1] ?? ""] ?? funds[column]
  const ofFund = (movement: Movement): boolean => (fund === undefined ? isFiscal(movement) : movement.fund === fund)
  const all = (...of: ReadonlyArray<Movement["of"]>) => plus((one) => isA(...of)(one) && ofFund(one))
  const less = (...of: ReadonlyArray<Movement["of"]>) => minus((one) => isA(...of)(one) && ofFund(one))
  if (/^\d+$/u.test(row)) return [plus((one) => one.of === "payment" && under(row, one.functional) && ofFund(one))]
  const closing = [all("opening", "revenue", "used"), less("payment", "distributed")]
  if (row === "本年收入合计" || funds[row] !== undefined) return [all("revenue")]
  if (row.startsWith("年初财政拨款结转和结余")) return [all("opening")]
  if (row === "本年支出合计") return [all("payment")]
  if (row === "年末财政拨款结转和结余") return closing
  return column === "收入" ? [all("revenue", "opening")] : [all("payment"), ...closing]
}

const byFund = (row: string, column: string, fund: string): ReadonlyArray<Part> => {
  const kind = kinds[column]
  const here = (movement: Movement): boolean => movement.fund === fund && under(row, movement.functional)
  const all = (of: Movement["of"]) => plus((one) => one.of === of && here(one))
  if (kind !== undefined) return [plus((one) => one.of === "payment" && one.kind === kind && here(one))]
  if (column === "年初结转和结余") return [all("opening")]
  if (column === "本年收入") return [all("revenue")]
  if (column === "年末结转和结余") {
    return [all("opening"), all("revenue"), minus((one) => one.of === "payment" && here(one))]
  }
  return [all("payment")]
}

const detail = (row: string): ReadonlyArray<Part> => {
  const personnel = (code: string): boolean => code.startsWith("301") || code.startsWith("303")
  const counts = (code: string): boolean => {
    if (row === "人员经费合计") return personnel(code)
    return row === "公用经费合计" ? !personnel(code) : code.startsWith(row)
  }
  return [
    plus(
      (one) =>
        one.of === "payment" && one.fund === "general-public-budget" && one.kind === "basic" && counts(one.economic)
    )
  ]
}

const threePublicCodes: Readonly<Record<string, readonly [item: string, codes: ReadonlyArray<string>]>> = {
  "因公出国(境)费": ["overseas-travel", ["30212"]],
  公务用车购置费: ["vehicle-purchase", ["30913", "31013"]],
  公务用车运行维护费: ["vehicle-operation", ["30231"]],
  公务接待费: ["official-reception", ["30217"]]
}

const threePublic = (column: string): ReadonlyArray<Part> => {
  const [half, label = ""] = column.split("·")
  const all = Object.entries(threePublicCodes)
  const wanted = all.filter(
    ([name]) => label === "合计" || label === name || (label.endsWith("小计") && name.startsWith("公务用车"))
  )
  const items = wanted.map(([, [item]]) => item)
  const codes = wanted.flatMap(([, [, of]]) => of)
  return half === "预算数"
    ? [plus((one) => one.of === "budget" && items.includes(one.item))]
    : [plus((one) => one.of === "payment" && isFiscal(one) && codes.includes(one.economic))]
}

const categories: Readonly<Record<string, string>> = { 货物: "goods", 工程: "works", 服务: "services" }

/** The parts of a cell of the ten tables; `undefined` where the cell counts no money. */
export const partsOf = (table: string, row: string, column: string): ReadonlyArray<Part> | undefined => {
  switch (table) {
    case "公开01":
      return summary(row, column)
    case "公开02": {
      const source = sources[column]
      const counts = ({ fund, source: of }: Movement): boolean =>
        column === "财政拨款收入" ? fund !== "non-fiscal" : source === undefined || of === source
      return [plus((one) => one.of === "revenue" && under(row, one.functional) && counts(one))]
    }
    case "公开03":
      return [
        plus(
          (one) => one.of === "payment" && under(row, one.functional) && [undefined, one.kind].includes(kinds[column])
        )
      ]
    case "公开04":
      return fiscalSummary(row, column)
    case "公开05":
      return byFund(row, column, "general-public-budget")
    case "公开06":
      return detail(row)
    case "公开07":
      return byFund(row, column, "government-fund")
    case "公开08":
      return byFund(row, column, "state-capital")
    case "公开09":
      return threePublic(column)
    case "公开10":
      if (row === "合计") return [plus(isA("procurement"))]
      return categories[row] === undefined
        ? undefined
        : [plus((one) => one.of === "procurement" && one.item === categories[row])]
    default:
      return undefined
  }
}

/** What the parts add up to, in 分. */
export const amountOf = (parts: ReadonlyArray<Part>, movements: ReadonlyArray<Movement>): bigint =>
  parts.reduce(
    (sum, [sign, counts]) =>
      movements.reduce((running, one) => (counts(one) ? running + sign * one.amount : running), sum),
    0n
  )

/** The events that any of the parts counts, sorted. */
export const eventsOf = (parts: ReadonlyArray<Part>, movements: ReadonlyArray<Movement>): ReadonlyArray<string> => {
  const counted = movements.filter((one) => parts.some(([, counts]) => counts(one)))
  return [...new Set(counted.map(({ event }) => event))].toSorted()
}

/** 分 as the form prints it: 万元, half away from zero at two decimals, blank where it is zero. */
export const printedOf = (amount: bigint): string | null => {
  if (amount === 0n) return null
  const size = amount < 0n ? -amount : amount
  const cents = (size + 5_000n) / 10_000n
  const digits = String(cents).padStart(3, "0")
  return `${amount < 0n && cents > 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 分 as exact text in 元. */
export const yuanOf = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, "0")
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
