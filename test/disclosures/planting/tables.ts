/** 表中的错: cells changed, slipped, taken from elsewhere; rows left out; totals not updated. */
import type { Chance } from "../Chance.ts"
import type { DraftTable } from "../Draft.ts"
import { decimalText } from "../layouts/grids.ts"
import {
  amountIn,
  headingOf,
  labelOf,
  printedCellsOf,
  replaced,
  tablesOf,
  withTexts,
  type CellAt,
  type Plant,
  type Planted,
  type TableAt
} from "./Plant.ts"

const hierarchical = ["income", "expenditure", "general", "governmentFund"] as const
const checked = [...hierarchical, "summary", "fiscal", "basic", "official"] as const

/** Differences below this are within what rounding of many terms allows. */
const substantial = 100

const texts = (table: DraftTable, amount: number): string =>
  decimalText(
    amount,
    table.body.some((row) => row.some((cell) => cell !== undefined && /\d,\d{3}\.\d{2}$/u.test(cell.text)))
  )

const done = (
  draft: Parameters<Plant["plant"]>[0],
  { index, table }: TableAt,
  changed: DraftTable,
  truth: { readonly kind: string; readonly cells: ReadonlyArray<CellAt>; readonly detail: string }
): Planted => ({
  draft: replaced(draft, index, changed),
  truth: {
    kind: truth.kind,
    table: table.title,
    rows: truth.cells.flatMap(({ row, column, cell }) => [cell.origin?.row ?? "", labelOf(table, row, column)]),
    columns: truth.cells.map(({ column }) => headingOf(table, column)),
    detail: truth.detail
  }
})

/** A kind that gives one cell another text: `undefined` where this cell does not lend itself to it. */
const ofOneCell = (
  kind: string,
  change: (amount: number, chance: Chance) => number | undefined,
  kinds: ReadonlyArray<DraftTable["kind"]> = checked
): Plant => ({
  kind,
  plant: (draft, chance) => {
    const places = tablesOf(draft, kinds).flatMap((at) => {
      const cells = printedCellsOf(at.table).filter(({ cell }) => Math.abs(amountIn(cell.text) ?? 0) > substantial)
      return cells.length === 0 ? [] : [{ at, cells }]
    })
    for (const { at, cells } of chance.shuffled(places))
      for (const place of chance.shuffled(cells)) {
        const amount = amountIn(place.cell.text) ?? 0
        const other = change(amount, chance)
        if (other === undefined || Math.abs(other - amount) <= substantial) continue
        const text = texts(at.table, other)
        const changed = withTexts(at.table, new Map([[`${place.row}/${place.column}`, text]]))
        return done(draft, at, changed, { kind, cells: [place], detail: `${place.cell.text} → ${text}` })
      }
    return undefined
  }
})

const digitDropped = (amount: number, chance: Chance): number | undefined => {
  const whole = String(Math.floor(amount / 100))
  if (amount < 0 || whole.length < 2) return undefined
  const at = chance.whole(0, whole.length - 1)
  const left = whole.slice(0, at) + whole.slice(at + 1)
  return left.startsWith("0") ? undefined : Number(left) * 100 + (amount % 100)
}

const digitsSwapped = (amount: number, chance: Chance): number | undefined => {
  const digits = [...String(amount)]
  if (amount < 0 || digits.length < 4) return undefined
  const at = chance.whole(0, digits.length - 4)
  const [one, other] = [digits[at], digits[at + 1]]
  if (one === other || other === "0" || one === undefined || other === undefined) return undefined
  digits[at] = other
  digits[at + 1] = one
  return Number(digits.join(""))
}

const columnSlipped: Plant = {
  kind: "column-shifted-by-a-row",
  plant: (draft, chance) => {
    for (const at of chance.shuffled(tablesOf(draft, hierarchical))) {
      const cells = printedCellsOf(at.table)
      const columns = [...new Set(cells.map(({ column }) => column))]
      for (const column of chance.shuffled(columns)) {
        const inColumn = cells.filter((one) => one.column === column && one.cell.origin?.row !== "total")
        const filled = inColumn.filter(({ cell }) => (amountIn(cell.text) ?? 0) > substantial)
        if (filled.length < 4) continue
        const rotated = [inColumn.at(-1), ...inColumn.slice(0, -1)]
        const changes = inColumn.map(({ row, cell }, index) => {
          const text = rotated[index]?.cell.text ?? cell.text
          return [`${row}/${column}`, text] as const
        })
        const changed = inColumn.filter(({ cell }, index) => cell.text !== rotated[index]?.cell.text)
        if (changed.length < 2) continue
        const truth = { kind: columnSlipped.kind, cells: changed, detail: headingOf(at.table, column) }
        return done(draft, at, withTexts(at.table, new Map(changes)), truth)
      }
    }
    return undefined
  }
}

const intoNextColumn: Plant = {
  kind: "value-in-next-column",
  plant: (draft, chance) => {
    for (const at of chance.shuffled(tablesOf(draft, ["expenditure", "general"]))) {
      const cells = printedCellsOf(at.table)
      for (const place of chance.shuffled(cells)) {
        const next = cells.find(({ row, column }) => row === place.row && column === place.column + 1)
        const isItem = place.cell.origin?.row.length === 7 && place.cell.origin.column !== "total"
        const isEmpty = next !== undefined && !(Math.abs(amountIn(next.cell.text) ?? 0) > 0)
        if (!isItem || !isEmpty || next === undefined || (amountIn(place.cell.text) ?? 0) <= substantial) continue
        const changes = new Map([
          [`${place.row}/${place.column}`, next.cell.text],
          [`${next.row}/${next.column}`, place.cell.text]
        ])
        const truth = { kind: intoNextColumn.kind, cells: [place, next], detail: place.cell.text }
        return done(draft, at, withTexts(at.table, changes), truth)
      }
    }
    return undefined
  }
}

