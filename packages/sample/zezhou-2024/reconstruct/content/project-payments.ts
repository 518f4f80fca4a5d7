/**
 * 项目支出: rent by quarter, property, utilities, the window contractor from July, seal makers by quarter, experts and
 * the six unpublished projects. Totals of the eight reported projects are published; everything else is reconstructed.
 */
import type { EconomicCode, FunctionalCode } from "@juesuan/domain"
import { apportioned, monthly, type PlanLine, type Turn } from "../PaymentPlan.ts"

const line = (
  [project, functional, economic]: readonly [string, FunctionalCode, EconomicCode],
  payee: string,
  turns: ReadonlyArray<Turn>,
  amount: { readonly unit?: number; readonly yuan?: string } = {}
): PlanLine => ({
  project,
  functional,
  economic,
  unit: amount.unit ?? 1,
  ...(amount.yuan === undefined ? {} : { yuan: amount.yuan }),
  payee,
  summary: turns[0]?.summary ?? "",
  turns
})

const quarterNames = ["第一季度", "第二季度", "第三季度", "第四季度"]
const quarterly = (
  days: readonly [string, string, string, string],
  name: string,
  weights: ReadonlyArray<number> = [1, 1, 1, 1]
): ReadonlyArray<Turn> =>
  days.map((day, index) => ({ day, weight: weights[index] ?? 1, summary: `${quarterNames[index] ?? ""}${name}` }))

const turns = (...list: ReadonlyArray<readonly [day: string, weight: number, summary: string]>): ReadonlyArray<Turn> =>
  list.map(([day, weight, summary]) => ({ day, weight, summary }))

const rent = ["P01", "2019999"] as const
const rentAndProperty: ReadonlyArray<PlanLine> = [
  line([...rent, "30214"], "办公楼出租方", quarterly(["03-20", "06-20", "09-20", "12-18"], "办公楼房租")),
  line([...rent, "30209"], "办公楼出租方", quarterly(["03-20", "06-20", "09-20", "12-18"], "办公楼物业管理费"))
]

const floor = ["P02", "2010306"] as const
const powerByMonth = [104, 92, 78, 66, 74, 128, 162, 156, 108, 70, 82, 100]
const floorManagement: ReadonlyArray<PlanLine> = [
  line(
    [...floor, "30206"],
    "办公楼出租方",
    monthly(24, (month) => `${month}月办公楼电费`, powerByMonth),
    { unit: 1 }
  ),
  line(
    [...floor, "30205"],
    "办公楼出租方",
    monthly(24, (month) => `${month}月办公楼水费`, [9, 8, 9, 10, 10, 11, 12, 12, 11, 10, 9, 9])
  ),
  line([...floor, "30208"], "办公楼出租方", turns(["09-26", 1, "2024—2025年采暖季取暖费"])),
  line([...floor, "30209"], "保安服务企业", turns(["06-27", 1, "上半年保安服务费"], ["11-22", 1, "下半年保安服务费"]), {
    yuan: "113000.00"
  }),
  line([...floor, "30209"], "保洁服务企业", turns(["06-27", 1, "上半年保洁服务费"], ["11-22", 1, "下半年保洁服务费"])),
  line([...floor, "30202"], "复印服务企业", quarterly(["04-18", "07-18", "10-18", "12-17"], "免费复印服务费")),
  line(
    [...floor, "30213"],
    "维修服务企业",
    quarterly(["03-28", "06-25", "09-24", "12-12"], "楼层零星维修", [11, 15, 13, 12]),
    { yuan: "51600.00", unit: 100 }
  ),
  line([...floor, "30213"], "消防维保企业", quarterly(["03-29", "06-28", "09-27", "12-19"], "消防设施维保费")),
  line(
    [...floor, "30227"],
    "后勤服务企业",
    turns(
      ["03-14", 1, "上半年后勤服务费"],
      ["05-16", 1, "上半年食堂服务费"],
      ["09-12", 1, "下半年后勤服务费"],
      ["11-14", 1, "下半年食堂服务费"]
    )
  )
]

