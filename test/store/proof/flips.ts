/** 位翻转: a store file with one bit flipped is refused, found damaged, or still gives exactly what was recorded; never another log that verifies. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { isStoreError, verifyLog, type Witness } from "@juesuan/store"
import { openFile, systemClock } from "../opening.ts"

export type FlipOutcome = "refused" | "found" | "identical" | "different yet verified"

/** Flips one bit of a copy of `intact` at `file`, and says what comes of it. `exported` is what the intact log exports. */
export const flipped = async (
  intact: string,
  file: string,
  bit: number,
  { exported, witness }: { readonly exported: string; readonly witness: Witness }
): Promise<FlipOutcome> => {
  copyFileSync(intact, file)
  const bytes = readFileSync(file)
  const place = Math.floor(bit / 8)
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit % 8))
  writeFileSync(file, bytes)
  let log: ReturnType<typeof openFile> | undefined
  try {
    log = openFile(file, systemClock, "read")
    const { damages } = await verifyLog(log, { against: witness })
    if (damages.length > 0) return "found"
    return JSON.stringify(await log.readVerbatim({ limit: 100_000 })) === exported
      ? "identical"
      : "different yet verified"
  } catch (thrown) {
    if (!isStoreError(thrown)) throw thrown
    return "refused"
  } finally {
    await log?.close()
  }
}
