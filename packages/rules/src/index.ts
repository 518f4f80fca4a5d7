/** 规则: formulas as data, tables, identities and scores of final accounts. The public API. */
export {}
