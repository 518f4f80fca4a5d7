/**
 * 读懂公开文件: files as their formats give them → one disclosure: tables by their meaning, running text by its headings,
 * self-evaluations, the unit and the year. What is not understood is said.
 */
import type { PublishedDisclosure, PublishedTable, Unread } from "@juesuan/domain"
import { narrativeOf } from "./narrative/paragraphs.ts"
import { readEvaluations } from "./evaluations/read-evaluations.ts"
import type { RawDocument, RawParagraph } from "./RawDocument.ts"
import { announcedOnly } from "./tables/announced.ts"
import { captionOf } from "./tables/captions.ts"
import { plain } from "./tables/Matrix.ts"
import { captionsOfSource, readTable } from "./tables/readTable.ts"
import { furtherInformationIn } from "./tables/three-public.ts"
import { withoutRunningHeads } from "./tables/running-heads.ts"
import { segmentsOf } from "./tables/segments.ts"
import { withUnknownUnits } from "./tables/unknown-units.ts"

const mostFrequent = <A>(values: ReadonlyArray<A>): A | undefined => {
  const counts = new Map<A, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0]
}

const coverTitle = /^([\p{Script=Han}（）()“”·]{0,40}?)(20\d\d)年?度?(?:部门|单位|本级)?决算/u

const unitEnd = "局|厅|委员会|委|办公室|院|校|学校|中学|大学|中心|政府|会|站|所|队|馆|处|部|园|社|台|团"
/** 2023年度某某局部门决算: the year stands first, or on a line of its own. */
const titles: ReadonlyArray<RegExp> = [
  /^(?<year>20\d\d)年?度?(?<name>[\p{Script=Han}（）()]{3,30}?)(?:部门|单位|本级)决算(?:公开)?(?:情况)?(?:说明)?$/u,
  new RegExp(
    `^(?<year>20\\d\\d)年?度?(?<name>[\\p{Script=Han}（）()]{2,30}?(?:${unitEnd}))决算(?:公开)?(?:情况)?(?:说明)?$`,
    "u"
  ),
  new RegExp(
    `^(?<name>[\\p{Script=Han}（）()]{2,30}?(?:${unitEnd}))(?:部门|单位|本级)决算(?:公开)?(?:情况)?(?:说明)?$`,
    "u"
  ),
  /^(?<year>20\d\d)年度?$/u
]
/** 第二部分 2023年度部门决算表 names a part of the file, 纳入本部门2023年度部门决算 is a piece of a sentence: no unit. */
const noUnit = /^第.{1,3}部分|^[一二三四五六七八九十]+、|^目录|^附件|^[本我各全]|纳入|本(?:部门|单位)/u

interface Titled {
  readonly year: number | undefined
  readonly name: string | undefined
}

const titleIn = (text: string): Titled | undefined => {
  const found = titles.map((title) => title.exec(text)?.groups).find((groups) => groups !== undefined)
  const [, before, yearAfter] = coverTitle.exec(text) ?? []
  const name = found?.["name"] ?? before
  const year = found?.["year"] ?? yearAfter
  if (name === undefined && year === undefined) return undefined
  return {
    year: year === undefined ? undefined : Number(year),
    name: name === undefined || name === "" || noUnit.test(name) ? undefined : name
  }
}

/** The unit and year that the cover or a title names. */
const fromTitles = (paragraphs: ReadonlyArray<RawParagraph>) => {
  const found = paragraphs.slice(0, 40).flatMap(({ text }) => titleIn(plain(text)) ?? [])
  return {
    year: found.find(({ year }) => year !== undefined)?.year,
    name: found.find(({ name }) => name !== undefined)?.name
  }
}

const sayAmounts =
  /(?:以下|本(?:套|公开)?(?:报?表|说明|文)?|所有|各表|表中)[^。]{0,12}(?:金额)?单位[^。]{0,6}(?:均|都)?(?:为|是)[:：]?(?:人民币)?(亿元|万元|千元|元)/u

