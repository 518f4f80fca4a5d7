/** 复核求解结果 against everything published; ends with exit code 1 where anything differs. Run: `node check.ts`. */
import { comparisons } from "./Comparison.ts"

const different = comparisons.filter(({ expected, found }) => expected !== found)
for (const { address, expected, found } of different) {
  process.stdout.write(`${address}：公开 ${expected ?? "空白"}，重构 ${found ?? "空白"}\n`)
}
process.stdout.write(`核对 ${comparisons.length} 处，不符 ${different.length} 处\n`)
process.exitCode = different.length === 0 ? 0 : 1
