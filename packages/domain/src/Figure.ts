/**
 * 数字与理由: a figure is a value with its reason, always. Leaves of the reason are events, cited parameters or places in
 * a published file; everything between is a formula that was evaluated, so the explanation cannot drift from the
 * computation and cannot be switched off.
 */
import type { Selection } from "./Entries.ts"
import type { Fen, Quantity } from "./Quantity.ts"

/** 依据: a document and its article, with the date from which it holds. `verified` says whether somebody checked it against the official text. */
export interface Citation {
  readonly document: string
  readonly article?: string
  readonly inForceFrom?: string
  readonly quote?: string
  readonly verified: boolean
}

/** Why there is no value. Not applicable, unknown and undefined stay apart; a blank is none of them. */
export type NoValue =
  | { readonly _tag: "InputMissing"; readonly input: string }
  | { readonly _tag: "DivisionByZero"; readonly divisor: string }
  | { readonly _tag: "NotApplicable"; readonly reason: string }

/** The value of a figure: a quantity, words (a grade, a target), or named absence. */
export type FigureValue =
  | { readonly _tag: "Quantity"; readonly quantity: Quantity }
  | { readonly _tag: "Text"; readonly text: string }
  | { readonly _tag: "NoValue"; readonly noValue: NoValue }

/** 理由. */
export type Because =
  /** Summed from entries: the events are found again by the selection, on demand. */
  | { readonly _tag: "Entries"; readonly selection: Selection; readonly count: number; readonly total: Fen }
  /** Stated by events as it is (a count of vehicles, a score that was given). Ids in the order of the log; empty: nobody stated it. */
  | { readonly _tag: "Stated"; readonly events: ReadonlyArray<string> }
  /** 参数: a dated, cited parameter of a rule set. */
  | { readonly _tag: "Given"; readonly citation: Citation }
  /** 推导: this formula of this rule over these figures. `formula` is the formula itself, printed. */
  | {
      readonly _tag: "Derived"
      readonly rule: string
      readonly formula: string
      readonly citation: Citation
      readonly inputs: ReadonlyArray<Figure>
    }

/**
 * 数字: with the address it is asked by (`公开03/2010306/项目支出`; `""` for a sum of entries or a parameter, which is only
 * ever met inside the reason of another), its label, its value and its reason.
 */
export interface Figure {
  readonly ref: string
  readonly label: string
  readonly value: FigureValue
  readonly because: Because
}

/** The quantity of a figure, or `undefined` where it has none. */
export const quantityOf = (figure: Figure): Quantity | undefined =>
  figure.value._tag === "Quantity" ? figure.value.quantity : undefined

/** Every leaf below a figure, each once, in the order of the formulas. */
export const leavesOf = (figure: Figure): ReadonlyArray<Figure> => {
  const seen = new Set<Figure>()
  const leaves: Array<Figure> = []
  const visit = (node: Figure): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.because._tag === "Derived") for (const input of node.because.inputs) visit(input)
    else leaves.push(node)
  }
  visit(figure)
  return leaves
}
