/** 规则 as they are held, and as a user's file adds to them. */
import { readRuleFile } from "@juesuan/documents"
import { type Disclosure, nearestTo, type PublishedDisclosure } from "@juesuan/domain"
import {
  type CheckRule,
  checkRulesFor,
  judgeDisclosure,
  publishedOf,
  type UserRuleFault,
  userRules
} from "@juesuan/rules"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { AppError, type Issue, refusal } from "./AppError.ts"
import { failed } from "./ImportFaults.ts"
import { triedJson } from "./json/rules.ts"
import type { RulesQuestion, RulesShape } from "./Rules.ts"

/** Where no year is named, every rule that is in force at all. */
const latest = 9999

const list = ({ jurisdiction = "national", year = latest }: RulesQuestion = {}): ReadonlyArray<CheckRule> =>
  checkRulesFor(jurisdiction, year)

const unknown = (name: string, nearest: ReadonlyArray<string>): AppError =>
  refusal(
    "notFound",
    "RuleUnknown",
    { name, nearest },
    {
      zh: `没有规则“${name}”。${nearest.length === 0 ? "" : `相近的有：${nearest.join("、")}。`}全部规则见 juesuan rules list。`,
      en: `There is no rule “${name}”. ${nearest.length === 0 ? "" : `Nearest: ${nearest.join(", ")}. `}All rules: juesuan rules list.`
    }
  )

const show = (name: string, question?: RulesQuestion): Effect.Effect<CheckRule, AppError> => {
  const rules = list(question)
  const found = rules.find(({ id, label, labelEn }) => [id, label, labelEn].includes(name))
  if (found !== undefined) return Effect.succeed(found)
  return Effect.fail(
    unknown(
      name,
      nearestTo(
        name,
        rules.flatMap(({ id, label, labelEn }) => [id, label, labelEn])
      ).slice(0, 5)
    )
  )
}

const issueOf =
  (file: string) =>
  ({ expected, found, line, message }: UserRuleFault): Issue => ({
    file,
    line,
    found,
    expected: `${expected.zh} / ${expected.en}`,
    code: "RuleFaulty",
    says: { zh: `${file} ${message.zh}。`, en: `${file}, ${message.en}.` }
  })

const faultyRules = (file: string, faults: ReadonlyArray<UserRuleFault>): AppError =>
  new AppError({
    category: "usage",
    code: "RulesFaulty",
    details: { file, faults: faults.length },
    issues: faults.map(issueOf(file)),
    says: {
      zh: `${file} 有 ${faults.length} 处错误，其中的规则都没有采用。`,
      en: `${file} has ${faults.length} ${faults.length === 1 ? "fault" : "faults"}; none of its rules was used.`
    }
  })

const read: RulesShape["read"] = ({ bytes, name }) =>
  Effect.gen(function* () {
    const nodes = yield* Effect.promise(() => readRuleFile(name, bytes))
    const found = yield* Effect.fromResult(Result.mapError(nodes, (faults) => failed(faults, name)))
    return yield* Effect.fromResult(Result.mapError(userRules(found), (faults) => faultyRules(name, faults)))
  })

const isPublished = (document: PublishedDisclosure | Disclosure): document is PublishedDisclosure =>
  "narrative" in document

/** @example rulesLive.list({ jurisdiction: "shanxi", year: 2024 }).map(({ id }) => id) */
export const rulesLive: RulesShape = {
  list,
  show,
  read,
  tryOn: (file, { document, name }) =>
    Effect.map(read(file), (rules) => {
      const published = isPublished(document) ? document : publishedOf(document)
      return triedJson(file.name, name, rules, judgeDisclosure(published, rules))
    })
}
