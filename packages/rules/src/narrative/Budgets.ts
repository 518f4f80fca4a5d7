/**
 * 一项的预算数: the budgets that a text states of one subject, by their kind; what a completion rate or an order is of.
 */
import type { BudgetKind, CompletionClaim, Stated } from "./Claim.ts"

export class Budgets {
  readonly #byKind = new Map<BudgetKind, Stated>()
  #last: { readonly stated: Stated; readonly kind: BudgetKind } | undefined

  state(stated: Stated, kind: BudgetKind): void {
    this.#last = { stated, kind }
    this.#byKind.set(kind, stated)
  }

  get last(): Stated | undefined {
    return this.#last?.stated
  }

  get lastKind(): BudgetKind | undefined {
    return this.#last?.kind
  }

  /** The budget, where only one was stated. */
  get only(): Stated | undefined {
    return this.#byKind.size > 1 ? undefined : this.last
  }

  /** The budget of the kind that a rate names, else the last one. */
  of(kind: BudgetKind): Pick<CompletionClaim, "budget" | "budgetKind"> {
    const ofKind = this.#byKind.get(kind)
    return ofKind === undefined
      ? { budget: this.last, budgetKind: this.lastKind ?? "unstated" }
      : { budget: ofKind, budgetKind: kind }
  }
}
