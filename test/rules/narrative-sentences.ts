/**
 * 各地的句式: sentences as different places write them, by the heading they stand under, each with the claims that a reader
 * takes from it (`narrative-claims.ts` says how a claim is written). The sentences are ours, with the figures of the sample.
 */

/** Heading → sentence → claims. */
export const sentences: ReadonlyArray<
  readonly [heading: string, readonly (readonly [sentence: string, claims: ReadonlyArray<string>])[]]
> = [
  [
    "一、收入支出决算总体情况说明",
    [
      ["2．项目支出467.89万元。", ["expenditure.project 467.89万元"]],
      [
        "2024年度收支总计1564.71万元，比2023年减少434.67万元，下降21.74%，原因为项目减少。",
        ["income-and-expenditure-total 1564.71万元", "income-and-expenditure-total −434.67万元 −21.74% 较上年"]
      ],
      [
        "与上年相比，收入总计减少434.67万元，下降21.74%，支出总计减少434.67万元，下降21.74%。",
        ["income-total −434.67万元 −21.74% 较上年", "expenditure-total −434.67万元 −21.74% 较上年"]
      ],
      [
        "（一）收入总计1564.71万元。包括：一般公共预算财政拨款收入1564.71万元，政府性基金预算财政拨款收入0万元，事业收入0万元。",
        [
          "income-total 1564.71万元",
          "revenue.general-public-budget 1564.71万元",
          "revenue.government-fund 0万元",
          "revenue.institutional 0万元"
        ]
      ],
      [
        "（二）支出总计1564.71万元。包括：一般公共服务支出（类）1297.04万元，卫生健康支出（类）57.07万元。",
        ["expenditure-total 1564.71万元", "item.201 1297.04万元", "item.210 57.07万元"]
      ],
      ["2024年收入总计1564.71万元，与上年基本持平。", ["income-total 1564.71万元"]],
      [
        "2024年度收入总计1,564.71万元，支出总计1,564.71万元。",
        ["income-total 1,564.71万元", "expenditure-total 1,564.71万元"]
      ],
      [
        "2024年度收、支总计均为1564.71万元。与2023年度相比，收、支总计各减少434.67万元，下降21.74%，主要是项目减少。",
        ["income-and-expenditure-total 1564.71万元", "income-and-expenditure-total −434.67万元 −21.74% 较上年"]
      ],
      [
        "2024年度收入支出总计1,564.71万元，较上年减少434.67万元，降低21.74%。",
        ["income-and-expenditure-total 1,564.71万元", "income-and-expenditure-total −434.67万元 −21.74% 较上年"]
      ],
      [
        "泽州县行政审批服务管理局2024年度总收入1564.71万元，总支出1564.71万元，收支与上年相比均减少434.67万元，下降21.74%。",
        [
          "income-total 1564.71万元",
          "expenditure-total 1564.71万元",
          "income-and-expenditure-total −434.67万元 −21.74% 较上年"
        ]
      ],
      [
        "2024年收入总计1,564.71万元，比上年决算数1,999.38万元减少434.67万元，下降21.74%。",
        ["income-total 1,564.71万元", "income-total 上年 1,999.38万元", "income-total −434.67万元 −21.74% 较上年"]
      ],
      [
        "本部门2024年度收入总计、支出总计均为1，564.71万元，同比下降21.74%。",
        ["income-and-expenditure-total 1,564.71万元", "income-and-expenditure-total −· −21.74% 较上年"]
      ],
      [
        "2024年度收入总计 1 564.71 万元，比2023年减少 434.67 万元，下降 21.74 %。",
        ["income-total 1564.71万元", "income-total −434.67万元 −21.74% 较上年"]
      ],
      [
        "2024年度收入总计15,647,100.00元，支出总计15,647,100.00元。",
        ["income-total 15,647,100.00元", "expenditure-total 15,647,100.00元"]
      ],
      ["2024年度收入总计0.16亿元。", ["income-total 0.16亿元"]],
      [
        "2024年本年收入合计1564.71万元，使用非财政拨款结余0万元，年初结转和结余0万元。",
        ["income-of-year 1564.71万元", "surplus-used 0万元", "opening-carryover 0万元"]
      ],
      [
        "本年支出合计1564.71万元，结余分配0万元，年末结转和结余0万元。",
        ["expenditure-of-year 1564.71万元", "surplus-distributed 0万元", "closing-carryover 0万元"]
      ],
      ["收入总计较上年减少434.67万元，减幅21.74%。", ["income-total −434.67万元 −21.74% 较上年"]]
    ]
  ],
  [
    "二、收入决算情况说明",
    [
      [
        "财政拨款收入1564.71万元（其中：一般公共预算1564.71万元，政府性基金预算0万元）。",
        ["revenue.fiscal 1564.71万元", "revenue.general-public-budget 1564.71万元", "revenue.government-fund 0万元"]
      ],
      [
        "2024年度收入合计1,564.71万元，其中：财政拨款收入1,564.71万元，占100.00%；上级补助收入0.00万元，占0.00%；其他收入0万元，占0%。",
        [
          "income 1,564.71万元",
          "revenue.fiscal 1,564.71万元",
          "revenue.fiscal 1,564.71万元 / income = 100.00%",
          "revenue.superior-subsidy 0.00万元",
          "revenue.superior-subsidy 0.00万元 / income = 0.00%",
          "revenue.other 0万元",
          "revenue.other 0万元 / income = 0%"
        ]
      ],
      [
        "本年收入合计1564.71万元，其中：一般公共预算财政拨款收入1564.71万元，占比100%。",
        [
          "income 1564.71万元",
          "revenue.general-public-budget 1564.71万元",
          "revenue.general-public-budget 1564.71万元 / income = 100%"
        ]
      ],
      [
        "2024年度本年收入合计 1564.71 万元，其中：财政拨款收入 1564.71 万元，占本年收入合计的 100 %；事业收入 0 万元，占 0 %。",
        [
          "income 1564.71万元",
          "revenue.fiscal 1564.71万元",
          "revenue.fiscal 1564.71万元 / income = 100%",
          "revenue.institutional 0万元",
          "revenue.institutional 0万元 / income = 0%"
        ]
      ],
      ["本部门2024年度收入1,564.71万元，均为财政拨款收入。", ["income 1,564.71万元"]],
      [
        "财政拨款收入1564.71万元，占收入合计的比重为100%。",
        ["revenue.fiscal 1564.71万元", "revenue.fiscal 1564.71万元 / income = 100%"]
      ]
    ]
  ],
  [
    "三、支出决算情况说明",
    [
      [
        "按功能分类科目：一般公共服务支出1297.04万元，占82.89%；社会保障和就业支出116.57万元，占7.45%。",
        [
          "item.201 1297.04万元",
          "item.201 1297.04万元 / expenditure = 82.89%",
          "item.208 116.57万元",
          "item.208 116.57万元 / expenditure = 7.45%"
        ]
      ],
      [
        "支出总额1564.71万元，较上年减少434.67万元，下降21.74%。其中，基本支出1096.83万元，项目支出467.89万元。",
        [
          "expenditure.total 1564.71万元",
          "expenditure.total −434.67万元 −21.74% 较上年",
          "expenditure.basic 1096.83万元",
          "expenditure.project 467.89万元"
        ]
      ],
      [
        "2024年度支出合计1,564.71万元，其中：基本支出1,096.83万元，占70.10%；项目支出467.89万元，占29.90%；经营支出0万元，占0%。",
        [
          "expenditure 1,564.71万元",
          "expenditure.basic 1,096.83万元",
          "expenditure.basic 1,096.83万元 / expenditure = 70.10%",
          "expenditure.project 467.89万元",
          "expenditure.project 467.89万元 / expenditure = 29.90%",
          "expenditure.operating 0万元",
          "expenditure.operating 0万元 / expenditure = 0%"
        ]
      ],
      [
        "本年支出合计1564.71万元。其中：基本支出1096.83万元，占本年支出的70.1%；项目支出467.89万元，占本年支出的29.9%。",
        [
          "expenditure 1564.71万元",
          "expenditure.basic 1096.83万元",
          "expenditure.basic 1096.83万元 / expenditure = 70.1%",
          "expenditure.project 467.89万元",
          "expenditure.project 467.89万元 / expenditure = 29.9%"
        ]
      ],
      [
        "1.基本支出1096.83万元，占支出合计的70.10%。",
        ["expenditure.basic 1096.83万元", "expenditure.basic 1096.83万元 / expenditure = 70.10%"]
      ],
      [
        "2024年度本年支出1564.71万元，基本支出占70.10%，项目支出占29.90%。",
        [
          "expenditure 1564.71万元",
          "expenditure.basic · / expenditure = 70.10%",
          "expenditure.project · / expenditure = 29.90%"
        ]
      ]
    ]
  ],
  [
    "四、财政拨款收入支出决算总体情况说明",
    [
      [
        "2024年度财政拨款收、支总计1,564.71万元。与2023年相比，财政拨款收、支总计各减少434.67万元，下降21.74%。",
        [
          "fiscal-income-and-expenditure-total 1,564.71万元",
          "fiscal-income-and-expenditure-total −434.67万元 −21.74% 较上年"
        ]
      ],
      [
        "2024年度财政拨款收入总计1564.71万元，其中：一般公共预算财政拨款1564.71万元，政府性基金预算财政拨款0万元。",
        [
          "fiscal-income-total 1564.71万元",
          "fiscal.revenue.general-public-budget 1564.71万元",
          "fiscal.revenue.government-fund 0万元"
        ]
      ],
      [
        "2024年度财政拨款支出总计1,564.71万元，比上年度减少434.67万元，下降21.74%。",
        ["fiscal-expenditure-total 1,564.71万元", "fiscal-expenditure-total −434.67万元 −21.74% 较上年"]
      ],
      [
        "年初财政拨款结转和结余0万元，年末财政拨款结转和结余0万元。",
        ["fiscal-opening-carryover 0万元", "fiscal-closing-carryover 0万元"]
      ],
      [
        "收入总计1564.71万元，较上年减少434.67万元，下降21.74%；支出总计1564.71万元，较上年减少434.67万元，下降21.74%。",
        [
          "fiscal-income-total 1564.71万元",
          "fiscal-income-total −434.67万元 −21.74% 较上年",
          "fiscal-expenditure-total 1564.71万元",
          "fiscal-expenditure-total −434.67万元 −21.74% 较上年"
        ]
      ]
    ]
  ],
  [
    "五、一般公共预算财政拨款支出决算情况说明",
    [
      ["2024年度一般公共预算财政拨款收入1564.71万元。", ["revenue.general-public-budget 1564.71万元"]],
      [
        "2024年度一般公共预算财政拨款支出1564.71万元，较2023年1999.38万元减少434.67万元，下降21.74%。",
        [
          "general-public-expenditure 1564.71万元",
          "general-public-expenditure 上年 1999.38万元",
          "general-public-expenditure −434.67万元 −21.74% 较上年"
        ]
      ],
      [
        "1.一般公共服务支出（类）1297.04万元，占82.89%。",
        ["item.201 1297.04万元", "item.201 1297.04万元 / general-public-expenditure = 82.89%"]
      ],
      [
        "社会保障和就业支出（类）行政事业单位养老支出（款）：支出决算为116.57万元，完成预算100%。",
        ["item.20805 116.57万元", "item.20805 116.57万元 / unstated 预算 · = 100%"]
      ],
      [
        "（4）住房保障（类）支出94.02万元，主要用于住房公积金94.02万元。",
        ["item.221 94.02万元", "item.2210201 94.02万元 用途", "item.221 用于 94.02万元"]
      ],
      ["2210201住房公积金94.02万元。", ["item.2210201 94.02万元"]],
      [
        "行政单位医疗（项）12.17万元，事业单位医疗（项）40.12万元。",
        ["item.2101101 12.17万元", "item.2101102 40.12万元"]
      ],
      [
        "2024年度财政拨款支出年初预算数为1,899.14万元，支出决算数为1,564.71万元，完成年初预算数的82.39%。",
        [
          "general-public-expenditure initial 预算 1,899.14万元",
          "general-public-expenditure 1,564.71万元",
          "general-public-expenditure 1,564.71万元 / initial 预算 1,899.14万元 = 82.39%"
        ]
      ],
      [
        "一般公共预算财政拨款支出决算1564.71万元，比年初预算数减少334.43万元，下降17.61%。",
        ["general-public-expenditure 1564.71万元", "general-public-expenditure −334.43万元 −17.61% 较预算"]
      ],
      [
        "2024年度一般公共预算财政拨款支出1,564.71万元，占本年支出合计的100.00%。与上年相比，一般公共预算财政拨款支出减少434.67万元，下降21.74%。",
        [
          "general-public-expenditure 1,564.71万元",
          "general-public-expenditure 1,564.71万元 / expenditure-of-year = 100.00%",
          "general-public-expenditure −434.67万元 −21.74% 较上年"
        ]
      ],
      [
        "财政拨款支出1564.71万元，占本年支出合计的100%，比2023年减少434.67万元，下降21.74%，主要原因是项目减少400万元。",
        [
          "general-public-expenditure 1564.71万元",
          "general-public-expenditure 1564.71万元 / expenditure-of-year = 100%",
          "不判 400万元 reason",
          "general-public-expenditure −434.67万元 −21.74% 较上年"
        ]
      ],
      [
        "2024年度一般公共预算财政拨款支出1564.71万元，主要用于以下方面：一般公共服务支出（类）1297.04万元，占82.89%；社会保障和就业支出（类）116.57万元，占7.45%；卫生健康支出（类）57.07万元，占3.65%；住房保障支出（类）94.02万元，占6.01%。",
        [
          "general-public-expenditure 1564.71万元",
          "item.201 1297.04万元",
          "item.201 1297.04万元 / general-public-expenditure = 82.89%",
          "item.208 116.57万元",
          "item.208 116.57万元 / general-public-expenditure = 7.45%",
          "item.210 57.07万元",
          "item.210 57.07万元 / general-public-expenditure = 3.65%",
          "item.221 94.02万元",
          "item.221 94.02万元 / general-public-expenditure = 6.01%"
        ]
      ],
      [
        "2024年度一般公共预算财政拨款支出年初预算为1899.14万元，支出决算为1564.71万元，完成年初预算的82.39%。",
        [
          "general-public-expenditure initial 预算 1899.14万元",
          "general-public-expenditure 1564.71万元",
          "general-public-expenditure 1564.71万元 / initial 预算 1899.14万元 = 82.39%"
        ]
      ],
      [
        "一般公共服务（类）支出年初预算1609.53万元，支出决算1297.04万元，完成年初预算的80.59%。",
        [
          "item.201 initial 预算 1609.53万元",
          "item.201 1297.04万元",
          "item.201 1297.04万元 / initial 预算 1609.53万元 = 80.59%"
        ]
      ],
      [
        "1．一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）政务公开审批（项）。年初预算为1000.00万元，支出决算为962.12万元，完成年初预算的96.21%。决算数小于预算数的主要原因是厉行节约。",
        [
          "item.2010306 initial 预算 1000.00万元",
          "item.2010306 962.12万元",
          "item.2010306 962.12万元 / initial 预算 1000.00万元 = 96.21%",
          "item.2010306 决算<预算"
        ]
      ],
      [
        "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）支出决算为107.13万元，占一般公共预算财政拨款支出的6.85%。",
        ["item.2080505 107.13万元", "item.2080505 107.13万元 / general-public-expenditure = 6.85%"]
      ],
      [
        "一般公共服务支出（类）年初预算1609.53万元，支出决算1297.04万元，完成年初预算的80.59%。",
        [
          "item.201 initial 预算 1609.53万元",
          "item.201 1297.04万元",
          "item.201 1297.04万元 / initial 预算 1609.53万元 = 80.59%"
        ]
      ],
      [
        "住房公积金（2210201）支出94.02万元，年初预算96.98万元，完成预算的96.95%。",
        [
          "item.2210201 94.02万元",
          "item.2210201 initial 预算 96.98万元",
          "item.2210201 94.02万元 / unstated 预算 96.98万元 = 96.95%"
        ]
      ],
      [
        "卫生健康支出57.07万元，较上年决算增加23.16万元，增长68.3%，主要原因是医疗保险基数增加。",
        ["item.210 57.07万元", "item.210 +23.16万元 +68.3% 较上年"]
      ],
      [
        "一般公共服务支出年初预算1609.53万元，支出决算1297.04万元，完成年初预算的80.59%，用于基本支出829.16万元，项目支出467.89万元。",
        [
          "item.201 initial 预算 1609.53万元",
          "item.201 1297.04万元",
          "item.201 1297.04万元 / initial 预算 1609.53万元 = 80.59%",
          "item.201.expenditure.basic 829.16万元 用途",
          "item.201.expenditure.project 467.89万元 用途",
          "item.201 用于 829.16万元 + 467.89万元"
        ]
      ],
      [
        "基本支出1096.83万元，占70.10%；项目支出467.89万元，占29.90%。",
        [
          "general-public.basic 1096.83万元",
          "general-public.basic 1096.83万元 / general-public-expenditure = 70.10%",
          "general-public.project 467.89万元",
          "general-public.project 467.89万元 / general-public-expenditure = 29.90%"
        ]
      ],
      [
        "住房保障支出决算数94.02万元，比年初预算减少2.96万元，下降3.05%。",
        ["item.221 94.02万元", "item.221 −2.96万元 −3.05% 较预算"]
      ],
      [
        "2024年度一般公共预算财政拨款支出决算1564.71万元，为年初预算1899.14万元的82.39%。",
        [
          "general-public-expenditure 1564.71万元",
          "general-public-expenditure initial 预算 1899.14万元",
          "general-public-expenditure 1564.71万元 / initial 预算 1899.14万元 = 82.39%"
        ]
      ],
      [
        "卫生健康支出（类）57.07万元，占3.65%，主要用于职工基本医疗保险缴费。",
        ["item.210 57.07万元", "item.210 57.07万元 / general-public-expenditure = 3.65%"]
      ]
    ]
  ],
  [
    "五、财政拨款支出决算情况说明",
    [
      [
        "2024年度财政拨款支出决算1,564.71万元，占本年支出合计的100%。",
        ["fiscal-expenditure 1,564.71万元", "fiscal-expenditure 1,564.71万元 / expenditure-of-year = 100%"]
      ],
      ["住房改革支出（款）住房公积金（项）。支出决算94.02万元。", ["item.2210201 94.02万元"]],
      [
        "住房保障支出住房公积金（项）年初预算94.02万元，支出决算94.02万元，完成年初预算的100.00%。",
        [
          "item.2210201 initial 预算 94.02万元",
          "item.2210201 94.02万元",
          "item.2210201 94.02万元 / initial 预算 94.02万元 = 100.00%"
        ]
      ]
    ]
  ],
  [
    "六、一般公共预算财政拨款基本支出决算情况说明",
    [
      [
        "2024年度财政拨款基本支出1,096.83万元。其中：人员支出1,049.51万元，公用支出47.32万元。",
        ["general-public.basic 1,096.83万元", "basic.personnel 1,049.51万元", "basic.public-use 47.32万元"]
      ],
      [
        "基本工资、津贴补贴、奖金等人员经费1049.51万元，占基本支出的95.69%；办公费、差旅费等公用经费47.32万元，占基本支出的4.31%。",
        [
          "personnel 等 3 款",
          "basic.personnel 1049.51万元",
          "basic.personnel 1049.51万元 / general-public.basic = 95.69%",
          "public-use 等 2 款",
          "basic.public-use 47.32万元",
          "basic.public-use 47.32万元 / general-public.basic = 4.31%"
        ]
      ],
      [
        "2024年度一般公共预算财政拨款基本支出1,096.83万元，其中：人员经费1,049.51万元，占基本支出的95.69%；公用经费47.32万元，占基本支出的4.31%。",
        [
          "general-public.basic 1,096.83万元",
          "basic.personnel 1,049.51万元",
          "basic.personnel 1,049.51万元 / general-public.basic = 95.69%",
          "basic.public-use 47.32万元",
          "basic.public-use 47.32万元 / general-public.basic = 4.31%"
        ]
      ],
      [
        "人员经费1049.51万元，主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、公务员医疗补助缴费、其他社会保障缴费、住房公积金、其他工资福利支出、退休费、医疗费补助、奖励金。",
        ["personnel 仅 14 款", "basic.personnel 1049.51万元"]
      ],
      [
        "公用经费47.32万元，主要包括：办公费、差旅费、工会经费、公务用车运行维护费、其他交通费用、其他商品和服务支出等。",
        ["public-use 等 6 款", "basic.public-use 47.32万元"]
      ],
      [
        "日常公用经费47.32万元，包括办公费、差旅费、工会经费、公务用车运行维护费、其他交通费用和其他商品和服务支出。",
        ["public-use 仅 5 款", "basic.public-use 47.32万元"]
      ],
      ["基本工资337.55万元，津贴补贴80.23万元。", ["economic.30101 337.55万元", "economic.30102 80.23万元"]],
      ["工资福利支出1041.34万元；对个人和家庭的补助8.17万元。", ["economic.301 1041.34万元", "economic.303 8.17万元"]]
    ]
  ],
  [
    "七、政府性基金预算财政拨款收支决算情况说明",
    [
      ["本年度无此项收支。", ["government-fund 无收支"]],
      ["本部门2024年度没有政府性基金预算财政拨款收入，也没有使用政府性基金安排的支出。", ["government-fund 无收支"]],
      ["2024年度政府性基金预算财政拨款本年收入0万元，本年支出0万元。", ["fund.income 0万元", "fund.expenditure 0万元"]],
      ["本单位2024年度未发生政府性基金预算财政拨款支出。", ["government-fund 无支"]]
    ]
  ],
  [
    "八、国有资本经营预算财政拨款支出决算情况说明",
    [
      ["本年度无国有资本经营预算财政拨款支出。", ["state-capital-expenditure 无支"]],
      ["本单位不涉及国有资本经营预算财政拨款支出。", ["state-capital-expenditure 无支"]]
    ]
  ],
  [
    "九、财政拨款“三公”经费支出决算情况说明",
    [
      [
        "公务用车运行维护费预算2.58万元（其中：一般公共预算支出2.58万元；政府性基金预算支出0万元），支出决算2.58万元，完成全年预算的100%。",
        [
          "three-public.vehicle-operation unstated 预算 2.58万元",
          "unknown:一般公共预算 2.58万元",
          "unknown:;政府性基金预算 0万元",
          "three-public.vehicle-operation 2.58万元",
          "three-public.vehicle-operation 2.58万元 / full-year 预算 2.58万元 = 100%"
        ]
      ],
      [
        "1．因公出国（境）费用支出0万元，全年使用财政拨款安排因公出国（境）团组0个、累计0人次。",
        ["three-public.overseas-travel 0万元", "overseas-groups 0个", "overseas-persons 0人次"]
      ],
      ["公务用车购置费0万元，全年更新公务用车0辆。", ["three-public.vehicle-purchase 0万元", "vehicles-purchased 0辆"]],
      ["截至2024年12月31日，本单位开支财政拨款的公务用车保有量为2辆。", ["vehicles-kept 2辆"]],
      [
        "因公出国（境）费支出决算为0.00万元，比上年增加0万元，增长0%。",
        ["three-public.overseas-travel 0.00万元", "three-public.overseas-travel +0万元 +0% 较上年"]
      ],
      [
        "公务接待费全年预算0万元，支出决算0万元，与预算持平。",
        [
          "three-public.official-reception full-year 预算 0万元",
          "three-public.official-reception 0万元",
          "three-public.official-reception =· 较预算",
          "three-public.official-reception 决算=预算"
        ]
      ],
      [
        "2024年“三公”经费决算支出2.58万元，较2023年减少0.18万元，下降6.52%。",
        ["three-public.total 2.58万元", "three-public.total −0.18万元 −6.52% 较上年"]
      ],
      [
        "2024年度“三公”经费财政拨款支出预算为2.58万元，支出决算为2.58万元，完成预算的100%，比上年减少0.18万元，下降6.52%。",
        [
          "three-public.total unstated 预算 2.58万元",
          "three-public.total 2.58万元",
          "three-public.total 2.58万元 / unstated 预算 2.58万元 = 100%",
          "three-public.total −0.18万元 −6.52% 较上年"
        ]
      ],
      [
        "2024年度财政拨款“三公”经费支出全年预算2.58万元，支出决算2.58万元，完成全年预算的100.00%，决算数与预算数持平。",
        [
          "three-public.total full-year 预算 2.58万元",
          "three-public.total 2.58万元",
          "three-public.total 2.58万元 / full-year 预算 2.58万元 = 100.00%",
          "three-public.total =· 较预算",
          "three-public.total 决算=预算"
        ]
      ],
      [
        "其中：因公出国（境）费支出决算为0万元，占0%；公务用车购置及运行维护费支出决算为2.58万元，占100%；公务接待费支出决算为0万元，占0%。",
        [
          "three-public.overseas-travel 0万元",
          "three-public.overseas-travel 0万元 / three-public.total = 0%",
          "three-public.vehicles 2.58万元",
          "three-public.vehicles 2.58万元 / three-public.total = 100%",
          "three-public.official-reception 0万元",
          "three-public.official-reception 0万元 / three-public.total = 0%"
        ]
      ],
      [
        "因公出国（境）费支出0万元，与上年持平，全年安排因公出国（境）团组0个，累计0人次。",
        [
          "three-public.overseas-travel 0万元",
          "three-public.overseas-travel =· 较上年",
          "overseas-groups 0个",
          "overseas-persons 0人次"
        ]
      ],
      [
        "公务用车购置及运行维护费支出2.58万元，其中：公务用车购置支出0万元，公务用车运行维护费支出2.58万元。",
        [
          "three-public.vehicles 2.58万元",
          "three-public.vehicle-purchase 0万元",
          "three-public.vehicle-operation 2.58万元"
        ]
      ],
      [
        "公务用车运行维护费2.58万元，完成预算的100.00%，比2023年减少0.18万元，下降6.52%，主要原因是燃料费减少。",
        [
          "three-public.vehicle-operation 2.58万元",
          "three-public.vehicle-operation 2.58万元 / unstated 预算 · = 100.00%",
          "three-public.vehicle-operation −0.18万元 −6.52% 较上年"
        ]
      ],
      [
        "公务接待费支出0.00万元，国内公务接待0批次，0人次。",
        ["three-public.official-reception 0.00万元", "reception-batches 0批次", "reception-persons 0人次"]
      ],
      [
        "公务用车购置费支出0万元，购置公务用车0辆；年末公务用车保有量为2辆。",
        ["three-public.vehicle-purchase 0万元", "vehicles-purchased 0辆", "vehicles-kept 2辆"]
      ],
      [
        "“三公”经费支出决算比2023年度决算数2.76万元减少0.18万元，下降6.52%。",
        ["three-public.total 上年 2.76万元", "three-public.total −0.18万元 −6.52% 较上年"]
      ],
      [
        "公务用车购置及运行费2.58万元，较上年减少0.18万元，降幅6.52%。",
        ["three-public.vehicles 2.58万元", "three-public.vehicles −0.18万元 −6.52% 较上年"]
      ],
      [
        "国内接待费0万元，外事接待费0万元，国（境）外接待费0万元。",
        [
          "three-public.reception.domestic 0万元",
          "three-public.reception.foreign-affairs 0万元",
          "three-public.reception.overseas 0万元"
        ]
      ],
      [
        "公务接待费支出0万元，与上年相比无变化，主要用于接待上级检查。",
        ["three-public.official-reception 0万元", "three-public.official-reception =· 较上年"]
      ]
    ]
  ],
  [
    "十、机关运行经费支出情况说明",
    [
      [
        "2024年度机关运行经费支出47.32万元（其中：一般公共预算支出47.32万元；国有资本经营预算支出0万元）。与上年相比，增加1.32万元，增长2.87%，原因是物价上涨。",
        [
          "operating-expenditure 47.32万元",
          "unknown:一般公共预算 47.32万元",
          "unknown:;国有资本经营预算 0万元",
          "operating-expenditure +1.32万元 +2.87% 较上年"
        ]
      ],
      [
        "2024年本部门机关运行经费财政拨款支出47.32万元，同比减少0.20万元，同比下降0.42%。",
        ["operating-expenditure 47.32万元", "operating-expenditure −0.20万元 −0.42% 较上年"]
      ],
      [
        "2024年度机关运行经费支出47.32万元，比2023年减少0.20万元，下降0.42%，主要原因是厉行节约。",
        ["operating-expenditure 47.32万元", "operating-expenditure −0.20万元 −0.42% 较上年"]
      ],
      [
        "本部门2024年机关运行经费支出决算47.32万元，比上年决算数47.52万元减少0.20万元，下降0.42%。",
        [
          "operating-expenditure 47.32万元",
          "operating-expenditure 上年 47.52万元",
          "operating-expenditure −0.20万元 −0.42% 较上年"
        ]
      ]
    ]
  ],
  [
    "十一、政府采购支出情况说明",
    [
      [
        "本部门2024年度政府采购金额399.17万元，其中：采购货物支出233.77万元，采购服务支出165.41万元。",
        ["procurement.total 399.17万元", "procurement.goods 233.77万元", "procurement.services 165.41万元"]
      ],
      [
        "其中：授予中小企业合同金额393.57万元，占政府采购支出总额的比重为98.60%；授予小型和微型企业合同金额165.03万元。",
        [
          "procurement.small-and-medium 393.57万元",
          "procurement.small-and-medium 393.57万元 / procurement.total = 98.60%",
          "procurement.small-and-micro 165.03万元"
        ]
      ],
      [
        "2024年度政府采购支出总额399.17万元，其中：政府采购货物支出233.77万元、政府采购工程支出0万元、政府采购服务支出165.41万元。",
        [
          "procurement.total 399.17万元",
          "procurement.goods 233.77万元",
          "procurement.works 0万元",
          "procurement.services 165.41万元"
        ]
      ],
      [
        "授予中小企业合同金额393.57万元，占政府采购支出总额的98.60%，其中：授予小微企业合同金额165.03万元，占政府采购支出总额的41.34%。",
        [
          "procurement.small-and-medium 393.57万元",
          "procurement.small-and-medium 393.57万元 / procurement.total = 98.60%",
          "procurement.small-and-micro 165.03万元",
          "procurement.small-and-micro 165.03万元 / procurement.total = 41.34%"
        ]
      ],
      [
        "政府采购授予中小企业合同金额393.57万元，占政府采购支出总额的98.6%，其中授予小微企业合同金额165.03万元，占授予中小企业合同金额的41.93%。",
        [
          "procurement.small-and-medium 393.57万元",
          "procurement.small-and-medium 393.57万元 / procurement.total = 98.6%",
          "procurement.small-and-micro 165.03万元",
          "procurement.small-and-micro 165.03万元 / procurement.small-and-medium = 41.93%"
        ]
      ],
      [
        "政府采购支出总额399.17万元，其中货物类支出233.77万元、服务类支出165.41万元。",
        ["procurement.total 399.17万元", "procurement.goods 233.77万元", "procurement.services 165.41万元"]
      ]
    ]
  ],
  [
    "十二、国有资产占用情况说明",
    [
      [
        "共有车辆2辆，其中：一般公务用车1辆、业务用车1辆、离退休干部用车0辆。",
        ["vehicles 2辆", "vehicles.general 1辆", "vehicles.named-业务用车 1辆", "vehicles.retired-cadres 0辆"]
      ],
      [
        "本单位共有车辆2辆，其中，主要负责人用车0辆、应急保障用车0辆、其他用车2辆。",
        ["vehicles 2辆", "vehicles.principal-official 0辆", "vehicles.emergency 0辆", "vehicles.other 2辆"]
      ],
      ["单位价值100万元以上设备（不含车辆）0台（套）。", ["large-equipment 0台(套)"]],
      [
        "截至2024年12月31日，本部门共有车辆2辆，其中：机要通信用车0辆、其他用车2辆；单价100万元（含）以上设备（不含车辆）0台（套）。",
        ["vehicles 2辆", "vehicles.confidential-communication 0辆", "vehicles.other 2辆", "large-equipment 0台(套)"]
      ],
      ["截止2024年12月31日，本单位共有公务用车2辆。", ["vehicles 2辆"]]
    ]
  ]
]
