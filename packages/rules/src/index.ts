/** 规则: formulas as data, tables, identities and scores of final accounts. The public API. */
export * as Formulas from "./formula/Formula.ts"
export type { Formula } from "./formula/Formula.ts"
export * from "./formula/evaluate.ts"
export * from "./formula/explain.ts"
export * from "./Rule.ts"
