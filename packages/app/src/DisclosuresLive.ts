/** 决算 over an opened store. */
import type { Disclosure, Figure } from "@juesuan/domain"
import * as Effect from "effect/Effect"
import { type AppError, refusal } from "./AppError.ts"
import { type Asked, type Asking, comparesWithYearBefore } from "./Asking.ts"
import type { DisclosuresShape, Overview } from "./Disclosures.ts"
import type { Question } from "./Question.ts"

/** The figures that the overview begins with; those that the year does not have are left out. */
const mainFigures = [
  "公开01/总计/收入",
  "公开01/总计/支出",
  "公开03/合计/本年支出合计",
  "公开03/合计/基本支出",
  "公开03/合计/项目支出",
  "公开06/人员经费合计/决算数",
  "公开06/公用经费合计/决算数",
  "公开09/三公经费/决算数·合计",
  "公开10/合计/统计数"
]

const tableUnknown = (id: string, known: ReadonlyArray<string>) =>
  refusal(
    "notFound",
    "TableUnknown",
    { table: id, known },
    {
      zh: `没有“${id}”这张表；有：${known.join("、")}。`,
      en: `There is no table “${id}”; there are ${known.join(", ")}.`
    }
  )

const comparable = (text: string): string => text.replace(/^公开|表$|\s/gu, "").replace(/^0+(?=\d)/u, "")

const projectUnknown = (project: string, { evaluations }: Disclosure) =>
  refusal(
    "notFound",
    "ProjectUnknown",
    { project },
    {
      zh: `没有项目“${project}”；有：${evaluations.map(({ name, project: code }) => `${code} ${name}`).join("、")}。`,
      en: `There is no project “${project}”; there are ${evaluations.map(({ name, project: code }) => `${code} ${name}`).join(", ")}.`
    }
  )

const overview = (asking: Asking, question: Question | undefined): Effect.Effect<Overview, AppError> => {
  const figureIn = (asked: Asked, ref: string): Effect.Effect<Figure | undefined> =>
    Effect.match(asking.figure(asked, ref), { onFailure: () => undefined, onSuccess: (figure) => figure })
  return Effect.gen(function* () {
    const asked = yield* asking.ask(question, { of: "sums" })
    const { answered, derivation, ledger } = asked
    const income = yield* asking.figure(asked, "公开01/总计/收入")
    const expenditure = yield* asking.figure(asked, "公开01/总计/支出")
    const figures = yield* Effect.forEach(mainFigures, (ref) => figureIn(asked, ref))
    const cells = figures.flatMap((figure) => (figure === undefined ? [] : (derivation.cellOf(figure.ref) ?? [])))
    const equal = sameValue(income, expenditure)
    return {
      ...answered,
      ruleSet: derivation.ruleSet.label,
      events: ledger.events,
      figures: cells,
      evaluations: derivation.disclosure.evaluations,
      balance: { income, expenditure, equal }
    }
  })
}

export const disclosuresLive = (asking: Asking): DisclosuresShape => {
  return {
    scope: (question) => asking.scope(question),
    disclosure: (question) =>
      Effect.map(asking.ask(question, { of: "sums" }), ({ answered, derivation }) => ({
        ...answered,
        disclosure: derivation.disclosure
      })),
    table: (id, question) =>
      Effect.flatMap(asking.ask(question, { of: "sums" }), ({ answered, derivation }) => {
        const { tables } = derivation.disclosure
        const table = tables.find((each) => comparable(each.id) === comparable(id) || each.title === id)
        return table === undefined
          ? Effect.fail(
              tableUnknown(
                id,
                tables.map((each) => `${each.id} ${each.title}`)
              )
            )
          : Effect.succeed({ ...answered, table })
      }),
    figure: (ref, question) =>
      Effect.flatMap(asking.ask(question, { of: "sums", yearBefore: comparesWithYearBefore(ref) }), (asked) =>
        Effect.map(asking.figure(asked, ref), (figure) => ({ ...asked.answered, figure }))
      ),
    scores: (question, project) =>
      Effect.flatMap(asking.ask(question, { of: "sums" }), ({ answered, derivation }) => {
        const { evaluations, ruleSet } = derivation.disclosure
        const wanted = evaluations.filter(
          (each) => project === undefined || each.project === project || each.name === project
        )
        return project !== undefined && wanted.length === 0
          ? Effect.fail(projectUnknown(project, derivation.disclosure))
          : Effect.succeed({ ...answered, ruleSet, evaluations: wanted })
      }),
    narrative: (question) =>
      Effect.map(asking.ask(question, { of: "sums", yearBefore: true }), ({ answered, derivation }) => ({
        ...answered,
        narrative: derivation.narrative
      })),
    check: (question, rules) =>
      Effect.gen(function* () {
        const asked = yield* asking.ask(question, { of: "sums", yearBefore: true })
        // Rules of the audit are loaded when something is audited: no other question waits for them.
        const { auditedBooks } = yield* Effect.promise(() => import("./AuditReports.ts"))
        const { previousOfBooks } = yield* Effect.promise(() => import("./PreviousYear.ts"))
        const previous = previousOfBooks(asked)
        return { ...asked.answered, ...auditedBooks(asked.derivation, { previous, rules }) }
      }),
    overview: (question) => overview(asking, question)
  }
}

const sameValue = (left: Figure, right: Figure): boolean =>
  left.value._tag === "Quantity" &&
  right.value._tag === "Quantity" &&
  left.value.quantity.amount.equals(right.value.quantity.amount)
