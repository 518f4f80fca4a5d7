/**
 * The payments that every peer is measured on: made by a fixed rule, so that each run and each program sees the same ones.
 * 267 functional items, 60 economic items, 200 projects, 3 funds, the days of 2024.
 */
import type { DataOf, EconomicCode, FunctionalCode, StoredEvent } from "@juesuan/domain"

/** A linear congruential generator: the same numbers on every machine. */
const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}

const funds = ["general-public-budget", "general-public-budget", "government-fund", "state-capital"] as const
const classes = "01 02 03 04 05 06 07 08 10 11 12 13 14 15 16 17 19 20 21 22 24 29".split(" ")

/** 267 项 under 22 classes; codes of the right form, whether or not the list of a year holds them. */
const functionalItems: ReadonlyArray<FunctionalCode> = Array.from<unknown, FunctionalCode>(
  { length: 267 },
  (_, index) => {
    const group = Math.floor(index / classes.length)
    return `2${classes[index % classes.length]}${String(1 + (group % 4)).padStart(2, "0")}${String(1 + Math.floor(group / 4)).padStart(2, "0")}`
  }
)
const economicItems: ReadonlyArray<EconomicCode> = Array.from<unknown, EconomicCode>({ length: 60 }, (_, index) => {
  const economicClass = ["01", "02", "03", "07", "09", "10"][index % 6]
  return `3${economicClass}${String(1 + Math.floor(index / 6)).padStart(2, "0")}`
})
const projects: ReadonlyArray<string> = Array.from(
  { length: 200 },
  (_, index) => `P${String(index + 1).padStart(3, "0")}`
)

const dayOf = (index: number): string => {
  const day = new Date(Date.UTC(2024, 0, 1 + (index % 366)))
  return day.toISOString().slice(0, 10)
}
const days = Array.from({ length: 366 }, (_, index) => dayOf(index))

/** A project belongs to one functional item and one fund, as it does in a budget. */
const homeOf = (project: number) => ({
  project: projects[project] as string,
  functional: functionalItems[(project * 37) % functionalItems.length] as FunctionalCode,
  fund: funds[project % funds.length] as (typeof funds)[number]
})

/** The next payment. */
const paymentAt = (next: () => number): DataOf<"PaymentMade"> => {
  const pick = <Item>(items: ReadonlyArray<Item>): Item => items[(next() >>> 8) % items.length] as Item
  const fen = 1 + ((next() >>> 4) % 9_999_999)
  const home = (next() >>> 8) % 5 < 2 ? homeOf((next() >>> 8) % projects.length) : undefined
  const line =
    home === undefined
      ? { fund: pick(funds), functional: pick(functionalItems), kind: "basic" as const }
      : { ...home, kind: "project" as const }
  return {
    occurredOn: pick(days),
    ...line,
    economic: pick(economicItems),
    amount: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`,
    payee: "供应商（一）",
    summary: "办公费等日常支出"
  }
}

const stream = "year-900001-2024"

/** The log of one unit's year: registration, opening, then `count` payments. */
export function* yearOfPayments(count: number): Generator<StoredEvent> {
  let position = 0
  let version = 0
  const stored = <Type extends StoredEvent["type"]>(name: string, type: Type, data: DataOf<Type>, inStream: number) => {
    position += 1
    return {
      position,
      id: `${name}@${inStream}`,
      stream: name,
      version: inStream,
      type,
      schemaVersion: 1,
      data,
      metadata: {
        recordedAt: "2024-12-31T00:00:00.000Z",
        actor: "会计岗",
        evidence: `记-${String(position).padStart(7, "0")}`
      }
    } as StoredEvent
  }
  yield stored(
    "unit-900001",
    "UnitRegistered",
    {
      occurredOn: "2024-01-01",
      name: "基准测试单位",
      department: { code: "900", name: "基准测试部门" },
      jurisdiction: "shanxi"
    },
    1
  )
  yield stored("unit-900001", "UnitClassified", { occurredOn: "2024-01-01", category: "administrative" }, 2)
  version += 1
  yield stored(stream, "YearOpened", { occurredOn: "2024-01-01", carryovers: [] }, version)
  const next = numbers(20_240_101)
  for (let index = 0; index < count; index += 1) {
    version += 1
    yield stored(stream, "PaymentMade", paymentAt(next), version)
  }
}
