/** 部件关系: which part of an office file another one refers to, by its relationship id or by its type. */
import * as Result from "effect/Result"
import { posix } from "node:path"
import type { Fault } from "../../../read/Fault.ts"
import type { Archive } from "./archive.ts"
import { type Element, readXml } from "./xml.ts"

export interface Relationship {
  readonly id: string
  /** The last word of the type: `worksheet`, `styles`, `officeDocument`. */
  readonly type: string
  readonly target: string
}

/** The units of a part by name; none where the part is not there. */
export const unitsOf = (
  file: string,
  archive: Archive,
  part: string,
  units: ReadonlyArray<string>
): Result.Result<ReadonlyArray<Element>, Fault> =>
  Result.flatMap(archive.part(part), (bytes) => {
    const found: Array<Element> = []
    if (bytes === undefined) return Result.succeed(found)
    const reading = {
      units: new Set(units),
      onUnit: (unit: Element) => found.push(unit),
      keepsAll: true,
      bareNames: true
    }
    return Result.map(readXml(file, part, bytes, reading), () => found)
  })

const resolved = (part: string, target: string): string =>
  target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(part), target)

/** What a part refers to; `""` is the file itself. */
export const relationshipsOf = (
  file: string,
  archive: Archive,
  part: string
): Result.Result<ReadonlyArray<Relationship>, Fault> => {
  const list = posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`)
  return Result.map(unitsOf(file, archive, list, ["Relationship"]), (units) =>
    units.map(({ attributes }) => ({
      id: attributes["Id"] ?? "",
      type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
      target: resolved(part, attributes["Target"] ?? "")
    }))
  )
}
