/** 账与说明: the narrative of a year's ledger: what it stands on, its figures as a space, its words. */
import { type Cell, Grade, type Ledger } from "@juesuan/domain"
import { rowsLastYear } from "../../content/national/last-year.ts"
import { knownProjects } from "../../content/national/projects.ts"
import type { ExpansionContext } from "../../expand.ts"
import type { DefinedSpace } from "../../FigureSpace.ts"
import { lazily } from "../../Lazy.ts"
import { addressesIn } from "../../meaning-addresses.ts"
import type { RuleSet } from "../../RuleSet.ts"
import { type NarrativeRow, narrativeSpace } from "./narrativeSpace.ts"
import { narrativeCell } from "./Telling.ts"
import type { NarrativeGround } from "./Topic.ts"
import { writeNarrative, type WrittenNarrative } from "./writeNarrative.ts"

interface Year {
  readonly unit: string
  readonly year: number
}

const groundOf = (ledger: Ledger, whose: Year, ruleSet: RuleSet, context: ExpansionContext): NarrativeGround => {
  const { grades } = ruleSet.scoring.policy
  return {
    addressOf: addressesIn(ruleSet, context.form),
    nameOf: context.nameOf,
    codesIn: context.codesIn,
    hasEntries: (selection) => context.source.sumOf(selection).count > 0,
    rowsLastYear: (meaning, wanted) => {
      const table = ruleSet.tables.find((one) => one.meaning === meaning)
      const column = table?.columns.find((one) => one.meaning === wanted)
      return table === undefined || column === undefined ? [] : rowsLastYear(ledger, table.id, column.label)
    },
    economicItems: context.form.economicItems,
    grades: Grade.ids.map((id) => grades.names[id]),
    projects: [...knownProjects(ledger, whose).keys()]
  }
}

/** 情况说明 of a year's books. */
export class BookNarrative {
  readonly space: DefinedSpace<NarrativeRow>
  readonly #written: () => WrittenNarrative

  constructor(ledger: Ledger, whose: Year, ruleSet: RuleSet, context: ExpansionContext) {
    const { source } = context
    this.space = narrativeSpace(ruleSet.narrative, () => groundOf(ledger, whose, ruleSet, context), source)
    this.#written = lazily(() => {
      const reasons = new Map(ledger.facts("ReasonStated").map(({ data }) => [data.about, data.text]))
      return writeNarrative(this.space, { year: whose.year, figures: source, reason: (about) => reasons.get(about) })
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
