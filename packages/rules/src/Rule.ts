/**
 * 规则: a formula with its name, its source, whose rule it is and from when. When a regulation changes, a rule with a
 * later `inForceFrom` is added; the old one is never edited.
 */
import type { Because, Citation, Figure, Jurisdiction } from "@juesuan/domain"
import { type FigureSource, type Outcome, evaluate } from "./formula/evaluate.ts"
import { describe } from "./formula/explain.ts"
import { type Formula, type Kind, type Reference, reference } from "./formula/Formula.ts"

/** What every kind of rule says about itself. */
export interface RuleHeader {
  /** Stable, English, unique over all rules, e.g. `performance.execution-rate-score`. */
  readonly id: string
  /** The official term. */
  readonly label: string
  readonly citation: Citation
  readonly jurisdiction: Jurisdiction
  /** `YYYY-MM-DD`. */
  readonly inForceFrom: string
}

/** An input that a rule declares; its formula knows it only by this. */
export interface InputDeclaration {
  readonly label: string
  readonly kind: Kind
}

/** 规则 with declared inputs. */
export interface Rule<Name extends string = string> extends RuleHeader {
  readonly inputs: { readonly [Key in Name]: InputDeclaration }
  readonly kind: Kind
  readonly formula: Formula
}

/** A rule as it is written: its formula receives references to its own declared inputs, so a misspelt input does not compile. */
export interface RuleSource<Name extends string> extends Omit<Rule<Name>, "formula"> {
  readonly formula: (inputs: { readonly [Key in Name]: Reference }) => Formula
}

/**
 * @example
 * defineRule({
 *   id: "performance.execution-rate", label: "执行率", citation, jurisdiction: "national", inForceFrom: "2020-01-01",
 *   inputs: { disbursed: { label: "全年执行数", kind: yuan }, budgeted: { label: "全年预算数", kind: yuan } },
 *   kind: ratio,
 *   formula: ({ budgeted, disbursed }) => quotient(disbursed, budgeted)
 * })
 */
export const defineRule = <const Name extends string>(source: RuleSource<Name>): Rule<Name> => {
  const declared = Object.entries<InputDeclaration>(source.inputs)
  const references = Object.fromEntries(
    declared.map(([name, { kind, label }]) => [name, reference(name, label, kind)])
  ) as { readonly [Key in Name]: Reference }
  return { ...source, formula: source.formula(references) }
}

/** 定义: what a figure is by rule: the rule that says so, and its formula for this figure. */
export interface Definition {
  readonly rule: RuleHeader
  readonly formula: Formula
}

/** A figure that is worked out when its value or its reason is first read; as JSON it is what every figure is. */
class DerivedFigure implements Figure {
  readonly ref: string
  readonly label: string
  readonly #definition: Definition
  readonly #source: FigureSource
  #outcome: Outcome | "in progress" | undefined
  #reason: DerivedReason | undefined

  constructor(at: Pick<Figure, "ref" | "label">, definition: Definition, source: FigureSource) {
    this.ref = at.ref
    this.label = at.label
    this.#definition = definition
    this.#source = source
  }

  get value(): Figure["value"] {
    return this.#evaluated().value
  }

  get because(): DerivedReason {
    this.#reason ??= reasonOf(this.#definition, this.#evaluated())
    return this.#reason
  }

  toJSON(): Figure {
    const { because, label, ref, value } = this
    return { ref, label, value, because }
  }

  #evaluated(): Outcome {
    if (this.#outcome === "in progress") throw new Error(`the figure depends on itself: ${this.ref}`)
    if (this.#outcome === undefined) {
      this.#outcome = "in progress"
      this.#outcome = evaluate(this.#definition.formula, this.#source)
    }
    return this.#outcome
  }
}

/** The figure that a definition gives. Nothing is computed before its value or its reason is read, and nothing twice. */
export const derived = (at: Pick<Figure, "ref" | "label">, definition: Definition, source: FigureSource): Figure =>
  new DerivedFigure(at, definition, source)

const reasonOf = (definition: Definition, { figureOf, inputs }: Outcome): DerivedReason => ({
  _tag: "Derived",
  rule: definition.rule.id,
  get formula() {
    return describe(definition.formula)
  },
  citation: definition.rule.citation,
  inputs,
  definition,
  figureOf
})

/** The reason of a figure that was derived here: beside the printed formula the formula itself. */
export interface DerivedReason extends Extract<Because, { readonly _tag: "Derived" }> {
  readonly definition: Definition
  /** Which of the inputs stands for a part of the formula. */
  readonly figureOf: Outcome["figureOf"]
}

/**
 * The reason of a derived figure with its formula as data, for readers that compute it again or write it as something else
 * (a spreadsheet formula); `undefined` for a figure that is recorded, stated or given.
 */
export const derivedReasonOf = ({ because }: Figure): DerivedReason | undefined =>
  because._tag === "Derived" && "definition" in because ? (because as DerivedReason) : undefined

/** A rule's formula reads its inputs and nothing else: it may select no entries of its own. */
const noEntries: FigureSource["sumOf"] = () => {
  throw new Error("the formula of a rule with declared inputs selects entries")
}

/** Applies a rule to figures: the figure at `ref`, with the rule and these inputs as its reason. */
export const applyRule = <Name extends string>(
  rule: Rule<Name>,
  inputs: { readonly [Key in Name]: Figure },
  at: { readonly ref: string; readonly label?: string }
): Figure => {
  const byName = new Map<string, Figure>(Object.entries<Figure>(inputs))
  const source: FigureSource = { figureAt: (name) => byName.get(name), sumOf: noEntries }
  return derived({ ref: at.ref, label: at.label ?? rule.label }, { rule, formula: rule.formula }, source)
}
