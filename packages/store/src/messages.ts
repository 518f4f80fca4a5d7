/** The sentences users read, in both languages, made from the fields of an error: where, what, found against expected, what to do. */
import type { StoreError } from "./StoreError.ts"

export type Lang = "zh" | "en"

type Fields<Tag extends StoreError["_tag"]> = Omit<Extract<StoreError, { readonly _tag: Tag }>, "message">
type Sentences = { readonly [Tag in StoreError["_tag"]]: (error: Fields<Tag>) => Record<Lang, string> }

const expectations: Record<string, Record<Lang, string>> = {
  exists: { zh: "已有事件", en: "to have events" },
  none: { zh: "尚无事件", en: "to have no events" }
}

const expectedVersion = (expected: string, lang: Lang): string =>
  expectations[expected]?.[lang] ?? (lang === "zh" ? `版本为 ${expected}` : `to stand at version ${expected}`)

const eventInvalid: Record<Fields<"EventInvalid">["reason"], Record<Lang, string>> = {
  StreamName: {
    zh: "事件流名称不能为空，不能含空格、控制字符或“@”，不超过 200 个字符",
    en: "a stream's name has 1 to 200 characters, no spaces, no control characters, no “@”"
  },
  CommandId: {
    zh: "命令编号须为 1 至 200 个字符，不能含控制字符",
    en: "a command id has 1 to 200 characters and no control characters"
  },
  ActorMissing: { zh: "缺少经办人，请注明由谁记录", en: "the actor is missing: say who records it" },
  UnknownType: { zh: "没有这种事件，请核对事件种类", en: "there is no such kind of event: check its name" },
  DataDoesNotFit: {
    zh: "内容不符合该种事件的格式，请按提示修改",
    en: "its data does not fit its kind: correct it as said"
  },
  Misplaced: {
    zh: "不属于这一事件流，或冲销了别的事件流的事件，请核对事件流",
    en: "does not belong in this stream, or reverses an event of another one: check the stream"
  }
}

const unavailable: Record<Fields<"StoreUnavailable">["reason"], Record<Lang, string>> = {
  FolderMissing: {
    zh: "所在文件夹不存在，请先建立该文件夹或更正路径",
    en: "its folder does not exist: create the folder or correct the path"
  },
  FileMissing: {
    zh: "文件不存在，请核对路径，或先记录、导入数据",
    en: "the file does not exist: check the path, or record or import something first"
  },
  FileExists: {
    zh: "文件已存在，不会覆盖，请另写一个文件名",
    en: "the file exists already and is not overwritten: name another one"
  },
  NotAFile: {
    zh: "这是文件夹或设备，不是文件，请更正路径",
    en: "this is a folder or a device, not a file: correct the path"
  },
  CannotOpen: {
    zh: "无法打开，请检查文件和文件夹的权限",
    en: "it cannot be opened: check the permissions of the file and its folder"
  },
  Busy: {
    zh: "其他程序正在写入，等待超时，请稍后重试；本次未保存任何内容",
    en: "another program kept writing for too long: try again later; nothing was stored"
  },
  DiskFull: {
    zh: "磁盘已满，请腾出空间后重试；本次未保存任何内容，已确认的内容完好",
    en: "the disk is full: free some space and try again; nothing was stored, what was acknowledged is intact"
  },
  InputOutput: {
    zh: "读写磁盘出错，请检查磁盘、配额和网络盘连接后重试；已确认的内容不受影响",
    en: "reading or writing the disk failed: check the disk, quotas and network drives, then try again; what was acknowledged is not affected"
  },
  NotDurable: {
    zh: "此处无法保证写入后不丢失（WAL 与完全同步不可用），请改存到本地磁盘的文件；数据库服务器请打开 fsync、full_page_writes 和 synchronous_commit",
    en: "writes could be lost here (WAL with full synchronisation is not available): keep the store in a file on a local disk, or turn fsync, full_page_writes and synchronous_commit on"
  },
  AddressUnclear: {
    zh: "地址看不懂，请写 postgres://用户@主机/数据库，另用一个模式时加 ?schema=名称（小写字母、数字、下划线）",
    en: "the address is not understood: write postgres://user@host/database, with ?schema=name (lower case letters, digits, underscores) for another schema"
  },
  Unreachable: {
    zh: "连不上数据库服务器，请检查地址、端口和服务是否启动后重试；未得到确认的内容请用同一命令编号重发",
    en: "the database server cannot be reached: check address, port and whether it runs, then try again; send what was not acknowledged again under the same command id"
  },
  NotAllowed: {
    zh: "服务器不允许：请核对用户、密码、数据库名称和权限",
    en: "the server does not allow it: check user, password, database and privileges"
  },
  StoreMissing: {
    zh: "这个数据库里还没有账库，请核对地址，或先记录、导入数据",
    en: "there is no store in this database yet: check the address, or record or import something first"
  }
}

