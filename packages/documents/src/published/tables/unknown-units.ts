/** 单位不明: tables that do not say in which unit their amounts are cannot be compared with what the text says, and that is said. */
import type { PublishedParagraph, PublishedTable } from "@juesuan/domain"

const reason = {
  zh: "没有写明金额单位，表中各数与文字中的金额没有比较",
  en: "the unit of the amounts is not stated; the figures of this table were not compared with amounts in the text"
}

const lacksUnit = ({ meaning, rows }: PublishedTable): boolean =>
  meaning !== undefined &&
  rows.some(({ cells }) =>
    Object.values(cells).some(({ printed }) => printed._tag === "Number" && printed.shown === "")
  )

/** The tables, those without a unit with what that means, where the text states amounts at all. */
export const withUnknownUnits = (
  tables: ReadonlyArray<PublishedTable>,
  narrative: ReadonlyArray<PublishedParagraph>
): ReadonlyArray<PublishedTable> => {
  if (!narrative.some(({ text }) => /\d[万亿千]?元/u.test(text.normalize("NFKC")))) return tables
  return tables.map((table) =>
    lacksUnit(table)
      ? { ...table, unread: [...table.unread, { text: table.title, reason, place: table.place }] }
      : table
  )
}
