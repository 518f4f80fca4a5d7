/** 拒绝: every refusal, in the one order of precedence, with its fields and its sentence in both languages. */
import { decodeRequest, type Refusal, refusalMessage, refusalPrecedence } from "@juesuan/domain"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { ladders } from "./refusal-ladders.ts"
import { refusalOf } from "./specification.ts"

const rungs = ladders.flatMap((ladder) => ladder.rungs)
const given = rungs.map((rung) => refusalOf(rung.given, rung.when))
const isRefusal = (refusal: Refusal | undefined): refusal is Refusal => refusal !== undefined

describe("拒绝的先后", () => {
  for (const { accepted, name, rungs } of ladders) {
    it(`${name}：逐一改正，依次说明最先的不符，最后接受`, () => {
      for (const { fields, given, refused, when } of rungs) {
        expect(refusalOf(given, when), refused).toMatchObject({ _tag: refused, ...fields })
      }
      expect(refusalOf(...accepted)).toBeUndefined()
    })

    it(`${name}：次序与约定的先后一致`, () => {
      const places = rungs.map(({ refused }) => refusalPrecedence.indexOf(refused))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((left, right) => left - right))
    })
  }

  it("每一种拒绝都出现过，约定的先后中每种恰有一个位置", () => {
    const seen = new Set(rungs.map(({ refused }) => refused))
    expect(refusalPrecedence.filter((tag) => !seen.has(tag))).toEqual([])
    expect(new Set(refusalPrecedence).size).toBe(refusalPrecedence.length)
  })

  it("被拒绝的请求本身都读得进来：拒绝的是事，不是格式", () => {
    for (const { when } of rungs) {
      const decoded = decodeRequest(when.request.type, when.request.data)
      expect(Result.isSuccess(decoded), JSON.stringify(when.request)).toBe(true)
    }
  })
})

describe("拒绝的说法", () => {
  const refusals = given.filter(isRefusal)
  /** What is itself written in letters: event ids and project codes. */
  const codes = /(?:unit|year|project)-[0-9A-Za-z-]+(?:@\d+)?|P\d\d/gu

  it("中文说法里没有英文标识", () => {
    for (const refusal of refusals) {
      const sentence = refusalMessage(refusal, "zh")
      expect(sentence.replaceAll(codes, "")).not.toMatch(/[A-Za-z]{2,}|undefined|,/u)
      expect(sentence).toMatch(/。$/u)
    }
  })

  it("英文说法里除名称外没有中文", () => {
    const names = /“[^”]*”/gu
    for (const refusal of refusals) {
      const sentence = refusalMessage(refusal, "en")
      expect(sentence.replaceAll(names, "")).not.toMatch(/[\u4e00-\u9fff，。：]|undefined/u)
      expect(sentence).toMatch(/\.$/u)
    }
  })

  it("每一种拒绝的两种说法如图册所载", async () => {
    const byTag = new Map<string, Refusal>(refusals.toReversed().map((refusal) => [refusal._tag, refusal]))
    const pages = refusalPrecedence.flatMap((tag) => {
      const refusal = byTag.get(tag)
      return refusal === undefined
        ? []
        : [`${tag}\n  ${refusalMessage(refusal, "zh")}\n  ${refusalMessage(refusal, "en")}\n`]
    })
    await expect(pages.join("\n")).toMatchFileSnapshot("refusals.txt")
  })
})
