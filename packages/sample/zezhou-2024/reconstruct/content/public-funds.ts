/** 公用经费: office, travel, union dues, vehicles, transport allowance; reconstructed. */
import type { EconomicCode } from "@juesuan/domain"
import { monthly, months, type PlanLine, type Turn } from "../PaymentPlan.ts"

const line = (economic: EconomicCode, payee: string, turns: ReadonlyArray<Turn>, unit = 10): PlanLine => ({
  functional: "2010306",
  economic,
  unit,
  payee,
  summary: turns[0]?.summary ?? "",
  turns
})

/** What an office buys: name, payee, usual weight, day of the month. */
const officeItems: ReadonlyArray<readonly [summary: string, payee: string, weight: number, day: number]> = [
  ["购置复印纸", "办公用品供应商（一）", 260, 4],
  ["购置打印机硒鼓、墨盒", "办公耗材供应商", 340, 6],
  ["购置笔、本、文件夹等办公用品", "办公用品供应商（一）", 190, 8],
  ["购置饮用水", "饮用水供应商", 90, 10],
  ["购置档案盒、档案袋", "办公用品供应商（二）", 150, 12],
  ["购置窗口叫号纸、便民用品", "办公用品供应商（二）", 170, 17],
  ["购置电脑配件、线材", "电子产品供应商", 230, 20],
  ["购置清洁用品", "日用品供应商", 110, 23],
  ["购置表格、信封、便笺", "印刷品供应商", 140, 25],
  ["购置电池、插座等零星用品", "日用品供应商", 80, 27]
]

/** Weights wander by month and item in a fixed pattern, as purchases do. */
const officeTurns: ReadonlyArray<Turn> = months.flatMap((month, monthIndex) =>
  officeItems.map(([summary, payee, weight, day], itemIndex) => ({
    day: `${month}-${String(day).padStart(2, "0")}`,
    weight: weight + ((monthIndex * 41 + itemIndex * 67) % 97) - 38,
    summary,
    payee
  }))
)

const trips: ReadonlyArray<Turn> = [
  ["01-19", 3, "赴市参加政务服务工作会议差旅费"],
  ["03-08", 5, "赴省参加一体化平台业务培训差旅费"],
  ["03-22", 2, "赴市对接电子证照工作差旅费"],
  ["04-12", 3, "赴市参加营商环境调度会差旅费"],
  ["04-26", 6, "赴省对接政务服务平台建设差旅费"],
  ["05-17", 2, "赴乡镇便民服务中心指导差旅费"],
  ["06-14", 2, "赴乡镇便民服务中心督导差旅费"],
  ["07-12", 3, "赴市参加政府采购业务培训差旅费"],
  ["08-09", 8, "赴外地学习标准化建设经验差旅费"],
  ["09-06", 2, "赴市参加审批改革座谈会差旅费"],
  ["09-20", 3, "赴市参加市场主体倍增调度会差旅费"],
  ["10-25", 6, "赴省参加“高效办成一件事”培训差旅费"],
  ["11-15", 2, "赴乡镇核查便民服务站点差旅费"],
  ["12-13", 3, "赴市参加年度考核会议差旅费"]
].map(([day, weight, summary]) => ({ day: String(day), weight: Number(weight), summary: String(summary) }))

const fuel = (vehicle: string, day: number, weights: ReadonlyArray<number>): ReadonlyArray<Turn> =>
  monthly(day, (month) => `公务用车${vehicle}${month}月燃料费`, weights).map((turn) => ({ ...turn, payee: "加油站" }))

const vehicleTurns: ReadonlyArray<Turn> = [
  ...fuel("甲", 9, [52, 44, 56, 60, 58, 55, 62, 60, 57, 54, 58, 50]),
  ...fuel("乙", 11, [48, 41, 50, 55, 53, 50, 54, 57, 52, 49, 51, 46]),
  { day: "03-26", weight: 290, summary: "公务用车甲保险费", payee: "财产保险公司" },
  { day: "09-25", weight: 280, summary: "公务用车乙保险费", payee: "财产保险公司" },
  { day: "04-16", weight: 86, summary: "公务用车甲保养", payee: "定点汽车维修厂" },
  { day: "07-16", weight: 82, summary: "公务用车乙保养", payee: "定点汽车维修厂" },
  { day: "10-22", weight: 118, summary: "公务用车甲维修", payee: "定点汽车维修厂" },
  { day: "12-10", weight: 95, summary: "公务用车乙维修", payee: "定点汽车维修厂" },
  { day: "06-26", weight: 24, summary: "上半年过路过桥费", payee: "高速公路收费单位" },
  { day: "12-24", weight: 27, summary: "下半年过路过桥费", payee: "高速公路收费单位" }
]

const sundry: ReadonlyArray<Turn> = [
  ["01-30", 11, "政务大厅春节值守用品"],
  ["03-15", 9, "志愿服务活动用品"],
  ["04-24", 12, "政务公开宣传品"],
  ["06-05", 10, "安全生产月宣传用品"],
  ["07-25", 13, "窗口工作人员培训资料"],
  ["09-12", 8, "办事指南制作"],
  ["11-06", 12, "消防演练用品"],
  ["12-18", 10, "年终总结资料装订"]
].map(([day, weight, summary]) => ({ day: String(day), weight: Number(weight), summary: String(summary) }))

export const publicFunds: ReadonlyArray<PlanLine> = [
  line("30201", "办公用品供应商（一）", officeTurns),
  line("30211", "出差人员（公务卡）", trips, 50),
  line(
    "30228",
    "工会组织",
    monthly(22, (month) => `拨缴${month}月工会经费`),
    1
  ),
  line("30231", "加油站", vehicleTurns),
  line(
    "30239",
    "在职职工（工资统发）",
    monthly(15, (month) => `${month}月公务交通补贴`),
    1
  ),
  line("30299", "日用品供应商", sundry)
]
