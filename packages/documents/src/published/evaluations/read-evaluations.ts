/**
 * 读自评: the self-evaluations among the blocks of a document, as forms (自评表) or as reports (自评分析报告). What belongs to
 * none is given back untouched, for the readers of tables and narrative; what belongs to one and was not understood is said.
 */
import type { PublishedEvaluation, SourcePlace, Unread } from "@juesuan/domain"
import { isPageMark } from "../formats/openings.ts"
import type { RawBlock, RawGrid, RawParagraph } from "../RawDocument.ts"
import { type Building, building } from "./Building.ts"
import { readFormRows } from "./form-rows.ts"
import { headsFunds } from "./funds.ts"
import { filled, type GridRow, plain, rowsOf } from "./grid-rows.ts"
import { beginsIndicators, headsIndicators, isIndicatorRow, isTotalRow } from "./indicators.ts"
import { isProjectLabel, isSectionLabel } from "./labels.ts"
import { noteLoose } from "./loose-forms.ts"
import { publishedOf } from "./published-of.ts"
import {
  coverProject,
  isBoundary,
  isContents,
  isTitle,
  readCoverUnit,
  readReportParagraph,
  yearIn
} from "./report-text.ts"
import { readStatedLine } from "./stated-lines.ts"

export interface ReadEvaluations {
  readonly evaluations: ReadonlyArray<PublishedEvaluation>
  /** The blocks that belong to no evaluation, in their order. */
  readonly rest: ReadonlyArray<RawBlock>
  /** What belongs to evaluations and could not be read at all. */
  readonly unread: ReadonlyArray<Unread>
}

const isFormGrid = (rows: ReadonlyArray<GridRow>): boolean =>
  rows.some((row, index) => headsFunds(row) || beginsIndicators(rows, index))

const startsForm = (row: GridRow): boolean => {
  const [first] = filled(row)
  return first !== undefined && isProjectLabel(first.text)
}

/** 评价结论, 存在问题: a row of words under the total. */
const opensSection = (row: GridRow): boolean => {
  const [first] = filled(row)
  return first !== undefined && isSectionLabel(first.text)
}

/** Rows of one grid by the form they belong to: a sheet may hold several forms, one under the other. */
const formsIn = (rows: ReadonlyArray<GridRow>): ReadonlyArray<ReadonlyArray<GridRow>> => {
  const forms: Array<Array<GridRow>> = [[]]
  for (const row of rows) {
    const isNext = startsForm(row) && forms.at(-1)?.some((above) => startsForm(above))
    if (isNext === true) {
      const last = forms.at(-1) ?? []
      const titleAt = last.findLastIndex((above) => filled(above).some(({ text }) => isTitle(text)))
      const heads = titleAt > 0 && titleAt >= last.length - 4 ? last.splice(titleAt) : []
      forms.push(heads)
    }
    forms.at(-1)?.push(row)
  }
  return forms
}

/** 年度目标 and what was reached of it: words, with the labels that form has for them. */
const isGoals = ([first]: ReadonlyArray<GridRow>): boolean =>
  first !== undefined && filled(first).some(({ text }) => /目标/u.test(text)) && !headsIndicators(first)

const projectOfTitle = (title: string): string =>
  plain(title)
    .replace(/^20\d{2}年度?/u, "")
    .replace(/(?:项目)?(?:支出)?(?:绩效|预算).*$/u, "") || plain(title)

/** A page prints so many lines at its head at most. */
const mostLines = 2

const isHeadOfPage = (text: string): boolean => text.length <= 40 && !/[。；]/u.test(text) && !isBoundary(text)

class Reader {
  readonly done: Array<Building> = []
  readonly rest: Array<RawBlock> = []
  readonly unread: Array<Unread> = []
  #current: Building | undefined
  /** A form whose indicators a line ended, and how many lines since: what a page prints at its head is no end. */
  #cut: { readonly evaluation: Building; readonly lines: number } | undefined
  /** Whether the last form had a title only: its notes belong to it all the same. */
  #lost = false
  /** Titles and the lines under them, until it is clear what they head. */
  #pending: Array<RawParagraph> = []
  /** A title that was followed by running text: it may be that of a report without a cover. */
  #lastTitle: string | undefined

