/** What SQLite reports, as the errors of this package. What is none of them is a defect and passes unchanged. */
import { StoreDamaged, StoreReadOnly, StoreUnavailable, NotAStore, isStoreError } from "../StoreError.ts"

/** Primary result codes, https://sqlite.org/rescode.html. */
const codes = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  tooBig: 18,
  notADatabase: 26
} as const

const errorCode = (thrown: unknown): number | undefined =>
  thrown instanceof Error && "errcode" in thrown && typeof thrown.errcode === "number"
    ? thrown.errcode & 0xff
    : undefined

/** Whether somebody else holds the lock, so that it is worth trying again. */
export const isBusy = (thrown: unknown): boolean => {
  const code = errorCode(thrown)
  return code === codes.busy || code === codes.locked
}

/** The error a thrown value stands for. */
export const faultOf = (path: string, thrown: unknown): unknown => {
  if (isStoreError(thrown)) return thrown
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  switch (errorCode(thrown)) {
    case codes.error:
      // Our questions are always the same: a table or column they do not find was there once, a form of file was another.
      return /no such (?:column|table|index)|unsupported file format/u.test(detail)
        ? new StoreDamaged({ path, position: undefined, detail })
        : thrown
    case codes.busy:
    case codes.locked:
      return new StoreUnavailable({ path, reason: "Busy", detail })
    case codes.readOnly:
      return new StoreReadOnly({ path })
    case codes.io:
      return new StoreUnavailable({ path, reason: "InputOutput", detail })
    case codes.full:
      return new StoreUnavailable({ path, reason: "DiskFull", detail })
    case codes.cannotOpen:
      return new StoreUnavailable({ path, reason: "CannotOpen", detail })
    case codes.corrupt:
    // No event is that large: the length of a row is damaged.
    case codes.tooBig:
      return new StoreDamaged({ path, position: undefined, detail })
    case codes.notADatabase:
      return new NotAStore({ path, reason: "NotADatabase" })
    default:
      // Node's own word for a number that no event has.
      return thrown instanceof Error && "code" in thrown && thrown.code === "ERR_OUT_OF_RANGE"
        ? new StoreDamaged({ path, position: undefined, detail })
        : thrown
  }
}

/** Runs `work`; what SQLite throws comes out as our errors. */
export const guarded = <A>(path: string, work: () => A): A => {
  try {
    return work()
  } catch (thrown) {
    throw faultOf(path, thrown)
  }
}
