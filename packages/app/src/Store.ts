/**
 * 账库: the opened log that all use cases share, named by where it is: `sqlite:PATH`, `postgres://…`, or `memory:` for as long
 * as the program runs.
 */
import { domainCodec, type EventLog, isStoreError, memoryLog, postgresLog, sqliteLog } from "@juesuan/store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { AppError, ofStore, refusal } from "./AppError.ts"

export interface StoreShape {
  /** As the user named it, e.g. `sqlite:juesuan.db`; an address of a server may hold a password and is never shown. */
  readonly location: string
  readonly log: EventLog
}

export class Store extends Context.Service<Store, StoreShape>()("juesuan/Store") {}

export interface StoreOptions {
  /** `read` for questions only: never makes or changes a file. */
  readonly access: "read" | "write"
  /** The instant of recording: ISO, UTC, milliseconds. The machine's clock where nothing else is said. */
  readonly now?: () => string
}

/**
 * Opens a store and closes it with the scope of the layer.
 *
 * @example Layer.provide(useCases, storeLayer("sqlite:juesuan.db", { access: "write" }))
 */
export const storeLayer = (location: string, options: StoreOptions): Layer.Layer<Store, AppError> =>
  Layer.effect(
    Store,
    Effect.map(
      Effect.acquireRelease(open(location, options), (log) => Effect.promise(() => log.close())),
      (log) => ({ location, log })
    )
  )

const open = (location: string, { access, now = () => new Date().toISOString() }: StoreOptions) =>
  Effect.tryPromise({
    try: async (): Promise<EventLog> => {
      const [scheme, path] = [location.split(":", 1)[0], location.slice(location.indexOf(":") + 1)]
      if (location === "memory:") return memoryLog({ codec: domainCodec, now })
      if (scheme === "sqlite" && path !== "") return sqliteLog(path, { codec: domainCodec, now, access })
      if (scheme === "postgres" || scheme === "postgresql")
        return reached(postgresLog(location, { codec: domainCodec, now, access }))
      throw unknownLocation(location)
    },
    catch: (thrown) => {
      if (thrown instanceof AppError) return thrown
      if (isStoreError(thrown)) return ofStore(thrown)
      throw thrown
    }
  })

/** A log on a server is tried when it is opened, so that a wrong address is said at once. */
const reached = async (log: EventLog): Promise<EventLog> => {
  await log.lastPosition()
  return log
}

/** An address as it may be shown: without the password in it. */
const withoutPassword = (location: string): string => location.replace(/:[^:@/]*@/u, "@")

const unknownLocation = (given: string): AppError => {
  const location = withoutPassword(given)
  return refusal(
    "usage",
    "StoreLocationUnknown",
    { location },
    {
      zh: `账库位置“${location}”看不懂：请写 sqlite:文件路径（例如 sqlite:juesuan.db），或 postgres://用户@主机/数据库。`,
      en: `The store “${location}” is not understood: write sqlite:PATH (e.g. sqlite:juesuan.db), or postgres://user@host/database.`
    }
  )
}
