/**
 * 上一年度: the year before a department-year, made of what that one says of it: what was spent, what was left over, 三公 and
 * running costs. It holds together by itself; of the year before it nothing is known.
 */
import { isPersonnel } from "./data/economic.ts"
import { type DepartmentYear, type Line, spent, sum } from "./DepartmentYear.ts"

const lineBefore = (line: Line): Line => {
  const { fund, lastBasic: basic, lastProject: project, opening: closing } = line
  const received = basic + project + closing
  const isOwn = fund === "own"
  return {
    ...line,
    opening: 0,
    fiscal: isOwn ? 0 : received,
    own: { superior: 0, business: 0, operating: 0, affiliate: 0, other: isOwn ? received : 0 },
    basic,
    project,
    operating: 0,
    closing,
    initial: received
  }
}

/** An amount in parts like those of another; the last part takes what is left. */
const inParts = (
  total: number,
  parts: ReadonlyArray<readonly [string, number]>
): ReadonlyArray<readonly [string, number]> => {
  const whole = sum(parts.map(([, amount]) => amount))
  const made = parts.map(([code, amount]) => [code, Math.floor((total * amount) / whole)] as const)
  const rest = total - sum(made.map(([, amount]) => amount))
  return made.map(([code, amount], index) => [code, index === made.length - 1 ? amount + rest : amount])
}

/** Items of 三公, which the form of last year shows by its own amounts. */
const ofOfficial = new Set(["30212", "30217", "30231", "31013"])

/** 基本支出 by 款: running costs as the text has them, the rest personnel; `undefined` where they do not fit into it. */
const economicBefore = (year: DepartmentYear, basic: number): ReadonlyMap<string, number> | undefined => {
  const all = [...year.economic].filter(([code]) => !ofOfficial.has(code))
  const [personnel, running] = [true, false].map((which) => all.filter(([code]) => isPersonnel(code) === which))
  const cost = year.kind === "institution" ? Math.floor(basic / 4) : year.operatingCost.last
  const fits = cost <= basic && (personnel?.length ?? 0) > 0 && ((running?.length ?? 0) > 0 || cost === 0)
  return fits
    ? new Map(
        [...inParts(basic - cost, personnel ?? []), ...inParts(cost, running ?? [])].filter(([, amount]) => amount > 0)
      )
    : undefined
}

/** `undefined` where what the year says of the one before does not make a year. */
export const yearBefore = (year: DepartmentYear): DepartmentYear | undefined => {
  const lines = year.lines.map(lineBefore).filter((line) => spent(line) + line.closing > 0)
  const general = lines.filter(({ fund }) => fund === "general")
  const economic = economicBefore(year, sum(general.map(({ basic }) => basic)))
  if (economic === undefined) return undefined
  const projectTotal = sum(general.map(({ project }) => project))
  return {
    ...year,
    year: year.year - 1,
    lines,
    surplusUsed: 0,
    surplusDistributed: 0,
    economic,
    economicOfProjects: new Map(projectTotal > 0 ? [["39999", projectTotal]] : []),
    official: { ...year.official, budget: year.official.last, actual: year.official.last },
    operatingCost: { ...year.operatingCost, now: year.kind === "institution" ? 0 : year.operatingCost.last }
  }
}
