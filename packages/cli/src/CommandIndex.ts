/** 命令目录: every command with its one-line explanation, once: for the tree, for its help, and for the help that starts fast. */

export interface CommandEntry {
  readonly name: string
  readonly zh: string
  readonly en: string
}

export const commandIndex = {
  start: {
    name: "start",
    zh: "一屏概览：重放了什么、主要数字、得分、收支相等、一个数字的来由",
    en: "one screen: what was replayed, the main figures, scores, balance, one figure explained"
  },
  sample: { name: "sample", zh: "把样例年度装入空账库", en: "fill an empty store with the sample year" },
  record: { name: "record", zh: "记一个事件（任何种类）", en: "record an event of any kind" },
  correct: {
    name: "correct",
    zh: "红字冲销一个事件，可同时更正",
    en: "reverse an event, and replace it in the same transaction"
  },
  import: {
    name: "import",
    zh: "导入凭证、预算（CSV）或事件（JSONL），全部成功或全部不入",
    en: "import vouchers or budgets (CSV) or events (JSONL): all or nothing"
  },
  adopt: {
    name: "adopt",
    zh: "采纳一份公开的决算：作为下一年度的上年数和年初结转",
    en: "take over a published disclosure as the next year's comparatives and opening carry-over"
  },
  export: { name: "export", zh: "导出整本日志（JSONL）", en: "export the whole log (JSONL)" },
  tables: { name: "tables", zh: "十张决算公开表", en: "the ten tables" },
  table: { name: "table", zh: "一张表，如 公开03", en: "one table, e.g. 公开03" },
  scores: {
    name: "scores",
    zh: "项目绩效自评：给定得分与计算得分并列",
    en: "self-evaluations: recorded and computed scores side by side"
  },
  narrative: {
    name: "narrative",
    zh: "情况说明：由各表、上年数和记录的主要原因写成",
    en: "the narrative, written from the tables, last year's figures and the reasons recorded"
  },
  check: {
    name: "check",
    zh: "自查：用审核公开文件的全部规则，审核账上印出的各表",
    en: "check what the books print, by every rule that audits a published file"
  },
  explain: {
    name: "explain",
    zh: "一个数字为什么是这个数，直到事件与依据",
    en: "why a figure is what it is, down to events and sources"
  },
  history: { name: "history", zh: "一个数字的全部变化", en: "every change of a figure" },
  feeds: { name: "feeds", zh: "一个事件进入了哪些数字", en: "which figures an event feeds" },
  log: { name: "log", zh: "查看日志", en: "read the log" },
  diff: {
    name: "diff",
    zh: "两个时点之间哪些数字变了，因哪些事件",
    en: "which figures differ between two points, and by which events"
  },
  verify: {
    name: "verify",
    zh: "核验日志：逐个重算哈希，与存放在外的检查点相比，指明损坏的种类和位置",
    en: "verify the log: every hash taken anew, held against a checkpoint kept elsewhere, damage named with its place"
  },
  checkpoint: {
    name: "checkpoint",
    zh: "为日志签发检查点，存放到账库之外",
    en: "seal the log with a signed checkpoint, to be kept elsewhere"
  },
  doctor: {
    name: "doctor",
    zh: "诊断打不开或核验不通过的账库：指明损坏之处，导出完好的部分，从不写入",
    en: "a store that does not open or verify: where it is damaged, its intact part exported, nothing written to it"
  },
  bundle: {
    name: "bundle",
    zh: "证据包：把一个年度的证据封成一个文件；不需要账库即可核验、追问",
    en: "evidence of a year in one file, verified and explained without the books"
  },
  backup: {
    name: "backup",
    zh: "备份账库（他人可同时记账），核验后加封",
    en: "copy the store while others write, verify the copy and seal it"
  },
  restore: {
    name: "restore",
    zh: "从备份恢复到新的账库，先核对封签",
    en: "restore a sealed copy to a new place"
  },
  keys: { name: "keys", zh: "签名密钥：新建、更换、列出", en: "keys that sign: make, replace, list" },
  audit: {
    name: "audit",
    zh: "审核一份公开的部门决算（PDF、Word、Excel、网页、文本），逐条说明不符之处",
    en: "audit a published disclosure (PDF, Word, Excel, web page, text): what does not hold, with evidence"
  },
  rules: {
    name: "rules",
    zh: "审核规则：列出、查看，试用自己写的规则",
    en: "rules of the audit: list them, read one, try rules of your own"
  },
  serve: { name: "serve", zh: "启动本机 HTTP 接口", en: "serve the HTTP API on this machine" }
} as const satisfies Readonly<Record<string, CommandEntry>>

export const title = {
  zh: "决算：部门决算的每个数字，都能追溯到事件与依据",
  en: "Juesuan: every figure of a final account, down to its events and its rule"
}
