/** Opening logs for tests and for the programs under `programs/`, which run outside of any test. */
import type { EventLog } from "@juesuan/store"
import { postgresLog, sqliteLog } from "@juesuan/store"
import { type AccountEvent, accountCodec } from "./accounts.ts"

export type Now = () => string
export type AccountLog = EventLog<AccountEvent>

export const systemClock: Now = () => new Date().toISOString()

export const openFile = (path: string, now: Now = systemClock, access: "read" | "write" = "write") =>
  sqliteLog(path, { codec: accountCodec, now, access })

/** A log in a store on a server. */
export const openAt = (location: string, now: Now = systemClock, access: "read" | "write" = "write") =>
  postgresLog(location, { codec: accountCodec, now, access })

/** A log where a program is told to find one: an address, or a file. */
export const openPlace = (location: string, now?: Now): AccountLog =>
  location.startsWith("postgres:") ? openAt(location, now) : openFile(location, now)
