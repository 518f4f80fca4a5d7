/** 跨年的错: both disclosures hold together by themselves; only beside each other they do not. */
import type { Chance } from "../Chance.ts"
import type { DepartmentYear, Line } from "../DepartmentYear.ts"
import { paragraphText, type Draft, type Paragraph } from "../Draft.ts"
import type { Drafted } from "../Made.ts"
import { amountIn, labelOf, headingOf, printedCellsOf, replaced, tablesOf, withTexts, type Truth } from "./Plant.ts"

interface Named {
  readonly kind: string
}

/** What a plant asks of a finding; the makers know no more of what judges. */
interface Found {
  readonly rule: string
  readonly rules?: ReadonlyArray<string>
  readonly cause?: Named & { readonly alternatives?: ReadonlyArray<Named> }
}

interface PlantedAcrossYears {
  readonly draft: Draft
  readonly before: Draft
  readonly truth: Truth
  /** What a finding must say beside the place. */
  readonly isFoundBy: (finding: Found) => boolean
}

export interface PlantAcrossYears {
  readonly kind: string
  /** `beside` drafts the year before, of the year as it is or of one that says otherwise. */
  readonly plant: (
    made: Drafted,
    beside: (year?: DepartmentYear) => Draft | undefined,
    chance: Chance
  ) => PlantedAcrossYears | undefined
}

/** 1 至 90 万元 in 分: more than what rounding of any sum allows. */
const difference = (chance: Chance): number => chance.whole(1, 90) * 1_000_000

const withLine = (year: DepartmentYear, changed: Line, by: Partial<Line>): DepartmentYear => ({
  ...year,
  lines: year.lines.map((line) => (line === changed ? { ...line, ...by } : line))
})

/** What this year opened with is not what last year closed with. */
const openingOff: PlantAcrossYears = {
  kind: "opening-carryover",
  plant: ({ draft, year }, beside, chance) => {
    const [line] = chance.shuffled(year.lines.filter(({ fund }) => fund !== "stateCapital"))
    const [table] = tablesOf(draft, ["summary"])
    if (line === undefined || table === undefined) return undefined
    const by = difference(chance)
    const before = beside(withLine(year, line, { opening: line.opening + by }))
    if (before === undefined) return undefined
    const truth = { table: table.table.title, rows: ["年初结转和结余"], detail: `${line.code}: ${by}` }
    return {
      draft,
      before,
      truth: { kind: "opening-carryover", ...truth },
      isFoundBy: ({ rule, rules = [] }) => [rule, ...rules].some((one) => one.startsWith("identity.previous-year."))
    }
  }
}

/** Paragraphs that say by how much a figure changed. */
const changes = ({ blocks }: Draft): ReadonlyArray<string> =>
  blocks.flatMap((block) =>
    block.block === "paragraph" &&
    block.parts.some((part) => typeof part !== "string" && part.part === "amount" && part.role === "change")
      ? [paragraphText(block)]
      : []
  )

/** Changes and rates of growth were worked out against figures that last year's disclosure does not have. */
const growthOff: PlantAcrossYears = {
  kind: "growth-base",
  plant: ({ draft, year }, beside, chance) => {
    const lines = year.lines.filter(({ fund, lastProject }) => fund === "general" && lastProject > 0)
    const [line] = chance.shuffled(lines)
    const texts = changes(draft)
    if (line === undefined || texts.length === 0) return undefined
    const by = difference(chance)
    const before = beside(withLine(year, line, { lastProject: line.lastProject + by }))
    if (before === undefined) return undefined
    return {
      draft,
      before,
      truth: { kind: "growth-base", quote: texts.join(""), detail: `${line.code}: ${by}` },
      isFoundBy: ({ rule }) => rule === "narrative.previous-year"
    }
  }
}

/** What the form of a place does not print, last year's disclosure cannot tell either. */
const isPrinted = (draft: Draft, text: string): boolean =>
  !text.includes("机关运行经费") || tablesOf(draft, ["statistics"]).length > 0

/** A paragraph in which the amount of a change stands before its rate. */
const ratedChange = (draft: Draft, chance: Chance) =>
  chance.shuffled(
    draft.blocks.flatMap((block, index) => {
      if (block.block !== "paragraph" || !isPrinted(draft, paragraphText(block))) return []
      const { parts } = block
      return parts.flatMap((part, at) => {
        const [amount, joint, percent] = parts.slice(at + 1)
        if (typeof part === "string" || part.part !== "direction" || typeof joint !== "string") return []
        if (amount === undefined || typeof amount === "string" || amount.part !== "amount") return []
        if (percent === undefined || typeof percent === "string" || percent.part !== "percent") return []
        return percent.role === "growth" ? [{ index, parts, at, joint, percent }] : []
      })
    })
  )[0]

/** Only the rate is told, and it is not that of last year's figure. */
const rateOff: PlantAcrossYears = {
  kind: "growth-rate",
  plant: ({ draft }, beside, chance) => {
    const found = ratedChange(draft, chance)
    const before = beside()
    if (found === undefined || before === undefined) return undefined
    const { at, index, joint, parts, percent } = found
    const hundredths = Math.round(Number(percent.text.replace("%", "")) * 100) + 100 * chance.whole(2, 30)
    const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}%`
    const rate = [joint.replace(/^.*，/u, ""), { ...percent, text }]
    const paragraph: Paragraph = { block: "paragraph", parts: [...parts.slice(0, at), ...rate, ...parts.slice(at + 4)] }
    return {
      draft: replaced(draft, index, paragraph),
      before,
      truth: { kind: "growth-rate", quote: paragraphText(paragraph), detail: `${percent.text} → ${text}` },
      isFoundBy: ({ rule }) => rule === "narrative.previous-year"
    }
  }
}

const copiedSheets = ["income", "expenditure", "general", "governmentFund"] as const

/** A cell holds what it held last year. */
const copiedFigure: PlantAcrossYears = {
  kind: "figure-of-last-year",
  plant: ({ draft }, beside, chance) => {
    const before = beside()
    if (before === undefined) return undefined
    const old = new Map(
      tablesOf(before, copiedSheets)
        .flatMap(({ table }) => printedCellsOf(table))
        .map(({ cell: { origin, text } }) => [`${origin?.sheet}/${origin?.row}/${origin?.column}`, text])
    )
    const places = tablesOf(draft, copiedSheets).flatMap((at) =>
      printedCellsOf(at.table).map((place) => ({ at, place }))
    )
    for (const { at, place } of chance.shuffled(places)) {
      const { cell, column, row } = place
      const text = old.get(`${cell.origin?.sheet}/${cell.origin?.row}/${cell.origin?.column}`) ?? ""
      const [now, then] = [amountIn(cell.text), amountIn(text)]
      if (now === undefined || then === undefined || then < 100 || Math.abs(now - then) <= 100) continue
      const changed = withTexts(at.table, new Map([[`${row}/${column}`, text]]))
      return {
        draft: replaced(draft, at.index, changed),
        before,
        truth: {
          kind: "figure-of-last-year",
          table: at.table.title,
          rows: [cell.origin?.row ?? "", labelOf(at.table, row, column)],
          columns: [headingOf(at.table, column)],
          detail: `${cell.text} → ${text}`
        },
        isFoundBy: ({ cause }) =>
          [cause, ...(cause?.alternatives ?? [])].some((one) => one?.kind === "figure-of-last-year")
      }
    }
    return undefined
  }
}

export const plantsAcrossYears: ReadonlyArray<PlantAcrossYears> = [openingOff, growthOff, rateOff, copiedFigure]
