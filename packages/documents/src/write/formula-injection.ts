/** 公式注入: which texts a spreadsheet would compute if they were typed into a cell. */

const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u

/**
 * Whether a text begins as a formula does, in ASCII or full-width, also behind blanks and marks that are not seen.
 *
 * @example startsFormula("＝1+1") // true
 */
export const startsFormula = (text: string): boolean => formula.test(text)
