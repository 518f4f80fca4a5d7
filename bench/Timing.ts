/** Timing whole commands: medians of interleaved runs, with the peak memory that the operating system counted. */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export interface Run {
  readonly seconds: number
  /** Peak resident memory in MB, where GNU time is installed. */
  readonly peakMb: number | undefined
  readonly output: string
}

const gnuTime = "/usr/bin/time"

/** Runs a command once; fails loudly when the command fails, since a failed run is no timing. */
export const runOnce = (command: string, args: ReadonlyArray<string>, accepted: ReadonlyArray<number> = [0]): Run => {
  const note = join(tmpdir(), `juesuan-bench-${process.pid}.txt`)
  const timed = existsSync(gnuTime)
  const started = process.hrtime.bigint()
  const result = timed
    ? spawnSync(gnuTime, ["-f", "%M", "-o", note, command, ...args], { encoding: "utf8", maxBuffer: 1 << 28 })
    : spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  if (!accepted.includes(result.status ?? -1))
    throw new Error(`${command} ${args.join(" ")}: ${result.stderr ?? result.error}`)
  const peakMb = timed ? Number(readFileSync(note, "utf8").trim().split("\n").at(-1)) / 1024 : undefined
  rmSync(note, { force: true })
  return { seconds, peakMb, output: result.stdout }
}

const median = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] as number
}

/** Two commands in turn, A B A B …, so that a drifting machine drifts for both. */
export const inTurn = (
  rounds: number,
  first: () => Run,
  second: () => Run
): { readonly first: Run; readonly second: Run; readonly ratio: number } => {
  const firsts: Array<Run> = []
  const seconds: Array<Run> = []
  for (let round = 0; round < rounds; round += 1) {
    firsts.push(first())
    seconds.push(second())
  }
  const at = (runs: ReadonlyArray<Run>): Run => ({
    seconds: median(runs.map((run) => run.seconds)),
    peakMb: runs.every((run) => run.peakMb !== undefined) ? median(runs.map((run) => run.peakMb as number)) : undefined,
    output: (runs[0] as Run).output
  })
  return {
    first: at(firsts),
    second: at(seconds),
    ratio: median(firsts.map((run, index) => run.seconds / (seconds[index] as Run).seconds))
  }
}