  paragraph(block: RawParagraph): void {
    const { text } = block
    const project = /报告/u.test(this.#title() ?? "") ? coverProject(text) : undefined
    if (project !== undefined) this.#begin("report", project, block.place)
    else if (isTitle(text) && !isContents(text)) {
      this.#end()
      this.#pending.push(block)
    } else {
      if (isBoundary(text)) this.#end()
      this.#further(block)
    }
  }

  /** A paragraph that begins nothing: of the report or form that is open, under a title, or of something else. */
  #further(block: RawParagraph): void {
    const { text } = block
    const waits = this.#pending.length > 0 && this.#pending.length < 5 && text.length <= 60 && !text.includes("。")
    if (this.#current?.form === "report") readReportParagraph(this.#current, block)
    else if (this.#current !== undefined && this.#belongs(this.#current, block)) return
    else if (this.#cut !== undefined && isPageMark(text)) return
    else if (this.#current === undefined && waits) this.#pending.push(block)
    else this.#other(block)
  }

  /** Whether a line under a form is its own: a note, or its total or grade, which it then has. */
  #belongs(form: Building, block: RawParagraph): boolean {
    return isUnderForm(block.text) || readStatedLine(form, block)
  }

  /** A paragraph of something else; what a page prints at its head may stand within a form. */
  #other(block: RawParagraph): void {
    const cut = this.#current ?? this.#cut?.evaluation
    const lines = (this.#cut?.lines ?? 0) + 1
    this.#end()
    if (cut !== undefined && lines <= mostLines && isHeadOfPage(block.text)) this.#cut = { evaluation: cut, lines }
    this.#lost &&= isUnderForm(block.text)
    if (!this.#lost) this.rest.push(block)
  }

  grid(block: RawGrid): void {
    if (block.doubt === "body") this.#leave(block)
    else this.#read(block)
  }

  /** A grid that belongs to no evaluation, or of which it is not sure which figure stands where. */
  #leave(block: RawGrid): void {
    if (this.#current?.form === "table") this.#end()
    this.#flush()
    this.rest.push(block)
  }

  #read(block: RawGrid): void {
    const rows = rowsOf(block)
    const isForm = isFormGrid(rows)
    // The parts of a form in text are set each for itself: the first may name the project and no more.
    const isPart = !block.bounded && this.#title() !== undefined
    const starts = rows.some(startsForm) && (isForm || rows.length > 3 || isPart)
    if (!starts && this.#takes(block, rows, isForm)) return
    if (isForm || (starts && this.#title() !== undefined)) this.#forms(rows, block)
    else this.#leave(block)
  }

  /** Whether the evaluation that is open, or the one before, takes a grid that begins none. */
  #takes(block: RawGrid, rows: ReadonlyArray<GridRow>, isForm: boolean): boolean {
    const current = this.#current
    if (current === undefined) return this.#resume(block, rows) || (isForm && this.#reopen(block, rows))
    if (!isForm && !this.#goesOn(block, rows)) return false
    noteLoose(current, block, rows)
    readFormRows(current, rows)
    return true
  }

  finish(): ReadEvaluations {
    this.#end()
    return { evaluations: this.done.map(publishedOf), rest: this.rest, unread: this.unread }
  }

  #title(): string | undefined {
    return this.#pending.find(({ text }) => isTitle(text))?.text
  }

  /** Whether a grid without headings is the rest of the form above: as wide, or with its total or what is said under it. */
  #goesOn({ bounded, columns }: RawGrid, rows: ReadonlyArray<GridRow>): boolean {
    // The goals of a form in text are set for themselves, as are its parts with headings.
    if (!bounded && this.#current?.part === "funds" && isGoals(rows)) return true
    const current = this.#current
    const known = current?.indicatorColumns ?? current?.fundsColumns
    if (current === undefined || known === undefined || current.part === "head") return false
    const widest = Math.max(...known.at.keys()) + 1
    if (columns === widest || rows.some(isTotalRow) || rows.every(opensSection)) return true
    // Empty cells at the end of rows may have been lost.
    return columns < widest && rows.some((row) => isIndicatorRow(current, row))
  }

  /** Indicators in a table of their own belong to the funds above them, where these have none yet. */
  #reopen(block: RawGrid, rows: ReadonlyArray<GridRow>): boolean {
    const last = this.done.at(-1)
    const isRest = last !== undefined && last.funds.length > 0 && last.indicators.length === 0 && !rows.some(headsFunds)
    if (!isRest || this.#title() !== undefined) return false
    this.#current = last
    noteLoose(last, block, rows)
    readFormRows(last, rows)
    return true
  }

  /** The rest of a form whose indicators go on behind what a page prints at its head. */
  #resume(block: RawGrid, rows: ReadonlyArray<GridRow>): boolean {
    const cut = this.#cut?.evaluation
    const isNew = this.#title() !== undefined || rows.some((row) => headsFunds(row) || startsForm(row))
    if (isNew || cut?.part !== "indicators" || !rows.some((row) => isIndicatorRow(cut, row))) return false
    this.#cut = undefined
    this.#current = cut
    noteLoose(cut, block, rows)
    readFormRows(cut, rows)
    return true
  }

  #forms(rows: ReadonlyArray<GridRow>, block: RawGrid): void {
    for (const form of formsIn(rows)) {
      const titleInside = form.flatMap(filled).find(({ text }) => isTitle(text))?.text
      const title = titleInside ?? this.#title() ?? this.#lastTitle
      const named = form.some(startsForm)
      const heads = this.#pending.map(({ text }) => coverProject(text)).find((project) => project !== undefined)
      this.#begin("table", named ? "" : (heads ?? projectOfTitle(title ?? "")), form[0]?.place ?? block.place)
      if (this.#current === undefined) continue
      this.#current.year ??= form
        .slice(0, 4)
        .flatMap(filled)
        .map(({ text }) => yearIn(text))
        .find((year) => year !== undefined)
      noteLoose(this.#current, block, form)
      readFormRows(this.#current, form)
      if (this.#current.project === "") this.#current.project = projectOfTitle(title ?? "")
    }
  }

  #begin(form: Building["form"], project: string, place: SourcePlace): void {
    const heads = this.#pending
    this.#pending = []
    this.#end()
    this.#current = building(form, project.replace(/^[\d]+[-—]/u, ""), heads[0]?.place ?? place)
    for (const block of heads) {
      const { text } = block
      readStatedLine(this.#current, block)
      readCoverUnit(this.#current, text)
      this.#current.year ??= yearIn(text)
      this.#current.moneyUnit ??= /单位[:：]?((?:万|千)?元)/u.exec(plain(text))?.[1]
    }
    this.done.push(this.#current)
  }

  #end(): void {
    this.#current = undefined
    this.#cut = undefined
    this.#flush()
  }

  /** A title of a form under which no form could be read is said; anything else goes back. */
  #flush(): void {
    const [first, ...others] = this.#pending
    this.#pending = []
    if (first === undefined) return
    this.#lost = false
    const isFormAlone = plain(first.text).endsWith("自评表") && others.some(({ text }) => isUnderForm(text))
    if (!isFormAlone) {
      this.#lastTitle = isTitle(first.text) ? first.text : undefined
      this.rest.push(first, ...others)
    } else {
      this.#lost = true
      this.unread.push({
        text: first.text,
        reason: { zh: "只有表名，没有读到表的内容", en: "a title of a form, with no form that could be read under it" },
        place: first.place
      })
    }
  }
}

/** Notes and signatures under a form, and the number of its page. */
const isUnderForm = (text: string): boolean => {
  const line = plain(text)
  return (
    /^(?:备注|注|说明|填表|填报|联系|审核|制表|复核|负责|单位负责)(?:人|日期|电话|单位)?\d*[:：.、]/u.test(line) ||
    isPageMark(text) ||
    /^\d[.、]\**["“”]/u.test(line) ||
    /^[（(]?20\d{2}年度?[）)]?$/u.test(line)
  )
}

/**
 * 读自评. Pure: the same blocks give the same evaluations, and `rest` with what was consumed are all the blocks.
 *
 * @example readEvaluations(document.blocks).evaluations[0]?.project // "房租费"
 */
export const readEvaluations = (blocks: ReadonlyArray<RawBlock>): ReadEvaluations => {
  const reader = new Reader()
  for (const block of blocks) {
    if (block._tag === "Paragraph") reader.paragraph(block)
    else reader.grid(block)
  }
  return reader.finish()
}
