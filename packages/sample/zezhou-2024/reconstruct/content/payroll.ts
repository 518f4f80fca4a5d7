/** 人员经费: the monthly payroll with its contributions, by payroll item and staff group; reconstructed. */
import type { EconomicCode, FunctionalCode } from "@juesuan/domain"
import { monthly, type PlanLine, type Turn } from "../PaymentPlan.ts"

const staff = "在职职工（工资统发）"
const retired = "退休人员（工资统发）"
const pensionAgency = "社会保险经办机构"
const medicalAgency = "医疗保险经办机构"
const housingFund = "住房公积金管理中心"

/** 晋级晋档 in July. */
const raised = [1000, 1000, 1000, 1000, 1000, 1000, 1018, 1018, 1018, 1018, 1018, 1018]
/** 缴费基数 are set anew in July. */
const newBase = [100, 100, 100, 100, 100, 100, 107, 107, 107, 107, 107, 107]

const line = (
  [functional, economic]: readonly [FunctionalCode, EconomicCode],
  payee: string,
  turns: ReadonlyArray<Turn>,
  share = 1
): PlanLine => ({
  functional,
  economic,
  share,
  unit: 1,
  payee,
  summary: turns[0]?.summary ?? "",
  turns,
  voucherGroup: payee
})

const item = (name: string) => (month: number) => `${month}月${name}`

const bonus = (group: string): ReadonlyArray<Turn> => [
  { day: "01-24", weight: 46, summary: `${group}年终一次性奖金` },
  { day: "06-21", weight: 11, summary: `${group}上半年考核奖金` },
  { day: "12-20", weight: 43, summary: `${group}年度考核奖金` }
]

const quarterly = (day: number, name: string): ReadonlyArray<Turn> =>
  [3, 6, 9, 12].map((month, index) => ({
    day: `${String(month).padStart(2, "0")}-${day}`,
    weight: [24, 25, 25, 26][index] ?? 1,
    summary: `第${"一二三四"[index]}季度${name}`
  }))

export const payroll: ReadonlyArray<PlanLine> = [
  line(["2010306", "30101"], staff, monthly(15, item("行政人员基本工资"), raised), 24),
  line(["2010306", "30101"], staff, monthly(15, item("事业人员基本工资"), raised), 76),
  line(["2010306", "30102"], staff, monthly(15, item("行政人员津贴补贴"))),
  line(["2010306", "30103"], staff, bonus("行政人员"), 37),
  line(["2010306", "30103"], staff, bonus("事业人员"), 63),
  line(["2010306", "30107"], staff, monthly(15, item("事业人员基础性绩效工资")), 70),
  line(["2010306", "30107"], staff, quarterly(22, "事业人员奖励性绩效工资"), 30),
  line(["2080505", "30108"], pensionAgency, monthly(18, item("行政人员养老保险单位缴费"), newBase), 26),
  line(["2080505", "30108"], pensionAgency, monthly(18, item("事业人员养老保险单位缴费"), newBase), 74),
  line(["2080506", "30109"], pensionAgency, monthly(18, item("行政人员职业年金单位缴费"), newBase)),
  line(["2010306", "30109"], pensionAgency, monthly(18, item("事业人员职业年金单位缴费"), newBase)),
  line(["2101101", "30110"], medicalAgency, monthly(18, item("行政人员医疗保险单位缴费"), newBase)),
  line(["2101102", "30110"], medicalAgency, monthly(18, item("事业人员医疗保险单位缴费"), newBase)),
  line(["2101103", "30111"], medicalAgency, monthly(18, item("公务员医疗补助缴费"))),
  line(["2101102", "30111"], medicalAgency, monthly(18, item("事业人员医疗补助缴费"))),
  line(["2101102", "30307"], medicalAgency, quarterly(19, "退休人员医疗费补助")),
  line(["2101199", "30112"], pensionAgency, monthly(18, item("工伤保险缴费")), 45),
  line(["2101199", "30112"], pensionAgency, monthly(18, item("失业保险缴费")), 55),
  line(["2210201", "30113"], housingFund, monthly(19, item("行政人员住房公积金"), newBase), 26),
  line(["2210201", "30113"], housingFund, monthly(19, item("事业人员住房公积金"), newBase), 74),
  line(["2010306", "30199"], staff, quarterly(22, "节假日值班补助")),
  line(["2010306", "30302"], retired, monthly(15, item("退休人员补贴"))),
  line(["2010306", "30309"], staff, [
    { day: "06-21", weight: 1, summary: "上半年独生子女父母奖励金" },
    { day: "12-20", weight: 1, summary: "下半年独生子女父母奖励金" }
  ])
]