const budgetForActual: Plant = {
  kind: "budget-for-actual",
  plant: (draft, chance) => {
    for (const at of tablesOf(draft, ["official"])) {
      const cells = printedCellsOf(at.table)
      const pairs = cells.flatMap((actual) => {
        const item = actual.cell.origin?.column.replace("actual.", "")
        const budget = cells.find(({ cell }) => cell.origin?.column === `budget.${item}`)
        const isActual = actual.cell.origin?.column.startsWith("actual.") ?? false
        const [one, other] = [amountIn(actual.cell.text), amountIn(budget?.cell.text ?? "")]
        const differ = one !== undefined && other !== undefined && Math.abs(one - other) > 5
        return isActual && budget !== undefined && differ ? [{ actual, budget }] : []
      })
      if (pairs.length === 0) continue
      const { actual, budget } = chance.pick(pairs)
      const changes = new Map([[`${actual.row}/${actual.column}`, budget.cell.text]])
      const detail = `${actual.cell.text} → ${budget.cell.text}`
      return done(draft, at, withTexts(at.table, changes), { kind: budgetForActual.kind, cells: [actual], detail })
    }
    return undefined
  }
}

const figureOfOtherTable: Plant = {
  kind: "figure-of-another-table",
  plant: (draft, chance) => {
    const tables = tablesOf(draft, hierarchical)
    for (const at of chance.shuffled(tables))
      for (const other of chance.shuffled(tables.filter(({ index }) => index !== at.index))) {
        const theirs = printedCellsOf(other.table)
        const pairs = printedCellsOf(at.table).flatMap((place) => {
          const twin = theirs.find(
            ({ cell }) => cell.origin?.row === place.cell.origin?.row && cell.origin?.column === "total"
          )
          const [mine, its] = [amountIn(place.cell.text), amountIn(twin?.cell.text ?? "")]
          const differ = mine !== undefined && its !== undefined && Math.abs(mine - its) > substantial && its !== 0
          return twin !== undefined && differ && mine !== 0 ? [{ place, twin }] : []
        })
        if (pairs.length === 0) continue
        const { place, twin } = chance.pick(pairs)
        const changes = new Map([[`${place.row}/${place.column}`, twin.cell.text]])
        const detail = `${place.cell.text} → ${twin.cell.text}`
        return done(draft, at, withTexts(at.table, changes), { kind: figureOfOtherTable.kind, cells: [place], detail })
      }
    return undefined
  }
}

const missingRow: Plant = {
  kind: "missing-row",
  plant: (draft, chance) => {
    const places = tablesOf(draft, hierarchical).flatMap((at) =>
      printedCellsOf(at.table)
        .filter(({ cell }) => cell.origin?.row.length === 5 && /^\d{5}$/u.test(cell.origin.row))
        .map((place) => ({ at, place }))
    )
    if (places.length === 0) return undefined
    const { at, place } = chance.pick(places)
    const body = at.table.body.filter((_, row) => row !== place.row)
    const breaks = at.table.breaks.filter((row) => row < body.length)
    const detail = place.cell.origin?.row ?? ""
    return done(draft, at, { ...at.table, body, breaks }, { kind: missingRow.kind, cells: [place], detail })
  }
}

/** Adds to an item and to everything over it up to `last`; the row total goes with it. */
const raised = (kind: string, kinds: ReadonlyArray<DraftTable["kind"]>, withTotal: boolean): Plant => ({
  kind,
  plant: (draft, chance) => {
    for (const at of chance.shuffled(tablesOf(draft, kinds))) {
      const cells = printedCellsOf(at.table)
      const items = cells.filter(
        ({ cell }) =>
          cell.origin?.row.length === 7 &&
          cell.origin.column !== "total" &&
          (amountIn(cell.text) ?? 0) > 10 * substantial
      )
      if (items.length === 0) continue
      const place = chance.pick(items)
      const code = place.cell.origin?.row ?? ""
      const added = substantial * chance.whole(3, 60)
      const rows = [code, code.slice(0, 5), code.slice(0, 3), ...(withTotal ? ["total"] : [])]
      const columns = ["total", place.cell.origin?.column ?? ""]
      const touched = cells.filter(
        ({ cell }) => rows.includes(cell.origin?.row ?? "") && columns.includes(cell.origin?.column ?? "")
      )
      const changes = new Map(
        touched.map(({ row, column, cell }) => [
          `${row}/${column}`,
          texts(at.table, (amountIn(cell.text) ?? 0) + added)
        ])
      )
      const shown = withTotal ? touched : [...touched, ...cells.filter(({ cell }) => cell.origin?.row === "total")]
      return done(draft, at, withTexts(at.table, changes), { kind, cells: shown, detail: `${code} +${added / 100}` })
    }
    return undefined
  }
})

export const tablePlants: ReadonlyArray<Plant> = [
  ofOneCell("cell-changed", (amount, chance) => amount + substantial * chance.whole(2, 400)),
  ofOneCell("digit-dropped", digitDropped),
  ofOneCell("digits-swapped", digitsSwapped),
  ofOneCell("sign", (amount) => -amount),
  ofOneCell("yuan-for-ten-thousand", (amount) => amount * 10_000),
  columnSlipped,
  intoNextColumn,
  budgetForActual,
  figureOfOtherTable,
  missingRow,
  raised("total-not-updated", hierarchical, false),
  raised("tables-disagree", ["expenditure", "general"], true)
]