const notAStore: Record<Fields<"NotAStore">["reason"], Record<Lang, string>> = {
  Empty: {
    zh: "文件为空，不是账库；如确属误建请删除后重试，否则请从备份恢复",
    en: "the file is empty, not a store: delete it if it was made by mistake, else restore a backup"
  },
  NotADatabase: {
    zh: "文件不是数据库，或文件头已损坏；请核对路径，或从备份恢复",
    en: "the file is no database, or its header is damaged: check the path, or restore a backup"
  },
  OtherProgram: {
    zh: "这是其他程序的数据库，请更正路径",
    en: "this is a database of another program: correct the path"
  }
}

const importRefused: Record<Fields<"ImportRefused">["reason"], Record<Lang, string>> = {
  NotAnEnvelope: { zh: "不是导出的事件", en: "is no exported event" },
  Position: { zh: "日志位置不衔接", en: "does not continue the log's positions" },
  Version: { zh: "事件流版本不衔接", en: "does not continue its stream's versions" },
  Id: { zh: "事件编号与事件流、版本不符", en: "has an id that is not its stream and version" },
  RecordedAt: {
    zh: "记录时间早于前一事件或格式不对",
    en: "was recorded before the event in front of it, or its time is malformed"
  },
  UnknownType: { zh: "事件种类未知", en: "is of an unknown kind" },
  NewerVersion: { zh: "由更新版本的程序导出，请升级程序", en: "was exported by a newer program: update this one" },
  DataDoesNotFit: { zh: "内容不符合该种事件的格式", en: "has data that does not fit its kind" },
  Misplaced: {
    zh: "不属于所在的事件流，或冲销了别的事件流的事件",
    en: "does not belong in its stream, or reverses an event of another one"
  },
  DiffersFromLog: { zh: "与日志中同一位置的事件不同", en: "differs from the event the log has at its position" }
}

/** What to do about a line that does not follow what the store holds; another place would not help one that is wrong itself. */
const wayOfImporting = (reason: Fields<"ImportRefused">["reason"]): Record<Lang, string> =>
  reason === "Position" || reason === "Version" || reason === "DiffersFromLog"
    ? {
        zh: "；请导入到空账库，或从日志当前末尾之后接续导入",
        en: " Import into an empty store, or continue exactly after the end of its log."
      }
    : { zh: "", en: "" }

