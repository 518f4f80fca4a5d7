/** 用例: record, rebuild, explain, check, audit, publish, verify. The public API. */
export {}
