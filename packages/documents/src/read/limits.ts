/** 限度: how much of a file is read. What is larger is refused before any of it is parsed. */

export const limits = {
  /** Of a file of rows: 50 MiB. An exported log is read line by line and has no limit. */
  bytes: 50 * 1024 * 1024,
  rows: 500_000,
  /** Of one line, in characters. */
  line: 1024 * 1024
} as const
