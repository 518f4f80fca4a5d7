/** What people read: every error in both languages, with where, what was found and expected, and what to do. */
import {
  CommandIdReused,
  ConcurrencyConflict,
  EventInvalid,
  EventUnreadable,
  ImportRefused,
  isStoreError,
  NotAStore,
  StoreDamaged,
  type StoreError,
  StoreNewer,
  StoreReadOnly,
  StoreUnavailable,
  storeErrorMessage
} from "@juesuan/store"
import { describe, expect, it } from "vitest"

const path = "决算.db"
const errors: ReadonlyArray<readonly [StoreError, string, string]> = [
  [
    new ConcurrencyConflict({ stream: "year-1-2024", expected: 3, found: 5 }),
    "事件流 year-1-2024：预期版本为 3，实际版本为 5。期间已有其他写入，请重新读取后再试；本次未保存任何内容。",
    "Stream year-1-2024 was expected to stand at version 3 but stands at version 5. Somebody else wrote in between: read it again and retry; nothing was stored."
  ],
  [
    new ConcurrencyConflict({ stream: "year-1-2024", expected: "none", found: 5 }),
    "事件流 year-1-2024：预期尚无事件，实际版本为 5。期间已有其他写入，请重新读取后再试；本次未保存任何内容。",
    "Stream year-1-2024 was expected to have no events but stands at version 5. Somebody else wrote in between: read it again and retry; nothing was stored."
  ],
  [
    new CommandIdReused({ commandId: "c", first: 4, last: 6 }),
    "命令编号 c 已用于另一请求（日志位置 4–6）。不同的请求请使用新的编号；本次未保存任何内容。",
    "Command id c was used for another request (log positions 4–6). Give a different request an id of its own; nothing was stored."
  ],
  [
    new EventInvalid({ stream: "year-1-2024", index: 1, type: "Paid", reason: "UnknownType", issue: "Paid" }),
    "事件流 year-1-2024 第 2 个事件（Paid）：没有这种事件，请核对事件种类。Paid",
    "Stream year-1-2024, event 2 (Paid): there is no such kind of event: check its name. Paid"
  ],
  [
    new EventInvalid({ stream: "a b", index: 0, type: "", reason: "StreamName", issue: '"a b"' }),
    '事件流 "a b"：事件流名称不能为空，不能含空格、控制字符或“@”，不超过 200 个字符。',
    'Stream "a b": a stream\'s name has 1 to 200 characters, no spaces, no control characters, no “@”.'
  ],
  [
    new EventInvalid({ stream: "", index: 0, type: "", reason: "CommandId", issue: '""' }),
    '命令编号 ""：命令编号须为 1 至 200 个字符，不能含控制字符。',
    'Command id "": a command id has 1 to 200 characters and no control characters.'
  ],
  [
    new StoreUnavailable({ path, reason: "FolderMissing", detail: "/无" }),
    "决算.db：所在文件夹不存在，请先建立该文件夹或更正路径。（/无）",
    "决算.db: its folder does not exist: create the folder or correct the path. (/无)"
  ],
  [
    new NotAStore({ path, reason: "OtherProgram" }),
    "决算.db：这是其他程序的数据库，请更正路径。",
    "决算.db: this is a database of another program: correct the path."
  ],
  [
    new StoreDamaged({ path, position: 7, detail: "malformed" }),
    "决算.db：账库已损坏，自日志位置 7 起不可信（malformed）。请勿继续写入，请从备份恢复。",
    "决算.db: the store is damaged from log position 7 on (malformed). Stop writing to it and restore a backup."
  ],
  [
    new StoreNewer({ path, found: 2, known: 1 }),
    "决算.db：账库由更新版本的程序写入（格式 2，本程序支持到 1），请升级程序后再打开。",
    "决算.db: the store was written by a newer program (format 2, this one knows 1). Update the program."
  ],
  [
    new StoreReadOnly({ path }),
    "决算.db：只能读取，不能写入。请检查文件和文件夹的写权限，或改用可写的副本。",
    "决算.db: it can be read but not written. Check the write permissions of the file and its folder, or use a copy."
  ],
  [
    new EventUnreadable({ position: 7, type: "Paid", reason: "NewerVersion", found: 4, known: 3 }),
    "日志位置 7：Paid 的版本为 4，本程序支持到 3，请升级程序。",
    "Log position 7: Paid has version 4, this program knows up to 3. Update the program."
  ],
  [
    new ImportRefused({ line: 3, reason: "Position", expected: "3", found: "5" }),
    "第 3 行：日志位置不衔接。应为 3，实际为 5。全部未导入；请导入到空账库，或从日志当前末尾之后接续导入。",
    "Line 3 does not continue the log's positions: expected 3, found 5. Nothing was imported. Import into an empty store, or continue exactly after the end of its log."
  ],
  [
    new ImportRefused({ line: 7, reason: "NewerVersion", expected: "PaymentMade <= 1", found: "2" }),
    "第 7 行：由更新版本的程序导出，请升级程序。应为 PaymentMade <= 1，实际为 2。全部未导入。",
    "Line 7 was exported by a newer program: update this one: expected PaymentMade <= 1, found 2. Nothing was imported."
  ]
]

describe("存储错误的说明", () => {
  it.each(errors)("%s", (error, zh, en) => {
    expect(storeErrorMessage(error, "zh")).toBe(zh)
    expect(storeErrorMessage(error, "en")).toBe(en)
    expect(error.message).toBe(en)
    expect(error.name).toBe(error._tag)
  })

  it("认得自己的错误，不认别人的", () => {
    for (const [error] of errors) expect(isStoreError(error)).toBe(true)
    for (const other of [new Error("StoreDamaged"), { _tag: "StoreDamaged" }, undefined])
      expect(isStoreError(other)).toBe(false)
  })
})
