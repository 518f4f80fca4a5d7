/**
 * 其中行: lines of 收入支出决算总表 that are parts of the line above them, in the forms up to 2019 too: they are terms of no sum
 * over the table.
 */
import { normalizedLabel } from "@juesuan/domain"

const names =
  /^(?:[缴交]纳所得税|提取(?:职工福利|专用)基金|转入(?:事业基金|非财政拨款结余)|(?:基本支出|项目支出)结转(?:和结余)?|经营结余)$/u

export const isPartOfLine = (label: string): boolean => /^\s*其中/u.test(label) || names.test(normalizedLabel(label))
