/** 语言: which language messages are in: `--lang`, then the environment as POSIX orders it, then Chinese. */

export type Language = "zh" | "en"

/** One text in both languages, the language chosen once. */
export type Wording = (zh: string, en: string) => string

export const wordingOf =
  (language: Language): Wording =>
  (zh, en) =>
    language === "zh" ? zh : en

/** `--lang` must be known before the command line is parsed, since the help itself is in that language. */
export const languageOf = (
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string | undefined>>
): Language => {
  const named = args.flatMap((arg, index) =>
    arg === "--lang" ? [args[index + 1] ?? ""] : arg.startsWith("--lang=") ? [arg.slice("--lang=".length)] : []
  )
  const wanted = named.at(-1) ?? (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "zh")
  return wanted.toLowerCase().startsWith("en") ? "en" : "zh"
}
