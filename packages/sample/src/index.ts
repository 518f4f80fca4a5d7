/** 示例数据: where the files of the sample year are, and what year it is. The data itself is in `zezhou-2024/`. */

const at = (path: string): URL => new URL(`../zezhou-2024/${path}`, import.meta.url)

/** 样例年度: 泽州县行政审批服务管理局 2024; its README says what of it is published and what is reconstructed. */
export const sample = {
  unit: "023001",
  name: "泽州县行政审批服务管理局",
  year: 2024,
  /** The rule set that the published disclosure follows. */
  ruleSet: "shanxi-2024",
  /** 事件: the whole year as an exported log, one event a line (JSONL). */
  events: at("events.jsonl"),
  readme: at("README.md"),
  /** 已公开的数: what was published, cell by cell as printed. */
  published: {
    /** 公开01 to 公开10, in order. */
    tables: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"].map((number) =>
      at(`published/table-${number}.json`)
    ),
    evaluations: at("published/evaluations.json"),
    narrative: at("published/narrative.json")
  }
} as const
