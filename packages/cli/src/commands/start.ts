/** `juesuan start`: one screen: what was replayed, the main figures, income against expenditure, scores, one figure explained. */
import {
  Books,
  cellJson,
  Disclosures,
  type EvaluationJson,
  type ExplanationJson,
  Explanations,
  evaluationJson,
  figureValue,
  type Overview,
  sheetText
} from "@juesuan/app"
import { leavesOf } from "@juesuan/domain"
import * as Effect from "effect/Effect"
import { answerJson, answerText, note, terminalWidth, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import type { Wording } from "../Language.ts"
import { explanationLines } from "../render/explanation.ts"
import { projectSheet } from "../render/scores.ts"
import { column } from "../render/sheets.ts"
import { valueText } from "../render/values.ts"
import { questionOf, questionOptions } from "./question.ts"

const shownEvents = 3
const shownDepth = 4

/** The figure that the screen explains: the execution score of the first project that has spent something. */
const explainedRef = (overview: Overview): string => {
  const spent = overview.evaluations.find((evaluation) =>
    leavesOf(evaluation.funds.executed).some((leaf) => leaf.because._tag === "Entries" && leaf.because.count > 0)
  )
  return spent?.executionScore.ref ?? overview.balance.expenditure.ref
}

const heading = (overview: Overview, store: string, t: Wording): string => {
  const { events, name, position, ruleSet, scope } = overview
  return [
    t(`决算　${name}　${scope.year} 年度`, `Juesuan · ${name} · ${scope.year}`),
    t(
      `账库 ${store}；重放 ${events} 个事件，至日志位置 ${position}；规则 ${ruleSet}`,
      `books ${store}; ${events} events replayed, up to position ${position}; rules ${ruleSet}`
    )
  ].join("\n")
}

const figureList = (overview: Overview, t: Wording): string =>
  sheetText(
    {
      columns: [
        column("label", t("主要数字", "main figures")),
        column("value", t("数额", "value"), "number"),
        column("ref", t("地址", "address"))
      ],
      rows: overview.figures.map((cell) => [cell.figure.label, valueText(cellJson(cell), t), cell.figure.ref])
    },
    { width: terminalWidth() }
  )

const balanceText = ({ balance: { equal, expenditure, income } }: Overview, t: Wording): string => {
  const sides = `${income.label} ${valueText(figureValue(income), t)} ${equal ? "＝" : "≠"} ${expenditure.label} ${valueText(figureValue(expenditure), t)}`
  return equal
    ? t(`收支相等：${sides}（两边各自汇总）`, `Balanced: ${sides} (each side summed on its own)`)
    : t(`收支不等：${sides}`, `Not balanced: ${sides}`)
}

const nextSteps = (ref: string, t: Wording): string =>
  [
    t("接着可以：", "Next:"),
    `  npm run --silent juesuan -- table 公开03            ${t("一张公开表", "a table as published")}`,
    `  npm run --silent juesuan -- explain ${ref}`,
    `  npm run --silent juesuan -- scores --indicators      ${t("逐项得分", "every indicator's score")}`,
    `  npm run --silent juesuan -- --help                   ${t("全部命令", "all commands")}`
  ].join("\n")

interface Screen {
  readonly overview: Overview
  readonly explained: ExplanationJson
  readonly evaluations: ReadonlyArray<EvaluationJson>
}

const screenJson = ({ evaluations, explained, overview }: Screen) => {
  const { asOf, balance, events, figures, name, position, ruleSet, scope } = overview
  return {
    of: { ...scope, name },
    asOf,
    position,
    events,
    ruleSet,
    figures: figures.map((cell) => ({ ref: cell.figure.ref, label: cell.figure.label, value: cellJson(cell) })),
    balance: {
      income: figureValue(balance.income),
      expenditure: figureValue(balance.expenditure),
      equal: balance.equal
    },
    evaluations,
    explained
  }
}

const screenText = ({ evaluations, explained, overview }: Screen, store: string, t: Wording): string => {
  const scores = sheetText(projectSheet(evaluations, t), { width: terminalWidth() }).trimEnd()
  const tree = explanationLines(explained, t, { events: shownEvents, depth: shownDepth, zeros: false }).join("\n")
  return [
    heading(overview, store, t),
    figureList(overview, t).trimEnd(),
    balanceText(overview, t),
    `${t("项目支出绩效自评", "Self-evaluations")}\n${scores}`,
    `${t("一个数字的来由", "One figure, down to its events")}\n${tree}`,
    nextSteps(explained.ref, t)
  ].join("\n\n")
}

export const start = booksCommand("start", {
  access: "write",
  options: (t) => questionOptions(t),
  run: (options, t) =>
    Effect.gen(function* () {
      const books = yield* Books
      const streams = yield* books.streams
      if (streams.length === 0) {
        const filled = yield* books.loadSample
        yield* note(
          t(
            `账库是空的，已装入样例年度：${filled.stored} 个事件。`,
            `The store was empty; the sample year was loaded: ${filled.stored} events.`
          )
        )
      }
      const overview = yield* (yield* Disclosures).overview(questionOf(options))
      const explained = yield* (yield* Explanations).explain(explainedRef(overview), questionOf(options))
      const screen = { overview, explained, evaluations: overview.evaluations.map(evaluationJson) }
      return yield* wantsJson(options)
        ? answerJson(screenJson(screen))
        : answerText(screenText(screen, options.store, t))
    })
})
