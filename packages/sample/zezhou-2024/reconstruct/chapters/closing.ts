/** 采购、盘点、年末: contracts over the year, counts, last year's figures, reasons; the year closed and published. */
import { ThreePublicCount } from "@juesuan/domain"
import { comparatives, zeroComparatives } from "../content/comparatives.ts"
import { reasons } from "../content/reasons.ts"
import { type Journal, ofYear } from "../Journal.ts"
import { narrative } from "../Published.ts"
import { solution, yuanOf } from "../Solution.ts"

const yearEnd = "2024-12-31"
const closedOn = "2025-01-10"
const publishedOn = "2025-09-19"

export const recordContracts = (journal: Journal): void => {
  for (const leaf of solution().leaves) {
    if (leaf.account !== "procurement") continue
    const { category, contract, fen, project, signedOn: occurredOn, size, supplier } = leaf
    journal.record({
      type: "ProcurementContracted",
      place: ofYear,
      occurredOn,
      recordedOn: occurredOn,
      actor: "采购岗",
      evidence: contract,
      data: { occurredOn, contract, category, amount: yuanOf(fen), supplier, size, project }
    })
  }
}

const recordCounts = (journal: Journal): void => {
  const common = {
    place: ofYear,
    occurredOn: yearEnd,
    recordedOn: yearEnd,
    actor: "资产岗",
    evidence: "2024年资产盘点表"
  }
  journal.record({
    ...common,
    type: "VehiclesCounted",
    data: { occurredOn: yearEnd, vehicles: [{ kind: "other", count: 2 }] }
  })
  journal.record({ ...common, type: "LargeEquipmentCounted", data: { occurredOn: yearEnd, count: 0 } })
  const [first, ...others] = ThreePublicCount.ids.map((item) => ({ item, count: item === "vehicles-kept" ? 2 : 0 }))
  if (first === undefined) throw new Error("the list of 三公 counts is empty")
  journal.record({
    ...common,
    actor: "会计岗",
    evidence: "“三公”经费统计表",
    type: "ThreePublicCounted",
    data: { occurredOn: yearEnd, counts: [first, ...others] }
  })
}

const recordComparatives = (journal: Journal): void => {
  const { lastYear } = solution()
  const figures = [
    ...comparatives.flatMap(({ addresses, parts }) => {
      const fen = lastYear.reduce((sum, each) => sum + (parts.includes(each.part) ? each.fen : 0), 0)
      return addresses.map((figure) => ({ figure, value: yuanOf(fen) }))
    }),
    ...zeroComparatives.map((figure) => ({ figure, value: "0.00" }))
  ]
  const source = "重构：由本年决算数与情况说明印出的增减额、增减幅度倒推"
  for (const { figure, value } of figures) {
    journal.record({
      type: "ComparativeRecorded",
      place: ofYear,
      occurredOn: yearEnd,
      recordedOn: "2025-01-07",
      actor: "决算岗",
      data: { occurredOn: yearEnd, figure, value, unit: "元", source }
    })
  }
}

const recordReasons = (journal: Journal): void => {
  const texts = new Map(narrative().reasons.map(({ about, text }) => [about, text]))
  for (const { addresses, published } of reasons) {
    const text = texts.get(published)
    if (text === undefined) throw new Error(`no published reason: ${published}`)
    for (const about of addresses) {
      journal.record({
        type: "ReasonStated",
        place: ofYear,
        occurredOn: yearEnd,
        recordedOn: "2025-01-08",
        actor: "决算岗",
        data: { occurredOn: yearEnd, about, text: text.replace(/[；。]$/u, "") }
      })
    }
  }
}

export const recordClosing = (journal: Journal): void => {
  recordCounts(journal)
  recordComparatives(journal)
  recordReasons(journal)
  journal.record({
    type: "YearClosed",
    place: ofYear,
    occurredOn: yearEnd,
    recordedOn: closedOn,
    actor: "决算岗",
    data: { occurredOn: yearEnd }
  })
  journal.record({
    type: "DisclosurePublished",
    place: ofYear,
    occurredOn: publishedOn,
    recordedOn: publishedOn,
    actor: "决算岗",
    data: { occurredOn: publishedOn, ruleSet: "shanxi-2024", place: "县政府门户网站（日期、网址为重构）" }
  })
}
