/** Names of places, projects and reasons: invented combinations, no unit that exists is meant. */

export const places: Readonly<Record<string, ReadonlyArray<string>>> = {
  shanxi: ["清河县", "平阳县", "云岭市", "安泽区"],
  shanghai: ["上海市东浦区", "上海市嘉宁区"],
  yunnan: ["弥河市", "施平县", "龙川州", "元水县"],
  sichuan: ["青江县", "绵州市涪东区", "南岭市", "成安县"],
  hunan: ["洪湘市", "沅东县", "资水县"],
  guangxi: ["北浦市", "合江县", "桂东县"]
}

export const projectNames: ReadonlyArray<string> = [
  "办公用房租赁费",
  "信息系统运行维护费",
  "专项业务工作经费",
  "大厅运行保障经费",
  "聘用人员劳务费",
  "惠民补助资金",
  "设备购置项目",
  "基层服务体系建设补助",
  "宣传培训经费",
  "房屋维修改造工程",
  "第三方委托服务费",
  "上级专项转移支付项目",
  "安全隐患排查整治经费",
  "数字化平台建设项目"
]

export const reasons = {
  more: ["人员增加及社保缴费基数调整", "本年新增专项任务", "项目资金增加", "政策性增资"],
  less: ["厉行节约，压减一般性支出", "部分项目已于上年完工", "人员调出及退休", "项目资金减少"]
} as const

export const offices = ["办公室", "人事财务科", "综合业务科", "政策法规科", "督查考核科", "信息科", "规划科", "服务科"]
