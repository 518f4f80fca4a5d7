/** 得分率: which share of its weight a score earns. No share is below nothing or above all of it. */
import { Quantities } from "@juesuan/domain"
import { type Formula, constant, greatest, least } from "../../formula/Formula.ts"

const { quantity, ratio } = Quantities

/** 100 %. */
export const all = constant(quantity("1", ratio))
const nothing = constant(quantity("0", ratio))

/** A share held between nothing and all. */
export const betweenNoneAndAll = (share: Formula): Formula => greatest(nothing, least(share, all))
