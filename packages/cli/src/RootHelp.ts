/** 首页帮助: what `juesuan --help` shows, from the index of commands alone. */
import { commandIndex, title } from "./CommandIndex.ts"
import type { Language } from "./Language.ts"

export const rootHelp = (language: Language): string => {
  const zh = language === "zh"
  const entries = Object.values(commandIndex)
  const width = Math.max(...entries.map((entry) => entry.name.length))
  return [
    title[language],
    "",
    zh ? "用法" : "Usage",
    zh ? "  juesuan <命令> [选项]" : "  juesuan <command> [options]",
    "",
    zh ? "命令" : "Commands",
    ...entries.map((entry) => `  ${entry.name.padEnd(width)}  ${entry[language]}`),
    "",
    zh
      ? "每个命令都有 --help；--store 指定账库，--lang zh|en 指定语言，--json 输出 JSON，--completions bash|zsh|fish 输出补全脚本。"
      : "Every command has --help; --store names the books, --lang zh|en the language, --json answers in JSON, --completions bash|zsh|fish prints completions."
  ].join("\n")
}
