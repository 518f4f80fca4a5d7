/** 损坏: what can happen to a store file and to the `-wal` beside it, wherever the numbers say. */
import { readFileSync, truncateSync, writeFileSync } from "node:fs"
import { overwrite } from "./diagnosing.ts"

/** A way to damage a store; the numbers choose the place. */
type Damage = (file: string, next: (below: number) => number) => void

const sizeIn = (file: string): number => readFileSync(file).length
const noise = (next: (below: number) => number, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => next(256)))
const page = 4096
export const damages: Readonly<Record<string, Damage>> = {
  head: (file, next) => overwrite(file, next(90), noise(next, 1 + next(16))),
  zeroed: (file, next) => overwrite(file, page * next(sizeIn(file) / page), Buffer.alloc(page)),
  noise: (file, next) => overwrite(file, page * next(sizeIn(file) / page), noise(next, page)),
  bytes: (file, next) => overwrite(file, next(sizeIn(file)), noise(next, 1 + next(64))),
  cut: (file, next) => truncateSync(file, next(sizeIn(file))),
  empty: (file) => writeFileSync(file, ""),
  other: (file, next) => writeFileSync(file, noise(next, 1 + next(20_000))),
  "wal cut": (file, next) => truncateSync(`${file}-wal`, next(sizeIn(`${file}-wal`))),
  "wal bytes": (file, next) => overwrite(`${file}-wal`, next(sizeIn(`${file}-wal`)), noise(next, 1 + next(64)))
}
