/** 导入的错处: what is wrong with a file, as one error with every fault in its place. */
import type { Fault } from "@juesuan/documents"
import { AppError, type Issue, type Says } from "./AppError.ts"

/** The faults of a file, none of which was stored. */
export const faulty = (file: string, issues: ReadonlyArray<Issue>): AppError =>
  new AppError({
    category: issues.every(({ code }) => code !== "RefusedByRules") ? "usage" : "notAllowed",
    code: "ImportFaulty",
    details: { file, faults: issues.length },
    issues,
    says: {
      zh: `${file} 有 ${issues.length} 处错误，没有入账任何一行。请逐处更正后再导入。`,
      en: `${file} has ${issues.length} ${issues.length === 1 ? "fault" : "faults"}; no row was stored. Correct and import again.`
    }
  })

export const issueOf = ({ code, column, expected, file, found, line, says }: Fault): Issue => ({
  file,
  code,
  says,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
  ...(found === undefined ? {} : { found }),
  ...(expected === undefined ? {} : { expected })
})

/** A sentence with the place of its row before it, as the faults of reading have it. */
const saidAt = (file: string, line: number, { en, zh }: Says): Says => ({
  zh: `${file} 第 ${line} 行：${zh}`,
  en: `${file}, line ${line}: ${en}`
})

/** What was wrong with the request of a row, with the row's place. */
export const issuesAt = (file: string, line: number, error: AppError): ReadonlyArray<Issue> =>
  error.issues.length > 0
    ? error.issues.map((issue) => ({ ...issue, file, line, says: saidAt(file, line, issue.says) }))
    : [
        {
          file,
          line,
          code: error.category === "usage" ? error.code : "RefusedByRules",
          says: saidAt(file, line, error.says)
        }
      ]

/** Faults found while reading. */
export const failed = (faults: ReadonlyArray<Fault>, file: string): AppError => faulty(file, faults.map(issueOf))
