/**
 * 单位情况与盘点: what events state as it is and forms and the narrative repeat: the unit's category, vehicles, large equipment,
 * counts of “三公”经费. The latest statement by business date holds; a kind of vehicle that a count does not list was counted
 * as none.
 */
import {
  type Figure,
  type FigureValue,
  type Ledger,
  Quantities,
  type RecordedFact,
  ThreePublicCount,
  type Unit,
  UnitCategory,
  VehicleKind
} from "@juesuan/domain"
import { type FigureSpace, type StatedRow, addressOf, statedSpace } from "../../FigureSpace.ts"
import { type Reference, reference } from "../../formula/Formula.ts"

const unitHead = "单位"
const countHead = "盘点"
const [general, category, vehicleRow, equipmentRow, threePublicRow] = [
  "基本情况",
  "单位类别",
  "车辆",
  "设备",
  "三公经费实物量"
]
const equipmentLabel = "单价100万元（含）以上设备（不含车辆）"

/** 单位类别, as words. */
export const unitCategory: Reference = reference(addressOf(unitHead, general, category), category, "words")

/** The number of vehicles of a kind. */
export const vehicles = (kind: VehicleKind): Reference => {
  const label = VehicleKind.labelOf(kind)
  return reference(addressOf(countHead, vehicleRow, label), label, Quantities.freeUnit("辆"))
}

const sets: Unit = Quantities.freeUnit("台（套）")

/** The number of sets of large equipment. */
export const equipment: Reference & { readonly kind: Unit } = {
  ...reference(addressOf(countHead, equipmentRow, equipmentLabel), equipmentLabel, sets),
  kind: sets
}

/** 团组, 人次, 购置, 保有量 …, as counted for “三公”经费. */
export const threePublicCount = (item: ThreePublicCount): Reference & { readonly kind: Unit } => {
  const label = ThreePublicCount.labelOf(item).replace("其中：", "")
  const kind = Quantities.freeUnit(ThreePublicCount.entries[item].unit)
  return { ...reference(addressOf(countHead, threePublicRow, label), label, kind), kind }
}

const stated = (
  { label, ref }: Reference,
  fact: Pick<RecordedFact, "id"> | undefined,
  value: () => FigureValue
): Figure => ({
  ref,
  label,
  value: fact === undefined ? { _tag: "NoValue", noValue: { _tag: "InputMissing", input: label } } : value(),
  because: { _tag: "Stated", events: fact === undefined ? [] : [fact.id] }
})

const counted = (count: number, unit: Unit): FigureValue => ({
  _tag: "Quantity",
  quantity: Quantities.quantity(String(count), unit)
})

/** The unit's category at the end of the year; where it was only stated later, the first that was. */
const categoryFigure = (ledger: Ledger, year: number): Figure => {
  const facts = ledger.facts("UnitClassified")
  const fact = facts.findLast(({ data }) => data.occurredOn <= `${year}-12-31`) ?? facts[0]
  return stated(unitCategory, fact, () => ({
    _tag: "Text",
    text: fact === undefined ? "" : UnitCategory.labelOf(fact.data.category)
  }))
}

const vehicleFigures = (ledger: Ledger): Readonly<Record<string, Figure>> => {
  const fact = ledger.facts("VehiclesCounted").at(-1)
  const countOf = (kind: VehicleKind): number =>
    (fact?.data.vehicles ?? []).filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)
  return Object.fromEntries(
    VehicleKind.ids.map((kind) => {
      const at = vehicles(kind)
      return [at.label, stated(at, fact, () => counted(countOf(kind), Quantities.freeUnit("辆")))]
    })
  )
}

const equipmentFigure = (ledger: Ledger): Figure => {
  const fact = ledger.facts("LargeEquipmentCounted").at(-1)
  return stated(equipment, fact, () => counted(fact?.data.count ?? 0, sets))
}

/** Each count as it was stated last; a kind that nobody counted is not known. */
const threePublicFigures = (ledger: Ledger): Readonly<Record<string, Figure>> => {
  const facts = ledger.facts("ThreePublicCounted")
  return Object.fromEntries(
    ThreePublicCount.ids.map((item) => {
      const at = threePublicCount(item)
      const fact = facts.findLast(({ data }) => data.counts.some((one) => one.item === item))
      const count = fact?.data.counts.find((one) => one.item === item)?.count ?? 0
      return [at.label, stated(at, fact, () => counted(count, at.kind))]
    })
  )
}

const row = (key: string, figures: StatedRow["figures"]): StatedRow => ({ key, label: key, figures })

/** `单位/基本情况/单位类别`, `盘点/车辆/其他用车`, `盘点/设备/…`, `盘点/三公经费实物量/…`. */
export const statementSpaces = (ledger: Ledger, year: number): ReadonlyArray<FigureSpace> => [
  statedSpace({ head: unitHead, names: [] }, [row(general, { [category]: categoryFigure(ledger, year) })]),
  statedSpace({ head: countHead, names: ["资产盘点"] }, [
    row(vehicleRow, vehicleFigures(ledger)),
    row(equipmentRow, { [equipmentLabel]: equipmentFigure(ledger) }),
    row(threePublicRow, threePublicFigures(ledger))
  ])
]
