/** 语言: every sentence that a user reads exists in Chinese and in English. */
export type Lang = "zh" | "en"

/** One sentence in both languages. */
export type Says = { readonly [In in Lang]: string }
