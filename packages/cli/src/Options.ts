/** 选项: the options that many commands share, each with one spelling and one explanation. */
import * as Flag from "effect/cli/Flag"
import * as Option from "effect/Option"
import type { Wording } from "./Language.ts"

const said = <A>(flag: Flag.Flag<A>, text: string): Flag.Flag<A> => Flag.withDescription(flag, text)

const maybe = <A>(flag: Flag.Flag<A>): Flag.Flag<A | undefined> => Flag.map(Flag.optional(flag), Option.getOrUndefined)

/** A text that may be left out. */
export const optionalText = (name: string, text: string, metavar = name): Flag.Flag<string | undefined> =>
  said(maybe(Flag.String(name).pipe(Flag.withMetavar(metavar))), text)

/** A text that has to be there. */
export const needed = (name: string, text: string, metavar = name): Flag.Flag<string> =>
  said(Flag.String(name).pipe(Flag.withMetavar(metavar)), text)

/** One of a few words, which may be left out. */
export const choice = <const Words extends ReadonlyArray<string>>(
  name: string,
  words: Words,
  text: string
): Flag.Flag<Words[number] | undefined> => said(maybe(Flag.Literals(name, words)), text)

/** Where the books are, and in which language and form to answer. */
export const general = (t: Wording) => ({
  store: said(
    Flag.String("store").pipe(Flag.withMetavar(t("位置", "place")), Flag.withDefault("sqlite:juesuan.db")),
    t(
      "账库位置，sqlite:路径（默认 sqlite:juesuan.db）或 postgres://用户@主机/数据库",
      "where the books are, sqlite:PATH (default sqlite:juesuan.db) or postgres://user@host/database"
    )
  ),
  lang: said(
    maybe(Flag.Literals("lang", ["zh", "en"])),
    t("消息语言（默认取 LANG）", "language of messages (default: LANG)")
  )
})

/** Output as text for people or JSON for programs. */
export const format = <const Formats extends ReadonlyArray<string>>(t: Wording, formats: Formats) => ({
  format: said(
    Flag.Literals("format", formats).pipe(Flag.withDefault("text" as Formats[number])),
    t(`输出格式：${formats.join("、")}`, `output format: ${formats.join(", ")}`)
  ),
  json: said(Flag.Boolean("json").pipe(Flag.withDefault(false)), t("等同 --format json", "short for --format json"))
})

/** Which unit and year: may be left out where the store holds only one. */
export const scope = (t: Wording) => ({
  unit: said(
    maybe(Flag.String("unit").pipe(Flag.withMetavar(t("代码", "code")))),
    t("单位代码；账库中只有一个单位时可省略", "unit code; may be left out where the store holds only one")
  ),
  year: said(
    maybe(Flag.Int("year").pipe(Flag.withMetavar(t("年度", "year")))),
    t("年度；账库中只有一个年度时可省略", "fiscal year; may be left out where the store holds only one")
  )
})

/** As of when a question is asked. */
export const asOf = (t: Wording) => ({
  at: said(
    maybe(Flag.Int("at").pipe(Flag.withMetavar(t("位置", "position")))),
    t("截至日志中的某一位置", "as of a position of the log")
  ),
  knownAt: said(
    maybe(Flag.String("known-at").pipe(Flag.withMetavar(t("时间", "time")))),
    t("截至某一入账时间（如 2024-06-30T00:00:00Z）", "as of a recorded time (2024-06-30T00:00:00Z)")
  ),
  until: said(
    maybe(Flag.String("until").pipe(Flag.withMetavar(t("日期", "date")))),
    t("截至某一业务日期（如 2024-06-30）", "as of a business date (2024-06-30)")
  )
})

/** Who records, and on what evidence. */
export const recording = (t: Wording) => ({
  actor: said(
    maybe(Flag.String("actor").pipe(Flag.withMetavar(t("岗位", "role")))),
    t("经办岗位（默认取 JUESUAN_ACTOR，再取登录名）", "who records (default: JUESUAN_ACTOR, then the login name)")
  ),
  evidence: said(
    maybe(Flag.String("evidence").pipe(Flag.withMetavar(t("凭证号", "voucher")))),
    t("凭证号或文号", "number of the voucher or document")
  ),
  commandId: said(
    maybe(Flag.String("command-id").pipe(Flag.withMetavar(t("编号", "id")))),
    t("命令编号：重复提交只生效一次", "command id: sent twice, it takes effect once")
  ),
  dryRun: said(Flag.Boolean("dry-run").pipe(Flag.withDefault(false)), t("只检查，不入账", "check only, record nothing"))
})