const statedAmounts = (paragraphs: ReadonlyArray<RawParagraph>): string | undefined =>
  paragraphs.map(({ text }) => sayAmounts.exec(plain(text))?.[1]).find((unit) => unit !== undefined)

interface NamedTable {
  readonly name: string | undefined
  readonly table: PublishedTable
}

/** One table of the form under the names of two units: two disclosures, which no rule may judge as one. */
const severalUnits = (named: ReadonlyArray<NamedTable>): ReadonlyArray<Unread> => {
  const namesOf = new Map<string, Set<string>>()
  for (const { name, table } of named)
    if (name !== undefined && table.meaning !== undefined)
      namesOf.set(table.meaning, (namesOf.get(table.meaning) ?? new Set()).add(name))
  const distinct = [...namesOf.values()].find((names) => names.size > 1)
  if (distinct === undefined) return []
  const all = [...distinct]
  const zh = `文件中有不止一个单位的决算公开（${all.join("、")}）；一次只审核一个单位，请分开后再审核`
  const en = `The file holds the disclosures of more than one unit (${all.join(", ")}); audit them one by one`
  return [{ text: all.join("、"), reason: { zh, en }, place: {} }]
}

const withoutMeaning = (table: PublishedTable): PublishedTable => ({ ...table, meaning: undefined })

/** A meaning stands for one table of a disclosure: the fullest one that has it. */
const withOneOfEach = (tables: ReadonlyArray<PublishedTable>): ReadonlyArray<PublishedTable> =>
  tables.map((table) => {
    const rivals = tables.filter(({ meaning }) => meaning === table.meaning)
    const fullest = rivals.toSorted((left, right) => right.rows.length - left.rows.length)[0]
    return table.meaning === undefined || fullest === table ? table : { ...table, meaning: undefined }
  })

/** The tables with what some print inside others. */
const withArranged = (tables: ReadonlyArray<PublishedTable>): ReadonlyArray<PublishedTable> =>
  tables.some(({ meaning }) => meaning === "further-information")
    ? tables
    : tables.flatMap((table) => [table, furtherInformationIn(table) ?? []].flat())

/** Reads files, understood as one disclosure. */
export const readPublished = (files: ReadonlyArray<RawDocument>): PublishedDisclosure => {
  const read = files.map(({ blocks }) => readEvaluations(withoutRunningHeads(blocks)))
  const segments = read.map(({ rest }) => segmentsOf(rest))
  const paragraphs = read.flatMap(({ rest }) => rest.flatMap((block) => (block._tag === "Paragraph" ? [block] : [])))
  const sources = segments.flatMap((segment) => segment.tables)
  const amounts = statedAmounts(paragraphs)
  const tables = sources.map((source, index) => readTable(source, index + 1, amounts))
  const captions = [...sources.map(captionsOfSource), ...paragraphs.flatMap(({ text }) => captionOf(text) ?? [])]
  const cover = fromTitles(paragraphs)
  const several = severalUnits(tables.map((table, index) => ({ name: captions[index]?.unitName, table })))
  const names = captions.flatMap(({ unitName }) => unitName ?? [])
  const shown = several.length > 0 ? tables.map(withoutMeaning) : withArranged(withOneOfEach(tables))
  const narrative = segments.flatMap((segment) => narrativeOf(segment.paragraphs))
  const announced = several.length > 0 ? [] : announcedOnly(paragraphs, shown)
  return {
    files: files.map(({ format, name, pages }) => ({ name, format, pages })),
    unit: mostFrequent(names) ?? cover.name,
    year: mostFrequent(captions.flatMap(({ year }) => year ?? [])) ?? cover.year,
    tables: withUnknownUnits(shown, narrative),
    // Sentences of two disclosures say different things of one figure: nobody knows which of them is meant.
    narrative: several.length > 0 ? [] : narrative,
    evaluations: read.flatMap(({ evaluations }) => evaluations),
    unread: [...files.flatMap((file) => file.unread), ...read.flatMap(({ unread }) => unread), ...several, ...announced]
  }
}
