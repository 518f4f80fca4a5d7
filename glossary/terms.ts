/**
 * 术语表: the one list of the field's terms: identifier in the code ↔ 官方术语 ↔ definition ↔ source ↔ what it is blurred with.
 * One term has one identifier and one identifier one term, both ways. An identifier with a dot is an entry of a closed
 * list of `@juesuan/domain` (`ExpenditureKind.basic`); the others are the words that code and documentation use.
 * Tests and the documentation read this file; no package imports it.
 *
 * Definitions without a document are general knowledge and still to be checked; they say so.
 */

/** 一条术语. */
export interface GlossaryEntry {
  readonly identifier: string
  readonly term: string
  readonly definition: string
  readonly source: string
  /** Identifiers of terms that this one is commonly blurred with; the other entry names this one too. */
  readonly notToConfuse?: ReadonlyArray<string>
}

/** Where a definition is from. `general` means: no document was at hand. */
const sources = {
  general: "一般知识，待核",
  program: "本程序的用语",
  disclosure: "县级部门2024年度部门决算公开，名词解释",
  tableNotes: "县级部门2024年度部门决算公开，表注",
  budgetLaw6: "《中华人民共和国预算法》第六条",
  budgetLaw9: "《中华人民共和国预算法》第九条",
  budgetLaw10: "《中华人民共和国预算法》第十条",
  budgetLaw67: "《中华人民共和国预算法》第六十七条；单位层面的表述为一般知识，待核",
  budgetLaw72: "《中华人民共和国预算法》第七十二条",
  procurementLaw2: "《中华人民共和国政府采购法》第二条",
  accountingStandard: "《政府会计准则——基本准则》（财政部令第78号），条款待核",
  evaluationMeasure: "《项目支出绩效评价管理办法》（财预〔2020〕10号），条款待核",
  enterpriseSizes: "《中小企业划型标准规定》（工信部联企业〔2011〕300号）",
  institutionRegistration: "《事业单位登记管理暂行条例》第二条"
} as const

