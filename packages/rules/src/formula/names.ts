/** 名: the names of tables, rows and columns as they are written in formulas. */

/** The signs of the language, which stand in no name that is not in 「」. */
const sign = String.raw`\s/+−×÷*(),，：:=<>≤≥≠「」（）若则%`

/** A name as it stands in a text. A hyphen inside belongs to it; one with a blank or another hyphen behind it does not. */
export const namePattern = new RegExp(`^[^${sign}-](?:[^${sign}-]|-(?=[^${sign}-]))*`, "u")

/** Words that mean something else where a name may stand. */
const reserved = /^(?:此行|此栏|各行|各栏|下级|各[类款项]|每.*|且|或)$/u

const isCode = (name: string): boolean => /^\d{3,7}$/u.test(name)

/** A name that needs no 「」. */
export const isPlainName = (name: string): boolean =>
  isCode(name) || (!/^\d/u.test(name) && namePattern.exec(name)?.[0] === name && !reserved.test(name))
