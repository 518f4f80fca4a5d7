/** 实物量: counts against the table of further information, against one another and against the amounts beside them. */
import { Quantities, type Quantity } from "@juesuan/domain"
import { subjectOf } from "../../content/narrative/subjects.ts"
import type { Judgement, Where } from "../../judging/Finding.ts"
import type { Cells } from "../Cells.ts"
import type { CountClaim } from "../Claim.ts"
import type { Reading } from "../Reader.ts"
import { heldSum, statedAmount } from "./amounts.ts"
import { amountText, faulty, notJudged, pass, whereOf } from "./verdict.ts"

const { compare, isZero, quantity, text } = Quantities

const countRule = "narrative.count"

const heldCount = (
  cells: Cells,
  address: string
): { readonly text: string; readonly where: ReturnType<typeof whereOf> } | undefined => {
  const held = cells.at(address)
  if (held._tag === "Unknown") return undefined
  return { text: held._tag === "Empty" ? "0" : text(held.number.value), where: held.where }
}

const allVehicles = "further-information/vehicles/amount"

/** 开支财政拨款的保有量 may leave vehicles out that others pay for; it is never more than all. */
const ofVehicles = (kept: string, all: string): "warning" | "note" => (Number(kept) > Number(all) ? "warning" : "note")

const judgeCount = (claim: CountClaim, cells: Cells): Judgement => {
  const own = claim.cell === undefined ? undefined : heldCount(cells, claim.cell)
  // Where no table counts 保有量, all vehicles stand for it.
  const kept = own === undefined && claim.id === "vehicles-kept"
  const held = kept ? heldCount(cells, allVehicles) : own
  if (held === undefined) return notJudged(`表中没有“${claim.name}”`, `no table holds “${claim.name}”`)
  const stated = text(claim.stated.number.value)
  if (stated === held.text) return pass
  return faulty({
    rule: countRule,
    severity: kept ? ofVehicles(stated, held.text) : "error",
    message: {
      zh: `“${claim.name}”在文字中为${claim.stated.text}，表中${kept ? "车辆数合计" : ""}为${held.text}${claim.unit}。`,
      en: `“${claim.name}” is ${claim.stated.text} in the text and ${held.text} in the table.`
    },
    where: [whereOf(claim.stated.quote), held.where],
    expected: held.text,
    found: stated
  })
}

export const judgeCounts = ({ cells, claims }: Reading): ReadonlyArray<Judgement> => {
  const counts = claims.filter((claim) => claim.kind === "count")
  return [
    ...counts.map((claim) => judgeCount(claim, cells)),
    ...kindsOfVehicles(counts),
    ...restated(counts),
    ...groupsAndPersons(counts),
    ...keptAndOwned(counts, cells)
  ]
}

const isKind = ({ id }: CountClaim): boolean => id.startsWith("vehicles.")

/** The kinds that a text lists after 其中 add up to at most all vehicles. */
const kindsOfVehicles = (counts: ReadonlyArray<CountClaim>): ReadonlyArray<Judgement> => {
  const all = counts.find(({ id }) => id === "vehicles")
  const kinds = counts.filter(isKind)
  if (all === undefined || kinds.length === 0) return []
  const zero = quantity("0", all.stated.number.value.unit)
  const sumOf = (some: ReadonlyArray<CountClaim>): Quantity =>
    some.map(({ stated }) => stated.number.value).reduce(Quantities.plus, zero)
  // Kinds of the form, and others that stand beside them (一般公务用车) or within one of them (其他用车, of them 救护车).
  const sum = sumOf(kinds)
  const order = compare(sum, all.stated.number.value)
  const ofForm = kinds.filter(({ id }) => !id.startsWith("vehicles.named-"))
  if (order === 0 || compare(sumOf(ofForm), all.stated.number.value) === 0) return [pass]
  if (order > 0 && compare(sumOf(ofForm), sum) < 0)
    return [notJudged("各类车辆的口径不能确定", "which kinds of vehicles add up is not known")]
  return [
    faulty({
      rule: countRule,
      severity: order > 0 ? "error" : "warning",
      message: {
        zh: `各类车辆相加为${text(sum)}辆，车辆合计写为${all.stated.text}。`,
        en: `the kinds of vehicles add up to ${text(sum)}, the total is given as ${all.stated.text}.`
      },
      where: [whereOf(all.stated.quote)],
      expected: text(sum),
      found: text(all.stated.number.value)
    })
  ]
}

const once = new Set(["overseas-groups", "overseas-persons", "vehicles-purchased", "vehicles-kept"])

const restated = (counts: ReadonlyArray<CountClaim>): ReadonlyArray<Judgement> =>
  [...once].flatMap((id) => {
    const [first, ...others] = counts.filter((claim) => claim.id === id)
    const other = others.find(
      ({ stated }) => text(stated.number.value) !== text(first?.stated.number.value ?? stated.number.value)
    )
    if (first === undefined || other === undefined) return []
    return [
      faulty({
        rule: countRule,
        severity: "error",
        message: {
          zh: `“${first.name}”前后不一：${first.stated.text}与${other.stated.text}。`,
          en: `“${first.name}” is stated as ${first.stated.text} and as ${other.stated.text}.`
        },
        where: [whereOf(other.stated.quote), whereOf(first.stated.quote)],
        expected: text(first.stated.number.value),
        found: text(other.stated.number.value)
      })
    ]
  })

