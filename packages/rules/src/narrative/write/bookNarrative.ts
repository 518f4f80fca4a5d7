/** 账与说明: the narrative of a year's ledger: what it stands on, its figures as a space, its words. */
import { type Cell, Grade, type Ledger } from "@juesuan/domain"
import { rowsLastYear, type YearBefore } from "../../content/national/last-year.ts"
import { knownProjects } from "../../content/national/projects.ts"
import type { ExpansionContext } from "../../expand.ts"
import type { DefinedSpace } from "../../FigureSpace.ts"
import { lazily } from "../../Lazy.ts"
import { addressesIn } from "../../meaning-addresses.ts"
import type { RuleSet } from "../../RuleSet.ts"
import { narrativeHead, type NarrativeRow, narrativeSpace } from "./narrativeSpace.ts"
import { narrativeCell, type Untold } from "./Telling.ts"
import type { NarrativeGround } from "./Topic.ts"
import { writeNarrative, type WrittenNarrative } from "./writeNarrative.ts"

/** Whose narrative, by which rules, and the books of the year before where they are at hand. */
export interface NarrativeScope {
  readonly unit: string
  readonly year: number
  readonly ruleSet: RuleSet
  readonly before: YearBefore | undefined
}

const groundOf = (ledger: Ledger, scope: NarrativeScope, context: ExpansionContext): NarrativeGround => {
  const { before, ruleSet } = scope
  const { grades } = ruleSet.scoring.policy
  return {
    addressOf: addressesIn(ruleSet, context.form),
    nameOf: context.nameOf,
    codesIn: context.codesIn,
    hasEntries: (selection) => context.source.sumOf(selection).count > 0,
    rowsLastYear: (meaning, wanted) => {
      const table = ruleSet.tables.find((one) => one.meaning === meaning)
      const column = table?.columns.find((one) => one.meaning === wanted)
      return table === undefined || column === undefined
        ? []
        : rowsLastYear(ledger, before, { table: table.id, column: column.label })
    },
    economicItems: context.form.economicItems,
    grades: Grade.ids.map((id) => grades.names[id]),
    projects: [...knownProjects(ledger, scope).keys()]
  }
}

/** Without the tables of the place nothing of them can be told. */
const withoutTables: Untold = { ref: narrativeHead, about: "figure", missing: "公开表样（规则集中没有这一地区的）" }

/** 情况说明 of a year's books. */
export class BookNarrative {
  readonly space: DefinedSpace<NarrativeRow>
  readonly #written: () => WrittenNarrative

  constructor(ledger: Ledger, scope: NarrativeScope, context: ExpansionContext) {
    const { source } = context
    const { ruleSet, year } = scope
    this.space = narrativeSpace(ruleSet.narrative, () => groundOf(ledger, scope, context), source)
    this.#written = lazily(() => {
      const reasons = new Map(ledger.facts("ReasonStated").map(({ data }) => [data.about, data.text]))
      const written = writeNarrative(this.space, { year, figures: source, reason: (about) => reasons.get(about) })
      return ruleSet.tables.length > 0 ? written : { ...written, untold: [withoutTables, ...written.untold] }
    })
  }

  get written(): WrittenNarrative {
    return this.#written()
  }

  /** An amount as the text prints it; `undefined` where the figure is none. */
  cellOf(section: string, column: string): Cell | undefined {
    const unit = this.space.rows.find(({ key }) => key === section)?.claimOf(column)?.unit
    const figure = this.space.figureAt(section, column)
    return figure === undefined || unit === undefined ? undefined : narrativeCell(figure, unit)
  }
}