const sentences: Sentences = {
  ConcurrencyConflict: (e) => ({
    zh: `事件流 ${e.stream}：预期${expectedVersion(e.expected, "zh")}，实际版本为 ${e.found}。期间已有其他写入，请重新读取后再试；本次未保存任何内容。`,
    en: `Stream ${e.stream} was expected ${expectedVersion(e.expected, "en")} but stands at version ${e.found}. Somebody else wrote in between: read it again and retry; nothing was stored.`
  }),
  CommandIdReused: (e) => ({
    zh: `命令编号 ${e.commandId} 已用于另一请求（日志位置 ${e.first}–${e.last}）。不同的请求请使用新的编号；本次未保存任何内容。`,
    en: `Command id ${e.commandId} was used for another request (log positions ${e.first}–${e.last}). Give a different request an id of its own; nothing was stored.`
  }),
  EventInvalid: (e) => {
    const { zh, en } = eventInvalid[e.reason]
    if (e.reason === "CommandId") return { zh: `命令编号 ${e.issue}：${zh}。`, en: `Command id ${e.issue}: ${en}.` }
    if (e.reason === "StreamName") return { zh: `事件流 ${e.issue}：${zh}。`, en: `Stream ${e.issue}: ${en}.` }
    return {
      zh: `事件流 ${e.stream} 第 ${e.index + 1} 个事件（${e.type}）：${zh}。${e.issue}`,
      en: `Stream ${e.stream}, event ${e.index + 1} (${e.type}): ${en}. ${e.issue}`
    }
  },
  StoreUnavailable: (e) => ({
    zh: `${e.path}：${unavailable[e.reason].zh}。（${e.detail}）`,
    en: `${e.path}: ${unavailable[e.reason].en}. (${e.detail})`
  }),
  NotAStore: (e) => ({ zh: `${e.path}：${notAStore[e.reason].zh}。`, en: `${e.path}: ${notAStore[e.reason].en}.` }),
  StoreDamaged: (e) => ({
    zh: `${e.path}：账库已损坏${e.position === undefined ? "" : `，自日志位置 ${e.position} 起不可信`}（${e.detail}）。请勿继续写入，请从备份恢复。`,
    en: `${e.path}: the store is damaged${e.position === undefined ? "" : ` from log position ${e.position} on`} (${e.detail}). Stop writing to it and restore a backup.`
  }),
  StoreNewer: (e) => ({
    zh: `${e.path}：账库由更新版本的程序写入（格式 ${e.found}，本程序支持到 ${e.known}），请升级程序后再打开。`,
    en: `${e.path}: the store was written by a newer program (format ${e.found}, this one knows ${e.known}). Update the program.`
  }),
  StoreReadOnly: (e) => ({
    zh: `${e.path}：只能读取，不能写入。请检查文件和文件夹的写权限，或改用可写的副本。`,
    en: `${e.path}: it can be read but not written. Check the write permissions of the file and its folder, or use a copy.`
  }),
  EventUnreadable: (e) =>
    e.reason === "UnknownType"
      ? {
          zh: `日志位置 ${e.position}：事件种类 ${e.type} 未知，可能由更新版本的程序写入，请升级程序。`,
          en: `Log position ${e.position}: kind ${e.type} is unknown. A newer program may have written it: update this one.`
        }
      : {
          zh: `日志位置 ${e.position}：${e.type} 的版本为 ${e.found}，本程序支持到 ${e.known}，请升级程序。`,
          en: `Log position ${e.position}: ${e.type} has version ${e.found}, this program knows up to ${e.known}. Update the program.`
        },
  ImportRefused: (e) => ({
    zh: `第 ${e.line} 行：${importRefused[e.reason].zh}。应为 ${e.expected}，实际为 ${e.found}。全部未导入${wayOfImporting(e.reason).zh}。`,
    en: `Line ${e.line} ${importRefused[e.reason].en}: expected ${e.expected}, found ${e.found}. Nothing was imported.${wayOfImporting(e.reason).en}`
  })
}

/**
 * 说明: an error as a sentence for a person.
 *
 * @example storeErrorMessage(new StoreReadOnly({ path: "a.db" }), "zh") // "a.db：只能读取，不能写入。…"
 */
export const storeErrorMessage = (error: Omit<StoreError, "message">, lang: Lang): string => {
  const say = sentences[error._tag] as (error: Omit<StoreError, "message">) => Record<Lang, string>
  return say(error)[lang]
}