const together: ReadonlyArray<readonly [groups: string, persons: string, said?: RegExp]> = [
  ["overseas-groups", "overseas-persons"],
  ["reception-batches", "reception-persons"],
  // 外事接待0批，累计接待0人次; behind a bracket that closes after 0批 stand all persons.
  ["foreign-reception-batches", "reception-persons", /外[事宾]接待[^（()）]{0,8}批次?[，,、][^（()）]{0,8}人/u]
]

/** Nobody travels in no group and nobody is received in no batch; and the other way round. */
const groupsAndPersons = (counts: ReadonlyArray<CountClaim>): ReadonlyArray<Judgement> =>
  counts.flatMap((groups, index) => {
    const persons = counts[index + 1]
    const paired = together.some(
      ([left, right, said]) =>
        groups.id === left && persons?.id === right && said?.test(groups.stated.quote.quote) !== false
    )
    if (persons === undefined || !paired || groups.stated.quote.quote !== persons.stated.quote.quote) return []
    if (isZero(groups.stated.number.value) === isZero(persons.stated.number.value)) return [pass]
    return [
      faulty({
        rule: countRule,
        severity: "error",
        message: {
          zh: `“${groups.name}”为${groups.stated.text}，“${persons.name}”为${persons.stated.text}，不可能同时成立。`,
          en: `${groups.stated.text} of “${groups.name}” and ${persons.stated.text} of “${persons.name}” cannot both be.`
        },
        where: [whereOf(groups.stated.quote)],
        expected: groups.stated.text,
        found: persons.stated.text
      })
    ]
  })

/** 保有量 of the text against the vehicles of the text, where no table counts them. */
const paidByGrant = /财政拨款[^，,。；]*保有量/u

const keptAndOwned = (counts: ReadonlyArray<CountClaim>, cells: Cells): ReadonlyArray<Judgement> => {
  const kept = counts.find(({ id }) => id === "vehicles-kept")
  const owned = counts.find(({ id }) => id === "vehicles")
  if (kept === undefined || owned === undefined || heldCount(cells, allVehicles) !== undefined) return []
  const severity = ofVehicles(text(kept.stated.number.value), text(owned.stated.number.value))
  const sameCount = text(kept.stated.number.value) === text(owned.stated.number.value)
  // 开支财政拨款的保有量 is not said to be of all vehicles.
  if (sameCount || (severity === "note" && paidByGrant.test(kept.stated.quote.quote))) return [pass]
  return [
    faulty({
      rule: countRule,
      severity,
      message: {
        zh: `公务用车保有量写为${kept.stated.text}，车辆写为${owned.stated.text}。`,
        en: `${kept.stated.text} of official vehicles are kept, ${owned.stated.text} are owned.`
      },
      where: [whereOf(kept.stated.quote), whereOf(owned.stated.quote)],
      expected: owned.stated.text,
      found: kept.stated.text
    })
  ]
}

const zeroRule = "narrative.count-and-amount"

/** A count and the amount that it stands beside: 购置 0 辆 with a purchase, 接待 0 批次 with a reception. */
const pairs: ReadonlyArray<readonly [string, string]> = [
  ["overseas-groups", "three-public.overseas-travel"],
  ["vehicles-purchased", "three-public.vehicle-purchase"],
  ["reception-batches", "three-public.official-reception"]
]

interface Spent {
  readonly isNothing: boolean
  readonly text: string
  readonly where: ReadonlyArray<Where>
}

/** What was spent: as the text states it, else as the table holds it. */
const spentOn = (reading: Reading, id: string): Spent | undefined => {
  const stated = statedAmount(reading, id)
  if (stated !== undefined)
    return { isNothing: isZero(stated.number.value), text: stated.text, where: [whereOf(stated.quote)] }
  const held = heldSum(reading.cells, subjectOf(id)?.cells ?? [])
  if (held === undefined) return undefined
  return { isNothing: isZero(held.value), text: amountText(held.value, "万元"), where: held.where }
}

export const judgeCountsAndAmounts = (reading: Reading): ReadonlyArray<Judgement> =>
  pairs.flatMap(([countId, amountId]) => {
    const counts = reading.claims.filter((claim) => claim.kind === "count" && claim.id === countId)
    const amount = spentOn(reading, amountId)
    const [count] = counts
    if (count?.kind !== "count" || amount === undefined) return []
    const none = counts.every((one) => one.kind === "count" && isZero(one.stated.number.value))
    if (none === amount.isNothing) return [pass]
    return [
      faulty({
        rule: zeroRule,
        severity: "warning",
        message: {
          zh: `“${count.name}”为${count.stated.text}，相应的支出却为${amount.text}。`,
          en: `“${count.name}” is ${count.stated.text}, yet the expenditure is ${amount.text}.`
        },
        where: [whereOf(count.stated.quote), ...amount.where]
      })
    ]
  })