/** 14 人 × (1,980 + 1,000 + 240) 元 a month from July; the published total is higher, the rest is the contract's first part. */
const windowService: ReadonlyArray<PlanLine> = [
  line(
    ["P03", "2010306", "30227"],
    "窗口服务外包企业",
    turns(
      ["07-11", 16_500_000, "综合窗口服务合同首期款"],
      ["09-26", 8_316_000, "第三季度窗口服务人员工资"],
      ["09-26", 4_200_000, "第三季度窗口服务人员保险"],
      ["09-26", 1_008_000, "第三季度窗口服务费"],
      ["12-20", 8_316_000, "第四季度窗口服务人员工资"],
      ["12-20", 4_200_000, "第四季度窗口服务人员保险"],
      ["12-20", 1_008_000, "第四季度窗口服务费"],
      ["12-24", 1_247_094, "窗口服务年度考核结算"]
    )
  )
]

/** Seals at 96 元 a set, 960 sets settled in the first month after each quarter with five makers. */
const setPriceFen = 9600
const makers = ["一", "二", "三", "四", "五"].map((number) => `刻章企业（${number}）`)
const makerRanking = [28, 24, 20, 16, 12]
const sealTurns: ReadonlyArray<Turn> = (
  [
    ["01-09", 137, 91, "2023年第四季度"],
    ["04-09", 155, 107, "第一季度"],
    ["07-09", 149, 101, "第二季度"],
    ["10-10", 133, 87, "第三季度"]
  ] as const
).flatMap(([day, companies, households, quarter]) => {
  const ofCompanies = apportioned(companies, makerRanking, 1)
  const ofHouseholds = apportioned(households, makerRanking, 1)
  return makers.flatMap((payee, index) =>
    [
      { sets: ofCompanies[index] ?? 0, whose: "企业" },
      { sets: ofHouseholds[index] ?? 0, whose: "个体户" }
    ].map(({ sets, whose }) => ({
      day,
      weight: sets * setPriceFen,
      summary: `${quarter}新开办${whose}刻章${sets}套`,
      payee
    }))
  )
})
const seals: ReadonlyArray<PlanLine> = [
  line(["P05", "2010306", "30218"], "刻章企业（一）", sealTurns),
  line(
    ["P05", "2010306", "30207"],
    "邮政企业",
    turns(
      ["01-11", 1623, "2023年第四季度印章邮寄费"],
      ["04-11", 1794, "第一季度印章邮寄费"],
      ["07-11", 1712, "第二季度印章邮寄费"],
      ["10-14", 1582, "第三季度印章邮寄费"]
    )
  )
]

const taskForce = ["P07", "2019999"] as const
const office = ["档案盒", "文件夹", "资料架", "打印耗材"] as const
const taskForceLines: ReadonlyArray<PlanLine> = [
  line(
    [...taskForce, "31002"],
    "办公家具供应企业",
    turns(["07-24", 1_260_000, "购置文件柜"], ["07-24", 1_740_000, "购置办公桌椅"], ["08-13", 1_180_000, "购置打印机"])
  ),
  line(
    [...taskForce, "30201"],
    "办公用品供应商（一）",
    [
      "02-22",
      "03-19",
      "03-25",
      "04-17",
      "04-22",
      "05-14",
      "05-22",
      "06-13",
      "07-17",
      "08-21",
      "09-19",
      "10-16",
      "11-12"
    ].map((day, index) => ({
      day,
      weight: 62 + ((index * 29) % 41),
      summary: `专班购置${office[index % office.length] ?? ""}`
    })),
    { unit: 50 }
  )
]

/** 300 元 for the first hour, 100 more for each further one: 42 experts' attendances. */
const attendances = [300, 400, 300, 400, 500, 300, 400]
const reviewDays = ["03-06", "04-10", "05-15", "06-19", "08-14", "10-23"]
const reviewTurns: ReadonlyArray<Turn> = reviewDays.flatMap((day, session) =>
  attendances.map((yuan, index) => ({
    day,
    weight: yuan,
    summary: `第${session + 1}批评审专家劳务费（第${index + 1}人）`
  }))
)
const reviews: ReadonlyArray<PlanLine> = [
  {
    ...line(["P08", "2010306", "30226"], "评审专家（银行卡）", reviewTurns, { unit: 10_000 }),
    voucherGroup: "评审专家"
  }
]

