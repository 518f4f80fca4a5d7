/**
 * 2024年部门预算支出经济分类科目, as 公开06 prints it: every class and 款 of the form, in the order of the form (first
 * 人员经费, then 公用经费). The form is complete; the national list has classes that no departmental form shows.
 *
 * One item a line: code, name, then marks: the letter of the published text that shows it (see `sources`), and on a class
 * the part of 基本支出 it belongs to. Brackets are half-width where the form prints them so.
 */
import type { ClassificationSource } from "../Classification.ts"

export const economic2024: ClassificationSource<"economic"> = {
  kind: "economic",
  year: 2024,
  revision: 1,
  complete: true,
  citation: {
    document: "《2024年政府收支分类科目》（财预〔2023〕83号）",
    inForceFrom: "2024-01-01",
    verified: false
  },
  sources: {
    a: "县级部门2024年度部门决算公开，公开06表"
  },
  items: `
301 工资福利支出 a personnel
30101 基本工资 a
30102 津贴补贴 a
30103 奖金 a
30106 伙食补助费 a
30107 绩效工资 a
30108 机关事业单位基本养老保险缴费 a
30109 职业年金缴费 a
30110 职工基本医疗保险缴费 a
30111 公务员医疗补助缴费 a
30112 其他社会保障缴费 a
30113 住房公积金 a
30114 医疗费 a
30199 其他工资福利支出 a
303 对个人和家庭的补助 a personnel
30301 离休费 a
30302 退休费 a
30303 退职(役)费 a
30304 抚恤金 a
30305 生活补助 a
30306 救济费 a
30307 医疗费补助 a
30308 助学金 a
30309 奖励金 a
30310 个人农业生产补贴 a
30311 代缴社会保险费 a
30399 其他对个人和家庭的补助 a
302 商品和服务支出 a public-use
30201 办公费 a
30202 印刷费 a
30203 咨询费 a
30204 手续费 a
30205 水费 a
30206 电费 a
30207 邮电费 a
30208 取暖费 a
30209 物业管理费 a
30211 差旅费 a
30212 因公出国(境)费用 a
30213 维修(护)费 a
30214 租赁费 a
30215 会议费 a
30216 培训费 a
30217 公务接待费 a
30218 专用材料费 a
30224 被装购置费 a
30225 专用燃料费 a
30226 劳务费 a
30227 委托业务费 a
30228 工会经费 a
30229 福利费 a
30231 公务用车运行维护费 a
30239 其他交通费用 a
30240 税金及附加费用 a
30299 其他商品和服务支出 a
307 债务利息及费用支出 a public-use
30701 国内债务利息 a
30702 国外债务利息 a
30703 国内债务发行费用 a
30704 国外债务发行费用 a
309 资本性支出(基本建设) a public-use
30901 房屋建筑物购建 a
30902 办公设备购置 a
30903 专用设备购置 a
30905 基础设施建设 a
30906 大型修缮 a
30907 信息网络及软件购置更新 a
30908 物资储备 a
30913 公务用车购置 a
30919 其他交通工具购置 a
30921 文物和陈列品购置 a
30922 无形资产购置 a
30999 其他基本建设支出 a
310 资本性支出 a public-use
31001 房屋建筑物购建 a
31002 办公设备购置 a
31003 专用设备购置 a
31005 基础设施建设 a
31006 大型修缮 a
31007 信息网络及软件购置更新 a
31008 物资储备 a
31009 土地补偿 a
31010 安置补助 a
31011 地上附着物和青苗补偿 a
31012 拆迁补偿 a
31013 公务用车购置 a
31019 其他交通工具购置 a
31021 文物和陈列品购置 a
31022 无形资产购置 a
31099 其他资本性支出 a
311 对企业补助(基本建设) a public-use
31101 资本金注入(基本建设) a
31199 其他对企业补助 a
312 对企业补助 a public-use
31201 资本金注入 a
31203 政府投资基金股权投资 a
31204 费用补贴 a
31205 利息补贴 a
31206 其他资本性补助 a
31299 其他对企业补助 a
313 对社会保障基金补助 a public-use
31302 对社会保险基金补助 a
31303 补充全国社会保障基金 a
31304 对机关事业单位职业年金的补助 a
399 其他支出 a public-use
39907 国家赔偿费用支出 a
39908 对民间非营利组织和群众性自治组织补贴 a
39909 经常性赠与 a
39910 资本性赠与 a
39999 其他支出 a
`
}
