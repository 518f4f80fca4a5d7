/**
 * 归因的度量: mistakes of every kind put into consistent disclosures by the thousand: how many are seen, how many have their
 * cause named, how many have it named first. The figures of the last run stand in docs/assurance.md.
 */
import * as fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { diagnosed } from "../arbitrary/Diagnosed.ts"
import { planted, plants } from "../arbitrary/Mistakes.ts"
import { publishedYear } from "../arbitrary/PublishedYear.ts"

const disclosures = 100
const seed = 20261125
const draws = fc.sample(fc.tuple(publishedYear, fc.nat()), { numRuns: disclosures, seed })

interface Count {
  planted: number
  seen: number
  named: number
  /** Those that make an equality fail by itself. */
  reproducible: number
  found: number
  first: number
  /** Those whose every wrong cell is bound by two equalities or more. */
  bound: number
  firstOfBound: number
  wrongCertain: number
}

const lines: Array<string> = []

afterAll(() => {
  process.stdout.write(
    `${["| mistake | planted | seen | cell named | an equality fails by itself | cause found | first | bound by ≥ 2: first | wrong and certain |", ...lines].join("\n")}\n`
  )
})

describe("放进去的差错，成千上万", () => {
  it.each(plants)("%s", (name, plant) => {
    const count: Count = {
      planted: 0,
      seen: 0,
      named: 0,
      reproducible: 0,
      found: 0,
      first: 0,
      bound: 0,
      firstOfBound: 0,
      wrongCertain: 0
    }
    for (const [document, chance] of draws)
      for (const draw of [chance, chance + 1_000_003]) {
        const mistake = planted(document, plant, draw)
        if (mistake === undefined) continue
        const said = diagnosed(document, mistake)
        count.planted += 1
        if (!said.seen) continue
        const isBound = mistake.bound > 1 && said.reproducible
        count.seen += 1
        count.named += Number(said.named)
        count.reproducible += Number(said.reproducible)
        count.found += Number(said.found)
        count.first += Number(said.first)
        count.bound += Number(isBound)
        count.firstOfBound += Number(isBound && said.first)
        count.wrongCertain += Number(said.wrongCertain)
      }
    const { bound, first, firstOfBound, found, named, reproducible, seen, wrongCertain } = count
    lines.push(
      `| ${name} | ${count.planted} | ${seen} | ${named} | ${reproducible} | ${found} | ${first} | ${firstOfBound} of ${bound} | ${wrongCertain} |`
    )
    expect(seen).toBeGreaterThan(50)
    expect({ named, wrongCertain }).toEqual({ named: seen, wrongCertain: 0 })
    expect(found).toBeGreaterThanOrEqual(reproducible)
    expect(firstOfBound / bound).toBeGreaterThanOrEqual(0.95)
  })
})
