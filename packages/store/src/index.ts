/** 事件日志: the append-only log in memory and in SQLite. The public API. */
export type {
  Append,
  Appended,
  CommandIdentity,
  EventLog,
  ExpectedVersion,
  NewEvent,
  PageRequest,
  Progress,
  StreamVersion
} from "./EventLog.ts"
export { pageSize } from "./EventLog.ts"
export { memoryLog } from "./Memory.ts"
export type { Now } from "./Memory.ts"
export { sqliteLog } from "./Sqlite.ts"
export type { Access } from "./sqlite-schema.ts"
export { DeciderStates } from "./DeciderState.ts"
export type { Evolving, Versioned } from "./DeciderState.ts"
export { currentVersions, upcast, upcasting, versionOf } from "./upcasting.ts"
export type { Upcast, Upcaster, Versions } from "./upcasting.ts"
export {
  CommandIdReused,
  ConcurrencyConflict,
  ImportRefused,
  StoreDamaged,
  StoreNewer,
  StoreUnavailable,
  storeErrorMessage
} from "./StoreError.ts"
export type { StoreError } from "./StoreError.ts"