export const glossary: ReadonlyArray<GlossaryEntry> = [
  // 预算与决算
  {
    identifier: "budget",
    term: "预算",
    definition: "经批准的年度收支计划；部门预算由本部门及其所属各单位预算组成。",
    source: sources.general,
    notToConfuse: ["finalAccounts"]
  },
  {
    identifier: "finalAccounts",
    term: "决算",
    definition: "年度预算执行结果的总结，按批准的口径编报并公开。",
    source: sources.general,
    notToConfuse: ["budget", "disclosure"]
  },
  {
    identifier: "initialBudget",
    term: "年初预算数",
    definition: "年初批复的预算数；编制时另有目标申报数与预算编制数之分，批复以预算编制数为准。",
    source: sources.general,
    notToConfuse: ["fullYearBudget", "finalAmount", "appliedBudget", "initialBudgetApproval"]
  },
  {
    identifier: "appliedBudget",
    term: "目标申报数",
    definition: "申报绩效目标时填报的年初资金数，只作比较，不作执行率的分母。",
    source: sources.general,
    notToConfuse: ["initialBudget", "preparedBudget"]
  },
  {
    identifier: "preparedBudget",
    term: "预算编制数",
    definition: "预算编制环节确定的年初资金数，即批复的年初预算数。",
    source: sources.general,
    notToConfuse: ["appliedBudget"]
  },
  {
    identifier: "fullYearBudget",
    term: "全年预算数",
    definition: "按规定程序调整后的预算数。",
    source: sources.tableNotes,
    notToConfuse: ["initialBudget", "finalAmount", "executedAmount"]
  },
  {
    identifier: "finalAmount",
    term: "决算数",
    definition: "当年财政拨款和以前年度结转资金安排的实际支出（收入栏为实际收入）。",
    source: sources.tableNotes,
    notToConfuse: ["initialBudget", "fullYearBudget", "executedAmount"]
  },
  {
    identifier: "executedAmount",
    term: "全年执行数",
    definition: "项目资金全年实际支付数，减去退回数。",
    source: sources.general,
    notToConfuse: ["finalAmount", "fullYearBudget", "payment"]
  },
  {
    identifier: "executionRate",
    term: "预算执行率",
    definition: "全年执行数与全年预算数之比；分母不是年初预算数。",
    source: sources.general,
    notToConfuse: ["initialBudgetCompletion", "executionScore"]
  },
  {
    identifier: "initialBudgetCompletion",
    term: "完成年初预算的百分比",
    definition: "支出决算数与年初预算数之比；分母不是全年预算数。",
    source: sources.general,
    notToConfuse: ["executionRate"]
  },
  {
    identifier: "budgetLine",
    term: "预算明细",
    definition: "资金性质、功能分类科目、支出类型、项目四者确定的一行预算；每笔支付只占用一行。",
    source: sources.general
  },
  {
    identifier: "availableBudget",
    term: "预算可用数",
    definition: "一行预算的年初预算数，加调整数和年初结转，减支付数，加退回数。",
    source: sources.general,
    notToConfuse: ["carryover", "surplus"]
  },
  {
    identifier: "budgetAdjustment",
    term: "预算调整",
    definition: "预算执行中因增减支出总额等法定情形，按规定程序改变经批准的预算；单位层面表现为追加、追减、收回。",
    source: sources.budgetLaw67,
    notToConfuse: ["budgetReallocation"]
  },
  {
    identifier: "budgetReallocation",
    term: "预算调剂",
    definition: "不同预算科目、预算级次或者项目之间此增彼减，合计不变；按国务院财政部门的规定办理。",
    source: sources.budgetLaw72,
    notToConfuse: ["budgetAdjustment"]
  },
  {
    identifier: "AdjustmentKind.supplement",
    term: "追加",
    definition: "增加一行预算的数额。",
    source: sources.general,
    notToConfuse: ["AdjustmentKind.reduction"]
  },
  {
    identifier: "AdjustmentKind.reduction",
    term: "追减",
    definition: "减少一行预算的数额，预算仍归单位。",
    source: sources.general,
    notToConfuse: ["AdjustmentKind.supplement", "AdjustmentKind.withdrawal"]
  },
  {
    identifier: "AdjustmentKind.withdrawal",
    term: "收回",
    definition: "财政部门收回尚未使用的预算数额。",
    source: sources.general,
    notToConfuse: ["AdjustmentKind.reduction"]
  },
  {
    identifier: "approval",
    term: "批复",
    definition: "财政部门或主管部门对预算、调整、决算的批准，以文号指明。",
    source: sources.general
  },

  // 资金与收入
  {
    identifier: "fiscalAppropriation",
    term: "财政拨款",
    definition: "一般公共预算、政府性基金预算、国有资本经营预算三本预算安排的拨款的合称。",
    source: sources.general,
    notToConfuse: ["fiscalAppropriationRevenue", "Fund.non-fiscal"]
  },
  {
    identifier: "fiscalAppropriationRevenue",
    term: "财政拨款收入",
    definition: "单位从同级财政部门取得的财政预算资金。",
    source: sources.disclosure,
    notToConfuse: ["fiscalAppropriation", "RevenueSource.superior-subsidy"]
  },
  {
    identifier: "Fund.general-public-budget",
    term: "一般公共预算财政拨款",
    definition:
      "由一般公共预算安排的资金；一般公共预算是以税收为主体的财政收入安排用于保障和改善民生等方面的收支预算。",
    source: sources.budgetLaw6,
    notToConfuse: ["Fund.government-fund", "Fund.state-capital"]
  },
  {
    identifier: "Fund.government-fund",
    term: "政府性基金预算财政拨款",
    definition:
      "由政府性基金预算安排的资金；政府性基金预算是在一定期限内向特定对象征收、收取或者以其他方式筹集、专项用于特定公共事业发展的收支预算。",
    source: sources.budgetLaw9,
    notToConfuse: ["Fund.general-public-budget", "Fund.state-capital"]
  },
  {
    identifier: "Fund.state-capital",
    term: "国有资本经营预算财政拨款",
    definition: "由国有资本经营预算安排的资金；国有资本经营预算是对国有资本收益作出支出安排的收支预算。",
    source: sources.budgetLaw10,
    notToConfuse: ["Fund.general-public-budget", "Fund.government-fund"]
  },
  {
    identifier: "Fund.non-fiscal",
    term: "非财政拨款",
    definition: "单位取得的财政拨款以外的各项资金。",
    source: sources.general,
    notToConfuse: ["fiscalAppropriation"]
  },
  {
    identifier: "RevenueSource.general-public-budget",
    term: "一般公共预算财政拨款收入",
    definition: "当年从同级财政取得的一般公共预算资金；公开01第1行。",
    source: sources.general
  },
  {
    identifier: "RevenueSource.government-fund",
    term: "政府性基金预算财政拨款收入",
    definition: "当年从同级财政取得的政府性基金预算资金；公开01第2行。",
    source: sources.general
  },
  {
    identifier: "RevenueSource.state-capital",
    term: "国有资本经营预算财政拨款收入",
    definition: "当年从同级财政取得的国有资本经营预算资金；公开01第3行。",
    source: sources.general
  },
  {
    identifier: "RevenueSource.superior-subsidy",
    term: "上级补助收入",
    definition: "事业单位从主管部门和上级单位取得的非财政拨款补助收入；公开01第4行。",
    source: sources.general,
    notToConfuse: ["fiscalAppropriationRevenue", "RevenueSource.subordinate-remittance"]
  },
  {
    identifier: "RevenueSource.institutional",
    term: "事业收入",
    definition: "事业单位开展专业业务活动及辅助活动取得的收入。",
    source: sources.disclosure,
    notToConfuse: ["RevenueSource.operating"]
  },
  {
    identifier: "RevenueSource.operating",
    term: "经营收入",
    definition: "事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动取得的收入。",
    source: sources.disclosure,
    notToConfuse: ["RevenueSource.institutional"]
  },
  {
    identifier: "RevenueSource.subordinate-remittance",
    term: "附属单位上缴收入",
    definition: "事业单位附属独立核算单位按规定上缴的收入；公开01第7行。",
    source: sources.general,
    notToConfuse: ["RevenueSource.superior-subsidy"]
  },
  {
    identifier: "RevenueSource.other",
    term: "其他收入",
    definition: "单位取得的除上述收入以外的各项收入，主要是事业单位固定资产出租收入、存款利息收入等。",
    source: sources.disclosure
  },
  {
    identifier: "incomeOfYear",
    term: "本年收入合计",
    definition: "公开01第1至8行之和，不含使用的非财政拨款结余和年初结转结余。",
    source: sources.general,
    notToConfuse: ["grandTotal", "revenueReceipt"]
  },
  {
    identifier: "grandTotal",
    term: "总计",
    definition:
      "收入总计＝本年收入合计＋使用非财政拨款结余＋年初结转和结余；支出总计＝本年支出合计＋结余分配＋年末结转和结余；两者相等。",
    source: sources.general,
    notToConfuse: ["incomeOfYear", "expenditureOfYear"]
  },

  // 支出
  {
    identifier: "expenditureOfYear",
    term: "本年支出合计",
    definition: "本年各项支出之和，不含结余分配和年末结转结余。",
    source: sources.general,
    notToConfuse: ["grandTotal"]
  },
  {
    identifier: "ExpenditureKind.basic",
    term: "基本支出",
    definition: "为保障机构正常运转、完成日常工作任务而发生的人员支出和公用经费支出。",
    source: sources.disclosure,
    notToConfuse: ["ExpenditureKind.project"]
  },
  {
    identifier: "ExpenditureKind.project",
    term: "项目支出",
    definition: "在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
    source: sources.disclosure,
    notToConfuse: ["ExpenditureKind.basic", "project", "ExpenditureKind.operating"]
  },
  {
    identifier: "ExpenditureKind.remitted-to-superior",
    term: "上缴上级支出",
    definition: "事业单位按规定上缴上级单位的支出。",
    source: sources.general,
    notToConfuse: ["ExpenditureKind.subsidy-to-subordinate"]
  },
  {
    identifier: "ExpenditureKind.operating",
    term: "经营支出",
    definition: "事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动发生的支出。",
    source: sources.general,
    notToConfuse: ["ExpenditureKind.project"]
  },
  {
    identifier: "ExpenditureKind.subsidy-to-subordinate",
    term: "对附属单位补助支出",
    definition: "事业单位用财政拨款收入之外的收入对附属单位补助发生的支出。",
    source: sources.general,
    notToConfuse: ["ExpenditureKind.remitted-to-superior"]
  },
  {
    identifier: "BasicExpenditurePart.personnel",
    term: "人员经费",
    definition: "基本支出中的工资福利支出和对个人和家庭的补助。",
    source: sources.general,
    notToConfuse: ["BasicExpenditurePart.public-use"]
  },
  {
    identifier: "BasicExpenditurePart.public-use",
    term: "公用经费",
    definition: "基本支出中除人员经费以外的部分。",
    source: sources.general,
    notToConfuse: ["BasicExpenditurePart.personnel", "agencyRunningCost"]
  },
  {
    identifier: "agencyRunningCost",
    term: "机关运行经费",
    definition: "行政单位和参照公务员法管理的事业单位财政拨款基本支出中的公用经费支出。",
    source: sources.disclosure,
    notToConfuse: ["BasicExpenditurePart.public-use"]
  },

  // 结转与结余
  {
    identifier: "carryover",
    term: "结转",
    definition: "预算安排项目的支出年终尚未执行完毕或者因故未执行，下年需要按原用途继续使用的资金。",
    source: sources.accountingStandard,
    notToConfuse: ["availableBudget", "surplus"]
  },
  {
    identifier: "surplus",
    term: "结余",
    definition: "年度预算执行终了，预算收入实际完成数扣除预算支出和结转资金后剩余的资金。",
    source: sources.accountingStandard,
    notToConfuse: ["availableBudget", "carryover"]
  },
  {
    identifier: "openingCarryover",
    term: "年初结转和结余",
    definition: "以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金，或项目已完成等产生的结余资金。",
    source: sources.disclosure,
    notToConfuse: ["closingCarryover", "nonFiscalSurplusUsed"]
  },
  {
    identifier: "closingCarryover",
    term: "年末结转和结余",
    definition: "单位按有关规定结转到下年或以后年度继续使用的资金，或项目已完成等产生的结余资金。",
    source: sources.disclosure,
    notToConfuse: ["openingCarryover", "projectRemainder"]
  },
  {
    identifier: "projectRemainder",
    term: "资金结（转）余",
    definition: "自评表中一个项目的全年预算数减去全年执行数。",
    source: sources.general,
    notToConfuse: ["closingCarryover"]
  },
  {
    identifier: "nonFiscalSurplusUsed",
    term: "使用非财政拨款结余（含专用结余）",
    definition: "单位按照预算管理要求使用非财政拨款结余弥补收支差额的金额，以及使用专用结余安排支出的金额。",
    source: sources.disclosure,
    notToConfuse: [
      "openingCarryover",
      "surplusDistribution",
      "DistributionPurpose.special-surplus",
      "DistributionPurpose.non-fiscal-surplus",
      "nonFiscalSurplusUse"
    ]
  },
  {
    identifier: "surplusDistribution",
    term: "结余分配",
    definition: "事业单位按照会计制度规定缴纳的所得税、提取的专用结余以及转入非财政拨款结余的金额等。",
    source: sources.disclosure,
    notToConfuse: ["nonFiscalSurplusUsed"]
  },
  {
    identifier: "DistributionPurpose.income-tax",
    term: "缴纳所得税",
    definition: "结余分配的去向之一：按规定缴纳的所得税。",
    source: sources.disclosure
  },
  {
    identifier: "DistributionPurpose.special-surplus",
    term: "提取专用结余",
    definition: "结余分配的去向之一：按规定从结余中提取具有专门用途的资金。",
    source: sources.disclosure,
    notToConfuse: ["nonFiscalSurplusUsed"]
  },
  {
    identifier: "DistributionPurpose.non-fiscal-surplus",
    term: "转入非财政拨款结余",
    definition: "结余分配的去向之一：分配后的余额转入非财政拨款结余。",
    source: sources.disclosure,
    notToConfuse: ["nonFiscalSurplusUsed"]
  },

  // 分类科目
  {
    identifier: "functionalItem",
    term: "支出功能分类科目",
    definition: "按政府职能活动反映支出用在哪方面的科目，2开头，分类、款、项。",
    source: sources.general,
    notToConfuse: ["economicItem", "ledgerAccount"]
  },
  {
    identifier: "economicItem",
    term: "部门预算支出经济分类科目",
    definition: "按经济性质和具体用途反映支出怎样使用的科目，3开头，分类、款。",
    source: sources.general,
    notToConfuse: ["functionalItem", "governmentEconomicItem", "ledgerAccount"]
  },
  {
    identifier: "governmentEconomicItem",
    term: "政府预算支出经济分类科目",
    definition: "另一套经济分类，5开头，供政府预算使用，不出现在部门决算公开表中。",
    source: sources.general,
    notToConfuse: ["economicItem"]
  },
  {
    identifier: "ledgerAccount",
    term: "会计科目",
    definition: "会计核算设置的账户名称，按会计制度编码，与预算收支分类科目是两回事。",
    source: sources.general,
    notToConfuse: ["functionalItem", "economicItem", "ledger"]
  },
  { identifier: "ItemLevel.class", term: "类", definition: "分类科目的第一级，代码3位。", source: sources.general },
  { identifier: "ItemLevel.section", term: "款", definition: "分类科目的第二级，代码5位。", source: sources.general },
  {
    identifier: "ItemLevel.item",
    term: "项",
    definition: "功能分类科目的第三级，代码7位。",
    source: sources.general,
    notToConfuse: ["project"]
  },
  {
    identifier: "classificationAdoption",
    term: "科目增设",
    definition: "单位依据文件把内置清单没有的科目登记为可用。",
    source: sources.general,
    notToConfuse: ["adoption"]
  },

  // 单位
  {
    identifier: "department",
    term: "部门",
    definition: "与本级政府财政部门直接发生预算缴拨款关系的国家机关、政党组织、事业单位、社会团体和其他单位。",
    source: sources.general,
    notToConfuse: ["unit"]
  },
  {
    identifier: "unit",
    term: "单位",
    definition: "编报决算的独立核算机构，可以是部门本身，也可以是其所属单位。",
    source: sources.general,
    notToConfuse: ["department", "internalOffice"]
  },
  {
    identifier: "internalOffice",
    term: "内设机构",
    definition: "单位内部设置的机构，不单独编报决算。",
    source: sources.general,
    notToConfuse: ["unit"]
  },
  {
    identifier: "UnitCategory.administrative",
    term: "行政单位",
    definition: "各级国家机关、政党组织等使用行政编制的单位。",
    source: sources.general
  },
  {
    identifier: "UnitCategory.civil-servant-managed",
    term: "参照公务员法管理事业单位",
    definition: "法律、法规授权的具有公共事务管理职能的事业单位，其工作人员参照公务员法进行管理。",
    source: sources.general,
    notToConfuse: ["UnitCategory.public-institution"]
  },
  {
    identifier: "UnitCategory.public-institution",
    term: "事业单位",
    definition:
      "国家为了社会公益目的，由国家机关举办或者其他组织利用国有资产举办，从事教育、科技、文化、卫生等活动的社会服务组织。",
    source: sources.institutionRegistration,
    notToConfuse: ["UnitCategory.civil-servant-managed"]
  },

  // “三公”经费
  {
    identifier: "threePublicExpenses",
    term: "“三公”经费",
    definition: "各级部门、单位用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费支出。",
    source: sources.disclosure
  },
  {
    identifier: "ThreePublicItem.overseas-travel",
    term: "因公出国（境）费",
    definition: "单位公务出国（境）的国际旅费、国外城市间交通费、住宿费、伙食费、培训费、公杂费等支出。",
    source: sources.disclosure
  },
  {
    identifier: "ThreePublicItem.vehicle-purchase",
    term: "公务用车购置费",
    definition: "公务用车车辆购置支出（含车辆购置税、牌照费）。",
    source: sources.disclosure,
    notToConfuse: ["ThreePublicItem.vehicle-operation"]
  },
  {
    identifier: "ThreePublicItem.vehicle-operation",
    term: "公务用车运行维护费",
    definition: "单位按规定保留的公务用车燃料费、维修费、过路过桥费、保险费、安全奖励费用等支出。",
    source: sources.disclosure,
    notToConfuse: ["ThreePublicItem.vehicle-purchase"]
  },
  {
    identifier: "ThreePublicItem.official-reception",
    term: "公务接待费",
    definition: "单位按规定开支的各类公务接待（含外宾接待）费用。",
    source: sources.disclosure
  },
  {
    identifier: "ThreePublicCount.overseas-groups",
    term: "因公出国（境）团组数",
    definition: "全年使用财政拨款安排的出国（境）团组个数。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.overseas-persons"]
  },
  {
    identifier: "ThreePublicCount.overseas-persons",
    term: "因公出国（境）人次数",
    definition: "全年使用财政拨款安排的出国（境）人次。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.overseas-groups"]
  },
  {
    identifier: "ThreePublicCount.vehicles-purchased",
    term: "公务用车购置数",
    definition: "全年使用财政拨款购置的公务用车辆数。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.vehicles-kept"]
  },
  {
    identifier: "ThreePublicCount.vehicles-kept",
    term: "公务用车保有量",
    definition: "年末使用财政拨款负担费用的公务用车辆数，可与车辆数合计不同。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.vehicles-purchased", "vehicleTotal"]
  },
  {
    identifier: "ThreePublicCount.domestic-reception-batches",
    term: "国内公务接待批次",
    definition: "全年国内公务接待批次，含外事接待。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.domestic-reception-persons"]
  },
  {
    identifier: "ThreePublicCount.domestic-reception-persons",
    term: "国内公务接待人次",
    definition: "全年国内公务接待人次，含外事接待。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.domestic-reception-batches"]
  },
  {
    identifier: "ThreePublicCount.foreign-affairs-reception-batches",
    term: "其中：外事接待批次",
    definition: "国内公务接待批次中外事接待的部分，不另外相加。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.overseas-reception-batches"]
  },
  {
    identifier: "ThreePublicCount.foreign-affairs-reception-persons",
    term: "其中：外事接待人次",
    definition: "国内公务接待人次中外事接待的部分，不另外相加。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.overseas-reception-persons"]
  },
  {
    identifier: "ThreePublicCount.overseas-reception-batches",
    term: "国（境）外公务接待批次",
    definition: "全年在国（境）外发生的公务接待批次。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.foreign-affairs-reception-batches"]
  },
  {
    identifier: "ThreePublicCount.overseas-reception-persons",
    term: "国（境）外公务接待人次",
    definition: "全年在国（境）外发生的公务接待人次。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.foreign-affairs-reception-persons"]
  },

  // 政府采购
  {
    identifier: "governmentProcurement",
    term: "政府采购",
    definition:
      "各级国家机关、事业单位和团体组织，使用财政性资金采购依法制定的集中采购目录以内的或者采购限额标准以上的货物、工程和服务的行为。",
    source: sources.procurementLaw2
  },
  {
    identifier: "ProcurementCategory.goods",
    term: "货物",
    definition: "各种形态和种类的物品，包括原材料、燃料、设备、产品等。",
    source: sources.procurementLaw2
  },
  {
    identifier: "ProcurementCategory.works",
    term: "工程",
    definition: "建设工程，包括建筑物和构筑物的新建、改建、扩建、装修、拆除、修缮等。",
    source: sources.procurementLaw2
  },
  {
    identifier: "ProcurementCategory.services",
    term: "服务",
    definition: "除货物和工程以外的其他政府采购对象。",
    source: sources.procurementLaw2
  },
  {
    identifier: "SupplierSize.large",
    term: "大型企业",
    definition: "达到中型企业划型标准上限以上的企业。",
    source: sources.enterpriseSizes
  },
  {
    identifier: "SupplierSize.medium",
    term: "中型企业",
    definition: "按行业划型标准划为中型的企业。",
    source: sources.enterpriseSizes
  },
  {
    identifier: "SupplierSize.small",
    term: "小型企业",
    definition: "按行业划型标准划为小型的企业。",
    source: sources.enterpriseSizes
  },
  {
    identifier: "SupplierSize.micro",
    term: "微型企业",
    definition: "按行业划型标准划为微型的企业。",
    source: sources.enterpriseSizes
  },
  {
    identifier: "smallAndMediumEnterprises",
    term: "中小企业",
    definition: "中型、小型、微型企业的合称。",
    source: sources.enterpriseSizes,
    notToConfuse: ["smallAndMicroEnterprises"]
  },
  {
    identifier: "smallAndMicroEnterprises",
    term: "小微企业",
    definition: "小型、微型企业的合称，是中小企业的一部分。",
    source: sources.general,
    notToConfuse: ["smallAndMediumEnterprises"]
  },

  // 国有资产
  {
    identifier: "vehicleTotal",
    term: "车辆数合计",
    definition: "年末单位的车辆总数，等于八种用途之和；公开10第7行。",
    source: sources.general,
    notToConfuse: ["ThreePublicCount.vehicles-kept", "vehicleCount"]
  },
  {
    identifier: "VehicleKind.vice-provincial-leader",
    term: "副部（省）级及以上领导用车",
    definition: "公开10第8行。",
    source: sources.general
  },
  {
    identifier: "VehicleKind.principal-official",
    term: "主要负责人用车",
    definition: "公开10第9行。",
    source: sources.general
  },
  {
    identifier: "VehicleKind.confidential-communication",
    term: "机要通信用车",
    definition: "用于传递、运送机要文件和涉密载体的车辆；公开10第10行。",
    source: sources.general
  },
  {
    identifier: "VehicleKind.emergency",
    term: "应急保障用车",
    definition: "用于处理突发事件、抢险救灾或者其他紧急公务的车辆；公开10第11行。",
    source: sources.general
  },
  {
    identifier: "VehicleKind.law-enforcement",
    term: "执法执勤用车",
    definition: "用于一线执法执勤公务的车辆；公开10第12行。",
    source: sources.general
  },
  {
    identifier: "VehicleKind.special-technical",
    term: "特种专业技术用车",
    definition: "固定搭载专业技术设备、用于执行特殊工作任务的车辆；公开10第13行。",
    source: sources.general
  },
  {
    identifier: "VehicleKind.retired-cadres",
    term: "离退休干部服务用车",
    definition: "用于离退休干部服务保障的车辆；公开10第14行。",
    source: sources.general
  },
  {
    identifier: "VehicleKind.other",
    term: "其他用车",
    definition: "上述以外的车辆；公开10第15行。",
    source: sources.general
  },
  {
    identifier: "largeEquipment",
    term: "单价100万元（含）以上设备（不含车辆）",
    definition: "年末单价100万元及以上设备的台（套）数；公开10第17行。",
    source: sources.general,
    notToConfuse: ["largeEquipmentCount"]
  },

  // 项目与绩效
  {
    identifier: "project",
    term: "项目",
    definition: "列入预算、有名称和代码、为完成特定任务安排资金的事项。",
    source: sources.general,
    notToConfuse: ["ExpenditureKind.project", "ItemLevel.item"]
  },
  {
    identifier: "performanceGoal",
    term: "绩效目标",
    definition: "项目资金在一定期限内预期达到的产出和效果。",
    source: sources.general,
    notToConfuse: ["performanceIndicator"]
  },
  {
    identifier: "performanceIndicator",
    term: "绩效指标",
    definition: "绩效目标的细化和量化，分一级、二级、三级。",
    source: sources.general,
    notToConfuse: ["performanceGoal"]
  },
  {
    identifier: "quantitativeIndicator",
    term: "定量指标",
    definition: "以数值和计量单位表示的绩效指标。",
    source: sources.general,
    notToConfuse: ["qualitativeIndicator"]
  },
  {
    identifier: "qualitativeIndicator",
    term: "定性指标",
    definition: "以文字表示、按完成情况分三档评分的绩效指标。",
    source: sources.evaluationMeasure,
    notToConfuse: ["quantitativeIndicator"]
  },
  {
    identifier: "initialTarget",
    term: "年初指标",
    definition: "年初申报的年度指标值。",
    source: sources.general,
    notToConfuse: ["adjustedTarget"]
  },
  {
    identifier: "adjustedTarget",
    term: "调整后指标",
    definition: "年度中按程序调整后的年度指标值；评分以此为准。",
    source: sources.general,
    notToConfuse: ["initialTarget"]
  },
  {
    identifier: "actualValue",
    term: "实际完成值",
    definition: "指标年末实际达到的数值，或定性指标达到的档次。",
    source: sources.general,
    notToConfuse: ["scorePoints"]
  },
  {
    identifier: "IndicatorDirection.higher",
    term: "正向",
    definition: "完成值越高越好；指标的符号不能单独决定方向。",
    source: sources.general,
    notToConfuse: ["IndicatorDirection.lower", "IndicatorOperator.>="]
  },
  {
    identifier: "IndicatorDirection.lower",
    term: "反向",
    definition: "完成值越低越好，如成本、时限。",
    source: sources.general,
    notToConfuse: ["IndicatorDirection.higher", "IndicatorOperator.<="]
  },
  {
    identifier: "IndicatorDirection.exact",
    term: "适度",
    definition: "完成值以等于指标值为好。",
    source: sources.general,
    notToConfuse: ["IndicatorOperator.="]
  },
  {
    identifier: "IndicatorOperator.>=",
    term: "≥",
    definition: "指标值前的符号：实际完成值不低于指标值。",
    source: sources.general,
    notToConfuse: ["IndicatorDirection.higher"]
  },
  {
    identifier: "IndicatorOperator.>",
    term: ">",
    definition: "指标值前的符号：实际完成值高于指标值。",
    source: sources.general
  },
  {
    identifier: "IndicatorOperator.=",
    term: "=",
    definition: "指标值前的符号：实际完成值等于指标值；成本指标上常表示预算上限。",
    source: sources.general,
    notToConfuse: ["IndicatorDirection.exact"]
  },
  {
    identifier: "IndicatorOperator.<=",
    term: "≤",
    definition: "指标值前的符号：实际完成值不高于指标值。",
    source: sources.general,
    notToConfuse: ["IndicatorDirection.lower"]
  },
  {
    identifier: "IndicatorOperator.<",
    term: "<",
    definition: "指标值前的符号：实际完成值低于指标值。",
    source: sources.general
  },
  {
    identifier: "QualitativeResult.met",
    term: "达成预期指标",
    definition: "定性指标的第一档，得分值的100%—80%（含）。",
    source: sources.evaluationMeasure
  },
  {
    identifier: "QualitativeResult.partly-met",
    term: "部分达成预期指标并具有一定效果",
    definition: "定性指标的第二档，得分值的80%—60%（含）。",
    source: sources.evaluationMeasure
  },
  {
    identifier: "QualitativeResult.unmet",
    term: "未达成预期指标且效果较差",
    definition: "定性指标的第三档，得分值的60%—0%。",
    source: sources.evaluationMeasure
  },
  {
    identifier: "weightPoints",
    term: "分值",
    definition: "指标或预算执行率的满分，自评表中也称权重。",
    source: sources.general,
    notToConfuse: ["scorePoints", "yuan"]
  },
  {
    identifier: "scorePoints",
    term: "得分",
    definition: "评给指标或预算执行率的分数，不高于分值。",
    source: sources.general,
    notToConfuse: ["actualValue", "weightPoints"]
  },
  {
    identifier: "recordedScore",
    term: "记录得分",
    definition: "评价人实际给出的得分，是事实。",
    source: sources.general,
    notToConfuse: ["computedScore"]
  },
  {
    identifier: "computedScore",
    term: "计算得分",
    definition: "按规则由完成值推算的得分；与记录得分不同时须有理由。",
    source: sources.general,
    notToConfuse: ["recordedScore"]
  },
  {
    identifier: "executionScore",
    term: "预算执行率得分",
    definition: "按预算执行率折算的得分，以该项分值为限。",
    source: sources.general,
    notToConfuse: ["executionRate", "indicatorScoring"]
  },
  {
    identifier: "totalScore",
    term: "总得分",
    definition: "预算执行率得分与各指标得分之和，满分100分。",
    source: sources.general
  },
  {
    identifier: "IndicatorGroup.output",
    term: "产出指标",
    definition: "项目提供的产品与服务的数量、质量、时效等，一级指标之一。",
    source: sources.evaluationMeasure
  },
  {
    identifier: "IndicatorGroup.benefit",
    term: "效益指标",
    definition: "项目产生的经济、社会、生态等效益，一级指标之一。",
    source: sources.evaluationMeasure
  },
  {
    identifier: "IndicatorGroup.satisfaction",
    term: "满意度指标",
    definition: "服务对象或受益人对项目的认可程度，一级指标之一。",
    source: sources.evaluationMeasure
  },
  {
    identifier: "IndicatorGroup.cost",
    term: "成本指标",
    definition: "项目产出所需的成本；较早的表式归入产出指标，较新的单列为一级指标。",
    source: sources.general
  },
  {
    identifier: "Grade.excellent",
    term: "优",
    definition: "总得分90分（含）至100分。",
    source: sources.evaluationMeasure
  },
  { identifier: "Grade.good", term: "良", definition: "总得分80分（含）至90分。", source: sources.evaluationMeasure },
  { identifier: "Grade.fair", term: "中", definition: "总得分60分（含）至80分。", source: sources.evaluationMeasure },
  { identifier: "Grade.poor", term: "差", definition: "总得分60分以下。", source: sources.evaluationMeasure },
  {
    identifier: "selfEvaluation",
    term: "单位自评",
    definition: "预算部门组织部门本级和所属单位对预算批复的项目绩效目标完成情况进行自我评价。",
    source: sources.evaluationMeasure,
    notToConfuse: ["departmentEvaluation"]
  },
  {
    identifier: "departmentEvaluation",
    term: "部门评价",
    definition:
      "预算部门根据相关要求，运用科学、合理的绩效评价指标、评价标准和方法，对本部门的项目组织开展的绩效评价。",
    source: sources.evaluationMeasure,
    notToConfuse: ["selfEvaluation"]
  },
  {
    identifier: "deviationExplanation",
    term: "偏差原因分析及改进措施",
    definition: "得分低于分值的指标须填写的说明。",
    source: sources.general,
    notToConfuse: ["statedReason", "deviationReason"]
  },

  // 公开的表与说明
  {
    identifier: "disclosure",
    term: "部门决算公开",
    definition: "按规定格式向社会公开的决算表、情况说明和附件。",
    source: sources.general,
    notToConfuse: ["finalAccounts", "disclosurePublication"]
  },
  {
    identifier: "line",
    term: "行次",
    definition: "表中行的编号，印在表上，从1开始；与行的名称、代码是两回事。",
    source: sources.general,
    notToConfuse: ["column"]
  },
  {
    identifier: "column",
    term: "栏次",
    definition: "表中栏的编号，印在表上，从1开始。",
    source: sources.general,
    notToConfuse: ["line"]
  },
  {
    identifier: "crossCheck",
    term: "勾稽关系",
    definition: "表内或表间必须成立的相等或不等关系。",
    source: sources.general,
    notToConfuse: ["jointCheck"]
  },
  {
    identifier: "roundingTail",
    term: "尾数误差",
    definition: "金额由元换算为万元并四舍五入后，各数之和与合计之间可能出现的差额。",
    source: sources.tableNotes,
    notToConfuse: ["tolerance"]
  },
  {
    identifier: "narrative",
    term: "情况说明",
    definition: "公开文本中对各表数字的文字说明。",
    source: sources.general,
    notToConfuse: ["statedReason", "narrativeClaim"]
  },
  {
    identifier: "comparative",
    term: "上年数",
    definition: "上年度公开的同一指标的数字。",
    source: sources.general,
    notToConfuse: ["previousDisclosure"]
  },
  {
    identifier: "statedReason",
    term: "主要原因",
    definition: "情况说明中对数字或增减变动给出的原因。",
    source: sources.general,
    notToConfuse: ["deviationExplanation", "narrative", "cause"]
  },
  {
    identifier: "yuan",
    term: "元",
    definition: "金额的记账单位，两位小数。",
    source: sources.general,
    notToConfuse: ["weightPoints", "tenThousandYuan"]
  },
  {
    identifier: "tenThousandYuan",
    term: "万元",
    definition: "公开表的金额单位，由元除以10000后四舍五入至两位小数。",
    source: sources.general,
    notToConfuse: ["yuan"]
  },

  // 账与时间
  {
    identifier: "event",
    term: "事件",
    definition: "记入日志、不再修改的一件事实。",
    source: sources.general,
    notToConfuse: ["entry", "command"]
  },
  {
    identifier: "entry",
    term: "分录",
    definition: "一个事件在账上留下的一笔金额及其分析维度。",
    source: sources.general,
    notToConfuse: ["event"]
  },
  {
    identifier: "ledger",
    term: "账",
    definition: "由事件依次归集而成的一个单位一个年度的全部数字和事实。",
    source: sources.general,
    notToConfuse: ["ledgerAccount", "log", "store"]
  },
  {
    identifier: "payment",
    term: "支付",
    definition: "按功能分类、经济分类、资金性质、支出类型和项目记录的一笔付款。",
    source: sources.general,
    notToConfuse: ["paymentReturn", "executedAmount"]
  },
  {
    identifier: "paymentReturn",
    term: "支付退回",
    definition: "已支付的款项全部或部分退回，冲减原支付。",
    source: sources.general,
    notToConfuse: ["payment", "reversal"]
  },
  {
    identifier: "voucher",
    term: "凭证",
    definition: "证明经济业务发生并据以记账的书面或电子文件。",
    source: sources.general,
    notToConfuse: ["citation"]
  },
  {
    identifier: "reversal",
    term: "红字冲销",
    definition: "用一个相反的事件抵销记错的事件，原事件保留不动。",
    source: sources.general,
    notToConfuse: ["paymentReturn"]
  },
  {
    identifier: "businessDate",
    term: "业务日期",
    definition: "事情发生的日期。",
    source: sources.general,
    notToConfuse: ["recordedTime"]
  },
  {
    identifier: "recordedTime",
    term: "记录时间",
    definition: "事件写入日志的时刻，沿日志不减。",
    source: sources.general,
    notToConfuse: ["businessDate"]
  },
  {
    identifier: "yearOpening",
    term: "年度开账",
    definition: "登记年初结转和结余，开始一个年度的记录。",
    source: sources.general,
    notToConfuse: ["yearClosing"]
  },
  {
    identifier: "yearClosing",
    term: "年度关账",
    definition: "年度记录截止，此后除重开外不再入账。",
    source: sources.general,
    notToConfuse: ["yearOpening", "yearReopening"]
  },
  {
    identifier: "figure",
    term: "数字",
    definition: "表格、说明或自评中的一个值，连同得出它的理由。",
    source: sources.general
  },
  {
    identifier: "citation",
    term: "依据",
    definition: "规则所引的文件、条款及其施行日期。",
    source: sources.general,
    notToConfuse: ["voucher"]
  },
  {
    identifier: "refusal",
    term: "拒绝",
    definition: "命令因违反规则未被接受，附具体理由；账没有变化。",
    source: sources.general,
    notToConfuse: ["finding"]
  },
  {
    identifier: "finding",
    term: "发现",
    definition: "审核账或公开文本时查出的不符，附两边的数字；不改变账。",
    source: sources.general,
    notToConfuse: ["refusal", "receipt"]
  },

  // 审核与可信
  {
    identifier: "audit",
    term: "审核",
    definition: "读入一份公开的决算，逐条规则判断各数、各段文字与自评是否成立，写成报告。",
    source: sources.program,
    notToConfuse: ["selfCheck", "verification"]
  },
  {
    identifier: "selfCheck",
    term: "自查",
    definition: "用审核公开文件的全部规则，审核账上印出的各表和情况说明。",
    source: sources.program,
    notToConfuse: ["audit"]
  },
  {
    identifier: "checkRule",
    term: "审核规则",
    definition: "判断公开文本的一条规则：勾稽、表述、得分或合理性，有编号、名称、依据和级别。",
    source: sources.program
  },
  {
    identifier: "userRule",
    term: "自定规则",
    definition: "使用者自己写的审核规则，写法与勾稽关系相同。",
    source: sources.program
  },
  {
    identifier: "judgement",
    term: "判断",
    definition: "一条规则在一处的结果：相符、四舍五入之内、不符、不适用或数据不足。",
    source: sources.program,
    notToConfuse: ["receipt"]
  },
  {
    identifier: "receipt",
    term: "回执",
    definition: "一条规则在一份文件上的结果：各处判断中最坏的一种，以及各种结果的处数。",
    source: sources.program,
    notToConfuse: ["finding", "judgement"]
  },
  {
    identifier: "verdict",
    term: "结论",
    definition: "一份文件审核的总结果：通过、不通过或无法判断。",
    source: sources.program
  },
  {
    identifier: "tolerance",
    term: "容许的差额",
    definition: "由印出的位数和相加的项数推得的最大舍入差，不超过它的不是错误。",
    source: sources.program,
    notToConfuse: ["roundingTail"]
  },
  {
    identifier: "coverage",
    term: "覆盖",
    definition: "读到多少数和陈述，其中多少由规则判断过。",
    source: sources.program
  },
  {
    identifier: "unreadContent",
    term: "没有读到的内容",
    definition: "文件里看得见而没有读懂的文字或数字；报告里逐处写明，不算审核过。",
    source: sources.program
  },
  {
    identifier: "cause",
    term: "原因",
    definition: "一处差错是怎样来的，如两位颠倒、错行、单位用错；只在照此改正能重现各数时才说。",
    source: sources.program,
    notToConfuse: ["explanation", "statedReason"]
  },
  {
    identifier: "jointCheck",
    term: "联合检查",
    definition: "各等式连同四舍五入的范围能否由同一组真数同时满足。",
    source: sources.program,
    notToConfuse: ["crossCheck"]
  },
  {
    identifier: "narrativeClaim",
    term: "表述",
    definition: "情况说明里可以判断真假的一句：金额、占比、增减、数量等。",
    source: sources.program,
    notToConfuse: ["narrative"]
  },
  {
    identifier: "previousDisclosure",
    term: "上一年度的公开",
    definition: "同一单位上一年度公开的决算，用来核对年初数与增减变动。",
    source: sources.program,
    notToConfuse: ["comparative"]
  },
  {
    identifier: "adoption",
    term: "采纳",
    definition: "把一份公开的决算接过来，作为下一年度的上年数和年初结转。",
    source: sources.program,
    notToConfuse: ["classificationAdoption"]
  },
  {
    identifier: "log",
    term: "日志",
    definition: "全部事件依次排列，只增不改，每个事件都有位置和哈希。",
    source: sources.program,
    notToConfuse: ["ledger"]
  },
  {
    identifier: "store",
    term: "账库",
    definition: "存放日志的一个文件或一处数据库。",
    source: sources.program,
    notToConfuse: ["ledger"]
  },
  {
    identifier: "command",
    term: "命令",
    definition: "请求记录一个或几个事件；要么全部记入，要么拒绝。",
    source: sources.program,
    notToConfuse: ["event"]
  },
  {
    identifier: "explanation",
    term: "理由",
    definition: "一个数字由哪些数、按哪条规则、凭哪些事件得出，逐层列出。",
    source: sources.program,
    notToConfuse: ["cause"]
  },
  {
    identifier: "address",
    term: "地址",
    definition: "指明一个数字的写法：表/行/栏，如 公开03/2010306/项目支出。",
    source: sources.program
  },
  {
    identifier: "asOf",
    term: "时点",
    definition: "提问所截至的日志位置、记录时间或业务日期。",
    source: sources.program
  },
  {
    identifier: "verification",
    term: "核验",
    definition: "重算日志每个事件的哈希，并与存放在外的检查点相比，指明损坏的种类和位置。",
    source: sources.program,
    notToConfuse: ["audit", "diagnosis"]
  },
  {
    identifier: "checkpoint",
    term: "检查点",
    definition: "对日志长度和根哈希的签名记录，存放在账库之外，用来发现截短或改写。",
    source: sources.program,
    notToConfuse: ["evidenceBundle"]
  },
  {
    identifier: "rootHash",
    term: "根哈希",
    definition: "由全部事件的哈希逐层归并而成的一个值，任何事件有变它都会变。",
    source: sources.program
  },
  {
    identifier: "evidenceBundle",
    term: "证据包",
    definition: "一个年度的事件、各数字和证明封成的一个文件，不需要账库即可核验和追问。",
    source: sources.program,
    notToConfuse: ["backup", "checkpoint"]
  },
  {
    identifier: "backup",
    term: "备份",
    definition: "账库在某一时刻的完整副本，核验后加封，可以恢复到新处。",
    source: sources.program,
    notToConfuse: ["evidenceBundle"]
  },
  {
    identifier: "signingKey",
    term: "签名密钥",
    definition: "签发检查点、证据包和备份的私钥；公钥交给核验的人。",
    source: sources.program
  },
  {
    identifier: "diagnosis",
    term: "诊断",
    definition: "查明打不开或核验不通过的账库坏在何处，导出完好的部分，不写入账库。",
    source: sources.program,
    notToConfuse: ["verification"]
  },
  {
    identifier: "ruleSet",
    term: "规则集",
    definition: "一个地区一个年度适用的表样和评分规则。",
    source: sources.program
  },

  // 登记的事件：其余的事件以所登记的事本身为名，如支付、预算调整
  {
    identifier: "unitRegistration",
    term: "单位登记",
    definition: "登记一个单位：名称、所属部门和适用规则的地区。",
    source: sources.general,
    notToConfuse: ["unitClassification"]
  },
  {
    identifier: "unitClassification",
    term: "单位分类",
    definition: "登记单位属于行政单位、参照公务员法管理事业单位还是事业单位，以业务日期最近的为准。",
    source: sources.general,
    notToConfuse: ["unitRegistration"]
  },
  {
    identifier: "projectListing",
    term: "项目入库",
    definition: "项目列入本年度，此后预算和支付才可以指明它。",
    source: sources.general,
    notToConfuse: ["projectEstablishment"]
  },
  {
    identifier: "initialBudgetApproval",
    term: "年初预算批复",
    definition: "按预算明细登记批复的年初预算，附文号。",
    source: sources.general,
    notToConfuse: ["initialBudget"]
  },
  {
    identifier: "threePublicBudgetApproval",
    term: "“三公”经费预算批复",
    definition: "登记“三公”经费某一项的年初预算，附文号。",
    source: sources.general,
    notToConfuse: ["threePublicBudgetAdjustment"]
  },
  {
    identifier: "threePublicBudgetAdjustment",
    term: "“三公”经费预算调整",
    definition: "登记“三公”经费某一项预算的追加、追减或收回，附文号和理由。",
    source: sources.general,
    notToConfuse: ["threePublicBudgetApproval"]
  },
  {
    identifier: "revenueReceipt",
    term: "收入",
    definition: "按来源登记的一笔取得的款项；来源决定资金性质。",
    source: sources.general,
    notToConfuse: ["incomeOfYear"]
  },
  {
    identifier: "nonFiscalSurplusUse",
    term: "使用非财政拨款结余",
    definition: "登记一笔以前年度结余（含专用结余）用于弥补本年收支差额，只限非财政拨款。",
    source: sources.general,
    notToConfuse: ["nonFiscalSurplusUsed"]
  },
  {
    identifier: "procurementContract",
    term: "政府采购合同",
    definition: "登记一份采购合同：类别、金额、供应商及其规模。",
    source: sources.general
  },
  {
    identifier: "vehicleCount",
    term: "车辆盘点",
    definition: "登记某日各种用途的车辆数，以业务日期最近的为准。",
    source: sources.general,
    notToConfuse: ["vehicleTotal"]
  },
  {
    identifier: "largeEquipmentCount",
    term: "大型设备盘点",
    definition: "登记某日单价100万元（含）以上设备（不含车辆）的台（套）数。",
    source: sources.general,
    notToConfuse: ["largeEquipment"]
  },
  {
    identifier: "threePublicCounts",
    term: "“三公”经费实物量",
    definition: "登记团组、人次、批次、购置和保有车辆等数量，每项以最近的为准。",
    source: sources.general
  },
  {
    identifier: "yearReopening",
    term: "年度重开",
    definition: "经批准重新打开已关账的年度，附文号和理由。",
    source: sources.general,
    notToConfuse: ["yearClosing"]
  },
  {
    identifier: "disclosurePublication",
    term: "决算公开",
    definition: "登记决算已于某日、某处、按某套规则对外公开。",
    source: sources.general,
    notToConfuse: ["disclosure"]
  },
  {
    identifier: "projectEstablishment",
    term: "项目立项",
    definition: "登记项目的名称、立项依据和负责的内设机构。",
    source: sources.general,
    notToConfuse: ["projectListing"]
  },
  {
    identifier: "goalDeclaration",
    term: "绩效目标申报",
    definition: "登记项目的年度绩效目标，以及有的话，总体目标。",
    source: sources.general,
    notToConfuse: ["goalAdjustment"]
  },
  {
    identifier: "goalAdjustment",
    term: "绩效目标调整",
    definition: "登记年度中改变后的绩效目标和理由。",
    source: sources.general,
    notToConfuse: ["goalDeclaration"]
  },
  {
    identifier: "indicatorDeclaration",
    term: "绩效指标申报",
    definition: "登记一项绩效指标：三级名称、指标值、方向、分值，以及是否年初申报。",
    source: sources.general,
    notToConfuse: ["indicatorAdjustment"]
  },
  {
    identifier: "indicatorAdjustment",
    term: "绩效指标调整",
    definition: "登记年度中改变后的指标值、方向或分值，附理由。",
    source: sources.general,
    notToConfuse: ["indicatorDeclaration"]
  },
  {
    identifier: "indicatorScoring",
    term: "指标得分",
    definition: "登记评价人给一项绩效指标的得分。",
    source: sources.general,
    notToConfuse: ["executionScore"]
  },
  {
    identifier: "deviationReason",
    term: "偏差原因",
    definition: "登记一项指标或预算执行率的偏差原因及改进措施。",
    source: sources.general,
    notToConfuse: ["deviationExplanation"]
  },
  {
    identifier: "selfEvaluationConclusion",
    term: "自评结论",
    definition: "登记单位自评给出的得分、等级和结论，照录，不另计算。",
    source: sources.general,
    notToConfuse: ["departmentEvaluationConclusion"]
  },
  {
    identifier: "departmentEvaluationConclusion",
    term: "部门评价结论",
    definition: "登记部门评价给出的结论，有的话连同总得分和等级。",
    source: sources.general,
    notToConfuse: ["selfEvaluationConclusion"]
  },

  // 地区
  {
    identifier: "Jurisdiction.national",
    term: "全国",
    definition: "适用国家统一规定；没有本地规定的地区也归此。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.shanxi",
    term: "山西",
    definition: "适用山西省的规定；没有规定的从国家规定。",
    source: sources.general,
    notToConfuse: ["Jurisdiction.shaanxi"]
  },
  {
    identifier: "Jurisdiction.shanghai",
    term: "上海",
    definition: "适用上海市的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.zhejiang",
    term: "浙江",
    definition: "适用浙江省的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.hubei",
    term: "湖北",
    definition: "适用湖北省的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.sichuan",
    term: "四川",
    definition: "适用四川省的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.yunnan",
    term: "云南",
    definition: "适用云南省的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.anhui",
    term: "安徽",
    definition: "适用安徽省的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.guangxi",
    term: "广西",
    definition: "适用广西壮族自治区的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.hunan",
    term: "湖南",
    definition: "适用湖南省的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.jiangxi",
    term: "江西",
    definition: "适用江西省的规定；没有规定的从国家规定。",
    source: sources.general
  },
  {
    identifier: "Jurisdiction.shaanxi",
    term: "陕西",
    definition: "适用陕西省的规定；没有规定的从国家规定。",
    source: sources.general,
    notToConfuse: ["Jurisdiction.shanxi"]
  }
]