export const reportedProjects: ReadonlyArray<PlanLine> = [
  ...rentAndProperty,
  ...floorManagement,
  ...windowService,
  ...seals,
  ...taskForceLines,
  ...reviews
]

const systems = ["P11", "2019999"] as const
const equipment = ["P12", "2019999"] as const
const information = ["P13", "2019999"] as const
export const unpublishedProjects: ReadonlyArray<PlanLine> = [
  line(
    ["P09", "2010306", "30202"],
    "印刷企业",
    turns(["05-23", 3, "印制办事指南"], ["08-20", 4, "印制宣传折页"], ["11-19", 3, "印制政策汇编"]),
    { unit: 50 }
  ),
  line(
    ["P10", "2013199", "30201"],
    "图书供应商",
    turns(["04-25", 4, "购置学习资料"], ["07-02", 5, "购置学习用品"], ["10-30", 3, "购置活动用品"]),
    { unit: 50 }
  ),
  line(
    ["P10", "2013199", "30216"],
    "培训机构",
    turns(["06-28", 1, "专题学习培训费"], ["11-28", 1, "专题学习培训费（第二期）"]),
    { unit: 50 }
  ),
  line(
    [...systems, "30213"],
    "系统运维企业",
    monthly(26, (month) => `${month}月政务服务系统运行维护费`, [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    { unit: 100 }
  ),
  line(
    [...systems, "31007"],
    "信息设备供应企业",
    turns(["07-05", 9, "信息设备采购进度款"], ["11-08", 1, "信息设备采购尾款"])
  ),
  line(
    [...systems, "30227"],
    "信息安全测评机构",
    turns(
      ["05-29", 3, "系统安全测评费"],
      ["08-28", 2, "系统漏洞扫描服务费"],
      ["10-31", 3, "等级保护测评费"],
      ["12-11", 2, "数据备份服务费"]
    ),
    { unit: 100 }
  ),
  line(
    [...equipment, "31002"],
    "办公设备供应企业",
    turns(
      ["08-29", 40, "购置窗口计算机"],
      ["08-29", 22, "购置窗口高拍仪"],
      ["09-19", 30, "购置窗口打印机"],
      ["09-19", 18, "购置评价器"],
      ["10-24", 34, "购置档案密集架"],
      ["11-14", 24, "购置大厅座椅"],
      ["12-05", 20, "购置自助填单台"]
    ),
    { unit: 100 }
  ),
  line(
    [...equipment, "31003"],
    "办公设备供应企业",
    turns(
      ["09-11", 60, "购置自助服务终端进度款"],
      ["10-29", 45, "购置排队叫号系统"],
      ["11-26", 35, "购置电子显示屏"],
      ["12-16", 20, "自助服务终端验收款"]
    ),
    { unit: 100 }
  ),
  line(
    [...information, "30207"],
    "通信运营企业",
    monthly(25, (month) => `${month}月政务网络专线费`, [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    { unit: 100 }
  ),
  line(
    [...information, "30227"],
    "信息服务企业",
    turns(
      ["02-28", 20, "数据录入服务费"],
      ["04-15", 25, "档案数字化服务费"],
      ["05-28", 28, "档案数字化服务费（第二批）"],
      ["07-15", 30, "证照数据治理服务费"],
      ["08-26", 32, "热线话务服务费"],
      ["09-23", 38, "平台对接服务费"],
      ["11-05", 44, "平台对接服务费（第二批）"],
      ["12-09", 44, "平台验收服务费"]
    ),
    { unit: 100 }
  ),
  line(
    [...information, "30202"],
    "印刷企业",
    ["02-27", "03-21", "04-29", "05-30", "06-24", "08-08", "09-05", "10-28", "12-04"].map((day, index) => ({
      day,
      weight: 60 + ((index * 23) % 37),
      summary: `印制审批表单（第${index + 1}批）`
    })),
    { unit: 50 }
  ),
  line(["P14", "2019999", "31007"], "信息化设备集成企业", turns(["12-23", 1, "信息化设备采购首付款"])),
  line(["P14", "2019999", "30227"], "采购代理机构", turns(["12-06", 1, "采购代理服务费"]))
]
