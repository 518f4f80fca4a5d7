/** 政府采购: 小微 ≤ 中小 ≤ total. */
import { Quantities } from "@juesuan/domain"
import { ofPrinted } from "../../judging/Interval.ts"
import type { Judgement } from "../../judging/Finding.ts"
import type { Reading } from "../Reader.ts"
import { statedAmount } from "./amounts.ts"
import { faulty, pass, valueText, whereOf } from "./verdict.ts"

const { compare } = Quantities

const orderRule = "narrative.procurement-order"

const orders: ReadonlyArray<readonly [string, string, string, string]> = [
  ["procurement.small-and-micro", "小微企业", "procurement.small-and-medium", "中小企业"],
  ["procurement.small-and-medium", "中小企业", "procurement.total", "政府采购支出总额"]
]

export const judgeProcurementOrder = (reading: Reading): ReadonlyArray<Judgement> =>
  orders.flatMap(([small, smallName, large, largeName]) => {
    const part = statedAmount(reading, small)
    const whole = statedAmount(reading, large)
    if (part === undefined || whole === undefined) return []
    if (compare(ofPrinted(part.number).low, ofPrinted(whole.number).high) <= 0) return [pass]
    // Contracts of the year may exceed what was spent in it: against the total a word, no error.
    return [
      faulty({
        rule: orderRule,
        severity: large === "procurement.total" ? "warning" : "error",
        message: {
          zh: `授予${smallName}的合同金额${part.text}大于${largeName}${whole.text}。`,
          en: `contracts with ${smallName} (${part.text}) exceed ${largeName} (${whole.text}).`
        },
        where: [whereOf(part.quote), whereOf(whole.quote)],
        expected: `≤ ${valueText(whole.number)}`,
        found: valueText(part.number)
      })
    ]
  })
