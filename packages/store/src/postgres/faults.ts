/** What PostgreSQL and the way to it report, as the errors of this package. What is none of them is a defect and passes unchanged. */
import { isStoreError, StoreDamaged, StoreReadOnly, StoreUnavailable } from "../StoreError.ts"

type Reason = StoreUnavailable["reason"]

/** SQLSTATE by code or by class, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const reasons: Readonly<Record<string, Reason>> = {
  "08": "Unreachable",
  "28": "NotAllowed",
  "3D000": "NotAllowed",
  "42501": "NotAllowed",
  "53100": "DiskFull",
  "53300": "Busy",
  "55P03": "Busy",
  "40001": "Busy",
  "40P01": "Busy",
  "57014": "Busy",
  "57P": "Unreachable",
  "58": "InputOutput"
}

/** What the connection itself reports: no server there, or none any more. */
const lostConnection = /^(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|EACCES)$/u
const lostMessage = /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed/iu

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : ""

const reasonOf = (code: string): Reason | undefined =>
  reasons[code] ?? reasons[code.slice(0, 3)] ?? reasons[code.slice(0, 2)]

/** The error a thrown value stands for. */
export const faultOf = (path: string, thrown: unknown): unknown => {
  if (isStoreError(thrown) || !(thrown instanceof Error)) return thrown
  const detail = thrown instanceof AggregateError ? String(thrown.errors[0]) : thrown.message
  const code = codeOf(thrown)
  if (lostConnection.test(code) || lostMessage.test(thrown.message)) {
    return new StoreUnavailable({ path, reason: "Unreachable", detail })
  }
  if (code === "25006") return new StoreReadOnly({ path })
  if (code.startsWith("XX")) return new StoreDamaged({ path, position: undefined, detail })
  const reason = reasonOf(code)
  return reason === undefined ? thrown : new StoreUnavailable({ path, reason, detail })
}

/** Runs `work`; what PostgreSQL throws comes out as our errors. */
export const guarded = async <A>(path: string, work: () => Promise<A>): Promise<A> => {
  try {
    return await work()
  } catch (thrown) {
    throw faultOf(path, thrown)
  }
}
