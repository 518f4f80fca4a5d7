/** 诊断: what is wrong with a store file, in words, and its intact part saved as an exported log. */
import { closeSync, openSync, writeSync } from "node:fs"
import { type Ailment, type Diagnosis, diagnose, envelopeOfRow } from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type AppError, refusal, type Says } from "../AppError.ts"
import type { DiagnosisJson } from "../json/trust.ts"

const meanings: { readonly [Kind in Ailment["kind"]]: Says } = {
  missing: { zh: "没有这个文件", en: "there is no such file" },
  empty: { zh: "文件为空", en: "the file is empty" },
  "not-a-database": { zh: "不是数据库，或文件头已被覆盖", en: "it is no database, or its head was overwritten" },
  "other-program": { zh: "是其他程序的数据库", en: "it is a database of another program" },
  newer: { zh: "由更新版本的程序写成", en: "it was written by a newer program" },
  cut: { zh: "文件被截短", en: "the file was cut off" },
  zeroed: { zh: "整页为零", en: "a page of zeros" },
  wal: {
    zh: "旁边的 -wal 文件不完整，其后的写入已丢失",
    en: "the -wal file beside it is not whole; what was written after that is lost"
  },
  inside: { zh: "页或索引损坏", en: "pages or indexes are damaged" },
  events: { zh: "自此处起日志读不出来或已被改动", en: "from here on the log cannot be read, or was changed" }
}

const placed = ({ byte, page, position }: Ailment): Says => {
  const zh = [
    ...(position === undefined ? [] : [`日志位置 ${position}`]),
    ...(page === undefined ? [] : [`第 ${page} 页`]),
    ...(byte === undefined ? [] : [`第 ${byte} 字节`])
  ]
  const en = [
    ...(position === undefined ? [] : [`log position ${position}`]),
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(byte === undefined ? [] : [`byte ${byte}`])
  ]
  return { zh: zh.length === 0 ? "" : `${zh.join("，")}：`, en: en.length === 0 ? "" : `${en.join(", ")}: ` }
}

const json = ({ ailments, intact }: Diagnosis): DiagnosisJson => ({
  healthy: ailments.length === 0,
  intact,
  ailments: ailments.map((ailment) => {
    const [where, what] = [placed(ailment), meanings[ailment.kind]]
    return {
      kind: ailment.kind,
      byte: ailment.byte ?? null,
      page: ailment.page ?? null,
      position: ailment.position ?? null,
      detail: ailment.detail,
      message: { zh: `${where.zh}${what.zh}（${ailment.detail}）。`, en: `${where.en}${what.en} (${ailment.detail}).` }
    }
  })
})

const unusable = (path: string, thrown: unknown): AppError =>
  refusal(
    "failure",
    "DiagnosisFailed",
    { path, detail: String(thrown) },
    {
      zh: `诊断未能进行：${String(thrown)}。请检查权限和空间；导出的目标须是尚不存在的文件。`,
      en: `The diagnosis could not be made: ${String(thrown)}. Check permissions and space; the file to export to must not exist yet.`
    }
  )

/** Diagnoses the store in a file; the intact part of its log is written to `exportTo`, a file that must not exist yet. */
export const diagnosis = (path: string, exportTo?: string): Effect.Effect<DiagnosisJson, AppError> =>
  Effect.try({
    try: () => {
      if (exportTo === undefined) return json(diagnose(path))
      const file = openSync(exportTo, "wx")
      try {
        return json(diagnose(path, (row) => writeSync(file, `${JSON.stringify(envelopeOfRow(row))}\n`)))
      } finally {
        closeSync(file)
      }
    },
    catch: (thrown) => unusable(path, thrown)
  })
