/** 开头与结尾: the unit, the year and its projects at the beginning; the year closed, published and reopened at the end. */
import { closingCarryovers, Fund, RevenueSource, type CommandRequest } from "@juesuan/domain"
import { items, projects, unit, year } from "./menu.ts"
import { carryoversOf } from "./money.ts"
import { type Dice, type Plan, plan, type Planned, yuanOf } from "./Plan.ts"

const register: Plan = () => [
  ...plan({
    type: "UnitRegistered",
    data: {
      occurredOn: "2019-03-01",
      name: "某县某局",
      department: { code: "023", name: "某县某局" },
      jurisdiction: "shanxi"
    }
  }),
  ...plan({ type: "UnitClassified", data: { occurredOn: "2019-03-01", category: "administrative" } }),
  ...plan({ type: "InternalOfficesEstablished", data: { occurredOn: "2019-03-01", offices: ["办公室"] } })
]

const establish: Plan = () =>
  projects.map(
    (project): Planned => ({
      project,
      request: {
        type: "ProjectEstablished",
        data: { occurredOn: "2024-01-02", name: `项目${project}`, basis: "年度工作计划", office: "办公室" }
      }
    })
  )

/** Carry-over that overlaps other carry-over would be refused as a whole, so what overlaps is left out. */
const withoutOverlap = (carryovers: ReturnType<typeof carryoversOf>): ReturnType<typeof carryoversOf> =>
  carryovers.filter((line, index) =>
    carryovers
      .slice(0, index)
      .every(
        (other) =>
          other.fund !== line.fund ||
          other.kind !== line.kind ||
          other.project !== line.project ||
          other.functional === line.functional ||
          !(other.functional.startsWith(line.functional) || line.functional.startsWith(other.functional))
      )
  )

/** The unit registered, its year opened with some carry-over, its projects established. */
export const opening = (carryovers: ReadonlyArray<Dice>): ReadonlyArray<Plan> => [
  register,
  () =>
    plan({
      type: "YearOpened",
      data: { occurredOn: "2024-01-01", carryovers: withoutOverlap(carryoversOf(carryovers)) }
    }),
  establish
]

/** The revenue that fiscal lines lack, so that the year can be closed. */
const receiveWhatLacks: Plan = (books) =>
  closingCarryovers(books.yearState(unit, year)).flatMap(({ amount, line }): ReadonlyArray<Planned> => {
    const source = RevenueSource.ids.find((id) => id === line.fund)
    const functional = items.find((item) => item.startsWith(line.functional))
    if (amount >= 0 || source === undefined || !Fund.entries[line.fund].fiscal || functional === undefined) return []
    const { kind, project } = line
    const data = {
      occurredOn: "2024-12-31",
      source,
      functional,
      kind,
      ...(project === undefined ? {} : { project }),
      amount: yuanOf(-amount),
      payer: "财政局"
    }
    return plan({ type: "RevenueReceived", data })
  })

const close: CommandRequest = { type: "YearClosed", data: { occurredOn: "2024-12-31" } }

const publish: CommandRequest = {
  type: "DisclosurePublished",
  data: { occurredOn: "2025-09-01", ruleSet: "shanxi-2024", place: "门户网站" }
}

const reopen: CommandRequest = {
  type: "YearReopened",
  data: { occurredOn: "2025-10-01", approval: "批复6号", reason: "审计调整" }
}

/** Closed and published; one year in three is reopened and closed once more. */
export const closing: ReadonlyArray<Plan> = [
  receiveWhatLacks,
  () => plan(close),
  (_, { a }) => (a % 2 === 0 ? plan(publish) : []),
  (_, { b }) => (b % 3 === 0 ? [...plan(reopen), ...plan(close)] : [])
]
