/** 成册: builds the whole year as a log and writes `../events.jsonl`. Run: `node build.ts`. */
import { writeFileSync } from "node:fs"
import { exported, yearEvents } from "./Year.ts"

const events = yearEvents()
writeFileSync(new URL("../events.jsonl", import.meta.url), exported(events))
const payments = events.filter((event) => event.type === "PaymentMade").length
process.stdout.write(`${events.length} 个事件（其中支付 ${payments} 笔）已写入 events.jsonl\n`)
