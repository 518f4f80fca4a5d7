/** 退出码: the one table from outcomes to exit codes. Scripts rely on it. */

export const ExitCode = {
  fine: 0,
  failure: 1,
  usage: 2,
  notFound: 3,
  notAllowed: 4,
  conflict: 5,
  findings: 6,
  undecided: 7,
  cancelled: 130
} as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]
