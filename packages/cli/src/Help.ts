/** 帮助: the help page and the errors of the command line in the user's language, aligned by display width. */
import { widthOf } from "@juesuan/app"
import type { CliError } from "effect/cli/CliError"
import type { Presenter } from "effect/cli/CliOutput"
import type { FlagDoc, HelpDoc } from "effect/cli/HelpDoc"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { answerText } from "./Answer.ts"
import type { Language } from "./Language.ts"

const headings = {
  usage: ["用法", "Usage"],
  arguments: ["参数", "Arguments"],
  options: ["选项", "Options"],
  commands: ["命令", "Commands"],
  examples: ["示例", "Examples"]
} as const

type Line = readonly [name: string, description: string]

const aligned = (lines: ReadonlyArray<Line>): string => {
  const width = Math.max(...lines.map(([name]) => widthOf(name)))
  return lines.map(([name, text]) => `  ${name}${" ".repeat(width - widthOf(name))}  ${text}`.trimEnd()).join("\n")
}

/** The flags that the library brings, in Chinese; it knows them in English only. */
const builtIn: Readonly<Record<string, string>> = {
  help: "显示帮助",
  version: "显示版本",
  completions: "输出补全脚本"
}

const flagLine =
  (at: 0 | 1) =>
  (flag: FlagDoc): Line => {
    const said = (at === 0 ? builtIn[flag.name] : undefined) ?? Option.getOrElse(flag.description, () => "")
    const choices = / ?\(choices: (.+)\)$/u.exec(said)?.[1]
    const text = said.replace(/ ?\(choices: .+\)$/u, "")
    const names = [...flag.aliases, `--${flag.name}`].join(", ")
    const takes = flag.type === "boolean" ? "" : ` <${choices?.replaceAll(", ", "|") ?? flag.type}>`
    return [names + takes, text]
  }

const helpPage = (doc: HelpDoc, at: 0 | 1): string => {
  const usage = at === 0 ? doc.usage.replace("[flags]", "[选项]") : doc.usage
  const sections: Array<string> = [doc.description, `${headings.usage[at]}\n  ${usage}`]
  const section = (name: keyof typeof headings, lines: ReadonlyArray<Line>): void => {
    if (lines.length > 0) sections.push(`${headings[name][at]}\n${aligned(lines)}`)
  }
  section(
    "arguments",
    (doc.args ?? []).map((arg) => [arg.name, Option.getOrElse(arg.description, () => "")])
  )
  section("options", [...doc.flags, ...(doc.globalFlags ?? [])].map(flagLine(at)))
  for (const group of doc.subcommands ?? []) {
    section(
      "commands",
      group.commands.map((command) => [command.name, command.shortDescription ?? command.description])
    )
  }
  section(
    "examples",
    (doc.examples ?? []).map((example) => [example.command, example.description ?? ""])
  )
  return sections.filter((text) => text !== "").join("\n\n")
}

/** A text without the passwords of addresses in it: what was typed in a wrong place is told, but no secret of it. */
const withoutPasswords = (text: string): string => text.replace(/(:\/\/[^\s:@/]*):[^\s@/]*@/gu, "$1@")

/** An error of the command line as a sentence. */
export const cliErrorText = (error: CliError, language: Language): string =>
  withoutPasswords(sentenceOf(error, language))

const sentenceOf = (error: CliError, language: Language): string => {
  const zh = language === "zh"
  switch (error._tag) {
    case "UnrecognizedOption":
      return zh
        ? `没有选项 ${error.option}。${error.suggestions.length > 0 ? `是否指：${error.suggestions.join("、")}？` : "用 --help 查看全部选项。"}`
        : error.message
    case "MissingOption":
      return zh ? `缺少选项 --${error.option}。` : error.message
    case "MissingArgument":
      return zh ? `缺少参数 <${error.argument}>。` : error.message
    case "UnknownSubcommand":
      return zh
        ? `没有命令 ${error.subcommand}。${error.suggestions.length > 0 ? `是否指：${error.suggestions.join("、")}？` : "用 --help 查看全部命令。"}`
        : error.message
    case "InvalidValue":
      return zh
        ? `${error.kind === "flag" ? "选项 --" : "参数 "}${error.option} 的值“${error.value}”不对：应为 ${error.expected}。`
        : error.message
    case "UnexpectedArgument":
      return zh ? `多余的参数：${error.arguments.join(" ")}。` : error.message
    default:
      return error.message
  }
}

/**
 * What the command line itself shows: help and version on stdout. Of a wrong invocation nothing here: what is wrong is said
 * on stderr, with the exit code.
 */
export const presenter = (language: Language): Presenter => ({
  present: (event) => {
    switch (event._tag) {
      case "Help":
        return answerText(helpPage(event.helpDoc, language === "zh" ? 0 : 1))
      case "Version":
        return answerText(`${event.name} ${event.version}`)
      case "InvalidInvocation":
        return Effect.void
    }
  }
})
