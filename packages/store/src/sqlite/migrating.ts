/** Brings a store file of an older layout to the current one: all of it in one transaction, or the file stays as it was. */
import type { DatabaseSync } from "node:sqlite"
import { canonicalText } from "../proof/canonical.ts"
import { leafHash, toBytes } from "../proof/MerkleTree.ts"
import { toLayout2 } from "./layout.ts"

const layoutOf = (database: DatabaseSync): number =>
  Number(database.prepare("PRAGMA user_version").get()?.["user_version"])

/** Does nothing to a store of the current layout. */
export const migrate = (database: DatabaseSync): void => {
  if (layoutOf(database) > 1) return
  database.function("leaf_of", { varargs: true }, leafOf)
  database.exec("BEGIN IMMEDIATE")
  try {
    // Another program may have been first.
    if (layoutOf(database) === 1) database.exec(toLayout2)
    database.exec("COMMIT")
  } catch (thrown) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw thrown
  }
}

type Value = string | number | bigint | null | Uint8Array

/** The hash of an event; of one that has no canonical text, being damaged, none, which a verification names. */
const leafOf = (
  ...[stream, version, type, schemaVersion, recordedAt, data, metadata]: ReadonlyArray<Value>
): Uint8Array => {
  const row = {
    position: 0,
    stream: String(stream),
    version: Number(version),
    type: String(type),
    schemaVersion: Number(schemaVersion),
    recordedAt: String(recordedAt),
    data: String(data),
    metadata: String(metadata)
  }
  try {
    return toBytes(leafHash("sha256", canonicalText(row)))
  } catch {
    return new Uint8Array()
  }
}
