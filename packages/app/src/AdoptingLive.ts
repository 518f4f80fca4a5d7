/** 采纳 over an opened store: reads the files, plans what follows from them, and records all of it or nothing. */
import { readCarryovers, readDisclosure, type CarryoverRow, type NamedBytes } from "@juesuan/documents"
import { Jurisdiction, type PublishedDisclosure, streamName } from "@juesuan/domain"
import { addressesByMeaning, type AddressOfMeaning, ruleSetFor } from "@juesuan/rules"
import type { EventLog, RecordedEvent } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { adoptionObstacles, type AdoptionPlan, planAdoption } from "./Adopting.ts"
import { AppError, fromLog, refusal, type Says } from "./AppError.ts"
import type { AdoptRequest } from "./Books.ts"
import type { StreamStates } from "./Deciding.ts"
import { failed } from "./ImportFaults.ts"
import { importRows } from "./ImportingRows.ts"
import type { Adopted } from "./json/events.ts"

const read = (files: ReadonlyArray<NamedBytes>): Effect.Effect<PublishedDisclosure, AppError> =>
  Effect.flatMap(
    Effect.promise(() => readDisclosure(files)),
    (result) => Effect.fromResult(Result.mapError(result, (faults) => failed(faults, files[0]?.name ?? "")))
  )

const linesOf = (file: NamedBytes | undefined): Effect.Effect<ReadonlyArray<CarryoverRow>, AppError> =>
  file === undefined
    ? Effect.succeed([])
    : Effect.fromResult(Result.mapError(readCarryovers(file.name, file.bytes), (faults) => failed(faults, file.name)))

const every = async (log: EventLog, stream: string): Promise<ReadonlyArray<RecordedEvent>> => {
  const events: Array<RecordedEvent> = []
  for (;;) {
    const page = await log.readStreamPage(stream, { after: events.length })
    if (page.events.length === 0) return events
    events.push(...page.events)
  }
}

/** What the books know of the unit and of the year that is to be opened. */
interface Known {
  readonly jurisdiction: Jurisdiction | undefined
  readonly isOpen: boolean
}

const knownOf = (log: EventLog, unit: string, year: number): Effect.Effect<Known, AppError> =>
  fromLog(async () => {
    const registered = (await every(log, streamName({ family: "unit", unit }))).findLast(
      (event) => event.type === "UnitRegistered"
    )
    const own = await every(log, streamName({ family: "year", unit, year }))
    return {
      jurisdiction: registered?.type === "UnitRegistered" ? registered.data.jurisdiction : undefined,
      isOpen: own.some(({ type }) => type === "YearOpened")
    }
  })

const yearMissing = (): AppError =>
  refusal(
    "usage",
    "YearMissing",
    {},
    {
      zh: "文件里没有读到年度；请用 --year 写明要开账的年度（公开年度的下一年）。",
      en: "The document names no year: say with --year which year is to be opened (the one after the disclosure's)."
    }
  )

const unitUnknown = (unit: string): AppError =>
  refusal(
    "usage",
    "UnitNotRegistered",
    { unit },
    {
      zh: `账库里还没有单位 ${unit}：请用 --jurisdiction 写明地区（${Jurisdiction.ids.map(Jurisdiction.labelOf).join("、")}），用 --department 写明主管部门（代码:名称），一并登记。`,
      en: `The store does not know unit ${unit}: name its place with --jurisdiction (${Jurisdiction.ids.join(", ")}) and its department with --department CODE:NAME, and it is registered too.`
    }
  )

const obstructed = (obstacles: ReadonlyArray<Says>): AppError =>
  new AppError({
    category: "usage",
    code: "AdoptionIncomplete",
    details: {},
    issues: obstacles.map((says) => ({ code: "AdoptionIncomplete", says })),
    says: {
      zh: "还不能采纳，没有入账任何内容：",
      en: "It cannot be adopted yet; nothing was stored:"
    }
  })

const registrationOf = (
  request: AdoptRequest,
  document: PublishedDisclosure,
  known: Known
): Effect.Effect<{ readonly jurisdiction: Jurisdiction; readonly registration: object | undefined }, AppError> => {
  if (known.jurisdiction !== undefined)
    return Effect.succeed({ jurisdiction: known.jurisdiction, registration: undefined })
  const jurisdiction = request.jurisdiction === undefined ? undefined : Jurisdiction.idOf(request.jurisdiction)
  const { department } = request
  if (jurisdiction === undefined || department === undefined) return Effect.fail(unitUnknown(request.unit))
  const name = document.unit ?? department.name
  return Effect.succeed({ jurisdiction, registration: { name, department, jurisdiction } })
}

const addresses = (jurisdiction: Jurisdiction, year: number): Effect.Effect<AddressOfMeaning, AppError> => {
  const found = Result.flatMap(
    Result.mapError(ruleSetFor(jurisdiction, year), () => undefined),
    (ruleSet) => Result.mapError(addressesByMeaning(ruleSet, year), () => undefined)
  )
  if (Result.isSuccess(found)) return Effect.succeed(found.success)
  return Effect.fail(
    refusal(
      "notFound",
      "YearNotHeld",
      { jurisdiction, year },
      {
        zh: `没有 ${Jurisdiction.labelOf(jurisdiction)} ${year} 年度的规则或科目表，不能为这一年开账。`,
        en: `No rules or classification are held for ${jurisdiction} ${year}: that year cannot be opened.`
      }
    )
  )
}

/** Everything that adopting the request would record. */
const planned = (log: EventLog, request: AdoptRequest): Effect.Effect<AdoptionPlan, AppError> =>
  Effect.gen(function* () {
    const document = yield* read(request.files)
    const carryovers = yield* linesOf(request.carryovers)
    const year = request.year ?? (document.year === undefined ? undefined : document.year + 1)
    if (year === undefined) return yield* Effect.fail(yearMissing())
    const { unit } = request
    const known = yield* knownOf(log, unit, year)
    const { jurisdiction, registration } = yield* registrationOf(request, document, known)
    const addressOf = yield* addresses(jurisdiction, year)
    const terms = { unit, year, addressOf, carryovers, registration, isOpen: known.isOpen }
    const obstacles = adoptionObstacles(document, terms)
    if (obstacles.length > 0) return yield* Effect.fail(obstructed(obstacles))
    return planAdoption(document, terms)
  })

/** Adopts a disclosure: unit, opening and last year's figures in one transaction, or an error and nothing. */
export const adopting =
  (log: EventLog, states: StreamStates) =>
  (request: AdoptRequest): Effect.Effect<Adopted, AppError> =>
    Effect.gen(function* () {
      const plan = yield* planned(log, request)
      const file = request.files.map(({ name }) => name).join("、")
      const { actor, dryRun } = request
      const imported = yield* importRows({ log, states }, file, { unit: plan.unit, year: plan.year, actor, dryRun })({
        content: "requests",
        rows: plan.rows
      })
      const { positions, present, stored } = imported
      return {
        file,
        unit: plan.unit,
        year: plan.year,
        comparatives: plan.comparatives,
        stored,
        present,
        dryRun: dryRun === true,
        ...(positions === undefined ? {} : { positions })
      }
    })
