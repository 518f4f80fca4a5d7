/** 拒绝的说法: each refusal as a sentence in both languages: where, what is wrong, found against expected, what to do. */
import type { Lang, Says } from "./Language.ts"
import type { Refusal, RefusalOf, RefusalTag } from "./Refusal.ts"
import { standingSentences } from "./refusal/standing.ts"
import { substanceSentences } from "./refusal/substance.ts"

const sentences: { readonly [Tag in RefusalTag]: (refusal: RefusalOf<Tag>) => Says } = {
  ...standingSentences,
  ...substanceSentences
}

const sentenceOf = <Tag extends RefusalTag>(refusal: RefusalOf<Tag>): Says => {
  const tag: Tag = refusal._tag
  return sentences[tag](refusal)
}

/**
 * 拒绝的说明, in the reader's language.
 *
 * @example refusalMessage({ _tag: "UnitUnknown", unit: "023001" }, "zh") // "单位 023001：尚未登记。请先记录…"
 */
export const refusalMessage = (refusal: Refusal, lang: Lang): string => sentenceOf(refusal)[lang]
