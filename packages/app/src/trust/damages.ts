/** 损坏的说法: what each kind of damage means, in both languages. */
import type { Damage, DamageKind } from "@juesuan/store"
import { type AppError, refusal, type Says } from "../AppError.ts"
import type { DamageJson } from "../json/trust.ts"

const meanings: { readonly [Kind in DamageKind]: Says } = {
  file: { zh: "账库文件的页或索引损坏", en: "pages or indexes of the store file are damaged" },
  layout: { zh: "账库的表、索引或触发器被改动", en: "tables, indexes or triggers of the store were changed" },
  command: { zh: "命令记录与事件不符", en: "a command's record does not fit its events" },
  sums: { zh: "随存的汇总数与事件重放的结果不符", en: "a sum that is kept is not what the events add up to" },
  missing: { zh: "缺少事件", en: "events are missing" },
  changed: { zh: "事件在记录之后被改动", en: "the event was changed after it was recorded" },
  swapped: { zh: "两个事件的内容被对调", en: "the contents of two events were swapped" },
  misplaced: { zh: "事件与所在事件流的版本不衔接", en: "the event does not continue its stream" },
  backdated: { zh: "记录时间早于前一事件", en: "it was recorded before the event in front of it" },
  unreadable: { zh: "事件内容不是有效的 JSON", en: "the event's content is not valid JSON" },
  unsealed: { zh: "事件没有哈希", en: "the event has no hash" },
  index: { zh: "按事件流的索引与日志不一致", en: "the index by streams disagrees with the log" },
  "cut-off": {
    zh: "日志短于检查点：末尾被截去，或换成了旧库",
    en: "the log is shorter than the checkpoint: its end was cut off, or an old store was put back"
  },
  removed: { zh: "与检查点相比，此处的事件被删去", en: "compared with the checkpoint an event was removed here" },
  inserted: { zh: "与检查点相比，此处插入了事件", en: "compared with the checkpoint an event was inserted here" },
  exchanged: {
    zh: "与检查点相比，此处的事件被调换了位置",
    en: "compared with the checkpoint events changed places here"
  },
  repeated: {
    zh: "与检查点相比，此处重复了更早的事件",
    en: "compared with the checkpoint an earlier event is repeated here"
  },
  rewritten: {
    zh: "与检查点相比，事件被改写并重算了哈希",
    en: "compared with the checkpoint events were rewritten, with hashes that fit"
  },
  branched: {
    zh: "与检查点相比，自此处起是另一个分支",
    en: "compared with the checkpoint it is another branch from here on"
  },
  "other-log": { zh: "检查点属于另一本日志", en: "the checkpoint is of another log" }
}

/** A damage with its sentences: where, what, the detail. */
export const damageJson = ({ detail, kind, position }: Damage): DamageJson => {
  const { en, zh } = meanings[kind]
  const more = detail === "" ? "" : `（${detail}）`
  return {
    kind,
    position: position ?? null,
    detail,
    message: {
      zh: `${position === undefined ? "" : `日志位置 ${position}：`}${zh}${more}。`,
      en: `${position === undefined ? "" : `Log position ${position}: `}${en}${detail === "" ? "" : ` (${detail})`}.`
    }
  }
}

/** Why a damaged log is not sealed. */
export const damagedLog = (damages: ReadonlyArray<Damage>): AppError => {
  const [first] = damages.map(damageJson)
  return refusal(
    "conflict",
    "LogDamaged",
    { damages: damages.length },
    {
      zh: `日志未通过核验，不予签发：${first?.message.zh ?? ""}请先 juesuan verify 查看全部。`,
      en: `The log does not verify and was not sealed: ${first?.message.en ?? ""} See all with juesuan verify.`
    }
  )
}
