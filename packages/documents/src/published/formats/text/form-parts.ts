/**
 * 自评表的各部分: a form of self-evaluation is several tables under each other, each with columns of its own: what the project
 * is, its funds, its goals, its indicators. In text, where only blanks part the cells, each is set for itself.
 */
import type { SourceLine } from "./lines.ts"

const headsIndicators = (text: string): boolean => text.includes("一级指标") && /[二三]级指标|指标名称/u.test(text)

const headsFunds = (text: string): boolean =>
  /预算/u.test(text) && /执行数|执行率/u.test(text) && /得分|分值/u.test(text)

const headsGoals = (text: string): boolean => /^(?:项目)?(?:年度|总体|绩效|年度总体|年度绩效)目标/u.test(text)

/** Whether a part of a form begins at a line: it has the headings of one, and no numbers. */
const beginsPart = ({ text }: SourceLine): boolean => {
  const plain = text.replaceAll(/\s/gu, "")
  return !/\d/u.test(plain) && (headsIndicators(plain) || headsFunds(plain) || headsGoals(plain))
}

/** Lines that follow each other, cut where a part of a form begins. */
export const formParts = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<ReadonlyArray<SourceLine>> => {
  const parts: Array<Array<SourceLine>> = [[]]
  for (const line of lines) {
    if (beginsPart(line) && parts.at(-1)?.length !== 0) parts.push([])
    parts.at(-1)?.push(line)
  }
  return parts
}
