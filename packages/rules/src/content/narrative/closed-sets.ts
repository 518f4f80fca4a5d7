/**
 * 合计的组成: wholes of the narrative and the parts that make them up by definition, by subject id; each whole with the
 * alternatives in which a text may list its parts.
 */
import type { Wording } from "../../judging/Finding.ts"

export interface ClosedSet {
  readonly label: Wording
  readonly whole: string
  readonly parts: ReadonlyArray<ReadonlyArray<string>>
  /** Parts that may hold others of the list: what they alone make up is no fault, and they prove none. */
  readonly orAlone?: ReadonlyArray<ReadonlyArray<string>>
}

export const closedSets: ReadonlyArray<ClosedSet> = [
  {
    label: { zh: "“三公”经费", en: "the three public expenses" },
    whole: "three-public.total",
    parts: [
      ["three-public.overseas-travel", "three-public.vehicles", "three-public.official-reception"],
      [
        "three-public.overseas-travel",
        "three-public.vehicle-purchase",
        "three-public.vehicle-operation",
        "three-public.official-reception"
      ]
    ]
  },
  {
    label: { zh: "公务用车购置及运行维护费", en: "purchase and operation of official vehicles" },
    whole: "three-public.vehicles",
    parts: [["three-public.vehicle-purchase", "three-public.vehicle-operation"]]
  },
  {
    label: { zh: "公务用车运行维护费", en: "operation of official vehicles" },
    whole: "three-public.vehicle-operation",
    parts: [
      [
        "three-public.operation.fuel",
        "three-public.operation.repair",
        "three-public.operation.insurance",
        "three-public.operation.other"
      ]
    ]
  },
  {
    label: { zh: "公务接待费", en: "official reception" },
    whole: "three-public.official-reception",
    parts: [
      ["three-public.reception.domestic", "three-public.reception.overseas"],
      ["three-public.reception.domestic", "three-public.reception.foreign-affairs"]
    ],
    orAlone: [["three-public.reception.domestic"]]
  },
  {
    label: { zh: "政府采购支出", en: "government procurement" },
    whole: "procurement.total",
    parts: [["procurement.goods", "procurement.works", "procurement.services"]]
  },
  {
    label: { zh: "基本支出", en: "basic expenditure" },
    whole: "general-public.basic",
    parts: [["basic.personnel", "basic.public-use"]]
  }
]
