/** 语言: in which language a request wants its messages, by its Accept-Language. */
import type { Lang } from "@juesuan/app"

interface Wish {
  readonly language: string
  readonly weight: number
}

const wishOf = (range: string): Wish => {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase())
  const q = parameters.find((parameter) => parameter.startsWith("q="))
  const weight = q === undefined ? 1 : Number(q.slice(2))
  return { language: tag.split("-", 1)[0] ?? "", weight: weight >= 0 && weight <= 1 ? weight : 0 }
}

/**
 * The language wished for most; Chinese where neither is, or both are as welcome and `*` or nothing decides.
 *
 * @example languageOf("en-GB,en;q=0.9,zh;q=0.5") // "en"
 */
export const languageOf = (acceptLanguage: string | undefined): Lang => {
  const wishes = (acceptLanguage ?? "").split(",").map(wishOf)
  const weightOf = (language: Lang): number =>
    (wishes.find((wish) => wish.language === language) ?? wishes.find((wish) => wish.language === "*"))?.weight ?? 0
  return weightOf("en") > weightOf("zh") ? "en" : "zh"
}
