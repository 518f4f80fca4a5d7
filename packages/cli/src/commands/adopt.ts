/** `juesuan adopt`: from what a department published to the opening facts of its next year. */
import { Books } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Effect from "effect/Effect"
import { actorOf } from "../Actor.ts"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { bytesOf } from "../Files.ts"
import * as Options from "../Options.ts"

/** `CODE:NAME`, with either colon. */
const departmentOf = (text: string | undefined) => {
  const [, code, name] = /^([^:：]+)[:：](.+)$/u.exec(text ?? "") ?? []
  return code === undefined || name === undefined ? undefined : { code, name }
}

export const adopt = booksCommand("adopt", {
  access: "write",
  options: (t) => ({
    files: Argument.String("file").pipe(
      Argument.atLeast(1),
      Argument.withDescription(t("一份决算公开的文件（一个或几个）", "the file or files of one disclosure"))
    ),
    ...Options.general(t),
    ...Options.format(t, ["text", "json"]),
    unit: Options.needed("unit", t("单位代码", "unit code")),
    year: Options.scope(t).year,
    jurisdiction: Options.optionalText(
      "jurisdiction",
      t("地区（账库里还没有该单位时）", "the unit's place, where the store does not know the unit")
    ),
    department: Options.optionalText(
      "department",
      t(
        "主管部门，代码:名称（账库里还没有该单位时）",
        "its department as CODE:NAME, where the store does not know the unit"
      )
    ),
    carryover: Options.optionalText(
      "carryover",
      t(
        "年初结转和结余各行（CSV：资金性质、功能科目、支出类型、项目代码、金额）",
        "the lines of opening carry-over (CSV)"
      )
    ),
    actor: Options.recording(t).actor,
    dryRun: Options.recording(t).dryRun
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const books = yield* Books
      const { carryover, dryRun, jurisdiction, unit, year } = options
      const files = yield* Effect.all(options.files.map(bytesOf))
      const carryovers = carryover === undefined ? undefined : yield* bytesOf(carryover)
      const department = departmentOf(options.department)
      const actor = actorOf(options.actor)
      const adopted = yield* books.adopt({ files, unit, year, jurisdiction, department, carryovers, actor, dryRun })
      if (wantsJson(options)) return yield* answerJson(adopted)
      const { comparatives, file, present, stored } = adopted
      return yield* answerText(
        adopted.dryRun
          ? t(
              `${file}：可以采纳为 ${adopted.year} 年度的年初数，上年数 ${comparatives} 个；未入账。`,
              `${file}: can be adopted as the opening of ${adopted.year}, with ${comparatives} comparatives; nothing was stored.`
            )
          : t(
              `${file}：已采纳为 ${adopted.year} 年度的年初数，上年数 ${comparatives} 个，入账 ${stored} 个事件${present > 0 ? `，此前已有 ${present} 个` : ""}。`,
              `${file}: adopted as the opening of ${adopted.year}: ${comparatives} comparatives, ${stored} events stored${present > 0 ? `, ${present} were there before` : ""}.`
            )
      )
    })
})
