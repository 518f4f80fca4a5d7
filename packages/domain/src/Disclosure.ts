/**
 * 决算公开: a disclosure as data, the same type whether it was derived from events or read from a published file:
 * tables with their printed cells, and evaluations. Each cell keeps what is printed apart from the exact figure.
 */
import type { Figure } from "./Figure.ts"
import type { Unit } from "./Quantity.ts"

/**
 * 栏: its number (栏次; `null` where the form numbers no columns), its label (unique in the table; nested headings are
 * joined by ·), and the printed headings from top to bottom.
 */
export interface Column {
  readonly number: number | null
  readonly label: string
  readonly headings: ReadonlyArray<string>
  /** What it means whatever it is called: `expenditure.basic`. */
  readonly meaning: string
}

/** 单元格. `printed` is the text as printed, `null` where the cell is blank; `unit` is the unit of the printed text. */
export interface Cell {
  readonly printed: string | null
  readonly unit: Unit
  readonly figure: Figure
}

/**
 * 行: `key` is its code where it has one, else its label without numbering; `label` is as printed. `lines` are the
 * printed 行次, by the title of the side on a form with sides (收入, 支出), else by column label. `section` is the heading
 * the row stands under, where the form has such headings.
 */
export interface Row {
  readonly key: string
  readonly label: string
  /** A functional or economic code, or a row of a form: `income-of-year`. */
  readonly meaning: string
  readonly level: number
  readonly section?: string
  readonly lines: Readonly<Record<string, number>>
  readonly cells: Readonly<Record<string, Cell>>
}

/** One printed line of a form that lays rows side by side (收入 left, 支出 right): per side the row's key and 行次, or an empty place. */
export interface PrintedLine {
  readonly sides: ReadonlyArray<{ readonly row?: string; readonly line?: number }>
}

/** A column of the form that says which row it is: the row's code, its label, or its 行次. */
export interface Stub {
  readonly holds: "code" | "label" | "line"
  readonly headings: ReadonlyArray<string>
}

/** 版式: how the rows stand on the printed form. */
export type Arrangement =
  | { readonly _tag: "List"; readonly stubs: ReadonlyArray<Stub> }
  | {
      readonly _tag: "SideBySide"
      /** Each side with its columns, by label. */
      readonly sides: ReadonlyArray<{
        readonly title: string
        readonly stubs: ReadonlyArray<Stub>
        readonly columns: ReadonlyArray<string>
      }>
      readonly lines: ReadonlyArray<PrintedLine>
    }

/** 表: one of the tables of a disclosure, e.g. 公开03. */
export interface Table {
  readonly id: string
  /** `expenditure`, whatever its number is. */
  readonly meaning: string
  readonly title: string
  /** 金额单位, as printed in the head of the table. */
  readonly unit: string
  /** What the head of the form calls the unit (部门名称) and the unit of its amounts (金额单位). */
  readonly captions: { readonly name: string; readonly amounts: string }
  readonly columns: ReadonlyArray<Column>
  readonly rows: ReadonlyArray<Row>
  readonly arrangement: Arrangement
  readonly notes: ReadonlyArray<string>
}

/** 资金 of a project evaluation: each amount in 元, exact. */
export interface EvaluationFunds {
  readonly applied: Figure
  readonly approved: Figure
  readonly fullYear: Figure
  readonly executed: Figure
  readonly unspent: Figure
  /** 执行率 on the full-year budget, and on the year-start budget. */
  readonly executionRate: Figure
  readonly initialExecutionRate: Figure
  /** 偏差原因 of the budget execution. */
  readonly reason: Figure
}

/** 指标 of an evaluation: what was recorded beside what the rules compute. */
export interface EvaluationIndicator {
  readonly level1: string
  readonly level2: string
  readonly indicator: string
  readonly target: Figure
  readonly actual: Figure
  readonly weight: Figure
  /** 得分 as given. */
  readonly score: Figure
  /** 计算得分 by the rule set. */
  readonly computedScore: Figure
  readonly reason: Figure
}

/** 项目支出绩效自评 of one project. */
export interface Evaluation {
  readonly project: string
  readonly name: string
  readonly funds: EvaluationFunds
  readonly indicators: ReadonlyArray<EvaluationIndicator>
  readonly executionScore: Figure
  readonly indicatorScore: Figure
  readonly total: Figure
  readonly grade: Figure
  /** As stated by the unit's own conclusion. */
  readonly stated: {
    readonly executionScore: Figure
    readonly indicatorScore: Figure
    readonly total: Figure
    readonly grade: Figure
  }
  /** By the rules from the computed scores alone. */
  readonly computed: { readonly indicatorScore: Figure; readonly total: Figure; readonly grade: Figure }
}

/** 部门决算公开. */
export interface Disclosure {
  readonly unit: { readonly code: string; readonly name: string }
  readonly year: number
  /** The rule set that derived it, e.g. `shanxi-2024`. */
  readonly ruleSet: string
  readonly tables: ReadonlyArray<Table>
  readonly evaluations: ReadonlyArray<Evaluation>
}
