/**
 * 项目: the fourteen projects of the year. Name, year-start budget, payments of the eight reported ones are published
 * (`published/evaluations.json`); the codes, the functional items of all and everything about the six others are
 * reconstructed: their year-start budgets are 3,426,800.00 元 together, as 829.18 万元 less the eight leave over.
 */
import type { FunctionalCode } from "@juesuan/domain"

export interface Project {
  readonly code: string
  readonly name: string
  readonly functional: FunctionalCode
  /** Reported projects take it from the evaluations; here only for the six unpublished ones, in 分. */
  readonly initialFen?: number
  readonly office: string
  readonly basis: string
  /** 年度绩效目标, of the reported ones. */
  readonly goal?: string
  readonly overall?: string
  /** Only of the six unpublished ones: 五优一中, as the published counts leave over. */
  readonly grade?: "excellent" | "fair"
}

const unpublished = "重构：来源未公开本项目的立项依据"
const unpublishedOffice = "重构：来源未公开负责股室"

export const projects: ReadonlyArray<Project> = [
  {
    code: "P01",
    name: "房租费",
    functional: "2019999",
    office: "办公室",
    basis: "租房合同。",
    goal: "解决局及中心各进驻窗口单位开展工作所必需的办公和业务场所，集中为群众办事。"
  },
  {
    code: "P02",
    name: "楼层管理费",
    functional: "2010306",
    office: "办公室",
    basis:
      "晋办发【2015】32号文件 中共山西省委办公厅、山西省人民政府办公厅关于印发《山西省政务服务平台建设总体方案》的通知",
    overall: "实现办公区域及政务大厅的标准化建设，规范化管理。完成局办公楼楼层管理费。以保障大厅的正常运转。",
    goal: "实现办公区域及政务大厅的标准化建设，规范化管理。完成局办公楼楼层管理费。以保障大厅的正常运转。保障大厅正常运行的刚性开支。"
  },
  {
    code: "P03",
    name: "购买政务服务综合窗口服务经费",
    functional: "2010306",
    office: "政务服务管理办公室",
    basis: "《山西省部门政府购买服务指导性目录》（泽财综【2023】10 号）",
    overall:
      "该项目主要用于窗口服务综合受理工作，7个窗口每个窗口安排2人进行审批业务受理工作。人员业务熟练以后，能够快速的解答服务对象审批事项遇到的问题，业务受理后，交于在编人员进行快速审批审核，全面提高项目审批速度，缩短审批时间，提高营商环境。全面理顺窗口专门受理审批业务，后台快速进行事项审批，项目审批手续进一步简化，审批周期进一步缩短，服务对象办事更加高效，营商环境进一步优化。",
    goal: "全面理顺窗口专门受理审批业务，后台快速进行事项审批，项目审批手续进一步简化，审批周期进一步缩短，服务对象办事更加高效，营商环境进一步优化。"
  },
  {
    code: "P04",
    name: "省级标准化建设项目建设经费",
    functional: "2010306",
    office: "办公室",
    basis:
      "泽州县标准化工作领导小组办公室关于印发泽州县政务服务标准化试点建设实施方案的通知 泽标办发【2021】4号；晋市监发【2021】254号山西省市场监督管理局关于下达第一批省级标准化示范区和试点项目的通知。",
    overall: "及时组织相关培训，建立标准化体系制度。",
    goal: "政务大厅受理窗口规范化建设，建立标准化项目受理体系化。受理人员用语规范化，窗口设置规范化，审批项目受理流程标准化，实现项目审批更加简洁高效快捷，审批人员服务一流，营商环境更加优化。"
  },
  {
    code: "P05",
    name: "新开办企业免费刻章经费",
    functional: "2010306",
    office: "市场服务股",
    basis:
      "《泽州县2021年优化营商环境116条》第二条：为新开办企业免费刻制公章；《山西省人民政府办公厅关于印发强化市场主体倍增要素服务保障若干措施（试行）的通知》（晋政办发[2022]7 号）第60条",
    overall: "通过为新开办的市场主体提供免费刻制公章服务，促进市场主体开办经营便利化，实现市场主体开办轻装上阵。",
    goal: "为新开办的市场主体提供免费刻制公章服务，降低新开办企业开办成本，为企业尽早步入正轨提供优质服务，吸引更多的企业来我县投资。"
  },
  {
    code: "P06",
    name: "营商环境工作经费",
    functional: "2010306",
    office: "办公室",
    basis:
      "泽办发【2020】15号中共泽州县委办公室泽州县人民政府办公室关于印发《泽州县创建“六最”营商环境标杆县行动方案》的通知",
    overall: "通过三次培训，推进了企业减税降费专项行动，落实涉企政策降低企业成本，深化行政审批中介服务改革。",
    goal: "落实所涉企业根据政策降低企业成本，深化项目行政审批服务改革，保持我省营商环境在全市全省处于前列。"
  },
  {
    code: "P07",
    name: "优化营商环境促进市场主体倍增工作专班相关经费",
    functional: "2019999",
    office: "市场主体专班",
    basis:
      "《泽州县人民政府办公室关于组建优化营商环境推进市场主体倍增工作专班的通知》泽政办函【2022】8 号第四项工作要求中第三条加强经费保障。",
    overall:
      "本年顺利完成县区指标、让我县优化营商环境推进市场主体倍增各项工作指标位居前列，差异性数量提升指标、差异性专项提质指标完成率位居前列。",
    goal: "促进我县市场主体倍增，增加企业数量，促进市场更加活跃，顺利完成县区指标，实现我县各项营商指标位居全市乃至全省前列。"
  },
  {
    code: "P08",
    name: "招标评审相关经费",
    functional: "2010306",
    office: "政府采购股",
    basis:
      "晋城市人民政府《关于印发晋城市行政审批专家评审（论证）管理办法（试行）的通知》；泽财购[2017]4 号泽州县财政局关于转发山西省财政厅关于规范政府采购评审专家劳务报酬标准的通知的通知",
    overall: "该项目贯穿全年，完成全年评审事项，评审工作完成后按照报销流程报销评审费，及时足额发放。",
    goal: "为各单位评审项目抽取相应的专家，聘请专家及时对项目进行评审，确保项目能够顺利的实施。"
  },
  {
    code: "P09",
    name: "未公开项目1",
    functional: "2010306",
    initialFen: 2_000_000,
    office: unpublishedOffice,
    basis: unpublished,
    grade: "excellent"
  },
  {
    code: "P10",
    name: "未公开项目2",
    functional: "2013199",
    initialFen: 1_000_000,
    office: unpublishedOffice,
    basis: unpublished,
    grade: "excellent"
  },
  {
    code: "P11",
    name: "未公开项目3",
    functional: "2019999",
    initialFen: 95_000_000,
    office: unpublishedOffice,
    basis: unpublished,
    grade: "excellent"
  },
  {
    code: "P12",
    name: "未公开项目4",
    functional: "2019999",
    initialFen: 60_000_000,
    office: unpublishedOffice,
    basis: unpublished,
    grade: "excellent"
  },
  {
    code: "P13",
    name: "未公开项目5",
    functional: "2019999",
    initialFen: 45_000_000,
    office: unpublishedOffice,
    basis: unpublished,
    grade: "excellent"
  },
  {
    code: "P14",
    name: "未公开项目6",
    functional: "2019999",
    initialFen: 139_680_000,
    office: unpublishedOffice,
    basis: unpublished,
    grade: "fair"
  }
]
