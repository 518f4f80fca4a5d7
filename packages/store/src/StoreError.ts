/** 存储错误: what a log can answer instead of a result. Fields first; the sentences for people are made from them. */
import * as Data from "effect/Data"
import type { ExpectedVersion } from "./EventLog.ts"

/** Somebody else appended to the stream in between. */
export class ConcurrencyConflict extends Data.TaggedError("ConcurrencyConflict")<{
  readonly stream: string
  readonly expected: ExpectedVersion
  readonly found: number
}> {}

/** The command id was used before, for another request. */
export class CommandIdReused extends Data.TaggedError("CommandIdReused")<{ readonly commandId: string }> {}

/** The place cannot be opened or written: no such folder, no permission, disk full, locked for too long. */
export class StoreUnavailable extends Data.TaggedError("StoreUnavailable")<{
  readonly place: string
  readonly cause: string
}> {}

/** The file is there, but it is not (or no longer) a readable log. */
export class StoreDamaged extends Data.TaggedError("StoreDamaged")<{ readonly place: string; readonly cause: string }> {}

/** A newer program wrote the file, or an event in it. */
export class StoreNewer extends Data.TaggedError("StoreNewer")<{
  readonly place: string
  readonly found: string
  readonly known: string
}> {}

/** An import does not continue this log. */
export class ImportRefused extends Data.TaggedError("ImportRefused")<{
  readonly position: number
  readonly problem: "position" | "version" | "time" | "id"
  readonly expected: string
  readonly found: string
}> {}

export type StoreError =
  | ConcurrencyConflict
  | CommandIdReused
  | StoreUnavailable
  | StoreDamaged
  | StoreNewer
  | ImportRefused

const importProblems = {
  position: ["位置", "position"],
  version: ["流内序号", "number in its stream"],
  time: ["入账时间", "recorded time"],
  id: ["事件编号", "event id"]
} as const

/** 说明: the error as a sentence for a person: where, what, found against expected, what to do. */
export const storeErrorMessage = (error: StoreError, lang: "zh" | "en"): string => {
  const zh = lang === "zh"
  switch (error._tag) {
    case "ConcurrencyConflict":
      return zh
        ? `事件流 ${error.stream} 已被他人更新：预期版本 ${error.expected}，实际版本 ${error.found}。请重新读取后再试。`
        : `Stream ${error.stream} was changed by somebody else: expected version ${error.expected}, found ${error.found}. Read it again and retry.`
    case "CommandIdReused":
      return zh
        ? `命令编号 ${error.commandId} 已用于另一项不同的请求。请换一个编号，或重发原来的请求。`
        : `Command id ${error.commandId} was used for a different request. Use another id, or repeat the original request.`
    case "StoreUnavailable":
      return zh
        ? `账库 ${error.place} 无法打开或写入：${error.cause}。请检查文件夹是否存在、权限与磁盘空间，然后重试；未写入任何内容。`
        : `The store ${error.place} cannot be opened or written: ${error.cause}. Check that the folder exists, its permissions and free space, then retry; nothing was stored.`
    case "StoreDamaged":
      return zh
        ? `账库 ${error.place} 已损坏或不是决算账库：${error.cause}。未改动任何内容；请从备份恢复，或指定另一个文件。`
        : `The store ${error.place} is damaged or not a Juesuan store: ${error.cause}. Nothing was changed; restore a backup or name another file.`
    case "StoreNewer":
      return zh
        ? `账库 ${error.place} 由更新版本的程序写成：发现 ${error.found}，本程序最高支持 ${error.known}。请升级程序后再打开。`
        : `The store ${error.place} was written by a newer program: found ${error.found}, this program knows up to ${error.known}. Upgrade the program to open it.`
    case "ImportRefused": {
      const [zhName, enName] = importProblems[error.problem]
      return zh
        ? `导入中断于第 ${error.position} 条：${zhName}应为 ${error.expected}，实为 ${error.found}。未导入任何事件；请导入到空账库，或只导入后续部分。`
        : `Import stopped at event ${error.position}: its ${enName} should be ${error.expected}, but is ${error.found}. Nothing was imported; import into an empty store, or only what continues this log.`
    }
  }
}
