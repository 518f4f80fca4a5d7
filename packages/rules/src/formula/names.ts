/** 名: the names of tables, rows and columns as they are written in formulas. */

/** Words of the language that a name may not be. */
const reserved =
  /^(?:此行|此栏|各行|各栏|下级|各[类款项]|每[行栏类款项].*|每.*\*|若|则|否则|且|或|合计|有数|无数|min|max|四舍五入|向下舍入|向上舍入|不适用)$/u

/** A name that needs no 「」: none of the signs of the language in it, no digit, hyphen or sign in front. */
export const isPlainName = (name: string): boolean =>
  /^[^\s\d/+−×÷*(),，：:=<>≤≥≠「」（）若则%"'-][^\s/+−×÷*(),，：:=<>≤≥≠「」（）若则%]*$|^\d{3,7}$/u.test(name) &&
  !reserved.test(name)
