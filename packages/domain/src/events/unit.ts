/**
 * 单位: what is recorded about a unit itself. The names in this file are what is stored: renaming one is a migration.
 */
import * as Schema from "effect/Schema"
import { EconomicCode, FunctionalCode } from "../ItemCode.ts"
import { FiscalYear } from "../EventId.ts"
import { Jurisdiction, UnitCategory } from "../Terms.ts"
import { dated, Words } from "./fields.ts"

export const unitEvents = {
  /** 单位登记: the unit exists, with its official name, its department and the jurisdiction whose rules it follows. */
  UnitRegistered: Schema.Struct({
    ...dated,
    name: Words,
    department: Schema.Struct({ code: Words, name: Words }),
    jurisdiction: Jurisdiction.schema
  }),
  /** 单位分类: 行政单位, 参照公务员法管理事业单位 or 事业单位; the latest by business date holds. */
  UnitClassified: Schema.Struct({ ...dated, category: UnitCategory.schema }),
  /** 内设机构: the complete list as of the day. */
  InternalOfficesEstablished: Schema.Struct({ ...dated, offices: Schema.NonEmptyArray(Words) }),
  /** 科目增设: a functional or economic code of a year that the built-in list does not hold, with the document that introduced it. */
  ClassificationItemAdopted: Schema.Struct({
    ...dated,
    year: FiscalYear,
    item: Schema.Union([
      Schema.Struct({ classification: Schema.tag("functional"), code: FunctionalCode }),
      Schema.Struct({ classification: Schema.tag("economic"), code: EconomicCode })
    ]),
    name: Words,
    source: Words
  })
} as const
