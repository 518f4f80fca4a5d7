/** 核验的文本: verdicts, and every check with its outcome. */
import type { TrustCheck, VerificationJson } from "@juesuan/app"
import type { Wording } from "../Language.ts"

const outcomes = {
  pass: ["通过", "pass"],
  fail: ["不符", "fail"],
  "not-applicable": ["不适用", "n/a"],
  "insufficient-data": ["无法判断", "unknown"]
} as const

const verdicts = {
  pass: ["核验通过", "It verifies"],
  fail: ["核验不通过", "It does not verify"],
  incomplete: ["无法判断", "Not decided"]
} as const

export const verdictText = (verdict: VerificationJson["verdict"], t: Wording): string => {
  const [zh, en] = verdicts[verdict]
  return t(zh, en)
}

export const checksText = (checks: ReadonlyArray<TrustCheck>, t: Wording): ReadonlyArray<string> =>
  checks.map(({ message, outcome }) => {
    const [zh, en] = outcomes[outcome]
    return `  ${t(zh, en)}  ${t(message.zh, message.en)}`
  })
